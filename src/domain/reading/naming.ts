import type { Figure } from './figures.ts'
import { MEASURES } from './measures.ts'
import { phrases } from './phrases.ts'
import type { Token } from './tokens.ts'
import { printed } from './units.ts'

/** What a figure is called, and the tokens that say it together with its value. */
export interface Naming {
  readonly name: string
  readonly from: number
  readonly to: number
}

/**
 * Names a figure: by the words before it when they name a measure ("Giá trị sản xuất công nghiệp ước đạt …"),
 * else by what is counted after it ("32 dự án đầu tư mới"), else by the name of the figure before it.
 */
export function nameFigure(
  tokens: readonly Token[],
  figure: Figure,
  sentenceTo: number,
  inherited: string,
  named: number,
): Naming {
  const quantity = figure.quantity
  const start = nameStart(tokens, figure, named)
  const end = trimEnd(tokens, start, quantity.from)
  if (end - start <= 3 && tokens[start]?.key === 'tương' && tokens[start + 1]?.key === 'đương')
    return { name: `quy đổi ${inherited}`.trim(), from: start, to: figure.to }
  const counts = quantity.kind === 'count' || quantity.kind === 'group' || quantity.kind === 'percent'
  const measured = start < end && MEASURE_NAMES.match(tokens, start, end) !== null
  if (measured) return { name: lowerFirst(printed(tokens, start, end)), from: start, to: figure.to }
  if (counts) {
    const after = afterEnd(tokens, quantity.to, sentenceTo)
    const from = quantity.kind === 'percent' ? quantity.to : quantity.unitFrom
    if (after > quantity.to || quantity.kind !== 'percent') {
      const before = start < end && after === quantity.to ? printed(tokens, start, end) : ''
      const counted = printed(tokens, from, after)
      const name = before === '' ? counted : `${before} ${quantity.kind === 'percent' ? '' : counted}`.trim()
      if (name !== '')
        return {
          name: lowerFirst(name),
          from: before === '' ? quantity.from : start,
          to: Math.max(figure.to, after),
        }
    }
  }
  if (start < end) return { name: lowerFirst(printed(tokens, start, end)), from: start, to: figure.to }
  return { name: inherited === '' ? quantity.unit : inherited, from: quantity.from, to: figure.to }
}

/** The unit of a number without one: "Số hồ sơ tiếp nhận: 1.250" counts hồ sơ. */
export function unitOfName(tokens: readonly Token[], figure: Figure): string {
  const start = nameStart(tokens, figure)
  for (let at = start; at < figure.quantity.from; at++) {
    const key = tokens[at]?.key
    if (key !== 'số' && key !== 'lượng') continue
    const noun = MEASURES.match(tokens, at + 1, figure.quantity.from)
    if (noun !== null && (noun.value === 'count' || noun.value === 'group'))
      return printed(tokens, at + 1, at + 1 + noun.length)
  }
  return ''
}

const MEASURE_NAMES =
  phrases(`tổng | giá trị | số | tỷ lệ | tỷ trọng | diện tích | kim ngạch | sản lượng | năng suất | chỉ số | doanh thu | tốc độ | grdp | gdp | vốn | thu | chi | mức | tổng mức | lượng | công suất | tổng số | tổng vốn | tổng thu | tổng diện tích | tổng giá trị | tổng sản phẩm | tổng kinh phí | kinh phí | ngân sách | bình quân | thu nhập | dư nợ | nguồn vốn | chỉ tiêu | độ che phủ | mật độ
  quy mô | khối lượng | điểm | hệ số | số lượng | số lượt | giá | dân số | tuổi thọ | tổng đàn | lưu lượng | công tác | giải ngân | xuất khẩu | nhập khẩu | tăng trưởng | cơ cấu | khu vực | trồng | chăm sóc | khai thác | nuôi | gieo trồng | vốn đầu tư | thu hút | nộp | nợ | tiền | chiều dài | số thu | sản xuất | huy động | vận chuyển | vận tải | tiêu thụ`)

// Words that lead to a figure and are no part of its name.
const LEADING = new Set(
  'trong đó đã và với cùng đồng thời ngoài ra còn là riêng , - + • " đến nay hiện bên cạnh theo đạt được kết quả cụ thể như : các mà nhờ về'.split(
    ' ',
  ),
)

const TRAILING = new Set(
  'đạt được là ước tính cả năm khoảng trên hơn gần : có tăng giảm với đã chỉ mới , ( bằng - thực hiện còn ở mức đến nay lên tới phấn đấu dự kiến bình quân chiếm vượt hoàn thành và xuống trưởng ) ngày'.split(
    ' ',
  ),
)

