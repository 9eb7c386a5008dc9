import { sql } from 'kysely'
import type { Reading, Writing } from '../../db/database.ts'
import type { MovementLevel } from '../../domain/movements/index.ts'
import type { Scope } from '../../domain/permissions/index.ts'

export type MovementKind = 'yearly' | 'themed' | 'special'

export type NewMovement = {
  readonly provinceId: string
  readonly parentId: string | null
  readonly level: MovementLevel
  readonly blocId: string | null
  readonly unitId: string | null
  readonly councilId: string | null
  readonly year: number
  readonly kind: MovementKind
  readonly title: string
  readonly occasion: string
  readonly theme: string
  readonly contents: string
  readonly standards: string
  readonly startsOn: string | null
  readonly endsOn: string | null
  readonly launchedOn: string | null
  readonly guidingPaperId: string | null
  readonly proofFileId: string | null
  readonly proofNote: string
  readonly channel: string
  readonly onBehalf: boolean
  readonly state: string
}

export type MovementRow = NewMovement & {
  readonly id: string
  readonly illustrative: boolean
  readonly version: number
  readonly provinceName: string
  readonly blocName: string | null
  readonly blocSlug: string | null
  readonly unitName: string | null
  readonly councilName: string | null
  readonly proofFileName: string | null
  readonly guidingPaper: GuidingPaperBrief | null
}

/** What one needs to write a guiding paper's name. */
export type GuidingPaperBrief = {
  readonly id: string
  readonly type: string
  readonly number: string
  readonly issuer: string
  readonly issuedOn: string | null
  readonly title: string
}

const columns = sql`
  m.id, m.province_id, m.parent_id, m.level, m.bloc_id, m.unit_id, m.council_id, m.year, m.kind, m.title,
  m.occasion, m.theme, m.contents, m.standards, m.starts_on, m.ends_on, m.launched_on, m.guiding_paper_id,
  m.proof_file_id, m.proof_note, m.channel, m.on_behalf, m.state, m.illustrative, m.version,
  p.name as province_name, b.short_name as bloc_name, b.slug as bloc_slug, n.name as unit_name,
  c.name as council_name, f.name as proof_file_name,
  case when g.id is null then null else json_build_object('id', g.id, 'type', g.type, 'number', g.number,
    'issuer', g.issuer, 'issuedOn', g.issued_on, 'title', g.title) end as guiding_paper`

const tables = sql`
  movement m
  join province p on p.id = m.province_id
  left join bloc b on b.id = m.bloc_id
  left join lateral (
    select name from unit_name where unit_id = m.unit_id and valid_from <= make_date(m.year, 12, 31)
    order by valid_from desc limit 1) n on true
  left join council c on c.id = m.council_id
  left join file f on f.id = m.proof_file_id
  left join guiding_paper g on g.id = m.guiding_paper_id`

export async function findMovement(db: Reading, movementId: string): Promise<MovementRow | undefined> {
  const found = await sql<MovementRow>`select ${columns} from ${tables} where m.id = ${movementId}`.execute(
    db,
  )
  return found.rows[0]
}

/** The same, held until the end of the transaction. */
export async function holdMovement(trx: Writing, movementId: string): Promise<MovementRow | undefined> {
  await trx.selectFrom('movement').select('id').where('id', '=', movementId).forUpdate().execute()
  return findMovement(trx, movementId)
}

/**
 * All movements that concern a year of a bloc: of the centre and the province for that year, of the bloc, and
 * the in-house launches recorded there. Special drives of single units are left out.
 */
export async function listMovementsOfYear(
  db: Reading,
  place: { readonly provinceId: string; readonly blocId: string; readonly year: number },
): Promise<readonly MovementRow[]> {
  const found = await sql<MovementRow>`
    select ${columns} from ${tables}
    where m.province_id = ${place.provinceId} and m.year = ${place.year}
      and (m.bloc_id = ${place.blocId} or (m.level in ('central', 'province') and m.kind <> 'special'))
    order by array_position(array['central', 'province', 'bloc', 'unit'], m.level), m.launched_on nulls last,
      m.created_at`.execute(db)
  return found.rows
}

