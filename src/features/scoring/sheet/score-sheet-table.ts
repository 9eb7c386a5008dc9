import type { FieldFault } from '../../../actions/failure.ts'
import { err, ok, type Result } from '../../../domain/result.ts'
import { fold, parseNumber } from '../../../domain/vietnamese/index.ts'
import type { Grid } from '../../../spreadsheets/grid.ts'
import type { ImportInput } from '../../../spreadsheets/import-source.ts'
import { type FoundRow, findTable, type TableShape, type Where } from '../../../spreadsheets/table.ts'
import { findNamed, yesNoOf } from '../../../spreadsheets/words.ts'
import type { ScoreRow } from '../scores.store.ts'
import type { CriterionRow, YearTable } from '../table/table-model.ts'
import { isJudged } from './proposal.ts'
import type { SheetEntries, SheetEntry } from './sheet.ts'

/** Columns of the sheet of self-scores. */
export type ScoreColumn = 'code' | 'name' | 'max' | 'rule' | 'proposed' | 'points' | 'exempt' | 'note'

export const scoresShape: TableShape<ScoreColumn> = {
  columns: [
    { key: 'code', titles: ['Mã', 'Mã tiêu chí', 'TT', 'Code'] },
    { key: 'name', titles: ['Tiêu chí', 'Nội dung', 'Nội dung tiêu chí', 'Criterion'] },
    { key: 'max', titles: ['Điểm tối đa', 'Điểm chuẩn', 'Maximum'] },
    { key: 'rule', titles: ['Cách chấm', 'Rule'] },
    { key: 'proposed', titles: ['Điểm theo số liệu', 'By the rule'] },
    { key: 'points', titles: ['Điểm tự chấm', 'Tự chấm', 'Điểm', 'Self-score'] },
    { key: 'exempt', titles: ['Không giao', 'Not assigned'] },
    { key: 'note', titles: ['Giải trình', 'Ghi chú', 'Lý do', 'Note'] },
  ],
  needs: [['code', 'name'], ['points']],
  short: { 2: ['code', 'points'], 3: ['code', 'points', 'note'] },
}

/** One line that belongs to a criterion. */
export type ScoreLine = {
  readonly where: Where
  readonly row: CriterionRow
  readonly typed: string
  readonly entry: Result<Pick<SheetEntry, 'points' | 'note' | 'exempt'>, FieldFault>
}

export type ScoreLines = {
  readonly lines: readonly ScoreLine[]
  readonly empty: number
  readonly strays: readonly { readonly where: Where; readonly fault: FieldFault }[]
  readonly strangeColumns: readonly string[]
  readonly otherSheets: readonly string[]
}

/** Reads the points of a filled template, or of pasted lines. */
export function readScoreLines(
  grids: readonly Grid[],
  table: YearTable,
  { mended, reasons }: Pick<ImportInput, 'mended' | 'reasons'>,
): Result<ScoreLines, FieldFault> {
  const found = findTable(grids, scoresShape)
  if (!found) return err({ code: 'workbook_no_table', params: ['Tiêu chí, Điểm tự chấm'] })
  const find = findNamed(table.leafRows, new Set())
  const headings = new Set(
    table.criteria.filter((row) => !table.leafRows.includes(row)).map((row) => row.code),
  )
  const lines: ScoreLine[] = []
  const strays: { where: Where; fault: FieldFault }[] = []
  const seen = new Map<string, Where>()
  let empty = 0
  for (const line of found.rows) {
    const code = line.cells.code?.text ?? ''
    const says = line.cells.points ?? line.cells.exempt ?? line.cells.note
    if (!says || headings.has(code)) {
      if (!headings.has(code) && code !== '') empty++
      continue
    }
    const named = find(code, line.cells.name?.text ?? '')
    const twice = named.ok ? seen.get(named.value.code) : undefined
    if (!named.ok) strays.push({ where: line.where, fault: named.error })
    else if (twice)
      strays.push({ where: line.where, fault: { code: 'row_twice', params: [String(twice.row)] } })
    else {
      const { code: key } = named.value
      seen.set(key, line.where)
      lines.push(lineOf(line, named.value, mended[key], reasons[key]))
    }
  }
  const { strangeColumns, otherSheets } = found
  return ok({ lines, empty, strays, strangeColumns, otherSheets })
}

function lineOf(
  { cells, where }: FoundRow<ScoreColumn>,
  row: CriterionRow,
  mended: string | undefined,
  reason: string | undefined,
): ScoreLine {
  const cell = mended === undefined ? cells.points : { text: mended, where }
  const typed = cell?.text ?? ''
  const common = { where: cells.points?.where ?? where, row, typed }
  if (cell?.fault) return { ...common, entry: err({ code: cell.fault, params: [typed] }) }
  const exempt = cells.exempt ? yesNoOf(cells.exempt.text) : false
  if (exempt === undefined) {
    return { ...common, entry: err({ code: 'yes_no_unreadable', params: [cells.exempt?.text ?? ''] }) }
  }
  const note = reason || cells.note?.text
  const noted = note === undefined ? {} : { note }
  if (exempt || fold(typed) === 'khong giao') return { ...common, entry: ok({ exempt: true, ...noted }) }
  if (typed === '') return { ...common, entry: ok(noted) }
  const parsed = parseNumber(typed.replace(/\s*điểm$/, ''))
  return {
    ...common,
    entry: parsed.ok
      ? ok({ points: parsed.value.toFixed(), ...noted })
      : err({ code: 'number_unreadable', params: [typed] }),
  }
}

/** The whole sheet with the lines of a file put in: what the file leaves out stays as it is. */
export function mergedEntries(
  table: YearTable,
  stored: readonly ScoreRow[],
  lines: readonly ScoreLine[],
): SheetEntries {
  const entries: Record<string, SheetEntry> = {}
  for (const { layer, code, points, reason, inputs, explanation } of stored) {
    if (layer !== 'self') continue
    const byRule = explanation.length > 0 && !isJudged(table.byCode.get(code)?.method ?? null)
    entries[code] = { points: byRule ? null : points, note: reason, inputs }
  }
  for (const { row, entry } of lines) {
    if (!entry.ok) continue
    const before = entries[row.code] ?? {}
    entries[row.code] = { ...before, ...entry.value }
  }
  return entries
}
