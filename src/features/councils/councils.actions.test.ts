import { describe, expect, it } from 'vitest'
import { openSite } from '../../../test/support/site.ts'
import { buildWorld } from '../../../test/support/world.ts'
import {
  type AddCouncilMemberInput,
  addCouncilMember,
  endCouncilMember,
  foundCouncil,
} from './councils.actions.ts'
import { listCouncilMembers } from './councils.store.ts'

describe('a council for emulation and commendation', async () => {
  const site = await openSite('2026-03-10')
  const world = await buildWorld(site)
  const [unit1] = world.unitIds
  const founding = {
    provinceId: world.provinceId,
    unitId: unit1,
    name: 'Hội đồng Thi đua - Khen thưởng Sở Công Thương',
    basis: 'Quyết định 25/QĐ-SCT',
    foundedOn: '2026-01-12',
  }
  const { councilId } = await site.did('ld1', foundCouncil, founding)
  const seat = (fullName: string, duty: AddCouncilMemberInput['duty']): AddCouncilMemberInput => ({
    councilId,
    personId: null,
    fullName,
    position: 'Phó Giám đốc',
    unitId: unit1,
    duty,
    fromDate: '2026-01-12',
  })

  it('of a unit is founded by its leader, of the province by the province', async () => {
    expect(await site.act('cv1', foundCouncil, founding)).toMatchObject({ error: { code: 'not_your_role' } })
    expect(await site.act('ld3', foundCouncil, founding)).toMatchObject({ error: { code: 'not_your_role' } })
    const ofProvince = { ...founding, unitId: null, name: 'Hội đồng Thi đua - Khen thưởng tỉnh' }
    expect(await site.act('ld1', foundCouncil, ofProvince)).toMatchObject({ ok: false })
    expect(await site.act('tinh', foundCouncil, ofProvince)).toMatchObject({ ok: true })
  })

  it('has one chair at a time, and nobody sits on it twice', async () => {
    const { memberId, personId } = await site.did('ld1', addCouncilMember, seat('Người thứ nhất', 'chair'))
    expect(await site.act('ld1', addCouncilMember, seat('Người thứ hai', 'chair'))).toMatchObject({
      error: { fields: { duty: { code: 'council_has_chair' } } },
    })
    expect(await site.act('ld1', addCouncilMember, seat('Người thứ nhất', 'member'))).toMatchObject({
      error: { fields: { fullName: { code: 'seat_taken_by_same' } } },
    })
    expect(await site.act('ld1', endCouncilMember, { memberId, toDate: '2026-01-11' })).toMatchObject({
      error: { fields: { toDate: { code: 'council_member_order' } } },
    })
    await site.did('ld1', endCouncilMember, { memberId, toDate: '2026-02-28' })
    const next = { ...seat('Người thứ hai', 'chair'), fromDate: '2026-03-01' }
    await site.did('ld1', addCouncilMember, next)
    const back = { ...seat('Người thứ nhất', 'member'), fromDate: '2026-03-01' }
    expect(await site.did('ld1', addCouncilMember, back)).toMatchObject({ personId })
    const members = await listCouncilMembers(site.db, councilId)
    expect(members.map((one) => [one.fullName, one.duty, one.toDate])).toEqual([
      ['Người thứ hai', 'chair', null],
      ['Người thứ nhất', 'member', null],
      ['Người thứ nhất', 'chair', '2026-02-28'],
    ])
  })

  it('names its members to its own unit, and only counts them for others', async () => {
    const own = await (await site.browse('ld1')).get(`/hoi-dong/${councilId}`)
    expect(own.text).toContain('Người thứ hai')
    const stranger = await (await site.browse('ld3')).get(`/hoi-dong/${councilId}`)
    expect(stranger.text).not.toContain('Người thứ hai')
    expect(stranger.text).toContain('2 thành viên')
    expect((await (await site.browse()).get('/hoi-dong')).text).toContain('Sở Công Thương')
  })

  it('is founded and filled through pages', async () => {
    const leader = await site.browse('ld2')
    expect((await leader.get('/hoi-dong/moi')).status).toBe(200)
    const made = await leader.post('/hoi-dong/moi', {
      provinceId: world.provinceId,
      unitId: world.unitIds[1],
      name: 'Hội đồng Sở Xây dựng',
    })
    expect(made.status).toBe(303)
    const bare = await leader.post(`${made.location}/thanh-vien`, { fullName: '', fromDate: '2026-01-01' })
    expect(bare.status).toBe(422)
    const added = await leader.post(`${made.location}/thanh-vien`, {
      fullName: 'Người thứ ba',
      duty: 'secretary',
      fromDate: '2026-01-01',
    })
    expect(added.status).toBe(303)
    expect((await leader.get(made.location)).text).toContain('Người thứ ba')
    expect((await (await site.browse('ld3')).post(`${made.location}/thanh-vien`, {})).status).toBe(403)
  })
})
