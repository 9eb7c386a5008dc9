import Big from 'big.js'
import { printDate, printNumber } from '../domain/vietnamese/index.ts'
import { walkMarkup } from '../files/markup.ts'
import { FileRefused } from '../files/refusal.ts'
import { unpack } from '../files/unpack.ts'
import { figureOfCell } from './figure-cell.ts'
import type { GridCell, GridRow } from './grid.ts'

/** One sheet as it was read; empty lines are left out. */
export type ReadSheet = { readonly name: string; readonly hidden: boolean; readonly rows: readonly GridRow[] }

/** Columns beyond this are dropped: no form is as wide. */
const MOST_COLUMNS = 200

/** Most that a workbook may unfold to, in bytes; 20,000 lines take seven million. */
const LARGEST_WORKBOOK = 64 * 1024 * 1024

/** Lines and cells of a workbook beyond these are refused before they fill the memory. */
const MOST_ROWS = 60_000
const MOST_CELLS = 600_000

/**
 * Reads a workbook: cells as words in Vietnamese print, whatever they were stored as. A figure keeps what was typed,
 * a formula gives the value last computed, an error is said to be one. Refuses what is no workbook or too large.
 */
export function readWorkbook(bytes: Uint8Array): readonly ReadSheet[] {
  const parts = unpack(
    bytes,
    (path) =>
      SHEET.test(path) ||
      path === 'xl/sharedStrings.xml' ||
      path === 'xl/styles.xml' ||
      path === 'xl/workbook.xml' ||
      path === 'xl/_rels/workbook.xml.rels',
    LARGEST_WORKBOOK,
  )
  const decoder = new TextDecoder()
  const read = (path: string) => {
    const part = parts.get(path)
    return part === undefined ? '' : decoder.decode(part)
  }
  const found = sheetsOf(read('xl/workbook.xml'), read('xl/_rels/workbook.xml.rels'))
  const present = [...parts.keys()].filter((path) => SHEET.test(path)).sort(byNumber)
  if (present.length === 0) throw new FileRefused('damaged')
  const named = found.sheets.filter((sheet) => present.includes(sheet.path))
  const listed = named.length > 0 ? named : present.map((path) => ({ path, name: path, hidden: false }))
  const book: Book = {
    strings: sharedStrings(read('xl/sharedStrings.xml')),
    formats: cellFormats(read('xl/styles.xml')),
    epoch: found.from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30),
    left: { rows: MOST_ROWS, cells: MOST_CELLS },
  }
  return listed.map(({ path, name, hidden }) => ({ name, hidden, rows: sheetRows(read(path), book) }))
}

const SHEET = /^xl\/worksheets\/sheet\d+\.xml$/

type CellFormat = 'number' | 'percent' | 'date'

type Book = {
  readonly strings: readonly string[]
  readonly formats: readonly CellFormat[]
  readonly epoch: number
  readonly left: { rows: number; cells: number }
}

function byNumber(a: string, b: string): number {
  return Number(/\d+/.exec(a)?.[0]) - Number(/\d+/.exec(b)?.[0])
}

function sheetsOf(workbook: string, relations: string) {
  const targets = new Map<string, string>()
  walkMarkup(relations, true, {
    open: (name, { Id = '', Target = '' }) => {
      if (name === 'Relationship') targets.set(Id, Target.replace(/^\/?(xl\/)?/, 'xl/'))
    },
    text: () => {},
    close: () => {},
  })
  const sheets: { readonly path: string; readonly name: string; readonly hidden: boolean }[] = []
  let from1904 = false
  walkMarkup(workbook, true, {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes.date1904 ?? '')
      if (name !== 'sheet') return
      const path = targets.get(attributes['r:id'] ?? '') ?? ''
      const hidden = (attributes.state ?? 'visible') !== 'visible'
      sheets.push({ path, name: attributes.name ?? '', hidden })
    },
    text: () => {},
    close: () => {},
  })
  return { sheets, from1904 }
}

