import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openSite } from '../../../../test/support/site.ts'
import { buildWorld, type World } from '../../../../test/support/world.ts'
import { classPresets, defaultRankingRules } from '../../../domain/ranking/index.ts'
import { confirmAll, freezeSample, handInAll, moveTo, sampleTable } from '../scoring.test-support.ts'
import { adoptScoreTable, createScoreTable } from '../table/table.actions.ts'
import { findTable } from '../table/table.store.ts'
import { recordBar } from './bars.actions.ts'
import { freezeRanking } from './ranking.actions.ts'
import { listRankings } from './ranking.store.ts'

const [canTho] = classPresets
const ranking = { ...defaultRankingRules, ...canTho?.rules }

describe('the rules of ranking', async () => {
  const site = await openSite()
  let world: World
  let blocYearId: string
  let at: World['at']

  beforeAll(async () => {
    world = await buildWorld(site, { state: 'scoring' })
    blocYearId = world.blocYearId
    at = world.at
  })

  beforeEach(async () => {
    await sql`truncate score_table, unit_step, bar, appraisal_assignment, pledge cascade`.execute(site.db)
    await moveTo(site, world, 'scoring')
  })

  const rules = async () => (await findTable(site.db, blocYearId))?.rules
  const rulesPath = () => at('xep-hang', 'quy-tac')

  it('are edited while the table is a draft, with a preset to begin from, and said in words', async () => {
    await site.did('ld1', createScoreTable, { blocYearId, table: sampleTable })
    const head = await site.browse('ld1')
    const filled = await head.get(`${rulesPath()}?mau=hai-phong`)
    expect(filled.text).toContain('value="Hoàn thành xuất sắc nhiệm vụ"')
    expect(await rules()).toEqual(defaultRankingRules)

    const form = {
      version: '1',
      basis: 'total',
      classesBy: 'percent',
      'tie.0': 'criterion:I',
      'tie.1': 'side:penalty',
      'tie.2': 'decision:vote',
      'className.0': 'Xuất sắc',
      'classOp.0': '>',
      'classEdge.0': '90',
      'classZero.0': '1',
      'className.1': 'Tốt',
      'classOp.1': '>=',
      'classEdge.1': '80,5',
      'classFloor.1': '70',
      'className.2': 'Còn lại',
      'barEffect.noPledge': 'barred',
      'barEffect.headReprimanded': 'caps:1',
      'barBasis.headReprimanded': 'Điều 9 quy chế',
      awardFrom: '1',
      'source.classes': 'Điều 7 quy chế khối',
    }
    expect((await head.post(rulesPath(), form)).status).toBe(303)
    expect(await rules()).toMatchObject({
      basis: 'total',
      classesBy: 'percent',
      tieBreaks: [
        { by: 'criterion', code: 'I' },
        { by: 'side', side: 'penalty' },
        { by: 'decision', code: 'vote' },
      ],
      classes: [
        { code: 'excellent', edge: '90', strict: true, noneAtZero: true },
        { code: 'good', edge: '80.5', floorPercent: '70', floorOf: 'criteria' },
        { code: 'done', name: { vi: 'Còn lại', en: 'Còn lại' } },
      ],
      bars: [
        { when: 'noPledge', effect: 'barred' },
        { when: 'headReprimanded', effect: 'capsClass', highestClass: 'good', basis: 'Điều 9 quy chế' },
      ],
      awardFromClass: 'good',
      sources: { classes: 'Điều 7 quy chế khối' },
    })
    const member = await (await site.browse('cv3')).get(rulesPath())
    expect(member.text).toContain('Xuất sắc: &gt; 90%; không tiêu chí nào 0 điểm.')
    expect(member.text).toContain('Điều 7 quy chế khối')
    expect(member.text).toContain('chưa kiểm chứng')
    expect(member.text).not.toContain('className.0')
  })

  it('keep what was typed when the edges do not descend, and say it at the field', async () => {
    await site.did('ld1', createScoreTable, { blocYearId, table: sampleTable })
    const refused = await (await site.browse('ld1')).post(rulesPath(), {
      version: '1',
      basis: 'total',
      classesBy: 'value',
      'className.0': 'Tốt',
      'classEdge.0': '80',
      'className.2': 'Xuất sắc hơn',
      'classEdge.2': '90',
      'className.3': 'Còn lại',
    })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('href="#f-classEdge-2"')
    expect(refused.text).toContain('value="Xuất sắc hơn"')
  })

  it('change no more once the table is adopted, and never by a member or another bloc', async () => {
    await site.did('ld1', createScoreTable, { blocYearId, table: sampleTable })
    const form = { version: '1', basis: 'total', classesBy: 'value' }
    expect((await (await site.browse('cv3')).post(rulesPath(), form)).status).toBe(403)
    await site.did('ld1', adoptScoreTable, { blocYearId, adoptedOn: '2026-03-01', how: 'Hội nghị' })
    const head = await site.browse('ld1')
    expect((await head.get(rulesPath())).text).toContain('lập bản mới của bảng điểm')
    expect((await head.post(rulesPath(), { ...form, version: '2' })).status).toBe(422)
  })

  it('ask for what lies outside the table: a vote sets equal units apart, and only the head records it', async () => {
    const vote = { by: 'decision', code: 'vote', name: { vi: 'bỏ phiếu', en: 'a vote' } } as const
    await freezeSample(site, world, { ranking: { ...defaultRankingRules, tieBreaks: [vote] } })
    await handInAll(site, world, ['9', '9', '8', '7'])
    await confirmAll(site, world)
    const head = await site.browse('ld1')
    expect((await head.get(at('xep-hang'))).text).toContain('chờ bỏ phiếu')
    const path = at('xep-hang', 'so-lieu-ngoai')
    const [first, second] = world.unitIds
    const places = (a: string, b: string) => ({
      [`figures.vote ${first}`]: a,
      [`figures.vote ${second}`]: b,
      source: 'Biên bản hội nghị',
    })
    expect((await (await site.browse('cv3')).post(path, places('2', '1'))).status).toBe(403)
    expect((await head.post(path, places('1', '1'))).text).toContain('Hai đơn vị cùng ghi thứ 1')
    expect((await head.post(path, places('0,5', ''))).text).toContain('số nguyên từ 1 trở lên')
    expect((await head.post(path, places('2', '1'))).status).toBe(303)
    expect((await head.get(at('xep-hang'))).text).toContain('phân định bằng bỏ phiếu: thứ 1')
    const { id } = await site.did('ld1', freezeRanking, { blocYearId, layer: 'head' })
    const [stored] = (await listRankings(site.db, blocYearId)).filter((one) => one.id === id)
    expect(stored?.rows.slice(0, 2).map(({ unitId, rank }) => [unitId, rank])).toEqual([
      [second, 1],
      [first, 2],
    ])
  })

  it('give each unit its class with what lowered it, and freeze it with the place', async () => {
    await freezeSample(site, world, { ranking })
    await handInAll(site, world, ['10', '9', '8', '7'])
    await confirmAll(site, world)
    const { blocYearId: year } = world
    await site.did('ld1', recordBar, {
      blocYearId: year,
      unitId: world.unitIds[1] ?? '',
      kind: 'head_warned',
      detail: '',
      source: 'Quyết định kỷ luật',
      openedOn: '2026-05-01',
    })
    const seen = (await (await site.browse('ld1')).get(at('xep-hang'))).text
    expect(seen).toContain('Xếp loại')
    const frozen = await site.did('ld1', freezeRanking, { blocYearId: year })
    expect(frozen).toMatchObject({ layer: 'head' })
    const [stored] = await listRankings(site.db, year)
    expect(stored?.rows.every((row) => row.class !== undefined)).toBe(true)
  })
})
