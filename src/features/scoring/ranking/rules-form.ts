import {
  type BarRule,
  barConditions,
  type ClassRule,
  type RankingRules,
  type RulePart,
  type TieBreak,
} from '../../../domain/ranking/index.ts'
import { compact, nodes, type ScoringTable, type Sentence } from '../../../domain/scoring/index.ts'
import { printNumber } from '../../../domain/vietnamese/index.ts'

/** How many lines the form offers. */
export const tieLines = 5
export const classLines = 6

/** Parts of the rules that have a field for their basis; each bar has one of its own. */
export const sourcedParts = [
  'basis',
  'tieBreaks',
  'classes',
  'awardFromClass',
] as const satisfies readonly RulePart[]

/** The form of the rules as it was typed, decimals already plain. */
export type TypedRules = {
  readonly basis: RankingRules['basis']
  readonly classesBy: 'value' | 'percent'
  readonly tie: Lines
  readonly classCode: Lines
  readonly className: Lines
  readonly classNameEn: Lines
  readonly classEdge: Decimals
  readonly classOp: Lines
  readonly classZero: Readonly<Record<string, boolean>>
  readonly classFloor: Decimals
  readonly classFloorOf: Lines
  readonly barEffect: Lines
  readonly barBasis: Lines
  readonly awardFrom: string
  readonly source: Lines
}

type Lines = Readonly<Record<string, string>>
type Decimals = Readonly<Record<string, string | null>>

/** Decisions people take on equal points. */
const decisions: Readonly<Record<string, Sentence>> = {
  vote: { vi: 'bỏ phiếu tại hội nghị', en: 'a vote of the conference' },
  authority: { vi: 'quyết định của cơ quan có thẩm quyền', en: 'a decision of the authority' },
}

const usualCodes = ['excellent', 'good', 'done', 'notDone', 'class5', 'class6', 'class7']

/** A step of the tie-break chain as the form offers it. */
export type TieChoice = { readonly value: string; readonly step: TieBreak }

/** The steps a form may offer for a table, with those the rules hold already. */
export function tieChoices(table: ScoringTable, rules: RankingRules): readonly TieChoice[] {
  const offered: TieChoice[] = [
    ...(['bonus', 'penalty', 'normal'] as const).map((side) => ({
      value: `side:${side}`,
      step: { by: 'side', side } as const,
    })),
    ...nodes(table).map(({ code, name }) => ({
      value: `criterion:${code}`,
      step: { by: 'criterion', code, name: { vi: name, en: name } } as const,
    })),
    ...Object.entries(decisions).map(([code, name]) => ({
      value: `decision:${code}`,
      step: { by: 'decision', code, name } as const,
    })),
  ]
  const held = rules.tieBreaks
    .map((step) => ({ value: codeOfStep(step), step }))
    .filter(({ value }) => !offered.some((one) => one.value === value))
  return [...offered, ...held]
}

/** The lines of the form that name a class, in order. */
export function classLinesOf({ className }: Pick<TypedRules, 'className'>): readonly string[] {
  const lines = Array.from({ length: classLines }, (_, i) => String(i))
  return lines.filter((line) => (className[line] ?? '') !== '')
}

/** The rules as they were typed. What the form does not know (conditions of a class, bars of the bloc's own) is kept. */
export function rulesFromForm(typed: TypedRules, table: ScoringTable, before: RankingRules): RankingRules {
  const choices = tieChoices(table, before)
  const lines = classLinesOf(typed)
  const codes = codesOf(lines, typed)
  const classOf = (line: string) => codes[lines.indexOf(line)]
  const awardFromClass = classOf(typed.awardFrom)
  return compact({
    basis: typed.basis,
    tieBreaks: Array.from({ length: tieLines }, (_, i) => typed.tie[String(i)]).flatMap(
      (value) => choices.find((one) => one.value === value)?.step ?? [],
    ),
    classes: lines.map((line, i) => classFrom(line, codes[i] ?? '', typed, before)),
    bars: [...barConditions.flatMap((when) => barFrom(when, typed, classOf, before)), ...barsOfOwn(before)],
    classesBy: typed.classesBy === 'percent' ? ('percent' as const) : undefined,
    awardFromClass,
    sources: sourcesFrom(typed, before),
  })
}

