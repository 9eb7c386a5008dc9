import type { Bilingual } from '../bilingual.ts'
import { err, ok, type Result } from '../result.ts'
import { type Ballot, canonicalBallot, type Spoiled, spoiledBy } from './ballot.ts'
import type { Poll } from './poll.ts'

/** The voter as the roll knows it at the moment of casting. */
export type Voter = {
  readonly onRoll: boolean
  readonly hasVoted: boolean
  /** The unit voting, or the unit a council member belongs to. */
  readonly unitId: string | null
  /** Candidates this voter has to stay out of (recusal). */
  readonly recusedFrom: readonly string[]
}

/** Where the poll stands: only an open one takes ballots. */
export type PollPhase = 'prepared' | 'open' | 'closed' | 'published'

/** Why a ballot is refused at the door. */
export type CastRefusal =
  | 'not_open_yet'
  | 'closed'
  | 'not_cast_on_screen'
  | 'not_on_roll'
  | 'already_voted'
  | 'recused'
  | 'self_vote'
  | Exclude<Spoiled, 'unreadable'>

/**
 * Whether a voter may put this ballot into the box; the answer is the text to put there. The voter is looked at here
 * and forgotten: the text says nothing of it.
 */
export function castCheck(
  poll: Poll,
  phase: PollPhase,
  voter: Voter,
  ballot: Ballot,
): Result<string, CastRefusal> {
  if (phase === 'prepared') return err('not_open_yet')
  if (phase !== 'open') return err('closed')
  if (poll.method !== 'secret') return err('not_cast_on_screen')
  if (!voter.onRoll) return err('not_on_roll')
  if (voter.hasVoted) return err('already_voted')
  const spoiled = spoiledBy(poll, ballot)
  if (spoiled !== null && spoiled !== 'unreadable') return err(spoiled)
  if (voter.recusedFrom.some((id) => speaks(ballot, id))) return err('recused')
  if (!poll.selfVoteAllowed && votesForOwn(poll, voter, ballot)) return err('self_vote')
  return ok(canonicalBallot(ballot))
}

/** The sentence a refused voter reads. */
export const castRefusalTexts: Readonly<Record<CastRefusal, Bilingual>> = {
  not_open_yet: { vi: 'Cuộc bỏ phiếu chưa mở.', en: 'The poll is not open yet.' },
  closed: { vi: 'Cuộc bỏ phiếu đã đóng, không nhận thêm phiếu.', en: 'The poll is closed; no more ballots.' },
  not_cast_on_screen: {
    vi: 'Nội dung này không bỏ phiếu trên màn hình.',
    en: 'This matter is not voted on screen.',
  },
  not_on_roll: {
    vi: 'Đơn vị không có trong danh sách biểu quyết.',
    en: 'You are not on the roll of voters.',
  },
  already_voted: { vi: 'Đã bỏ phiếu; mỗi thành viên chỉ bỏ một phiếu.', en: 'You have already voted.' },
  recused: {
    vi: 'Phiếu có ý kiến về trường hợp mà thành viên không được tham gia.',
    en: 'The ballot speaks on a case you are recused from.',
  },
  self_vote: {
    vi: 'Quy chế của khối không cho tự bỏ phiếu cho mình.',
    en: 'A unit may not vote for itself.',
  },
  unknown_candidate: { vi: 'Phiếu có tên ngoài danh sách.', en: 'The ballot names someone not on the list.' },
  too_many_choices: { vi: 'Phiếu chọn quá số lượng được bầu.', en: 'The ballot chooses too many.' },
  against_not_allowed: {
    vi: 'Phiếu này chỉ ghi người được chọn.',
    en: 'This ballot only names those who are chosen.',
  },
}

function speaks(ballot: Ballot, candidateId: string): boolean {
  return (ballot.get(candidateId) ?? 'abstain') !== 'abstain'
}

function votesForOwn(poll: Poll, voter: Voter, ballot: Ballot): boolean {
  return poll.candidates.some(
    (candidate) =>
      candidate.unitId !== null && candidate.unitId === voter.unitId && ballot.get(candidate.id) === 'for',
  )
}
