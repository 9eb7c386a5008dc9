import type { FieldFault } from '../../actions/failure.ts'
import { err, ok, type Result } from '../../domain/result.ts'
import { completionLevels } from '../../domain/targets/index.ts'
import { fold, parseDate } from '../../domain/vietnamese/index.ts'
import { optionalQuantity, type TypedQuantity } from '../../http/quantity-field.ts'
import type { Grid } from '../../spreadsheets/grid.ts'
import type { ImportInput } from '../../spreadsheets/import-source.ts'
import {
  type FoundCell,
  type FoundRow,
  findTable,
  type TableShape,
  type Where,
} from '../../spreadsheets/table.ts'
import { findNamed, yesNoOf } from '../../spreadsheets/words.ts'
import { sameOwner } from './figure-neighbours.ts'
import type { FigureInput } from './record-figure.ts'
import type { IndicatorRow, Owner, ResultRow, TargetRow } from './results.store.ts'

/** Columns of the sheet of figures. */
export type FigureColumn =
  | 'code'
  | 'name'
  | 'unit'
  | 'lastYear'
  | 'target'
  | 'value'
  | 'estimate'
  | 'asOf'
  | 'narrative'
  | 'reason'

export const figuresShape: TableShape<FigureColumn> = {
  columns: [
    { key: 'code', titles: ['Mã', 'Mã chỉ số', 'Code'] },
    { key: 'name', titles: ['Chỉ số', 'Chỉ tiêu', 'Tên chỉ tiêu', 'Tiêu chí', 'Nội dung', 'Indicator'] },
    { key: 'unit', titles: ['Đơn vị tính', 'ĐVT', 'Unit'] },
    { key: 'lastYear', titles: ['Năm trước', 'Cùng kỳ', 'Last year'] },
    { key: 'target', titles: ['Kế hoạch', 'Chỉ tiêu giao', 'Target'] },
    { key: 'value', titles: ['Kết quả', 'Kết quả thực hiện', 'Thực hiện', 'Số liệu', 'Result'] },
    { key: 'estimate', titles: ['Ước', 'Là số ước', 'Số ước', 'Estimate'] },
    { key: 'asOf', titles: ['Tính đến ngày', 'Ngày', 'As of'] },
    { key: 'narrative', titles: ['Diễn giải', 'Ghi chú', 'In words'] },
    { key: 'reason', titles: ['Lý do giữ nguyên số', 'Lý do', 'Reason'] },
  ],
  needs: [['code', 'name'], ['value']],
  short: { 2: ['name', 'value'], 3: ['name', 'unit', 'value'], 4: ['code', 'name', 'unit', 'value'] },
}

/** What a line says of a figure; what it leaves out stays as it is. */
export type FigurePatch = Partial<FigureInput> & Pick<FigureInput, 'indicatorId'>

/** One line that belongs to an indicator. */
export type FigureLine = {
  readonly where: Where
  readonly indicator: IndicatorRow
  /** What stands in the cell of the result, or was typed in its place. */
  readonly typed: string
  readonly figure: Result<FigurePatch, FieldFault>
}

export type FigureLines = {
  readonly lines: readonly FigureLine[]
  /** Lines without a result. */
  readonly empty: number
  readonly strays: readonly { readonly where: Where; readonly fault: FieldFault }[]
  readonly strangeColumns: readonly string[]
  readonly otherSheets: readonly string[]
}

type Known = {
  readonly indicators: readonly IndicatorRow[]
  readonly targets: readonly TargetRow[]
  readonly results: readonly ResultRow[]
}

/** Reads the figures of a filled template, or of pasted lines; nothing is held against stored figures yet. */
export function readFigureLines(
  grids: readonly Grid[],
  known: Known,
  owner: Owner,
  { mended, reasons }: Pick<ImportInput, 'mended' | 'reasons'>,
): Result<FigureLines, FieldFault> {
  const table = findTable(grids, figuresShape)
  if (!table) return err({ code: 'workbook_no_table', params: ['Chỉ số, Kết quả'] })
  const targets = known.targets.filter((one) => sameOwner(one, owner))
  const results = known.results.filter((one) => sameOwner(one, owner))
  const concerned = new Set([...targets, ...results].map((one) => one.indicatorId))
  const offered = known.indicators.filter((one) => one.isCurrent || concerned.has(one.id))
  const find = findNamed(offered, concerned)
  const levels = new Set(targets.filter((one) => one.kind === 'level').map((one) => one.indicatorId))
  const lines: FigureLine[] = []
  const strays: { where: Where; fault: FieldFault }[] = []
  const seen = new Map<string, Where>()
  let empty = 0
  for (const row of table.rows) {
    if (!row.cells.value && !row.cells.narrative) {
      if (row.cells.code) empty++
      continue
    }
    const found = find(row.cells.code?.text ?? '', row.cells.name?.text ?? '')
    const twice = found.ok ? seen.get(found.value.id) : undefined
    if (!found.ok) strays.push({ where: row.where, fault: found.error })
    else if (twice)
      strays.push({ where: row.where, fault: { code: 'row_twice', params: [String(twice.row)] } })
    else {
      const indicator = found.value
      seen.set(indicator.id, row.where)
      const asksLevel = levels.has(indicator.id)
      lines.push(lineOf(row, indicator, asksLevel, mended[indicator.id], reasons[indicator.id]))
    }
  }
  const { strangeColumns, otherSheets } = table
  return ok({ lines, empty, strays, strangeColumns, otherSheets })
}

