import { speaksOfAwards } from './awards.ts'
import { type Figure, readFigures } from './figures.ts'
import { nameFigure, unitOfName } from './naming.ts'
import { organisationAt } from './organisations.ts'
import type { Comparison } from './reading.types.ts'
import type { Line, Sentence } from './sections.ts'
import type { Token } from './tokens.ts'
import { printed } from './units.ts'

/** A figure with its name, before its offsets are turned back into those of the text as given. */
export interface PrintedIndicator {
  readonly name: string
  readonly value: string
  readonly valueMax?: string
  readonly total?: string
  readonly unit: string
  readonly qualifier?: string
  readonly comparisons: readonly Comparison[]
  readonly target: boolean
  readonly period?: string
  readonly reportingUnit?: string
  readonly from: number
  readonly to: number
  /** The number as printed. */
  readonly digits: string
  /** The sentence it stands in, to compare neighbours. */
  readonly sentence: number
}

/** Reads the figures of all sentences in order, with who reports them and whether they are goals. */
export function readIndicators(
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  taken: Uint8Array,
  year: number | null,
): readonly PrintedIndicator[] {
  const found: PrintedIndicator[] = []
  const scope = newScope()
  for (const [index, sentence] of sentences.entries()) {
    enter(tokens, scope, sentence, year)
    const figures = readFigures(tokens, sentence.from, sentence.to, taken, year)
    if (figures.length === 0) {
      findReporter(tokens, scope, sentence.from, sentence.to)
      continue
    }
    const awards = speaksOfAwards(tokens, sentence.from, sentence.to)
    let inherited = ''
    let named = sentence.from
    let reported = sentence.from
    for (const [order, figure] of figures.entries()) {
      findReporter(tokens, scope, reported, figure.quantity.from)
      reported = figure.to
      if (isNoIndicator(tokens, sentence, figure, awards)) continue
      const unit = unitOf(tokens, figures, order)
      if (unit === null) continue
      figure.unit = unit
      const naming = nameFigure(tokens, figure, sentence.to, inherited, named)
      inherited = naming.name
      named = naming.to
      const goal = goalOf(tokens, scope, sentence, figure)
      found.push(
        indicatorOf(
          tokens,
          figure,
          naming,
          goal === true ? (goalYear(tokens, sentence, figure) ?? year ?? true) : goal,
          scope.reporter,
          index,
        ),
      )
    }
    findReporter(tokens, scope, reported, sentence.to)
  }
  return found
}

interface Scope {
  line: Line | null
  /** The unit that reports, and whether a heading named it (then it holds beyond its line). */
  reporter: string
  byHeading: boolean
  /** The year whose goals are set out from here on, null while results are told. */
  goals: number | null
  goalsByHeading: boolean
}

function newScope(): Scope {
  return { line: null, reporter: '', byHeading: false, goals: null, goalsByHeading: false }
}

function enter(tokens: readonly Token[], scope: Scope, sentence: Sentence, year: number | null): void {
  if (scope.line !== sentence.line) {
    scope.line = sentence.line
    if (!scope.byHeading || sentence.line.kind === 'heading') scope.reporter = ''
    if (!scope.goalsByHeading) scope.goals = null
    if (sentence.line.kind === 'heading') scope.byHeading = false
    if (sentence.line.kind === 'heading' || sentence.line.words <= 18) {
      const goals = yearOfGoals(tokens, sentence.line.from, sentence.line.to, year)
      if (goals !== null) {
        scope.goals = goals
        scope.goalsByHeading = true
      } else if (
        sentence.line.kind === 'heading' &&
        saysResults(tokens, sentence.line.from, sentence.line.to)
      ) {
        scope.goals = null
        scope.goalsByHeading = false
      }
    }
  }
  const goals = opensGoals(tokens, sentence)
    ? yearOfGoals(tokens, sentence.from, Math.min(sentence.to, sentence.from + 16), year)
    : null
  if (goals !== null && scope.goals === null) {
    scope.goals = goals
    scope.goalsByHeading = false
  }
}

