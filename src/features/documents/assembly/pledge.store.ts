import { sql } from 'kysely'
import type { Reading } from '../../../db/database.ts'
import type { TargetRecord } from '../../../domain/targets/index.ts'
import type { BlocYear } from '../../../scopes/scopes.store.ts'

/** One line of a unit's registration. */
export type RegistrationFacts = {
  readonly kind: 'collective' | 'personal' | 'initiative'
  readonly awardName: string | null
  readonly quantity: number
  readonly note: string
  readonly illustrative: boolean
}

export async function listRegistration(
  db: Reading,
  blocYearId: string,
  unitId: string,
): Promise<readonly RegistrationFacts[]> {
  const found = await sql<RegistrationFacts>`
    select r.kind, a.name_vi as award_name, r.quantity, r.note, r.illustrative
    from registration r left join award a on a.code = r.award_code
    where r.bloc_year_id = ${blocYearId} and r.unit_id = ${unitId} and r.quantity > 0
    order by a.position nulls last, r.id`.execute(db)
  return found.rows
}

/** A target in force, of a unit or of the bloc. */
export type TargetFacts = TargetRecord & {
  readonly id: string
  readonly indicatorId: string
  readonly indicatorName: string
  readonly direction: 'up' | 'down' | 'none'
  readonly unitId: string | null
  readonly setBy: string
  readonly setByNote: string
  readonly basis: string
  readonly illustrative: boolean
}

/** The targets in force of the members, in the order of the bloc, and of the bloc itself; those of drives stay out. */
export async function listTargets(db: Reading, year: BlocYear): Promise<readonly TargetFacts[]> {
  const memberIds = year.members.map((unit) => unit.id)
  const found = await sql<TargetFacts>`
    select t.id, t.indicator_id, i.name as indicator_name, i.direction, t.unit_id, t.kind, t.strict, t.value, t.value_max,
      t.by_date, t.base_value, t.base_year, coalesce(nullif(t.unit_of_measure, ''), i.unit_of_measure) as unit_of_measure,
      t.set_by, t.set_by_note, t.basis, t.illustrative
    from target t
    join indicator i on i.id = t.indicator_id
    left join field_of_work f on f.code = i.field_code
    where t.year = ${year.year} and t.state = 'current' and t.movement_id is null
      and (t.bloc_id = ${year.bloc.id} or t.unit_id = any(${memberIds}::uuid[]))
    order by t.bloc_id is null, array_position(${memberIds}::uuid[], t.unit_id), f.position nulls last, i.code, t.created_at
  `.execute(db)
  return found.rows
}

/** The joint pledge in force. */
export type PledgeFacts = {
  readonly id: string
  readonly preamble: string
  readonly contents: string
  readonly signedOn: string | null
  readonly illustrative: boolean
}

export async function findPledgeFacts(db: Reading, blocYearId: string): Promise<PledgeFacts | undefined> {
  return db
    .selectFrom('pledge')
    .select(['id', 'preamble', 'contents', 'signedOn', 'illustrative'])
    .where('blocYearId', '=', blocYearId)
    .where('state', '<>', 'replaced')
    .orderBy('versionNumber', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** The latest signature of a unit under any version of the pledge of the year. */
export type SignatureFacts = {
  readonly unitId: string
  readonly name: string
  readonly title: string
  readonly capacity: string
  readonly signedOn: string
  readonly channel: 'screen' | 'paper'
  readonly illustrative: boolean
}

export async function listSignatures(db: Reading, blocYearId: string): Promise<readonly SignatureFacts[]> {
  const found = await sql<SignatureFacts>`
    select distinct on (s.unit_id) s.unit_id, s.signer_name as name, s.signer_title as title, s.capacity, s.signed_on,
      s.channel, s.illustrative
    from pledge_signature s join pledge g on g.id = s.pledge_id
    where g.bloc_year_id = ${blocYearId}
    order by s.unit_id, g.version_number desc`.execute(db)
  return found.rows
}
