import { findNode, type Language, printDecimal, type ScoringTable, type Sentence } from '../scoring/index.ts'
import { explainBar } from './bars.ts'
import type { ClassRule } from './classes.ts'
import type { RankingRules, RulePart } from './rules.ts'
import { tieBreakName } from './tie-break.ts'

/** One rule of the ranking in words, with what it rests on; without a basis it is to be shown as unverified. */
export interface RuleInWords {
  readonly part: RulePart
  readonly text: string
  readonly basis: string | undefined
}

const bases: Readonly<Record<RankingRules['basis'], Sentence>> = {
  total: { vi: 'Xếp hạng theo tổng điểm.', en: 'Units are ranked by their points.' },
  percent: {
    vi: 'Xếp hạng theo tỷ lệ điểm đạt trên điểm tối đa đạt được.',
    en: 'Units are ranked by earned ÷ reachable points.',
  },
  percentWhenNotAssigned: {
    vi: 'Xếp hạng theo tổng điểm; khi có nội dung không giao thì theo tỷ lệ điểm đạt trên điểm tối đa đạt được.',
    en: 'Units are ranked by their points; when something is not assigned to somebody, by earned ÷ reachable.',
  },
}

/**
 * The rules of a ranking in words, in the order they are applied: what units are ranked by, what decides equal
 * points, the classes, the bars, who may be proposed.
 */
export function describeRules(
  rules: RankingRules,
  table: ScoringTable,
  language: Language,
): readonly RuleInWords[] {
  const { sources = {}, classes } = rules
  const vi = language === 'vi'
  const classNames = new Map(classes.map(({ code, name }) => [code, name]))
  const award = classNames.get(rules.awardFromClass ?? '')
  return [
    { part: 'basis', text: bases[rules.basis][language], basis: sources.basis },
    { part: 'tieBreaks', text: tiesInWords(rules, table, language), basis: sources.tieBreaks },
    ...classes.map((rule, i) => ({
      part: 'classes' as const,
      text: classInWords(rule, i === classes.length - 1, byPercent(rules), language),
      basis: sources.classes,
    })),
    ...rules.bars.map((bar) => ({
      part: 'bars' as const,
      text: explainBar(bar, language, classNames),
      basis: bar.mark === undefined ? (bar.basis ?? sources.bars) : undefined,
    })),
    ...(award === undefined
      ? []
      : [
          {
            part: 'awardFromClass' as const,
            text: vi
              ? `Chỉ đề nghị khen thưởng từ mức “${award.vi}” trở lên.`
              : `Awards are proposed from the class “${award.en}” up.`,
            basis: sources.awardFromClass,
          },
        ]),
  ]
}

/** Whether classes are told from each other by percent rather than by points. */
export function byPercent(rules: RankingRules): boolean {
  return rules.classesBy === 'percent' || rules.basis === 'percent'
}

function tiesInWords({ tieBreaks }: RankingRules, table: ScoringTable, language: Language): string {
  const vi = language === 'vi'
  if (tieBreaks.length === 0) return vi ? 'Bằng điểm thì đồng hạng.' : 'Equal points share a place.'
  const steps = tieBreaks.map((step) => {
    const node = step.by === 'criterion' ? findNode(table, step.code) : undefined
    return node ? `${node.code}. ${node.name}` : tieBreakName(step, language)
  })
  return vi
    ? `Bằng điểm thì xét lần lượt: ${steps.join('; ')}. Vẫn bằng nhau thì đồng hạng.`
    : `Equal points are decided in this order: ${steps.join('; ')}. What stays equal shares a place.`
}

function classInWords(rule: ClassRule, last: boolean, percent: boolean, language: Language): string {
  const vi = language === 'vi'
  const name = rule.name[language]
  const unit = percent ? '%' : vi ? ' điểm' : ' points'
  const number = (value: string) => printDecimal(value, language)
  const parts = [
    rule.edge === undefined ? '' : `${rule.strict ? '>' : '≥'} ${number(rule.edge)}${unit}`,
    rule.noneAtZero ? (vi ? 'không tiêu chí nào 0 điểm' : 'no criterion at 0') : '',
    rule.floorPercent === undefined ? '' : floorInWords(rule.floorPercent, rule.floorOf, language),
    ...(rule.conditions ?? []).map(
      (one) =>
        `${one.name[language]} ${{ '>=': '≥', '>': '>', '<=': '≤', '<': '<' }[one.op]} ${number(one.value)}`,
    ),
  ].filter((part) => part !== '')
  if (parts.length > 0) return `${name}: ${parts.join('; ')}.`
  const rest = vi ? 'các trường hợp còn lại' : 'everybody else'
  return `${name}: ${last ? rest : ''}.`
}

function floorInWords(floor: string, of: ClassRule['floorOf'], language: Language): string {
  const percent = printDecimal(floor, language)
  if (language === 'en')
    return `every ${of === 'sections' ? 'section' : 'criterion'} at ${percent}% of its maximum`
  return `mỗi ${of === 'sections' ? 'mục' : 'tiêu chí'} đạt từ ${percent}% điểm tối đa`
}
