import Big from 'big.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AppraisalRoles,
  type Appraiser,
  changesBetween,
  changesWithoutReason,
  checkCrossChecks,
  countingLayer,
  type Entry,
  explainAppraisal,
  explainCrossCheckProblem,
  type Layer,
  layerScores,
  mayAppraise,
  parseTable,
  planCrossChecks,
} from './index.ts'

const parsed = parseTable({
  code: 't',
  name: 't',
  maximum: 100,
  children: [
    { code: '1', name: 'một', maxPoints: 60, method: { kind: 'judgement' } },
    { code: '2', name: 'hai', maxPoints: 40, method: { kind: 'judgement' } },
  ],
})
if (!parsed.ok) throw new Error('table')
const table = parsed.value

const entries = (one: string | undefined, two: string | undefined): ReadonlyMap<string, Entry> =>
  new Map(
    Object.entries({ '1': one, '2': two }).flatMap(([code, points]): [string, Entry][] =>
      points === undefined ? [] : [[code, { state: 'scored', points: new Big(points) }]],
    ),
  )

const order: readonly Layer[] = ['self', 'cross', 'head', 'final', 'agency']

describe('layers', () => {
  const layers = new Map([
    ['self', entries('50', '40')],
    ['head', entries('45', '38')],
    ['agency', entries(undefined, '30')],
  ] as const)

  it('stand side by side in the order of the rules', () => {
    expect(
      layerScores(table, layers, { order, counts: 'latestComplete' }).map(({ layer, score }) => [
        layer,
        score.total.toFixed(),
      ]),
    ).toEqual([
      ['self', '90'],
      ['head', '83'],
      ['agency', '30'],
    ])
  })

  it('an agency that looks at some criteria only takes the rest from the layer before', () => {
    const rules = { order, counts: 'latestComplete', partial: ['agency'] } as const
    const counted = countingLayer(table, layers, rules)
    expect(counted.ok && [counted.value.layer, counted.value.score.total.toFixed()]).toEqual(['agency', '75'])
  })

  it('the latest layer without gaps counts, never the highest', () => {
    const counted = countingLayer(table, layers, { order, counts: 'latestComplete' })
    expect(counted.ok && [counted.value.layer, counted.value.score.total.toFixed()]).toEqual(['head', '83'])
  })

  it('a fixed layer counts even with gaps, and none counts that was not opened', () => {
    const fixed = countingLayer(table, layers, { order, counts: 'agency' })
    expect(fixed.ok && fixed.value.score.completeness.missing).toEqual(['1'])
    expect(countingLayer(table, layers, { order, counts: 'final' })).toEqual({
      ok: false,
      error: { code: 'layerNotOpened' },
    })
    expect(countingLayer(table, new Map(), { order, counts: 'latestComplete' })).toEqual({
      ok: false,
      error: { code: 'noLayerComplete' },
    })
  })
})

describe('changes between layers', () => {
  it('every changed score needs a reason; blanks are none; equal numbers are no change', () => {
    const changes = changesBetween(table, entries('50', '40.0'), entries('45', '40'), new Map([['1', '  ']]))
    expect(changes).toMatchObject([{ code: '1', difference: { s: -1, c: [5] } }])
    expect(changesWithoutReason(changes).map(({ code }) => code)).toEqual(['1'])
    const reasoned = changesBetween(
      table,
      entries('50', '40'),
      entries('45', '40'),
      new Map([['1', 'Thiếu minh chứng']]),
    )
    expect(changesWithoutReason(reasoned)).toEqual([])
  })

  it('a score of 0 taken back to “not assigned” is a change', () => {
    const after = new Map<string, Entry>([['1', { state: 'notAssigned' }]])
    expect(changesBetween(table, entries('0', undefined), after, new Map()).map(({ code }) => code)).toEqual([
      '1',
    ])
  })

  it('what only one layer scored is no change', () => {
    expect(changesBetween(table, entries(undefined, '40'), entries('45', undefined), new Map())).toEqual([])
  })
})

