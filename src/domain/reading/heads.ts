import { blocEnd } from './bloc.ts'
import { type Organisation, organisationAt, readOrganisations } from './organisations.ts'
import { phrases } from './phrases.ts'
import type { Head } from './reading.types.ts'
import type { Token } from './tokens.ts'
import { printed } from './units.ts'

/** Head or deputy of the bloc as printed: tokens `from` up to `to`. */
export interface PrintedHead {
  readonly role: string
  readonly deputy: boolean
  readonly unit: string
  readonly forYear: number | null
  readonly how: Head['how']
  readonly fromUnit?: string
  readonly from: number
  readonly to: number
}

/** An election or a handover that was announced and whose outcome the next sentences tell. */
export interface Announcement {
  readonly how: Head['how']
  readonly forYear: number | null
}

/**
 * Reads who is, was elected or takes over as head or deputy in one sentence. `year` is the year under review;
 * `announced` is what the sentence before said without naming anybody ("… đã bầu Trưởng khối năm 2024.").
 */
export function readHeads(
  tokens: readonly Token[],
  from: number,
  to: number,
  year: number | null,
  announced: Announcement | null = null,
): { readonly heads: readonly PrintedHead[]; readonly announced: Announcement | null } {
  const roles = readRoles(tokens, from, to)
  if (roles.length === 0) return { heads: [], announced: null }
  const units = readOrganisations(tokens, from, to)
  const pairs =
    pairInTurn(tokens, roles, units, to) ??
    roles.flatMap((role, index) => pairOf(tokens, role, roles[index - 1], units, from, to))
  const sharedYear = roles.findLast((role) => role.year !== null)?.year ?? null
  if (pairs.length === 0) {
    const verb = lastVerb(tokens, from, roles[0]?.from ?? from)
    return { heads: [], announced: verb === null ? null : { how: verb.how, forYear: sharedYear } }
  }
  const scope: Scope = { from, units, year, sharedYear, announced }
  return { heads: pairs.map((pair) => headOf(tokens, pair, scope)), announced: null }
}

interface Scope {
  readonly from: number
  readonly units: readonly Organisation[]
  readonly year: number | null
  readonly sharedYear: number | null
  readonly announced: Announcement | null
}

interface Role {
  readonly text: string
  readonly deputy: boolean
  readonly from: number
  readonly to: number
  /** End with what follows the role: "Trưởng khối thi đua Kinh tế năm 2021". */
  readonly end: number
  readonly year: number | null
}

interface Pair {
  readonly role: Role
  readonly unit: Organisation
}

const ROLES = phrases(
  `trưởng khối = head | khối trưởng = head | trưởng cụm = head | cụm trưởng = head | phó trưởng khối = deputy | phó khối = deputy | khối phó = deputy | phó trưởng cụm = deputy | phó cụm = deputy | cụm phó = deputy | phó khối trưởng = deputy | phó cụm trưởng = deputy | thường trực khối = head | thường trực cụm = head`,
)

function readRoles(tokens: readonly Token[], from: number, to: number): readonly Role[] {
  const roles: Role[] = []
  for (let at = from; at < to; at++) {
    const match = ROLES.match(tokens, at, to)
    if (match === null) continue
    const end = at + match.length
    const rest = restOfRole(tokens, end, to)
    roles.push({
      text: printed(tokens, at, end),
      deputy: match.value === 'deputy',
      from: at,
      to: end,
      end: rest.to,
      year: rest.year,
    })
    at = end - 1
  }
  return roles
}

const ROLE_REST = new Set(
  'thi đua khối cụm của các kinh tế kỹ thuật văn hóa xã hội tổng hợp nội chính ngành cơ quan và giao ước tỉnh doanh nghiệp đoàn thể mặt trận số khoa học quản lý nhà nước đảng tham mưu pháp chế lập luân phiên'.split(
    ' ',
  ),
)

