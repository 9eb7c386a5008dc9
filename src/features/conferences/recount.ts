import type { Reading } from '../../db/database.ts'
import { err, ok, type Result } from '../../domain/result.ts'
import { decide } from '../../domain/voting/index.ts'
import { readRoll } from './box.store.ts'
import { findConference } from './conferences.store.ts'
import { stepsToDecide, storedTally } from './counting.ts'
import { pollOf, rollOf, storedOutcome } from './poll-model.ts'
import { recountWords } from './polls.messages.ts'
import { findCounts, findPoll, listCandidates, type StoredOutcome } from './polls.store.ts'

/**
 * Counts a poll again from its box (or from what was stated of paper, hands and consensus) and compares with the
 * outcome that was kept. Reads only; both answers are one sentence.
 */
export async function recount(db: Reading, pollId: string): Promise<Result<string, string>> {
  const t = recountWords('vi')
  const row = isId(pollId) ? await findPoll(db, pollId) : undefined
  if (!row) return err(t.unknown)
  const [kept] = await findCounts(db, [row.id])
  const roll = await readRoll(db, row.id)
  const conference = await findConference(db, row.conferenceId)
  if (!kept || !roll || !conference) return err(t.notCounted(row.title))
  const candidates = await listCandidates(db, [row.id])
  const asked = pollOf(row, candidates)
  const scored = Object.keys(kept.outcome.scores).length > 0
  // A tie that was settled afterwards went through the steps that were left.
  const poll = kept.decision ? { ...asked, ties: stepsToDecide(row, conference, scored) } : asked
  const tally = await storedTally(db, poll, kept)
  if (kept.source === 'box' && roll.voted.length !== kept.returned) {
    return err(t.rollDiffers(row.title, String(roll.voted.length), String(kept.returned)))
  }
  const again = decide(poll, tally, rollOf(kept.entitled, kept.present, kept.written), {
    scores: new Map(Object.entries(kept.outcome.scores)),
    ...(kept.decision && kept.decision.chosen.length > 0 ? { decision: kept.decision } : {}),
  })
  const { stated, writtenVotes, scores } = kept.outcome
  return sameOutcome(storedOutcome(again, { stated, writtenVotes, scores }), kept.outcome) &&
    sameList(again.taken, kept.taken)
    ? ok(t.agrees(row.title, String(tally.cast), String(tally.valid), String(again.taken.length)))
    : err(t.differs(row.title))
}

/** Equal whatever the order of keys, which jsonb does not keep. */
function sameOutcome(a: StoredOutcome, b: StoredOutcome): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]))
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index])
}

function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
}
