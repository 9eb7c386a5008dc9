const dayInMs = 86_400_000

/**
 * Days from one ISO date to another; negative when `to` is earlier. No clock and no time zone is involved.
 *
 * @example
 * daysBetween('2026-11-30', '2026-12-02') // 2
 */
export function daysBetween(from: string, to: string): number {
  return (utc(to) - utc(from)) / dayInMs
}

/**
 * The ISO date `days` after `date`.
 *
 * @example
 * addDays('2026-12-10', -1) // '2026-12-09'
 */
export function addDays(date: string, days: number): string {
  return new Date(utc(date) + days * dayInMs).toISOString().slice(0, 10)
}

/**
 * An ISO date as Vietnamese papers print it.
 *
 * @example
 * printDay('2026-12-09') // '09/12/2026'
 */
export function printDay(date: string): string {
  const [year, month, day] = date.split('-')
  return `${day}/${month}/${year}`
}

function utc(date: string): number {
  return Date.parse(`${date}T00:00:00Z`)
}
