import { sql } from 'kysely'
import type { Reading, Writing } from '../../db/database.ts'
import type { AwardCode } from '../../domain/awards/index.ts'
import type { ProposalWarning } from './warnings.ts'

/** How a proposal came about. */
export const proposalModes = ['score', 'vote', 'vote_among_top', 'consensus'] as const
export type ProposalMode = (typeof proposalModes)[number]

/** Whether a way of choosing rests on a counted poll. */
export function usesPoll(mode: ProposalMode): boolean {
  return mode === 'vote' || mode === 'vote_among_top'
}

export type Channel = 'screen' | 'paper' | 'file'

/** State of a proposal as it is stored; a granted one that was handed over has `presentedOn`. */
export type StoredState =
  | 'proposed'
  | 'submitted'
  | 'returned'
  | 'council'
  | 'granted'
  | 'refused'
  | 'withdrawn'

/** Where proposals arise: in a year of a bloc, or at the end of a special drive. */
export type Origin = { readonly blocYearId: string } | { readonly movementId: string }

/** One step of the way of a proposal, with the paper that proves it. */
export type ProposalStepRow = {
  readonly step: StoredState | 'presented'
  readonly happenedOn: string
  readonly reason: string
  readonly number: string
  readonly issuer: string
  readonly place: string
  readonly channel: Channel
  readonly fileId: string | null
  readonly fileName: string | null
  readonly recordedBy: string | null
}

export type ProposalRow = {
  readonly id: string
  readonly blocYearId: string | null
  readonly movementId: string | null
  readonly provinceId: string
  readonly provinceName: string
  readonly blocId: string | null
  readonly blocSlug: string | null
  readonly blocName: string | null
  readonly blocShortName: string | null
  readonly movementTitle: string | null
  readonly councilId: string | null
  /** The unit that launched the drive. */
  readonly ownerUnitId: string | null
  readonly year: number
  readonly awardCode: AwardCode
  readonly printedWording: string
  readonly recipient: 'collective' | 'person'
  readonly unitId: string | null
  readonly unitSlug: string | null
  /** Under the name of the year. */
  readonly unitName: string | null
  readonly recipientName: string
  readonly nameWithheld: boolean
  readonly mode: ProposalMode
  readonly pollId: string | null
  readonly pollTitle: string | null
  readonly pollConferenceId: string | null
  readonly rank: number | null
  readonly departureReason: string
  readonly warnings: readonly ProposalWarning[]
  readonly overrideReason: string
  readonly achievement: string
  readonly achievementFileId: string | null
  readonly achievementFileName: string | null
  readonly state: StoredState
  readonly submissionId: string | null
  readonly outcomeReason: string
  readonly decisionNumber: string
  readonly decidedOn: string | null
  readonly decidedBy: string
  readonly decisionFileId: string | null
  readonly presentedOn: string | null
  readonly presentedAt: string
  readonly illustrative: boolean
  readonly version: number
  readonly steps: readonly ProposalStepRow[]
}

const columns = sql`
  p.id, p.bloc_year_id, p.movement_id, v.id as province_id, v.name as province_name, b.id as bloc_id,
  b.slug as bloc_slug, b.name as bloc_name, b.short_name as bloc_short_name, m.title as movement_title, m.council_id,
  m.unit_id as owner_unit_id, coalesce(y.year, m.year) as year, p.award_code, p.printed_wording, p.recipient,
  p.unit_id, u.slug as unit_slug, n.name as unit_name, p.recipient_name, p.name_withheld, p.mode, p.poll_id,
  o.title as poll_title, o.conference_id as poll_conference_id, p.rank, p.departure_reason, p.warnings, p.override_reason, p.achievement,
  p.achievement_file_id, f.name as achievement_file_name, p.state, p.submission_id, p.outcome_reason,
  p.decision_number, p.decided_on, p.decided_by, p.decision_file_id, p.presented_on, p.presented_at, p.illustrative,
  p.version,
  coalesce((select json_agg(json_build_object('step', s.step, 'happenedOn', s.happened_on, 'reason', s.reason,
    'number', s.number, 'issuer', s.issuer, 'place', s.place, 'channel', s.channel, 'fileId', s.file_id,
    'fileName', sf.name, 'recordedBy', a.name) order by s.id)
    from proposal_step s left join file sf on sf.id = s.file_id left join accounts."user" a on a.id = s.recorded_by
    where s.proposal_id = p.id), '[]') as steps`

