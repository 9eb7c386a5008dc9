import { type PrintedAward, readAwards } from './awards.ts'
import type { PrintedHead } from './heads.ts'
import type { PrintedIndicator } from './indicators.ts'
import { readOrganisations } from './organisations.ts'
import type { Page } from './page.ts'
import type { Head } from './reading.types.ts'
import { syllableKey } from './syllable.ts'

/** The same figure in the title, the lead and the text is one fact: the one told most fully is kept, in order. */
export function mergeIndicators(figures: readonly PrintedIndicator[]): readonly PrintedIndicator[] {
  const kept = new Map<string, PrintedIndicator>()
  for (const figure of figures) {
    const key = `${figure.value}|${figure.valueMax ?? ''}|${figure.total ?? ''}|${figure.unit.toLowerCase()}|${figure.name.toLowerCase()}`
    const before = kept.get(key)
    if (before === undefined || before.comparisons.length < figure.comparisons.length) kept.set(key, figure)
  }
  return [...kept.values()].sort((left, right) => left.from - right.from || left.to - right.to)
}

/**
 * All awards of the page. A list after ":" belongs to the sentence before it; a headline gives way to the text, which
 * tells the same more exactly; an award told twice is one.
 */
export function mergeAwards(page: Page): readonly PrintedAward[] {
  const firstArticle = page.lines.find((line) => line.kind === 'body' && line.words >= 25)?.from ?? 0
  const headlines: PrintedAward[] = []
  const told: PrintedAward[] = []
  for (const [index, sentence] of page.sentences.entries()) {
    const last = page.tokens[sentence.to - 1]?.key ?? ''
    const to = last === ':' ? listEnd(page, index) : sentence.to
    const found = readAwards(page.tokens, sentence.from, to, contextFrom(page, index))
    const headline = sentence.from < firstArticle && !/[.;:]/.test(last)
    if (headline) headlines.push(...found)
    else told.push(...found)
  }
  return withoutTwins(told.length > 0 ? told : headlines)
}

/** One unit in one role for one year is one fact: what happened is kept before what merely is. */
export function mergeHeads(page: Page, heads: readonly PrintedHead[]): readonly PrintedHead[] {
  const kept = new Map<string, PrintedHead>()
  for (const head of withFullNames(page, heads)) {
    const key = `${head.deputy}|${unitKey(head.unit)}|${head.forYear ?? ''}`
    const before = kept.get(key)
    if (before === undefined || STRENGTH.indexOf(head.how) < STRENGTH.indexOf(before.how)) kept.set(key, head)
  }
  return [...kept.values()]
}

/** Names without those that are the beginning of a longer one ("Sở Thông tin"), each once. */
export function mergeNames(names: readonly string[]): readonly string[] {
  const seen = new Map<string, string>()
  for (const name of names) if (!seen.has(unitKey(name))) seen.set(unitKey(name), name)
  const longer = longerNames([...seen.values()])
  return [...seen.values()].filter((name) => !longer.has(name))
}

/** One key for a unit however it is printed: "Sở TN&MT tỉnh Long An", "Sở Tài nguyên và Môi trường Long An". */
function unitKey(name: string): string {
  const words = name
    .split(/[\s,&-]+/)
    .map((word) => syllableKey(word))
    .filter((word) => !SILENT.has(word))
    .join(' ')
  let key = ` ${words} `
  for (const [short, long] of SHORT_FORMS) key = key.replace(` ${short} `, ` ${long} `)
  return key.trim()
}

const SILENT = new Set(['và', 'tỉnh', 'tp', 'tp.', ''])

const SHORT_FORMS: readonly (readonly [string, string])[] = [
  ['tn mt', 'tài nguyên môi trường'],
  ['tt tt', 'thông tin truyền thông'],
  ['kh cn', 'khoa học công nghệ'],
  ['kh đt', 'kế hoạch đầu tư'],
  ['gd đt', 'giáo dục đào tạo'],
  ['nn ptnt', 'nông nghiệp phát triển nông thôn'],
  ['ptnt', 'phát triển nông thôn'],
  ['gtvt', 'giao thông vận tải'],
  ['lđ tb xh', 'lao động thương binh xã hội'],
  ['lđtb xh', 'lao động thương binh xã hội'],
  ['vh tt dl', 'văn hóa thể thao du lịch'],
  ['vhtt dl', 'văn hóa thể thao du lịch'],
  ['ql', 'quản lý'],
  ['kcn', 'khu công nghiệp'],
  ['kkt', 'khu kinh tế'],
  ['qlda', 'quản lý dự án'],
]

