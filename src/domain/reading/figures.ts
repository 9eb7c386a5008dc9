import { type Base, baseAt, isConnective, type Move, moveIn } from './comparisons.ts'
import { type Quantity, readQuantities } from './quantities.ts'
import type { Comparison } from './reading.types.ts'
import type { Token } from './tokens.ts'
import { unitAt } from './units.ts'

/** A quantity that is a figure of its own, with what it is compared with. Tokens up to `to` belong to it. */
export interface Figure {
  readonly quantity: Quantity
  unit: string
  readonly comparisons: Comparison[]
  /** Where the words that may name it begin: the end of the figure before, or the start of the sentence. */
  readonly after: number
  to: number
}

/**
 * Tells figures from comparisons among the quantities of one sentence. A percentage or an amount that follows a
 * figure with nothing but words of comparison between belongs to that figure; with a new subject it is a figure.
 */
export function readFigures(
  tokens: readonly Token[],
  from: number,
  to: number,
  taken: Uint8Array,
  year: number | null,
): readonly Figure[] {
  const quantities = readQuantities(tokens, from, to, taken)
  const figures: Figure[] = []
  let plan: Quantity | null = null
  let tail = from
  for (const [index, quantity] of quantities.entries()) {
    const next = quantities[index + 1]
    if (quantity.from < tail || isStartOfChange(tokens, quantity, next)) continue
    if (quantity.kind === 'span' || quantity.kind === 'never') continue
    const gap = gapBefore(tokens, tail, quantity, figures.at(-1) ?? null)
    const base = isBaseHere(tokens, quantity) ? baseAt(tokens, quantity.to, to) : null
    const owner = ownerOf(tokens, figures, quantity, gap, base)
    if (owner !== null) {
      tail = attach(owner, comparisonOf(quantity, gap, base, year), base, quantity)
      continue
    }
    if (quantity.kind === 'times') continue
    if (quantity.kind !== 'percent' && isPlan(tokens, tail, quantity, next)) {
      const current = figures.at(-1)
      const belongs =
        current !== undefined && (gap.connective || gap.bracket) && isSameUnit(current, quantity)
      if (belongs) tail = attach(current, { kind: 'plan', planValue: quantity.value }, null, quantity)
      else plan = quantity
      continue
    }
    const figure = newFigure(tokens, quantity, gap, base, tail, year)
    if (plan !== null && (quantity.unit === plan.unit || plan.unit === ''))
      figure.comparisons.push({ kind: 'plan', planValue: plan.value })
    plan = null
    figures.push(figure)
    tail = attachEqual(tokens, figure, to, year)
  }
  return figures
}

function newFigure(
  tokens: readonly Token[],
  quantity: Quantity,
  gap: Gap,
  base: Base | null,
  after: number,
  year: number | null,
): Figure {
  const figure: Figure = { quantity, unit: quantity.unit, comparisons: [], after, to: quantity.to }
  if (quantity.total !== undefined && isPlanTotal(tokens, quantity, base))
    figure.comparisons.push({ kind: 'plan', planValue: quantity.total })
  const compared = base ?? gap.base
  const changes = gap.move?.move === 'up' || gap.move?.move === 'down'
  if (compared !== null && (quantity.kind === 'percent' || changes)) {
    figure.comparisons.push(comparisonOf(quantity, gap, compared, year))
    figure.to = Math.max(figure.to, compared.to)
  }
  return figure
}

/** How many figures back a change may belong: "125 vụ, 68 người chết; so với cùng kỳ giảm 15 vụ, giảm 5 người". */
const OWNERS = 6

/** The figure that the quantity compares, null when it is a figure of its own. */
function ownerOf(
  tokens: readonly Token[],
  figures: readonly Figure[],
  quantity: Quantity,
  gap: Gap,
  base: Base | null,
): Figure | null {
  const current = figures.at(-1)
  if (current === undefined) return null
  if (quantity.kind === 'times')
    return gap.connective && gap.move !== null && gap.move.move !== 'same' ? current : null
  if (goesOn(tokens, current, quantity)) return current
  if (!gap.connective) return null
  if (isComparison(tokens, current, quantity, gap, base)) return current
  const changes = gap.move?.move === 'up' || gap.move?.move === 'down'
  if (!changes || quantity.kind === 'percent') return null
  return figures.slice(-OWNERS).findLast((figure) => isSameUnit(figure, quantity)) ?? null
}

/** "tăng 15% về số doanh nghiệp và 20% về vốn": the second percentage goes on with the change. */
function goesOn(tokens: readonly Token[], current: Figure, quantity: Quantity): boolean {
  if (
    quantity.kind !== 'percent' ||
    tokens[quantity.from - 1]?.key !== 'và' ||
    tokens[quantity.to]?.key !== 'về'
  )
    return false
  return current.comparisons.at(-1)?.percent !== undefined && quantity.from - current.to <= 10
}

