import { sql } from 'kysely'
import type { Reading, Writing } from '../../db/database.ts'
import type { BallotForm, PollBase, PollMethod, Share, TieStep } from '../../domain/voting/index.ts'

export type PollPurpose = 'award' | 'head' | 'deputy' | 'motion' | 'report' | 'scores' | 'directions'
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
  'id', 'conferenceId', 'purpose', 'awardCode', 'forYear', 'title', 'method', 'voters', 'base', 'form', 'passMark',
  'quorum', 'ties', 'seats', 'maxChoices', 'selfVote', 'round', 'previousId', 'position', 'state', 'illustrative', 'version',
] as const

/** A poll; inside a transaction with `lock` so that nobody closes it while a ballot is being dropped. */
export async function findPoll(db: Reading, id: string, lock?: 'share' | 'update'): Promise<PollRow | undefined> {
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
export async function listCandidates(db: Reading, pollIds: readonly string[]): Promise<readonly CandidateRow[]> {
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

export async function movePoll(trx: Writing, id: string, from: readonly PollState[], to: PollState, at: Date): Promise<boolean> {
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
  readonly decision: { readonly chosen: readonly string[]; readonly reason: string } | null
  readonly note: string
  readonly scanFileId: string | null
  readonly illustrative: boolean
}

/** The domain's outcome as plain data, candidates in the order of the result. */
export type StoredOutcome = {
  readonly base: number
  readonly needed: number | null
  readonly quorum: { readonly have: number; readonly needed: number; readonly met: boolean } | null
  readonly candidates: readonly {
    readonly id: string
    readonly votes: { readonly for: number; readonly against: number; readonly abstain: number }
    readonly percent: string
    readonly passes: boolean
    readonly result: string
    readonly reasons: readonly unknown[]
  }[]
  readonly tie: { readonly candidateIds: readonly string[]; readonly seatsLeft: number; readonly step: TieStep | null } | null
  readonly ballotsAgree: boolean
}

export async function findCounts(db: Reading, pollIds: readonly string[]): Promise<readonly CountRow[]> {
  if (pollIds.length === 0) return []
  const rows = await db
    .selectFrom('pollCount')
    .select(['pollId', 'source', 'entitled', 'present', 'written', 'issued', 'returned', 'valid', 'invalid', 'outcome', 'taken', 'decision', 'note', 'scanFileId', 'illustrative'])
    .where('pollId', 'in', [...pollIds])
    .execute()
  return rows as unknown as readonly CountRow[]
}

/** Stores a count; a decision between equals afterwards replaces its outcome. */
export async function putCount(trx: Writing, count: Omit<CountRow, 'illustrative'> & { readonly countedBy: string | null }): Promise<void> {
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
    key: string; value: unknown; fromYear: number; toYear: number | null; basis: string | null; locked: boolean; blocId: string | null; year: number
  }>`
    select r.key, r.value, r.from_year, r.to_year, nullif(r.basis, '') as basis, r.locked, r.bloc_id, y.year
    from conference c
    join bloc_year y on y.id = c.bloc_year_id
    join rule_value r on r.province_id = c.province_id and (r.bloc_id is null or r.bloc_id = y.bloc_id)
    where c.id = ${conferenceId}`.execute(db)
  return found.rows
}
