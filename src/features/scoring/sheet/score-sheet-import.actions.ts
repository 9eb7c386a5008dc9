import { action, done } from '../../../actions/action.ts'
import { refuse, refuseField } from '../../../actions/failure.ts'
import { keepAttachment } from '../../../files/keep.ts'
import { gridsOf, type ImportInput } from '../../../spreadsheets/import-source.ts'
import { listScores } from '../scores.store.ts'
import { findTable } from '../table/table.store.ts'
import { mergedEntries, readScoreLines } from './score-sheet-table.ts'
import { ofUnit, saveSelfScores, type UnitSheet } from './sheet.actions.ts'
import { lineField } from './sheet.ts'

export type ImportSelfScoresInput = UnitSheet & ImportInput

/** The points of a spreadsheet are put into the sheet of a unit, which is then saved as a whole by its own rules. */
export const importSelfScores = action({
  permission: 'score.self',
  audit: 'score.self_imported',
  scope: ofUnit<ImportSelfScoresInput>,
  run: async (trx, input, deed) => {
    const { blocYearId, unitId, source, stamp } = input
    const table = await findTable(trx, blocYearId)
    if (!table) return refuse('score_table_missing')
    const grids = gridsOf(source)
    if (!grids.ok) return refuse(grids.error.code, ...(grids.error.params ?? []))
    const read = readScoreLines(grids.value, table, input)
    if (!read.ok) return refuse(read.error.code, ...(read.error.params ?? []))
    const { lines, strays } = read.value
    const [stray] = strays
    if (stray) return refuse(stray.fault.code, ...(stray.fault.params ?? []))
    for (const { row, entry } of lines) {
      if (!entry.ok)
        return refuseField(lineField.points(row.code), entry.error.code, ...(entry.error.params ?? []))
    }
    const entries = mergedEntries(table, await listScores(trx, table.id, unitId), lines)
    const channel = source.kind === 'file' ? ('file' as const) : ('screen' as const)
    const opened = stamp === '' ? {} : { stamp }
    const saved = await saveSelfScores.run(trx, { blocYearId, unitId, entries, channel, ...opened }, deed)
    if (!saved.ok) return saved
    const { provinceId = null, blocId = null } = deed.scope
    const owner = { provinceId, blocId, unitId, uploadedBy: deed.accountId }
    const kept = await keepAttachment(trx, source.kind === 'file' ? source : null, 'file', owner)
    if (!kept.ok) return kept
    return done({ ...saved.value.value, written: lines.length }, saved.value.trace)
  },
})
