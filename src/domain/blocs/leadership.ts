import type { Bilingual } from '../bilingual.ts'
import type { YearState } from '../years/state.ts'

/** Office a unit holds in a bloc for a year. */
export type Office = 'head' | 'deputy'

/** How a head or deputy came to lead; a handover may be all that is known. */
export type ChoiceOfHead = 'elected' | 'rotation' | 'appointed' | 'handover' | 'acting' | 'unknown'

/** Words for the ways of choosing. */
export const choiceOfHeadLabels: Readonly<Record<ChoiceOfHead, Bilingual>> = {
  elected: { vi: 'bầu', en: 'elected' },
  rotation: { vi: 'luân phiên', en: 'by rotation' },
  appointed: { vi: 'phân công, chỉ định', en: 'appointed' },
  handover: { vi: 'nhận bàn giao, không rõ cách chọn', en: 'by handover, choice not known' },
  acting: { vi: 'tạm điều hành', en: 'acting' },
  unknown: { vi: 'không rõ', en: 'not known' },
}

/** A unit's office over one cycle year. A deputy is optional. */
export type Term = {
  readonly unitId: string
  readonly office: Office
  readonly year: number
  readonly how: ChoiceOfHead
  /** The day of the appointing decision, if there is one. */
  readonly decidedOn: string | null
  /** The day both heads signed the handover, if they have. */
  readonly handoverSignedOn: string | null
}

/** Why a unit leads a year on a day, or nobody does. */
export type LeadingReason = 'term_started' | 'former_head_acts' | 'first_head' | 'no_head' | 'year_closed'

/** Who leads a year of the bloc on a day. */
export type Leading = {
  readonly unitId: string | null
  readonly acting: boolean
  readonly reason: LeadingReason
}

/** The sentence of a reason. */
export const leadingReasonLabels: Readonly<Record<LeadingReason, Bilingual>> = {
  term_started: {
    vi: 'Trưởng khối của năm, đã nhận bàn giao hoặc có quyết định',
    en: 'head of the year, by signed handover or decision',
  },
  former_head_acts: {
    vi: 'Trưởng khối năm trước tiếp tục điều hành đến khi bàn giao',
    en: 'the former head acts until the handover',
  },
  first_head: { vi: 'Trưởng khối đầu tiên của khối', en: 'first head of the bloc' },
  no_head: { vi: 'chưa có Trưởng khối', en: 'no head yet' },
  year_closed: { vi: 'năm thi đua đã lưu hồ sơ, không sửa được nữa', en: 'the year is closed' },
}

/** The day a term's rights begin: the decision or the signed handover, whichever comes first; null before both. */
export function rightsStart(term: Term): string | null {
  const days = [term.decidedOn, term.handoverSignedOn].filter((day) => day !== null).sort()
  return days[0] ?? null
}

/**
 * Who has the rights of the head over a year on a day. Rights over year N stay with its head until N is closed, also
 * after the next head has begun; rights over N+1 begin with the signed handover or the decision, and the former head
 * acts until then.
 */
export function headOf(terms: readonly Term[], year: number, state: YearState, date: string): Leading {
  if (state === 'closed') return { unitId: null, acting: false, reason: 'year_closed' }
  const heads = terms.filter((term) => term.office === 'head')
  const own = heads.filter((term) => term.year === year)
  const started = own
    .filter((term) => (rightsStart(term) ?? '9999') <= date)
    .sort((a, b) => ((rightsStart(a) ?? '') < (rightsStart(b) ?? '') ? 1 : -1))[0]
  if (started !== undefined) return { unitId: started.unitId, acting: false, reason: 'term_started' }
  const former = heads.filter((term) => term.year < year).sort((a, b) => b.year - a.year)[0]
  if (former !== undefined) return { unitId: former.unitId, acting: true, reason: 'former_head_acts' }
  const [chosen] = own
  if (chosen !== undefined) return { unitId: chosen.unitId, acting: false, reason: 'first_head' }
  return { unitId: null, acting: false, reason: 'no_head' }
}

/** The deputy of a year on a day, or null: a bloc need not have one. A deputy's rights begin with the head's year. */
export function deputyOf(
  terms: readonly Term[],
  year: number,
  state: YearState,
  date: string,
): string | null {
  if (state === 'closed') return null
  const deputy = terms.findLast((term) => term.office === 'deputy' && term.year === year)
  if (deputy === undefined) return null
  const start = rightsStart(deputy) ?? headStart(terms, year)
  return start === null || start <= date ? deputy.unitId : null
}

/** Members by turn: those that never led first, then the longest ago; ties keep the bloc's own order. */
export function rotationOrder(members: readonly string[], terms: readonly Term[]): readonly string[] {
  const lastLed = (unitId: string) =>
    terms
      .filter((term) => term.office === 'head' && term.unitId === unitId)
      .reduce((latest, term) => Math.max(latest, term.year), 0)
  return [...members].sort((a, b) => lastLed(a) - lastLed(b))
}

function headStart(terms: readonly Term[], year: number): string | null {
  const head = terms.find((term) => term.office === 'head' && term.year === year)
  return head === undefined ? null : rightsStart(head)
}
