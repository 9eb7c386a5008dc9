import Big from 'big.js'
import { describe, expect, it } from 'vitest'
import { openSite } from '../../../../test/support/site.ts'
import { buildWorld } from '../../../../test/support/world.ts'
import type { Layer, LayerEntries } from '../../../domain/scoring/index.ts'
import { signMinutes } from '../../checks/minutes.actions.ts'
import { addPlan, adoptTeams, announcePlan } from '../../checks/plans.actions.ts'
import { observe, recordVisit } from '../../checks/visits.actions.ts'
import type { ScoreRow } from '../scores.store.ts'
import { freezeSample, handInAll, moveTo } from '../scoring.test-support.ts'
import { saveCrossCheck, saveHeadAppraisal } from './appraisal.actions.ts'
import { layerChanges, layerSums, signed } from './layer-view.ts'

const points = (values: Readonly<Record<string, string>>) =>
  new Map(
    Object.entries(values).map(([code, text]) => [code, { state: 'scored', points: new Big(text) }] as const),
  )
const row = (code: string, layer: Layer, more: Partial<ScoreRow> = {}): ScoreRow => ({
  code,
  layer,
  points: '0',
  inputs: {},
  explanation: [],
  reason: '',
  channel: 'screen',
  onBehalf: false,
  illustrative: false,
  scoredByName: 'Người chấm',
  scoredAt: new Date('2026-11-20T18:00:00Z'),
  ...more,
})

describe('the layers side by side', () => {
  const layers = ['self', 'cross', 'head'] as const
  const entries: LayerEntries = new Map([
    ['self', points({ a: '10', b: '5' })],
    ['cross', points({ a: '9.5', b: '5' })],
    ['head', points({ a: '9.5', b: '6' })],
  ])
  const rows = [
    row('a', 'self'),
    row('a', 'cross', { reason: 'Thiếu một biểu', channel: 'paper', onBehalf: true }),
    row('b', 'head', { reason: 'Có minh chứng thêm' }),
  ]

  it('say of each change by how much, why, by whom and on which day in Vietnam', () => {
    expect(layerChanges('a', layers, entries, rows)).toEqual([
      { layer: 'cross', difference: '−0,5', reason: 'Thiếu một biểu', who: 'Người chấm', when: '21/11/2026' },
    ])
    expect(signed(new Big('0'))).toBe('')
    expect(signed(new Big('1'))).toBe('+1')
  })

  it('sum up each layer against the one before it, with how it came in', () => {
    const totals = new Map<Layer, Big>([
      ['self', new Big('15')],
      ['cross', new Big('14.5')],
      ['head', new Big('15.5')],
    ])
    expect(layerSums(layers, totals, entries, rows, 'vi')).toMatchObject([
      { layer: 'self', total: '15', difference: '', changes: 0 },
      { layer: 'cross', total: '14,5', difference: '−0,5', changes: 1, how: 'bản giấy, nhập thay' },
      { layer: 'head', total: '15,5', difference: '+1', changes: 1 },
    ])
  })
})

describe('a check that also scores', async () => {
  const site = await openSite('2026-11-10')
  const world = await buildWorld(site, { year: 2026, state: 'scoring' })
  const { blocYearId } = world
  const [, deputy, third] = world.unitIds
  await freezeSample(site, world, { layers: ['self', 'cross', 'head', 'final'] })
  await handInAll(site, world, ['8', '8', '8', '8'])
  await moveTo(site, world, 'appraisal')
  const { planId } = await site.did('thuky', addPlan, {
    blocYearId,
    title: 'Kiểm tra chéo',
    purpose: '',
    contents: '',
    startsOn: null,
    endsOn: null,
    basis: '',
    scoresCross: true,
    file: null,
  })
  await site.did('thuky', adoptTeams, { planId, teams: 4, name: 'Đoàn số' })
  const cross = { blocYearId, unitId: third, finish: true } as const

  it('lets nobody cross-check before the plan is announced, then the team that visits and no other', async () => {
    expect(await site.act('cv2', saveCrossCheck, { ...cross, lines: {} })).toMatchObject({
      error: { code: 'appraisal_notAssignedChecker' },
    })
    await site.did('thuky', announcePlan, { planId })
    expect(await site.act('cv4', saveCrossCheck, { ...cross, lines: {} })).toMatchObject({
      error: { code: 'appraisal_notAssignedChecker' },
    })
    const lines = { 'I.3': { points: '7', reason: 'Sáng kiến chưa được công nhận' } }
    await site.did('cv2', saveCrossCheck, { ...cross, lines })
    const { text } = await (await site.browse('thuky')).get(world.at('tham-dinh', 'phan-cong'))
    expect(text).toContain('Đoàn kiểm tra chấm chéo')
  })

  it('calls the unit checked once both sides have signed, and shows what it found beside the criterion from then on', async () => {
    const { id: visitId } = await site.db
      .selectFrom('checkVisit')
      .select('id')
      .where('unitId', '=', third)
      .executeTakeFirstOrThrow()
    const page = world.at('tham-dinh', world.unitSlugs[2])
    await site.did('cv2', recordVisit, {
      visitId,
      heldOn: '2026-11-10',
      heldFrom: null,
      heldTo: null,
      place: '',
      attendedTeam: '',
      attendedUnit: '',
      contents: 'Sáng kiến',
    })
    await site.did('cv2', observe, {
      visitId,
      kind: 'shortcoming',
      body: 'Sáng kiến chưa có quyết định công nhận',
      criterionCode: 'I.3',
      indicatorId: null,
    })
    const head = await site.browse('ld1')
    expect((await head.get(page)).text).not.toContain('chưa có quyết định công nhận')
    const signer = { visitId, signerName: 'Người ký', signerTitle: 'Giám đốc', capacity: '' } as const
    await site.did('ld2', signMinutes, { ...signer, unitId: deputy })
    await site.did('ld3', signMinutes, { ...signer, unitId: third })
    expect((await head.get(page)).text).toContain('chưa có quyết định công nhận')
    expect(
      (await (await site.browse('cv3')).get(world.at('cham-diem', world.unitSlugs[2], 'giai-thich'))).text,
    ).toContain('chưa có quyết định công nhận')
  })

  it('shows who changed what in which layer, and keeps other members from what the head appraised', async () => {
    await site.did('ld1', saveHeadAppraisal, { blocYearId, unitId: third, finish: true, lines: {} })
    const { text } = await (await site.browse('tinh')).get(world.at('tham-dinh', world.unitSlugs[2]))
    expect(text).toContain('Các bước chấm cạnh nhau')
    expect(text).toContain('−1')
    expect(text).toContain('Sáng kiến chưa được công nhận')
    expect(text).toContain('Chuyên viên Sở Xây dựng')
    const other = await (await site.browse('cv4')).get(world.at('tham-dinh', world.unitSlugs[2]))
    expect(other.text).not.toContain('Lãnh đạo Sở Công Thương, ')
  })
})
