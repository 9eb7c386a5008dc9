import { MULTIPLIERS } from './measures.ts'
import { isSyllable } from './syllable.ts'
import type { Token } from './tokens.ts'
import { unitAt } from './units.ts'

/** Is the number at token `at` part of a name, a year, a time or a numbering ("Khối 7", "năm 2021", "Covid-19", "1.")? */
// After these a number names a thing: "khóa 12", "Quốc lộ 6", "lần 3", "Covid 19".
const NAMED = new Set(
  'đủ điều khoản mục chương thứ lần khóa lộ ql đt tl dt covid ncov quyển vòng bảng hình phụ mẫu biểu khối f top hạng tọa sars cov cúm tet km'.split(
    ' ',
  ),
)

// After these it names a thing unless a unit follows: "tổ 5", "lớp 12", but "mỗi tổ 5 người".
const OFTEN_NAMED = new Set(
  'giai đoạn nhóm tổ cụm phòng tầng lớp bậc mức độ đội thôn khu vùng tuyến ấp khóm loại cấp phường quận ca phần đợt gói trạm bản đường hẻm ngõ số kỳ phiên tập đua chi bộ quy chuẩn máy xóm dốc cầu'.split(
    ' ',
  ),
)

const EACH = new Set(['mỗi', 'hàng', 'hằng', 'một', 'bình', 'các', 'trong'])

export function isPartOfName(tokens: readonly Token[], at: number, first: number): boolean {
  const token = tokens[at]
  const previous = tokens[at - 1]
  const next = tokens[at + 1]
  if (token === undefined) return true
  if (isTime(tokens, at)) return true
  // The second number of "thứ 25/63" goes with the first.
  if (
    previous?.key === '/' &&
    tokens[at - 2]?.kind === 'number' &&
    at - 2 > first &&
    isPartOfName(tokens, at - 2, first)
  )
    return true
  // "bình quân/100 dân": what one counts by.
  if (
    previous?.key === '/' &&
    tokens[at - 2]?.kind === 'word' &&
    at > first &&
    /^1(?:0+|0*\.000)?$/.test(token.text)
  )
    return true
  // "là 1 trong 6 đơn vị": a place among others.
  if (previous?.key === 'trong' && (tokens[at - 2]?.kind === 'number' || tokens[at - 2]?.key === 'một'))
    return true
  if (next?.kind === 'word' && next.glued && next.text.length === 1 && !/[mđlg%]/i.test(next.text))
    return true
  if (next?.kind === 'word' && next.glued && /^[Gg]$/.test(next.text)) return true
  if (previous === undefined || at <= first) return isNumbering(tokens, at)
  if (token.glued && previous.kind === 'word' && !isSyllable(previous.text.toLowerCase()))
    return previous.text.length <= 6 && !MULTIPLIERS.has(previous.key)
  if (token.glued && previous.kind === 'word' && /^[A-Za-z]{1,2}$/.test(previous.text)) return true
  if (token.glued && previous.key === '-' && previous.glued && tokens[at - 2]?.kind === 'word') return true
  if (token.glued && previous.key === '.' && previous.glued && /^\p{Lu}+$/u.test(tokens[at - 2]?.text ?? ''))
    return true
  if (previous.key === '-' && NAMED.has(tokens[at - 2]?.key ?? '') && tokens[at - 2]?.key !== 'km')
    return true
  if (isYear(token.text) && isYearHere(tokens, at)) return true
  if (previous.kind !== 'word') return isNumbering(tokens, at)
  if (['tháng', 'ngày', 'quý'].includes(previous.key))
    return !EACH.has(tokens[at - 2]?.key ?? '') && /^\d{1,2}$/.test(token.text)
  if (previous.key === 'số')
    return !['tổng', 'trong', 'chỉ', 'con', 'một', 'doanh', 'dân', 'hệ', 'điểm'].includes(
      tokens[at - 2]?.key ?? '',
    )
  if (NAMED.has(previous.key))
    return !(previous.key === 'km' || previous.key === 'khóa') || /^\d{1,3}$/.test(token.text)
  if (OFTEN_NAMED.has(previous.key))
    return (
      /^\d{1,3}$/.test(token.text) &&
      !token.text.startsWith('0') &&
      (unitAt(tokens, at + 1, at + 6) === null || previous.key === 'đua')
    )
  return false
}

function isYearHere(tokens: readonly Token[], at: number): boolean {
  const previous = tokens[at - 1]
  if (
    previous !== undefined &&
    ['đạt', 'được', 'có', 'là', 'với', ':', 'gồm', 'trồng', 'cho'].includes(previous.key)
  ) {
    const unit = unitAt(tokens, at + 1, at + 6)
    return unit === null || unit.kind === 'never' || unit.kind === 'span'
  }
  return true
}

function isTime(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]
  const previous = tokens[at - 1]
  if (
    next?.key === ':' &&
    next.glued &&
    tokens[at + 2]?.kind === 'number' &&
    tokens[at + 2]?.glued === true &&
    (tokens[at]?.text.length ?? 0) <= 2
  )
    return true
  if (
    previous?.key === ':' &&
    previous.glued &&
    tokens[at]?.glued === true &&
    tokens[at - 2]?.kind === 'number'
  )
    return true
  if (next?.key === 'h' && next.glued) return true
  return (previous?.key === 'h' || previous?.key === 'giờ') && tokens[at - 2]?.kind === 'number'
}

/** "1.", "2)", "3/" at the start of a line number a heading. */
function isNumbering(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]
  const before = tokens[at - 1]
  const opens = before === undefined || before.kind === 'line' || before.key === '•' || before.key === '('
  if (!opens) return false
  if (next?.key === ')' || next?.key === '.' || next?.key === '/' || next?.key === '-')
    return (
      /^\d{1,2}(?:\.\d{1,2}){0,3}$/.test(tokens[at]?.text ?? '') &&
      tokens[at + 2]?.kind !== 'number' &&
      !(next.key === '/' && tokens[at + 2]?.glued === true && tokens[at + 2]?.kind === 'number')
    )
  return /^\d{1,2}(?:\.\d{1,2}){1,3}$/.test(tokens[at]?.text ?? '') && /^\p{Lu}/u.test(next?.text ?? '')
}

/** A year in four digits. */
export function isYear(text: string): boolean {
  return /^(?:19|20)\d\d$/.test(text)
}
