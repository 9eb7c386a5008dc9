import { isCapital, readOrganisations } from './organisations.ts'
import { phrases } from './phrases.ts'
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
      if (best === null || score > best.score)
        best = { name: capitalised(withoutBrackets(printed(tokens, at, end))), score }
      at = end - 1
    }
  }
  return best?.name ?? actingUnit(tokens, sentences)
}

function withoutBrackets(name: string): string {
  return name.replace(/ ?\([^()]{2,6}\)/g, '')
}

const BLOC_ENDS = new Set(
  `báo tổ tổng sơ đã vừa gồm có tiến được tại do là phát triển long nhằm để với cho theo như đều sẽ cần trên họp ký năm tham dự phối luôn không cùng hoàn thống đề trực chúng nói nêu và bình thực nhất cơ_bản long diễn
  tiếp phấn nỗ khẩn đánh kết chủ khen trong bao vẫn cũng này bầu bỏ xét suy trao giai 6 quý lần đến từ nhận giao tập đạt hướng thông tích ban thảo chỉ nhân nhiều phân trình chấm lựa biểu đăng đồng xây tăng hội`.split(
    /\s+/,
  ),
)

const BLOC_WORDS = new Set(
  'và thi đua giao ước khối các cơ quan đơn vị sở ban ngành tham mưu quản lý nhà nước về kinh tế kỹ thuật tổng hợp nội chính văn hóa xã hội doanh nghiệp tỉnh huyện vùng số trực thuộc đảng mặt trận đoàn thể thành phố thị khoa học công nghệ nông sự pháp chế chính quyền miền núi đồng bằng trung du phường trường phòng bệnh viện ngân hàng của hành thương mại dịch vụ hạ tầng đô thị miền sông hồng duyên chính trị trấn tổ chức lực lượng vũ trang quân công an biên phòng hải quan thuế bảo hiểm giáo dục y tế mầm non tiểu phổ thông đại cao đẳng xuất bản báo chí tin tuyên truyền tư tưởng thủy lợi lâm môi xây dựng giao lập tôn dân tộc hội quần chúng đặc thù hợp tác khu ven biển giới hải đảo cửa khẩu phía bắc nam đông tây trung ương địa bàn tài chính'.split(
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
      'miền',
      'vùng',
    ],
  ],
  ['báo', ['chí']],
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

/** End of a bloc's name that begins at token `at`, null when none does. */
export function blocEnd(tokens: readonly Token[], at: number, before: number): number | null {
  const first = tokens[at]
  if (first?.kind !== 'word' || (first.key !== 'khối' && first.key !== 'cụm')) return null
  if (NOT_BEFORE.has(tokens[at - 1]?.key ?? '') && tokens[at + 1]?.key !== 'thi') return null
  let to = at + 1
  let content = 0
  let emulation = false
  while (to < before && to < at + LONGEST_NAME) {
    const step =
      tokens[to]?.kind === 'word' ? wordOfName(tokens, to, before, content) : signOfName(tokens, to, content)
    if (step === 0) break
    if (tokens[to]?.key === 'đua') emulation = true
    if (tokens[to]?.kind !== 'sign' && !EMPTY_WORDS.has(tokens[to]?.key ?? '')) content++
    to += step
  }
  while (to > at + 1 && LOOSE_ENDS.has(tokens[to - 1]?.key ?? '')) to--
  const named = emulation || first.text !== first.key || tokens[at + 1]?.key === 'các'
  return content === 0 || !named || (first.key === 'cụm' && !emulation) ? null : to
}

const LONGEST_NAME = 32

const NOT_BEFORE = new Set(['trưởng', 'phó', 'toàn', 'mỗi', 'cả', 'trong', 'từng'])

const EMPTY_WORDS = new Set(['thi', 'đua', 'giao', 'ước', 'khối', 'tỉnh', 'của', 'thuộc'])

const LOOSE_ENDS = new Set(['của', 'và', '-', ',', 'về', 'thuộc', 'các'])

/** After a comma these go on with the name: "các sở, ban, ngành", "kinh tế, kỹ thuật", "KCN, KCX, KKT". */
const LISTED = new Set(
  'ban ngành kỹ đơn đoàn thị thành khoa xã phòng cục hội tổ du thể nông thương khu'.split(' '),
)

