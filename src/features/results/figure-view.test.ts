import { describe, expect, it } from 'vitest'
import type { Surroundings } from './figure-neighbours.ts'
import { comparedLines, tallyOf, viewsOf } from './figure-view.ts'
import type { IndicatorRow, ResultRow, TargetRow } from './results.store.ts'

const owner = { unitId: 'u', blocId: null }

function indicator(id: string, unitOfMeasure: string, more: Partial<IndicatorRow> = {}): IndicatorRow {
  const rest = {
    fieldCode: null,
    fieldVi: null,
    fieldEn: null,
    partOfId: null,
    lineage: id,
    partOfLineage: more.partOfId ?? null,
    otherCurrencyOf: null,
    provinceId: null,
    versionNumber: 1,
    isCurrent: true,
    convertsToName: null,
    convertsToUnit: null,
    convertsToDecimals: null,
  }
  return {
    id,
    code: id,
    name: id,
    unitOfMeasure,
    direction: 'up',
    decimals: 3,
    kind: 'level',
    conversionFactor: null,
    ...rest,
    ...more,
  }
}

function result(indicatorId: string, value: string | null, more: Partial<ResultRow> = {}): ResultRow {
  return {
    ...owner,
    id: `${indicatorId}-${more.period ?? '2020'}`,
    indicatorId,
    year: 2020,
    period: '2020',
    value,
    valueMax: null,
    total: null,
    unitOfMeasure: '',
    isEstimate: false,
    bound: null,
    qualifier: '',
    asOf: null,
    outsidePlan: false,
    fieldCode: null,
    partOfId: null,
    narrative: '',
    printed: '',
    comparisons: [],
    overrideReason: '',
    state: 'current',
    versionNumber: 1,
    changeReason: '',
    channel: 'screen',
    onBehalf: false,
    sourceFileId: null,
    sourceQuote: '',
    sourceStart: null,
    illustrative: false,
    version: 1,
    createdAt: new Date(0),
    createdByName: null,
    ...more,
  }
}

function target(indicatorId: string, value: string | null, more: Partial<TargetRow> = {}): TargetRow {
  const rest = {
    valueMax: null,
    byDate: null,
    baseValue: null,
    baseYear: null,
    printed: '',
    comparisons: [],
    illustrative: false,
  }
  return {
    ...owner,
    id: `t-${indicatorId}`,
    indicatorId,
    kind: 'at_least',
    strict: false,
    value,
    unitOfMeasure: '',
    ...rest,
    ...more,
  }
}

function around(more: Partial<Surroundings>): Surroundings {
  return {
    indicators: [],
    targets: [],
    targetYear: 2020,
    results: [],
    today: '2021-01-08',
    estimatesUntil: '03-31',
    names: new Map(),
    ...more,
  }
}

