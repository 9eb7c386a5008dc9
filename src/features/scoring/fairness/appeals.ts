import type { Reading } from '../../../db/database.ts'
import { type Actor, maySeeScores, rolesIn, type Scope } from '../../../domain/permissions/index.ts'
import {
  type AppealPeriod,
  appealPeriod,
  type Layer,
  lastDayToAppeal,
} from '../../../domain/scoring/index.ts'
import { listSteps } from '../../../steps/steps.store.ts'
import type { Assignment, ScoreBook, ScoreRow } from '../scores.store.ts'
import type { YearTable } from '../table/table-model.ts'
import { type AppealWindow, findAppealDays, findConferenceDay, listWindows } from './appeal.store.ts'

/** Layers that change a unit's points before the conference, in their order. */
export const changingLayers = ['cross', 'head'] as const

/** What decides which points a unit sees of its own, and until when it may question them. */
export type Showing = {
  readonly windows: readonly AppealWindow[]
  /** Announced to all members; else, once the year is before the conference, from that day by the bloc's rule. */
  readonly shown: { readonly shownOn: string; readonly dueOn: string } | undefined
  /** Units of which a layer is finished: `unit layer`. */
  readonly finished: ReadonlySet<string>
  readonly days: Awaited<ReturnType<typeof findAppealDays>>
}

/** Reads what was shown to the units of a year. */
export async function readShowing(db: Reading, blocYearId: string): Promise<Showing> {
  const [windows, conferenceDay, days, steps] = [
    await listWindows(db, blocYearId),
    await findConferenceDay(db, blocYearId),
    await findAppealDays(db, blocYearId),
    await listSteps(db, blocYearId),
  ]
  const announced = windows.find((one) => one.unitId === null)
  const byState = conferenceDay
    ? { shownOn: conferenceDay, dueOn: lastDayToAppeal(conferenceDay, days.value) }
    : undefined
  const finished = steps.flatMap(({ unitId, step, state }) =>
    state === 'accepted' && (step === 'cross_check' || step === 'appraisal')
      ? [`${unitId} ${step === 'appraisal' ? 'head' : 'cross'}`]
      : [],
  )
  return { windows, shown: announced ?? byState, finished: new Set(finished), days }
}

/** The days on which a unit may question its points. */
export function periodOf({ windows, shown }: Showing, unitId: string): AppealPeriod | undefined {
  return appealPeriod(
    shown,
    windows.find((one) => one.unitId === unitId),
  )
}

/**
 * Whether a layer of a unit's points is shown to that unit itself: its self-score always; a finished cross-check or
 * appraisal once the head announced it; all of it as everybody sees it.
 */
export function isShownToUnit(showing: Showing, unitId: string, layer: Layer, today: string): boolean {
  if (layer === 'self') return true
  const period = periodOf(showing, unitId)
  return period !== undefined && period.from <= today && showing.finished.has(`${unitId} ${layer}`)
}

/** The layers of a unit's points that somebody sees. */
export function seenLayers(
  table: Pick<YearTable, 'layers'>,
  reader: { readonly actor: Actor; readonly scope: Scope; readonly today: string },
  showing: Showing,
): readonly Layer[] {
  const { actor, scope, today } = reader
  const roles = rolesIn(actor, scope)
  const own = roles.has('own_leader') || roles.has('own_officer')
  return table.layers.filter(
    (layer) =>
      maySeeScores(actor, scope, layer) ||
      (own && scope.unitId !== undefined && isShownToUnit(showing, scope.unitId, layer, today)),
  )
}

/** The layer a unit questions: the last one that changed points and is shown to it. */
export function questionedLayer(
  table: Pick<YearTable, 'layers'>,
  book: ScoreBook,
  unitId: string,
  isShown: (layer: Layer) => boolean,
): Layer | undefined {
  return table.layers.findLast(
    (layer) =>
      (layer === 'cross' || layer === 'head') &&
      book.layers.get(unitId)?.has(layer) === true &&
      isShown(layer),
  )
}

/** A point that a later layer changed. */
export type ChangedPoint = {
  readonly code: string
  readonly self: string
  readonly points: string
  /** The reason of the last layer that changed it, and which layer that was. */
  readonly reason: string
  readonly by: Layer
}

/** The criteria of a unit whose points were changed up to a layer, in the order of the table. */
export function changedPoints(
  table: Pick<YearTable, 'layers' | 'leafRows'>,
  scores: readonly ScoreRow[],
  upTo: Layer,
): readonly ChangedPoint[] {
  const layers = table.layers.slice(0, table.layers.indexOf(upTo) + 1)
  return table.leafRows.flatMap(({ code }) => {
    const rows = layers.flatMap(
      (layer) => scores.find((one) => one.code === code && one.layer === layer) ?? [],
    )
    const changes = rows.filter((row, index) => index > 0 && row.points !== rows[index - 1]?.points)
    const [self, last, change] = [rows[0], rows.at(-1), changes.at(-1)]
    if (!self || !last || !change) return []
    return [{ code, self: self.points, points: last.points, reason: change.reason, by: change.layer }]
  })
}

/**
 * Who reads a question: the unit, head, deputy, secretary, province, and the unit's cross-checkers; all members once
 * the conference adopted the points.
 */
export function mayReadAppeal(
  actor: Actor,
  scope: Scope,
  assignments: readonly Assignment[],
  adopted: boolean,
): boolean {
  const roles = rolesIn(actor, scope)
  if (
    ['own_leader', 'own_officer', 'head', 'deputy', 'secretary', 'province'].some((role) =>
      roles.has(role as 'head'),
    )
  )
    return true
  if (adopted && roles.has('member')) return true
  return actor.appointments.some(({ unitId, role }) =>
    role === 'unit_leader' || role === 'unit_officer'
      ? assignments.some((one) => one.appraiserUnitId === unitId && one.unitId === scope.unitId)
      : false,
  )
}

/** Whether the conference adopted points of any unit. */
export function isAdopted(book: ScoreBook): boolean {
  return [...book.layers.values()].some((layers) => (layers.get('final')?.size ?? 0) > 0)
}
