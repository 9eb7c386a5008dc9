import { printDate } from '../vietnamese/index.ts'

/** The event a news item (tin) tells of. */
export type NewsEvent = 'launch' | 'mid_year' | 'year_end' | 'drive'

/** Units or fields with what they achieved, each as a finished sentence without the full stop. */
export type NewsResults = { readonly heading: string; readonly sentences: readonly string[] }

/** Units chosen for one award; a count alone where names are withheld. */
export type NewsAward = {
  /** The printed wording, else the catalogue's name. */
  readonly award: string
  readonly recipients: readonly string[]
  /** Further recipients whose names are not told. */
  readonly unnamed: number
}

/** Somebody chosen to lead next year. */
export type NewsLeader = {
  readonly label: string
  readonly unit: string
  readonly forYear: number
  readonly how: 'elected' | 'rotation' | 'appointed' | 'handover'
  /** For a handover: who hands over. */
  readonly from?: string
}

/** What the records say about the event; nothing here may be unpublished. */
export type NewsFacts = {
  readonly event: NewsEvent
  /** Name of the bloc, or of the unit that launches a drive. */
  readonly host: string
  readonly provinceName: string
  readonly year: number
  /** ISO date; null where the records do not say. */
  readonly heldOn: string | null
  /** "buổi chiều" and the like. */
  readonly timeText: string
  readonly place: string
  readonly memberCount: number
  readonly attending: readonly string[]
  readonly guests: readonly string[]
  /** "Chương trình số 298/CTr-UBND ngày 25/12/2019" */
  readonly movement: string
  readonly context: string
  readonly results: readonly NewsResults[]
  readonly shortcomings: string
  readonly directions: readonly string[]
  readonly awards: readonly NewsAward[]
  readonly leaders: readonly NewsLeader[]
  /** Only for a drive. */
  readonly drive?: {
    readonly occasion: string
    readonly theme: string
    readonly startsOn: string | null
    readonly endsOn: string | null
    readonly contents: string
    readonly targets: readonly string[]
    readonly participants: string
    readonly ending: string
  }
}

/** A drafted item: a person edits and approves it before anybody else sees it. */
export type NewsDraft = {
  readonly title: string
  readonly lead: string
  readonly paragraphs: readonly string[]
}

/** Drafts a news item from the records, every figure, award and name as recorded. */
export function draftNews(facts: NewsFacts): NewsDraft {
  return {
    title: titleOf(facts),
    lead: leadOf(facts),
    paragraphs: [
      ...attendance(facts),
      ...(facts.drive ? drive(facts.drive) : []),
      ...movement(facts),
      ...results(facts.results),
      ...written('Bên cạnh kết quả đạt được, còn những hạn chế: ', facts.shortcomings),
      ...directions(facts),
      ...awards(facts.awards),
      ...leaders(facts.leaders),
    ],
  }
}

const titles: Readonly<Record<NewsEvent, (facts: NewsFacts) => string>> = {
  launch: ({ host, year }) => `${host} phát động thi đua, ký giao ước năm ${year}`,
  mid_year: ({ host, year }) => `${host} sơ kết công tác thi đua, khen thưởng 6 tháng đầu năm ${year}`,
  year_end: ({ host, year }) => `${host} tổng kết công tác thi đua, khen thưởng năm ${year}`,
  drive: ({ host, drive: one }) => `${host} phát động đợt thi đua đặc biệt ${one?.occasion ?? ''}`.trim(),
}

function titleOf(facts: NewsFacts): string {
  return titles[facts.event](facts)
}

const deeds: Readonly<Record<Exclude<NewsEvent, 'drive'>, (year: number) => string>> = {
  launch: (year) => `phát động phong trào thi đua và ký giao ước thi đua năm ${year}`,
  mid_year: (year) => `Hội nghị sơ kết công tác thi đua, khen thưởng 6 tháng đầu năm ${year}`,
  year_end: (year) =>
    `Hội nghị tổng kết công tác thi đua, khen thưởng năm ${year}, bàn phương hướng năm ${year + 1}`,
}

function leadOf(facts: NewsFacts): string {
  const day = facts.heldOn ? `ngày ${printDate(facts.heldOn)}` : ''
  const when = [facts.timeText, day].filter(Boolean).join(' ')
  const start = [when, facts.place ? `tại ${facts.place}` : ''].filter(Boolean).join(', ')
  const host = start === '' ? facts.host : `${capital(start)}, ${facts.host}`
  if (facts.event === 'drive')
    return `${host} phát động đợt thi đua đặc biệt ${facts.drive?.occasion ?? ''}`.trim().concat('.')
  const verb = facts.event === 'launch' ? 'tổ chức hội nghị' : 'tổ chức'
  return `${host} ${verb} ${deeds[facts.event](facts.year)}.`
}