const tables = sql`
  proposal p
  join award w on w.code = p.award_code
  left join bloc_year y on y.id = p.bloc_year_id
  left join movement m on m.id = p.movement_id
  left join bloc b on b.id = coalesce(y.bloc_id, m.bloc_id)
  join province v on v.id = coalesce(b.province_id, m.province_id)
  left join unit u on u.id = p.unit_id
  left join lateral (
    select name from unit_name where unit_id = p.unit_id and valid_from <= make_date(coalesce(y.year, m.year), 12, 31)
    order by valid_from desc limit 1) n on true
  left join poll o on o.id = p.poll_id
  left join file f on f.id = p.achievement_file_id`

/** The proposals of a year or of a drive, highest award first, in the order they were entered. */
export async function listProposals(db: Reading, origin: Origin): Promise<readonly ProposalRow[]> {
  const where =
    'blocYearId' in origin
      ? sql`p.bloc_year_id = ${origin.blocYearId}`
      : sql`p.movement_id = ${origin.movementId}`
  const found = await sql<ProposalRow>`
    select ${columns} from ${tables} where ${where} order by w.position desc, p.recipient, p.rank, p.id`.execute(
    db,
  )
  return found.rows
}

/** All proposals of the blocs of a province for a year, for the officer who sees them together. */
export async function listProposalsOfProvince(
  db: Reading,
  provinceId: string,
  year: number,
): Promise<readonly ProposalRow[]> {
  const found = await sql<ProposalRow>`
    select ${columns} from ${tables}
    where v.id = ${provinceId} and p.bloc_year_id is not null and y.year = ${year} and p.state <> 'withdrawn'
    order by w.position desc, b.name, p.rank, p.id`.execute(db)
  return found.rows
}

/** Years of a province that have proposals, newest first. */
export async function listProposalYears(db: Reading, provinceId: string): Promise<readonly number[]> {
  const found = await sql<{ year: number }>`
    select distinct y.year from proposal p join bloc_year y on y.id = p.bloc_year_id join bloc b on b.id = y.bloc_id
    where b.province_id = ${provinceId} order by y.year desc`.execute(db)
  return found.rows.map((row) => row.year)
}

export async function findProposal(db: Reading, id: string): Promise<ProposalRow | undefined> {
  const found = await sql<ProposalRow>`select ${columns} from ${tables} where p.id = ${id}`.execute(db)
  return found.rows[0]
}

/** The same for several, held until the end of the transaction, in the order of a list. */
export async function holdProposals(trx: Writing, ids: readonly string[]): Promise<readonly ProposalRow[]> {
  await sql`select id from proposal where id = any(${[...ids]}::uuid[]) order by id for update`.execute(trx)
  const found = await sql<ProposalRow>`
    select ${columns} from ${tables} where p.id = any(${[...ids]}::uuid[]) order by w.position desc, p.id`.execute(
    trx,
  )
  return found.rows
}

/** Whoever changes the list of a year or a drive waits for the one before, so that ceilings are counted right. */
export async function lockOrigin(trx: Writing, origin: Origin): Promise<void> {
  const key = 'blocYearId' in origin ? origin.blocYearId : origin.movementId
  await sql`select pg_advisory_xact_lock(hashtext(${`proposals ${key}`}))`.execute(trx)
}

export type NewProposal = Pick<
  ProposalRow,
  | 'blocYearId'
  | 'movementId'
  | 'awardCode'
  | 'printedWording'
  | 'recipient'
  | 'unitId'
  | 'recipientName'
  | 'nameWithheld'
  | 'mode'
  | 'pollId'
  | 'rank'
  | 'departureReason'
  | 'warnings'
  | 'overrideReason'
  | 'achievement'
> & { readonly createdBy: string | null }

