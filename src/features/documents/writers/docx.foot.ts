import { AlignmentType, Paragraph, type Table } from 'docx'
import { layout, textWidth } from '../../../domain/documents/layout.ts'
import type { Paper, Signature } from '../../../domain/documents/paper.ts'
import { printedLine, printedName, signatureTable } from '../../../domain/documents/signing.ts'
import { docxBlock } from './docx.blocks.ts'
import { openGrid, tightLine } from './docx.head.ts'
import { gap, halfPoints, twips } from './docx.sizes.ts'
import { textRuns } from './docx.words.ts'

/** The foot of a paper: nơi nhận and the signatures. Word wants a paragraph after the last table. */
export function docxFoot(paper: Paper): (Paragraph | Table)[] {
  return [...footParts(paper), new Paragraph({ style: 'Spacer' })]
}

function footParts(paper: Paper): (Paragraph | Table)[] {
  const { signatures } = paper
  const width = textWidth(paper.orientation)
  const room = new Paragraph({ style: 'Spacer' })
  switch (signatures.kind) {
    case 'one':
      return [room, besideRecipients(paper, width, signatures.signature)]
    case 'several':
      return [room, ...severalGrids(signatures.signatures, width), room, besideRecipients(paper, width, null)]
    case 'units':
      return [
        ...docxBlock(signatureTable(signatures.rows), { orientation: paper.orientation, depths: new Map() }),
        besideRecipients(paper, width, signatures.leader),
      ]
  }
}

function besideRecipients(paper: Paper, width: number, signature: Signature | null): Table {
  const left = width / 2.15
  const right = signature === null ? [blank()] : [...titleLines(signature), ...nameLines(signature)]
  return openGrid([left, width - left], [[recipients(paper), right]])
}

/** Titles and names in rows of their own, so that names stand level under titles of different length. */
function severalGrids(signatures: readonly Signature[], width: number): Table[] {
  const columns = signatures.length === 3 ? 3 : 2
  const rows = Array.from({ length: Math.ceil(signatures.length / columns) }, (_, index) => {
    const inRow = Array.from({ length: columns }, (_, column) => signatures[index * columns + column])
    return [
      inRow.map((signature) => (signature === undefined ? [blank()] : titleLines(signature))),
      inRow.map((signature) => (signature === undefined ? [blank()] : [...nameLines(signature), blank()])),
    ]
  })
  return [
    openGrid(
      Array.from({ length: columns }, () => width / columns),
      rows.flat(),
    ),
  ]
}

function titleLines({ lines, hint }: Signature): Paragraph[] {
  return [
    ...lines.map((line) => tightLine(printedLine(line), layout.size.body, { bold: true, keepNext: true })),
    ...(hint === undefined ? [] : [tightLine(hint, 13, { italics: true, keepNext: true })]),
  ]
}

function nameLines(signature: Signature): Paragraph[] {
  const room = { line: twips(layout.signingRoom), lineRule: 'exact' } as const
  return [
    new Paragraph({ style: 'Tight', keepNext: true, spacing: room }),
    tightLine(printedName(signature), layout.size.body, { bold: true }),
  ]
}

function recipients({ recipients: names }: Paper): Paragraph[] {
  if (names.length === 0) return [blank()]
  const label = textRuns('Nơi nhận:', {
    size: halfPoints(layout.size.recipientsLabel),
    bold: true,
    italics: true,
  })
  return [
    new Paragraph({ style: 'Tight', alignment: AlignmentType.LEFT, children: label }),
    ...names.map((name, index) => {
      const text = `- ${name}${index === names.length - 1 ? '.' : ';'}`
      return new Paragraph({
        style: 'Tight',
        alignment: AlignmentType.LEFT,
        children: textRuns(text, { size: halfPoints(layout.size.recipients) }),
      })
    }),
  ]
}

function blank(): Paragraph {
  return new Paragraph({ style: 'Tight', spacing: { before: 0, after: gap(2) } })
}