function restOfRole(
  tokens: readonly Token[],
  at: number,
  before: number,
): { to: number; year: number | null } {
  let end = at
  let next = blocEnd(tokens, at, before) ?? at
  if (next > at) end = next
  for (; next < Math.min(before, end + 12); next++) {
    const token = tokens[next]
    if (token === undefined) break
    if (token.key === 'năm' && /^(?:19|20)\d\d$/.test(tokens[next + 1]?.text ?? ''))
      return { to: next + 2, year: Number(tokens[next + 1]?.text) }
    if (token.key === '-' || token.key === 'trong') continue
    if (token.kind === 'number' && tokens[next - 1]?.kind === 'word') {
      end = next + 1
      continue
    }
    const ofBloc =
      token.kind === 'word' &&
      (ROLE_REST.has(token.key) || (/^\p{Lu}+$/u.test(token.text) && next > at)) &&
      organisationAt(tokens, next, before) === null
    if (!ofBloc) break
    end = next + 1
  }
  while (end > at && ['và', 'các', 'của'].includes(tokens[end - 1]?.key ?? '')) end--
  return { to: end, year: null }
}

/** "Trưởng khối, Phó khối năm 2023 lần lượt là A và B", "A và B lần lượt làm …": one to one, in order. */
function pairInTurn(
  tokens: readonly Token[],
  roles: readonly Role[],
  units: readonly Organisation[],
  to: number,
): readonly Pair[] | null {
  if (roles.length < 2) return null
  const first = roles[0]
  const last = roles.at(-1)
  if (first === undefined || last === undefined || !areListed(tokens, roles)) return null
  const after = units.filter((unit) => unit.from >= last.to)
  const before = units.filter((unit) => unit.to <= first.from)
  const inTurn = hasPhrase(tokens, first.from - 40, to, 'lần', 'lượt')
  const pairs = (list: readonly Organisation[]) =>
    roles.flatMap((role, index) => (list[index] === undefined ? [] : [{ role, unit: list[index] }]))
  if (
    after.length >= roles.length &&
    isOpened(tokens, last.end, after[0]?.from ?? to) &&
    (inTurn || after.length === roles.length)
  )
    return pairs(after.slice(0, roles.length))
  const nearest = before.slice(-roles.length)
  if (nearest.length === roles.length && inTurn) return pairs(nearest)
  return null
}

function areListed(tokens: readonly Token[], roles: readonly Role[]): boolean {
  for (let index = 1; index < roles.length; index++) {
    const left = roles[index - 1]
    const right = roles[index]
    if (left === undefined || right === undefined || right.from - left.end > 4) return false
    for (let at = left.end; at < right.from; at++)
      if (![',', 'và', 'đơn', 'vị', '-', '/', ';'].includes(tokens[at]?.key ?? '')) return false
  }
  return true
}

function hasPhrase(
  tokens: readonly Token[],
  from: number,
  to: number,
  first: string,
  second: string,
): boolean {
  for (let at = Math.max(0, from); at < to - 1; at++)
    if (tokens[at]?.key === first && tokens[at + 1]?.key === second) return true
  return false
}

const BEFORE_ROLE = new Set(
  'được bầu chọn cử giao giữ làm là đảm nhiệm nhận vụ vai trò chức danh đơn vị tín tiếp tục phân công suy tôn bàn luân phiên thống nhất vị trí cương trách nhiệm ( - , " tỉnh lần lượt giữ đóng với hiện thay mặt đương kim nguyên sẽ trở thành trúng đồng chí tiến hành bỏ phiếu các viên hội nghị đại biểu tập thể số tuyệt đối cao trí sự của vinh dự • \n'.split(
    / /,
  ),
)

const AFTER_ROLE = new Set(
  'là : cho sang giao bàn thuộc về gồm do ( các đơn vị của - lần lượt tới đối với được chuyển sở huyện ban xã phường từ'.split(
    ' ',
  ),
)

function pairOf(
  tokens: readonly Token[],
  role: Role,
  previous: Role | undefined,
  units: readonly Organisation[],
  from: number,
  to: number,
): readonly Pair[] {
  const before = units.findLast((unit) => unit.to <= role.from && unit.from >= (previous?.end ?? from))
  if (
    before !== undefined &&
    role.from - before.to <= 12 &&
    allIn(tokens, before.to, role.from, BEFORE_ROLE) &&
    !hands(tokens, before.to, role.from) &&
    !isNamedAfter(tokens, role, units, before)
  ) {
    // "A và B làm Phó khối": both are.
    const others = sameList(tokens, units, before, previous?.end ?? from)
    return [...others, before].map((unit) => ({ role, unit }))
  }
  const after = takerAfter(tokens, role, units)
  if (
    after !== undefined &&
    after.from >= role.end &&
    isOpenedBy(tokens, role, after, units) &&
    (after.from > role.end || isSubject(tokens, after, to))
  )
    return [{ role, unit: after }]
  return []
}

