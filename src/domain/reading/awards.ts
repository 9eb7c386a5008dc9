import { type AwardMention, readAwardMentions } from './award-mentions.ts'
import { isCapital, readOrganisations } from './organisations.ts'
import { phrases } from './phrases.ts'
import { PROVINCES } from './provinces.ts'
import type { AwardStatus } from './reading.types.ts'
import type { Token } from './tokens.ts'
import { printed } from './units.ts'

/** An award with those named or counted for it; tokens `from` up to `to` say so. */
export interface PrintedAward {
  readonly kind: string
  readonly recipients: readonly string[]
  readonly count?: number
  readonly status: AwardStatus
  readonly from: number
  readonly to: number
}

/**
 * Reads the awards of one sentence: "A nhận …; B nhận …; C và D nhận …", "tặng … cho A, B", "…: A; B", "… cho 3 đơn vị".
 * An award without anybody named or counted says nothing and is left out. `context` is what was said just before.
 */
export function readAwards(
  tokens: readonly Token[],
  from: number,
  to: number,
  context: number,
): readonly PrintedAward[] {
  const mentions = readAwardMentions(tokens, from, to)
  if (mentions.length === 0) return []
  const parties = readParties(tokens, from, to, mentions)
  const found: PrintedAward[] = []
  const sharing: AwardMention[] = []
  let told = from
  for (const [index, mention] of mentions.entries()) {
    const start = Math.max(told, mentions[index - 1]?.to ?? from)
    const end = mentions[index + 1]?.from ?? to
    const group =
      partiesAfter(tokens, parties, mention, end, mentions[index + 1] !== undefined) ??
      partiesBefore(tokens, parties, mention, start) ??
      countedBefore(tokens, mention)
    if (group === null) {
      if (end - mention.to <= 2 && mentions[index + 1] !== undefined && joins(tokens, mention.to, end))
        sharing.push(mention)
      continue
    }
    for (const one of [...sharing, mention])
      found.push(...awardsOf(tokens, one, group, statusOf(tokens, one, Math.min(context, from), to)))
    sharing.length = 0
    told = group.at(-1)?.to ?? told
  }
  return found
}

/** Does the sentence speak of awards? Numbers of units and persons in it then count who is rewarded. */
export function speaksOfAwards(tokens: readonly Token[], from: number, to: number): boolean {
  return readAwardMentions(tokens, from, to).length > 0
}

/** A named unit, or a number of unnamed ones. */
interface Party {
  readonly name: string | null
  readonly count: number
  readonly from: number
  readonly to: number
}

const GROUPS = phrases(
  `đơn vị | tập thể | cá nhân | cơ quan | sở | sở , ngành | sở , ban , ngành | hộ gia đình | hộ | đồng chí | doanh nghiệp | cơ quan , đơn vị | huyện | xã | thành viên | cán bộ | công chức | viên chức | địa phương | tập thể , cá nhân | trường hợp | sở ngành | phòng | người | ban | tổ chức`,
)

const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ['một', 1],
  ['hai', 2],
  ['ba', 3],
  ['bốn', 4],
  ['năm', 5],
  ['sáu', 6],
  ['bảy', 7],
  ['tám', 8],
  ['chín', 9],
  ['mười', 10],
])

function readParties(
  tokens: readonly Token[],
  from: number,
  to: number,
  mentions: readonly AwardMention[],
): readonly Party[] {
  const parties: Party[] = []
  for (const unit of readOrganisations(tokens, from, to)) {
    if (mentions.some((mention) => unit.from >= mention.from && unit.from < mention.to)) continue
    if (isGiver(tokens, unit.from, unit.to)) continue
    parties.push({ name: unit.name, count: 1, from: unit.from, to: unit.to })
  }
  for (const place of namedProvinces(tokens, from, to)) {
    if (!parties.some((party) => party.from <= place.from && party.to > place.from)) parties.push(place)
  }
  for (let at = from; at < to; at++) {
    const count = countAt(tokens, at)
    if (count === null) continue
    const group = GROUPS.match(tokens, at + 1, to)
    if (group === null || parties.some((party) => party.from <= at && party.to > at)) continue
    if (tokens[at + 1 + group.length]?.key === 'đầu') continue
    parties.push({ name: null, count, from: at, to: at + 1 + group.length })
  }
  return parties.sort((left, right) => left.from - right.from)
}