function lineOf(
  { cells, where }: FoundRow<FigureColumn>,
  indicator: IndicatorRow,
  asksLevel: boolean,
  mended: string | undefined,
  reason: string | undefined,
): FigureLine {
  const cell = mended === undefined ? cells.value : { text: mended, where }
  const typed = cell?.text ?? ''
  const figure = cell?.fault
    ? err({ code: cell.fault, params: [typed] })
    : figureOfCells(cells, typed, indicator, asksLevel, reason)
  return { where: cells.value?.where ?? where, indicator, typed, figure }
}

function figureOfCells(
  cells: FoundRow<FigureColumn>['cells'],
  typed: string,
  indicator: IndicatorRow,
  asksLevel: boolean,
  reason: string | undefined,
): Result<FigurePatch, FieldFault> {
  const value = resultOf(typed, indicator, asksLevel)
  if (!value.ok) return value
  const asOf = dayIn(cells.asOf)
  if (!asOf.ok) return asOf
  const estimate = cells.estimate ? yesNoOf(cells.estimate.text) : false
  if (estimate === undefined) return err({ code: 'yes_no_unreadable', params: [cells.estimate?.text ?? ''] })
  const { isEstimate, unitOfMeasure, ...rest } = value.value
  const unit = unitOfMeasure || cells.unit?.text || ''
  const overrideReason = reason || cells.reason?.text
  return ok({
    indicatorId: indicator.id,
    ...rest,
    ...(rest.value == null || indicator.kind === 'narrative' ? {} : { unitOfMeasure: unit }),
    ...(cells.estimate || isEstimate ? { isEstimate: estimate || isEstimate } : {}),
    ...(asOf.value ? { asOf: asOf.value } : {}),
    ...(cells.narrative ? { narrative: cells.narrative.text } : {}),
    ...(overrideReason ? { overrideReason } : {}),
  })
}

type Typed = Partial<TypedQuantity> & {
  readonly asOf?: string
  readonly narrative?: string
}

/** What the cell of a result says, by the kind of the indicator. */
function resultOf(
  typed: string,
  { kind }: IndicatorRow,
  asksLevel: boolean,
): Result<Typed & { readonly isEstimate: boolean }, FieldFault> {
  if (kind === 'narrative' || typed === '') {
    return ok({ isEstimate: false, ...(typed === '' ? {} : { narrative: typed }) })
  }
  if (kind === 'date') {
    const day = parseDate(typed)
    return day.ok
      ? ok({ value: '1', asOf: day.value, isEstimate: false })
      : err({ code: 'date_unreadable', params: [typed] })
  }
  if (asksLevel) {
    const level = levelOf(typed)
    const offered = completionLevels.map((one) => one.vi).join(', ')
    return level
      ? ok({ value: level, isEstimate: false })
      : err({ code: 'choice_unreadable', params: [typed, offered] })
  }
  if (kind === 'yes_no') {
    const answer = yesNoOf(typed)
    return answer === undefined
      ? err({ code: 'yes_no_unreadable', params: [typed] })
      : ok({ value: answer ? '1' : '0', isEstimate: false })
  }
  const read = quantity.safeParse(typed)
  if (read.success) return ok(read.data ?? { isEstimate: false })
  const [code = 'number_unreadable', ...params] = (read.error.issues[0]?.message ?? '').split('|')
  return err({ code, params })
}

const quantity = optionalQuantity()

function levelOf(typed: string): string | undefined {
  const words = fold(typed)
  const at = completionLevels.findIndex((level) => fold(level.vi) === words)
  if (at >= 0) return String(at + 1)
  return ['1', '2', '3', '4'].includes(typed) ? typed : undefined
}

function dayIn(cell: FoundCell | undefined): Result<string | undefined, FieldFault> {
  if (!cell) return ok(undefined)
  const day = parseDate(cell.text)
  return day.ok ? ok(day.value) : err({ code: 'date_unreadable', params: [cell.text] })
}
