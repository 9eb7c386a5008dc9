import { sql } from 'kysely'
import type { Reading } from '../../../db/database.ts'
import type { BlocYear } from '../../../scopes/scopes.store.ts'

/** A unit as papers name it. */
export type UnitFacts = {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly aliases: readonly string[]
}

/** A unit under the name it bore in a year, member of the bloc or not. */
export async function findUnitFacts(
  db: Reading,
  unitId: string,
  year: number,
): Promise<UnitFacts | undefined> {
  const found = await sql<UnitFacts>`
    select u.id, n.name, u.kind,
      coalesce((select json_agg(a.alias order by a.alias) from unit_alias a where a.unit_id = u.id), '[]') as aliases
    from unit u
    join lateral (
      select name from unit_name where unit_id = u.id and valid_from <= make_date(${year}::int, 12, 31)
      order by valid_from desc limit 1) n on true
    where u.id = ${unitId}`.execute(db)
  return found.rows[0]
}

/** Who led a unit or signed for it in a year. */
export type LeaderFacts = {
  readonly unitId: string
  readonly name: string
  readonly title: string
  readonly capacity: string
  readonly illustrative: boolean
}

/**
 * Who speaks for each unit of the year: who represents it as head or deputy of the bloc, else who signed the pledge
 * for it, else the person on record as its leader.
 */
export async function listLeaders(db: Reading, year: BlocYear): Promise<readonly LeaderFacts[]> {
  const found = await sql<LeaderFacts>`
    select distinct on (unit_id) unit_id, name, title, capacity, illustrative from (
      select l.unit_id, l.person_name as name, l.person_title as title, '' as capacity, l.illustrative, 1 as rank,
        l.from_date as day
      from leadership l
      where l.bloc_id = ${year.bloc.id} and l.for_year = ${year.year} and l.person_name <> ''
      union all
      select s.unit_id, s.signer_name, s.signer_title, s.capacity, s.illustrative, 2, s.signed_on
      from pledge_signature s join pledge g on g.id = s.pledge_id where g.bloc_year_id = ${year.id}
      union all
      select p.unit_id, p.full_name, p.position, '', p.illustrative, 3, p.created_at::date
      from person p
      where p.unit_id is not null and p.position ~* '^(giám đốc|trưởng ban|tổng giám đốc|chủ tịch|chánh văn phòng|hiệu trưởng)'
    ) known
    order by unit_id, rank, day desc`.execute(db)
  return found.rows
}

/** The decision that founded the bloc, and the regulation adopted for the year; empty where there is none. */
export type BlocBasis = {
  readonly founding: string
  readonly foundingMark: string
  readonly regulation: string
  readonly regulationIllustrative: boolean
}

export async function readBlocBasis(db: Reading, year: BlocYear): Promise<BlocBasis> {
  const found = await sql<BlocBasis>`
    select b.founding_decision as founding, b.founding_decision_mark as founding_mark,
      coalesce(r.title, '') as regulation, coalesce(r.illustrative, false) as regulation_illustrative
    from bloc b
    left join lateral (
      select d.title, d.illustrative from draft d
      where d.bloc_year_id = ${year.id} and d.kind = 'regulation' and d.state = 'adopted'
      order by d.adopted_on desc nulls last limit 1) r on true
    where b.id = ${year.bloc.id}`.execute(db)
  const row = found.rows[0]
  if (!row) throw new Error('The bloc of the year went away while it was being read')
  return row
}
