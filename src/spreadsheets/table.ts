import { fold } from '../domain/vietnamese/index.ts'
import type { Grid, GridCell, GridRow } from './grid.ts'

/** The columns an import knows. */
export type TableShape<K extends string> = {
  /** In the order of the template, each with the headings it may have. */
  readonly columns: readonly { readonly key: K; readonly titles: readonly string[] }[]
  /** Headings of which a sheet must have one each, to be the one that is meant. */
  readonly needs: readonly (readonly K[])[]
  /** What lines without a heading hold, by their number of cells; with another number the template's order. */
  readonly short?: Readonly<Record<number, readonly K[]>>
}

/** Where a cell stands: sheet (empty for what was pasted), line and column, both from 1. */
export type Where = { readonly sheet: string; readonly row: number; readonly column: number }

export type FoundCell = GridCell & { readonly where: Where }

/** One line of the table: its cells by what they mean. */
export type FoundRow<K extends string> = {
  readonly where: Where
  readonly cells: Readonly<Partial<Record<K, FoundCell>>>
}

export type FoundTable<K extends string> = {
  readonly sheet: string
  readonly rows: readonly FoundRow<K>[]
  /** Headings that mean nothing here. */
  readonly strangeColumns: readonly string[]
  /** Sheets that hold no such table. */
  readonly otherSheets: readonly string[]
}

/** A heading is looked for among this many first lines. */
const HEAD_WITHIN = 40

/**
 * Finds the table that is meant: in the first sheet with its headings, in whatever order they stand. Pasted lines may
 * come without headings; then their order tells.
 */
export function findTable<K extends string>(
  grids: readonly Grid[],
  shape: TableShape<K>,
): FoundTable<K> | undefined {
  for (const grid of grids) {
    const head = findHead(grid, shape)
    if (!head) continue
    const otherSheets = grids.filter((one) => one !== grid && one.rows.length > 0).map((one) => one.sheet)
    return { ...tableBelow(grid, head, shape), otherSheets }
  }
  const [pasted] = grids
  return pasted && pasted.sheet === '' ? inOrder(pasted, shape) : undefined
}

type Head<K extends string> = { readonly row: GridRow; readonly keys: readonly (K | undefined)[] }

function findHead<K extends string>(grid: Grid, shape: TableShape<K>): Head<K> | undefined {
  for (const row of grid.rows.slice(0, HEAD_WITHIN)) {
    const keys = row.cells.map((cell) => keyOf(cell.text, shape))
    if (shape.needs.every((some) => some.some((key) => keys.includes(key)))) return { row, keys: once(keys) }
  }
  return undefined
}

/** The first of two columns with one heading counts. */
function once<K>(keys: readonly (K | undefined)[]): readonly (K | undefined)[] {
  return keys.map((key, at) => (key !== undefined && keys.indexOf(key) === at ? key : undefined))
}

function keyOf<K extends string>(heading: string, shape: TableShape<K>): K | undefined {
  const words = plainWords(heading)
  if (words === '') return undefined
  return shape.columns.find((column) => column.titles.some((title) => plainWords(title) === words))?.key
}

/** Letters and digits alone, without what stands in brackets: "Kết quả (ước)" is "ket qua". */
function plainWords(text: string): string {
  return fold(text.replace(/\([^)]*\)/g, ' '))
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

function tableBelow<K extends string>(grid: Grid, head: Head<K>, shape: TableShape<K>) {
  const rows = grid.rows
    .filter((row) => row.number > head.row.number)
    // A heading that repeats on each page is none of the lines.
    .filter((row) => !isHead(row, head, shape))
    .map((row) => foundRow(grid.sheet, row, head.keys))
    .filter((row) => Object.keys(row.cells).length > 0)
  const strangeColumns = head.row.cells.flatMap((cell, at) =>
    cell.text !== '' && head.keys[at] === undefined ? [cell.text] : [],
  )
  return { sheet: grid.sheet, rows, strangeColumns }
}

function isHead<K extends string>(row: GridRow, head: Head<K>, shape: TableShape<K>): boolean {
  const filled = row.cells.filter((cell) => cell.text !== '')
  return (
    filled.length > 1 &&
    row.cells.every((cell, at) => cell.text === '' || keyOf(cell.text, shape) === head.keys[at])
  )
}

function inOrder<K extends string>(grid: Grid, shape: TableShape<K>): FoundTable<K> {
  const width = Math.max(0, ...grid.rows.map((row) => row.cells.length))
  const keys = shape.short?.[width] ?? shape.columns.map((column) => column.key)
  const rows = grid.rows.map((row) => foundRow('', row, keys))
  return { sheet: '', rows, strangeColumns: [], otherSheets: [] }
}

function foundRow<K extends string>(
  sheet: string,
  row: GridRow,
  keys: readonly (K | undefined)[],
): FoundRow<K> {
  const cells: Partial<Record<K, FoundCell>> = {}
  for (const [at, cell] of row.cells.entries()) {
    const key = keys[at]
    if (key !== undefined && cell.text !== '') {
      cells[key] = { ...cell, where: { sheet, row: row.number, column: at + 1 } }
    }
  }
  return { where: { sheet, row: row.number, column: 1 }, cells }
}
