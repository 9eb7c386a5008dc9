import { sql } from 'kysely'
import type { Reading, Writing } from '../../db/database.ts'
import type {
  BallotForm,
  CandidateResult,
  CountReason,
  PollBase,
  PollMethod,
  PollPurpose,
  Share,
  TieStep,
} from '../../domain/voting/index.ts'

export type { PollPurpose } from '../../domain/voting/index.ts'
export type PollState = 'draft' | 'open' | 'closed' | 'counted'

export type PollRow = {
  readonly id: string
  readonly conferenceId: string
  readonly purpose: PollPurpose
  readonly awardCode: string | null
  readonly forYear: number | null
  readonly title: string
  readonly method: PollMethod
  readonly voters: 'units' | 'persons'
  readonly base: PollBase
  readonly form: BallotForm
  readonly passMark: Share | null
  readonly quorum: Share | null
  readonly ties: readonly TieStep[]
  readonly seats: number | null
  readonly maxChoices: number | null
  readonly selfVote: boolean
  readonly round: 1 | 2
  readonly previousId: string | null
  readonly position: number
  readonly state: PollState
  readonly illustrative: boolean
  readonly version: number
}

export type CandidateRow = {
  readonly id: string
  readonly pollId: string
  readonly unitId: string | null
  readonly name: string
  readonly note: string
}

const columns = [
  'id',
  'conferenceId',
  'purpose',
  'awardCode',
  'forYear',
  'title',
  'method',
  'voters',
  'base',
  'form',
  'passMark',
  'quorum',
  'ties',
  'seats',
  'maxChoices',
  'selfVote',
  'round',
  'previousId',
  'position',
  'state',
  'illustrative',
  'version',
] as const

/** A poll; inside a transaction with `lock` so that nobody closes it while a ballot is being dropped. */
export async function findPoll(
  db: Reading,
  id: string,
  lock?: 'share' | 'update',
): Promise<PollRow | undefined> {
  const row = await db
    .selectFrom('poll')
    .select(columns)
    .where('id', '=', id)
    .$if(lock === 'share', (query) => query.forShare())
    .$if(lock === 'update', (query) => query.forUpdate())
    .executeTakeFirst()
  return row as PollRow | undefined
}

/** The polls of a conference in the order they are taken. */
export async function listPolls(db: Reading, conferenceId: string): Promise<readonly PollRow[]> {
  const rows = await db
    .selectFrom('poll')
    .select(columns)
    .where('conferenceId', '=', conferenceId)
    .orderBy('position')
    .orderBy('createdAt')
    .execute()
  return rows as unknown as readonly PollRow[]
}

/** Candidates under the name of the conference's year. */
export async function listCandidates(
  db: Reading,
  pollIds: readonly string[],
): Promise<readonly CandidateRow[]> {
  if (pollIds.length === 0) return []
  const found = await sql<CandidateRow>`
    select k.id, k.poll_id, k.unit_id, coalesce(n.name, k.name) as name, k.note
    from candidate k
    join poll p on p.id = k.poll_id
    join conference c on c.id = p.conference_id
    left join bloc_year y on y.id = c.bloc_year_id
    left join lateral (
      select name from unit_name where unit_id = k.unit_id
        and valid_from <= coalesce(make_date(y.year, 12, 31), c.held_on, current_date)
      order by valid_from desc limit 1) n on true
    where k.poll_id = any(${[...pollIds]}::uuid[]) order by k.poll_id, k.position, k.id`.execute(db)
  return found.rows
}

export type NewPoll = Omit<PollRow, 'id' | 'state' | 'illustrative' | 'version'>

