import { sql } from 'kysely'
import type { Reading } from '../../../db/database.ts'
import type { PollBase, PollMethod, PollPurpose, Share } from '../../../domain/voting/index.ts'

/** A conference of the year. */
export type ConferenceFacts = {
  readonly id: string
  readonly kind: 'launch' | 'mid_year' | 'year_end' | 'award_meeting' | 'council'
  readonly title: string
  readonly heldOn: string | null
  readonly timeText: string
  /** "14:00:00" */
  readonly startsAt: string | null
  readonly place: string
  readonly chairName: string
  readonly chairTitle: string
  readonly secretaryName: string
  readonly state: 'planned' | 'invited' | 'open' | 'closed'
  /** Time of the closing in Vietnam ("11:30") when it was closed on its own day. */
  readonly closedAt: string | null
  readonly reportAdopted: boolean
  readonly conclusion: string
  readonly illustrative: boolean
}

export async function findConferenceFacts(
  db: Reading,
  blocYearId: string,
  conferenceId: string,
): Promise<ConferenceFacts | undefined> {
  const found = await sql<ConferenceFacts>`
    select c.id, c.kind, c.title, c.held_on, c.time_text, c.starts_at::text, c.place, c.chair_name, c.chair_title,
      c.secretary_name, c.state, c.report_adopted, c.conclusion, c.illustrative,
      case when (c.closed_at at time zone 'Asia/Ho_Chi_Minh')::date = c.held_on
        then to_char(c.closed_at at time zone 'Asia/Ho_Chi_Minh', 'HH24:MI') end as closed_at
    from conference c where c.id = ${conferenceId} and c.bloc_year_id = ${blocYearId}`.execute(db)
  return found.rows[0]
}

/** The conference at which awards were chosen: one called for it, else the year-end conference; the latest held. */
export async function findChoosingConference(db: Reading, blocYearId: string): Promise<string | undefined> {
  const found = await sql<{ id: string }>`
    select id from conference
    where bloc_year_id = ${blocYearId} and kind in ('award_meeting', 'year_end') and held_on is not null
    order by kind = 'award_meeting' desc, held_on desc limit 1`.execute(db)
  return found.rows[0]?.id
}

/** One line of the list of those invited. */
export type AttendanceFacts = {
  readonly unitId: string | null
  readonly guest: string
  readonly delegateName: string
  readonly delegateTitle: string
  readonly presence: 'invited' | 'present' | 'stand_in' | 'absent'
  readonly writtenOpinion: string
  readonly note: string
  readonly illustrative: boolean
}

export async function listAttendance(db: Reading, conferenceId: string): Promise<readonly AttendanceFacts[]> {
  const found = await sql<AttendanceFacts>`
    select a.unit_id, coalesce(nullif(a.guest, ''), p.full_name, '') as guest, a.delegate_name,
      coalesce(nullif(a.delegate_title, ''), p.position, '') as delegate_title, a.presence, a.written_opinion, a.note,
      a.illustrative
    from attendance a left join person p on p.id = a.person_id
    where a.conference_id = ${conferenceId} order by a.recorded_at, a.id`.execute(db)
  return found.rows
}

export type AgendaFacts = { readonly title: string; readonly presenter: string }

export async function listAgenda(db: Reading, conferenceId: string): Promise<readonly AgendaFacts[]> {
  return db
    .selectFrom('agendaItem')
    .select(['title', 'presenter'])
    .where('conferenceId', '=', conferenceId)
    .orderBy('position')
    .execute()
}

export type RemarkFacts = {
  readonly unitId: string | null
  readonly speaker: string
  readonly body: string
  readonly takenUp: boolean | null
  readonly answer: string
  readonly illustrative: boolean
}

export async function listRemarks(db: Reading, conferenceId: string): Promise<readonly RemarkFacts[]> {
  return db
    .selectFrom('remark')
    .select(['unitId', 'speaker', 'body', 'takenUp', 'answer', 'illustrative'])
    .where('conferenceId', '=', conferenceId)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
}

export type TellerFacts = {
  readonly name: string
  readonly unitId: string | null
  readonly duty: 'head' | 'member'
}

export async function listTellers(db: Reading, conferenceId: string): Promise<readonly TellerFacts[]> {
  const found = await sql<TellerFacts>`
    select name, unit_id, duty from teller where conference_id = ${conferenceId} order by duty <> 'head', name`.execute(
    db,
  )
  return found.rows
}

/** A counted vote with its totals. */
export type PollFacts = {
  readonly id: string
  readonly purpose: PollPurpose
  readonly awardCode: string | null
  readonly forYear: number | null
  readonly title: string
  readonly method: PollMethod
  readonly base: PollBase
  readonly passMark: Share | null
  readonly round: number
  readonly source: 'box' | 'paper' | 'hands' | 'consensus'
  readonly entitled: number
  readonly present: number
  readonly issued: number
  readonly returned: number
  readonly valid: number
  readonly invalid: number
  readonly outcome: {
    readonly base: number
    readonly needed: number | null
    readonly candidates: readonly {
      readonly id: string
      readonly votes: { readonly for: number; readonly against: number; readonly abstain: number }
      readonly percent: string
      readonly passes: boolean
      readonly result: string
    }[]
  }
  readonly taken: readonly string[]
  readonly decision: { readonly reason: string } | null
  readonly candidates: readonly {
    readonly id: string
    readonly unitId: string | null
    readonly name: string
  }[]
  readonly illustrative: boolean
}

/** The counted votes of a conference, or all of a year, in the order in which they were taken. */
export async function listCountedPolls(
  db: Reading,
  where: { readonly conferenceId: string } | { readonly blocYearId: string },
  year: number,
): Promise<readonly PollFacts[]> {
  const condition =
    'conferenceId' in where ? sql`c.id = ${where.conferenceId}` : sql`c.bloc_year_id = ${where.blocYearId}`
  const found = await sql<PollFacts>`
    select p.id, p.purpose, p.award_code, p.for_year, p.title, p.method, p.base, p.pass_mark, p.round, n.source, n.entitled,
      n.present, n.issued, n.returned, n.valid, n.invalid, n.outcome, n.taken, n.decision,
      p.illustrative or n.illustrative as illustrative,
      coalesce((select json_agg(json_build_object('id', k.id, 'unitId', k.unit_id, 'name', coalesce((
          select u.name from unit_name u where u.unit_id = k.unit_id and u.valid_from <= make_date(${year}::int, 12, 31)
          order by u.valid_from desc limit 1), k.name)) order by k.position, k.id)
        from candidate k where k.poll_id = p.id), '[]') as candidates
    from poll p
    join conference c on c.id = p.conference_id
    join poll_count n on n.poll_id = p.id
    where ${condition} and p.state = 'counted'
    order by c.held_on nulls last, p.position, p.created_at`.execute(db)
  return found.rows
}