/** What the form holds for some rules: the opposite of {@link rulesFromForm}. */
export function formFromRules(rules: RankingRules): Readonly<Record<string, string>> {
  const lineOf = (code: string | undefined) => {
    const line = rules.classes.findIndex((rule) => rule.code === code)
    return line < 0 ? '' : String(line)
  }
  return Object.fromEntries([
    ['basis', rules.basis],
    ['classesBy', rules.classesBy ?? 'value'],
    ['awardFrom', lineOf(rules.awardFromClass)],
    ...rules.tieBreaks.map((step, i) => [`tie.${i}`, codeOfStep(step)]),
    ...rules.classes.flatMap((rule, i) => classFields(rule, i)),
    ...rules.bars.flatMap((bar) => [
      [`barEffect.${bar.when}`, bar.effect === 'capsClass' ? `caps:${lineOf(bar.highestClass)}` : bar.effect],
      [`barBasis.${bar.when}`, bar.basis ?? ''],
    ]),
    ...sourcedParts.map((part) => [`source.${part}`, rules.sources?.[part] ?? '']),
  ])
}

function classFields(rule: ClassRule, i: number): readonly (readonly [string, string])[] {
  return [
    [`classCode.${i}`, rule.code],
    [`className.${i}`, rule.name.vi],
    [`classNameEn.${i}`, rule.name.en === rule.name.vi ? '' : rule.name.en],
    [`classEdge.${i}`, rule.edge === undefined ? '' : printNumber(rule.edge)],
    [`classOp.${i}`, rule.strict ? '>' : '>='],
    [`classZero.${i}`, rule.noneAtZero ? '1' : ''],
    [`classFloor.${i}`, rule.floorPercent === undefined ? '' : printNumber(rule.floorPercent)],
    [`classFloorOf.${i}`, rule.floorOf ?? 'criteria'],
  ]
}

function codeOfStep(step: TieBreak): string {
  return step.by === 'side' ? `side:${step.side}` : `${step.by}:${step.code}`
}

/** Codes stay with their lines; a new line takes the first usual code nobody has. */
function codesOf(lines: readonly string[], { classCode }: TypedRules): readonly string[] {
  const taken = new Set(lines.map((line) => classCode[line] ?? '').filter((code) => code !== ''))
  return lines.map((line) => {
    const own = classCode[line] ?? ''
    if (own !== '') return own
    const free = usualCodes.find((code) => !taken.has(code)) ?? `class${line}`
    taken.add(free)
    return free
  })
}

function classFrom(line: string, code: string, typed: TypedRules, before: RankingRules): ClassRule {
  const vi = typed.className[line] ?? ''
  const old = before.classes.find((rule) => rule.code === code)
  const edge = typed.classEdge[line] ?? undefined
  const floorPercent = typed.classFloor[line] ?? undefined
  const floorOf = typed.classFloorOf[line] === 'sections' ? ('sections' as const) : ('criteria' as const)
  return compact({
    code,
    name: { vi, en: typed.classNameEn[line] || vi },
    edge,
    strict: edge !== undefined && typed.classOp[line] === '>' ? true : undefined,
    noneAtZero: typed.classZero[line] ? true : undefined,
    floorPercent,
    floorOf: floorPercent === undefined ? undefined : floorOf,
    conditions: old?.conditions,
  })
}

function barFrom(
  when: string,
  { barEffect, barBasis }: TypedRules,
  classOf: (line: string) => string | undefined,
  before: RankingRules,
): readonly BarRule[] {
  const effect = barEffect[when] ?? ''
  const typed = barBasis[when] ?? ''
  const old = before.bars.find((bar) => bar.when === when)
  const mark = old?.mark !== undefined && (old.basis ?? '') === typed ? old.mark : undefined
  const base = compact({ when, basis: typed === '' ? undefined : typed, mark, name: old?.name })
  if (effect === 'barred' || effect === 'suspended') return [{ ...base, effect }]
  const highestClass = effect.startsWith('caps:') ? classOf(effect.slice(5)) : undefined
  return highestClass === undefined ? [] : [{ ...base, effect: 'capsClass', highestClass }]
}

function barsOfOwn({ bars }: RankingRules): readonly BarRule[] {
  return bars.filter(({ when }) => !(barConditions as readonly string[]).includes(when))
}

function sourcesFrom({ source }: TypedRules, before: RankingRules): RankingRules['sources'] {
  const own = before.sources?.bars === undefined ? {} : { bars: before.sources.bars }
  const typed = sourcedParts.flatMap((part) => (source[part] ? [[part, source[part]]] : []))
  const all = { ...own, ...Object.fromEntries(typed) }
  return Object.keys(all).length === 0 ? undefined : all
}