const STRENGTH: readonly Head['how'][] = ['handover', 'elected', 'assigned', 'current']

/** A line of more words is no item of a list. */
const LIST_ITEM_WORDS = 25

/** A list is no longer than this many lines. */
const LIST_LINES = 25

/** A sentence that ends with ":" goes on in the lines of its list. */
function listEnd(page: Page, index: number): number {
  let to = page.sentences[index]?.to ?? 0
  for (let next = index + 1; next < index + LIST_LINES; next++) {
    const sentence = page.sentences[next]
    if (sentence === undefined || sentence.line.words > LIST_ITEM_WORDS) break
    if (page.tokens[sentence.to - 1]?.key === ':') break
    to = sentence.to
  }
  return to
}

/** What was said before a list ("đề nghị khen thưởng, cụ thể:", "III. Đề nghị khen thưởng") holds for its items. */
function contextFrom(page: Page, index: number): number {
  let from = page.sentences[index]?.from ?? 0
  if ((page.sentences[index]?.line.words ?? 99) > LIST_ITEM_WORDS) return from
  for (let before = index - 1; before >= Math.max(0, index - LIST_LINES); before--) {
    const sentence = page.sentences[before]
    if (sentence === undefined) break
    const heading = sentence.line.kind === 'heading'
    if (heading || page.tokens[sentence.to - 1]?.key === ':') from = sentence.from
    if (heading || sentence.line.words > LIST_ITEM_WORDS) break
  }
  return from
}

/** How many awards of one kind are looked back at for a twin: twins stand near each other. */
const TWIN_REACH = 40

function withoutTwins(awards: readonly PrintedAward[]): readonly PrintedAward[] {
  const kept: PrintedAward[] = []
  for (const award of awards) {
    const same = kept.findLastIndex(
      (other, index) => index >= kept.length - TWIN_REACH && isTwin(other, award),
    )
    if (same < 0) kept.push(award)
    else if (award.recipients.length > (kept[same]?.recipients.length ?? 0)) kept[same] = award
  }
  return kept
}

function isTwin(left: PrintedAward, right: PrintedAward): boolean {
  const first = left.kind.toLowerCase()
  const second = right.kind.toLowerCase()
  if (!first.startsWith(second.split(' ').slice(0, 2).join(' '))) return false
  if (!first.includes(second) && !second.includes(first)) return false
  if (left.recipients.length > 0 && right.recipients.length > 0) {
    const names = new Set(left.recipients.map((name) => name.toLowerCase()))
    return (
      right.recipients.length === left.recipients.length &&
      right.recipients.every((name) => names.has(name.toLowerCase()))
    )
  }
  const size = (award: PrintedAward) => award.count ?? award.recipients.length
  return size(left) === size(right)
}

/** "Sở Thông tin" is short for the longer name that begins so, when the page has just one. */
function withFullNames(page: Page, heads: readonly PrintedHead[]): readonly PrintedHead[] {
  if (heads.length === 0) return heads
  const names = page.sentences.flatMap((sentence) =>
    readOrganisations(page.tokens, sentence.from, sentence.to).map((unit) => unit.name),
  )
  const longer = longerNames(names)
  const full = (name: string) => (name.startsWith('Sở ') ? (longer.get(name) ?? name) : name)
  return heads.map((head) => ({
    ...head,
    unit: full(head.unit),
    ...(head.fromUnit === undefined ? {} : { fromUnit: full(head.fromUnit) }),
  }))
}

/** For each beginning before " và " the longer name, when there is only one. */
function longerNames(names: readonly string[]): ReadonlyMap<string, string> {
  const longer = new Map<string, string>()
  const several = new Set<string>()
  for (const name of names) {
    for (let at = name.indexOf(' và '); at > 0; at = name.indexOf(' và ', at + 1)) {
      const short = name.slice(0, at)
      const before = longer.get(short)
      if (before !== undefined && before !== name) several.add(short)
      longer.set(short, name)
    }
  }
  for (const short of several) longer.delete(short)
  return longer
}
