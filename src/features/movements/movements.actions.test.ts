import { describe, expect, it } from 'vitest'
import { openSite } from '../../../test/support/site.ts'
import { buildWorld } from '../../../test/support/world.ts'
import { findStep } from '../../steps/steps.store.ts'
import {
  type LaunchUnitMovementInput,
  launchBlocMovement,
  launchProvinceMovement,
  launchUnitMovement,
} from './movements.actions.ts'
import { findMovement } from './movements.store.ts'

describe('a movement from the province down to the units', async () => {
  const site = await openSite('2026-03-10')
  const world = await buildWorld(site)
  const [, unit2, unit3, unit4] = world.unitIds
  const text = {
    occasion: '',
    theme: 'Đoàn kết, sáng tạo',
    contents: '',
    standards: '',
    startsOn: '2026-01-05',
    endsOn: '2026-12-15',
    guidingPaperId: null,
  }
  const proof = { file: null, note: 'CTr 298/CTr-UBND', channel: 'paper' } as const
  const ofProvince = {
    ...text,
    ...proof,
    provinceId: world.provinceId,
    level: 'province',
    kind: 'yearly',
    parentId: null,
    year: 2026,
    title: 'Thi đua hoàn thành kế hoạch năm 2026',
    launchedOn: '2025-12-25',
  } as const
  const { movementId: provinceId } = await site.did('tinh', launchProvinceMovement, ofProvince)
  const ofBloc = {
    ...text,
    ...proof,
    blocYearId: world.blocYearId,
    parentId: provinceId,
    kind: 'yearly',
    title: 'Khối Kinh tế thi đua năm 2026',
    launchedOn: '2026-02-20',
  } as const
  const { movementId: blocId } = await site.did('ld1', launchBlocMovement, ofBloc)
  const ofUnit = (unitId: string): LaunchUnitMovementInput => ({
    blocYearId: world.blocYearId,
    unitId,
    parentId: blocId,
    title: '',
    launchedOn: '2026-02-27',
    file: null,
    note: 'Kế hoạch 15/KH-SXD',
    channel: 'screen',
  })

  it('is launched at each level by that level alone', async () => {
    expect(await site.act('ld1', launchProvinceMovement, ofProvince)).toMatchObject({
      error: { code: 'not_your_role' },
    })
    expect(await site.act('ld3', launchBlocMovement, ofBloc)).toMatchObject({
      error: { code: 'not_your_role' },
    })
    expect(await site.act('ld3', launchUnitMovement, ofUnit(unit2))).toMatchObject({
      error: { code: 'not_your_role' },
    })
  })

  it('is taken up once by a bloc in a year, beside the field', async () => {
    expect(await site.act('ld1', launchBlocMovement, ofBloc)).toMatchObject({
      error: { fields: { parentId: { code: 'movement_taken_up_once' } } },
    })
  })

  it('cannot end before it starts', async () => {
    const wrong = { ...ofProvince, startsOn: '2026-05-01', endsOn: '2026-04-30' }
    expect(await site.act('tinh', launchProvinceMovement, wrong)).toMatchObject({
      error: { fields: { endsOn: { code: 'movement_dates_order' } } },
    })
  })

  it('needs proof from a unit, and then that step of its year is done', async () => {
    expect(await site.act('ld2', launchUnitMovement, { ...ofUnit(unit2), note: '' })).toMatchObject({
      error: { fields: { note: { code: 'launch_proof_missing' } } },
    })
    expect(await findStep(site.db, world.blocYearId, unit2, 'launch')).toBeUndefined()
    const { movementId } = await site.did('ld2', launchUnitMovement, ofUnit(unit2))
    expect(await findStep(site.db, world.blocYearId, unit2, 'launch')).toMatchObject({
      state: 'accepted',
      onBehalf: false,
    })
    expect(await findMovement(site.db, movementId)).toMatchObject({
      title: 'Khối Kinh tế thi đua năm 2026',
      parentId: blocId,
      launchedOn: '2026-02-27',
    })
  })

  it('is recorded by the secretary for a unit that sent paper, and that shows', async () => {
    const paper = { ...ofUnit(unit4), channel: 'paper', note: 'Công văn 44/QĐT, Giám đốc ký' } as const
    await site.did('thuky', launchUnitMovement, paper)
    expect(await findStep(site.db, world.blocYearId, unit4, 'launch')).toMatchObject({
      channel: 'paper',
      onBehalf: true,
    })
    const seen = await (await site.browse('ld1')).get(world.at('phong-trao'))
    expect(seen.text).toContain('Công văn 44/QĐT')
    expect(seen.text).toContain('ghi thay')
  })

  it('keeps one launch of a unit when its proof is replaced', async () => {
    const first = await site.did('ld2', launchUnitMovement, ofUnit(unit2))
    const again = await site.did('ld2', launchUnitMovement, { ...ofUnit(unit2), note: 'Kế hoạch 16/KH-SXD' })
    expect(again).toEqual(first)
    expect(await findMovement(site.db, again.movementId)).toMatchObject({ proofNote: 'Kế hoạch 16/KH-SXD' })
  })

  it('of a theme, launched in-house, does not stand for the launch of the year', async () => {
    const themed = { ...ofBloc, parentId: null, kind: 'themed', title: 'Thi đua chuyển đổi số' } as const
    const { movementId } = await site.did('ld1', launchBlocMovement, themed)
    await site.did('ld3', launchUnitMovement, { ...ofUnit(unit3), parentId: movementId })
    expect(await findStep(site.db, world.blocYearId, unit3, 'launch')).toBeUndefined()
  })

  it('shows a member what it owes, and strangers no unit at all', async () => {
    const member = await (await site.browse('cv3')).get(world.at('phong-trao'))
    expect(member.text).toContain('Sở Tài chính chưa ghi phát động nội bộ')
    expect(member.text).toContain('2/4 đơn vị')
    const stranger = await (await site.browse()).get(world.at('phong-trao'))
    expect(stranger.status).toBe(200)
    expect(stranger.text).toContain('Khối Kinh tế thi đua năm 2026')
    expect(stranger.text).not.toContain('Sở Tài chính')
  })

  it('takes a launch with a file through the page, and asks for proof beside the field', async () => {
    const officer = await site.browse('cv3')
    const path = world.at('phong-trao', 'don-vi', world.unitSlugs[2])
    expect((await officer.get(path)).status).toBe(200)
    const bare = await officer.post(path, { parentId: blocId, launchedOn: '2026-03-01' })
    expect(bare.status).toBe(422)
    expect(bare.text).toContain('Cần minh chứng')
    const file = new File(['Lời phát động'], 'phat-dong.txt')
    const sent = await officer.post(path, { parentId: blocId, launchedOn: '2026-03-01', file })
    expect(sent.status).toBe(303)
    expect(await findStep(site.db, world.blocYearId, unit3, 'launch')).toMatchObject({ channel: 'file' })
    const forOther = await officer.post(world.at('phong-trao', 'don-vi', world.unitSlugs[1]), {
      parentId: blocId,
      launchedOn: '2026-03-01',
      note: 'x',
    })
    expect(forOther.status).toBe(403)
  })
})
