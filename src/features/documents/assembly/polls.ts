import type { MinutesDecision } from '../../../domain/documents/papers/conference-minutes.ts'
import type { TallyPoll } from '../../../domain/documents/papers/tally-minutes.ts'
import { printNumber } from '../../../domain/vietnamese/index.ts'
import {
  pollBaseLabels,
  pollMethodLabels,
  type Share,
  shareLabels,
  shares,
} from '../../../domain/voting/index.ts'
import type { PollFacts } from './conference.store.ts'
import { markOf, stated } from './request.ts'
import { lowered } from './wording.ts'

/** Whether ballots were counted, so that there is something for the Ban kiểm phiếu to write down. */
export function wasByBallot(poll: PollFacts): boolean {
  return poll.source === 'box' || poll.source === 'paper'
}

/** A counted ballot as the tellers' minutes print it. */
export function tallyPoll(poll: PollFacts): TallyPoll {
  const { issued, returned, valid, invalid, outcome } = poll
  const names = namesOf(poll)
  return {
    subject: poll.title + (poll.round > 1 ? ' (bỏ phiếu lần hai)' : ''),
    issued,
    returned,
    valid,
    invalid,
    base: `${pollBaseLabels[poll.base].vi} (${outcome.base})`,
    threshold: markText(poll.passMark, outcome.needed),
    candidates: outcome.candidates.map((candidate) => ({
      name: names.get(candidate.id) ?? '',
      votes: candidate.votes.for,
      share: shareText(candidate.percent),
      reached: candidate.passes,
      ...markOf(poll.illustrative),
    })),
  }
}

/** What a vote decided, in one sentence, with how it was taken. */
export function decisionOf(poll: PollFacts, headLabel: string, deputyLabel: string): MinutesDecision {
  const names = namesOf(poll)
  const taken = poll.taken.map((id) => names.get(id) ?? '').filter((name) => name !== '')
  return {
    decision: stated(decisionText(poll, taken, headLabel, deputyLabel), poll.illustrative),
    manner: mannerOf(poll),
  }
}

/** "bỏ phiếu kín: 11/12 (91,67%)" for the candidate of an award. */
export function votesOf(poll: PollFacts, unitId: string | null, name: string): string {
  const names = namesOf(poll)
  const candidate = poll.outcome.candidates.find((one) => {
    const known = poll.candidates.find(({ id }) => id === one.id)
    return unitId === null ? names.get(one.id) === name : known?.unitId === unitId
  })
  return candidate ? `${candidate.votes.for}/${poll.outcome.base} (${shareText(candidate.percent)})` : ''
}

function decisionText(
  poll: PollFacts,
  taken: readonly string[],
  headLabel: string,
  deputyLabel: string,
): string {
  const nobody = 'không có trường hợp nào đạt'
  switch (poll.purpose) {
    case 'head':
    case 'deputy': {
      const label = poll.purpose === 'head' ? headLabel : deputyLabel
      const year = poll.forYear === null ? '' : ` năm ${poll.forYear}`
      return taken.length === 0 ? `${poll.title}: ${nobody}` : `Bầu ${taken.join(', ')} làm ${label}${year}`
    }
    case 'award':
      return `${poll.title}: ${taken.length === 0 ? nobody : taken.join('; ')}`
    default:
      return `${poll.title}: ${taken.length === 0 ? 'không thông qua' : 'thông qua'}`
  }
}

function mannerOf(poll: PollFacts): string {
  if (wasByBallot(poll)) return `${pollMethodLabels[poll.method].vi}, kết quả tại biên bản kiểm phiếu`
  const [first] = poll.outcome.candidates
  if (poll.source === 'consensus' || !first) return `${pollMethodLabels[poll.method].vi}`
  return `${pollMethodLabels[poll.method].vi}: ${first.votes.for}/${poll.outcome.base} đồng ý`
}

function markText(mark: Share | null, needed: number | null): string {
  if (mark === null) return 'lấy theo số phiếu từ cao xuống'
  const named = Object.entries(shares).find(
    ([, share]) =>
      share.numerator === mark.numerator &&
      share.denominator === mark.denominator &&
      share.strictly === mark.strictly,
  )?.[0] as keyof typeof shareLabels | undefined
  const share = `${mark.strictly ? 'trên' : 'từ'} ${mark.numerator}/${mark.denominator}`
  return (
    (named ? lowered(shareLabels[named].vi) : share) + (needed === null ? '' : ` (ít nhất ${needed} phiếu)`)
  )
}

function shareText(percent: string): string {
  return `${printNumber(percent)}%`
}

function namesOf(poll: PollFacts): ReadonlyMap<string, string> {
  return new Map(poll.candidates.map(({ id, name }) => [id, name]))
}