function opensGoals(tokens: readonly Token[], sentence: Sentence): boolean {
  const first = tokens[sentence.from]?.key ?? ''
  return ['nhiệm', 'phương', 'mục', 'năm', 'bước', 'về'].includes(first)
}

/** "Phương hướng, nhiệm vụ năm 2023", "Mục tiêu năm 2022": a year after the one under review. */
function yearOfGoals(tokens: readonly Token[], from: number, to: number, year: number | null): number | null {
  let goals = false
  let named: number | null = null
  for (let at = from; at < to; at++) {
    const key = tokens[at]?.key
    const next = tokens[at + 1]?.key
    if (
      (key === 'phương' && next === 'hướng') ||
      (key === 'mục' && next === 'tiêu') ||
      (key === 'nhiệm' && next === 'vụ') ||
      (key === 'chỉ' && next === 'tiêu')
    )
      goals = true
    if ((key === 'tổng' || key === 'sơ') && next === 'kết') return null
    if (key === 'năm' && /^20\d\d$/.test(tokens[at + 1]?.text ?? '')) named = Number(tokens[at + 1]?.text)
  }
  return goals && named !== null && year !== null && named > year ? named : null
}

function saysResults(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++)
    if (tokens[at]?.key === 'kết' && tokens[at + 1]?.key === 'quả') return true
  return false
}

/** A unit named at the start of a clause, or a field ("Lĩnh vực Công Thương"), reports what follows. */
function findReporter(tokens: readonly Token[], scope: Scope, from: number, to: number): void {
  for (let at = from; at < to; at++) {
    if (!opensClause(tokens, at)) continue
    let first = at
    while (['đối', 'với', 'về', 'tại', '-', '+', '•'].includes(tokens[first]?.key ?? '') && first < at + 3)
      first++
    const unit = organisationAt(tokens, first, Math.min(tokens.length, first + 24))
    if (unit !== null && unit.to <= to + 12 && !isAsked(tokens, unit.to)) {
      scope.reporter = unit.name
      scope.byHeading = scope.line?.kind === 'heading' || (scope.line?.words ?? 99) <= 12
      at = unit.to - 1
      continue
    }
    if (tokens[first]?.key === 'lĩnh' && tokens[first + 1]?.key === 'vực') {
      scope.reporter = fieldName(tokens, first, to)
      scope.byHeading = scope.line?.kind === 'heading'
    }
  }
}

function opensClause(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  if (before === undefined || before.kind === 'line') return true
  if (before.kind === 'word') return false
  if (before.key === '.' && tokens[at - 2]?.kind === 'number' && tokens[at - 3]?.kind === 'line') return true
  return (
    before.key === ';' ||
    before.key === '.' ||
    before.key === ':' ||
    before.key === '•' ||
    before.key === ')' ||
    ((before.key === '-' || before.key === '+') &&
      (tokens[at - 2] === undefined || tokens[at - 2]?.kind === 'line'))
  )
}

function isAsked(tokens: readonly Token[], at: number): boolean {
  return ['được', 'chủ', 'là', ','].includes(tokens[at]?.key ?? '')
}

function fieldName(tokens: readonly Token[], from: number, before: number): string {
  let to = from + 2
  while (
    to < before &&
    to < from + 14 &&
    tokens[to]?.kind === 'word' &&
    !['đã', 'đạt', 'hoàn', 'có', 'tiếp', 'được', 'các', 'mặc'].includes(tokens[to]?.key ?? '')
  )
    to++
  return printed(tokens, from, to)
}

