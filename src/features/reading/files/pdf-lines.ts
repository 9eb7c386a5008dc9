/** A piece of text as it stands on a page of a PDF; `y` grows upwards. */
export interface PrintedPiece {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Puts the pieces of a page together: pieces into lines by their height on the page, lines into paragraphs. */
export function pageLines(pieces: readonly PrintedPiece[]): readonly string[] {
  const rows = rowsOf(pieces)
  const right = Math.max(0, ...rows.map((row) => row.right))
  const lines: string[] = []
  let open = false
  for (const row of rows) {
    if (row.text.trim() === '') continue
    const previous = lines.at(-1)
    if (open && previous !== undefined && continues(previous, row))
      lines[lines.length - 1] = `${previous} ${row.text.trim()}`
    else lines.push(row.text.trim())
    // A line that reaches the right margin goes on in the next one.
    open = row.right >= right * 0.9 && !row.text.includes('\t')
  }
  return lines
}

interface Row {
  text: string
  y: number
  height: number
  right: number
}

function rowsOf(pieces: readonly PrintedPiece[]): readonly Row[] {
  const sorted = pieces
    .filter((piece) => piece.text !== '')
    .toSorted((left, right) => right.y - left.y || left.x - right.x)
  const groups: PrintedPiece[][] = []
  for (const piece of sorted) {
    const group = groups.at(-1)
    const first = group?.[0]
    if (
      group !== undefined &&
      first !== undefined &&
      Math.abs(first.y - piece.y) <= Math.max(2, Math.min(first.height, piece.height) * 0.4)
    )
      group.push(piece)
    else groups.push([piece])
  }
  return groups.map((group) => rowOf(group.toSorted((left, right) => left.x - right.x)))
}

function rowOf(pieces: readonly PrintedPiece[]): Row {
  const row: Row = { text: '', y: pieces[0]?.y ?? 0, height: pieces[0]?.height ?? 0, right: 0 }
  for (const piece of pieces) {
    const gap = piece.x - row.right
    const em = piece.height || 10
    if (row.text !== '' && piece.text.trim() !== '') {
      if (gap > em * 2.5) row.text = `${row.text.trimEnd()}\t`
      else if (gap > em * 0.15 && !row.text.endsWith(' ') && !piece.text.startsWith(' ')) row.text += ' '
    }
    row.text += piece.text
    if (piece.text.trim() !== '') row.right = Math.max(row.right, piece.x + piece.width)
  }
  return row
}

function continues(previous: string, row: Row): boolean {
  const text = row.text.trim()
  if (row.text.includes('\t') || /^(?:[-+•*]|\d{1,2}[.)]|[IVX]{1,4}\.|[a-zđ]\))\s/.test(text)) return false
  return !/[.:;!?]$/.test(previous) || /^\p{Ll}/u.test(text)
}
