import type { CellStyle, ColumnDef, DataValidation, MergeRange, WriteSheet } from 'hucre/xlsx'
import { formatFor, numberFor, wordsOfFigure } from './figure-cell.ts'
import type { CellContent, SheetColumn, SheetModel, SheetRowKind, WorkbookModel } from './workbook.ts'

/** The bytes of a workbook. The library is loaded at the first one, so that starting costs nothing. */
export async function writeWorkbook(model: WorkbookModel): Promise<Uint8Array> {
  const { writeXlsx } = await import('hucre/xlsx')
  const lists: string[][] = []
  const names = sheetNames(model.sheets.map((sheet) => sheet.name))
  const sheets = model.sheets.map((sheet, index) => writeSheet(sheet, names[index] ?? '', lists))
  return writeXlsx({
    sheets: lists.length > 0 ? [...sheets, listSheet(lists)] : sheets,
    properties: { title: model.title, creator: 'Giao Ước' },
    defaultFont: FONT,
  })
}

const FONT = { name: 'Times New Roman', size: 12 }
const LISTS = 'Danh sach chon'
const LINE = { style: 'thin' as const, color: { rgb: 'B8B2A7' } }
const BORDER = { top: LINE, bottom: LINE, left: LINE, right: LINE }
const HEAD_GROUND = { type: 'pattern' as const, pattern: 'solid' as const, fgColor: { rgb: 'EFEAE2' } }
const OPEN_GROUND = { type: 'pattern' as const, pattern: 'solid' as const, fgColor: { rgb: 'FFF9E8' } }
const LONGEST_INLINE_LIST = 250

type Written = {
  rows: (string | number | null)[][]
  cells: Map<string, { style: CellStyle }>
  merges: MergeRange[]
  rowDefs: Map<number, { height: number }>
}

function writeSheet(sheet: SheetModel, name: string, lists: string[][]): WriteSheet {
  const out: Written = { rows: [], cells: new Map(), merges: [], rowDefs: new Map() }
  writeSentence(out, sheet, sheet.title, { font: { ...FONT, size: 14, bold: true } })
  for (const line of sheet.lead ?? []) writeSentence(out, sheet, line, { font: { ...FONT, italic: true } })
  const head = out.rows.length
  writeHead(out, sheet.columns)
  for (const row of sheet.rows) writeRow(out, sheet, row.cells, row.kind)
  for (let spare = 0; spare < (sheet.spareRows ?? 0); spare++) writeRow(out, allOpen(sheet), [], undefined)
  const last = out.rows.length
  for (const line of sheet.notes ?? []) writeSentence(out, sheet, line, { font: { ...FONT, size: 11 } })
  return {
    name,
    rows: out.rows,
    cells: out.cells,
    merges: out.merges,
    rowDefs: out.rowDefs,
    columns: sheet.columns.map((column): ColumnDef => ({ width: column.width })),
    dataValidations: validationsOf(sheet.columns, head + 1, last, lists),
    images: placedPictures(sheet, out.rows.length + 1),
    freezePane: { rows: head + 1 },
    ...(sheet.locked ? { protection: OPEN_PROTECTION } : {}),
    pageSetup: {
      paperSize: 'a4',
      orientation: sheet.orientation ?? 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { top: 0.6, bottom: 0.6, left: 0.6, right: 0.5, header: 0.3, footer: 0.3 },
      printTitlesRow: `$${head + 1}:$${head + 1}`,
      horizontalCentered: true,
    },
    headerFooter: { oddFooter: '&R&9&P/&N' },
    a11y: { summary: sheet.title, headerRow: head },
  }
}

/** Lines for what the sheet does not list yet. */
function allOpen(sheet: SheetModel): SheetModel {
  return { ...sheet, columns: sheet.columns.map((column) => ({ ...column, open: true })) }
}

/** Locked against slips, not against people: widths may change and rows may be sorted. */
const OPEN_PROTECTION = {
  sheet: true,
  formatColumns: true,
  formatRows: true,
  sort: true,
  autoFilter: true,
  selectLockedCells: true,
  selectUnlockedCells: true,
}

