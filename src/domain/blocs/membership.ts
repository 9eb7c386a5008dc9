import { aliveOn, type UnitEvent } from '../units/life.ts'

/** A unit's stay in a bloc: from a day to the last day of membership, or open. A unit may sit in several blocs. */
export type Membership = { readonly unitId: string; readonly from: string; readonly to: string | null }

/** The units that are members on a day, each once, in the order of the list. */
export function membersOn(memberships: readonly Membership[], date: string): readonly string[] {
  const present = memberships.filter(({ from, to }) => from <= date && (to === null || date <= to))
  return [...new Set(present.map(({ unitId }) => unitId))]
}

/** How many members the bloc has on a day. */
export function memberCount(memberships: readonly Membership[], date: string): number {
  return membersOn(memberships, date).length
}

/**
 * The roll of a poll: the members on the polling day that still exist. It is the base of "all members", so a unit that
 * merged away before the day no longer counts.
 */
export function votersOn(
  memberships: readonly Membership[],
  events: readonly UnitEvent[],
  pollingDay: string,
): readonly string[] {
  const recorded = new Set(events.map(({ unitId }) => unitId))
  return membersOn(memberships, pollingDay).filter(
    (id) => !recorded.has(id) || aliveOn(events, id, pollingDay),
  )
}

/** Units that were members on any day from `from` to `to`. */
export function membersWithin(
  memberships: readonly Membership[],
  from: string,
  to: string,
): readonly string[] {
  const touched = memberships.filter((stay) => stay.from <= to && (stay.to === null || from <= stay.to))
  return [...new Set(touched.map(({ unitId }) => unitId))]
}

/** A stay that cannot be: it ends before it begins, or overlaps another of the same unit. */
export type MembershipFault = { readonly code: 'ends_before_start' | 'overlaps'; readonly unitId: string }

/** What is wrong in a list of stays in one bloc. */
export function membershipFaults(memberships: readonly Membership[]): readonly MembershipFault[] {
  return memberships.flatMap((stay, index): MembershipFault[] => {
    if (stay.to !== null && stay.to < stay.from) return [{ code: 'ends_before_start', unitId: stay.unitId }]
    const earlier = memberships.slice(0, index).filter(({ unitId }) => unitId === stay.unitId)
    const overlaps = earlier.some(
      (other) => (other.to === null || stay.from <= other.to) && (stay.to === null || other.from <= stay.to),
    )
    return overlaps ? [{ code: 'overlaps', unitId: stay.unitId }] : []
  })
}
