import { type Organisation, readOrganisations } from './organisations.ts'
import { PROVINCES } from './provinces.ts'
import type { Line, Sentence } from './sections.ts'
import type { Token } from './tokens.ts'
import { printed } from './units.ts'

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
  // A text that names many provinces is about none of them alone.
  const others = ranked.slice(1).reduce((sum, one) => sum + one[1], 0)
  if (ranked.length >= 4 && first[1] < others) return null
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
