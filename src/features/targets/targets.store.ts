import { sql } from 'kysely'
import type { Reading, Writing } from '../../db/database.ts'
import type { ComparisonRecord, FigureRecord } from '../../domain/results/index.ts'
import type { TargetRecord } from '../../domain/targets/index.ts'
import type { Setter } from './setters.ts'

/** Who a target binds: a unit, or the bloc as a whole. */
export type Owner = { readonly unitId: string | null; readonly blocId: string | null }

/** What a target says, as it is stored. */
export type TargetContent = TargetRecord & {
  /** The wording of the paper. */
  readonly printed: string
  readonly comparisons: readonly ComparisonRecord[]
  readonly setBy: Setter
  readonly setByNote: string
  /** The paper that gave it. */
  readonly basis: string
  readonly note: string
  /** Why a figure that looks wrong stands nevertheless. */
  readonly suspiciousReason: string
}

export type TargetRow = TargetContent &
  Owner & {
    readonly id: string
    readonly year: number
    readonly indicatorId: string
    readonly movementId: string | null
    readonly indicatorName: string
    readonly indicatorUnit: string
    readonly indicatorKind: string
    readonly direction: 'up' | 'down' | 'none'
    readonly fieldCode: string | null
    readonly fieldVi: string | null
    readonly fieldEn: string | null
    readonly state: 'current' | 'replaced' | 'withdrawn'
    readonly versionNumber: number
    readonly replacesId: string | null
    readonly changeReason: string
    readonly channel: string
    readonly onBehalf: boolean
    readonly illustrative: boolean
    readonly version: number
    readonly createdAt: Date
    readonly createdByName: string | null
  }

/** The targets in force for a year: of the members and of the bloc itself, without those of drives. */
export async function listTargetsOfYear(
  db: Reading,
  year: { readonly year: number; readonly blocId: string; readonly unitIds: readonly string[] },
): Promise<readonly TargetRow[]> {
  const found = await sql<TargetRow>`
    ${selection}
    where t.year = ${year.year} and t.state = 'current' and t.movement_id is null
      and (t.bloc_id = ${year.blocId} or t.unit_id = any(${[...year.unitIds]}::uuid[]))
    order by f.position nulls last, i.name collate "vi-x-icu"`.execute(db)
  return found.rows
}

/** The targets in force of one drive. */
export async function listTargetsOfMovement(db: Reading, movementId: string): Promise<readonly TargetRow[]> {
  const found = await sql<TargetRow>`
    ${selection} where t.movement_id = ${movementId} and t.state = 'current' order by t.created_at`.execute(
    db,
  )
  return found.rows
}

/** Where a target stands: an indicator, a year, whom it binds, and the drive it belongs to if any. */
export type TargetPlace = Owner & {
  readonly indicatorId: string
  readonly year: number
  readonly movementId: string | null
}

/** Every version of a target, newest first. */
export async function listVersions(db: Reading, at: TargetPlace): Promise<readonly TargetRow[]> {
  const found = await sql<TargetRow>`
    ${selection}
    where t.indicator_id = ${at.indicatorId} and t.year = ${at.year}
      and t.unit_id is not distinct from ${at.unitId} and t.bloc_id is not distinct from ${at.blocId}
      and t.movement_id is not distinct from ${at.movementId}
    order by t.version_number desc`.execute(db)
  return found.rows
}

/** One target, any version. */
export async function findTarget(db: Reading, id: string): Promise<TargetRow | undefined> {
  const found = await sql<TargetRow>`${selection} where t.id = ${id}`.execute(db)
  return found.rows[0]
}

export type NewTarget = TargetPlace &
  TargetContent & {
    readonly versionNumber: number
    readonly replacesId: string | null
    readonly changeReason: string
    readonly channel: string
    readonly onBehalf: boolean
    readonly createdBy: string | null
  }