function attendance({ host, memberCount, attending, guests, event }: NewsFacts): string[] {
  if (event === 'drive') return []
  const came = attending.length > 0 ? ` Dự hội nghị có đại diện ${listed(attending)}.` : ''
  const invited = guests.length > 0 ? ` Cùng dự có ${listed(guests)}.` : ''
  return [`${host} gồm ${memberCount} đơn vị.${came}${invited}`]
}

function drive(one: NonNullable<NewsFacts['drive']>): string[] {
  const time =
    one.startsOn && one.endsOn ? ` từ ngày ${printDate(one.startsOn)} đến ngày ${printDate(one.endsOn)}` : ''
  return [
    ...written('Chủ đề: ', one.theme),
    ...(time ? [`Đợt thi đua diễn ra${time}.`] : []),
    ...written('Nội dung: ', one.contents),
    ...(one.targets.length > 0 ? [`Chỉ tiêu phấn đấu: ${one.targets.join('; ')}.`] : []),
    ...written('Tham gia đợt thi đua: ', one.participants),
    ...written('', one.ending),
  ]
}

function movement(facts: NewsFacts): string[] {
  return [
    ...written('', facts.context),
    ...(facts.movement === '' ? [] : [`Phong trào được triển khai theo ${facts.movement}.`]),
  ]
}

function results(groups: readonly NewsResults[]): string[] {
  return groups
    .filter((group) => group.sentences.length > 0)
    .map(({ heading, sentences }) => `${heading}: ${joined(sentences)}.`)
}

function directions({ directions: all, year }: NewsFacts): string[] {
  if (all.length === 0) return []
  return [`Phương hướng năm ${year + 1}: ${joined(all.map(withoutStop))}.`]
}

function awards(all: readonly NewsAward[]): string[] {
  const clauses = all.flatMap(({ award, recipients, unnamed }) => {
    const named = recipients.length > 0 ? [`${award} cho ${listed(recipients)}`] : []
    const more = unnamed > 0 ? [`${award} cho ${unnamed} đơn vị${recipients.length > 0 ? ' khác' : ''}`] : []
    return [...named, ...more]
  })
  return clauses.length === 0 ? [] : [`Hội nghị bình xét, đề nghị tặng: ${clauses.join('; ')}.`]
}

function leaders(all: readonly NewsLeader[]): string[] {
  return all.map(({ label, unit, forYear, how, from }) => {
    const role = `${label} năm ${forYear}`
    if (how === 'elected') return `Hội nghị bầu ${unit} làm ${role}.`
    if (how === 'handover') return `${from ?? 'Trưởng khối'} bàn giao nhiệm vụ ${role} cho ${unit}.`
    if (how === 'rotation') return `Theo luân phiên, ${unit} đảm nhiệm ${role}.`
    return `${unit} được cử làm ${role}.`
  })
}

/** Why an item looks wrong before it is published. */
export type NewsWarning = { readonly code: 'before_event' | 'no_event_date' }

/**
 * What an editor should look at. An item stamped before its event (10:20 for an afternoon meeting of the same day,
 * or a day earlier) is published from a wrong clock or tells what has not happened.
 *
 * @param publishedAt local time as 'YYYY-MM-DDTHH:MM'
 * @param eventOn ISO date of the event
 * @param startsAt clock time of the event 'HH:MM', or null; "chiều" counts from 12:00
 */
export function newsWarnings(
  publishedAt: string,
  eventOn: string | null,
  startsAt: string | null,
  timeText: string,
): readonly NewsWarning[] {
  if (eventOn === null) return [{ code: 'no_event_date' }]
  const begins = startsAt ?? (/chiều/i.test(timeText) ? '12:00' : /tối/i.test(timeText) ? '18:00' : '00:00')
  return publishedAt < `${eventOn}T${begins}` ? [{ code: 'before_event' }] : []
}

function written(before: string, text: string): string[] {
  const body = text.trim()
  return body === '' ? [] : [`${before}${body}`.replace(/([^.!?…])$/, '$1.')]
}

/** Several clauses as one sentence: after the first they go on in lower case, abbreviations excepted. */
function joined(clauses: readonly string[]): string {
  return clauses.map(continued).join('; ')
}

function continued(clause: string): string {
  const [first = '', second = ''] = clause
  const isAbbreviation = second !== second.toLocaleLowerCase('vi')
  return isAbbreviation ? clause : first.toLocaleLowerCase('vi') + clause.slice(1)
}

function withoutStop(text: string): string {
  return text.trim().replace(/[.;]+$/, '')
}

/** "A", "A và B", "A, B và C"; names with commas inside are parted by semicolons. */
function listed(names: readonly string[]): string {
  const mark = names.some((name) => name.includes(',')) ? ';' : ','
  if (names.length < 2) return names.join('')
  return `${names.slice(0, -1).join(`${mark} `)} và ${names.at(-1)}`
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}
