import { describe, expect, it } from 'vitest'
import { openSite } from '../../../test/support/site.ts'
import { buildWorld } from '../../../test/support/world.ts'
import { foundUnit, renameUnit } from './units.actions.ts'
import { listNames } from './units.store.ts'

describe('the register of units', async () => {
  const site = await openSite('2025-03-10')
  const world = await buildWorld(site)
  const department = {
    provinceId: world.provinceId,
    kind: 'department',
    name: 'Sở Tài nguyên và Môi trường',
    shortName: 'Sở TN&MT',
    parentId: null,
    foundedOn: null,
    basis: '',
  }

  it('lets the province found a unit and give it a new name from a day on, keeping the old name', async () => {
    const { unitId } = await site.did('tinh', foundUnit, department)
    await site.did('tinh', renameUnit, {
      unitId,
      name: 'Sở Nông nghiệp và Môi trường',
      shortName: 'Sở NN&MT',
      from: '2025-03-01',
      basis: '',
      version: 1,
    })
    const names = await listNames(site.db, unitId)
    expect(names.map((one) => [one.name, one.validFrom])).toEqual([
      ['Sở Nông nghiệp và Môi trường', '2025-03-01'],
      ['Sở Tài nguyên và Môi trường', '0001-01-01'],
    ])
  })

  it('refuses a second unit of the same name, beside the field', async () => {
    const again = await site.act('tinh', foundUnit, department)
    expect(again).toMatchObject({ ok: false, error: { fields: { name: { code: 'unit_slug_taken' } } } })
  })

  it('is closed to a member unit', async () => {
    expect(await site.act('ld3', foundUnit, { ...department, name: 'Sở Khác' })).toMatchObject({
      ok: false,
      error: { code: 'not_your_role' },
    })
  })

  it('shows the units to everybody', async () => {
    const seen = await (await site.browse()).get('/don-vi')
    expect(seen.status).toBe(200)
    expect(seen.text).toContain('Sở Công Thương')
  })
})