/** In a bloc of provinces the members go by their provinces: "tặng Cờ thi đua gồm Bắc Kạn, Bắc Giang". */
function namedProvinces(tokens: readonly Token[], from: number, to: number): readonly Party[] {
  const found: Party[] = []
  for (let at = from; at < to; at++) {
    const match = PROVINCES.match(tokens, at, to)
    if (match === null || !isCapital(tokens[at])) continue
    const opened = ['gồm', ':', 'cho'].includes(tokens[at - 1]?.key ?? '')
    const listed = found.at(-1)?.to === at - 1 && [',', 'và'].includes(tokens[at - 1]?.key ?? '')
    if (opened || listed)
      found.push({ name: printed(tokens, at, at + match.length), count: 1, from: at, to: at + match.length })
    at += match.length - 1
  }
  return found
}

function countAt(tokens: readonly Token[], at: number): number | null {
  const token = tokens[at]
  if (token?.kind === 'number')
    return token.value !== null && /^\d{1,5}$/.test(token.value) && tokens[at + 1]?.kind === 'word'
      ? Number(token.value)
      : null
  const word = NUMBER_WORDS.get(token?.key ?? '')
  return word === undefined ? null : word
}

/** "đề nghị Sở Nội vụ xem xét, trình": the unit is asked, it receives nothing. */
function isGiver(tokens: readonly Token[], from: number, to: number): boolean {
  const next = tokens[to]?.key ?? ''
  const before = tokens[from - 1]?.key ?? ''
  if (
    [
      'tặng',
      'xét',
      'xem',
      'trình',
      'khen',
      'trao',
      'thẩm',
      'hướng',
      'phát',
      'quyết',
      'tổng',
      'tham',
      'đã',
    ].includes(next) &&
    before !== 'cho'
  )
    return next !== 'đã' && next !== 'tổng'
  return ['trình', 'qua'].includes(before) || (before === 'tại' && next !== 'được')
}

const OPENERS = new Set(['cho', ':', 'gồm', 'là', 'đối', '(', 'về', 'tới', 'thuộc', 'với', '-'])

/** Those named after the award: "cho A, B và C", ": A; B", "(A, B)". */
function partiesAfter(
  tokens: readonly Token[],
  parties: readonly Party[],
  mention: AwardMention,
  end: number,
  more: boolean,
): readonly Party[] | null {
  const first = parties.findIndex((party) => party.from >= mention.to && party.from < end)
  const party = parties[first]
  if (party === undefined || party.from - mention.to > 24) return null
  let opened = false
  for (let at = mention.to; at < party.from; at++) {
    const key = tokens[at]?.key ?? ''
    if (key === ';' || key === 'được' || key === 'nhận') return null
    if (
      key === 'cho' ||
      key === ':' ||
      key === 'gồm' ||
      key === '(' ||
      (key === '-' && at === mention.to) ||
      (key === 'với' && tokens[at - 1]?.key === 'đối') ||
      (key === 'là' && at - mention.to <= 4)
    )
      opened = true
    if (key === ',' && !opened && !OPENERS.has(tokens[at + 1]?.key ?? '') && at - mention.to > 6) return null
  }
  if (!opened) return null
  const group = [party]
  for (let index = first + 1; index < parties.length; index++) {
    const next = parties[index]
    const last = group.at(-1)
    if (
      next === undefined ||
      last === undefined ||
      next.from >= end ||
      !isListGap(tokens, last.to, next.from, last)
    )
      break
    group.push(next)
  }
  return more ? withoutNextSubject(tokens, group, end) : group
}

/** What follows the last stop in the list is the subject of the next clause when "được nhận" comes after it. */
function withoutNextSubject(
  tokens: readonly Token[],
  group: readonly Party[],
  end: number,
): readonly Party[] {
  const last = group.at(-1)
  if (last === undefined) return group
  let receives = false
  for (let at = last.to; at < Math.min(end, last.to + 6); at++) {
    const key = tokens[at]?.key
    if (['được', 'nhận', 'đạt', 'đón', 'nghị'].includes(key ?? '')) receives = true
    if (key === ';' || key === ',') break
  }
  if (!receives) return group
  for (const sign of [';', ')', ',']) {
    for (let index = group.length - 1; index >= 1; index--) {
      if (hasSign(tokens, group[index - 1]?.to ?? 0, group[index]?.from ?? 0, sign))
        return group.slice(0, index)
    }
  }
  return group.slice(0, 1)
}

