import { action, type Deed, done } from '../../actions/action.ts'
import type { FieldFault } from '../../actions/failure.ts'
import { refuse, refuseField } from '../../actions/failure.ts'
import type { Reading, Writing } from '../../db/database.ts'
import { may, type Scope } from '../../domain/permissions/index.ts'
import { type CheckedFile, checkFile } from '../../files/check.ts'
import { storeFile } from '../../files/files.store.ts'
import type { Upload } from '../../http/form.ts'
import { findYearById, scopeOfYear, yearScope } from '../../scopes/scopes.store.ts'
import {
  findReadingOfFile,
  insertReading,
  keepOutcome,
  lockReading,
  moveReading,
  type ReadOutcome,
  settleReading,
  yearIdOf,
} from './reading.store.ts'

export type KeepReportsInput = {
  readonly blocYearId: string
  /** The unit whose reports they are; null for reports of the bloc. */
  readonly unitId: string | null
  readonly files: readonly Upload[]
}

/** A file that was not taken, and why. */
export type RefusedFile = FieldFault

/** Most files in one go. */
export const MOST_FILES = 30

const KINDS = new Set(['pdf', 'docx', 'xlsx', 'doc', 'txt', 'html', 'htm'])

/** Reports come in as files and are kept; they are read afterwards. A file that cannot be taken does not hold up the others. */
export const keepReports = action({
  permission: 'result.write',
  audit: 'reports.kept',
  scope: (db, input: KeepReportsInput, today) =>
    yearScope(db, input.blocYearId, today, input.unitId ?? undefined),
  run: async (trx, input, deed) => {
    if (input.unitId && !deed.scope.year?.memberUnitIds.includes(input.unitId)) return refuse('not_found')
    if (input.files.length === 0) return refuseField('files', 'file_required')
    if (input.files.length > MOST_FILES) return refuseField('files', 'too_many_files', String(MOST_FILES))
    const refused: RefusedFile[] = []
    const fileIds: string[] = []
    for (const upload of input.files) {
      const file = await reportFile(upload)
      if ('code' in file) refused.push(file)
      else fileIds.push(await keepOne(trx, file, input, deed))
    }
    const [first] = refused
    if (fileIds.length === 0 && first) return refuseField('files', first.code, ...(first.params ?? []))
    return done(
      { fileIds, refused },
      { entity: 'reading', entityId: fileIds[0] ?? '', after: { files: input.files.map((one) => one.name) } },
    )
  },
})

async function reportFile(upload: Upload): Promise<CheckedFile | RefusedFile> {
  const file = await checkFile(upload, 'files')
  if (!file.ok) return file.error.fields?.files ?? { code: 'file_kind_unknown', params: [upload.name] }
  const ending = file.value.name.split('.').at(-1)?.toLowerCase() ?? ''
  return KINDS.has(ending) ? file.value : { code: 'report_kind_unknown', params: [file.value.name] }
}

async function keepOne(
  trx: Writing,
  file: CheckedFile,
  { blocYearId, unitId }: KeepReportsInput,
  deed: Deed,
): Promise<string> {
  const { provinceId = null, blocId = null } = deed.scope
  const owner = { provinceId, blocId, unitId, uploadedBy: deed.accountId }
  const stored = await storeFile(trx, file, owner)
  await insertReading(trx, { blocYearId, unitId, fileId: stored.id, createdBy: deed.accountId })
  return stored.id
}

export type NoteFactsInput = { readonly fileId: string; readonly outcome: ReadOutcome }

/**
 * Keeps what was read in a report. A report of another year of the same bloc goes to that year when whoever handed it in
 * may write there.
 */
export const noteFacts = action({
  permission: 'result.write',
  audit: 'report.read',
  scope: (db, input: NoteFactsInput, today) => readingScope(db, input.fileId, today),
  run: async (trx, { fileId, outcome }, deed) => {
    const reading = await lockReading(trx, fileId)
    if (reading?.state !== 'waiting') return refuse('reading_settled')
    const year = 'facts' in outcome ? outcome.facts.year : null
    const ownYear = year === null ? undefined : await writableYear(trx, year, reading.unitId, deed)
    await keepOutcome(trx, reading.id, ownYear ?? reading.blocYearId, outcome)
    const after =
      'facts' in outcome ? { year, figures: outcome.facts.indicators.length } : { refusal: outcome.refusal }
    return done({ moved: ownYear !== undefined }, { entity: 'reading', entityId: reading.id, after })
  },
})

export type MoveReportInput = { readonly fileId: string; readonly year: number }

/** A report goes to another year of the bloc, before anything of it was saved. */
export const moveReport = action({
  permission: 'result.write',
  audit: 'report.moved',
  scope: (db, input: MoveReportInput, today) => readingScope(db, input.fileId, today),
  run: async (trx, { fileId, year }, deed) => {
    const reading = await lockReading(trx, fileId)
    if (reading?.state !== 'to_confirm') return refuse('reading_settled')
    const blocYearId = await writableYear(trx, year, reading.unitId, deed)
    if (!blocYearId) return refuse('year_not_yours', String(year))
    await moveReading(trx, reading.id, blocYearId)
    return done(
      { year },
      { entity: 'reading', entityId: reading.id, before: { year: reading.year }, after: { year } },
    )
  },
})

export type DropReportInput = { readonly fileId: string }

/** Nothing of a report is saved; the file stays. */
export const dropReport = action({
  permission: 'result.write',
  audit: 'report.dropped',
  scope: (db, input: DropReportInput, today) => readingScope(db, input.fileId, today),
  run: async (trx, { fileId }, deed) => {
    const reading = await lockReading(trx, fileId)
    if (!reading || reading.state === 'confirmed' || reading.state === 'dropped')
      return refuse('reading_settled')
    const settled = {
      state: 'dropped',
      decisions: [],
      settledBy: deed.accountId,
      settledAt: deed.now,
    } as const
    await settleReading(trx, reading.id, settled)
    return done({}, { entity: 'reading', entityId: reading.id })
  },
})

/** The scope of rights over a report that was handed in. */
export async function readingScope(db: Reading, fileId: string, today: string): Promise<Scope | undefined> {
  const reading = await findReadingOfFile(db, fileId)
  return reading && yearScope(db, reading.blocYearId, today, reading.unitId ?? undefined)
}

/** Another year of the bloc, when whoever acts may write there too. */
async function writableYear(
  trx: Reading,
  year: number,
  unitId: string | null,
  deed: Deed,
): Promise<string | undefined> {
  const blocYearId = await yearIdOf(trx, deed.scope.blocId ?? '', year)
  const blocYear = blocYearId ? await findYearById(trx, blocYearId, deed.today) : undefined
  if (!blocYear || (unitId && !blocYear.members.some((one) => one.id === unitId))) return undefined
  return may(deed.actor, 'result.write', scopeOfYear(blocYear, unitId ?? undefined)).ok
    ? blocYear.id
    : undefined
}
