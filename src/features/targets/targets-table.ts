import type { FieldFault } from '../../actions/failure.ts'
import { err, ok, type Result } from '../../domain/result.ts'
import { completionLevels } from '../../domain/targets/index.ts'
import { fold, parseDate } from '../../domain/vietnamese/index.ts'
import { optionalQuantity, type TypedQuantity } from '../../http/quantity-field.ts'
import type { Grid } from '../../spreadsheets/grid.ts'
import type { ImportInput } from '../../spreadsheets/import-source.ts'
import { type FoundRow, findTable, type TableShape, type Where } from '../../spreadsheets/table.ts'
import { findNamed } from '../../spreadsheets/words.ts'
import type { IndicatorRow } from './indicators.store.ts'
import { type Setter, setters } from './setters.ts'
import type { TargetInput } from './targets.actions.ts'
import { type Rule, ruleNames, ruleOf, targetInput } from './targets.forms.ts'
import { targetsWords } from './targets.messages.ts'
import type { TargetRow } from './targets.store.ts'

/** Columns of the sheet of targets. */
export type TargetColumn =
  | 'code'
  | 'name'
  | 'unit'
  | 'lastYear'
  | 'rule'
  | 'value'
  | 'setBy'
  | 'basis'
  | 'note'
  | 'reason'

export const targetsShape: TableShape<TargetColumn> = {
  columns: [
    { key: 'code', titles: ['Mã', 'Mã chỉ số', 'Code'] },
    { key: 'name', titles: ['Chỉ số', 'Chỉ tiêu', 'Tên chỉ tiêu', 'Nội dung', 'Indicator'] },
    { key: 'unit', titles: ['Đơn vị tính', 'ĐVT', 'Unit'] },
    { key: 'lastYear', titles: ['Năm trước', 'Thực hiện năm trước', 'Last year'] },
    { key: 'rule', titles: ['Cách đánh giá', 'Cách tính', 'How it is judged'] },
    { key: 'value', titles: ['Mức giao', 'Kế hoạch', 'Chỉ tiêu giao', 'Mức', 'Target'] },
    { key: 'setBy', titles: ['Cơ quan giao', 'Ai giao', 'Set by'] },
    { key: 'basis', titles: ['Văn bản giao', 'Văn bản', 'Căn cứ', 'Basis'] },
    { key: 'note', titles: ['Ghi chú', 'Note'] },
    { key: 'reason', titles: ['Lý do giữ nguyên số', 'Lý do', 'Reason'] },
  ],
  needs: [['code', 'name'], ['value']],
  short: { 2: ['name', 'value'], 3: ['name', 'unit', 'value'], 4: ['code', 'name', 'unit', 'value'] },
}

/** One line that belongs to an indicator. */
export type TargetLine = {
  readonly where: Where
  readonly indicator: IndicatorRow
  readonly current: TargetRow | undefined
  readonly typed: string
  readonly input: Result<TargetInput, FieldFault>
}

export type TargetLines = {
  readonly lines: readonly TargetLine[]
  readonly empty: number
  readonly strays: readonly { readonly where: Where; readonly fault: FieldFault }[]
  readonly strangeColumns: readonly string[]
  readonly otherSheets: readonly string[]
}

/** Reads the targets of a filled template, or of pasted lines. What a line leaves out of a stored target stays. */
export function readTargetLines(
  grids: readonly Grid[],
  indicators: readonly IndicatorRow[],
  current: readonly TargetRow[],
  { mended, reasons }: Pick<ImportInput, 'mended' | 'reasons'>,
): Result<TargetLines, FieldFault> {
  const table = findTable(grids, targetsShape)
  if (!table) return err({ code: 'workbook_no_table', params: ['Chỉ số, Mức giao'] })
  const stored = new Map(current.map((one) => [one.indicatorId, one]))
  const find = findNamed(indicators, new Set(stored.keys()))
  const lines: TargetLine[] = []
  const strays: { where: Where; fault: FieldFault }[] = []
  const seen = new Map<string, Where>()
  let empty = 0
  for (const row of table.rows) {
    if (!row.cells.value && !row.cells.rule) {
      if (row.cells.code) empty++
      continue
    }
    const found = find(row.cells.code?.text ?? '', row.cells.name?.text ?? '')
    const twice = found.ok ? seen.get(found.value.id) : undefined
    if (!found.ok) strays.push({ where: row.where, fault: found.error })
    else if (twice)
      strays.push({ where: row.where, fault: { code: 'row_twice', params: [String(twice.row)] } })
    else {
      const { id } = found.value
      seen.set(id, row.where)
      lines.push(lineOf(row, found.value, stored.get(id), mended[id], reasons[id]))
    }
  }
  const { strangeColumns, otherSheets } = table
  return ok({ lines, empty, strays, strangeColumns, otherSheets })
}

