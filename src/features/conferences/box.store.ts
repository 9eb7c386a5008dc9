import { sql } from 'kysely'
import type { Reading, Writing } from '../../db/database.ts'

// The one door to the ballot box and its roll. The roll knows who has voted, the box what was voted: each is one
// row a poll holding a sorted list, so that no key, order or time joins a ballot to a voter. Casting rewrites both
// rows in one transaction; the row of the roll serialises voters of the same poll.

export type RollState = {
  /** Members on the polling day: the base of "all members". */
  readonly entitled: number
  readonly voters: readonly string[]
  readonly voted: readonly string[]
}

/** Freezes the roll and sets an empty box. */
export async function openBox(
  trx: Writing,
  pollId: string,
  entitled: number,
  voters: readonly string[],
): Promise<void> {
  await sql`
    insert into roll.roll (poll_id, entitled, voters)
    values (${pollId}, ${entitled},
      (select coalesce(array_agg(v order by v), '{}') from unnest(${[...voters]}::uuid[]) v))`.execute(trx)
  await sql`insert into box.box (poll_id) values (${pollId})`.execute(trx)
}

/** The roll; in a transaction it is locked, so that two ballots of one voter cannot both find it empty. */
export async function readRoll(db: Reading, pollId: string, lock = false): Promise<RollState | undefined> {
  const found = await sql<RollState>`
    select entitled, voters, voted from roll.roll where poll_id = ${pollId} ${lock ? sql`for update` : sql``}`.execute(
    db,
  )
  return found.rows[0]
}

/** Marks the voter and drops the ballot. The caller has checked both under the lock of `readRoll`. */
export async function dropBallot(trx: Writing, pollId: string, voter: string, ballot: string): Promise<void> {
  await sql`
    update roll.roll set voted = (select array_agg(v order by v) from unnest(voted || ${voter}::uuid) v)
    where poll_id = ${pollId}`.execute(trx)
  await sql`
    update box.box set ballots = (select array_agg(b order by b collate "C") from unnest(ballots || ${ballot}::text) b)
    where poll_id = ${pollId}`.execute(trx)
}

/** The ballots, in no order that says anything. */
export async function readBox(db: Reading, pollId: string): Promise<readonly string[]> {
  const found = await sql<{
    ballots: string[]
  }>`select ballots from box.box where poll_id = ${pollId}`.execute(db)
  return found.rows[0]?.ballots ?? []
}
