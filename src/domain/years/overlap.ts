import { reached, type YearState } from './state.ts'

/** A year of one bloc and where it stands. */
export type OpenYear = { readonly year: number; readonly state: YearState }

/** Whether the next year may open, and why not. */
export type NextYear =
  | { readonly allowed: true; readonly year: number }
  | { readonly allowed: false; readonly year: number; readonly why: 'conference_not_reached' | 'exists' }

/**
 * The year after the latest one of a bloc. It opens from the conference of the year before, while that year may still
 * be waiting for its decisions.
 */
export function nextYear(years: readonly OpenYear[], firstYear: number): NextYear {
  const latest = latestOf(years)
  if (latest === null) return { allowed: true, year: firstYear }
  const year = latest.year + 1
  return reached(latest.state, 'conference')
    ? { allowed: true, year }
    : { allowed: false, year, why: 'conference_not_reached' }
}

/** Whether one given year may open beside those that exist. A past year may be recorded at any time. */
export function mayOpen(years: readonly OpenYear[], year: number): NextYear {
  if (years.some((open) => open.year === year)) return { allowed: false, year, why: 'exists' }
  const before = years.filter((open) => open.year < year).sort((a, b) => b.year - a.year)[0]
  if (before !== undefined && !reached(before.state, 'conference')) {
    return { allowed: false, year, why: 'conference_not_reached' }
  }
  return { allowed: true, year }
}

/** What decides which year a user lands on. */
export type LandingYear = OpenYear & {
  /** Deadline of the most pressing thing this user owes in the year; null when nothing is owed. */
  readonly nextDue: string | null
}

/**
 * The year a user lands on: the open one with the most pressing debt of this user; else the year under way that has not
 * yet passed its conference (of two that overlap, the earlier; an old year left open is not under way); else the latest
 * open one; else the latest of all. Null when the bloc has no year.
 */
export function landingYear(years: readonly LandingYear[]): number | null {
  const open = years.filter((year) => year.state !== 'closed')
  const pressing = open
    .flatMap((year) => (year.nextDue === null ? [] : [{ year: year.year, due: year.nextDue }]))
    .sort((a, b) => (a.due === b.due ? a.year - b.year : a.due < b.due ? -1 : 1))[0]
  if (pressing !== undefined) return pressing.year
  const living = open.filter((year) => !reached(year.state, 'submitted'))
  return (earliestOverlapping(living) ?? latestOf(open) ?? latestOf(years))?.year ?? null
}

/** The first of the unbroken run of years that ends with the latest. */
function earliestOverlapping<T extends OpenYear>(years: readonly T[]): T | null {
  let first = latestOf(years)
  for (;;) {
    const before = years.find((one) => one.year === (first?.year ?? 0) - 1)
    if (!before) return first
    first = before
  }
}

function latestOf<T extends OpenYear>(years: readonly T[]): T | null {
  return [...years].sort((a, b) => b.year - a.year)[0] ?? null
}
