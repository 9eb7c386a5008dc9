import type {
  BulletList,
  Cell,
  Column,
  Heading,
  HeadingLevel,
  NumberedParagraph,
  Paragraph,
  Row,
  Words,
} from './paper.ts'
import { endedWith } from './words.ts'

/** A heading ("I. …", "Điều 1. …"). */
export function heading(level: HeadingLevel, number: number | null, title: Words): Heading {
  return { kind: 'heading', level, number, title }
}

/** A paragraph of running text. */
export function paragraph(words: Words): Paragraph {
  return { kind: 'paragraph', words }
}

/** A centred line, such as "QUYẾT ĐỊNH:". */
export function centred(words: Words): Paragraph {
  return { kind: 'paragraph', words, align: 'centre' }
}

/** A khoản or điểm in running text. */
export function numbered(level: 'clause' | 'point', number: number, words: Words): NumberedParagraph {
  return { kind: 'numbered', level, number, words }
}

/** A list with dashes whose items end with ";", the last with "."; nothing when there are no items. */
export function dashes(items: readonly Words[]): readonly BulletList[] {
  if (items.length === 0) return []
  return [
    { kind: 'list', items: items.map((item, at) => endedWith(item, at === items.length - 1 ? '.' : ';')) },
  ]
}

/** A column of a table. */
export function column(width: number, align: Column['align'] = 'left'): Column {
  return { width, align }
}

/** A row of a table from words or full cells. */
export function row(cells: readonly (Words | Cell)[], strong = false): Row {
  return { cells: cells.map(cellOf), strong }
}

function cellOf(cell: Words | Cell): Cell {
  if (typeof cell === 'string') return { words: cell }
  return 'words' in cell ? cell : { words: cell }
}