export async function insertTarget(trx: Writing, target: NewTarget): Promise<string> {
  const comparisons = JSON.stringify(target.comparisons)
  const row = await trx
    .insertInto('target')
    .values({ ...target, comparisons })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Rewrites a target nobody has signed yet, if it is still the one the form was opened on. */
export async function updateTarget(
  trx: Writing,
  id: string,
  version: number | undefined,
  content: TargetContent & { readonly channel: string; readonly onBehalf: boolean },
): Promise<boolean> {
  let query = trx
    .updateTable('target')
    .set({ ...content, comparisons: JSON.stringify(content.comparisons), version: sql<number>`version + 1` })
    .where('id', '=', id)
    .where('state', '=', 'current')
  if (version !== undefined) query = query.where('version', '=', version)
  const changed = await query.executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

/** Puts a version aside; false when another did so first. */
export async function setTargetState(
  trx: Writing,
  id: string,
  state: 'replaced' | 'withdrawn',
  version?: number,
): Promise<boolean> {
  let query = trx
    .updateTable('target')
    .set({ state, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .where('state', '=', 'current')
  if (version !== undefined) query = query.where('version', '=', version)
  const changed = await query.executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

/** Whether whoever a target binds has signed a pledge of the year: from then on it only changes by a new version. */
export async function isSigned(db: Reading, blocYearId: string, unitId: string | null): Promise<boolean> {
  const found = await sql<{ signed: boolean }>`
    select exists (
      select 1 from pledge p
      left join pledge_signature s on s.pledge_id = p.id
      where p.bloc_year_id = ${blocYearId} and case when ${unitId}::uuid is null then p.state in ('signed', 'replaced')
        else s.unit_id = ${unitId}::uuid end) as signed`.execute(db)
  return found.rows[0]?.signed ?? false
}

/** The figure of the year before, the official one of the whole year if there is one. */
export async function findLastYear(db: Reading, at: TargetPlace): Promise<FigureRecord | undefined> {
  const found = await sql<FigureRecord>`
    select r.value, r.value_max, r.total, r.unit_of_measure, r.is_estimate, r.bound, r.qualifier, r.as_of, r.outside_plan
    from result r
    where r.indicator_id = ${at.indicatorId} and r.state = 'current' and r.period = ${String(at.year - 1)}
      and r.value is not null
      and coalesce(r.unit_id, r.bloc_id) = coalesce(${at.unitId}::uuid, ${at.blocId}::uuid)`.execute(db)
  return found.rows[0]
}

/** The figures of the year before of one owner, by indicator. */
export async function listLastYears(
  db: Reading,
  owner: Owner,
  year: number,
): Promise<ReadonlyMap<string, FigureRecord>> {
  const found = await sql<FigureRecord & { indicatorId: string }>`
    select r.indicator_id, r.value, r.value_max, r.total, r.unit_of_measure, r.is_estimate, r.bound, r.qualifier, r.as_of,
      r.outside_plan
    from result r
    where r.state = 'current' and r.period = ${String(year - 1)} and r.value is not null
      and coalesce(r.unit_id, r.bloc_id) = coalesce(${owner.unitId}::uuid, ${owner.blocId}::uuid)`.execute(db)
  return new Map(found.rows.map((row) => [row.indicatorId, row]))
}

export type MovementRow = {
  readonly id: string
  readonly provinceId: string
  readonly year: number
  readonly unitId: string | null
  readonly blocId: string | null
  readonly kind: string
  readonly state: string
  readonly title: string
}

/** A drive as far as its targets need it. */
export function findMovement(db: Reading, id: string): Promise<MovementRow | undefined> {
  return db
    .selectFrom('movement')
    .select(['id', 'provinceId', 'year', 'unitId', 'blocId', 'kind', 'state', 'title'])
    .where('id', '=', id)
    .executeTakeFirst()
}

const selection = sql`
  select t.id, t.year, t.indicator_id, t.unit_id, t.bloc_id, t.movement_id, i.name as indicator_name,
    i.unit_of_measure as indicator_unit, i.kind as indicator_kind, i.direction, i.field_code,
    f.name_vi as field_vi, f.name_en as field_en,
    t.kind, t.strict, t.value, t.value_max, t.by_date, t.base_value, t.base_year, t.unit_of_measure, t.printed,
    t.comparisons, t.set_by, t.set_by_note, t.basis, t.note, t.suspicious_reason, t.state, t.version_number,
    t.replaces_id, t.change_reason, t.channel, t.on_behalf, t.illustrative, t.version, t.created_at,
    u.name as created_by_name
  from target t
  join indicator i on i.id = t.indicator_id
  left join field_of_work f on f.code = i.field_code
  left join accounts."user" u on u.id = t.created_by`
