import { fromTcvn3, fromVni } from '../../../domain/reading/legacy.ts'
import { LONGEST_TEXT } from '../../../files/limits.ts'
import { walkMarkup } from '../../../files/markup.ts'
import { FileRefused } from '../../../files/refusal.ts'
import { unpack } from '../../../files/unpack.ts'

/** The text of a Word document: paragraphs, one line each; rows of tables, their cells parted by tabs. */
export function docxText(bytes: Uint8Array): string {
  const part = unpack(bytes, (path) => path === 'word/document.xml').get('word/document.xml')
  if (part === undefined) throw new FileRefused('damaged')
  const paper: Paper = { lines: [], paragraph: '', rows: [], muted: 0, font: '', inText: false, size: 0 }
  walkMarkup(new TextDecoder().decode(part), true, {
    open: (name, attributes) => open(paper, local(name), attributes),
    text: (text) => {
      if (paper.inText && paper.muted === 0) paper.paragraph += inFont(paper.font, text)
    },
    close: (name) => close(paper, local(name)),
  })
  return paper.lines.join('\n')
}

interface Paper {
  readonly lines: string[]
  paragraph: string
  readonly rows: { cells: string[]; cell: string[] }[]
  /** Depth inside what is not printed: deleted text, field codes, the second copy of a drawing. */
  muted: number
  font: string
  inText: boolean
  size: number
}

const MUTED = new Set(['del', 'moveFrom', 'instrText', 'Fallback', 'sectPr', 'delText'])

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function open(paper: Paper, name: string, attributes: Readonly<Record<string, string>>): void {
  if (paper.muted > 0 || MUTED.has(name)) {
    paper.muted++
    return
  }
  if (name === 't') paper.inText = true
  else if (name === 'tab') paper.paragraph += paper.rows.length > 0 ? ' ' : '\t'
  else if (name === 'br' || name === 'cr') paper.paragraph += paper.rows.length > 0 ? ' ' : '\n'
  else if (name === 'noBreakHyphen') paper.paragraph += '-'
  else if (name === 'r') paper.font = ''
  else if (name === 'rFonts') paper.font = attributes['w:ascii'] ?? attributes['w:hAnsi'] ?? ''
  else if (name === 'numPr' && paper.paragraph === '') paper.paragraph = '- '
  else if (name === 'tr') paper.rows.push({ cells: [], cell: [] })
}

function close(paper: Paper, name: string): void {
  if (paper.muted > 0) {
    paper.muted--
    return
  }
  if (name === 't') paper.inText = false
  else if (name === 'p') endParagraph(paper)
  else if (name === 'tc') endCell(paper)
  else if (name === 'tr') endRow(paper)
}

function endParagraph(paper: Paper): void {
  const text = paper.paragraph.replace(/^\t+|\t+$/g, '').trimEnd()
  paper.paragraph = ''
  if (text === '' || text === '- ') return
  const row = paper.rows.at(-1)
  if (row === undefined) push(paper, text)
  else row.cell.push(text.replaceAll('\t', ' '))
}

function endCell(paper: Paper): void {
  const row = paper.rows.at(-1)
  row?.cells.push(row.cell.join(' ').trim())
  if (row !== undefined) row.cell = []
}

/** Cells that hold whole paragraphs only lay out the page; they are running text. */
function endRow(paper: Paper): void {
  const row = paper.rows.pop()
  if (row === undefined) return
  const outer = paper.rows.at(-1)
  const filled = row.cells.filter((cell) => cell !== '')
  if (outer !== undefined) outer.cell.push(filled.join(' '))
  else if (filled.length >= 2 && filled.every((cell) => cell.length < 400)) push(paper, row.cells.join('\t'))
  else for (const cell of filled) push(paper, cell)
}

function push(paper: Paper, line: string): void {
  paper.size += line.length
  if (paper.size > LONGEST_TEXT) throw new FileRefused('too-much-inside')
  paper.lines.push(line)
}

function inFont(font: string, text: string): string {
  if (/^\.vn/i.test(font)) return font.endsWith('H') ? fromTcvn3(text).toUpperCase() : fromTcvn3(text)
  return /^vni[- ]/i.test(font) ? fromVni(text) : text
}
