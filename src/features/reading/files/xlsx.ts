import { LONGEST_TEXT } from './limits.ts'
import { walkMarkup } from './markup.ts'
import { FileRefused } from './refusal.ts'
import { unpack } from './zip.ts'

/** The text of a workbook: one line for each row, cells parted by tabs, numbers in Vietnamese print. */
export function xlsxText(bytes: Uint8Array): string {
  const parts = unpack(
    bytes,
    (path) => SHEET.test(path) || path === 'xl/sharedStrings.xml' || path === 'xl/styles.xml',
  )
  const sheets = [...parts.keys()]
    .filter((path) => SHEET.test(path))
    .sort((left, right) => sheetNumber(left) - sheetNumber(right))
  if (sheets.length === 0) throw new FileRefused('damaged')
  const decoder = new TextDecoder()
  const read = (path: string) => {
    const part = parts.get(path)
    return part === undefined ? '' : decoder.decode(part)
  }
  const book: Book = {
    strings: sharedStrings(read('xl/sharedStrings.xml')),
    formats: cellFormats(read('xl/styles.xml')),
  }
  const lines: string[] = []
  let size = 0
  for (const path of sheets) {
    for (const line of sheetLines(read(path), book)) {
      size += line.length
      if (size > LONGEST_TEXT) throw new FileRefused('too-much-inside')
      lines.push(line)
    }
    lines.push('')
  }
  return lines.join('\n')
}

const SHEET = /^xl\/worksheets\/sheet\d+\.xml$/

/** Columns beyond this are dropped: no report is as wide. */
const MOST_COLUMNS = 200

type CellFormat = 'number' | 'percent' | 'date'

interface Book {
  readonly strings: readonly string[]
  readonly formats: readonly CellFormat[]
}

function sheetNumber(path: string): number {
  return Number(/\d+/.exec(path)?.[0] ?? 0)
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
      if (name === 'si') strings.push(oneLine(text))
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

function sheetLines(xml: string, book: Book): readonly string[] {
  const lines: string[] = []
  let cells: string[] = []
  let column = 0
  let kind = ''
  let format: CellFormat = 'number'
  let value = ''
  let reading = false
  walkMarkup(xml, true, {
    open: (name, attributes) => {
      if (name === 'row') cells = []
      if (name === 'c') {
        column = columnOf(attributes.r ?? '') ?? cells.length
        kind = attributes.t ?? 'n'
        format = book.formats[Number(attributes.s ?? 0)] ?? 'number'
        value = ''
      }
      if (name === 'v' || name === 't') reading = true
    },
    text: (piece) => {
      if (reading) value += piece
    },
    close: (name) => {
      if (name === 'v' || name === 't') reading = false
      if (name === 'c' && column < MOST_COLUMNS) {
        while (cells.length < column) cells.push('')
        cells[column] = printCell(value, kind, format, book)
      }
      if (name === 'row' && cells.some((cell) => cell !== ''))
        lines.push(cells.join('\t').replace(/\t+$/, ''))
    },
  })
  return lines
}

function columnOf(reference: string): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0]
  if (letters === undefined) return null
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}

function printCell(value: string, kind: string, format: CellFormat, book: Book): string {
  if (kind === 's') return book.strings[Number(value)] ?? ''
  if (kind === 'inlineStr' || kind === 'str') return oneLine(value)
  if (kind === 'b' || kind === 'e' || value === '') return ''
  const number = Number(value)
  if (!Number.isFinite(number)) return oneLine(value)
  if (format === 'date') return printDay(number)
  // A workbook stores binary fractions: twelve digits are what a person typed.
  const scaled = format === 'percent' ? number * 100 : number
  return printNumber(Number(scaled.toPrecision(12))) + (format === 'percent' ? '%' : '')
}

function printNumber(number: number): string {
  const [whole = '0', rest] = Math.abs(number)
    .toFixed(6)
    .replace(/\.?0+$/, '')
    .split('.')
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, '.')
  return `${number < 0 ? '-' : ''}${grouped}${rest === undefined ? '' : `,${rest}`}`
}

function printDay(serial: number): string {
  const day = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000)
  if (Number.isNaN(day.getTime())) return ''
  return `${String(day.getUTCDate()).padStart(2, '0')}/${String(day.getUTCMonth() + 1).padStart(2, '0')}/${day.getUTCFullYear()}`
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
