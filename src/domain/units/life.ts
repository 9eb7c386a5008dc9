/** An event in the life of a unit, in force from the day `on`. The oldest event of a unit is its founding. */
export type UnitEvent = {
  readonly unitId: string
  readonly on: string
  /** The decision behind it; parts may be unknown. */
  readonly basis?: string
} & (
  | { readonly kind: 'founded'; readonly name: string }
  | { readonly kind: 'renamed'; readonly name: string }
  | { readonly kind: 'merged_into'; readonly successorId: string }
  /** Recorded on the new unit; the origin goes on (tách) unless it is dissolved the same day (chia). */
  | { readonly kind: 'split_from'; readonly originId: string }
  | { readonly kind: 'dissolved' }
)

/** Where a unit's path ends: the units that carry it on, and the events that led there. */
export type Succession = {
  readonly unitIds: readonly string[]
  readonly via: readonly UnitEvent[]
}

/**
 * The name a unit bore on a day; history keeps the name of its year. Before its founding, and after its end, the first
 * and the last name are given: a paper may speak of a unit that is no more. Null for a unit without any name.
 *
 * @example
 * nameOn(events, 'so-nn', '2022-11-29') // 'Sở Nông nghiệp và Phát triển nông thôn'
 */
export function nameOn(events: readonly UnitEvent[], unitId: string, date: string): string | null {
  const names = lifeOf(events, unitId).flatMap((event) =>
    event.kind === 'founded' || event.kind === 'renamed' ? [{ on: event.on, name: event.name }] : [],
  )
  return (names.findLast(({ on }) => on <= date) ?? names[0])?.name ?? null
}

/** True from the day of founding until the day before the unit merged or was dissolved. */
export function aliveOn(events: readonly UnitEvent[], unitId: string, date: string): boolean {
  const life = lifeOf(events, unitId)
  const founded = life.find((event) => event.kind === 'founded')
  if (founded !== undefined && date < founded.on) return false
  return life.length > 0 && !life.some((event) => ends(event) && event.on <= date)
}

/** The event that ended a unit, or null while it lives. */
export function endOf(events: readonly UnitEvent[], unitId: string): UnitEvent | null {
  return lifeOf(events, unitId).find(ends) ?? null
}

/**
 * The units that carry on a unit on a day, through any number of mergers and splits. A living unit carries on itself;
 * a dissolved one is carried on by what was split from it that day, else by nobody. A unit that merges into itself (a mistake in the records) ends the walk.
 *
 * @example
 * successorsOn(events, 'so-gtvt', '2026-01-01').unitIds // ['so-xay-dung']
 */
export function successorsOn(events: readonly UnitEvent[], unitId: string, date: string): Succession {
  return walk(events, unitId, date, new Set())
}

/** The unit and all that went into it, before a day: whose earlier records belong to its history. */
export function forebearsOn(events: readonly UnitEvent[], unitId: string, date: string): readonly string[] {
  const found = [unitId]
  for (const id of found) {
    for (const event of events) {
      if (event.on > date) continue
      const gone = goneInto(event, id)
      if (gone !== null && !found.includes(gone)) found.push(gone)
    }
  }
  return found.slice(1)
}

/** A conflict in the recorded life of a unit, shown to whoever enters it. */
export type LifeFault = 'founded_twice' | 'event_before_founding' | 'event_after_end' | 'own_successor'

/** What is wrong in the recorded life of a unit. */
export function lifeFaults(events: readonly UnitEvent[], unitId: string): readonly LifeFault[] {
  const life = lifeOf(events, unitId)
  const founded = life.filter((event) => event.kind === 'founded')
  const end = life.find(ends)
  const first = founded[0]
  const faults: LifeFault[] = []
  if (founded.length > 1) faults.push('founded_twice')
  if (first !== undefined && life.some((event) => event.on < first.on)) faults.push('event_before_founding')
  if (end !== undefined && life.some((event) => event !== end && event.on > end.on))
    faults.push('event_after_end')
  if (life.some((event) => otherOf(event) === unitId)) faults.push('own_successor')
  return faults
}

function lifeOf(events: readonly UnitEvent[], unitId: string): readonly UnitEvent[] {
  return events
    .filter((event) => event.unitId === unitId)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

function ends(event: UnitEvent): boolean {
  return event.kind === 'merged_into' || event.kind === 'dissolved'
}

/** The units that carry on one that ended with this event. */
function heirs(events: readonly UnitEvent[], end: UnitEvent): readonly string[] {
  if (end.kind === 'merged_into') return [end.successorId]
  return events
    .filter((event) => event.kind === 'split_from' && event.originId === end.unitId && event.on === end.on)
    .map((event) => event.unitId)
}

/** The unit whose history an event brings to `unitId`, or null. */
function goneInto(event: UnitEvent, unitId: string): string | null {
  if (event.kind === 'merged_into' && event.successorId === unitId) return event.unitId
  return event.kind === 'split_from' && event.unitId === unitId ? event.originId : null
}

function otherOf(event: UnitEvent): string | null {
  if (event.kind === 'merged_into') return event.successorId
  return event.kind === 'split_from' ? event.originId : null
}

function walk(events: readonly UnitEvent[], unitId: string, date: string, seen: Set<string>): Succession {
  if (seen.has(unitId)) return { unitIds: [], via: [] }
  seen.add(unitId)
  const end = endOf(events, unitId)
  if (end === null || end.on > date) return { unitIds: [unitId], via: [] }
  const further = heirs(events, end).map((id) => walk(events, id, date, seen))
  return {
    unitIds: further.flatMap(({ unitIds }) => unitIds),
    via: [end, ...further.flatMap(({ via }) => via)],
  }
}