/** "13 nhóm chỉ tiêu": a noun of plan after a count names what is counted; only "so với …" compares it. */
function isBaseHere(tokens: readonly Token[], quantity: Quantity): boolean {
  if (quantity.kind === 'percent' || quantity.kind === 'times' || quantity.kind === 'none') return true
  return [',', 'so', 'với', 'cùng'].includes(tokens[quantity.to]?.key ?? '')
}

interface Gap {
  /** Nothing but words of comparison stands between the figure and this number. */
  readonly connective: boolean
  readonly bracket: boolean
  readonly move: { readonly move: Move; readonly at: number } | null
  /** A base said before the number: "so với cùng kỳ tăng 5%". */
  readonly base: Base | null
  readonly share: boolean
}

function gapBefore(tokens: readonly Token[], tail: number, quantity: Quantity, current: Figure | null): Gap {
  let connective = current !== null && quantity.from - tail <= 16
  let base: Base | null = null
  let share = false
  for (let at = Math.max(tail, quantity.from - 24); at < quantity.from; at++) {
    const found =
      tokens[at]?.key === 'so' || tokens[at]?.key === 'cùng' ? baseAt(tokens, at, quantity.from) : null
    if (found !== null) {
      base = found
      at = found.to - 1
      continue
    }
    if (tokens[at]?.key === 'tỷ' && tokens[at + 1]?.key === 'lệ') share = true
    const turns = tokens[at]?.key === ';' && tokens[at + 1]?.key === 'so'
    if (!turns && !isConnective(tokens[at])) connective = false
  }
  if (!connective && current !== null) connective = isTrailing(tokens, tail, quantity)
  return {
    connective,
    bracket: tokens[tail]?.key === '(',
    move: moveIn(tokens, Math.max(tail, quantity.from - 6), quantity.at),
    base,
    share,
  }
}

/** "956 vụ vi phạm trật tự xã hội, giảm 52 vụ …": after the comma or the bracket no new subject stands. */
function isTrailing(tokens: readonly Token[], tail: number, quantity: Quantity): boolean {
  if (quantity.from - tail > 30) return false
  let opens = -1
  for (let at = quantity.from - 1; at >= tail; at--) {
    const token = tokens[at]
    if (
      token === undefined ||
      token.key === ';' ||
      token.key === ':' ||
      token.key === '.' ||
      token.kind === 'number'
    )
      return false
    if (opens < 0 && (token.key === ',' || token.key === '(')) opens = at
    else if (opens < 0 && !isConnective(token)) return false
  }
  if (opens < 0) return false
  const verb = moveIn(tokens, opens + 1, quantity.at)
  return verb !== null && verb.at === opens + 1
}

function isComparison(
  tokens: readonly Token[],
  current: Figure,
  quantity: Quantity,
  gap: Gap,
  base: Base | null,
): boolean {
  const move = gap.move?.move
  if (quantity.kind === 'percent') {
    if (base !== null || gap.base !== null) return true
    if (gap.share) return false
    if (move === 'up' || move === 'down') return true
    if (current.quantity.kind === 'percent') return false
    return move === 'ratio' || gap.bracket
  }
  if (quantity.kind === 'measure' && quantity.unit.startsWith('điểm')) return move === 'up' || move === 'down'
  // "tăng 1,68%, bằng 2.217 tấn": the change once more as an amount.
  const changed = current.comparisons.at(-1)?.direction !== undefined
  if (changed && tokens[gap.move?.at ?? -1]?.key === 'bằng' && isSameUnit(current, quantity)) return true
  return (
    (move === 'up' || move === 'down') &&
    (isSameUnit(current, quantity) || base !== null || gap.base !== null)
  )
}

function isSameUnit(current: Figure, quantity: Quantity): boolean {
  if (quantity.unit === '') return true
  return quantity.unit === current.unit || last(quantity.unit) === last(current.unit)
}

function last(unit: string): string {
  return unit.split(' ').at(-1) ?? ''
}

function comparisonOf(quantity: Quantity, gap: Gap, base: Base | null, year: number | null): Comparison {
  const named = base ?? gap.base
  const move = gap.move?.move
  const direction = move === 'up' || move === 'down' ? { direction: move } : {}
  const kind = kindOf(named, year)
  const text = named === null ? {} : { base: named.text }
  if (quantity.kind === 'times') return { kind, times: quantity.value, ...text }
  if (quantity.kind === 'percent') return { kind, ...direction, percent: quantity.value, ...text }
  return {
    kind,
    ...direction,
    amount: quantity.value,
    ...(quantity.unit === '' ? {} : { amountUnit: quantity.unit }),
    ...text,
  }
}

