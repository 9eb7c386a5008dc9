import { describe, expect, it } from 'vitest'
import { openSite } from '../../../test/support/site.ts'
import { buildWorld } from '../../../test/support/world.ts'
import { addActivity, recordParticipation, reviseActivity } from './activities.actions.ts'
import { findActivity, listParts } from './activities.store.ts'

describe('a common activity of the bloc', async () => {
  const site = await openSite('2026-04-20')
  const world = await buildWorld(site)
  const [unit1, unit2] = world.unitIds
  const sports = {
    blocYearId: world.blocYearId,
    kind: 'sport',
    title: 'Hội thao Khối Kinh tế',
    heldOn: '2026-04-18',
    place: 'Nhà thi đấu tỉnh',
    cost: '48500000.5',
    note: '',
  } as const
  const { activityId } = await site.did('thuky', addActivity, sports)

  it('is recorded by head, deputy or secretary, not by a member', async () => {
    expect(await site.act('ld3', addActivity, sports)).toMatchObject({ error: { code: 'not_your_role' } })
    expect(await findActivity(site.db, activityId)).toMatchObject({ cost: '48500000.5', units: 0 })
  })

  it('adds people and exact contributions of the units', async () => {
    await site.did('thuky', recordParticipation, {
      activityId,
      parts: [
        { unitId: unit1, people: 25, contribution: '15000000.25', note: '' },
        { unitId: unit2, people: 18, contribution: '0.25', note: 'Giải nhất kéo co' },
      ],
    })
    expect(await findActivity(site.db, activityId)).toMatchObject({
      units: 2,
      people: 43,
      contributions: '15000000.50',
    })
  })

  it('leaves the other units alone, and takes a unit off when its line is empty', async () => {
    await site.did('thuky', recordParticipation, {
      activityId,
      parts: [{ unitId: unit2, people: null, contribution: null, note: '' }],
    })
    expect((await listParts(site.db, activityId)).map((part) => part.unitId)).toEqual([unit1])
  })

  it('refuses units from outside and negative contributions', async () => {
    const part = { unitId: world.provinceId, people: 1, contribution: null, note: '' }
    expect(await site.act('thuky', recordParticipation, { activityId, parts: [part] })).toMatchObject({
      error: { code: 'not_a_member' },
    })
    const negative = { unitId: unit1, people: 1, contribution: '-1', note: '' }
    expect(await site.act('thuky', recordParticipation, { activityId, parts: [negative] })).toMatchObject({
      error: { code: 'activity_contribution_counted' },
    })
  })

  it('shows the second of two writers what the first one changed', async () => {
    const { blocYearId: _year, ...content } = sports
    const change = { ...content, activityId, place: 'Sân vận động', version: 1 }
    await site.did('thuky', reviseActivity, change)
    expect(await site.act('ld1', reviseActivity, { ...change, place: 'Nhà văn hóa' })).toMatchObject({
      error: { differences: [{ field: 'place', before: 'Nhà văn hóa', after: 'Sân vận động' }] },
    })
  })

  it('is filled in as a grid, in Vietnamese notation, with a sentence beside a wrong number', async () => {
    const secretary = await site.browse('thuky')
    const path = world.at('hoat-dong', activityId)
    const wrong = await secretary.post(path, {
      [`people.${unit1}`]: '25',
      [`contribution.${unit1}`]: '1,234.5.6',
      [`note.${unit1}`]: '',
    })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('1,234.5.6')
    expect(wrong.text).toContain('không phải là một con số')
    const right = await secretary.post(path, {
      [`people.${unit1}`]: '30',
      [`contribution.${unit1}`]: '15.000.000,5',
      [`note.${unit1}`]: '',
      [`people.${unit2}`]: '',
      [`contribution.${unit2}`]: '',
      [`note.${unit2}`]: '',
    })
    expect(right.status).toBe(303)
    expect((await secretary.get(path)).text).toContain('15.000.000,5')
  })

  it('is shown to the members and to nobody outside', async () => {
    expect((await (await site.browse('ld4')).get(world.at('hoat-dong'))).text).toContain('Hội thao')
    expect((await (await site.browse('nguoila')).get(world.at('hoat-dong'))).status).toBe(403)
    expect((await (await site.browse('ld4')).get(world.at('hoat-dong', 'khong-co'))).status).toBe(404)
  })
})
