import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { openSite } from '../../../test/support/site.ts'
import { buildWorld } from '../../../test/support/world.ts'
import { findStep } from '../../steps/steps.store.ts'
import {
  acceptRegistration,
  registerTitles,
  returnRegistration,
  sendRegistration,
} from './registration.actions.ts'
import { countProposals, listRegistrations } from './registration.store.ts'

describe('the registration of titles', async () => {
  const site = await openSite('2026-03-10')
  const world = await buildWorld(site, { state: 'pledging' })
  const { blocYearId, unitIds } = world
  const unitId = unitIds[2]
  const aims = {
    blocYearId,
    unitId,
    collective: [{ awardCode: 'co_ubnd_tinh', quantity: 1 }],
    personal: [
      { awardCode: 'cstdcs', quantity: 5 },
      { awardCode: 'ldtt', quantity: 0 },
    ],
    initiatives: 3,
  }
  const step = () => findStep(site.db, blocYearId, unitId, 'registration')

  it('is refused for another unit and for whoever is not of the bloc', async () => {
    for (const stranger of ['cv4', 'ld2', 'nguoila', 'quantri']) {
      expect(await site.act(stranger, registerTitles, aims)).toMatchObject({
        error: { code: 'not_your_role' },
      })
    }
  })

  it('holds titles of the collective, numbers of personal titles and initiatives', async () => {
    expect(await site.did('cv3', registerTitles, aims)).toEqual({ lines: 3 })
    const rows = await listRegistrations(site.db, blocYearId, unitId)
    expect(rows.map(({ kind, awardCode, quantity }) => [kind, awardCode, quantity])).toEqual([
      ['collective', 'co_ubnd_tinh', 1],
      ['initiative', null, 3],
      ['personal', 'cstdcs', 5],
    ])
    expect(await step()).toMatchObject({ state: 'draft', onBehalf: false })
  })

  it('shows the second writer what the first one saved', async () => {
    const version = (await step())?.version ?? 0
    const changed = await site.act('ld3', registerTitles, { ...aims, initiatives: 4, version: version + 1 })
    expect(changed).toMatchObject({
      error: { code: 'changed_meanwhile', differences: [{ field: 'initiatives', before: '4', after: '3' }] },
    })
  })

  it('names no title twice', async () => {
    const twice = { ...aims, personal: [...aims.personal, { awardCode: 'cstdcs', quantity: 1 }] }
    expect(await site.act('cv3', registerTitles, twice)).toMatchObject({
      error: { fields: { 'personal.cstdcs': { code: 'title_twice' } } },
    })
  })

  it('is sent, returned with a reason, sent again and accepted', async () => {
    await site.did('ld3', sendRegistration, { blocYearId, unitId })
    expect(await site.act('ld3', sendRegistration, { blocYearId, unitId })).toMatchObject({
      error: { code: 'step_already_sent' },
    })
    expect(await site.act('ld1', returnRegistration, { blocYearId, unitId, reason: '' })).toMatchObject({
      error: { fields: { reason: { code: 'reason_required' } } },
    })
    await site.did('ld1', returnRegistration, { blocYearId, unitId, reason: 'Thiếu số sáng kiến' })
    expect(await step()).toMatchObject({ state: 'returned', reason: 'Thiếu số sáng kiến' })
    await site.did('cv3', registerTitles, { ...aims, initiatives: 4 })
    expect(await step()).toMatchObject({ state: 'returned' })
    await site.did('ld3', sendRegistration, { blocYearId, unitId })
    await site.did('ld1', acceptRegistration, { blocYearId, unitId })
    expect(await step()).toMatchObject({ state: 'accepted' })
  })

  it('stands once it is accepted; only what was reached is filled in', async () => {
    const more = { ...aims, initiatives: 9 }
    expect(await site.act('cv3', registerTitles, more)).toMatchObject({
      error: { code: 'step_already_accepted' },
    })
    const reached = { ...aims, initiatives: 4, initiativesReached: 2 }
    await site.did('cv3', registerTitles, reached)
    const rows = await listRegistrations(site.db, blocYearId, unitId)
    expect(rows.find((one) => one.kind === 'initiative')).toMatchObject({ quantity: 4, reached: 2 })
    expect(await step()).toMatchObject({ state: 'accepted' })
  })

  it('is entered by the head for a member from paper, and it shows', async () => {
    await site.did('ld1', registerTitles, { ...aims, unitId: unitIds[3], channel: 'paper' })
    await site.did('ld1', sendRegistration, { blocYearId, unitId: unitIds[3], channel: 'paper' })
    expect(await findStep(site.db, blocYearId, unitIds[3], 'registration')).toMatchObject({
      state: 'sent',
      channel: 'paper',
      onBehalf: true,
    })
  })

  it('of nothing is not sent', async () => {
    expect(await site.act('ld2', sendRegistration, { blocYearId, unitId: unitIds[1] })).toMatchObject({
      error: { code: 'registration_empty' },
    })
  })

  it('stands beside what was proposed and granted at the end of the year', async () => {
    await sql`insert into proposal (bloc_year_id, award_code, recipient, unit_id, state, decided_on)
      values (${blocYearId}, 'co_ubnd_tinh', 'collective', ${unitId}, 'granted', '2027-01-10'),
        (${blocYearId}, 'co_chinh_phu', 'collective', ${unitId}, 'proposed', null)`.execute(site.db)
    expect(
      [...(await countProposals(site.db, blocYearId))].sort(
        (a, b) => a.proposed - b.proposed || a.granted - b.granted,
      ),
    ).toEqual([
      { unitId, awardCode: 'co_chinh_phu', proposed: 1, granted: 0 },
      { unitId, awardCode: 'co_ubnd_tinh', proposed: 1, granted: 1 },
    ])
  })
})
