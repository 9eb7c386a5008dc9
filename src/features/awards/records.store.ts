import { sql } from 'kysely'
import type { Reading, Writing } from '../../db/database.ts'
import type { AwardCode } from '../../domain/awards/index.ts'

/** One award somebody received; kept for life. */
export type AwardRecordRow = {
  readonly id: string
  readonly provinceId: string
  readonly provinceName: string
  readonly unitId: string | null
  readonly unitSlug: string | null
  readonly recipientName: string
  readonly awardCode: AwardCode
  readonly printedWording: string
  readonly year: number
  readonly decisionNumber: string
  readonly decidedOn: string | null
  readonly decidedBy: string
  readonly presentedOn: string | null
  readonly presentedAt: string
  readonly proposalId: string | null
  readonly source: string
  readonly illustrative: boolean
}

/** What the record is narrowed to; empty texts mean all. */
export type RecordFilter = {
  readonly search: string
  readonly year: string
  readonly awardCode: string
  readonly provinceId: string
}

const columns = sql`
  r.id, r.province_id, v.name as province_name, r.unit_id, u.slug as unit_slug, r.recipient_name, r.award_code,
  r.printed_wording, r.year, r.decision_number, r.decided_on, r.decided_by, p.presented_on,
  coalesce(p.presented_at, '') as presented_at, r.proposal_id, r.source, r.illustrative`

const tables = sql`
  award_record r
  join province v on v.id = r.province_id
  join award w on w.code = r.award_code
  left join unit u on u.id = r.unit_id
  left join proposal p on p.id = r.proposal_id`

export const RECORDS_ON_A_PAGE = 50

/** The record, newest first; any name a unit has borne finds what it received. */
export async function searchRecords(
  db: Reading,
  filter: RecordFilter,
  page: number,
): Promise<{ readonly rows: readonly AwardRecordRow[]; readonly total: number }> {
  const pattern = `%${filter.search}%`
  const where = sql`
    (${filter.year} = '' or r.year::text = ${filter.year})
    and (${filter.awardCode} = '' or r.award_code = ${filter.awardCode})
    and (${filter.provinceId} = '' or r.province_id::text = ${filter.provinceId})
    and (${filter.search} = '' or unaccent(lower(r.recipient_name)) like unaccent(lower(${pattern}))
      or exists (select 1 from unit_name n where n.unit_id = r.unit_id
        and unaccent(lower(n.name || ' ' || n.short_name)) like unaccent(lower(${pattern}))))`
  const counted = await sql<{
    n: number
  }>`select count(*)::int as n from award_record r where ${where}`.execute(db)
  const found = await sql<AwardRecordRow>`
    select ${columns} from ${tables} where ${where}
    order by r.year desc, w.position desc, r.recipient_name collate "vi-x-icu", r.id
    limit ${RECORDS_ON_A_PAGE} offset ${(page - 1) * RECORDS_ON_A_PAGE}`.execute(db)
  return { rows: found.rows, total: counted.rows[0]?.n ?? 0 }
}

/** All a unit ever received, newest first: its block on the unit's page and in an achievement report. */
export async function listRecordsOfUnit(db: Reading, unitId: string): Promise<readonly AwardRecordRow[]> {
  const found = await sql<AwardRecordRow>`
    select ${columns} from ${tables} where r.unit_id = ${unitId}
    order by r.year desc, w.position desc, r.id`.execute(db)
  return found.rows
}

/** Years and provinces the record can be narrowed to. */
export async function recordChoices(db: Reading): Promise<{
  readonly years: readonly number[]
  readonly provinces: readonly { readonly id: string; readonly name: string }[]
}> {
  const years = await sql<{
    year: number
  }>`select distinct year from award_record order by year desc`.execute(db)
  const provinces = await sql<{ id: string; name: string }>`
    select id, name from province v where exists (select 1 from award_record r where r.province_id = v.id)
    order by name collate "vi-x-icu"`.execute(db)
  return { years: years.rows.map((row) => row.year), provinces: provinces.rows }
}

export type NewRecord = Pick<
  AwardRecordRow,
  | 'provinceId'
  | 'unitId'
  | 'recipientName'
  | 'awardCode'
  | 'printedWording'
  | 'year'
  | 'decisionNumber'
  | 'decidedOn'
  | 'decidedBy'
  | 'proposalId'
  | 'source'
>

export async function insertRecord(trx: Writing, record: NewRecord): Promise<string> {
  const row = await trx.insertInto('awardRecord').values(record).returning('id').executeTakeFirstOrThrow()
  return row.id
}

export async function findRecord(db: Reading, id: string): Promise<AwardRecordRow | undefined> {
  const found = await sql<AwardRecordRow>`select ${columns} from ${tables} where r.id = ${id}`.execute(db)
  return found.rows[0]
}

export async function deleteRecord(trx: Writing, id: string): Promise<void> {
  await trx.deleteFrom('awardRecord').where('id', '=', id).execute()
}

/** A unit of a province under its name in a year, or undefined when it is not of the province. */
export async function unitNameIn(
  db: Reading,
  provinceId: string,
  unitId: string,
  year: number,
): Promise<string | undefined> {
  const found = await sql<{ name: string }>`
    select n.name from unit u join lateral (
      select name from unit_name where unit_id = u.id order by (valid_from <= make_date(${year}, 12, 31)) desc,
        case when valid_from <= make_date(${year}, 12, 31) then valid_from end desc nulls last, valid_from limit 1) n on true
    where u.id = ${unitId} and u.province_id = ${provinceId}`.execute(db)
  return found.rows[0]?.name
}

/** The units of a province under their newest names, for choosing one. */
export async function listUnitsOfProvince(
  db: Reading,
  provinceId: string,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const found = await sql<{ id: string; name: string }>`
    select u.id, n.name from unit u join lateral (
      select name from unit_name where unit_id = u.id order by valid_from desc limit 1) n on true
    where u.province_id = ${provinceId} and u.kind <> 'room' order by n.name collate "vi-x-icu"`.execute(db)
  return found.rows
}

/** Name of a province; empty when there is none. */
export async function provinceName(db: Reading, provinceId: string): Promise<string> {
  const row = await db.selectFrom('province').select('name').where('id', '=', provinceId).executeTakeFirst()
  return row?.name ?? ''
}
