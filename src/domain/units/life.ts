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
  | { readonly kind: 'split'; readonly successorIds: readonly string[] }
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

/** True from the day of founding until the day before the unit merged, split or was dissolved. */
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
 * after a dissolution nobody does. A unit that merges into itself (a mistake in the records) ends the walk.
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
      if (event.on > date || !heirs(event).includes(id) || found.includes(event.unitId)) continue
      found.push(event.unitId)
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
  if (life.some((event) => heirs(event).includes(unitId))) faults.push('own_successor')
  return faults
}

function lifeOf(events: readonly UnitEvent[], unitId: string): readonly UnitEvent[] {
  return events
    .filter((event) => event.unitId === unitId)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

function ends(event: UnitEvent): boolean {
  return event.kind === 'merged_into' || event.kind === 'split' || event.kind === 'dissolved'
}

function heirs(event: UnitEvent): readonly string[] {
  if (event.kind === 'merged_into') return [event.successorId]
  return event.kind === 'split' ? event.successorIds : []
}

function walk(events: readonly UnitEvent[], unitId: string, date: string, seen: Set<string>): Succession {
  if (seen.has(unitId)) return { unitIds: [], via: [] }
  seen.add(unitId)
  const end = endOf(events, unitId)
  if (end === null || end.on > date) return { unitIds: [unitId], via: [] }
  const further = heirs(end).map((id) => walk(events, id, date, seen))
  return {
    unitIds: further.flatMap(({ unitIds }) => unitIds),
    via: [end, ...further.flatMap(({ via }) => via)],
  }
}