function kindOf(base: Base | null, year: number | null): Comparison['kind'] {
  if (base === null) return 'other'
  if (base.kind === 'lastYear' && base.year !== null && year !== null && base.year < year - 1) return 'other'
  return base.kind
}

function attach(figure: Figure, comparison: Comparison, base: Base | null, quantity: Quantity): number {
  figure.comparisons.push(comparison)
  figure.to = Math.max(quantity.to, base?.to ?? 0)
  return figure.to
}

/** "từ 3,2% xuống còn 2,5%": the first number is where the change began, not a figure. */
function isStartOfChange(tokens: readonly Token[], quantity: Quantity, next: Quantity | undefined): boolean {
  if (next === undefined || next.at - quantity.to > 8) return false
  let said = false
  for (let at = Math.max(0, quantity.at - 3); at < quantity.at; at++)
    if (tokens[at]?.key === 'từ') said = true
  if (!said) return false
  for (let at = quantity.to; at < next.at; at++) {
    const key = tokens[at]?.key
    if (key === ',' || key === ';') return false
    if (key === 'lên' || key === 'xuống' || key === 'còn') return true
  }
  return false
}

const PLAN_WORDS = new Set(['kế', 'kh', 'dự', 'chỉ', 'mục', 'nghị'])

/** "kế hoạch 1.500 ha", "(KH: 45 tỷ)", "so với chỉ tiêu giao là 120": the number is the plan itself. */
function namesPlan(tokens: readonly Token[], tail: number, quantity: Quantity): boolean {
  let at = quantity.from - 1
  for (let steps = 0; at >= tail && steps < 6; at--, steps++) {
    const key = tokens[at]?.key ?? ''
    if (AFTER_PLAN.has(key)) continue
    if (key === 'hoạch' || key === 'toán' || key === 'tiêu' || key === 'quyết')
      return (
        PLAN_WORDS.has(tokens[at - 1]?.key ?? '') &&
        !['ngoài', 'theo', 'phê', 'ban', 'xây', 'hiện', 'vượt'].includes(tokens[at - 2]?.key ?? '')
      )
    return key === 'kh'
  }
  return false
}

/** "Kế hoạch năm trồng 3.000 ha, thực hiện 3.150 ha": what was planned stands before what was done. */
function isPlan(
  tokens: readonly Token[],
  tail: number,
  quantity: Quantity,
  next: Quantity | undefined,
): boolean {
  if (namesPlan(tokens, tail, quantity)) return true
  if (next === undefined || next.unit !== quantity.unit || next.from - quantity.to > 6) return false
  let done = false
  for (let at = quantity.to; at < next.at; at++) {
    const key = tokens[at]?.key
    if (key === ';') return false
    if ((key === 'thực' && tokens[at + 1]?.key === 'hiện') || key === 'đạt') done = true
  }
  if (!done) return false
  for (let at = Math.max(tail, quantity.from - 10); at < quantity.from; at++)
    if (tokens[at]?.key === 'kế' && tokens[at + 1]?.key === 'hoạch') return true
  return false
}

const AFTER_PLAN = new Set(['giao', 'năm', 'là', ':', 'được', 'tỉnh', 'cả', 'đề', 'ra', 'ubnd', 'hđnd'])

function isPlanTotal(tokens: readonly Token[], quantity: Quantity, base: Base | null): boolean {
  if (base?.kind === 'plan') return true
  if (quantity.kind === 'money') return true
  if (quantity.kind !== 'none' && !quantity.value.includes('.') && !(quantity.total ?? '').includes('.'))
    return false
  for (let at = quantity.to; at < quantity.to + 8; at++) {
    const key = tokens[at]?.key
    if (key === undefined || key === '.' || key === ';') break
    if (key === 'kh' || (key === 'kế' && tokens[at + 1]?.key === 'hoạch')) return true
  }
  return false
}

/** "tương đương cùng kỳ", "bằng năm trước": compared, with no number. */
function attachEqual(tokens: readonly Token[], figure: Figure, before: number, year: number | null): number {
  let at = figure.to
  if (tokens[at]?.key === ',' || tokens[at]?.key === '(') at++
  let next = at
  while (EQUAL_WORDS.has(tokens[next]?.key ?? '')) next++
  if (next === at) return figure.to
  const base = baseAt(tokens, next, before) ?? baseAt(tokens, next - 1, before)
  if (base === null || base.kind === 'other' || unitAt(tokens, base.to, before) !== null) return figure.to
  figure.comparisons.push({ kind: kindOf(base, year), direction: 'same', base: base.text })
  figure.to = base.to
  return figure.to
}

const EQUAL_WORDS = new Set(['tương', 'đương', 'bằng', 'ngang', 'đạt', 'không', 'đổi', 'thay', 'với'])
