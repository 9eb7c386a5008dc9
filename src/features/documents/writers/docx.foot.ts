import { AlignmentType, Paragraph, type Table } from 'docx'
import { layout, textWidth } from '../../../domain/documents/layout.ts'
import type { Paper, Signature } from '../../../domain/documents/paper.ts'
import { printedLine, signatureTable } from '../../../domain/documents/signing.ts'
import { docxBlock } from './docx.blocks.ts'
import { openGrid, tightLine } from './docx.head.ts'
import { gap, halfPoints, twips } from './docx.sizes.ts'
import { textRuns } from './docx.words.ts'

/** The foot of a paper: nơi nhận and the signatures. */
export function docxFoot(paper: Paper): (Paragraph | Table)[] {
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
  return openGrid(
    [left, width - left],
    [[recipients(paper), signature === null ? [blank()] : signatureLines(signature)]],
  )
}

function severalGrids(signatures: readonly Signature[], width: number): Table[] {
  const columns = signatures.length === 3 ? 3 : 2
  const rows = Array.from({ length: Math.ceil(signatures.length / columns) }, (_, index) =>
    Array.from({ length: columns }, (_, column) => {
      const signature = signatures[index * columns + column]
      return signature === undefined ? [blank()] : [...signatureLines(signature), blank()]
    }),
  )
  return [openGrid(new Array<number>(columns).fill(width / columns), rows)]
}

function signatureLines({ lines, hint, name }: Signature): Paragraph[] {
  return [
    ...lines.map((line) => tightLine(printedLine(line), layout.size.body, { bold: true })),
    ...(hint === undefined ? [] : [tightLine(hint, 13, { italics: true })]),
    new Paragraph({ style: 'Tight', spacing: { line: twips(layout.signingRoom), lineRule: 'exact' } }),
    tightLine(name ?? '', layout.size.body, { bold: true }),
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