function isOpenedBy(
  tokens: readonly Token[],
  role: Role,
  taker: Organisation,
  units: readonly Organisation[],
): boolean {
  const first = units.find((unit) => unit.from >= role.end) ?? taker
  return first.from - role.end <= 6 && allIn(tokens, role.end, first.from, AFTER_ROLE)
}

/** The unit named after the role; of "từ Sở A sang Sở B" the second. */
function takerAfter(
  tokens: readonly Token[],
  role: Role,
  units: readonly Organisation[],
): Organisation | undefined {
  const index = units.findIndex((unit) => unit.from >= role.to)
  const first = units[index]
  const second = units[index + 1]
  if (first === undefined || second === undefined || tokens[first.from - 1]?.key !== 'từ') return first
  return ['sang', 'cho', 'đến', 'tới'].includes(tokens[first.to]?.key ?? '') ? second : first
}

/** "A bàn giao nhiệm vụ Trưởng khối …": A gives the role away; "nhận bàn giao" takes it. */
function hands(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++)
    if ((tokens[at]?.key === 'bàn' || tokens[at]?.key === 'chuyển') && tokens[at - 1]?.key !== 'nhận')
      return true
  return false
}

/** "… cho Sở A, cụm phó là Sở B": a comma only parts the clauses. */
function isNamedAfter(
  tokens: readonly Token[],
  role: Role,
  units: readonly Organisation[],
  before: Organisation,
): boolean {
  if (role.from - before.to !== 1 || ![',', 'và', ';'].includes(tokens[before.to]?.key ?? '')) return false
  const after = units.find((unit) => unit.from >= role.end)
  return (
    after !== undefined && ['là', ':'].includes(tokens[role.end]?.key ?? '') && after.from - role.end <= 4
  )
}

/** Right after the role with no word between, a unit is the head when it then acts: "Trưởng khối Sở A bàn giao". */
function isSubject(tokens: readonly Token[], unit: Organisation, to: number): boolean {
  return (
    unit.to >= to ||
    tokens[unit.to]?.kind !== 'word' ||
    ['bàn', 'đã', 'chủ', 'báo', 'trình'].includes(tokens[unit.to]?.key ?? '')
  )
}

function sameList(
  tokens: readonly Token[],
  units: readonly Organisation[],
  last: Organisation,
  from: number,
): readonly Organisation[] {
  const verb = tokens[last.to]?.key
  if (verb !== 'làm' && verb !== 'giữ' && verb !== 'đảm' && verb !== 'được' && verb !== 'là') return []
  const index = units.indexOf(last)
  const other = units[index - 1]
  if (
    other === undefined ||
    other.from < from ||
    other.to !== last.from - 1 ||
    tokens[other.to]?.key !== 'và'
  )
    return []
  return [other]
}

function isOpened(tokens: readonly Token[], from: number, to: number): boolean {
  return to - from <= 9 && allIn(tokens, from, to, AFTER_ROLE)
}

function allIn(tokens: readonly Token[], from: number, to: number, words: ReadonlySet<string>): boolean {
  for (let at = from; at < to; at++) if (!words.has(tokens[at]?.key ?? '')) return false
  return true
}

const HOW =
  phrases(`bàn giao = handover | chuyển giao = handover | cờ luân lưu = handover | tiếp nhận = handover | trao chức danh = handover | chức danh = handover | nhận nhiệm vụ = handover | trao nhiệm vụ = handover
  bầu = elected | bình bầu = elected | bầu chọn = elected | suy tôn = elected | cử = elected | lựa chọn = elected | chọn = elected | giới thiệu = elected | thống nhất = elected | nhất trí = elected | trúng cử = elected | biểu quyết = elected
  được giao = assigned | phân công = assigned | chỉ định = assigned | luân phiên = assigned | giao = assigned | giao nhiệm vụ = assigned | quyết định = assigned`)

const RANK: readonly Head['how'][] = ['handover', 'elected', 'assigned']

