import type { Bilingual } from '../bilingual.ts'
import { err, ok, type Result } from '../result.ts'
import { addDays } from '../vietnamese/calendar.ts'

/** Where a question on points (kiến nghị về điểm) stands; `conference`: left to the conference, which closes it. */
export type AppealState = 'sent' | 'withdrawn' | 'answered' | 'conference' | 'closed'

/** What became of the points in question. */
export type AppealOutcome = 'kept' | 'changed'

/** `explanation` (giải trình) tells why and asks for nothing; `appeal` (kiến nghị) asks for other points. */
export type AppealKind = 'explanation' | 'appeal'

/** What can be done with a question. */
export type AppealMove = 'withdraw' | 'answer' | 'refer' | 'close'

/** Names of the states as officials read them. */
export const appealStateNames: Readonly<Record<AppealState, Bilingual>> = {
  sent: { vi: 'chờ trả lời', en: 'waits for an answer' },
  withdrawn: { vi: 'đã rút', en: 'withdrawn' },
  answered: { vi: 'đã trả lời', en: 'answered' },
  conference: { vi: 'đưa ra hội nghị', en: 'put to the conference' },
  closed: { vi: 'hội nghị đã kết luận', en: 'settled by the conference' },
}

/** Names of the outcomes. */
export const appealOutcomeNames: Readonly<Record<AppealOutcome, Bilingual>> = {
  kept: { vi: 'giữ nguyên điểm', en: 'points kept' },
  changed: { vi: 'sửa điểm', en: 'points changed' },
}

/** Names of the two kinds. */
export const appealKindNames: Readonly<Record<AppealKind, Bilingual>> = {
  explanation: { vi: 'giải trình', en: 'explanation' },
  appeal: { vi: 'kiến nghị', en: 'appeal' },
}

const moves: Readonly<Record<AppealMove, readonly [from: readonly AppealState[], to: AppealState]>> = {
  withdraw: [['sent', 'conference'], 'withdrawn'],
  answer: [['sent'], 'answered'],
  refer: [['sent'], 'conference'],
  close: [['sent', 'conference'], 'closed'],
}

/**
 * The state after a move; refused when the question is settled, or already lies with the conference.
 *
 * @example moveAppeal('sent', 'refer') // ok('conference')
 */
export function moveAppeal(
  state: AppealState,
  move: AppealMove,
): Result<AppealState, { readonly code: 'settled' | 'withConference' }> {
  const [from, to] = moves[move]
  if (from.includes(state)) return ok(to)
  return err({ code: state === 'conference' ? 'withConference' : 'settled' })
}

/** Whether a question still waits for somebody. An explanation asks for nothing, so it is never waited for. */
export function isOpenAppeal(kind: AppealKind, state: AppealState): boolean {
  return kind === 'appeal' && (state === 'sent' || state === 'conference')
}

/** From when to when a unit may question its points, both days included. */
export interface AppealPeriod {
  readonly from: string
  readonly until: string
  /** Opened again for this unit, with the reason given. */
  readonly reopened: boolean
}

/**
 * The period of one unit. It begins on the day the points were shown to the members; an opening of its own for the
 * unit counts when it lasts longer.
 *
 * @param shown the announcement to all members, absent while nothing was shown
 * @param own the opening for this unit alone
 */
export function appealPeriod(
  shown: { readonly shownOn: string; readonly dueOn: string } | undefined,
  own: { readonly shownOn: string; readonly dueOn: string } | undefined,
): AppealPeriod | undefined {
  if (own && (!shown || own.dueOn > shown.dueOn)) {
    const from = shown && shown.shownOn < own.shownOn ? shown.shownOn : own.shownOn
    return { from, until: own.dueOn, reopened: true }
  }
  return shown && { from: shown.shownOn, until: shown.dueOn, reopened: false }
}

/**
 * The last day by the bloc's rule: so many calendar days after the day the points were shown. The number is a
 * setting of the bloc; no instrument was found that fixes it (unverified).
 *
 * @example lastDayToAppeal('2026-12-01', 5) // '2026-12-06'
 */
export function lastDayToAppeal(shownOn: string, days: number): string {
  return addDays(shownOn, days)
}

/** Why a unit may not question its points now. */
export type AppealRefusal = 'notShown' | 'late' | 'adopted' | 'notChanged'

/** What the decision looks at. */
export interface AppealFacts {
  readonly period: AppealPeriod | undefined
  /** ISO date. */
  readonly today: string
  /** The conference adopted the points of the year. */
  readonly adopted: boolean
  /** A layer after the self-score changed the point (for the whole sheet: any point). */
  readonly changed: boolean
}

/** Whether a unit may question a point today; the first reason against it otherwise. */
export function mayAppeal({ period, today, adopted, changed }: AppealFacts): Result<void, AppealRefusal> {
  if (!period || today < period.from) return err('notShown')
  if (adopted) return err('adopted')
  if (today > period.until) return err('late')
  return changed ? ok(undefined) : err('notChanged')
}