function hasSign(tokens: readonly Token[], from: number, to: number, sign: string): boolean {
  for (let at = from; at < to; at++) if (tokens[at]?.key === sign) return true
  return false
}

const RECEIVES = new Set(['được', 'nhận', 'đạt', 'đón', 'nghị', 'xứng', 'tặng', 'thưởng', 'trao'])

const ABOUT_PAPERS = phrases(
  `thẩm định | tham mưu | hồ sơ | hướng dẫn | tiêu chuẩn | quy định | triển khai | hội đồng`,
)

/** Those named before the award: "A và B được (đề nghị) tặng …", "3 đơn vị nhận …". */
function partiesBefore(
  tokens: readonly Token[],
  parties: readonly Party[],
  mention: AwardMention,
  start: number,
): readonly Party[] | null {
  let last = -1
  for (const [index, party] of parties.entries())
    if (party.from >= start && party.to <= mention.from) last = index
  const nearest = parties[last]
  if (nearest === undefined || mention.from - nearest.to > 45) return null
  let receives = false
  for (let at = nearest.to; at < mention.from; at++) {
    const key = tokens[at]?.key ?? ''
    if (key === ';' || key === '.') return null
    if (ABOUT_PAPERS.match(tokens, at, mention.from) !== null) return null
    if (mention.from - at <= 9 && RECEIVES.has(key)) receives = true
  }
  if (!receives) return null
  const group = [nearest]
  for (let index = last - 1; index >= 0; index--) {
    const party = parties[index]
    const next = group[0]
    if (
      party === undefined ||
      next === undefined ||
      party.from < start ||
      !isListGap(tokens, party.to, next.from, party)
    )
      break
    group.unshift(party)
  }
  return group
}

/** "trao 5 Bằng khen": the awards themselves are counted. */
function countedBefore(tokens: readonly Token[], mention: AwardMention): readonly Party[] | null {
  const count = countAt(tokens, mention.from - 1)
  const verb = tokens[mention.from - 2]?.key ?? ''
  if (
    count === null ||
    (tokens[mention.from - 1]?.kind === 'word' && !['tặng', 'nhận', 'trao', 'có', 'được'].includes(verb))
  )
    return null
  return [{ name: null, count, from: mention.from - 1, to: mention.from }]
}

const LIST_WORDS = new Set([
  ',',
  ';',
  'và',
  '&',
  'cùng',
  'gồm',
  ':',
  '(',
  ')',
  '-',
  'các',
  'đơn',
  'vị',
  'là',
  'bao',
  'với',
  'tỉnh',
  '•',
  '\n',
  '+',
  'cơ',
  'quan',
  'có',
  'sở',
  'huyện',
  'xã',
  'phường',
  'thành',
  'phố',
  'thị',
  'ban',
  'ngành',
  'tập',
  'thể',
])

/** "2 tập thể có thành tích dẫn đầu là Sở A và Sở B": who is counted is named a few words later. */
function isNamedLater(tokens: readonly Token[], party: Party, to: number): boolean {
  if (party.name !== null || to - party.to > 16) return false
  for (let at = party.to; at < to - 1; at++)
    if ([',', ';', '.', 'và'].includes(tokens[at]?.key ?? '')) return false
  return ['là', 'gồm', ':', '('].includes(tokens[to - 1]?.key ?? '')
}

function isListGap(tokens: readonly Token[], from: number, to: number, party: Party): boolean {
  if (isNamedLater(tokens, party, to)) return true
  if (to - from > 8) return false
  // A remark in brackets after a name: "Sở A (Khối trưởng), Sở B".
  for (let at = from; at < to; at++) {
    const token = tokens[at]
    if (token === undefined) return false
    if (token.kind === 'number' && (tokens[at + 1]?.key === '.' || tokens[at + 1]?.key === ')')) continue
    if (token.key === '.' && tokens[at - 1]?.kind === 'number') continue
    if (
      !LIST_WORDS.has(token.key) &&
      !(party.name === null && ['tiêu', 'biểu', 'xuất', 'sắc', 'gồm'].includes(token.key))
    )
      return false
  }
  return true
}