function headOf(tokens: readonly Token[], pair: Pair, scope: Scope): PrintedHead {
  const start = Math.min(pair.role.from, pair.unit.from)
  const end = Math.max(pair.role.end, pair.unit.to)
  const verb = verbBefore(tokens, pair, scope.from)
  const how = verb?.how ?? scope.announced?.how ?? 'current'
  const giver = how === 'handover' && verb !== null ? giverOf(tokens, pair, scope.units, verb.at) : undefined
  const own =
    pair.role.year ??
    (how === 'current' ? yearBefore(tokens, scope.from, start) : scope.sharedYear) ??
    leadingYear(tokens, scope.from, start) ??
    scope.announced?.forYear ??
    null
  const next = how === 'elected' || how === 'handover' ? 1 : 0
  const verbAt = verb !== null && start - verb.at <= 3 ? verb.at : start
  return {
    role: pair.role.text,
    deputy: pair.role.deputy,
    unit: pair.unit.name,
    forYear: own ?? (scope.year === null ? null : scope.year + next),
    how,
    ...(giver === undefined || giver.name === pair.unit.name ? {} : { fromUnit: giver.name }),
    from: Math.min(start, giver?.from ?? start, verbAt),
    to: tokens[end]?.key === ')' ? end + 1 : end,
  }
}

/** Who hands over: the unit before the verb, or the one after "từ". */
function giverOf(
  tokens: readonly Token[],
  pair: Pair,
  units: readonly Organisation[],
  verb: number,
): Organisation | undefined {
  const before = units.findLast((unit) => unit.to <= verb && unit !== pair.unit)
  return before ?? units.find((unit) => unit !== pair.unit && tokens[unit.from - 1]?.key === 'từ')
}

function verbBefore(
  tokens: readonly Token[],
  pair: Pair,
  from: number,
): { how: Head['how']; at: number } | null {
  const end = Math.max(pair.role.from, pair.unit.from)
  const first = Math.min(pair.role.from, pair.unit.from)
  // What is said in brackets or set off by a dash describes, it does not elect: "Sở A (đơn vị Trưởng khối)".
  const described =
    ['(', '-'].includes(tokens[pair.unit.to]?.key ?? '') ||
    (tokens[pair.unit.to]?.key === ',' && pair.role.from > pair.unit.to)
  if (described && pair.role.from > pair.unit.to && !hasVerb(tokens, pair.unit.to, pair.role.from))
    return null
  let begin = from
  for (let at = first - 1; at >= from && begin === from; at--) if (tokens[at]?.key === ';') begin = at
  // "A được bầu làm Khối trưởng; B làm Khối phó": the verb before the stop holds for both.
  const goesOn = ['làm', 'giữ'].includes(tokens[pair.unit.to]?.key ?? '')
  return lastVerb(tokens, begin, end) ?? (goesOn ? lastVerb(tokens, from, end) : null)
}

/** The verb of election, handover or assignment among tokens `from` up to `to` that says most. */
function lastVerb(
  tokens: readonly Token[],
  from: number,
  to: number,
): { how: Head['how']; at: number } | null {
  let best: { how: Head['how']; at: number } | null = null
  for (let at = from; at < to; at++) {
    const match = HOW.match(tokens, at, to)
    const pledge = match?.value === 'assigned' && tokens[at + 1]?.key === 'ước'
    if (match === null || pledge) continue
    const how = match.value as Head['how']
    if (best === null || RANK.indexOf(how) <= RANK.indexOf(best.how)) best = { how, at }
    at += match.length - 1
  }
  return best
}

function hasVerb(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (HOW.match(tokens, at, to) !== null) return true
  return false
}

/** "ký giao ước năm 2023, do Sở A làm Cụm trưởng": the year last named. */
function yearBefore(tokens: readonly Token[], from: number, to: number): number | null {
  for (let at = to - 1; at >= Math.max(from + 1, to - 8); at--) {
    if (tokens[at - 1]?.key === 'năm' && /^(?:19|20)\d\d$/.test(tokens[at]?.text ?? ''))
      return Number(tokens[at]?.text)
  }
  return null
}

/** "Năm 2022, Ban Dân tộc được giao …". */
function leadingYear(tokens: readonly Token[], from: number, before: number): number | null {
  for (let at = from; at < Math.min(before, from + 4); at++) {
    if (tokens[at]?.key === 'năm' && /^(?:19|20)\d\d$/.test(tokens[at + 1]?.text ?? ''))
      return Number(tokens[at + 1]?.text)
  }
  return null
}