/** How many tokens the name goes on for at a word, 0 when it ends there. */
function wordOfName(tokens: readonly Token[], at: number, before: number, content: number): number {
  const token = tokens[at]
  const next = tokens[at + 1]
  if (token === undefined) return 0
  const inName =
    (token.key === 'hội' && tokens[at - 1]?.key === 'xã') ||
    (token.key === 'tổ' && tokens[at - 1]?.key === 'các')
  if (isStop(token, next) && !inName) return 0
  const second = content > 0 && isCapital(tokens[at - 1]) && token.text.length > 1
  const known =
    isCapital(token) || BLOC_WORDS.has(token.key) || second || (content > 0 && isNameTail(token, next))
  if (!known && !(content > 0 && leadsToAct(tokens, at, before))) return 0
  if (token.key === 'tỉnh' && PROVINCES.match(tokens, at + 1, before) !== null) return 0
  const bare = content > 1 && isCapital(token) && PROVINCES.match(tokens, at, before) !== null
  if (bare && !['huyện', 'xã', 'phố', 'phường'].includes(tokens[at - 1]?.key ?? '')) return 0
  if (token.key === 'thành' && next?.key === 'phố' && PROVINCES.match(tokens, at + 2, before) !== null)
    return 0
  return 1
}

/** Unknown words belong to the name when nothing but words stands between them and what the bloc does. */
function leadsToAct(tokens: readonly Token[], at: number, before: number): boolean {
  for (let next = at; next < Math.min(before, at + 9); next++) {
    const token = tokens[next]
    if (token === undefined || (token.kind !== 'word' && token.key !== '-')) return false
    if (ACT_PHRASES.match(tokens, next, before) !== null && tokens[next - 1]?.key !== 'các') return next > at
    if (BLOC_ENDS.has(token.key) && isStop(token, tokens[next + 1]) && tokens[next - 1]?.key !== 'các')
      return false
  }
  return false
}

const ACT_PHRASES = phrases(
  `tổ chức | đã tổ chức | vừa tổ chức | tiến hành | tổng kết | sơ kết | ký kết | ký giao ước | phát động | long trọng | đã long trọng | đã tiến hành | đã tổng kết | họp | diễn ra | triển khai | tiếp tục tổ chức`,
)

/** The same at a sign or a number. */
function signOfName(tokens: readonly Token[], at: number, content: number): number {
  const token = tokens[at]
  const next = tokens[at + 1]
  if (token?.kind === 'number') {
    const lettered = next?.kind === 'word' && next.glued && next.text.length === 1
    if (/^\d{1,2}$/.test(token.text) && (content === 0 || tokens[at - 1]?.key === 'số'))
      return lettered ? 2 : 1
    return lettered ? 2 : 0
  }
  if (token?.key === '(') return abbreviationEnd(tokens, at)
  if (next?.kind !== 'word') return 0
  const joins = token?.key === '-' || token?.key === '&'
  // "Cụm thi đua số 8 - Bộ …": the ministry is no part of the name.
  if (joins && next.key === 'bộ') return 0
  if (joins) return (isCapital(next) || BLOC_WORDS.has(next.key)) && !isStop(next, tokens[at + 2]) ? 1 : 0
  const before = tokens[at - 1]
  const listed = LISTED.has(next.key) && (BLOC_WORDS.has(before?.key ?? '') || before?.key === ')')
  return token?.key === ',' && (listed || (isAbbreviation(next) && isAbbreviation(before))) ? 1 : 0
}

/** "khu công nghiệp (KCN), khu kinh tế (KKT) các tỉnh": a short form in brackets inside the name. */
function abbreviationEnd(tokens: readonly Token[], at: number): number {
  if (!isAbbreviation(tokens[at + 1]) || tokens[at + 2]?.key !== ')') return 0
  const after = tokens[at + 3]
  const goesOn =
    (after?.key === ',' && LISTED.has(tokens[at + 4]?.key ?? '')) ||
    ['các', 'miền', 'vùng'].includes(after?.key ?? '')
  return goesOn ? 3 : 0
}

function isAbbreviation(token: Token | undefined): boolean {
  return token?.kind === 'word' && /^\p{Lu}{2,6}$/u.test(token.text)
}

function isStop(token: Token, next: Token | undefined): boolean {
  if (!BLOC_ENDS.has(token.key)) return false
  // "Tổ quốc" names, "tổ chức" acts.
  if (token.key === 'tổ' && next?.key !== 'chức') return false
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