/** Numbers of those rewarded, of those who attend, of the members: said elsewhere, or no result at all. */
function isNoIndicator(
  tokens: readonly Token[],
  sentence: Sentence,
  figure: Figure,
  awards: boolean,
): boolean {
  const { kind, at, value } = figure.quantity
  if (kind === 'award') return true
  if (isCounter(tokens, sentence, at)) return true
  if (kind === 'count' && awards && isRewarded(tokens, figure)) return true
  if (kind === 'count' && value === '1' && tokens[at]?.text === '1') return tokens[at - 1]?.key === 'là'
  const places =
    kind === 'count' &&
    figure.quantity.total === undefined &&
    /^(?:tỉnh|thành phố|huyện|thành viên)/i.test(figure.unit)
  if (kind !== 'group' && !places) return false
  if (awards) return true
  for (let index = sentence.from; index < sentence.to; index++) {
    const key = tokens[index]?.key
    if (key === 'khối' || key === 'cụm') return true
  }
  return false
}

function isRewarded(tokens: readonly Token[], figure: Figure): boolean {
  for (let at = figure.quantity.from - 1; at >= Math.max(figure.after, figure.quantity.from - 3); at--)
    if (tokens[at]?.key === 'cho' || tokens[at]?.key === 'tặng') return true
  for (let at = figure.quantity.to; at < figure.quantity.to + 8; at++) {
    const key = tokens[at]?.key
    if (key === ',' || key === ';' || key === '.' || key === undefined) break
    if (key === 'nhận' || key === 'tặng' || key === 'khen') return true
  }
  return false
}

/** "Số lượt xem: 169" beside the date of a page. */
function isCounter(tokens: readonly Token[], sentence: Sentence, at: number): boolean {
  for (let index = at - 1; index >= Math.max(sentence.from, at - 4); index--) {
    const key = tokens[index]?.key
    if ((key === 'xem' || key === 'đọc') && tokens[index - 1]?.key === 'lượt') return true
    if (key === 'cập' && tokens[index - 1]?.key === 'truy' && sentence.line.words < 12) return true
  }
  return false
}

const NO_UNIT = new Set(
  'các đã và của là được trong trên với cho tại những do đến từ để theo về có ở khi thì này đó khác nay như bằng cùng mà nhằm nên sau trước vào ra lên xuống hay hoặc so tăng giảm đạt tổng năm tháng gồm bao vượt nhất nhì tỷ sẽ'.split(
    ' ',
  ),
)

/** The unit printed after the number, before it ("Số hồ sơ: 1.250"), at its neighbour, or the unknown word after it. */
function unitOf(tokens: readonly Token[], figures: readonly Figure[], order: number): string | null {
  const figure = figures[order]
  if (figure === undefined) return null
  if (figure.unit !== '') return figure.unit
  const named = unitOfName(tokens, figure)
  if (named !== '') return named
  const quantity = figure.quantity
  if (quantity.total !== undefined) {
    const neighbour = figures[order - 1]?.unit ?? figures[order + 1]?.unit ?? ''
    if (neighbour !== '') return neighbour
  }
  const next = tokens[quantity.to]
  if (
    next?.kind === 'word' &&
    !NO_UNIT.has(next.key) &&
    next.text === next.text.toLowerCase() &&
    /^[^ -@]+$/.test(next.text) &&
    isResult(tokens, figure)
  )
    return next.text
  return null
}

/** An unknown word is taken for a unit only where a result is surely told. */
function isResult(tokens: readonly Token[], figure: Figure): boolean {
  const { at, from } = figure.quantity
  if (/^0\d$|[.,]/.test(tokens[at]?.text ?? '') || figure.quantity.hedges.length > 0) return true
  return ['được', 'đạt', 'có', 'với', 'gồm', ':', 'thêm', 'là', 'hiện'].includes(tokens[from - 1]?.key ?? '')
}