describe('the figures of a unit', () => {
  const planted = indicator('trong-rung', 'ha')
  const fresh = indicator('trong-moi', 'ha', { partOfId: 'trong-rung' })
  const outside = indicator('ngoai-ke-hoach', 'ha', { partOfId: 'trong-rung' })
  const forestry = around({
    indicators: [outside, planted, fresh, indicator('khac', 'ha')],
    targets: [target('trong-moi', '1498.3', { unitOfMeasure: 'ha' })],
    results: [
      result('trong-rung', '5711.7', { unitOfMeasure: 'ha', asOf: '2020-11-10' }),
      result('trong-moi', '1463', { unitOfMeasure: 'ha', comparisons: [{ kind: 'plan', percent: '98' }] }),
      result('ngoai-ke-hoach', '4248.7', { unitOfMeasure: 'ha', outsidePlan: true }),
    ],
  })
  const views = viewsOf(owner, '2020', forestry)

  it('stand under their total, and only where something was set or told', () => {
    expect(views.map(({ indicator: { id }, isPart }) => [id, isPart])).toEqual([
      ['trong-rung', false],
      ['ngoai-ke-hoach', true],
      ['trong-moi', true],
    ])
  })

  it('5.711,7 = 1.463 + 4.248,7 is no finding; 5.712 is', () => {
    expect(views[0]?.findings).toEqual([])
    const wrong = forestry.results.map((one) => (one.value === '5711.7' ? { ...one, value: '5712.5' } : one))
    const [total] = viewsOf(owner, '2020', { ...forestry, results: wrong })
    expect(total?.findings.map(({ code }) => code)).toEqual(['parts_differ'])
  })

  it('1.463/1.498,3 ha is 97,64%, which agrees with the printed 98% and misses the target', () => {
    const view = views.find((one) => one.indicator.id === 'trong-moi')
    expect(view?.completion?.verdict).toBe('missed')
    expect(view && comparedLines(view)).toMatchObject([{ agrees: true, measure: 'percent' }])
    expect(view && comparedLines(view)[0]?.computed?.toFixed(2)).toBe('97.64')
    expect(view?.findings).toEqual([])
  })

  it('are counted by verdict', () => {
    expect(tallyOf(views)).toMatchObject({ missed: 1, assigned: 1, reached: 0 })
  })

  it('grow against the year before, in whatever unit that was told', () => {
    const exports = indicator('xuat-khau', 'triệu USD')
    const [view] = viewsOf(
      owner,
      '2020',
      around({
        indicators: [exports],
        results: [
          result('xuat-khau', '1.218', { unitOfMeasure: 'tỷ USD' }),
          result('xuat-khau', '1032.2', { year: 2019, period: '2019', unitOfMeasure: 'triệu USD' }),
        ],
      }),
    )
    expect(view?.growth?.toFixed(2)).toBe('18.00')
  })

  it('of a growth target without a printed base are judged from the year before', () => {
    const prices = indicator('ban-le', 'tỷ đồng')
    const [view] = viewsOf(
      owner,
      '2020',
      around({
        indicators: [prices],
        targets: [target('ban-le', '10', { kind: 'growth', unitOfMeasure: 'tỷ đồng' })],
        results: [
          result('ban-le', '115', { unitOfMeasure: 'tỷ đồng' }),
          result('ban-le', '100', { year: 2019, period: '2019', unitOfMeasure: 'tỷ đồng' }),
        ],
      }),
    )
    expect(view?.completion?.verdict).toBe('exceeded')
  })

  it('are converted: 2.982,7 nghìn cây at 1.500 trees a hectare are about 1.988 ha', () => {
    const trees = indicator('cay-phan-tan', 'nghìn cây', { conversionFactor: '0.6665' })
    const [view] = viewsOf(
      owner,
      '2020',
      around({ indicators: [trees], results: [result('cay-phan-tan', '2982.7')] }),
    )
    expect(view?.converted?.toFixed(0)).toBe('1988')
  })

  it('of half a year are not judged against the target of the year', () => {
    const [view] = viewsOf(
      owner,
      '2020H1',
      around({ indicators: [planted], targets: [target('trong-rung', '100')] }),
    )
    expect(view?.completion).toBeUndefined()
  })

  it('of another year are not held against the targets of this one', () => {
    const before = result('trong-rung', '100', { year: 2019, period: '2019', unitOfMeasure: 'ha' })
    const set = [target('trong-rung', '100000')]
    const [view] = viewsOf(owner, '2019', around({ indicators: [planted], targets: set, results: [before] }))
    expect([view?.target, view?.completion, view?.findings]).toEqual([undefined, undefined, []])
  })

  it('of one indicator in two currencies stand side by side, each with its own checks', () => {
    const dollars = indicator('von', 'triệu USD')
    const dong = indicator('von-noi-te', 'tỷ đồng', { otherCurrencyOf: 'von' })
    const told = around({
      indicators: [dong, dollars],
      targets: [target('von', '300', { unitOfMeasure: 'triệu USD' })],
      results: [
        result('von', '376.958', { unitOfMeasure: 'triệu USD' }),
        result('von-noi-te', '9105.326', { unitOfMeasure: 'tỷ đồng' }),
      ],
    })
    const [view, ...others] = viewsOf(owner, '2020', told)
    expect(others).toEqual([])
    expect([view?.result?.value, view?.twin?.result?.value]).toEqual(['376.958', '9105.326'])
    expect(tallyOf(view ? [view] : [])).toMatchObject({ exceeded: 1, assigned: 1 })
  })

  it('of a version that another replaced keep what was told and are not asked for again', () => {
    const old = indicator('thep-1', 'tấn', { lineage: 'thep', isCurrent: false })
    const now = indicator('thep-2', 'nghìn tấn', { lineage: 'thep', versionNumber: 2 })
    const told = around({
      indicators: [now, old],
      results: [result('thep-1', '5000', { year: 2019, period: '2019', unitOfMeasure: 'tấn' })],
    })
    expect(viewsOf(owner, '2020', told)).toEqual([])
    expect(viewsOf(owner, '2019', told).map((view) => view.indicator.id)).toEqual(['thep-1'])
  })

  it('of the first half lie far from the first halves of four years, and say the years', () => {
    const steel = indicator('thep', 'tấn')
    const halves = [2016, 2017, 2018, 2019].map((year) =>
      result('thep', String(100 + year - 2016), { year, period: `${year}H1`, unitOfMeasure: 'tấn' }),
    )
    const told = [...halves, result('thep', '260', { period: '2020H1', unitOfMeasure: 'tấn' })]
    const [view] = viewsOf(owner, '2020H1', around({ indicators: [steel], results: told }))
    expect(view?.findings.map(({ code }) => code)).toEqual(['outlier'])
  })

  it('warn of an estimate that was never replaced, and of the same number told by another unit', () => {
    const steel = indicator('thep', 'tấn')
    const told = around({
      indicators: [steel],
      today: '2021-04-01',
      names: new Map([['v', 'Sở Xây dựng']]),
      results: [
        result('thep', '5000', { unitOfMeasure: 'tấn', isEstimate: true }),
        result('thep', '5000', { unitOfMeasure: 'tấn', unitId: 'v' }),
      ],
    })
    expect(viewsOf(owner, '2020', told)[0]?.findings.map(({ code }) => code)).toEqual([
      'reported_twice',
      'estimate_overdue',
    ])
  })
})