/** Special drives, newest first. */
export async function listDrives(db: Reading): Promise<readonly MovementRow[]> {
  const found = await sql<MovementRow>`
    select ${columns} from ${tables} where m.kind = 'special'
    order by coalesce(m.launched_on, m.starts_on, make_date(m.year, 1, 1)) desc, m.created_at desc
    limit 200`.execute(db)
  return found.rows
}

export async function insertMovement(
  trx: Writing,
  movement: NewMovement & { readonly createdBy: string | null },
): Promise<string> {
  const row = await trx.insertInto('movement').values(movement).returning('id').executeTakeFirstOrThrow()
  return row.id
}

export type MovementChange = Partial<
  Pick<
    NewMovement,
    | 'title'
    | 'occasion'
    | 'theme'
    | 'contents'
    | 'standards'
    | 'startsOn'
    | 'endsOn'
    | 'launchedOn'
    | 'guidingPaperId'
    | 'councilId'
    | 'proofFileId'
    | 'proofNote'
    | 'channel'
    | 'onBehalf'
    | 'state'
  >
>

export async function updateMovement(
  trx: Writing,
  movementId: string,
  change: MovementChange,
): Promise<void> {
  await trx
    .updateTable('movement')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('id', '=', movementId)
    .execute()
}

/** A unit's in-house launch of a movement (or, without one, its launch in that year of the bloc). */
export async function findUnitLaunch(
  db: Reading,
  place: {
    readonly parentId: string | null
    readonly blocId: string
    readonly unitId: string
    readonly year: number
  },
): Promise<{ readonly id: string } | undefined> {
  return db
    .selectFrom('movement')
    .select('id')
    .where('level', '=', 'unit')
    .where('kind', '<>', 'special')
    .where('unitId', '=', place.unitId)
    .where('blocId', '=', place.blocId)
    .where('year', '=', place.year)
    .where((eb) =>
      place.parentId === null ? eb('parentId', 'is', null) : eb('parentId', '=', place.parentId),
    )
    .executeTakeFirst()
}

/** Whether a bloc has a yearly movement besides themed ones in a year. */
export async function hasYearlyMovement(db: Reading, blocId: string, year: number): Promise<boolean> {
  const row = await db
    .selectFrom('movement')
    .select('id')
    .where('blocId', '=', blocId)
    .where('year', '=', year)
    .where('level', '=', 'bloc')
    .where('kind', '=', 'yearly')
    .executeTakeFirst()
  return row !== undefined
}

/** Guiding papers a movement can rest on. */
export function listGuidingPapers(
  db: Reading,
  place: { readonly provinceId: string; readonly blocId: string | null },
): Promise<readonly GuidingPaperBrief[]> {
  return db
    .selectFrom('guidingPaper')
    .select(['id', 'type', 'number', 'issuer', 'issuedOn', 'title'])
    .where('provinceId', '=', place.provinceId)
    .where((eb) =>
      place.blocId === null
        ? eb('blocId', 'is', null)
        : eb.or([eb('blocId', 'is', null), eb('blocId', '=', place.blocId)]),
    )
    .orderBy('issuedOn', 'desc')
    .orderBy('createdAt', 'desc')
    .limit(100)
    .execute()
}

/** Where a movement lies for rights: province, owner unit, bloc, and the council that decides on it. */
export async function findMovementScope(db: Reading, movementId: string): Promise<Scope | undefined> {
  const row = await db
    .selectFrom('movement')
    .select(['provinceId', 'unitId', 'blocId', 'councilId'])
    .where('id', '=', movementId)
    .executeTakeFirst()
  return row && scopeOf(row)
}

export function scopeOf(row: {
  readonly provinceId: string
  readonly unitId: string | null
  readonly blocId: string | null
  readonly councilId: string | null
}): Scope {
  return {
    provinceId: row.provinceId,
    ...(row.unitId ? { unitId: row.unitId } : {}),
    ...(row.blocId ? { blocId: row.blocId } : {}),
    ...(row.councilId ? { councilId: row.councilId } : {}),
  }
}
