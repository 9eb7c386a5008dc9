import type { Bilingual } from '../bilingual.ts'

/** What a poll (cuộc biểu quyết) decides. */
export type PollPurpose = 'award' | 'head' | 'deputy' | 'motion' | AdoptionPurpose

/** What a conference adopts (thông qua): its report, the scores, the directions of next year. */
export type AdoptionPurpose = 'report' | 'scores' | 'directions'

/** How votes are given: secret ballot on screen, show of hands, consensus (thống nhất), or counted paper ballots. */
export type PollMethod = 'secret' | 'hands' | 'consensus' | 'paper'

/** Which number is a hundred per cent: all who are entitled, those taking part, or the valid ballots. */
export type PollBase = 'all' | 'present' | 'valid'

/** `yes_no`: a stance on each candidate. `choose`: only the names one is for. */
export type BallotForm = 'yes_no' | 'choose'

/** What decides between equals at the last seat; taken in the order the poll lists them. */
export type TieStep = 'second_ballot' | 'score' | 'head_and_deputy' | 'chair'

/**
 * A share of the base. `strictly` asks for more than the share, otherwise reaching it is enough.
 *
 * @example
 * { numerator: 1, denominator: 2, strictly: true } // more than half (quá nửa)
 */
export type Share = { readonly numerator: number; readonly denominator: number; readonly strictly: boolean }

/** Somebody or something voted on. `unitId` is the voter of the same unit, for the self-vote rule. */
export type Candidate = { readonly id: string; readonly unitId: string | null }

/** A poll as its rules define it. */
export type Poll = {
  readonly purpose: PollPurpose
  readonly method: PollMethod
  readonly voters: 'units' | 'persons'
  readonly form: BallotForm
  readonly candidates: readonly Candidate[]
  /** How many may be taken; null when everyone who passes is taken. */
  readonly seats: number | null
  /** How many a ballot may be for; null when not limited. */
  readonly maxChoices: number | null
  readonly base: PollBase
  /** null in a second ballot among candidates who have passed already: it only orders them. */
  readonly passMark: Share | null
  readonly quorum: Share | null
  readonly selfVoteAllowed: boolean
  readonly ties: readonly TieStep[]
  readonly round: 1 | 2
  /** Place in the sequence of polls; the lowest award has the lowest number. */
  readonly order: number
}

/** Names of the shares used as pass marks and quorums. */
export type ShareName = 'more_than_half' | 'two_thirds' | 'eighty_percent' | 'ninety_percent'

/** The shares met in regulations and decrees. */
export const shares: Readonly<Record<ShareName, Share>> = {
  more_than_half: { numerator: 1, denominator: 2, strictly: true },
  two_thirds: { numerator: 2, denominator: 3, strictly: false },
  eighty_percent: { numerator: 80, denominator: 100, strictly: false },
  ninety_percent: { numerator: 90, denominator: 100, strictly: false },
}

/** Words of the shares. */
export const shareLabels: Readonly<Record<ShareName, Bilingual>> = {
  more_than_half: { vi: 'quá nửa', en: 'more than half' },
  two_thirds: { vi: 'từ 2/3 trở lên', en: 'at least two thirds' },
  eighty_percent: { vi: 'từ 80% trở lên', en: 'at least 80%' },
  ninety_percent: { vi: 'từ 90% trở lên', en: 'at least 90%' },
}

/** Words of the methods. */
export const pollMethodLabels: Readonly<Record<PollMethod, Bilingual>> = {
  secret: { vi: 'bỏ phiếu kín', en: 'secret ballot' },
  hands: { vi: 'biểu quyết giơ tay', en: 'show of hands' },
  consensus: { vi: 'thống nhất', en: 'consensus' },
  paper: { vi: 'phiếu giấy', en: 'paper ballots' },
}

/** Words of the bases. */
export const pollBaseLabels: Readonly<Record<PollBase, Bilingual>> = {
  all: { vi: 'tổng số thành viên', en: 'all members' },
  present: { vi: 'số thành viên tham gia biểu quyết', en: 'members taking part' },
  valid: { vi: 'số phiếu hợp lệ', en: 'valid ballots' },
}

/** Words of the steps that decide a tie. */
export const tieStepLabels: Readonly<Record<TieStep, Bilingual>> = {
  second_ballot: { vi: 'bỏ phiếu lần hai', en: 'second ballot' },
  score: { vi: 'xét theo điểm thi đua', en: 'by score' },
  head_and_deputy: {
    vi: 'Trưởng khối và Phó Trưởng khối quyết định, nêu lý do',
    en: 'head and deputy decide, with a reason',
  },
  chair: { vi: 'theo ý kiến của Chủ tịch Hội đồng', en: "by the chair's own vote" },
}

/**
 * A poll of a bloc with the habits of blocs: secret, on all members, more than half, quorum 2/3, self-vote allowed,
 * ties by second ballot, score, then head and deputy. None of it has a basis in law; each is a setting.
 */
export const blocPoll: Omit<Poll, 'purpose' | 'candidates' | 'seats'> = {
  method: 'secret',
  voters: 'units',
  form: 'yes_no',
  maxChoices: null,
  base: 'all',
  passMark: shares.more_than_half,
  quorum: shares.two_thirds,
  selfVoteAllowed: true,
  ties: ['second_ballot', 'score', 'head_and_deputy'],
  round: 1,
  order: 0,
}

/**
 * A poll of a council (Hội đồng thi đua, khen thưởng): persons vote, at least 80% of all members must agree and 80% must
 * take part (rule Nghị định 98/2023/NĐ-CP, Điều 30; quorum as in Bắc Ninh). Use 90% for chiến sĩ thi đua of the province
 * and above.
 */
export const councilPoll: Omit<Poll, 'purpose' | 'candidates' | 'seats'> = {
  ...blocPoll,
  voters: 'persons',
  passMark: shares.eighty_percent,
  quorum: shares.eighty_percent,
  ties: ['second_ballot', 'chair'],
}

/**
 * The smallest number of votes that meets a share.
 *
 * @example
 * votesNeeded(shares.more_than_half, 12) // 7
 * votesNeeded(shares.eighty_percent, 12) // 10
 */
export function votesNeeded(share: Share, base: number): number {
  const product = base * share.numerator
  const whole = (product - (product % share.denominator)) / share.denominator
  return share.strictly || product % share.denominator !== 0 ? whole + 1 : whole
}

/** True when `votes` of `base` meet the share. Nobody passes on an empty base. */
export function meets(share: Share, votes: number, base: number): boolean {
  return base > 0 && votes >= votesNeeded(share, base)
}

/**
 * Whether a share of the base can still be reached by those who are there to vote.
 *
 * @example
 * reachable(shares.eighty_percent, 12, 9) // false: two absent, one against
 */
export function reachable(share: Share, base: number, available: number): boolean {
  return meets(share, available, base)
}

/** Polls in the order they are taken: the lowest award first. */
export function lowestFirst<T extends { readonly order: number }>(polls: readonly T[]): readonly T[] {
  return [...polls].sort((a, b) => a.order - b.order)
}
