import { isCapital, readOrganisations } from './organisations.ts'
import { PROVINCES } from './provinces.ts'
import type { Sentence } from './sections.ts'
import type { Token } from './tokens.ts'
import { printed } from './units.ts'

/** The bloc the text is about, as first named in running text; else the unit that acts in it; else null. */
export function readBlocName(tokens: readonly Token[], sentences: readonly Sentence[]): string | null {
  let best: { name: string; score: number } | null = null
  for (const [index, sentence] of sentences.entries()) {
    if (index > 60 && best !== null) break
    for (let at = sentence.from; at < sentence.to; at++) {
      const end = blocEnd(tokens, at, sentence.to)
      if (end === null) continue
      const score = blocScore(tokens, sentence, at, end) - index
      if (best === null || score > best.score) best = { name: capitalised(printed(tokens, at, end)), score }
      at = end - 1
    }
  }
  return best?.name ?? actingUnit(tokens, sentences)
}

const BLOC_ENDS = new Set(
  `tổ tổng sơ đã vừa gồm có tiến được tại do là phát triển long nhằm để với cho theo như đều sẽ cần trên họp ký năm tham dự phối luôn không cùng hoàn thống đề trực chúng nói nêu và bình thực nhất cơ_bản long diễn
  tiếp phấn nỗ khẩn đánh kết chủ khen trong bao vẫn cũng này bầu bỏ xét suy trao giai 6 quý lần đến từ nhận giao tập đạt hướng thông tích ban thảo chỉ nhân nhiều phân trình chấm lựa biểu đăng đồng xây tăng hội`.split(
    /\s+/,
  ),
)

const BLOC_WORDS = new Set(
  'và thi đua giao ước khối các cơ quan đơn vị sở ban ngành tham mưu quản lý nhà nước về kinh tế kỹ thuật tổng hợp nội chính văn hóa xã hội doanh nghiệp tỉnh huyện vùng số trực thuộc đảng mặt trận đoàn thể thành phố thị khoa học công nghệ nông sự pháp chế chính quyền miền núi đồng bằng trung du phường trường phòng bệnh viện ngân hàng của hành thương mại dịch vụ hạ tầng đô thị lực lượng vũ trang quân công an biên phòng hải quan thuế bảo hiểm giáo dục y tế mầm non tiểu phổ thông đại cao đẳng xuất bản báo chí tin tuyên truyền tư tưởng thủy lợi lâm môi xây dựng giao lập tôn dân tộc hội quần chúng đặc thù hợp tác khu ven biển giới hải đảo cửa khẩu phía bắc nam đông tây trung ương địa bàn tài chính'.split(
    ' ',
  ),
)

const ENDS_BUT: ReadonlyMap<string, readonly string[]> = new Map([
  ['tổng', ['hợp', 'công']],
  [
    'và',
    [
      'quản',
      'xã',
      'kỹ',
      'công',
      'đơn',
      'các',
      'đoàn',
      'phát',
      'tổ',
      'truyền',
      'dịch',
      'doanh',
      'thành',
      'thị',
      'môi',
      'đào',
      'kinh',
      'văn',
      'nông',
      'khoa',
      'hội',
      'du',
    ],
  ],
  ['trực', ['thuộc']],
  ['ban', ['ngành', ',', 'đảng', 'quản']],
  ['phát', ['triển', 'thanh']],
  ['thông', ['tin']],
  ['trong', []],
  ['hội', ['đặc', 'và', 'quần']],
  ['thực', ['phẩm']],
  ['tập', ['đoàn']],
  ['tham', ['mưu']],
  ['xây', ['dựng']],
  ['tổ', ['chức']],
  ['chủ', []],
])

