import { type FieldFault, refuse, refuseField } from '../../actions/failure.ts'
import type { Reading, Writing } from '../../db/database.ts'
import {
  type Count,
  decide,
  type PaperDifference,
  type Poll,
  paperDifferences,
  type Tally,
  type TieStep,
  tallyOf,
  tallyOfPaper,
} from '../../domain/voting/index.ts'
import { readBox, readRoll } from './box.store.ts'
import type { ConferenceRow } from './conferences.store.ts'
import { pollOf, rollOf, scoresOf, storedOutcome, votesOf, withWritten } from './poll-model.ts'
import { assemblyOf, defaultsOf } from './poll-rules.ts'
import { freezeRoll, holdPoll } from './polls.actions.ts'
import {
  type CandidateRow,
  type CountRow,
  listCandidates,
  listScores,
  movePoll,
  type PollRow,
  putCount,
  type StoredVotes,
} from './polls.store.ts'

/** Votes by candidate. */
export type VotesByCandidate = Readonly<Record<string, StoredVotes>>

/** What absent members wrote: how many of them, and what they say of each candidate. */
export type WrittenOpinions = { readonly count: number; readonly votes: VotesByCandidate }

/** The steps that are left to decide a tie: score only where there are scores, and somebody who decides in the end. */
export function stepsToDecide(
  row: PollRow,
  conference: Pick<ConferenceRow, 'councilId'>,
  scored: boolean,
): readonly TieStep[] {
  const last: TieStep = conference.councilId ? 'chair' : 'head_and_deputy'
  const steps = row.ties.filter((step) => step !== 'second_ballot' && (step !== 'score' || scored))
  return steps.includes('head_and_deputy') || steps.includes('chair') ? steps : [...steps, last]
}

/** The votes of a count that was made, added up anew: out of the box, or as they were stated. */
export async function storedTally(db: Reading, poll: Poll, count: CountRow): Promise<Tally> {
  const { stated, writtenVotes } = count.outcome
  const { issued, returned, valid, invalid, written } = count
  const hall =
    count.source === 'box'
      ? tallyOf(poll, await readBox(db, count.pollId))
      : tallyOfPaper(poll, { issued, returned, valid, invalid, votes: votesOf(stated ?? {}) })
  return withWritten(poll, hall, writtenVotes && { count: written, votes: writtenVotes })
}

type Counting = {
  readonly row: PollRow
  readonly poll: Poll
  readonly candidates: readonly CandidateRow[]
  readonly names: ReadonlyMap<string, string>
  readonly entitled: number
  readonly voters: number
  readonly written: WrittenOpinions | null
}

/** Recording what happened in the hall, also afterwards: the roll is frozen now if the poll was never opened. */
export async function beginRecord(
  trx: Writing,
  pollId: string,
  method: PollRow['method'],
  written: WrittenOpinions | undefined,
  deed: { readonly today: string; readonly now: Date },
) {
  const held = await holdPoll(trx, pollId)
  if (!held.ok) return held
  const { poll, conference } = held.value
  if (poll.method !== method) return refuse('poll_of_other_method')
  if (poll.state === 'counted') return refuse('poll_already_counted')
  if (poll.state === 'draft') {
    if (!(await freezeRoll(trx, poll, conference, deed.today))) return refuse('no_voters')
    await movePoll(trx, poll.id, ['draft'], 'open', deed.now)
  }
  await movePoll(trx, poll.id, ['open'], 'closed', deed.now)
  return startCount(trx, poll, conference, written, deed.today)
}

export async function startCount(
  trx: Writing,
  row: PollRow,
  conference: ConferenceRow,
  written: WrittenOpinions | undefined,
  today: string,
) {
  const roll = await readRoll(trx, row.id)
  if (!roll) throw new Error('A poll was opened without a roll')
  const candidates = await listCandidates(trx, [row.id])
  const poll = pollOf(row, candidates)
  const names = new Map(candidates.map(({ id, name }) => [id, name]))
  const given = written && written.count > 0 ? written : null
  if (given) {
    const { absentMayWrite } = await defaultsOf(trx, conference, row.awardCode, today)
    if (!absentMayWrite) return refuseField('writtenCount', 'written_not_counted')
    const { wrote } = await assemblyOf(trx, conference, today)
    const wroteOutside = wrote.filter((id) => !roll.voters.includes(id)).length
    if (given.count > wroteOutside)
      return refuseField('writtenCount', 'more_written_than_recorded', String(wroteOutside))
    const paper = {
      issued: given.count,
      returned: given.count,
      valid: given.count,
      invalid: 0,
      votes: votesOf(given.votes),
    }
    const faults = faultsOf(paperDifferences(poll, paper, given.count), names, 'written')
    if (faults) return { ok: false, error: { code: 'fields_wrong', fields: faults } } as const
  }
  const value: Counting = {
    row,
    poll,
    candidates,
    names,
    entitled: roll.entitled,
    voters: roll.voters.length,
    written: given,
  }
  return { ok: true, value } as const
}

type Told = Pick<CountRow, 'source' | 'issued' | 'note' | 'scanFileId'> & {
  readonly countedBy: string | null
}

export async function finishCount(
  trx: Writing,
  counting: Counting,
  hall: Tally,
  stated: Tally | null,
  told: Told,
  now: Date,
): Promise<Count> {
  const { row, poll, candidates, written } = counting
  const scores = scoresOf(candidates, await listScores(trx, row.conferenceId))
  const tally = withWritten(poll, hall, written)
  const roll = rollOf(counting.entitled, counting.voters, written?.count ?? 0)
  const count = decide(poll, tally, roll, { scores: new Map(Object.entries(scores)) })
  await putCount(trx, {
    pollId: row.id,
    ...told,
    entitled: counting.entitled,
    present: counting.voters,
    written: written?.count ?? 0,
    returned: hall.cast,
    valid: hall.valid,
    invalid: hall.invalid,
    outcome: storedOutcome(count, {
      stated: stated && Object.fromEntries(stated.votes),
      writtenVotes: written?.votes ?? null,
      scores,
    }),
    taken: count.taken,
    decision: null,
  })
  await movePoll(trx, row.id, ['closed'], 'counted', now)
  return count
}

const fields: Readonly<Record<PaperDifference['code'], string>> = {
  not_a_count: 'issued',
  issued_exceeds_roll: 'issued',
  returned_exceeds_issued: 'returned',
  not_all_returned: 'note',
  returned_not_valid_and_invalid: 'valid',
  votes_exceed_valid: 'valid',
  choices_exceed_ballots: 'valid',
  unknown_candidate: 'valid',
}

/** Puts each difference beside the field it is about; undefined when the figures agree. */
export function faultsOf(
  differences: readonly PaperDifference[],
  names: ReadonlyMap<string, string>,
  form: 'paper' | 'hands' | 'written',
): Readonly<Record<string, FieldFault>> | undefined {
  if (differences.length === 0) return undefined
  const votes = form === 'written' ? 'writtenFor' : 'for'
  const [first = ''] = names.keys()
  // Of several differences at one field the first is said: the others often follow from it.
  return Object.fromEntries(
    [...differences].reverse().map(({ code, candidateId, found, limit }): [string, FieldFault] => {
      const about = candidateId ?? (form === 'paper' ? undefined : first)
      const field = about === undefined ? fields[code] : `${votes}.${about}`
      const name = candidateId === undefined ? '' : (names.get(candidateId) ?? '')
      return [
        field,
        {
          code: form === 'paper' ? `paper_${code}` : 'more_votes_than_voters',
          params: [name, String(found), String(limit)],
        },
      ]
    }),
  )
}