function nameStart(tokens: readonly Token[], figure: Figure, after = 0): number {
  let start = Math.max(floorOf(tokens, figure), Math.min(after, figure.quantity.from))
  const floor = start
  let comma = -1
  let named = -1
  let depth = 0
  for (let at = figure.quantity.from - 1; at >= floor && at >= figure.quantity.from - 40; at--) {
    const token = tokens[at]
    if (token === undefined) break
    if (token.key === ')') depth++
    else if (token.key === '(') {
      if (depth === 0) {
        start = at + 1
        break
      }
      depth--
    } else if (depth === 0) {
      if (
        token.key === ';' ||
        token.key === '•' ||
        token.key === '\t' ||
        token.key === '…' ||
        (token.key === ':' && at < figure.quantity.from - 2) ||
        (token.key === '.' && tokens[at - 1]?.kind === 'word')
      ) {
        start = at + 1
        break
      }
      if (token.key === ',' && comma < 0 && saysSomething(tokens, at + 1, figure.quantity.from)) comma = at
      if (
        named < 0 &&
        isBoundary(tokens[at - 1], at, floor) &&
        MEASURE_NAMES.match(tokens, at, figure.quantity.from) !== null
      )
        named = at
    }
  }
  if (named >= start) start = named
  else if (comma >= start && comma < figure.quantity.from - 1) start = comma + 1
  while (start < figure.quantity.from && LEADING.has(tokens[start]?.key ?? '')) start++
  // "Năm 2021, …": the year says when, not what.
  if (tokens[start]?.key === 'năm' && tokens[start + 1]?.kind === 'number') start += 2
  while (start < figure.quantity.from && LEADING.has(tokens[start]?.key ?? '')) start++
  return start
}

/** A figure in brackets inside the name ("tại thôn, bản (541 thôn): 330 lượt") does not begin it. */
function floorOf(tokens: readonly Token[], figure: Figure): number {
  if (tokens[figure.after]?.key !== ')') return figure.after
  let open = figure.after
  while (open > figure.after - 14 && tokens[open]?.key !== '(') open--
  if (tokens[open]?.key !== '(') return figure.after + 1
  let floor = open
  while (
    floor > open - 20 &&
    tokens[floor - 1]?.kind !== 'number' &&
    tokens[floor - 1]?.kind !== 'line' &&
    ![';', '.', undefined].includes(tokens[floor - 1]?.key)
  )
    floor--
  return floor
}

/** "đến ngày 10/11/2020 là" only says when. */
function saysSomething(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const token = tokens[at]
    if (
      token?.kind === 'word' &&
      !LEADING.has(token.key) &&
      !TRAILING.has(token.key) &&
      !['ngày', 'tháng', 'năm'].includes(token.key)
    )
      return true
  }
  return false
}

function isBoundary(token: Token | undefined, at: number, first: number): boolean {
  return (
    at === first ||
    token === undefined ||
    token.kind === 'sign' ||
    token.kind === 'line' ||
    [
      'và',
      'đó',
      'với',
      'là',
      'riêng',
      'đạt',
      'được',
      'đưa',
      'có',
      'nên',
      'do',
      'vì',
      'khi',
      'để',
      'thì',
    ].includes(token.key)
  )
}

function trimEnd(tokens: readonly Token[], start: number, to: number): number {
  let end = to
  while (
    end > start &&
    (TRAILING.has(tokens[end - 1]?.key ?? '') ||
      (tokens[end - 1]?.kind === 'number' && tokens[end - 2]?.key === 'năm'))
  )
    end--
  return end
}

const ENDS_AFTER = new Set(
  'được đã là đạt để cho tại do với có và trong theo nhằm tăng giảm gồm bao về vào đang sẽ thì trên từ đến tương nhưng tổng của bằng so trở lên'.split(
    ' ',
  ),
)

function afterEnd(tokens: readonly Token[], at: number, before: number): number {
  let to = at
  while (to < before && to < at + 9) {
    const token = tokens[to]
    if (token === undefined || token.kind !== 'word' || ENDS_AFTER.has(token.key)) break
    to++
  }
  return to
}

function lowerFirst(text: string): string {
  const second = text.charAt(1)
  return second !== '' && second === second.toUpperCase() && second !== second.toLowerCase()
    ? text
    : text.charAt(0).toLowerCase() + text.slice(1)
}