/** The year of the goal, true when it is a goal without a year, null for a result. */
function goalOf(
  tokens: readonly Token[],
  scope: Scope,
  sentence: Sentence,
  figure: Figure,
): number | true | null {
  let said: number | true | null = scope.goals
  for (let at = sentence.from; at < figure.quantity.from; at++) {
    const key = tokens[at]?.key
    const next = tokens[at + 1]?.key
    const before = tokens[at - 1]?.key ?? ''
    if (key === 'phấn' && next === 'đấu' && !['lực', 'đã', 'sự', 'sức'].includes(before)) said ??= true
    if (
      key === 'mục' &&
      next === 'tiêu' &&
      ['đặt', 'ra', 'với', 'năm', 'đến', ':', ',', 'đề'].includes(tokens[at + 2]?.key ?? before) &&
      before !== 'kế'
    )
      said ??= true
    if (key === 'dự' && next === 'kiến') said ??= true
  }
  return said
}

/** The year last named before a goal in its sentence. */
function goalYear(tokens: readonly Token[], sentence: Sentence, figure: Figure): number | null {
  for (let at = figure.quantity.from - 1; at > sentence.from; at--) {
    if (
      tokens[at - 1]?.key === 'năm' &&
      /^20\d\d$/.test(tokens[at]?.text ?? '') &&
      tokens[at - 2]?.key !== 'với'
    )
      return Number(tokens[at]?.text)
  }
  return null
}

function indicatorOf(
  tokens: readonly Token[],
  figure: Figure,
  naming: { name: string; from: number; to: number },
  goal: number | true | null,
  reporter: string,
  sentence: number,
): PrintedIndicator {
  const quantity = figure.quantity
  const hedges = [...earlierHedges(tokens, figure), ...quantity.hedges]
  const period = typeof goal === 'number' ? String(goal) : asOf(tokens, naming.from, quantity.from)
  const total =
    quantity.total !== undefined &&
    !figure.comparisons.some((comparison) => comparison.planValue === quantity.total)
      ? { total: quantity.total }
      : {}
  return {
    name: naming.name,
    value: quantity.value,
    ...(quantity.valueMax === undefined ? {} : { valueMax: quantity.valueMax }),
    ...total,
    unit: figure.unit,
    ...(hedges.length === 0 ? {} : { qualifier: hedges.join(' ') }),
    comparisons: figure.comparisons,
    target: goal !== null,
    ...(period === '' ? {} : { period }),
    ...(reporter === '' ? {} : { reportingUnit: reporter }),
    from: naming.from,
    to: naming.to,
    digits: tokens[quantity.at]?.text ?? '',
    sentence,
  }
}

/** "ước cả năm đạt trên 3.720": the first hedge stands a few words before the number. */
function earlierHedges(tokens: readonly Token[], figure: Figure): readonly string[] {
  for (let at = figure.quantity.from - 1; at >= Math.max(figure.after, figure.quantity.from - 6); at--) {
    const key = tokens[at]?.key
    if (key === ',' || key === ';') break
    if (key === 'ước' && !['giao', 'mơ'].includes(tokens[at - 1]?.key ?? '') && tokens[at + 1]?.key !== 'mơ')
      return figure.quantity.hedges.includes('ước') ? [] : ['ước']
  }
  return []
}

function asOf(tokens: readonly Token[], from: number, to: number): string {
  for (let at = Math.max(0, from - 6); at < to; at++) {
    if (tokens[at]?.key !== 'đến' || tokens[at + 1]?.key !== 'ngày' || tokens[at + 2]?.kind !== 'number')
      continue
    let end = at + 2
    while (
      end < to &&
      (tokens[end]?.kind === 'number' || tokens[end]?.key === '/' || tokens[end]?.key === '-')
    )
      end++
    return printed(tokens, at, end)
  }
  for (let at = from; at < to; at++) {
    if (
      tokens[at]?.kind === 'number' &&
      tokens[at + 1]?.key === 'tháng' &&
      (tokens[at + 2]?.key === 'đầu' || tokens[at + 2]?.key === 'cuối')
    )
      return printed(tokens, at, at + 4)
  }
  return ''
}