function sharedStrings(xml: string): readonly string[] {
  const strings: string[] = []
  let text = ''
  let inText = false
  let phonetic = 0
  walkMarkup(xml, true, {
    open: (name) => {
      if (name === 'si') text = ''
      if (name === 't') inText = true
      if (name === 'rPh') phonetic++
    },
    text: (piece) => {
      if (inText && phonetic === 0) text += piece
    },
    close: (name) => {
      if (name === 't') inText = false
      if (name === 'rPh') phonetic--
      if (name === 'si') strings.push(tidy(text))
    },
  })
  return strings
}

function cellFormats(xml: string): readonly CellFormat[] {
  const custom = new Map<string, CellFormat>()
  const formats: CellFormat[] = []
  let inCells = false
  walkMarkup(xml, true, {
    open: (name, attributes) => {
      if (name === 'numFmt') custom.set(attributes.numFmtId ?? '', formatOf(attributes.formatCode ?? ''))
      if (name === 'cellXfs') inCells = true
      if (name === 'xf' && inCells) {
        const id = attributes.numFmtId ?? '0'
        formats.push(custom.get(id) ?? builtIn(Number(id)))
      }
    },
    text: () => {},
    close: (name) => {
      if (name === 'cellXfs') inCells = false
    },
  })
  return formats
}

function formatOf(code: string): CellFormat {
  if (code.includes('%')) return 'percent'
  const bare = code.replace(/"[^"]*"|\[[^\]]*\]/g, '')
  return /y/i.test(bare) && /[dm]/i.test(bare) ? 'date' : 'number'
}

function builtIn(id: number): CellFormat {
  if (id === 9 || id === 10) return 'percent'
  return id >= 14 && id <= 17 ? 'date' : 'number'
}

function sheetRows(xml: string, book: Book): readonly GridRow[] {
  const rows: GridRow[] = []
  let cells: GridCell[] = []
  let number = 0
  let column = 0
  let kind = ''
  let format: CellFormat = 'number'
  let value = ''
  let reading = false
  walkMarkup(xml, true, {
    open: (name, attributes) => {
      if (name === 'row') {
        cells = []
        number = Number(attributes.r) || number + 1
        if (--book.left.rows < 0) throw new FileRefused('too-much-inside')
      } else if (name === 'c') {
        column = columnOf(attributes.r ?? '') ?? cells.length
        kind = attributes.t ?? 'n'
        format = book.formats[Number(attributes.s ?? 0)] ?? 'number'
        value = ''
        if (--book.left.cells < 0) throw new FileRefused('too-much-inside')
      } else if (name === 'v' || name === 't') reading = true
    },
    text: (piece) => {
      if (reading) value += piece
    },
    close: (name) => {
      if (name === 'v' || name === 't') reading = false
      else if (name === 'c' && column < MOST_COLUMNS) {
        while (cells.length < column) cells.push(NOTHING)
        cells[column] = cellOf(value, kind, format, book)
      } else if (name === 'row' && cells.some((cell) => cell.text !== '')) rows.push({ number, cells })
    },
  })
  return rows
}

const NOTHING: GridCell = { text: '' }

function columnOf(reference: string): number | null {
  let column = 0
  for (let at = 0; at < reference.length && at < 3; at++) {
    const letter = reference.charCodeAt(at) - 64
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  return column === 0 ? null : column - 1
}

function cellOf(value: string, kind: string, format: CellFormat, book: Book): GridCell {
  if (kind === 's') return { text: book.strings[Number(value)] ?? '' }
  if (kind === 'inlineStr' || kind === 'str') return { text: tidy(value) }
  if (value === '') return NOTHING
  if (kind === 'b') return { text: value === '1' ? 'Có' : 'Không' }
  if (kind === 'e') return { text: tidy(value), fault: 'cell_error' }
  if (kind === 'd') return { text: printDate(value.slice(0, 10)) }
  const figure = figureOfCell(value.trim())
  if (figure === undefined) return { text: tidy(value) }
  if (format === 'date') return { text: dayOf(Number(figure), book.epoch) }
  if (format === 'percent') return { text: `${printNumber(new Big(figure).times(100))}%` }
  return { text: printNumber(figure) }
}

function dayOf(serial: number, epoch: number): string {
  const day = new Date(epoch + Math.floor(serial) * 86_400_000)
  return Number.isNaN(day.getTime()) ? '' : printDate(day.toISOString().slice(0, 10))
}

function tidy(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim()
}