function joins(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!['và', ',', '#', ';'].includes(tokens[at]?.key ?? '')) return false
  return true
}

function awardsOf(
  tokens: readonly Token[],
  mention: AwardMention,
  group: readonly Party[],
  status: AwardStatus,
): readonly PrintedAward[] {
  const named = group.filter((party) => party.name !== null)
  const counted = group.filter((party) => party.name === null)
  const from = Math.min(
    mention.from,
    askedFrom(tokens, Math.min(mention.from, group[0]?.from ?? mention.from)),
  )
  const last = Math.max(mention.to, group.at(-1)?.to ?? 0)
  const to = tokens[last]?.key === ')' ? last + 1 : last
  if (named.length > 0) {
    const counts = counted.reduce((sum, party) => sum + party.count, 0)
    const recipients = [...new Set(named.map((party) => party.name ?? ''))]
    return [
      {
        kind: mention.kind,
        recipients,
        ...(counts > recipients.length ? { count: counts } : {}),
        status,
        from,
        to,
      },
    ]
  }
  return counted.map((party) => ({
    kind: mention.kind,
    recipients: [],
    count: party.count,
    status,
    from: Math.min(mention.from, party.from),
    to: Math.max(mention.to, party.to),
  }))
}

/** The quote begins with "đề nghị" when that stands right before. */
function askedFrom(tokens: readonly Token[], from: number): number {
  for (let at = from - 1; at >= Math.max(0, from - 8); at--) {
    if (tokens[at]?.key === 'nghị' && tokens[at - 1]?.key === 'đề') return at - 1
    if (tokens[at]?.kind !== 'word') break
  }
  return from
}

const STATUS =
  phrases(`phấn đấu = target | mục tiêu = target | đăng ký = target | chỉ tiêu = target | bỏ phiếu = voted | biểu quyết = voted | kiểm phiếu = voted | thông qua = passed | nhất trí = passed | trình = submitted | trình duyệt = submitted
  đề nghị = proposed | đề xuất = proposed | suy tôn = proposed | bình xét = weak | bình chọn = weak | bình bầu = weak | giới thiệu = proposed | bầu chọn = weak | xét chọn = weak | lựa chọn = weak | xét = weak | tôn vinh = given | hội đồng thi đua = council | hội đồng = council
  được tặng = given | trao tặng = given | đón nhận = given | trao = given | đã tặng = given | được nhận = given | vinh dự = given | tặng thưởng = given | được khen thưởng = given`)

/** "qua thảo luận, bỏ phiếu, Hội đồng thống nhất": the council follows its vote at once. */
function councilAfter(tokens: readonly Token[], at: number, before: number): boolean {
  for (let next = at + 1; next < Math.min(before, at + 5); next++)
    if (tokens[next]?.key === ',' && tokens[next + 1]?.key === 'hội' && tokens[next + 2]?.key === 'đồng')
      return true
  return false
}

function statusOf(tokens: readonly Token[], mention: AwardMention, from: number, to: number): AwardStatus {
  const said = new Set<string>()
  let voted = false
  for (let at = from; at < Math.min(to, mention.to + 30); at++) {
    const match = STATUS.match(tokens, at, to)
    if (match === null) continue
    if (match.value === 'submitted' && ['bày', 'độ', 'diễn'].includes(tokens[at + 1]?.key ?? '')) continue
    // "đã nỗ lực phấn đấu" tells of work done; a goal is named before the award and after nothing else.
    if (
      match.value === 'target' &&
      (at > mention.from || ['lực', 'đã', 'quyết'].includes(tokens[at - 1]?.key ?? ''))
    )
      continue
    // The council decides when it is named before the verb; "đề nghị Hội đồng" asks it.
    const decides = match.value === 'voted' || match.value === 'passed'
    if (decides && (said.has('council') || councilAfter(tokens, at, to))) voted = true
    said.add(match.value)
    at += match.length - 1
  }
  if (said.has('target') && !said.has('proposed')) return 'target'
  if (voted) return 'voted'
  if (said.has('submitted')) return 'submitted'
  if (said.has('proposed')) return 'proposed'
  if (said.has('voted')) return 'voted'
  if (said.has('weak')) return 'proposed'
  return 'given'
}
