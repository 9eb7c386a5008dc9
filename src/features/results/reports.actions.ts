import { action, done } from '../../actions/action.ts'
import { refuse, refuseField, refuseStale } from '../../actions/failure.ts'
import type { Reading } from '../../db/database.ts'
import { checkFile } from '../../files/check.ts'
import { storeFile } from '../../files/files.store.ts'
import type { Upload } from '../../http/form.ts'
import { unitScope, yearScope } from '../../scopes/scopes.store.ts'
import { acceptStep, beginStep, returnStep, sendStep } from '../../steps/step-moves.ts'
import { findStep, type StepChannel } from '../../steps/steps.store.ts'
import { type NarrativePart, type RatingLevel, type ReportStep, ratingLevels } from './report-parts.ts'
import {
  insertEvidence,
  listEvidence,
  listNarratives,
  listRatings,
  lockNarrative,
  downgradeRating as lowerRating,
  putNarrative,
  putRating,
  withdrawEvidenceRow,
} from './reports.store.ts'
import { findResult, listResults } from './results.store.ts'

export type WriteNarrativeInput = {
  readonly blocYearId: string
  /** The unit that writes; null for the report of the bloc. */
  readonly unitId: string | null
  /** The field of work it is about; null for the whole. */
  readonly fieldCode: string | null
  readonly part: NarrativePart
  /** Id of the period; '' for the whole year. */
  readonly period: string
  readonly body: string
  readonly channel?: StepChannel
  /** Version the form was opened on; 0 when nothing was written. */
  readonly version?: number
}

/** A written part of a report: context, shortcomings, causes, tasks, requests. */
export const writeNarrative = action({
  permission: 'result.write',
  audit: 'narrative.written',
  scope: (db, input: WriteNarrativeInput, today) =>
    yearScope(db, input.blocYearId, today, input.unitId ?? undefined),
  run: async (trx, input, deed) => {
    const { blocYearId, unitId, fieldCode, part, period } = input
    const at = { blocYearId, unitId, fieldCode, part, period }
    await lockNarrative(trx, at)
    const current = (await listNarratives(trx, blocYearId, unitId)).find(
      (one) => one.fieldCode === fieldCode && one.part === part && one.period === period,
    )
    const body = input.body.trim()
    if (current?.body === body)
      return done({ narrativeId: current.id }, { entity: 'narrative', entityId: current.id })
    if (input.version !== undefined && input.version !== (current?.version ?? 0)) {
      return refuseStale([{ field: 'body', before: body, after: current?.body ?? '' }])
    }
    const channel = input.channel ?? 'screen'
    const narrativeId = await putNarrative(trx, at, {
      body,
      channel,
      onBehalf: deed.onBehalf,
      writtenBy: deed.accountId,
    })
    if (unitId) {
      const step = period.includes('H1') || period.includes('Q1') ? 'mid_report' : 'year_report'
      await beginStep(trx, { blocYearId, unitId, step }, channel, deed)
    }
    return done(
      { narrativeId },
      { entity: 'narrative', entityId: narrativeId, before: current?.body, after: { ...at, body } },
    )
  },
})

export type ReportAt = { readonly blocYearId: string; readonly unitId: string; readonly step: ReportStep }
export type SendReportInput = ReportAt & { readonly channel?: StepChannel }

/** The unit sends a report, or its evidence; also when it came on paper or as a file. */
export const sendReport = action({
  permission: 'report.send',
  audit: 'report.sent',
  scope: (db, input: SendReportInput, today) => yearScope(db, input.blocYearId, today, input.unitId),
  run: async (trx, input, deed) => {
    const { blocYearId, unitId, step, channel = 'screen' } = input
    const isOnScreen = channel === 'screen'
    const { blocId = '', year } = deed.scope
    if (isOnScreen && year && (await isBlank(trx, input, blocId, year.year))) return refuse('report_empty')
    return sendStep(trx, { blocYearId, unitId, step }, channel, deed)
  },
})

export type ReturnReportInput = ReportAt & { readonly reason: string }

/** The head gives a report back, with the reason the unit reads. */
export const returnReport = action({
  permission: 'report.decide',
  audit: 'report.returned',
  scope: (db, input: ReturnReportInput, today) => yearScope(db, input.blocYearId, today, input.unitId),
  run: (trx, { blocYearId, unitId, step, reason }, deed) =>
    returnStep(trx, { blocYearId, unitId, step }, reason, deed),
})

/** The head accepts a report. */
export const acceptReport = action({
  permission: 'report.decide',
  audit: 'report.accepted',
  scope: (db, input: ReportAt, today) => yearScope(db, input.blocYearId, today, input.unitId),
  run: (trx, { blocYearId, unitId, step }, deed) => acceptStep(trx, { blocYearId, unitId, step }, deed),
})

export type AddEvidenceInput = {
  readonly blocYearId: string
  readonly unitId: string
  readonly resultId: string
  readonly file: Upload
  readonly note?: string
}

