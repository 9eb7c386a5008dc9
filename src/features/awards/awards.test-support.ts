import type { Database } from '../../db/database.ts'
import type { RecordOutcomeInput } from './outcome.actions.ts'
import type { ProposeAwardInput } from './propose.actions.ts'
import type { SubmitProposalsInput } from './submit.actions.ts'

/** What the tests of proposals need of their little world. */
type Place = { readonly blocYearId: string; readonly unitIds: readonly string[] }

/** A certificate for the first unit, by score. */
export function proposalInput(place: Place, change: Partial<ProposeAwardInput> = {}): ProposeAwardInput {
  return {
    blocYearId: place.blocYearId,
    awardCode: 'bang_khen_chu_tich_tinh',
    recipient: 'collective',
    unitId: place.unitIds[0] ?? null,
    recipientName: '',
    printedWording: '',
    mode: 'score',
    departureReason: '',
    overrideReason: '',
    proposedOn: '2026-12-05',
    ...change,
  }
}

/** The tờ trình of the bloc, on paper. */
export function submissionInput(
  place: Place,
  change: Partial<SubmitProposalsInput> = {},
): SubmitProposalsInput {
  return {
    blocYearId: place.blocYearId,
    movementId: null,
    sentOn: '2026-12-08',
    addressee: 'Hội đồng Thi đua - Khen thưởng tỉnh',
    number: '15/TTr-KTĐ',
    channel: 'paper',
    leftOutReason: '',
    note: '',
    ...change,
  }
}

/** A decision of the chair of the province. */
export function outcomeInput(
  proposalId: string,
  change: Partial<RecordOutcomeInput> = {},
): RecordOutcomeInput {
  return {
    proposalIds: [proposalId],
    outcome: 'granted',
    on: '2026-12-18',
    reason: '',
    number: '1511/QĐ-UBND',
    issuer: 'Chủ tịch UBND tỉnh Bắc Ninh',
    channel: 'paper',
    ...change,
  }
}

/** Freezes a ranking of four units: 98,5; 97; 96; 90 points. */
export async function freezeRankingOf(db: Database, place: Place): Promise<void> {
  const table = await db
    .insertInto('scoreTable')
    .values({ blocYearId: place.blocYearId, total: '100', state: 'frozen' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const rows = ['98.5', '97', '96', '90'].map((total, index) => ({
    unitId: place.unitIds[index],
    rank: index + 1,
    total,
  }))
  await db
    .insertInto('ranking')
    .values({ scoreTableId: table.id, layer: 'final', rows: JSON.stringify(rows), fingerprint: 'x' })
    .execute()
}

const tables = [
  'awardRecord',
  'proposal',
  'submission',
  'bar',
  'registration',
  'unitStep',
  'rating',
  'ruleValue',
  'ranking',
  'scoreTable',
  'pollCount',
  'candidate',
  'poll',
  'conference',
] as const

/** Nothing proposed, ranked or voted yet. */
export async function emptyAwards(db: Database): Promise<void> {
  for (const table of tables) await db.deleteFrom(table).execute()
}
