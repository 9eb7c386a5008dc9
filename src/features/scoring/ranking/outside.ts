import type { Reading } from '../../../db/database.ts'
import { outsideFigures, outsideOf } from '../../../domain/ranking/index.ts'
import type { YearTable } from '../table/table-model.ts'
import { listOutsideFigures } from './outside.store.ts'

/** What a ranking takes from outside its table; nothing is read when its rules ask for nothing. */
export async function readOutside(db: Reading, { id, rules }: YearTable) {
  const asked = outsideFigures(rules).length > 0
  return outsideOf(rules, asked ? await listOutsideFigures(db, id) : [])
}
