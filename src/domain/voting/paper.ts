import type { Bilingual } from '../bilingual.ts'
import type { Poll } from './poll.ts'
import type { PaperCount } from './tally.ts'

/** A mismatch in a paper count. `error` must be corrected, `explain` needs a sentence before signing. */
export type PaperDifference = {
  readonly code:
    | 'not_a_count'
    | 'issued_exceeds_roll'
    | 'returned_exceeds_issued'
    | 'not_all_returned'
    | 'returned_not_valid_and_invalid'
    | 'votes_exceed_valid'
    | 'choices_exceed_ballots'
    | 'unknown_candidate'
  readonly candidateId?: string
  readonly found: number
  readonly limit: number
  readonly severity: 'error' | 'explain'
}

/**
 * Whether the figures of the Ban kiểm phiếu agree: issued ≥ returned = valid + invalid, votes on a candidate ≤ valid,
 * choices together ≤ valid × choices allowed. Each mismatch is named with the figure found and its limit.
 */
export function paperDifferences(poll: Poll, paper: PaperCount, roll: number): readonly PaperDifference[] {
  const sum = paper.valid + paper.invalid
  return [
    ...badFigures(paper),
    ...differs(paper.issued > roll, 'issued_exceeds_roll', paper.issued, roll),
    ...differs(paper.returned > paper.issued, 'returned_exceeds_issued', paper.returned, paper.issued),
    ...differs(paper.returned < paper.issued, 'not_all_returned', paper.returned, paper.issued, 'explain'),
    ...differs(paper.returned !== sum, 'returned_not_valid_and_invalid', paper.returned, sum),
    ...candidateDifferences(poll, paper),
    ...choiceDifferences(poll, paper),
  ]
}

/** Where the two members of the Ban kiểm phiếu who counted apart wrote different figures. */
export type EntryDifference = {
  readonly field: 'issued' | 'returned' | 'valid' | 'invalid' | 'for' | 'against' | 'abstain'
  readonly candidateId: string | null
  readonly first: number
  readonly second: number
}

/** Compares two independent entries of one paper count; empty when they agree. */
export function compareEntries(first: PaperCount, second: PaperCount): readonly EntryDifference[] {
  const totals = (['issued', 'returned', 'valid', 'invalid'] as const)
    .filter((field) => first[field] !== second[field])
    .map((field) => ({ field, candidateId: null, first: first[field], second: second[field] }))
  const ids = [...new Set([...first.votes.keys(), ...second.votes.keys()])].sort()
  const votes = ids.flatMap((candidateId) =>
    (['for', 'against', 'abstain'] as const)
      .map((field) => ({
        field,
        candidateId,
        first: first.votes.get(candidateId)?.[field] ?? 0,
        second: second.votes.get(candidateId)?.[field] ?? 0,
      }))
      .filter((entry) => entry.first !== entry.second),
  )
  return [...totals, ...votes]
}

/** The sentence of a difference; `nameOf` names a candidate. */
export function paperDifferenceText(
  difference: PaperDifference,
  nameOf: (candidateId: string) => string,
): Bilingual {
  const { found, limit } = difference
  const who = difference.candidateId === undefined ? '' : `${nameOf(difference.candidateId)}: `
  const texts: Readonly<Record<PaperDifference['code'], Bilingual>> = {
    not_a_count: {
      vi: `${who}số ${found} không phải là số đếm phiếu.`,
      en: `${who}${found} is not a number of ballots.`,
    },
    issued_exceeds_roll: {
      vi: `Phát ra ${found} phiếu, nhiều hơn ${limit} thành viên được biểu quyết.`,
      en: `${found} ballots issued, more than the ${limit} on the roll.`,
    },
    returned_exceeds_issued: {
      vi: `Thu về ${found} phiếu, nhiều hơn ${limit} phiếu phát ra.`,
      en: `${found} ballots returned, more than the ${limit} issued.`,
    },
    not_all_returned: {
      vi: `Thu về ${found} trên ${limit} phiếu phát ra; cần nêu lý do.`,
      en: `${found} of ${limit} issued ballots returned; say why.`,
    },
    returned_not_valid_and_invalid: {
      vi: `Thu về ${found} phiếu nhưng hợp lệ và không hợp lệ cộng lại là ${limit}.`,
      en: `${found} ballots returned, but valid and invalid add up to ${limit}.`,
    },
    votes_exceed_valid: {
      vi: `${who}${found} lượt, nhiều hơn ${limit} phiếu hợp lệ.`,
      en: `${who}${found} votes, more than the ${limit} valid ballots.`,
    },
    choices_exceed_ballots: {
      vi: `Tổng ${found} lượt chọn, nhiều hơn mức ${limit} mà các phiếu hợp lệ cho phép.`,
      en: `${found} choices together, more than the ${limit} the valid ballots allow.`,
    },
    unknown_candidate: {
      vi: `${who}có ${found} lượt nhưng không có tên trong danh sách.`,
      en: `${who}${found} votes, but not on the list.`,
    },
  }
  return texts[difference.code]
}

function differs(
  wrong: boolean,
  code: PaperDifference['code'],
  found: number,
  limit: number,
  severity: PaperDifference['severity'] = 'error',
): readonly PaperDifference[] {
  return wrong ? [{ code, found, limit, severity }] : []
}

function badFigures(paper: PaperCount): readonly PaperDifference[] {
  const totals = [paper.issued, paper.returned, paper.valid, paper.invalid].map((found) => ({ found }))
  const votes = [...paper.votes].flatMap(([candidateId, { for: pro, against, abstain }]) =>
    [pro, against, abstain].map((found) => ({ found, candidateId })),
  )
  return [...totals, ...votes]
    .filter(({ found }) => !Number.isSafeInteger(found) || found < 0)
    .map((bad) => ({ code: 'not_a_count', ...bad, limit: 0, severity: 'error' }))
}

function candidateDifferences(poll: Poll, paper: PaperCount): readonly PaperDifference[] {
  const known = new Set(poll.candidates.map(({ id }) => id))
  return [...paper.votes].flatMap(([candidateId, { for: pro, against, abstain }]): PaperDifference[] => {
    const found = pro + against + abstain
    if (!known.has(candidateId)) {
      return [{ code: 'unknown_candidate', candidateId, found, limit: 0, severity: 'error' }]
    }
    if (found <= paper.valid) return []
    return [{ code: 'votes_exceed_valid', candidateId, found, limit: paper.valid, severity: 'error' }]
  })
}

function choiceDifferences(poll: Poll, paper: PaperCount): readonly PaperDifference[] {
  if (poll.maxChoices === null) return []
  const chosen = [...paper.votes.values()].reduce((sum, votes) => sum + votes.for, 0)
  const limit = paper.valid * poll.maxChoices
  return differs(chosen > limit, 'choices_exceed_ballots', chosen, limit)
}
