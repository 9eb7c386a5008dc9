import { phrases } from './phrases.ts'
import type { Token } from './tokens.ts'
import { printed } from './units.ts'

/** An award named in the text, with who gives it when that is said: tokens `from` up to `to`. */
export interface AwardMention {
  readonly kind: string
  readonly from: number
  readonly to: number
}

/** Finds awards (Cờ thi đua, Bằng khen, Giấy khen, Huân chương, danh hiệu) among tokens `from` up to `to`. */
export function readAwardMentions(
  tokens: readonly Token[],
  from: number,
  to: number,
): readonly AwardMention[] {
  const found: AwardMention[] = []
  for (let at = from; at < to; at++) {
    const match = KINDS.match(tokens, at, to)
    if (match === null) continue
    if (match.value === 'quoted' && !isPlainFlag(tokens, at, at + match.length)) continue
    const end = giverEnd(tokens, at + match.length, to)
    found.push({ kind: capitalised(printed(tokens, at, end)), from: at, to: end })
    at = end - 1
  }
  return found
}

const KINDS =
  phrases(`cờ thi đua | cờ thi đua xuất sắc | cờ đơn vị xuất sắc | cờ đơn vị dẫn đầu | cờ dẫn đầu | cờ thi đua xuất sắc dẫn đầu | cờ = quoted | bằng khen | giấy khen
  huân chương lao động | huân chương độc lập | huân chương bảo vệ tổ quốc | huân chương chiến công | huân chương hồ chí minh | tập thể lao động xuất sắc | tập thể lao động tiên tiến | đơn vị quyết thắng | đơn vị tiên tiến
  chiến sỹ thi đua cơ sở | chiến sỹ thi đua cấp cơ sở | chiến sỹ thi đua cấp tỉnh | chiến sỹ thi đua tỉnh | chiến sỹ thi đua toàn quốc | chiến sỹ thi đua | lao động tiên tiến | kỷ niệm chương | anh hùng lao động | danh hiệu đơn vị xuất sắc | bằng khen toàn diện | cstđ cơ sở | cstđ cấp tỉnh | cstđcs | cstđ toàn quốc | bằng lao động sáng tạo | thầy thuốc ưu tú | nhà giáo ưu tú | thầy thuốc nhân dân | nhà giáo nhân dân | nghệ nhân ưu tú | nghệ sĩ ưu tú`)

/** "tặng cờ cho", "Cờ “Đơn vị dẫn đầu …”": a bare "cờ" is an award only so; a flag handed on is none. */
function isPlainFlag(tokens: readonly Token[], at: number, to: number): boolean {
  const next = tokens[to]?.key
  if (next === '"') return true
  if (next === 'luân' || next === 'lưu') return false
  const before = tokens[at - 1]?.key
  return (
    (before === 'tặng' || before === 'nhận' || before === 'trao' || before === '#') &&
    ['cho', 'của', 'thi', 'chính', 'xuất', 'và', ','].includes(next ?? '')
  )
}

const AFTER_KIND = phrases(
  `hạng nhất | hạng nhì | hạng ba | xuất sắc | cấp tỉnh | cấp bộ | cấp cơ sở | toàn diện | cấp nhà nước | dẫn đầu phong trào thi đua | xuất sắc dẫn đầu | đơn vị xuất sắc | đơn vị dẫn đầu phong trào thi đua | thành tích cao | dẫn đầu`,
)

const GIVERS =
  phrases(`chính phủ | thủ tướng chính phủ | thủ tướng | chủ tịch ubnd tỉnh | chủ tịch ủy ban nhân dân tỉnh | ubnd tỉnh | ủy ban nhân dân tỉnh | tỉnh | chủ tịch nước | nhà nước | ubnd thành phố | chủ tịch ubnd thành phố | ủy ban nhân dân thành phố | chủ tịch ủy ban nhân dân thành phố | thành phố | chủ tịch tỉnh
  bộ trưởng | bộ | ubnd huyện | chủ tịch ubnd huyện | giám đốc sở | tổng liên đoàn lao động việt nam | tổng liên đoàn | tổng cục | trung ương | tỉnh ủy | ban thường vụ tỉnh ủy | hội đồng nhân dân tỉnh | hđnd tỉnh | chủ tịch hđnd tỉnh | chủ tịch ubnd | ubnd | cụm | khối | ngành`)

function giverEnd(tokens: readonly Token[], at: number, before: number): number {
  let to = at
  for (let steps = 0; steps < 3; steps++) {
    if (tokens[to]?.key === '"' || tokens[to]?.key === "'") {
      const close = closingQuote(tokens, to, before)
      if (close === null) break
      to = close + 1
      continue
    }
    const more = AFTER_KIND.match(tokens, to, before)
    if (more === null) break
    to += more.length
  }
  const of = tokens[to]?.key === 'của' || tokens[to]?.key === 'do' ? 1 : 0
  const giver = GIVERS.match(tokens, to + of, before)
  if (giver === null) return to
  let end = to + of + giver.length
  const named = ['bộ', 'bộ trưởng', 'tổng cục', 'giám đốc sở', 'ubnd huyện', 'chủ tịch ubnd huyện'].includes(
    giver.value,
  )
  if (named)
    while (
      end < before &&
      end < to + 14 &&
      (isNameWord(tokens[end]) ||
        ((tokens[end]?.key === 'và' || tokens[end]?.key === '&' || tokens[end]?.key === '-') &&
          isNameWord(tokens[end + 1]) &&
          tokens[end + 1]?.key !== 'bằng'))
    )
      end++
  return end
}

function isNameWord(token: Token | undefined): boolean {
  return (
    token?.kind === 'word' &&
    (/^\p{Lu}/u.test(token.text) || NAME_WORDS.has(token.key)) &&
    token.key !== 'sở' &&
    token.key !== 'bằng' &&
    token.key !== 'cờ'
  )
}

const NAME_WORDS = new Set([
  'nghệ',
  'thông',
  'trường',
  'vận',
  'tải',
  'đào',
  'tạo',
  'thương',
  'nghiệp',
  'chính',
  'vụ',
  'hội',
  'lịch',
  'tế',
  'tư',
  'dựng',
  'phòng',
  'an',
  'thôn',
  'triển',
  'binh',
])

function closingQuote(tokens: readonly Token[], at: number, before: number): number | null {
  for (let next = at + 1; next < Math.min(before, at + 20); next++)
    if (tokens[next]?.key === tokens[at]?.key) return next
  return null
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