/** End of a bloc's name that begins at `at`, null when none does. */
function blocEnd(tokens: readonly Token[], at: number, before: number): number | null {
  const first = tokens[at]
  if (first?.kind !== 'word' || (first.key !== 'khối' && first.key !== 'cụm')) return null
  const previous = tokens[at - 1]?.key ?? ''
  if (
    ['trưởng', 'phó', 'toàn', 'mỗi', 'cả', 'trong', 'từng'].includes(previous) &&
    tokens[at + 1]?.key !== 'thi'
  )
    return null
  let to = at + 1
  let content = 0
  let emulation = false
  while (to < before && to < at + 26) {
    const token = tokens[to]
    if (token === undefined || token.kind === 'line') break
    const next = tokens[to + 1]
    if (token.kind === 'number') {
      if (/^\d{1,2}$/.test(token.text) && (content === 0 || tokens[to - 1]?.key === 'số')) {
        content++
        to++
        if (tokens[to]?.glued === true && tokens[to]?.text.length === 1 && tokens[to]?.kind === 'word') to++
        continue
      }
      if (next?.glued === true && next.kind === 'word' && next.text.length === 1) {
        to += 2
        continue
      }
      break
    }
    if (token.kind === 'sign') {
      const joins =
        (token.key === '-' || token.key === '&') &&
        next?.kind === 'word' &&
        (/^\p{Lu}/u.test(next.text) || BLOC_WORDS.has(next.key)) &&
        !isStop(next, tokens[to + 2])
      const listed =
        token.key === ',' &&
        next?.kind === 'word' &&
        [
          'ban',
          'ngành',
          'kỹ',
          'đơn',
          'đoàn',
          'thị',
          'thành',
          'khoa',
          'xã',
          'phòng',
          'cục',
          'hội',
          'tổ',
          'du',
          'thể',
          'nông',
          'thương',
        ].includes(next.key) &&
        BLOC_WORDS.has(tokens[to - 1]?.key ?? '')
      if (!joins && !listed) break
      to++
      continue
    }
    if (isStop(token, next) && !(token.key === 'hội' && tokens[to - 1]?.key === 'xã')) break
    const named = /^\p{Lu}/u.test(token.text)
    const second = content > 0 && isCapital(tokens[to - 1]) && token.text.length > 1
    if (!named && !BLOC_WORDS.has(token.key) && !second && !(content > 0 && isNameTail(token, next))) break
    if (token.key === 'tỉnh' && PROVINCES.match(tokens, to + 1, before) !== null) break
    if (token.key === 'thành' && next?.key === 'phố' && PROVINCES.match(tokens, to + 2, before) !== null)
      break
    if (token.key === 'đua') emulation = true
    if (!['thi', 'đua', 'giao', 'ước', 'khối', 'tỉnh', 'của', 'thuộc'].includes(token.key)) content++
    to++
  }
  while (to > at + 1 && ['của', 'và', '-', ',', 'về', 'thuộc', 'các'].includes(tokens[to - 1]?.key ?? ''))
    to--
  if (
    content === 0 ||
    (!emulation && first.text === first.text.toLowerCase() && tokens[at + 1]?.key !== 'các')
  )
    return null
  if (first.key === 'cụm' && !emulation) return null
  return to
}

function isStop(token: Token, next: Token | undefined): boolean {
  if (!BLOC_ENDS.has(token.key)) return false
  const but = ENDS_BUT.get(token.key)
  if (but?.includes(next?.key ?? '') === true) {
    // "Khối … tổ chức Hội nghị" acts; "các tổ chức hội" names.
    return token.key === 'tổ'
  }
  return !/^\p{Lu}/u.test(token.text) || ['năm', 'tổ', 'tổng', 'sơ', 'ký'].includes(token.key)
}

function isNameTail(token: Token, next: Token | undefined): boolean {
  return (
    !BLOC_ENDS.has(token.key) &&
    next !== undefined &&
    token.text.length > 1 &&
    [
      'nghiệp',
      'thôn',
      'lực',
      'lập',
      'sinh',
      'sản',
      'tư',
      'lâm',
      'thủy',
      'tin',
      'truyền',
      'thông',
      'tải',
      'môi',
      'trường',
      'dựng',
      'biên',
      'giới',
      'quân',
      'an',
      'ninh',
      'quốc',
      'y',
      'giáo',
      'dục',
      'đào',
      'tạo',
      'lịch',
      'thao',
      'dân',
      'tộc',
      'tài',
      'hợp',
      'tác',
      'triển',
      'mưu',
      'thù',
      'đặc',
      'quần',
      'chúng',
      'nghề',
      'đại',
      'cao',
      'đẳng',
    ].includes(token.key)
  )
}

const ACTS = new Set([
  'tổ',
  'tổng',
  'sơ',
  'ký',
  'tiến',
  'vừa',
  'đã',
  'phát',
  'long',
  'họp',
  'gồm',
  'có',
  'do',
  'triển',
])

function blocScore(tokens: readonly Token[], sentence: Sentence, at: number, end: number): number {
  let score = 0
  const after = tokens[end]?.key === '(' ? tokens[end + 3]?.key : tokens[end]?.key
  if (ACTS.has(after ?? '')) score += 14
  if (/[.!…]/.test(tokens[sentence.to - 1]?.key ?? '') || sentence.line.words >= 25) score += 14
  for (let index = Math.max(sentence.from, at - 30); index < Math.min(sentence.to, end + 12); index++) {
    const key = tokens[index]?.key
    if (key === 'hội' && tokens[index + 1]?.key === 'nghị') score += 2
    if ((key === 'tổng' || key === 'sơ') && tokens[index + 1]?.key === 'kết') score += 3
  }
  for (let index = at; index < end; index++) if (tokens[index]?.key === 'đua') score += 6
  return score + Math.min(6, end - at)
}

function actingUnit(tokens: readonly Token[], sentences: readonly Sentence[]): string | null {
  for (const sentence of sentences) {
    if (sentence.line.words < 12) continue
    for (const unit of readOrganisations(tokens, sentence.from, sentence.to)) {
      for (let at = unit.to; at < Math.min(sentence.to, unit.to + 4); at++) {
        const key = tokens[at]?.key
        const next = tokens[at + 1]?.key
        if (
          (key === 'phát' && next === 'động') ||
          (key === 'tổ' && next === 'chức') ||
          (key === 'tổng' && next === 'kết') ||
          (key === 'sơ' && next === 'kết') ||
          (key === 'ban' && next === 'hành')
        )
          return unit.name
      }
    }
  }
  return null
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
