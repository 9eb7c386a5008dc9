import { sql } from 'kysely'
import type { Reading } from '../../../db/database.ts'
import { type AwardCode, awardName } from '../../../domain/awards/index.ts'
import type { BlocYear } from '../../../scopes/scopes.store.ts'

/** A proposal of the year under the printed wording of its award. */
export type ProposalFacts = {
  readonly id: string
  readonly awardCode: AwardCode
  readonly awardName: string
  readonly recipient: 'collective' | 'person'
  readonly unitId: string | null
  /** Who is proposed: the unit, or a person; "(không nêu tên)" where the name is withheld. */
  readonly receiver: string
  readonly recipientName: string
  readonly mode: 'score' | 'vote' | 'vote_among_top' | 'consensus'
  readonly pollId: string | null
  readonly rank: number | null
  readonly departureReason: string
  readonly achievement: string
  readonly state: string
  readonly decisionNumber: string
  readonly decidedOn: string | null
  readonly illustrative: boolean
}

/** The proposals of a year, the highest award first, then by rank and the order of the bloc. */
export async function listProposals(db: Reading, year: BlocYear): Promise<readonly ProposalFacts[]> {
  const memberIds = year.members.map((unit) => unit.id)
  const found = await sql<Omit<ProposalFacts, 'awardName' | 'receiver'> & Named>`
    select p.id, p.award_code, p.printed_wording, p.recipient, p.unit_id, p.recipient_name, p.name_withheld, p.mode,
      p.poll_id, p.rank, p.departure_reason, p.achievement, p.state, p.decision_number, p.decided_on, p.illustrative,
      n.name as unit_name
    from proposal p
    join award a on a.code = p.award_code
    left join lateral (
      select name from unit_name where unit_id = p.unit_id and valid_from <= make_date(${year.year}::int, 12, 31)
      order by valid_from desc limit 1) n on true
    where p.bloc_year_id = ${year.id} and p.state <> 'withdrawn'
    order by a.position desc, p.rank nulls last, array_position(${memberIds}::uuid[], p.unit_id), p.recipient_name, p.id`.execute(
    db,
  )
  return found.rows.map((row) => ({
    ...row,
    awardName: awardName(row.awardCode, row.printedWording),
    receiver: receiverOf(row),
  }))
}

type Named = {
  readonly printedWording: string
  readonly unitName: string | null
  readonly nameWithheld: boolean
}

function receiverOf(row: Named & Pick<ProposalFacts, 'recipient' | 'recipientName'>): string {
  if (row.nameWithheld)
    return row.recipient === 'collective' ? 'Đơn vị (chưa nêu tên)' : 'Cá nhân (chưa nêu tên)'
  if (row.recipient === 'collective') return row.unitName ?? row.recipientName
  return [row.recipientName, row.unitName ?? ''].filter((part) => part !== '').join(', ')
}

/** Awards of the receivers in earlier years, newest first. */
export type EarlierFacts = {
  readonly unitId: string | null
  readonly recipientName: string
  readonly awardCode: AwardCode
  readonly awardName: string
  readonly kind: 'flag' | 'certificate' | 'title' | 'letter'
  readonly year: number
  readonly decisionNumber: string
  readonly decidedOn: string | null
  readonly decidedBy: string
  readonly illustrative: boolean
}

export async function listEarlierAwards(db: Reading, year: BlocYear): Promise<readonly EarlierFacts[]> {
  const found = await sql<Omit<EarlierFacts, 'awardName'> & { readonly printedWording: string }>`
    select r.unit_id, r.recipient_name, r.award_code, r.printed_wording, a.kind, r.year, r.decision_number, r.decided_on,
      r.decided_by, r.illustrative
    from award_record r join award a on a.code = r.award_code
    where r.province_id = ${year.province.id} and r.year < ${year.year}
    order by r.year desc, a.position desc, r.id`.execute(db)
  return found.rows.map((row) => ({ ...row, awardName: awardName(row.awardCode, row.printedWording) }))
}

/** The submission of the year that was sent last. */
export type SubmissionFacts = {
  readonly number: string
  readonly sentOn: string
  readonly addressee: string
  readonly leftOutReason: string
}

export async function findSubmission(db: Reading, blocYearId: string): Promise<SubmissionFacts | undefined> {
  return db
    .selectFrom('submission')
    .select(['number', 'sentOn', 'addressee', 'leftOutReason'])
    .where('blocYearId', '=', blocYearId)
    .orderBy('sentOn', 'desc')
    .orderBy('createdAt', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** The yearly rating of a unit and of its party organisation. */
export type RatingFacts = {
  readonly subject: 'unit' | 'party'
  readonly level: 'excellent' | 'good' | 'completed' | 'not_completed'
  readonly decidedBy: string
  readonly decision: string
  readonly decidedOn: string | null
  readonly illustrative: boolean
}

export async function listRatings(
  db: Reading,
  unitId: string,
  year: number,
): Promise<readonly RatingFacts[]> {
  const found = await sql<RatingFacts>`
    select subject, coalesce(downgraded_to, level) as level, decided_by, decision, decided_on, illustrative
    from rating where unit_id = ${unitId} and year = ${year} order by subject desc`.execute(db)
  return found.rows
}
