import Big from 'big.js'
import type { CandidateResult, CountReason, Tie, TieAids } from './outcome.ts'
import type { Poll, TieStep } from './poll.ts'

/** What a tie step says of one candidate. */
export type Verdict = { readonly result: CandidateResult; readonly reason: CountReason }

/** Verdicts by candidate, and the tie that stays open. */
export type TieVerdict = { readonly verdicts: ReadonlyMap<string, Verdict>; readonly tie: Tie | null }

/** Walks the poll's tie steps in order until one decides or one has to be asked for. */
export function breakTie(poll: Poll, tied: readonly string[], seatsLeft: number, aids: TieAids): TieVerdict {
  const verdicts = new Map<string, Verdict>()
  let open = [...tied]
  let left = seatsLeft
  const pending = (step: TieStep | null): TieVerdict => {
    const reason: CountReason = { code: 'tied_at_last_seat', seatsLeft: left, tied: open.length }
    for (const id of open) verdicts.set(id, { result: 'tied', reason })
    return { verdicts, tie: { candidateIds: open, seatsLeft: left, step } }
  }
  for (const step of poll.ties) {
    if (step === 'second_ballot') {
      if (poll.round === 1) return pending(step)
      continue
    }
    if (step === 'score') {
      const scored = byScore(open, left, aids.scores)
      if (scored === null) return pending(step)
      for (const [id, verdict] of scored.verdicts) verdicts.set(id, verdict)
      open = [...scored.open]
      left = scored.left
      if (open.length === 0) return { verdicts, tie: null }
      continue
    }
    const chosen = aids.decision?.chosen.filter((id) => open.includes(id)) ?? []
    if (aids.decision === undefined || chosen.length !== left || aids.decision.reason.trim() === '') {
      return pending(step)
    }
    const reason: CountReason = { code: 'tie_by_decision', by: step, reason: aids.decision.reason }
    for (const id of open) verdicts.set(id, { result: chosen.includes(id) ? 'taken' : 'no_seat', reason })
    return { verdicts, tie: null }
  }
  return pending(null)
}

type Scored = {
  readonly verdicts: ReadonlyMap<string, Verdict>
  readonly open: readonly string[]
  readonly left: number
}

/** Higher scores take the seats; those equal at the edge stay open. Null when a score is missing. */
function byScore(ids: readonly string[], left: number, scores: TieAids['scores']): Scored | null {
  const scored = ids.map((id) => ({ id, score: scores?.get(id) }))
  const known = scored.flatMap(({ id, score }) =>
    score === undefined ? [] : [{ id, score: new Big(score) }],
  )
  if (known.length < scored.length) return null
  const edge = known.map(({ score }) => score).sort((a, b) => b.cmp(a))[left - 1]
  if (edge === undefined) return null
  const above = known.filter(({ score }) => score.gt(edge))
  const equal = known.filter(({ score }) => score.eq(edge))
  const settled = above.length + equal.length === left
  const verdicts = new Map<string, Verdict>()
  for (const { id, score } of known) {
    if (score.eq(edge) && !settled) continue
    const reason: CountReason = { code: 'tie_by_score', score: score.toString() }
    verdicts.set(id, { result: score.gte(edge) ? 'taken' : 'no_seat', reason })
  }
  return settled
    ? { verdicts, open: [], left: 0 }
    : { verdicts, open: equal.map(({ id }) => id), left: left - above.length }
}
