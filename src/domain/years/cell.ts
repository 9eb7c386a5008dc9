import type { Bilingual } from '../bilingual.ts'
import { daysBetween } from '../vietnamese/calendar.ts'

/**
 * How far a step of one unit has come.
 * - `none`, `draft`: nothing has been sent;
 * - `sent`: sent, someone must look at it;
 * - `returned`: sent back to the unit with a reason;
 * - `done`: finished;
 * - `absence_noted`: it will not come, and the head has recorded that;
 * - `not_asked`: this unit does not owe it (an achievement report without a proposal).
 */
export type StepState = 'none' | 'draft' | 'sent' | 'returned' | 'done' | 'absence_noted' | 'not_asked'

/** How it came: on screen by the unit, on paper, or entered by another on the unit's behalf. */
export type StepChannel = 'screen' | 'paper' | 'on_behalf'

/** What is known of one step of one unit. */
export type Step = {
  readonly state: StepState
  readonly channel?: StepChannel
  /** Last day on time; null when no deadline is set. */
  readonly due: string | null
  /** The day it was sent or finished, when known. */
  readonly doneOn?: string | null
}

/** What a cell of the year board says. */
export type CellKind =
  | 'done'
  | 'by_paper'
  | 'on_behalf'
  | 'waiting'
  | 'returned'
  | 'late'
  | 'not_due'
  | 'absence_noted'
  | 'not_asked'

/** A cell: its kind and its relation to the deadline, in whole days. */
export type Cell = {
  readonly kind: CellKind
  /** Days after the deadline (of the sending when sent, else of today); 0 when on time or without deadline. */
  readonly lateDays: number
  /** Days left to the deadline; null when passed, finished or without deadline. */
  readonly daysLeft: number | null
}

/** The word a cell shows; shape and colour only repeat it. */
export const cellLabels: Readonly<Record<CellKind, Bilingual>> = {
  done: { vi: 'xong', en: 'done' },
  by_paper: { vi: 'bản giấy', en: 'by paper' },
  on_behalf: { vi: 'nhập thay', en: 'on behalf' },
  waiting: { vi: 'chờ duyệt', en: 'waiting' },
  returned: { vi: 'trả lại', en: 'returned' },
  late: { vi: 'quá hạn', en: 'late' },
  not_due: { vi: 'chưa đến hạn', en: 'not due' },
  absence_noted: { vi: 'ghi nhận không có', en: 'absence noted' },
  not_asked: { vi: 'không yêu cầu', en: 'not asked' },
}

/**
 * What the board says of a step on a day. A step without a deadline is never late.
 *
 * @example
 * cellOf({ state: 'none', due: '2026-11-15' }, '2026-11-20') // { kind: 'late', lateDays: 5, daysLeft: null }
 */
export function cellOf(step: Step, today: string): Cell {
  const kind = kindOf(step, today)
  return { kind, lateDays: lateDays(step, kind, today), daysLeft: daysLeft(step, kind, today) }
}

/** True when somebody still owes this step: nothing sent, or sent back. */
export function isOwed(step: Step): boolean {
  return step.state === 'none' || step.state === 'draft' || step.state === 'returned'
}

function kindOf(step: Step, today: string): CellKind {
  switch (step.state) {
    case 'done':
      return step.channel === 'paper' ? 'by_paper' : step.channel === 'on_behalf' ? 'on_behalf' : 'done'
    case 'sent':
      return 'waiting'
    case 'returned':
    case 'absence_noted':
    case 'not_asked':
      return step.state
    default:
      return step.due !== null && today > step.due ? 'late' : 'not_due'
  }
}

function lateDays(step: Step, kind: CellKind, today: string): number {
  if (step.due === null || kind === 'not_asked' || kind === 'absence_noted') return 0
  const finished = step.state === 'done' || step.state === 'sent'
  // A finished step without a known day is not called late: nobody could prove it.
  const day = finished ? step.doneOn : today
  return day ? Math.max(0, daysBetween(step.due, day)) : 0
}

function daysLeft(step: Step, kind: CellKind, today: string): number | null {
  if (step.due === null || !isOwed(step) || kind === 'late') return null
  const left = daysBetween(today, step.due)
  return left < 0 ? null : left
}
