import { phrases } from './phrases.ts'
import type { Token } from './tokens.ts'

/** What a printed line is: running text, a heading, a row of a table, page furniture, or what follows the article. */
export type LineKind = 'body' | 'heading' | 'row' | 'noise' | 'tail'

/** A printed line: tokens `from` up to but not including `to`. */
export interface Line {
  readonly kind: LineKind
  readonly from: number
  readonly to: number
  readonly words: number
}

/** A sentence of running text: tokens `from` up to but not including `to`. */
export interface Sentence {
  readonly from: number
  readonly to: number
  readonly line: Line
  /** First sentence of its line. */
  readonly opens: boolean
}

/** Parts the text into lines and tells report from page furniture (menus, counters, "Tin khác" lists). */
export function readLines(tokens: readonly Token[]): readonly Line[] {
  const lines: Line[] = []
  let article = false
  let tail = false
  for (let from = 0; from < tokens.length; ) {
    let to = from
    let words = 0
    let cells = 0
    while (to < tokens.length && tokens[to]?.kind !== 'line') {
      const token = tokens[to]
      if (token?.kind === 'word') words++
      if (token?.key === '\t' || token?.key === '|') cells++
      to++
    }
    if (to > from) {
      if (article && words <= 8 && opensTail(tokens, from, to)) tail = true
      else if (tail && words >= LONG_LINE) tail = false
      const kind = tail ? 'tail' : kindOf(tokens, from, to, words, cells)
      if (kind === 'body' && words >= 25) article = true
      lines.push({ kind, from, to, words })
    }
    from = to + 1
  }
  return lines
}

/** Parts running text and headings into sentences. A stop ends one only before a capital, a quote or the line's end. */
export function readSentences(tokens: readonly Token[], lines: readonly Line[]): readonly Sentence[] {
  const sentences: Sentence[] = []
  for (const line of lines) {
    if (line.kind !== 'body' && line.kind !== 'heading') continue
    let from = line.from
    for (let at = line.from; at < line.to; at++) {
      const full = at - from >= LONGEST || (at - from >= LONG && tokens[at]?.key === ';')
      if (!full && !endsSentence(tokens, at, line.to)) continue
      sentences.push({ from, to: at + 1, line, opens: from === line.from })
      from = at + 1
    }
    if (from < line.to) sentences.push({ from, to: line.to, line, opens: from === line.from })
  }
  return sentences
}

/** Text without a stop is cut, so that no work grows faster than the length. */
const LONG = 500
const LONGEST = 900

/** A line of this many words is no headline in a list of other news: the article goes on. */
const LONG_LINE = 60

const TAIL =
  phrases(`tin khác | các tin khác | tin tức khác | tin mới | tin mới hơn | tin mới nhất | tin cũ hơn | tin liên quan | tin bài liên quan | bài liên quan | bài viết liên quan
  các bài viết khác | các bài khác | bài viết khác | bài viết mới | tin cùng chuyên mục | cùng chuyên mục | tin đã đưa | các tin đã đưa | các tin liên quan | tin bài khác | tin nổi bật | tin đọc nhiều
  đọc nhiều | xem nhiều | xem nhiều nhất | tin xem nhiều | bình luận | ý kiến bạn đọc | gửi bình luận | chia sẻ bài viết | văn bản mới | liên kết website | liên kết web | thăm dò ý kiến | thống kê truy cập | lượt truy cập
  số lượt truy cập | tin cùng loại | tin tiếp theo | những tin mới hơn | những tin cũ hơn | các tin bài khác | xem tiếp | có thể bạn quan tâm | thông tin liên quan | tin trước | bài trước | bài tiếp theo | tags | từ khóa | xem thêm | các bài mới | các tin mới | các tin cũ hơn | các tin mới hơn | tin tức liên quan | các bài viết liên quan`)

const NOISE =
  phrases(`lượt xem | số lượt xem | lượt đọc | số lượt đọc | lượt truy cập | số lượt truy cập | đã xem | skip ribbon | skip to | trang chủ | gửi email | in trang | cỡ chữ | bản quyền | điện thoại | đt | tel | fax | email | hotline | địa chỉ | giấy phép
  đang truy cập | đang online | hôm nay | hôm qua | tháng này | tổng lượt truy cập | tổng truy cập | đăng nhập | đăng ký tài khoản | tìm kiếm | copyright | số người truy cập | khách online | thành viên online | đã đọc | màu chữ | in bài viết | chia sẻ | xem với cỡ chữ | font size | views | lượt xem bài`)

function opensTail(tokens: readonly Token[], from: number, to: number): boolean {
  let at = from
  while (at < to && tokens[at]?.kind === 'sign') at++
  const found = TAIL.match(tokens, at, to)
  if (found === null) return false
  const rest = tokens.slice(at + found.length, to)
  return rest.every((token) => token.kind !== 'word') || rest[0]?.key === ':' || rest.length <= 2
}

function kindOf(tokens: readonly Token[], from: number, to: number, words: number, cells: number): LineKind {
  if (cells >= 2) return 'row'
  if (words === 0) return 'noise'
  if (words <= 14 && isFurniture(tokens, from, to)) return 'noise'
  if (words <= 30 && !/[.;:!?,]/.test(tokens[to - 1]?.key ?? '') && isNumbered(tokens, from, to))
    return 'heading'
  return 'body'
}

function isFurniture(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const found = NOISE.match(tokens, at, to)
    if (found === null) continue
    // "Hôm nay", "địa chỉ" open a counter or an address; inside a line they are ordinary words.
    if (at === from || tokens[at - 1]?.kind !== 'word' || /xem|đọc|truy cập/.test(found.value)) return true
  }
  return false
}

const NUMBERING = /^(?:[IVX]{1,5}|[a-zđA-Z])$/

function isNumbered(tokens: readonly Token[], from: number, to: number): boolean {
  const first = tokens[from]
  const second = tokens[from + 1]
  if (first === undefined || second === undefined || from + 2 >= to) return false
  const mark = second.key === '.' || second.key === ')' || second.key === '/'
  return mark && (first.kind === 'number' || NUMBERING.test(first.text))
}

const SHORTENED = new Set([
  'tp',
  'ts',
  'gs',
  'pgs',
  'ths',
  'tx',
  'tt',
  'ks',
  'bs',
  'cn',
  'nxb',
  'đ',
  'mr',
  'bà',
  'q',
  'p',
])

function endsSentence(tokens: readonly Token[], at: number, before: number): boolean {
  const token = tokens[at]
  if (token === undefined || token.kind !== 'sign') return false
  if (token.key !== '.' && token.key !== '!' && token.key !== '?' && token.key !== '…') return false
  const previous = tokens[at - 1]
  const next = tokens[at + 1]
  if (next === undefined || at + 1 >= before) return true
  if (previous !== undefined && token.key === '.' && token.glued && SHORTENED.has(previous.key)) return false
  if (next.kind === 'word') return /^\p{Lu}/u.test(next.text)
  if (next.key === '"' || next.key === '•' || next.key === '-' || next.key === '+' || next.key === '(')
    return true
  return next.kind === 'number' && !next.glued
}
