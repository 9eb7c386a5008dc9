import { sql } from 'kysely'
import type { Reading, Writing } from '../../db/database.ts'

// The end of a unit reaches into the blocs it sits in and the targets it was given: they are closed here, in the one
// transaction of the event, so that no member and no target outlives its unit.

/** Ends a unit on a day; false when it has ended already. */
export async function endUnit(trx: Writing, unitId: string, on: string): Promise<boolean> {
  const changed = await trx
    .updateTable('unit')
    .set((set) => ({ dissolvedOn: on, version: set('version', '+', 1) }))
    .where('id', '=', unitId)
    .where('dissolvedOn', 'is', null)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

export type EndedStay = { readonly blocId: string; readonly position: number }

/** Ends all memberships of a unit on the day before; tells in which blocs. */
export async function endMemberships(
  trx: Writing,
  unitId: string,
  on: string,
  basis: string,
): Promise<readonly EndedStay[]> {
  const ended = await sql<EndedStay>`
    update membership set to_date = greatest(from_date, ${on}::date - 1), basis = concat_ws('; ', nullif(basis, ''), nullif(${basis}, ''))
    where unit_id = ${unitId} and (to_date is null or to_date >= ${on}::date)
    returning bloc_id, position`.execute(trx)
  return ended.rows
}

/** The successor takes the place of a unit in its blocs, where it is not a member already. */
export async function joinBlocs(
  trx: Writing,
  unitId: string,
  stays: readonly EndedStay[],
  on: string,
  basis: string,
): Promise<number> {
  let joined = 0
  for (const { blocId, position } of stays) {
    const added = await sql`
      insert into membership (bloc_id, unit_id, from_date, position, basis)
      select ${blocId}, ${unitId}, ${on}, ${position}, ${basis}
      where not exists (select 1 from membership where bloc_id = ${blocId} and unit_id = ${unitId}
        and (to_date is null or to_date >= ${on}::date))`.execute(trx)
    joined += Number(added.numAffectedRows ?? 0)
  }
  return joined
}

/** Takes back the targets a unit still has for a year and later, with the reason. */
export async function closeTargets(
  trx: Writing,
  unitId: string,
  year: number,
  reason: string,
): Promise<readonly string[]> {
  const closed = await sql<{ id: string }>`
    update target set state = 'withdrawn', change_reason = ${reason}, version = version + 1
    where unit_id = ${unitId} and year >= ${year} and state = 'current' returning id`.execute(trx)
  return closed.rows.map((row) => row.id)
}

/** Gives closed targets to the successor as new versions; where it has a target of its own, that one holds. */
export async function passTargets(
  trx: Writing,
  targetIds: readonly string[],
  successorId: string,
  reason: string,
  accountId: string | null,
): Promise<number> {
  const passed = await sql`
    insert into target (indicator_id, year, unit_id, movement_id, kind, strict, value, value_max, by_date, base_value,
      base_year, unit_of_measure, printed, comparisons, set_by, set_by_note, basis, note, version_number, replaces_id,
      change_reason, channel, on_behalf, illustrative, created_by)
    select indicator_id, year, ${successorId}, movement_id, kind, strict, value, value_max, by_date, base_value,
      base_year, unit_of_measure, printed, comparisons, set_by, set_by_note, basis, note, version_number + 1, id,
      ${reason}, channel, true, illustrative, ${accountId}
    from target where id = any(${targetIds}::uuid[])
    on conflict do nothing`.execute(trx)
  return Number(passed.numAffectedRows ?? 0)
}

/** What the end of a unit would touch, for the page that asks before it is done. */
export type Consequences = {
  readonly blocs: readonly string[]
  readonly targets: number
  readonly leads: readonly string[]
}

export async function consequencesOf(db: Reading, unitId: string, on: string): Promise<Consequences> {
  const found = await sql<Consequences>`
    select
      coalesce((select json_agg(b.name order by b.name) from membership m join bloc b on b.id = m.bloc_id
        where m.unit_id = ${unitId} and m.from_date <= ${on}::date and (m.to_date is null or m.to_date >= ${on}::date)), '[]') as blocs,
      (select count(*)::int from target t where t.unit_id = ${unitId} and t.state = 'current'
        and t.year >= extract(year from ${on}::date)) as targets,
      coalesce((select json_agg(b.name || ' ' || l.for_year) from leadership l join bloc b on b.id = l.bloc_id
        where l.unit_id = ${unitId} and l.role = 'head' and l.to_date is null
          and l.for_year >= extract(year from ${on}::date)), '[]') as leads`.execute(db)
  return found.rows[0] ?? { blocs: [], targets: 0, leads: [] }
}
