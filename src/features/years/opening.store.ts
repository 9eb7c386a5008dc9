import type { Reading } from '../../db/database.ts'
import type { Scope } from '../../domain/permissions/index.ts'
import { findChosen } from '../../scopes/leadership.store.ts'

/**
 * The rights over opening the year after the one of `before`: who leads that year has them, and from the day their term
 * began so has the unit chosen to lead the year to come, whose own year is not there yet to be asked about.
 */
export async function openingScope(db: Reading, before: Scope, today: string): Promise<Scope> {
  const { blocId, year } = before
  if (!blocId || !year) return before
  const chosen = await findChosen(db, { blocId, role: 'head', forYear: year.year + 1 })
  if (!chosen || chosen.fromDate > today) return before
  return { ...before, year: { ...year, headUnitIds: [...year.headUnitIds, chosen.unitId] } }
}