/** A file is put beside a figure it proves. */
export const addEvidence = action({
  permission: 'result.write',
  audit: 'evidence.added',
  scope: (db, input: AddEvidenceInput, today) => yearScope(db, input.blocYearId, today, input.unitId),
  run: async (trx, input, deed) => {
    const { blocYearId, unitId, resultId, note = '' } = input
    const result = await findResult(trx, resultId)
    if (!result || result.unitId !== unitId || result.state !== 'current') return refuse('not_found')
    const file = await checkFile(input.file, 'file')
    if (!file.ok) return file
    const { provinceId = null, blocId = null } = deed.scope
    const stored = await storeFile(trx, file.value, {
      provinceId,
      blocId,
      unitId,
      uploadedBy: deed.accountId,
    })
    const added = { blocYearId, unitId, resultId, fileId: stored.id, note, addedBy: deed.accountId }
    const evidenceId = await insertEvidence(trx, added)
    await beginStep(trx, { blocYearId, unitId, step: 'evidence' }, 'screen', deed)
    return done(
      { evidenceId, fileId: stored.id },
      {
        entity: 'evidence',
        entityId: evidenceId,
        after: { resultId, name: stored.name, sha256: stored.sha256 },
      },
    )
  },
})

export type WithdrawEvidenceInput = {
  readonly blocYearId: string
  readonly unitId: string
  readonly evidenceId: string
}

/** A file is taken away from its figure. */
export const withdrawEvidence = action({
  permission: 'result.write',
  audit: 'evidence.withdrawn',
  scope: (db, input: WithdrawEvidenceInput, today) => yearScope(db, input.blocYearId, today, input.unitId),
  run: async (trx, input) => {
    if (!(await withdrawEvidenceRow(trx, input.evidenceId, input.unitId))) return refuse('not_found')
    return done({}, { entity: 'evidence', entityId: input.evidenceId })
  },
})

export type RateUnitInput = {
  /** The year of the bloc it is recorded from; null with `year` when the unit records it for itself. */
  readonly blocYearId: string | null
  readonly year?: number
  readonly unitId: string
  /** The unit, or its party organisation. */
  readonly subject: 'unit' | 'party'
  readonly level: RatingLevel
  readonly decidedBy: string
  readonly decision: string
  readonly decidedOn: string | null
  readonly version?: number
}

/** The yearly rating of a unit or its party organisation: an aim of the year and a bar to awards. */
export const rateUnit = action({
  permission: 'rating.write',
  audit: 'rating.recorded',
  scope: (db, input: RateUnitInput, today) => ratingScope(db, input, today),
  run: async (trx, input, deed) => {
    const year = deed.scope.year?.year ?? input.year
    if (year === undefined) return refuse('not_found')
    if (input.decidedOn && input.decidedOn > deed.today) return refuseField('decidedOn', 'decision_in_future')
    const { unitId, subject, level, decidedBy, decision, decidedOn } = input
    const rating = { unitId, year, subject, level, decidedBy, decision, decidedOn }
    const before = (await listRatings(trx, [unitId], year)).find((one) => one.subject === subject)
    if (before?.downgradedTo) return refuse('rating_downgraded')
    const ratingId = await putRating(trx, rating, input.version)
    if (!ratingId) return refuseStale([{ field: 'level', before: level, after: before?.level ?? '' }])
    return done({ ratingId }, { entity: 'rating', entityId: ratingId, before, after: rating })
  },
})

export type DowngradeRatingInput = {
  readonly blocYearId: string | null
  readonly year?: number
  readonly unitId: string
  readonly subject: 'unit' | 'party'
  readonly downgradedTo: 'good' | 'completed' | 'not_completed'
  readonly downgradedOn: string
  readonly reason: string
}

/** A rating is lowered later; the first one stays readable beside it. */
export const downgradeRating = action({
  permission: 'rating.write',
  audit: 'rating.downgraded',
  scope: (db, input: DowngradeRatingInput, today) => ratingScope(db, input, today),
  run: async (trx, input, deed) => {
    const year = deed.scope.year?.year ?? input.year
    const ratings = year === undefined ? [] : await listRatings(trx, [input.unitId], year)
    const before = ratings.find((one) => one.subject === input.subject)
    if (!before) return refuse('rating_missing')
    if (input.reason.trim() === '') return refuseField('reason', 'reason_required')
    const now = before.downgradedTo ?? before.level
    if (ratingLevels.indexOf(input.downgradedTo) <= ratingLevels.indexOf(now)) {
      return refuseField('downgradedTo', 'rating_not_lower')
    }
    const { downgradedTo, downgradedOn, reason } = input
    await lowerRating(trx, before.id, { downgradedTo, downgradedOn, downgradeReason: reason })
    return done(
      {},
      { entity: 'rating', entityId: before.id, before, after: { downgradedTo, downgradedOn }, reason },
    )
  },
})

function ratingScope(
  db: Reading,
  input: { readonly blocYearId: string | null; readonly unitId: string },
  today: string,
) {
  return input.blocYearId ? yearScope(db, input.blocYearId, today, input.unitId) : unitScope(db, input.unitId)
}

/** A report sent on screen says something: a figure or words for a report, a file for the evidence. */
async function isBlank(db: Reading, at: ReportAt, blocId: string, year: number): Promise<boolean> {
  if (at.step === 'evidence') return (await listEvidence(db, [at.unitId], year)).length === 0
  const step = await findStep(db, at.blocYearId, at.unitId, at.step)
  if (step) return false
  const results = await listResults(db, { blocId, unitIds: [at.unitId] }, year)
  return !results.some((one) => one.unitId === at.unitId && one.year === year)
}