describe('who may appraise whom', () => {
  const roles: AppraisalRoles = {
    head: 'nội vụ',
    deputy: 'tư pháp',
    named: 'thanh tra',
    crossChecks: [
      { checker: 'y tế', checked: 'nội vụ' },
      { checker: 'tư pháp', checked: 'tư pháp' },
    ],
    recused: [{ appraiser: 'nội vụ', appraised: 'tài chính' }],
  }
  const unit = (name: string): Appraiser => ({ kind: 'unit', unit: name })
  const agency: Appraiser = { kind: 'agency' }

  it.each([
    [unit('y tế'), 'y tế', 'self', 'ownSelfScore', true],
    [unit('nội vụ'), 'y tế', 'self', 'onlyOwnSelfScore', false],
    [agency, 'y tế', 'self', 'onlyOwnSelfScore', false],
    [unit('y tế'), 'nội vụ', 'cross', 'assignedChecker', true],
    [unit('y tế'), 'tư pháp', 'cross', 'notAssignedChecker', false],
    [unit('tư pháp'), 'tư pháp', 'cross', 'ownUnit', false],
    [agency, 'y tế', 'cross', 'notAssignedChecker', false],
    [unit('nội vụ'), 'y tế', 'head', 'head', true],
    [unit('tư pháp'), 'y tế', 'head', 'deputy', true],
    [unit('nội vụ'), 'tư pháp', 'head', 'head', true],
    [unit('nội vụ'), 'nội vụ', 'head', 'ownUnit', false],
    [unit('tư pháp'), 'nội vụ', 'head', 'deputyForHead', true],
    [unit('thanh tra'), 'nội vụ', 'head', 'headNeedsDeputy', false],
    [unit('nội vụ'), 'tài chính', 'head', 'recused', false],
    [unit('y tế'), 'tài chính', 'head', 'onlyHeadOrDeputy', false],
    [agency, 'y tế', 'head', 'onlyHeadOrDeputy', false],
    [unit('nội vụ'), 'nội vụ', 'final', 'recordsConference', true],
    [unit('y tế'), 'y tế', 'final', 'onlyHeadOrDeputy', false],
    [agency, 'y tế', 'agency', 'agency', true],
    [unit('nội vụ'), 'y tế', 'agency', 'onlyAgency', false],
  ] as const)('%j for %s in %s: %s', (appraiser, appraised, layer, reason, allowed) => {
    expect(mayAppraise(appraiser, appraised, layer, roles)).toEqual({ allowed, reason })
  })

  it('without a deputy, or with one who stepped back, the named unit appraises the head’s', () => {
    const { deputy: _, ...alone } = roles
    const steppedBack = { ...roles, recused: [{ appraiser: 'tư pháp', appraised: 'nội vụ' }] }
    for (const each of [alone, steppedBack]) {
      expect(mayAppraise(unit('thanh tra'), 'nội vụ', 'head', each).reason).toBe('namedForHead')
      expect(mayAppraise(unit('y tế'), 'nội vụ', 'head', each).reason).toBe('headNeedsNamed')
    }
  })

  it('a refusal is a sentence', () => {
    expect(explainAppraisal('ownUnit', 'vi')).toBe('Không ai được thẩm định đơn vị của mình.')
  })

  it('outside the self-score and the adopted layer nobody ever appraises their own unit', () => {
    const names = ['nội vụ', 'tư pháp', 'thanh tra', 'y tế']
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.constantFrom<Layer>('cross', 'head', 'agency'),
        fc.constantFrom(...names),
        fc.option(fc.constantFrom(...names), { nil: undefined }),
        (own, layer, head, deputy) => {
          const all = { head, deputy, named: own, crossChecks: [{ checker: own, checked: own }] }
          expect(mayAppraise(unit(own), own, layer, all).allowed).toBe(false)
        },
      ),
    )
  })
})

describe('cross-checks', () => {
  it('a plan is even, and nobody checks itself or its own checker', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 20 }), (perUnit, more) => {
        const units = Array.from({ length: 2 * perUnit + 1 + more }, (_, i) => `u${i}`)
        const plan = planCrossChecks(units, perUnit)
        expect(plan.ok && checkCrossChecks(units, plan.value)).toEqual([])
        expect(plan.ok && plan.value.length).toBe(units.length * perUnit)
      }),
    )
  })

  it('two units cannot check each other', () => {
    const plan = planCrossChecks(['a', 'b'], 1)
    expect(plan).toEqual({ ok: false, error: { code: 'tooFewUnits', needed: 3 } })
    expect(!plan.ok && explainCrossCheckProblem(plan.error, 'vi')).toContain('Cần ít nhất 3 đơn vị')
  })

  it('a plan made by hand is told what is wrong with it', () => {
    const problems = checkCrossChecks(
      ['a', 'b', 'c', 'd'],
      [
        { checker: 'a', checked: 'b' },
        { checker: 'b', checked: 'a' },
        { checker: 'c', checked: 'c' },
        { checker: 'a', checked: 'c' },
        { checker: 'x', checked: 'a' },
      ],
    )
    expect(problems.map(({ code }) => code)).toEqual([
      'notAMember',
      'checksItself',
      'checksItsChecker',
      'unchecked',
      'unbalanced',
    ])
    expect(
      problems.map((problem) => explainCrossCheckProblem(problem, 'en', (code) => code.toUpperCase())),
    ).toEqual([
      'X is no member of the bloc.',
      'C cross-checks itself.',
      'A and B cross-check each other.',
      'D has nobody to cross-check it.',
      'The work is uneven: from 0 to 2 checks per unit.',
    ])
  })
})