function lineOf(
  { cells, where }: FoundRow<TargetColumn>,
  indicator: IndicatorRow,
  current: TargetRow | undefined,
  mended: string | undefined,
  reason: string | undefined,
): TargetLine {
  const cell = mended === undefined ? cells.value : { text: mended, where }
  const typed = cell?.text ?? ''
  const input = cell?.fault
    ? err({ code: cell.fault, params: [typed] })
    : inputOf(cells, typed, indicator, current, reason)
  return { where: cells.value?.where ?? where, indicator, current, typed, input }
}

function inputOf(
  cells: FoundRow<TargetColumn>['cells'],
  typed: string,
  indicator: IndicatorRow,
  current: TargetRow | undefined,
  reason: string | undefined,
): Result<TargetInput, FieldFault> {
  const rule = ruleIn(cells.rule?.text ?? '', typed, indicator, current)
  if (!rule) return unreadable(cells.rule?.text ?? '', 'rule_', ruleNames)
  const setBy = setterIn(cells.setBy?.text, current)
  if (!setBy) return unreadable(cells.setBy?.text ?? '', 'setBy_', setters)
  const amount = amountOf(typed, rule)
  if (!amount.ok) return amount
  return ok(
    targetInput({
      rule,
      valueMax: null,
      byDate: null,
      level: '',
      value: null,
      ...amount.value,
      unitOfMeasure: cells.unit?.text ?? current?.unitOfMeasure ?? '',
      baseValue: current?.baseValue ?? null,
      baseYear: current?.baseYear ?? null,
      printed: current?.printed ?? '',
      comparisons: current?.comparisons ?? [],
      setBy,
      setByNote: current?.setByNote ?? '',
      basis: cells.basis?.text ?? current?.basis ?? '',
      note: cells.note?.text ?? current?.note ?? '',
      suspiciousReason: reason || (cells.reason?.text ?? current?.suspiciousReason ?? ''),
      channel: 'screen',
    }),
  )
}

type Amount = {
  readonly value?: TypedQuantity | null
  readonly byDate?: string
  readonly level?: '1' | '2' | '3' | '4'
}

/** What the cell of a target says, by its rule. */
function amountOf(typed: string, rule: Rule): Result<Amount, FieldFault> {
  if (rule === 'yes_no' || rule === 'not_assigned') return ok({})
  if (rule === 'by_date' || rule === 'before') {
    const day = parseDate(typed)
    return day.ok ? ok({ byDate: day.value }) : err({ code: 'date_unreadable', params: [typed] })
  }
  if (rule === 'level') {
    const at = completionLevels.findIndex(
      (level) => fold(level.vi) === fold(typed) || fold(level.en) === fold(typed),
    )
    const level = at >= 0 ? String(at + 1) : typed
    const isLevel = (text: string): text is '1' | '2' | '3' | '4' => ['1', '2', '3', '4'].includes(text)
    if (isLevel(level)) return ok({ level })
    return err({
      code: 'choice_unreadable',
      params: [typed, completionLevels.map((one) => one.vi).join(', ')],
    })
  }
  const read = quantity.safeParse(typed)
  if (read.success) return ok({ value: read.data })
  const [code = 'number_unreadable', ...params] = (read.error.issues[0]?.message ?? '').split('|')
  return err({ code, params })
}

const quantity = optionalQuantity()

/** The rule a line names; else that of the stored target; else what the indicator suggests. */
function ruleIn(
  words: string,
  typed: string,
  { kind, direction }: IndicatorRow,
  current: TargetRow | undefined,
): Rule | undefined {
  if (fold(typed) === 'khong giao' || fold(typed) === 'not assigned') return 'not_assigned'
  if (words !== '') {
    const named = ruleNames.find((name) => isNamed(words, `rule_${name}`) || fold(words) === name)
    // A template of a stored target names its rule; "không giao" no longer holds once a number is typed.
    return named === 'not_assigned' && typed !== '' ? 'at_least' : named
  }
  if (current && (current.kind !== 'not_assigned' || typed === '')) return ruleOf(current)
  if (kind === 'date') return 'by_date'
  if (kind === 'yes_no') return 'yes_no'
  return direction === 'down' ? 'at_most' : 'at_least'
}

function setterIn(words: string | undefined, current: TargetRow | undefined): Setter | undefined {
  if (words === undefined) return current?.setBy ?? 'own'
  return setters.find((name) => isNamed(words, `setBy_${name}`))
}

type NamedWord = `rule_${Rule}` | `setBy_${Setter}`

function isNamed(words: string, key: NamedWord): boolean {
  return (['vi', 'en'] as const).some((lang) => fold(targetsWords(lang)[key]) === fold(words))
}

function unreadable<T extends Rule | Setter>(
  words: string,
  prefix: 'rule_' | 'setBy_',
  offered: readonly T[],
): Result<never, FieldFault> {
  const names = offered.map((one) => targetsWords('vi')[`${prefix}${one}` as NamedWord])
  return err({ code: 'choice_unreadable', params: [words, names.join('; ')] })
}

/** What the rule of a stored target is called in a template. */
export function ruleWords(target: TargetRow, lang: 'vi' | 'en'): string {
  const rule = ruleOf(target)
  return targetsWords(lang)[`rule_${rule}`]
}
