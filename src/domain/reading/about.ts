import { isCapital, type Organisation, readOrganisations } from './organisations.ts'
import { PROVINCES } from './provinces.ts'
import { printed } from './quantities.ts'
import type { Line, Sentence } from './sections.ts'
import type { Token } from './tokens.ts'

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

/** The year under review: the year that is summed up, not the year whose tasks are set out or in which one meets. */
export function readYear(
  tokens: readonly Token[],
  lines: readonly Line[],
  metIn: number | null,
): number | null {
  const scores = new Map<number, number>()
  let order = 0
  for (const line of lines) {
    if (line.kind === 'tail' || line.kind === 'noise') continue
    for (let at = line.from; at < line.to - 1; at++) {
      if (metIn !== null && order < 6 && isHalfYear(tokens, at))
        scores.set(metIn, (scores.get(metIn) ?? 0) + 14)
      if (tokens[at]?.key !== 'năm') continue
      const text = tokens[at + 1]?.text ?? ''
      if (!/^(?:19[5-9]\d|20\d\d)$/.test(text)) continue
      const score = yearScore(tokens, line, at) * (order < 12 ? 1.5 : 1)
      order++
      scores.set(Number(text), (scores.get(Number(text)) ?? 0) + score)
    }
  }
  let best: number | null = null
  for (const [year, score] of scores)
    if (score > 0 && (best === null || score > (scores.get(best) ?? 0))) best = year
  return best ?? metIn
}

/** The province whose bloc it is, told by "tỉnh …", the paper's name, the place of signing. */
export function readProvince(tokens: readonly Token[], lines: readonly Line[]): string | null {
  const scores = new Map<string, number>()
  for (const line of lines) {
    for (let at = line.from; at < line.to; at++) {
      const match = PROVINCES.match(tokens, at, line.to)
      if (match === null || !/^\p{Lu}/u.test(tokens[at]?.text ?? '')) continue
      const score =
        provinceScore(tokens, at, at + match.length) *
        (line.kind === 'tail' || line.kind === 'noise' ? 0.3 : 1)
      if (score > 0) scores.set(match.value, (scores.get(match.value) ?? 0) + score)
      at += match.length - 1
    }
  }
  const ranked = [...scores].sort((left, right) => right[1] - left[1])
  const [first, second] = ranked
  if (first === undefined) return null
  return second !== undefined && second[1] >= first[1] * 0.8 ? null : first[0]
}

/** Members named as such: lists after "gồm", "các đơn vị thành viên". */
export function readMembers(
  tokens: readonly Token[],
  sentences: readonly Sentence[],
): readonly Organisation[] {
  for (const sentence of sentences) {
    const units = readOrganisations(tokens, sentence.from, sentence.to)
    if (units.length < 3) continue
    for (let at = sentence.from; at < sentence.to; at++) {
      const key = tokens[at]?.key
      const opens =
        key === 'gồm' ||
        key === ':' ||
        key === '(' ||
        (key === 'vị' && tokens[at + 1]?.key === 'là') ||
        key === 'có'
      if (!opens || !saysMembers(tokens, sentence.from, at)) continue
      const listed = listFrom(tokens, units, at)
      if (listed.length >= 3) return listed
    }
  }
  return []
}

function saysMembers(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = Math.max(from, to - 24); at < to; at++) {
    const key = tokens[at]?.key
    if (key === 'khối' || key === 'cụm' || (key === 'thành' && tokens[at + 1]?.key === 'viên')) return true
  }
  return false
}