export async function insertProposal(trx: Writing, proposal: NewProposal): Promise<string> {
  const row = await trx
    .insertInto('proposal')
    .values({ ...proposal, warnings: JSON.stringify(proposal.warnings) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export type ProposalChange = Partial<
  Pick<
    ProposalRow,
    | 'unitId'
    | 'recipientName'
    | 'nameWithheld'
    | 'rank'
    | 'mode'
    | 'pollId'
    | 'departureReason'
    | 'overrideReason'
    | 'achievement'
    | 'achievementFileId'
    | 'state'
    | 'submissionId'
    | 'outcomeReason'
    | 'decisionNumber'
    | 'decidedOn'
    | 'decidedBy'
    | 'decisionFileId'
    | 'presentedOn'
    | 'presentedAt'
  >
> & { readonly warnings?: readonly ProposalWarning[] }

export async function updateProposal(trx: Writing, id: string, change: ProposalChange): Promise<void> {
  const { warnings, ...rest } = change
  await trx
    .updateTable('proposal')
    .set({
      ...rest,
      ...(warnings ? { warnings: JSON.stringify(warnings) } : {}),
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .execute()
}

export type NewStep = Omit<ProposalStepRow, 'fileName' | 'recordedBy'> & {
  readonly proposalId: string
  readonly recordedBy: string | null
}

/** Adds a step to the way of a proposal. */
export async function insertStep(trx: Writing, step: NewStep): Promise<void> {
  await trx.insertInto('proposalStep').values(step).execute()
}

/** The first step of a proposal: the day it was made. */
export function insertFirstStep(
  trx: Writing,
  proposalId: string,
  on: string,
  recordedBy: string | null,
): Promise<void> {
  const nothing = { reason: '', number: '', issuer: '', place: '', fileId: null }
  return insertStep(trx, {
    proposalId,
    step: 'proposed',
    happenedOn: on,
    channel: 'screen',
    recordedBy,
    ...nothing,
  })
}

export type NewSubmission = {
  readonly blocYearId: string | null
  readonly movementId: string | null
  readonly number: string
  readonly sentOn: string
  readonly addressee: string
  readonly channel: Channel
  readonly scanFileId: string | null
  readonly leftOutReason: string
  readonly note: string
  readonly recordedBy: string | null
}

export async function insertSubmission(trx: Writing, submission: NewSubmission): Promise<string> {
  const row = await trx.insertInto('submission').values(submission).returning('id').executeTakeFirstOrThrow()
  return row.id
}

export type SubmissionRow = Omit<NewSubmission, 'recordedBy'> & {
  readonly id: string
  readonly scanFileName: string | null
  readonly proposals: number
  readonly illustrative: boolean
}

/** What was sent to whom, newest first. */
export async function listSubmissions(db: Reading, origin: Origin): Promise<readonly SubmissionRow[]> {
  const where =
    'blocYearId' in origin
      ? sql`s.bloc_year_id = ${origin.blocYearId}`
      : sql`s.movement_id = ${origin.movementId}`
  const found = await sql<SubmissionRow>`
    select s.id, s.bloc_year_id, s.movement_id, s.number, s.sent_on, s.addressee, s.channel, s.scan_file_id,
      f.name as scan_file_name, s.left_out_reason, s.note, s.illustrative,
      (select count(*)::int from proposal p where p.submission_id = s.id) as proposals
    from submission s left join file f on f.id = s.scan_file_id
    where ${where} order by s.sent_on desc, s.id desc`.execute(db)
  return found.rows
}

export type DriveRow = {
  readonly id: string
  readonly title: string
  readonly year: number
  readonly state: string
  readonly provinceId: string
  readonly provinceName: string
  readonly unitId: string | null
  readonly unitName: string | null
  readonly councilId: string | null
  readonly councilName: string | null
  readonly blocId: string | null
  readonly illustrative: boolean
}

/** A special drive, or undefined when the movement is of another kind. */
export async function findDrive(db: Reading, movementId: string): Promise<DriveRow | undefined> {
  const found = await sql<DriveRow>`
    select m.id, m.title, m.year, m.state, m.province_id, v.name as province_name, m.unit_id, n.name as unit_name,
      m.council_id, c.name as council_name, m.bloc_id, m.illustrative
    from movement m
    join province v on v.id = m.province_id
    left join council c on c.id = m.council_id
    left join lateral (
      select name from unit_name where unit_id = m.unit_id and valid_from <= make_date(m.year, 12, 31)
      order by valid_from desc limit 1) n on true
    where m.id = ${movementId} and m.kind = 'special'`.execute(db)
  return found.rows[0]
}

export type DriveParticipant = {
  readonly id: string
  readonly kind: 'collective' | 'person'
  readonly name: string
  readonly groupName: string
  readonly unitId: string | null
  readonly report: string
  readonly reportFileId: string | null
  readonly checkOn: string | null
  readonly checkFindings: string
  readonly advice: 'commend' | 'not' | null
  readonly adviceReason: string
  readonly illustrative: boolean
}

/** The participants of a drive, those advised for an award first. */
export async function listDriveParticipants(
  db: Reading,
  movementId: string,
): Promise<readonly DriveParticipant[]> {
  const found = await sql<DriveParticipant>`
    select id, kind, name, group_name, unit_id, report, report_file_id, check_on, check_findings, advice,
      advice_reason, illustrative
    from movement_participant where movement_id = ${movementId}
    order by array_position(array['commend', 'not'], advice) nulls last, kind, group_name, id`.execute(db)
  return found.rows
}
