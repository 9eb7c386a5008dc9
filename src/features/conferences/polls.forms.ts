import { z } from 'zod'
import {
  choice,
  date,
  ids,
  optionalId,
  optionalText,
  optionalUpload,
  optionalWhole,
  whole,
} from '../../http/fields.ts'

export const purposes = ['report', 'scores', 'award', 'head', 'deputy', 'directions', 'motion'] as const
export const methods = ['consensus', 'hands', 'secret', 'paper'] as const
const shareNames = ['more_than_half', 'two_thirds', 'eighty_percent', 'ninety_percent'] as const

export const pollForm = z.object({
  purpose: choice(purposes),
  title: optionalText(300),
  awardCode: optionalText(60),
  forYear: optionalWhole(1990, 2200),
  candidates: ids(),
  others: optionalText(3000),
  seats: optionalWhole(1, 200),
  method: choice(methods),
  form: choice(['auto', 'yes_no', 'choose']),
  maxChoices: optionalWhole(1, 200),
  base: choice(['all', 'present', 'valid']),
  passMark: choice([...shareNames, 'rules']),
  quorum: choice([...shareNames, 'none', 'rules']),
  selfVote: choice(['yes', 'no']),
  ties: choice(['rules', 'second_ballot', 'decision']),
})

const stance = choice(['for', 'against', 'abstain'])

/** A ballot: a stance on each (`stance.<candidate>`), or the chosen ones (`choice`). */
export const ballotForm = z.object({
  unitId: optionalId(),
  stance: z.record(z.string(), stance).default({}),
  choice: ids(),
  asked: optionalText(20_000),
})

const votes = z.record(z.string(), optionalWhole(0, 100_000)).default({})

const writtenFields = {
  writtenCount: optionalWhole(0, 10_000),
  writtenFor: votes,
  writtenAgainst: votes,
}

export const closePollForm = z.object({ ...writtenFields, note: optionalText(1000) })
export const consensusForm = z.object({ agreed: ids(), ...writtenFields, note: optionalText(1000) })
export const handsForm = z.object({ for: votes, against: votes, ...writtenFields, note: optionalText(1000) })
export const paperForm = z.object({
  issued: whole(0),
  returned: whole(0),
  valid: whole(0),
  invalid: whole(0),
  for: votes,
  against: votes,
  ...writtenFields,
  note: optionalText(1000),
  file: optionalUpload(),
})
export const tieForm = z.object({ chosen: ids(), reason: optionalText(1000) })
export const electedForm = z.object({
  unitId: optionalId(),
  fromDate: date(),
  personName: optionalText(150),
  personTitle: optionalText(200),
  basis: optionalText(300),
})

type Counted = Readonly<Record<string, number | null>>

/** Votes by candidate out of the columns of a form; what was left empty is none. */
export function votesFrom(pro: Counted, against: Counted) {
  const candidates = [...new Set([...Object.keys(pro), ...Object.keys(against)])]
  return Object.fromEntries(
    candidates.map((key) => [key, { for: pro[key] ?? 0, against: against[key] ?? 0, abstain: 0 }]),
  )
}

/** Written opinions out of a form; undefined when none were entered. */
export function writtenFrom(form: {
  readonly writtenCount: number | null
  readonly writtenFor: Counted
  readonly writtenAgainst: Counted
}) {
  return form.writtenCount
    ? { count: form.writtenCount, votes: votesFrom(form.writtenFor, form.writtenAgainst) }
    : undefined
}
