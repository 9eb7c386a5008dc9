/** A cell as words; `fault` where the spreadsheet itself says that something is wrong (#REF!, #DIV/0!). */
export type GridCell = { readonly text: string; readonly fault?: 'cell_error' }

/** A line with its number in the sheet, counted from 1. */
export type GridRow = { readonly number: number; readonly cells: readonly GridCell[] }

/** Lines of one sheet, or of what was pasted; `sheet` is empty then. */
export type Grid = { readonly sheet: string; readonly rows: readonly GridRow[] }

/** Lines beyond this are refused. */
export const MOST_PASTED_LINES = 25_000

/**
 * The lines copied from a spreadsheet: cells parted by tabs, or by semicolons, or by commas that no number has. A cell
 * in quotation marks may hold them itself.
 *
 * @example gridOfText('Thu ngân sách\t9.105,326').rows[0].cells[1] // { text: '9.105,326' }
 */
export function gridOfText(text: string): Grid {
  const clean = text.normalize('NFC').replaceAll('\r\n', '\n').replaceAll('\r', '\n')
  const parting = partingOf(clean)
  const rows = linesOf(clean, parting).flatMap((cells, index): readonly GridRow[] =>
    cells.some((cell) => cell !== '') ? [{ number: index + 1, cells: cells.map(cellOf) }] : [],
  )
  return { sheet: '', rows: rows.slice(0, MOST_PASTED_LINES) }
}

function partingOf(text: string): string {
  if (text.includes('\t')) return '\t'
  return text.includes(';') ? ';' : ','
}

function cellOf(text: string): GridCell {
  return /^#(REF|DIV\/0|N\/A|NAME|NULL|NUM|VALUE)[!?]?$/i.test(text)
    ? { text, fault: 'cell_error' }
    : { text }
}

/** Splits by hand: a line break inside quotation marks belongs to its cell. */
function linesOf(text: string, parting: string): readonly (readonly string[])[] {
  const lines: string[][] = []
  let cells: string[] = []
  let cell = ''
  let quoted = false
  const endCell = () => {
    cells.push(cell.replace(/\s+/g, ' ').trim())
    cell = ''
  }
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? ''
    if (quoted) {
      if (sign !== '"') cell += sign
      else if (text[at + 1] === '"') cell += text[at++]
      else quoted = false
    } else if (sign === '"' && cell.trim() === '') quoted = true
    else if (isParting(text, at, parting)) endCell()
    else if (sign === '\n') {
      endCell()
      lines.push(cells)
      cells = []
    } else cell += sign
  }
  endCell()
  return [...lines, cells]
}

/** A comma between two digits is a decimal comma. */
function isParting(text: string, at: number, parting: string): boolean {
  if (text[at] !== parting) return false
  return parting !== ',' || !(/\d/.test(text[at - 1] ?? '') && /\d/.test(text[at + 1] ?? ''))
}
