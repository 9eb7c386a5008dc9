import type { Bilingual } from '../bilingual.ts'
import { err, ok, type Result } from '../result.ts'
import { isHard } from './bars.ts'
import type { AwardCandidate } from './candidates.ts'

/** A proposal that does not follow what ranking, registration, bars and vote suggest. */
export type Departure = {
  readonly unitId: string
  readonly code: 'proposed_though_not_suggested' | 'suggested_but_left_out' | 'proposed_against_soft_bar'
  /** Printed in the biên bản bình xét. */
  readonly reason: string
}

/** Why a list of proposals cannot stand. */
export type ProposalRefusal = {
  readonly unitId: string
  readonly code: 'suspended' | 'barred' | 'not_in_ranking' | 'vote_not_held' | 'reason_needed'
}

/**
 * Whether these units may be proposed. What follows the suggestion passes; a departure passes with a reason; a suspended
 * or barred unit does not pass, unless every bar against it is only a habit or unverified and a reason is given.
 */
export function checkProposals(
  candidates: readonly AwardCandidate[],
  proposed: readonly string[],
  reasons: ReadonlyMap<string, string>,
): Result<readonly Departure[], readonly ProposalRefusal[]> {
  const known = new Map(candidates.map((candidate) => [candidate.unitId, candidate]))
  const refusals: ProposalRefusal[] = []
  const departures: Departure[] = []
  const depart = (unitId: string, code: Departure['code']) => {
    const reason = reasons.get(unitId)?.trim() ?? ''
    if (reason === '') refusals.push({ unitId, code: 'reason_needed' })
    else departures.push({ unitId, code, reason })
  }
  for (const unitId of proposed) {
    const candidate = known.get(unitId)
    if (candidate === undefined) refusals.push({ unitId, code: 'not_in_ranking' })
    else if (candidate.standing === 'to_vote') refusals.push({ unitId, code: 'vote_not_held' })
    else if (candidate.standing === 'possible') depart(unitId, 'proposed_though_not_suggested')
    else if (candidate.standing !== 'suggested') {
      if (candidate.reasons.some((reason) => reason.code === 'barred' && isHard(reason.bar))) {
        refusals.push({ unitId, code: candidate.standing })
      } else depart(unitId, 'proposed_against_soft_bar')
    }
  }
  for (const { unitId, standing } of candidates) {
    if (standing === 'suggested' && !proposed.includes(unitId)) depart(unitId, 'suggested_but_left_out')
  }
  return refusals.length > 0 ? err(refusals) : ok(departures)
}

/** The sentence of a refusal. */
export const proposalRefusalTexts: Readonly<Record<ProposalRefusal['code'], Bilingual>> = {
  suspended: {
    vi: 'Tạm dừng đề nghị đến khi có kết luận; nếu không vi phạm thì đề nghị tiếp.',
    en: 'Suspended until there is a conclusion; goes on when cleared.',
  },
  barred: { vi: 'Không đủ điều kiện đề nghị trong năm.', en: 'Cannot be proposed this year.' },
  not_in_ranking: {
    vi: 'Đơn vị không có trong bảng xếp hạng của năm.',
    en: 'Not in the ranking of the year.',
  },
  vote_not_held: { vi: 'Chưa bỏ phiếu, chưa thể chốt đề nghị.', en: 'The vote has not been held.' },
  reason_needed: {
    vi: 'Khác với xếp hạng; cần nêu lý do để ghi vào biên bản bình xét.',
    en: 'Departs from the ranking; give the reason for the minutes.',
  },
}
