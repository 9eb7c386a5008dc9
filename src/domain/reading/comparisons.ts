import { phrases } from './phrases.ts'
import type { Comparison } from './reading.types.ts'
import type { Token } from './tokens.ts'
import { printed } from './units.ts'

/** With what a figure is compared, as printed after or before it: tokens `from` up to `to`. */
export interface Base {
  readonly kind: Comparison['kind']
  readonly from: number
  readonly to: number
  readonly text: string
  /** The year named, if any. */
  readonly year: number | null
}

/** The verb before a compared number. */
export type Move = 'up' | 'down' | 'ratio' | 'times' | 'same'

/** Reads the base at token `at`: "so với cùng kỳ năm 2019", "kế hoạch tỉnh giao", "KH". */
export function baseAt(tokens: readonly Token[], at: number, before: number): Base | null {
  let next = at
  if (tokens[next]?.key === ',' && tokens[next + 1]?.key === 'so') next++
  const said =
    tokens[next]?.key === 'so' || (tokens[next]?.key === 'với' && tokens[next + 1]?.key !== undefined)
  if (tokens[next]?.key === 'so') next++
  if (tokens[next]?.key === 'sánh') next++
  if (said && tokens[next]?.key === 'với') next++
  while (FILLERS.has(tokens[next]?.key ?? '')) next++
  const noun = BASES.match(tokens, next, before)
  const kind = noun?.value as Comparison['kind'] | undefined
  if (noun !== null && (said || kind === 'plan' || kind === 'samePeriod')) {
    if (kind === 'plan' && !said && NOT_A_PLAN_AFTER.has(tokens[next + noun.length]?.key ?? '')) return null
    return finish(tokens, at, next + noun.length, before, kind ?? 'other')
  }
  const year = yearAt(tokens, next)
  if (year !== null && (said || tokens[at]?.key === 'năm'))
    return { kind: 'lastYear', from: at, to: year.to, text: printed(tokens, at, year.to), year: year.year }
  if (!said || next === at) return null
  return finish(tokens, at, next, before, 'other')
}

/** The last verb of comparison among tokens `from` up to `to`. */
export function moveIn(
  tokens: readonly Token[],
  from: number,
  to: number,
): { readonly move: Move; readonly at: number } | null {
  for (let at = to - 1; at >= from; at--) {
    const verb = MOVES.match(tokens, at, to)
    if (verb === null) continue
    const longer = at > from ? MOVES.match(tokens, at - 1, to) : null
    if (longer !== null && longer.length > verb.length) return { move: longer.value as Move, at: at - 1 }
    return { move: verb.value as Move, at }
  }
  return null
}

/** May token `at` stand between a figure and what it is compared with? */
export function isConnective(token: Token | undefined): boolean {
  return token !== undefined && CONNECTIVES.has(token.key)
}

const BASES =
  phrases(`kế hoạch = plan | kh = plan | dự toán = plan | dt = plan | chỉ tiêu = plan | mục tiêu = plan | nghị quyết = plan | kịch bản = plan | định mức = plan | kế hoạch năm = plan | kế hoạch vốn = plan | chỉ tiêu kế hoạch = plan | nghị quyết hđnd = plan | mức giao = plan | nhiệm vụ năm = plan | giao = plan
  cùng kỳ = samePeriod | ck = samePeriod | cùng thời điểm = samePeriod | cùng kì = samePeriod | cùng giai đoạn = samePeriod
  năm trước = lastYear | năm ngoái = lastYear | năm liền trước = lastYear | năm liền kề = lastYear | năm trước đó = lastYear
  đầu năm = other | cuối năm = other | tháng trước = other | quý trước = other | đầu nhiệm kỳ = other | đầu kỳ = other | giai đoạn trước = other | nhiệm kỳ trước = other | lần trước = other | bình quân = other | trước = other | thời điểm = other`)

// "chỉ tiêu về", "kế hoạch của" still names a plan; "kế hoạch và" may begin something else but ends the base.
const NOT_A_PLAN_AFTER = new Set(['hóa', 'số', 'trong', 'chủ', 'tổng'])

const FILLERS = new Set(['mức', 'số', 'con'])

const MOVES =
  phrases(`tăng = up | tăng thêm = up | vượt = up | vượt mức = up | nhiều hơn = up | cao hơn = up | lớn hơn = up | tăng trưởng = up | nâng = up | tăng cao = up | hơn so = up | cao gấp = times | tăng gấp = times
  giảm = down | giảm còn = ratio | giảm xuống = ratio | giảm xuống còn = ratio | thấp hơn = down | ít hơn = down | hụt = down | giảm thêm = down | giảm bớt = down | kém = down | kéo giảm = down | giảm xuống dưới = ratio
  đạt = ratio | bằng = ratio | hoàn thành = ratio | chiếm = ratio | còn = ratio | là = ratio | tương đương = ratio | tương ứng = ratio | thực hiện = ratio | tăng lên = ratio | nâng lên = ratio | lên = ratio
  gấp = times`)

const CONNECTIVES = new Set(
  `tăng giảm vượt hụt bằng đạt gấp hơn thấp cao khoảng trên dưới gần ước tính và nhưng đều chỉ mới lên xuống thêm tương đương ứng với hoàn thành tỷ lệ mức so sánh cùng kỳ ck kế hoạch kh dự toán dt chỉ tiêu
  trước ngoái là đã được bình quân thực hiện giao đề ra cả nhiều ít kém trưởng chiếm lần nhẹ mạnh tốc độ xấp xỉ lớn , ( ) - = ~ :`.split(
    /\s+/,
  ),
)

/** The rest of the base: a year, who gave the plan. Ends at a sign, a number that is no year, or a new verb. */
function finish(
  tokens: readonly Token[],
  from: number,
  at: number,
  before: number,
  kind: Comparison['kind'],
): Base {
  let to = at
  let year: number | null = null
  for (let words = 0; to < before && words < 9; words++) {
    const token = tokens[to]
    const here = yearAt(tokens, to)
    if (here !== null) {
      year ??= here.year
      to = here.to
      continue
    }
    if (token === undefined || token.kind !== 'word' || ENDS_BASE.has(token.key)) break
    if (token.key === 'năm' || BASE_WORDS.has(token.key) || kind === 'other') to++
    else break
  }
  return { kind, from, to, text: printed(tokens, from, to), year }
}

const BASE_WORDS = new Set(
  'năm giao được tỉnh trung ương tw hđnd ubnd ngành bộ đề ra cả của đã trước ngoái đặt theo nghị quyết liền kề hội đồng nhân dân ủy ban thành phố huyện cấp trên chính phủ thủ tướng vốn đầu quý tháng đặt pháp lệnh phấn đấu'.split(
    ' ',
  ),
)

const ENDS_BASE = new Set('và tăng giảm vượt đạt bằng trong gồm với còn nhưng do để là có cho ước'.split(' '))

function yearAt(tokens: readonly Token[], at: number): { year: number; to: number } | null {
  const number = tokens[at]?.key === 'năm' ? at + 1 : at
  const token = tokens[number]
  if (token?.kind !== 'number' || !/^(?:19|20)\d\d$/.test(token.text)) return null
  if (
    number === at &&
    tokens[at - 1]?.key !== 'năm' &&
    tokens[at - 1]?.key !== 'với' &&
    tokens[at - 1]?.key !== '/'
  )
    return null
  return { year: Number(token.text), to: number + 1 }
}
