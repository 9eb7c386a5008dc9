import Big from 'big.js'
import { describe, expect, it } from 'vitest'
import { parseQuantity } from '../vietnamese/index.ts'
import type { Comparison } from './comparison.ts'
import type { Amount, Figure } from './figure.ts'
import { type Finding, findingSentence } from './findings.ts'
import type { Neighbours } from './neighbours.ts'
import { plausibility } from './plausibility.ts'

describe('findings in English', () => {
  const lastYear = amount('100', 'ha')
  const cases: readonly [Finding['code'], Figure, Neighbours, string][] = [
    [
      'unit_missing',
      figure('980'),
      { indicatorUnit: 'ha' },
      'The unit is missing; this indicator is measured in ha. Should it be 980 ha?',
    ],
    [
      'unit_differs',
      figure('9 ha'),
      { indicatorUnit: 'tấn' },
      'The unit “ha” is not that of the indicator (tấn).',
    ],
    [
      'power_of_ten',
      figure('980 USD'),
      { plan: amount('875', 'triệu USD') },
      '980 USD is about 1.000.000 times smaller than the plan (875 triệu USD). Should it be 980 triệu USD?',
    ],
    [
      'power_of_ten',
      figure('98.000 ha'),
      { lastYear },
      '98.000 ha is about 1.000 times larger than last year (100 ha). Should it be 98 ha?',
    ],
    [
      'parts_differ',
      figure('3 ha'),
      { parts: [amount('2', 'ha')] },
      'The total says 3 ha, but its parts add up to 2 ha (a difference of 1 ha). Should it be 2 ha?',
    ],
    [
      'ratio_differs',
      figure('1/4 ha'),
      { comparisons: [{ kind: 'plan', percent: new Big(30) }] },
      'It says 30%, but 1/4 ha is 25%. Should it be 25%?',
    ],
    [
      'growth_differs',
      figure('110 ha'),
      { lastYear, comparisons: [up('20')] },
      'It says up 20%, but 110 ha against 100 ha is up 10%. Should it be up 10%?',
    ],
    [
      'growth_differs',
      figure('150 ha'),
      { lastYear, comparisons: [{ kind: 'lastYear', times: new Big(3) }] },
      'It says 3 times, but 150 ha against 100 ha is 1,5 times. Should it be 2 times?',
    ],
    [
      'growth_differs',
      figure('90 ha'),
      { lastYear, comparisons: [up('20')] },
      'It says up 20%, but 90 ha against 100 ha is down 10%. Should it be down 10%?',
    ],
    [
      'estimate_overdue',
      figure('ước 9 ha'),
      { today: '2021-04-01', estimatesUntil: '2021-03-31' },
      'It is still an estimate; the official figure was due after 31/03/2021.',
    ],
    [
      'future_as_of',
      figure('9 ha', { asOf: '2021-04-02' }),
      { today: '2021-04-01' },
      'The figure is said to be as of 02/04/2021, which is after today (01/04/2021).',
    ],
    [
      'reported_twice',
      figure('9 ha'),
      { reportedElsewhere: [{ ...amount('9', 'ha'), reporter: 'Sở A' }] },
      'Sở A reports 9 ha too; it counts once.',
    ],
    [
      'reported_twice',
      figure('9 ha'),
      { reportedElsewhere: [{ ...amount('8', 'ha'), reporter: 'Sở A' }] },
      'Sở A reports 8 ha, here it is 9 ha; one figure has to be agreed.',
    ],
    [
      'outlier',
      figure('999 ha'),
      { ownYears: [lastYear, lastYear, lastYear, lastYear] },
      '999 ha lies far from this unit’s earlier years (4 years, usually 50 ha to 150 ha).',
    ],
    [
      'rate_unlikely',
      figure('330 lượt'),
      { rate: { per: amount('541', 'thôn'), low: new Big(1) } },
      '330 lượt for 541 thôn is 0,61, below the lowest usual value (1); ask the unit.',
    ],
    [
      'rate_unlikely',
      figure('330 lượt'),
      { rate: { per: amount('100', 'thôn'), high: new Big(2) } },
      '330 lượt for 100 thôn is 3,3, above the highest usual value (2); ask the unit.',
    ],
  ]

  it.each(cases)('%s', (code, given, neighbours, sentence) => {
    const [finding] = plausibility(given, neighbours)
    expect(finding?.code).toBe(code)
    expect(finding && findingSentence(finding, 'en')).toBe(sentence)
    expect(finding && findingSentence(finding, 'vi')).not.toBe(sentence)
  })
})

/** A figure as a report prints it. */
function figure(text: string, more: Partial<Figure> = {}): Figure {
  const read = parseQuantity(text)
  if (!read.ok) throw new Error(`${text}: ${read.error.code}`)
  return { ...read.value, ...more }
}

function amount(value: string, unit?: string): Amount {
  return { value: new Big(value), ...(unit !== undefined && { unit }) }
}

function up(percent: string, kind: Comparison['kind'] = 'lastYear'): Comparison {
  return { kind, direction: 'up', percent: new Big(percent), decimals: percent.split('.')[1]?.length ?? 0 }
}
