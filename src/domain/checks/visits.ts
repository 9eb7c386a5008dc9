import { type CorrectionState, correctionStanding } from './corrections.ts'
import type { MinutesState } from './minutes.ts'

/** A visit as it is recorded. */
export type VisitState = 'planned' | 'held' | 'cancelled'

/** What a visit shows on a day: `missed` is planned for a day that has passed and was not recorded as held. */
export type VisitProgress = 'undated' | 'planned' | 'missed' | 'held' | 'half_signed' | 'signed' | 'cancelled'

/** How far a visit has come on a day. */
export function visitProgressOf(
  visit: { readonly state: VisitState; readonly plannedOn: string | null; readonly minutes: MinutesState },
  today: string,
): VisitProgress {
  if (visit.state === 'cancelled') return 'cancelled'
  if (visit.state === 'held') return visit.minutes === 'unsigned' ? 'held' : visit.minutes
  if (visit.plannedOn === null) return 'undated'
  return visit.plannedOn < today ? 'missed' : 'planned'
}

/** How a year stands with its checks. */
export interface ChecksStanding {
  readonly visits: number
  readonly held: number
  readonly signed: number
  readonly missed: number
  readonly openCorrections: number
  readonly lateCorrections: number
  /** Day of the next visit; null when none is set. */
  readonly nextOn: string | null
}

/** A visit as the standing of a year counts it. */
export interface CountedVisit {
  readonly state: VisitState
  readonly plannedOn: string | null
  readonly signed: boolean
  readonly corrections: readonly { readonly state: CorrectionState; readonly dueOn: string }[]
}

/** Counts the visits of a year on a day; cancelled ones are left out. */
export function checksStanding(visits: readonly CountedVisit[], today: string): ChecksStanding {
  const counted = visits.filter(({ state }) => state !== 'cancelled')
  const corrections = counted.flatMap((visit) => visit.corrections)
  const ahead = counted.flatMap(({ state, plannedOn }) =>
    state === 'planned' && plannedOn !== null && plannedOn >= today ? [plannedOn] : [],
  )
  return {
    visits: counted.length,
    held: counted.filter(({ state }) => state === 'held').length,
    signed: counted.filter(({ signed }) => signed).length,
    missed: counted.filter(
      ({ state, plannedOn }) => state === 'planned' && plannedOn !== null && plannedOn < today,
    ).length,
    openCorrections: corrections.filter(({ state }) => state !== 'settled').length,
    lateCorrections: corrections.filter((one) => correctionStanding(one, today).late).length,
    nextOn: ahead.toSorted()[0] ?? null,
  }
}
