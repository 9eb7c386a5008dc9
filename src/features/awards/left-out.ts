import type { Reading } from '../../db/database.ts'
import { findYearById } from '../../scopes/scopes.store.ts'
import { readFacts } from './candidates.store.ts'
import { blocAwards, leftOut } from './choice.ts'
import { listProposals } from './proposals.store.ts'
import { readAwardLaw } from './reference.ts'

/** Names of the units that ranking and vote suggest, that the list leaves out, and that no reason explains. */
export async function unexplainedUnits(
  db: Reading,
  blocYearId: string,
  date: string,
  today: string,
): Promise<readonly string[]> {
  const year = await findYearById(db, blocYearId, today)
  if (!year) return []
  const facts = await readFacts(db, year)
  const proposals = await listProposals(db, { blocYearId })
  const { ceilings } = await readAwardLaw()
  const base = {
    year: year.year,
    units: year.members.length,
    province: year.province.name,
    facts,
    ceilings,
    proposals,
    date,
  }
  const missing = new Set(blocAwards.flatMap((award) => leftOut({ ...base, award })))
  return year.members.filter((member) => missing.has(member.id)).map((member) => member.name)
}
