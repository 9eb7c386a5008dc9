import { sql } from 'kysely'
import type { Reading, Writing } from '../../db/database.ts'
import type { DriveFacts, DriveState } from '../../domain/movements/index.ts'
import type { MovementRow } from './movements.store.ts'

export type ParticipantRow = {
  readonly id: string
  readonly movementId: string
  readonly kind: 'collective' | 'person'
  readonly name: string
  readonly groupName: string
  readonly unitId: string | null
  readonly report: string
  readonly reportFileId: string | null
  readonly reportFileName: string | null
  readonly reportedOn: string | null
  readonly reportChannel: string
  readonly reportOnBehalf: boolean
  readonly checkOn: string | null
  readonly checkTeam: string
  readonly checkFindings: string
  readonly advice: 'commend' | 'not' | null
  readonly adviceReason: string
  readonly advisedOn: string | null
  readonly illustrative: boolean
  readonly version: number
}

function selectParticipants(db: Reading) {
  return db
    .selectFrom('movementParticipant as m')
    .leftJoin('file', 'file.id', 'm.reportFileId')
    .select([
      'm.id',
      'm.movementId',
      'm.kind',
      'm.name',
      'm.groupName',
      'm.unitId',
      'm.report',
      'm.reportFileId',
      'file.name as reportFileName',
      'm.reportedOn',
      'm.reportChannel',
      'm.reportOnBehalf',
      'm.checkOn',
      'm.checkTeam',
      'm.checkFindings',
      'm.advice',
      'm.adviceReason',
      'm.advisedOn',
      'm.illustrative',
      'm.version',
    ])
}

/** The participants of a drive: collectives, then persons, in the order of entry. */
export async function listParticipants(db: Reading, movementId: string): Promise<readonly ParticipantRow[]> {
  const rows = await selectParticipants(db)
    .where('m.movementId', '=', movementId)
    .orderBy('m.kind')
    .orderBy('m.id')
    .execute()
  return rows as unknown as readonly ParticipantRow[]
}

export async function findParticipant(db: Reading, id: string): Promise<ParticipantRow | undefined> {
  const row = await selectParticipants(db).where('m.id', '=', id).executeTakeFirst()
  return row as unknown as ParticipantRow | undefined
}