function listFrom(
  tokens: readonly Token[],
  units: readonly Organisation[],
  at: number,
): readonly Organisation[] {
  const listed: Organisation[] = []
  let end = at + 1
  for (const unit of units) {
    if (unit.from < at) continue
    if (unit.from - end > (listed.length === 0 ? 12 : 7)) break
    let breaks = false
    for (let between = end; between < unit.from; between++)
      if (['chuyên', 'dự', 'do', 'được'].includes(tokens[between]?.key ?? '')) breaks = true
    if (breaks) break
    listed.push(unit)
    end = unit.to
  }
  return listed
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

const NEXT_TASKS = new Set(['vụ', 'hướng', 'tác', 'hoạch', 'tiêu'])

function yearScore(tokens: readonly Token[], line: Line, at: number): number {
  // The year of a day ("tháng 01 năm 2023") says when one writes.
  if (tokens[at - 1]?.kind === 'number' && tokens[at - 2]?.key === 'tháng') return 0
  let score = 1
  let reviewed = false
  for (let index = at - 1; index >= Math.max(line.from, at - 26); index--) {
    const key = tokens[index]?.key
    const next = tokens[index + 1]?.key
    if (key === 'năm' && tokens[index + 1]?.kind === 'number') break
    if (key === '.' && tokens[index + 1]?.kind === 'word') break
    if ((key === 'so' || key === 'với') && at - index <= 6) return 0
    if ((key === 'tổng' || key === 'sơ') && next === 'kết') reviewed = true
    if (key === 'quả' && tokens[index - 1]?.key === 'kết') score += 1
    if (key === 'ước' && tokens[index - 1]?.key === 'giao') score += 3
    if (key === 'hướng' && tokens[index - 1]?.key === 'phương') score -= 3
    if (key === 'vụ' && tokens[index - 1]?.key === 'nhiệm' && isSetOut(tokens, index)) score -= 3
    if ((key === 'trưởng' || key === 'phó') && at - index <= 8) score -= 0.5
    if (key === 'thông' || key === 'luật' || key === 'định') score -= 0.2
  }
  if (reviewed) score += 9
  const halfYear = tokens[at - 1]?.key === 'đầu' && tokens[at - 2]?.key === 'tháng'
  return halfYear ? score + 3 : score
}

/** "sơ kết … 6 tháng đầu năm" with no year: the year in which one meets. */
function isHalfYear(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.key !== 'sơ' || tokens[at + 1]?.key !== 'kết') return false
  for (let index = at + 2; index < at + 20; index++) {
    if (
      tokens[index]?.key === 'tháng' &&
      tokens[index + 1]?.key === 'đầu' &&
      tokens[index + 2]?.key === 'năm'
    )
      return tokens[index + 3]?.kind !== 'number'
  }
  return false
}

/** "triển khai nhiệm vụ năm …" sets out what comes; "hoàn thành nhiệm vụ năm …" looks back. */
function isSetOut(tokens: readonly Token[], at: number): boolean {
  for (let index = at - 2; index >= Math.max(0, at - 8); index--) {
    const key = tokens[index]?.key ?? ''
    if (['khai', 'hướng', 'ra', 'bàn'].includes(key)) return true
    if (key === 'thành' || key === 'hiện' || key === 'quả') return false
  }
  return NEXT_TASKS.has(tokens[at]?.key ?? '') && /^\p{Lu}/u.test(tokens[at - 1]?.text ?? '')
}

const CITIES = new Set(['Hà Nội', 'Hải Phòng', 'Đà Nẵng', 'Cần Thơ', 'Hồ Chí Minh', 'Huế'])

function provinceScore(tokens: readonly Token[], at: number, end: number): number {
  const before = tokens[at - 1]
  const key = before?.key ?? ''
  const name = printed(tokens, at, end)
  if (key === 'tỉnh') return 3
  if (key === 'báo' || key === 'đài') return 3
  const city =
    (key === 'phố' && tokens[at - 2]?.key === 'thành') ||
    key === 'tp' ||
    (key === '.' && tokens[at - 2]?.key === 'tp')
  if (city) return CITIES.has(name) ? 3 : 0.2
  if (name === 'Hồ Chí Minh') return 0
  if (tokens[end]?.key === ',' && tokens[end + 1]?.key === 'ngày') return 4
  if (
    [
      'huyện',
      'xã',
      'phường',
      'quận',
      'đường',
      'gia',
      'trại',
      'hồ',
      'sông',
      'nhà',
      'máy',
      'ông',
      'bà',
      'chí',
      'nguyễn',
      'trần',
      'lê',
      'phạm',
    ].includes(key)
  )
    return 0
  return 0.8
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