function writeHead(out: Written, columns: readonly SheetColumn[]): void {
  const style: CellStyle = {
    font: { ...FONT, bold: true },
    fill: HEAD_GROUND,
    border: BORDER,
    alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  }
  push(
    out,
    columns.map((column) => ({ value: column.title, style })),
  )
  const lines = Math.max(...columns.map((column) => linesOf(column.title, column.width * 0.9)))
  out.rowDefs.set(out.rows.length - 1, { height: 4 + 16 * lines })
}

function writeRow(
  out: Written,
  { columns }: SheetModel,
  cells: readonly CellContent[],
  kind: SheetRowKind | undefined,
): void {
  const wrapped = columns.map((column, at) => {
    const cell = cells[at] ?? null
    return typeof cell === 'string' ? linesOf(cell, column.width) : 1
  })
  push(
    out,
    columns.map((column, at) => {
      const cell = cells[at] ?? null
      return { value: contentOf(cell), style: styleOf(cell, column, kind) }
    }),
  )
  out.rowDefs.set(out.rows.length - 1, { height: 2 + 15.6 * Math.max(1, ...wrapped) })
}

/** A sentence across the table, as high as it needs. */
function writeSentence(out: Written, { columns }: SheetModel, sentence: string, style: CellStyle): void {
  const width = columns.reduce((sum, column) => sum + column.width, 0)
  const at = out.rows.length
  push(out, [
    {
      value: sentence,
      style: { ...style, alignment: { vertical: 'top', wrapText: true }, protection: SHUT },
    },
  ])
  const size = (style.font?.size ?? FONT.size) / FONT.size
  out.rowDefs.set(at, { height: 2 + 16 * size * linesOf(sentence, width / size) })
  if (columns.length > 1)
    out.merges.push({ startRow: at, startCol: 0, endRow: at, endCol: columns.length - 1 })
}

const SHUT = { locked: true }

function push(
  out: Written,
  cells: readonly { readonly value: string | number | null; readonly style: CellStyle }[],
): void {
  const row = out.rows.length
  out.rows.push(cells.map((cell) => cell.value))
  for (const [at, cell] of cells.entries()) out.cells.set(`${row},${at}`, { style: cell.style })
}

function contentOf(cell: CellContent): string | number | null {
  if (cell === null || typeof cell === 'string') return cell === '' ? null : cell
  if ('day' in cell) return serialOf(cell.day)
  return numberFor(cell.figure) ?? wordsOfFigure(cell.figure)
}

function styleOf(cell: CellContent, column: SheetColumn, kind: SheetRowKind | undefined): CellStyle {
  const right = column.kind === 'figure' || column.kind === 'day'
  const format = formatOf(cell, column)
  return {
    font: kind ? { ...FONT, bold: true } : FONT,
    border: BORDER,
    alignment: { vertical: 'top', wrapText: true, ...(right ? { horizontal: 'right', indent: 1 } : {}) },
    protection: { locked: !(column.open && kind !== 'group') },
    ...(column.open && kind !== 'group' ? { fill: OPEN_GROUND } : {}),
    ...(kind === 'group' ? { fill: HEAD_GROUND } : {}),
    ...(format ? { numFmt: format } : {}),
  }
}

function formatOf(cell: CellContent, column: SheetColumn): string | undefined {
  if (cell !== null && typeof cell === 'object') {
    return 'day' in cell ? 'dd/mm/yyyy' : numberFor(cell.figure) === undefined ? '@' : formatFor(cell.figure)
  }
  if (column.kind === 'day') return 'dd/mm/yyyy'
  // An empty cell for a figure takes numbers as they are typed; words stay words whatever they begin with.
  return column.kind === 'figure' ? undefined : '@'
}

function serialOf(day: string): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000)
}

function linesOf(text: string, width: number): number {
  return text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / Math.max(width, 1))), 0)
}