export async function insertParticipant(
  trx: Writing,
  participant: Pick<ParticipantRow, 'movementId' | 'kind' | 'name' | 'groupName' | 'unitId'>,
): Promise<string> {
  const row = await trx
    .insertInto('movementParticipant')
    .values(participant)
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function deleteParticipant(trx: Writing, id: string): Promise<void> {
  await trx.deleteFrom('movementParticipant').where('id', '=', id).execute()
}

export type ParticipantChange = Partial<
  Pick<
    ParticipantRow,
    | 'report'
    | 'reportFileId'
    | 'reportedOn'
    | 'reportChannel'
    | 'reportOnBehalf'
    | 'checkOn'
    | 'checkTeam'
    | 'checkFindings'
    | 'advice'
    | 'adviceReason'
    | 'advisedOn'
  >
>

export async function updateParticipant(trx: Writing, id: string, change: ParticipantChange): Promise<void> {
  await trx
    .updateTable('movementParticipant')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute()
}

/** Where a drive stands. */
export async function findDriveFacts(db: Reading, drive: MovementRow, today: string): Promise<DriveFacts> {
  const found = await sql<Omit<DriveFacts, 'state' | 'endsOn' | 'today'>>`
    select count(p.id)::int as participants,
      count(p.id) filter (where p.reported_on is not null)::int as reported,
      count(p.id) filter (where p.advice is not null)::int as advised,
      (select count(*)::int from conference c where c.movement_id = ${drive.id}) as sessions,
      (select count(*)::int from proposal r where r.movement_id = ${drive.id} and r.state <> 'withdrawn') as proposals
    from movement_participant p where p.movement_id = ${drive.id}`.execute(db)
  const counts = found.rows[0] ?? { participants: 0, reported: 0, advised: 0, sessions: 0, proposals: 0 }
  return { ...counts, state: drive.state as DriveState, endsOn: drive.endsOn, today }
}

export type DriveTargetRow = {
  readonly id: string
  readonly indicatorName: string
  readonly kind: string
  readonly strict: boolean
  readonly value: string | null
  readonly valueMax: string | null
  readonly byDate: string | null
  readonly baseValue: string | null
  readonly baseYear: number | null
  readonly unitOfMeasure: string
  readonly printed: string
  readonly setBy: string
  readonly basis: string
  readonly suspiciousReason: string
  readonly illustrative: boolean
}

/** The targets that a drive set, as they stand now. */
export async function listDriveTargets(db: Reading, movementId: string): Promise<readonly DriveTargetRow[]> {
  const found = await sql<DriveTargetRow>`
    select t.id, i.name as indicator_name, t.kind, t.strict, t.value::text, t.value_max::text, t.by_date,
      t.base_value::text, t.base_year,
      coalesce(nullif(t.unit_of_measure, ''), i.unit_of_measure) as unit_of_measure,
      t.printed, t.set_by, t.basis, t.suspicious_reason, t.illustrative
    from target t join indicator i on i.id = t.indicator_id
    where t.movement_id = ${movementId} and t.state = 'current'
    order by t.created_at, t.id`.execute(db)
  return found.rows
}

export type SessionRow = {
  readonly id: string
  readonly title: string
  readonly heldOn: string | null
  readonly place: string
  readonly state: string
}

/** Sessions of the council on a drive. */
export function listSessions(db: Reading, movementId: string): Promise<readonly SessionRow[]> {
  return db
    .selectFrom('conference')
    .select(['id', 'title', 'heldOn', 'place', 'state'])
    .where('movementId', '=', movementId)
    .orderBy('heldOn')
    .execute()
}

export type DriveProposalRow = {
  readonly id: string
  readonly awardNameVi: string
  readonly awardNameEn: string
  readonly printedWording: string
  readonly recipientName: string
  readonly nameWithheld: boolean
  readonly state: string
  readonly decisionNumber: string
  readonly decidedOn: string | null
  readonly illustrative: boolean
}

/** Proposals that came out of a drive. */
export async function listDriveProposals(
  db: Reading,
  movementId: string,
): Promise<readonly DriveProposalRow[]> {
  const found = await sql<DriveProposalRow>`
    select r.id, a.name_vi as award_name_vi, a.name_en as award_name_en, r.printed_wording,
      coalesce(nullif(r.recipient_name, ''), n.name, '') as recipient_name, r.name_withheld, r.state,
      r.decision_number, r.decided_on, r.illustrative
    from proposal r
    join award a on a.code = r.award_code
    join movement m on m.id = r.movement_id
    left join lateral (
      select name from unit_name where unit_id = r.unit_id and valid_from <= make_date(m.year, 12, 31)
      order by valid_from desc limit 1) n on true
    where r.movement_id = ${movementId} and r.state <> 'withdrawn'
    order by r.created_at`.execute(db)
  return found.rows
}

export type CouncilChoice = { readonly id: string; readonly name: string; readonly unitId: string | null }

/** Councils of the owner: of the unit, or of the province when no unit owns the drive. */
export function listCouncilsOf(
  db: Reading,
  provinceId: string,
  unitId: string | null,
): Promise<readonly CouncilChoice[]> {
  return db
    .selectFrom('council')
    .select(['id', 'name', 'unitId'])
    .where('provinceId', '=', provinceId)
    .where((eb) => (unitId === null ? eb('unitId', 'is', null) : eb('unitId', '=', unitId)))
    .orderBy('foundedOn', 'desc')
    .execute()
}

export type OwnerChoice = {
  readonly id: string
  readonly name: string
  readonly provinceId: string
}

/** Units by key under the names they bear on a day: those the reader may launch for. */
export async function listOwners(
  db: Reading,
  unitIds: readonly string[],
  today: string,
): Promise<readonly OwnerChoice[]> {
  if (unitIds.length === 0) return []
  const found = await sql<OwnerChoice>`
    select u.id, n.name, u.province_id from unit u
    join lateral (
      select name from unit_name where unit_id = u.id and valid_from <= ${today}::date
      order by valid_from desc limit 1) n on true
    where u.id = any(${[...unitIds]}::uuid[])
    order by n.name collate "vi-x-icu"`.execute(db)
  return found.rows
}
