import type { Result } from '../result.ts'
import { compact, type ParseProblem, Reader, type Sentence } from '../scoring/index.ts'
import { type BarRule, usualBars } from './bars.ts'
import type { ClassCondition, ClassRule } from './classes.ts'
import type { TieBreak } from './tie-break.ts'

/**
 * What units are ranked by: points; earned ÷ reachable in percent; or percent only when something was not
 * assigned to somebody, points otherwise.
 */
export type RankingBasis = 'total' | 'percent' | 'percentWhenNotAssigned'

/** How a bloc ranks and classes its units; declared before scoring, frozen with the table. */
export interface RankingRules {
  readonly basis: RankingBasis
  /** Steps tried in this order on equal values. What none of them decides stays equal. */
  readonly tieBreaks: readonly TieBreak[]
  /** Classes from best to worst; the last one is open below. Empty when the rules know no classes. */
  readonly classes: readonly ClassRule[]
  readonly bars: readonly BarRule[]
  /** Classes are told apart by percent even where units are ranked by points: edges then fit a table of any total. */
  readonly classesBy?: 'value' | 'percent'
  /** The lowest class that may be proposed for an award. */
  readonly awardFromClass?: string
  /** What each part rests on, in words; a part without a basis is shown as unverified. */
  readonly sources?: RuleSources
}

/** The parts of the rules that have a basis each. */
export type RulePart = 'basis' | 'tieBreaks' | 'classes' | 'bars' | 'awardFromClass'

/** The basis of each part: a decision, a regulation of the bloc. */
export type RuleSources = { readonly [part in RulePart]?: string }

/** Rules where a bloc has declared nothing: percent when something is not assigned, no tie-break, the usual bars. */
export const defaultRankingRules: RankingRules = {
  basis: 'percentWhenNotAssigned',
  tieBreaks: [],
  classes: [],
  bars: usualBars,
}

/** Reads ranking rules from plain data such as JSON; all that is wrong is listed with its place. */
export function parseRankingRules(data: unknown): Result<RankingRules, readonly ParseProblem[]> {
  const r = new Reader()
  const o = r.object(data, 'ranking')
  const list = <T>(key: string, read: (value: unknown, path: string) => T): readonly T[] =>
    r.optional(o[key], (value) => r.list(value, key).map((each, i) => read(each, `${key}.${i}`))) ?? []
  const rules: RankingRules = compact({
    basis: r.oneOf(o.basis, 'basis', ['total', 'percent', 'percentWhenNotAssigned']),
    tieBreaks: list('tieBreaks', (value, path) => readTieBreak(r, value, path)),
    classes: list('classes', (value, path) => readClass(r, value, path)),
    bars: list('bars', (value, path) => readBar(r, value, path)),
    classesBy: r.optional(o.classesBy, (value) => r.oneOf(value, 'classesBy', ['value', 'percent'])),
    awardFromClass: r.optional(o.awardFromClass, (value) => r.text(value, 'awardFromClass')),
    sources: r.optional(o.sources, (value) => readSources(r, value)),
  })
  return r.finish(rules)
}

function readSources(r: Reader, data: unknown): RuleSources {
  const o = r.object(data, 'sources')
  const text = (key: RulePart) => r.optional(o[key], (value) => r.text(value, `sources.${key}`))
  return compact({
    basis: text('basis'),
    tieBreaks: text('tieBreaks'),
    classes: text('classes'),
    bars: text('bars'),
    awardFromClass: text('awardFromClass'),
  })
}

function readTieBreak(r: Reader, data: unknown, path: string): TieBreak {
  const o = r.object(data, path)
  const by = r.oneOf(o.by, `${path}.by`, ['criterion', 'side', 'measure', 'decision'])
  if (by === 'side') {
    return { by, side: r.oneOf(o.side, `${path}.side`, ['normal', 'bonus', 'penalty']) }
  }
  const code = r.text(o.code, `${path}.code`)
  const name = readName(r, o.name, `${path}.name`)
  if (by !== 'measure') return { by, code, name }
  return { by, code, name, better: r.oneOf(o.better, `${path}.better`, ['higher', 'lower']) }
}

function readClass(r: Reader, data: unknown, path: string): ClassRule {
  const o = r.object(data, path)
  const conditions = r.optional(o.conditions, (value) =>
    r
      .list(value, `${path}.conditions`)
      .map((each, i): ClassCondition => readCondition(r, each, `${path}.conditions.${i}`)),
  )
  return compact({
    code: r.text(o.code, `${path}.code`),
    name: readName(r, o.name, `${path}.name`),
    edge: r.optional(o.edge, (value) => r.decimal(value, `${path}.edge`, 'notNegative')),
    strict: r.optional(o.strict, (value) => r.yesNo(value, `${path}.strict`)),
    noneAtZero: r.optional(o.noneAtZero, (value) => r.yesNo(value, `${path}.noneAtZero`)),
    floorPercent: r.optional(o.floorPercent, (value) =>
      r.decimal(value, `${path}.floorPercent`, 'notNegative'),
    ),
    floorOf: r.optional(o.floorOf, (value) => r.oneOf(value, `${path}.floorOf`, ['criteria', 'sections'])),
    conditions,
  })
}

function readCondition(r: Reader, data: unknown, path: string): ClassCondition {
  const o = r.object(data, path)
  return {
    code: r.text(o.code, `${path}.code`),
    name: readName(r, o.name, `${path}.name`),
    op: r.oneOf(o.op, `${path}.op`, ['>=', '>', '<=', '<']),
    value: r.decimal(o.value, `${path}.value`),
  }
}

function readBar(r: Reader, data: unknown, path: string): BarRule {
  const o = r.object(data, path)
  const effect = r.oneOf(o.effect, `${path}.effect`, ['barred', 'suspended', 'capsClass'])
  const base = compact({
    when: r.text(o.when, `${path}.when`),
    name: r.optional(o.name, (value) => readName(r, value, `${path}.name`)),
    basis: r.optional(o.basis, (value) => r.text(value, `${path}.basis`)),
    mark: r.optional(o.mark, (value) => r.oneOf(value, `${path}.mark`, ['unverified', 'habit'])),
  })
  if (effect !== 'capsClass') return { ...base, effect }
  return { ...base, effect, highestClass: r.text(o.highestClass, `${path}.highestClass`) }
}

function readName(r: Reader, data: unknown, path: string): Sentence {
  const o = r.object(data, path)
  return { vi: r.text(o.vi, `${path}.vi`), en: r.text(o.en, `${path}.en`) }
}