function validationsOf(
  columns: readonly SheetColumn[],
  from: number,
  to: number,
  lists: string[][],
): DataValidation[] {
  return columns.flatMap((column, at): DataValidation[] => {
    if (!column.open || to <= from || (!column.choices && !column.hint)) return []
    const letter = letterOf(at)
    const range = `${letter}${from + 1}:${letter}${to}`
    const hint = column.hint
      ? {
          showInputMessage: true,
          inputTitle: column.title.slice(0, 32),
          inputMessage: column.hint.slice(0, 250),
        }
      : {}
    if (!column.choices) {
      return [
        {
          type: 'textLength',
          operator: 'lessThanOrEqual',
          formula1: '32000',
          allowBlank: true,
          range,
          ...hint,
        },
      ]
    }
    return [
      {
        type: 'list',
        ...listOf(column.choices, lists),
        allowBlank: true,
        showErrorMessage: true,
        errorStyle: 'warning',
        errorTitle: column.title.slice(0, 32),
        errorMessage: 'Nên chọn trong danh sách. Vẫn giữ nội dung vừa nhập?',
        range,
        ...hint,
      },
    ]
  })
}

/** A short list stands in the rule itself; a long one, or one with commas, on a sheet out of sight. */
function listOf(choices: readonly string[], lists: string[][]): Partial<DataValidation> {
  const plain = choices.every((choice) => !/[,"]/.test(choice))
  if (plain && choices.join(',').length <= LONGEST_INLINE_LIST) return { values: [...choices] }
  const known = lists.findIndex((list) => list.join('\n') === choices.join('\n'))
  const at = known >= 0 ? known : lists.push([...choices]) - 1
  const letter = letterOf(at)
  return { formula1: `'${LISTS}'!$${letter}$1:$${letter}$${choices.length}` }
}

function listSheet(lists: readonly (readonly string[])[]): WriteSheet {
  const length = Math.max(...lists.map((list) => list.length))
  const rows = Array.from({ length }, (_, row) => lists.map((list) => list[row] ?? null))
  return { name: LISTS, rows, hidden: true }
}

/** Pixels of a row and of a character at the usual letter size. */
const ROW = 20
const CHARACTER = 7

/** Under the table, as wide as the columns it covers, and as high as its own shape asks. */
function placedPictures({ pictures = [], columns }: SheetModel, firstRow: number) {
  let row = firstRow
  return pictures.map(({ png, width, height, words }) => {
    const covered = coveredBy(columns, width)
    const shownHeight = Math.round((height * covered.pixels) / width)
    const rows = Math.max(1, Math.round(shownHeight / ROW))
    const placed = {
      data: png,
      type: 'png' as const,
      anchor: { from: { row, col: 0 }, to: { row: row + rows, col: covered.count } },
      width: covered.pixels,
      height: shownHeight,
      altText: words,
    }
    row += rows + 1
    return placed
  })
}

/** The first columns that are together about as wide as a picture. */
function coveredBy(columns: readonly SheetColumn[], width: number) {
  let pixels = 0
  let count = 0
  for (const column of columns) {
    const next = pixels + column.width * CHARACTER
    if (count > 0 && Math.abs(next - width) > Math.abs(pixels - width)) break
    pixels = next
    count++
  }
  return { count, pixels }
}

/** Names that every spreadsheet takes: no signs of its own grammar, at most 31 letters, none twice. */
function sheetNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>([LISTS.toLowerCase()])
  return wanted.map((name) => {
    const clean =
      name
        .replace(/[[\]:*?/\\']/g, ' ')
        .replace(/\s+/g, ' ')
        .trim() || 'Trang'
    let found = clean.slice(0, 31).trim()
    for (let number = 2; taken.has(found.toLowerCase()); number++) {
      found = `${clean.slice(0, 27).trim()} (${number})`
    }
    taken.add(found.toLowerCase())
    return found
  })
}

/** The letters of a column, counted from 0: "A", "B", … "AA". */
export function letterOf(column: number): string {
  const rest = String.fromCharCode(65 + (column % 26))
  return column < 26 ? rest : letterOf(Math.floor(column / 26) - 1) + rest
}
