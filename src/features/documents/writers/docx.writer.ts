import {
  AlignmentType,
  Document,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  Paragraph,
  type Table,
  TextRun,
} from 'docx'
import { cleanText } from '../../../charts/printable.ts'
import { checkPaper } from '../../../domain/documents/check.ts'
import { outlineDepths } from '../../../domain/documents/headings.ts'
import { layout, textWidth } from '../../../domain/documents/layout.ts'
import type { Paper } from '../../../domain/documents/paper.ts'
import { allBlocks, noteOf } from '../../../domain/documents/words.ts'
import { err, ok, type Result } from '../../../domain/result.ts'
import { docxBlock } from './docx.blocks.ts'
import { docxFoot } from './docx.foot.ts'
import { docxHead, ruleLine } from './docx.head.ts'
import { halfPoints, pageOf } from './docx.sizes.ts'
import { dashLevels, docxStyles } from './docx.styles.ts'
import { textRuns } from './docx.words.ts'
import { type Section, type SectionItem, sectionsOf } from './paper.sections.ts'
import type { WritingFault } from './writing.ts'

/** A paper as DOCX, in the same layout as its PDF, with named styles, real headings and repeating table heads. */
export async function renderDocx(paper: Paper): Promise<Result<Uint8Array, WritingFault>> {
  const checked = checkPaper(paper)
  if (!checked.ok) return err({ kind: 'wrong-paper', faults: checked.error })
  const document = new Document({
    title: cleanText([paper.name, paper.subject].filter((part) => part !== null).join(' ')),
    creator: cleanText(paper.issuer.name),
    lastModifiedBy: cleanText(paper.issuer.name),
    styles: docxStyles(),
    numbering: { config: [{ reference: 'dashes', levels: [...dashLevels] }] },
    sections: sectionsOf(paper).map((section) => docxSection(paper, section)),
  })
  return ok(await Packer.toBuffer(document))
}

function docxSection(paper: Paper, section: Section): ISectionOptions {
  const note = noteOf(paper)
  return {
    properties: { page: pageOf(section.orientation, section.restart), titlePage: section.restart },
    headers: { first: pageBand(note, false), default: pageBand(note, true) },
    children: section.items.flatMap((item) => docxItem(paper, section, item)),
  }
}

/** The top margin: page number from page 2 on, and the note on illustrative or unverified data. */
function pageBand(note: string | null, numbered: boolean): Header {
  const size = halfPoints(layout.size.pageNumber)
  const number = numbered
    ? [new TextRun({ children: [PageNumber.CURRENT], size })]
    : [new TextRun({ text: '', size })]
  const line = (children: TextRun[]) =>
    new Paragraph({ style: 'Tight', alignment: AlignmentType.CENTER, children })
  return new Header({
    children: [
      line(number),
      ...(note === null
        ? []
        : [line(textRuns(note, { size: halfPoints(layout.size.note), italics: true, color: '444444' }))]),
    ],
  })
}

function docxItem(paper: Paper, section: Section, item: SectionItem): (Paragraph | Table)[] {
  switch (item.kind) {
    case 'head':
      return docxHead(paper)
    case 'foot':
      return docxFoot(paper)
    case 'annexTitle':
      return [
        new Paragraph({ style: 'AnnexTitle', children: textRuns(item.label) }),
        new Paragraph({ style: 'AnnexTitle', children: textRuns(item.title.toUpperCase()) }),
        new Paragraph({ style: 'Centred', children: textRuns(item.reference, { italics: true }) }),
        ruleLine(textWidth('portrait') * 0.2, textWidth(section.orientation), 14),
      ]
    case 'block':
      return docxBlock(item.block, {
        orientation: section.orientation,
        depths: outlineDepths(allBlocks(paper)),
        keepWithNext: item.keepWithNext,
      })
  }
}
