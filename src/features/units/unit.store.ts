import { sql } from 'kysely'
import type { Reading } from '../../db/database.ts'

export type UnitCard = {
  readonly id: string
  readonly slug: string
  readonly kind: string
  readonly name: string
  readonly shortName: string
  readonly provinceId: string
  readonly provinceName: string
  readonly certainty: string
  readonly parentId: string | null
  readonly parentName: string | null
  readonly parentSlug: string | null
  readonly foundedOn: string | null
  readonly dissolvedOn: string | null
  readonly illustrative: boolean
  readonly version: number
  readonly fields: readonly string[]
  readonly fieldNames: readonly { readonly vi: string; readonly en: string }[]
  readonly aliases: readonly string[]
}

/** A unit under its newest name, with what it does and how else it is written. */
export async function findUnit(db: Reading, unitId: string): Promise<UnitCard | undefined> {
  const found = await sql<UnitCard>`
    select u.id, u.slug, u.kind, n.name, n.short_name, u.province_id, p.name as province_name, p.certainty,
      u.parent_id, o.name as parent_name, o.slug as parent_slug, u.founded_on, u.dissolved_on, u.illustrative, u.version,
      coalesce((select json_agg(f.field_code order by f.field_code) from unit_field f where f.unit_id = u.id), '[]') as fields,
      coalesce((select json_agg(json_build_object('vi', w.name_vi, 'en', w.name_en) order by w.position)
        from unit_field f join field_of_work w on w.code = f.field_code where f.unit_id = u.id), '[]') as field_names,
      coalesce((select json_agg(a.alias order by a.alias) from unit_alias a where a.unit_id = u.id), '[]') as aliases
    from unit u
    join province p on p.id = u.province_id
    join lateral (select name, short_name from unit_name where unit_id = u.id order by valid_from desc limit 1) n on true
    left join lateral (
      select x.slug, m.name from unit x
      join lateral (select name from unit_name where unit_id = x.id order by valid_from desc limit 1) m on true
      where x.id = u.parent_id) o on true
    where u.id = ${unitId}`.execute(db)
  return found.rows[0]
}

export type UnitEventRow = {
  readonly kind: 'founded' | 'renamed' | 'merged_into' | 'split_from' | 'dissolved'
  readonly happenedOn: string
  readonly basis: string
  readonly note: string
  readonly illustrative: boolean
  /** True when the event is the other unit's and this one took it in, or was what others were split from. */
  readonly passive: boolean
  readonly otherSlug: string | null
  readonly otherName: string | null
}

/** What happened to a unit and, through mergers and splits, to it from others; newest first. */
export async function listEvents(db: Reading, unitId: string): Promise<readonly UnitEventRow[]> {
  const found = await sql<UnitEventRow>`
    select e.kind, e.happened_on, e.basis, e.note, e.illustrative, e.unit_id <> ${unitId} as passive,
      o.slug as other_slug, n.name as other_name
    from unit_event e
    left join unit o on o.id = case when e.unit_id = ${unitId} then e.other_unit_id else e.unit_id end
    left join lateral (select name from unit_name where unit_id = o.id order by valid_from desc limit 1) n on true
    where e.unit_id = ${unitId} or e.other_unit_id = ${unitId}
    order by e.happened_on desc, e.created_at desc`.execute(db)
  return found.rows
}

export type UnitStay = {
  readonly blocSlug: string
  readonly blocName: string
  readonly fromDate: string
  readonly toDate: string | null
  readonly basis: string
  readonly years: readonly number[]
  readonly illustrative: boolean
}

/** The blocs a unit sits or sat in, with the years that can be opened. */
export async function listStays(db: Reading, unitId: string): Promise<readonly UnitStay[]> {
  const found = await sql<UnitStay>`
    select b.slug as bloc_slug, b.name as bloc_name, m.from_date, m.to_date, m.basis, m.illustrative,
      coalesce((select json_agg(y.year order by y.year desc) from bloc_year y where y.bloc_id = b.id
        and make_date(y.year, 12, 31) >= m.from_date
        and (m.to_date is null or make_date(y.year, 12, 31) <= m.to_date)), '[]') as years
    from membership m join bloc b on b.id = m.bloc_id
    where m.unit_id = ${unitId} order by m.to_date is not null, m.from_date desc`.execute(db)
  return found.rows
}

export type OfficeHeld = {
  readonly blocSlug: string
  readonly blocName: string
  readonly role: string
  readonly forYear: number
  readonly how: string
  readonly personName: string
  readonly personTitle: string
  readonly headLabel: string
  readonly deputyLabel: string
  readonly illustrative: boolean
}

/** The years in which a unit led a bloc. */
export async function listOffices(db: Reading, unitId: string): Promise<readonly OfficeHeld[]> {
  const found = await sql<OfficeHeld>`
    select b.slug as bloc_slug, b.name as bloc_name, l.role, l.for_year, l.how, l.person_name, l.person_title,
      b.head_label, b.deputy_label, l.illustrative
    from leadership l join bloc b on b.id = l.bloc_id
    where l.unit_id = ${unitId} and l.to_date is null order by l.for_year desc`.execute(db)
  return found.rows
}

export type AwardHeld = {
  readonly year: number
  readonly awardVi: string
  readonly awardEn: string
  readonly printedWording: string
  readonly decisionNumber: string
  readonly decidedOn: string | null
  readonly decidedBy: string
  readonly illustrative: boolean
}

/** What a unit was awarded, newest first. */
export async function listAwards(db: Reading, unitId: string): Promise<readonly AwardHeld[]> {
  const found = await sql<AwardHeld>`
    select r.year, a.name_vi as award_vi, a.name_en as award_en, r.printed_wording, r.decision_number, r.decided_on,
      r.decided_by, r.illustrative
    from award_record r join award a on a.code = r.award_code
    where r.unit_id = ${unitId} order by r.year desc, a.position`.execute(db)
  return found.rows
}

export type Room = {
  readonly slug: string
  readonly name: string
  readonly kind: string
  readonly dissolvedOn: string | null
}

/** The rooms and other units that belong to a unit. */
export async function listParts(db: Reading, unitId: string): Promise<readonly Room[]> {
  const found = await sql<Room>`
    select u.slug, u.kind, n.name, u.dissolved_on from unit u
    join lateral (select name from unit_name where unit_id = u.id order by valid_from desc limit 1) n on true
    where u.parent_id = ${unitId} order by n.name collate "vi-x-icu"`.execute(db)
  return found.rows
}

export type ChoiceRow = { readonly id: string; readonly name: string }

/** Other living units of the same province: successors, parents. */
export async function listOthers(
  db: Reading,
  provinceId: string,
  exceptId: string | null,
): Promise<readonly ChoiceRow[]> {
  const found = await sql<ChoiceRow>`
    select u.id, n.name from unit u
    join lateral (select name from unit_name where unit_id = u.id order by valid_from desc limit 1) n on true
    where u.province_id = ${provinceId} and u.id is distinct from ${exceptId}::uuid and u.kind <> 'room' and u.dissolved_on is null
    order by n.name collate "vi-x-icu"`.execute(db)
  return found.rows
}

export function listProvinces(db: Reading) {
  return db.selectFrom('province').select(['id', 'name']).orderBy('name').execute()
}

export type FieldRow = { readonly code: string; readonly nameVi: string; readonly nameEn: string }

/** The fields of work of the catalogue. */
export function listFields(db: Reading): Promise<readonly FieldRow[]> {
  return db.selectFrom('fieldOfWork').select(['code', 'nameVi', 'nameEn']).orderBy('position').execute()
}