export async function insertPoll(trx: Writing, poll: NewPoll): Promise<string> {
  const row = await trx
    .insertInto('poll')
    .values({
      ...poll,
      passMark: poll.passMark && JSON.stringify(poll.passMark),
      quorum: poll.quorum && JSON.stringify(poll.quorum),
      ties: JSON.stringify(poll.ties),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function insertCandidates(
  trx: Writing,
  pollId: string,
  candidates: readonly { readonly unitId: string | null; readonly name: string; readonly note: string }[],
): Promise<readonly string[]> {
  const rows = await trx
    .insertInto('candidate')
    .values(candidates.map((candidate, position) => ({ pollId, position, ...candidate })))
    .returning('id')
    .execute()
  return rows.map((row) => row.id)
}

export async function movePoll(
  trx: Writing,
  id: string,
  from: readonly PollState[],
  to: PollState,
  at: Date,
): Promise<boolean> {
  const changed = await trx
    .updateTable('poll')
    .set({
      state: to,
      version: sql<number>`version + 1`,
      ...(to === 'open' ? { openedAt: at } : {}),
      ...(to === 'closed' ? { closedAt: at } : {}),
    })
    .where('id', '=', id)
    .where('state', 'in', [...from])
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

export type CountRow = {
  readonly pollId: string
  readonly source: 'box' | 'paper' | 'hands' | 'consensus'
  readonly entitled: number
  readonly present: number
  readonly written: number
  readonly issued: number
  readonly returned: number
  readonly valid: number
  readonly invalid: number
  readonly outcome: StoredOutcome
  readonly taken: readonly string[]
  /** How a tie was settled afterwards; nobody chosen when the scores did. */
  readonly decision: { readonly chosen: readonly string[]; readonly reason: string } | null
  readonly note: string
  readonly scanFileId: string | null
  readonly illustrative: boolean
}

export type StoredVotes = { readonly for: number; readonly against: number; readonly abstain: number }

/** The domain's outcome as plain data, candidates in the order of the result; all that a recount needs beside the box. */
export type StoredOutcome = {
  readonly base: number
  readonly needed: number | null
  readonly quorum: { readonly have: number; readonly needed: number; readonly met: boolean } | null
  readonly candidates: readonly {
    readonly id: string
    readonly votes: StoredVotes
    readonly percent: string
    readonly passes: boolean
    readonly result: CandidateResult
    readonly reasons: readonly CountReason[]
  }[]
  readonly tie: {
    readonly candidateIds: readonly string[]
    readonly seatsLeft: number
    readonly step: TieStep | null
  } | null
  readonly ballotsAgree: boolean
  /** What was counted by hand: all votes but those in the box, or null. */
  readonly stated: Readonly<Record<string, StoredVotes>> | null
  /** Written opinions of absent members, by candidate. */
  readonly writtenVotes: Readonly<Record<string, StoredVotes>> | null
  /** Scores of the candidates that were at hand to break a tie. */
  readonly scores: Readonly<Record<string, string>>
}

export async function findCounts(db: Reading, pollIds: readonly string[]): Promise<readonly CountRow[]> {
  if (pollIds.length === 0) return []
  const rows = await db
    .selectFrom('pollCount')
    .select([
      'pollId',
      'source',
      'entitled',
      'present',
      'written',
      'issued',
      'returned',
      'valid',
      'invalid',
      'outcome',
      'taken',
      'decision',
      'note',
      'scanFileId',
      'illustrative',
    ])
    .where('pollId', 'in', [...pollIds])
    .execute()
  return rows as unknown as readonly CountRow[]
}

/** Stores a count; a decision between equals afterwards replaces its outcome. */
export async function putCount(
  trx: Writing,
  count: Omit<CountRow, 'illustrative'> & { readonly countedBy: string | null },
): Promise<void> {
  const values = {
    ...count,
    outcome: JSON.stringify(count.outcome),
    taken: [...count.taken],
    decision: count.decision && JSON.stringify(count.decision),
  }
  await trx
    .insertInto('pollCount')
    .values(values)
    .onConflict((conflict) => conflict.column('pollId').doUpdateSet(values))
    .execute()
}

/** Rule rows of the province and of the bloc that a poll's conference belongs to. */
export async function listRuleRows(db: Reading, conferenceId: string) {
  const found = await sql<{
    key: string
    value: unknown
    fromYear: number
    toYear: number | null
    basis: string | null
    locked: boolean
    blocId: string | null
    year: number
  }>`
    select r.key, r.value, r.from_year, r.to_year, nullif(r.basis, '') as basis, r.locked, r.bloc_id, y.year
    from conference c
    join bloc_year y on y.id = c.bloc_year_id
    join rule_value r on r.province_id = c.province_id and (r.bloc_id is null or r.bloc_id = y.bloc_id)
    where c.id = ${conferenceId}`.execute(db)
  return found.rows
}

/** A draft that was never opened goes without a trace but the audit's. */
export async function deletePoll(trx: Writing, id: string): Promise<boolean> {
  const gone = await trx
    .deleteFrom('poll')
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .executeTakeFirst()
  return gone.numDeletedRows > 0n
}

/** The second ballot that follows a poll, if there is one. */
export async function findSecondBallot(db: Reading, pollId: string): Promise<PollRow | undefined> {
  const row = await db.selectFrom('poll').select(columns).where('previousId', '=', pollId).executeTakeFirst()
  return row as PollRow | undefined
}

/** Place of an award in the order in which awards are voted on, the lowest first. */
export async function awardOrder(db: Reading, code: string): Promise<number | undefined> {
  const row = await db.selectFrom('award').select('position').where('code', '=', code).executeTakeFirst()
  return row?.position
}

/** Total points of the units of the conference's year in the latest frozen ranking; empty when nothing is frozen. */
export async function listScores(db: Reading, conferenceId: string): Promise<ReadonlyMap<string, string>> {
  const found = await sql<{ rows: readonly { unit?: string; unitId?: string; total?: string | number }[] }>`
    select r.rows from ranking r
    join score_table t on t.id = r.score_table_id
    join conference c on c.bloc_year_id = t.bloc_year_id
    where c.id = ${conferenceId} and jsonb_typeof(r.rows) = 'array'
    order by array_position(array['self', 'cross', 'head', 'final', 'agency'], r.layer) desc nulls last,
      t.version_number desc, r.version_number desc
    limit 1`.execute(db)
  return new Map(
    (found.rows[0]?.rows ?? []).flatMap(({ unit, unitId, total }) => {
      const id = unitId ?? unit
      return id === undefined || total === undefined ? [] : [[id, String(total)] as const]
    }),
  )
}

export type AwardChoice = { readonly code: string; readonly nameVi: string; readonly nameEn: string }

/** The awards there are, the lowest first. */
export function listAwards(db: Reading): Promise<readonly AwardChoice[]> {
  return db.selectFrom('award').select(['code', 'nameVi', 'nameEn']).orderBy('position').execute()
}

/** The cycle year of the bloc a conference belongs to; the calendar may say another. 0 for a council. */
export async function yearOfConference(db: Reading, conferenceId: string): Promise<number> {
  const row = await db
    .selectFrom('conference')
    .innerJoin('blocYear', 'blocYear.id', 'conference.blocYearId')
    .select('blocYear.year')
    .where('conference.id', '=', conferenceId)
    .executeTakeFirst()
  return row?.year ?? 0
}

/** The name of an award in the catalogue. */
export async function awardName(db: Reading, code: string): Promise<string | undefined> {
  const row = await db.selectFrom('award').select('nameVi').where('code', '=', code).executeTakeFirst()
  return row?.nameVi
}

/** The unit a person of a council works for. */
export async function unitOfPerson(db: Reading, personId: string): Promise<string | null> {
  const row = await db.selectFrom('person').select('unitId').where('id', '=', personId).executeTakeFirst()
  return row?.unitId ?? null
}
