import { AlignmentType, Document, ImageRun, Packer, Paragraph, TextRun } from 'docx'
import type { Reading } from '../../db/database.ts'
import { findFile, readContent } from '../../files/files.store.ts'
import type { NewsItem, NewsPicture } from './news.store.ts'
import { paragraphsOf } from './news-item.page.tsx'

const FONT = 'Times New Roman'
const WIDTH = 480
const kinds: Readonly<Record<string, 'png' | 'jpg'>> = { 'image/png': 'png', 'image/jpeg': 'jpg' }

/** The item as a Word file, with its pictures, for a unit's own site or print. */
export async function newsDocx(
  item: NewsItem,
  pictures: readonly NewsPicture[],
  db: Reading,
): Promise<Uint8Array> {
  const images = await Promise.all(pictures.map((picture) => imageOf(picture, db)))
  const paragraph = (text: string, bold = false) =>
    new Paragraph({
      spacing: { after: 160 },
      alignment: AlignmentType.JUSTIFIED,
      children: [new TextRun({ text, bold, font: FONT, size: 28 })],
    })
  const document = new Document({
    title: item.title,
    sections: [
      {
        children: [
          new Paragraph({
            spacing: { after: 240 },
            children: [new TextRun({ text: item.title, bold: true, font: FONT, size: 34 })],
          }),
          paragraph(item.lead, true),
          ...images.flat(),
          ...paragraphsOf(item.body).map((text) => paragraph(text)),
          new Paragraph({
            alignment: AlignmentType.RIGHT,
            children: [
              new TextRun({
                text: [item.author, item.source].filter(Boolean).join(' – '),
                italics: true,
                font: FONT,
                size: 26,
              }),
            ],
          }),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

async function imageOf(picture: NewsPicture, db: Reading): Promise<readonly Paragraph[]> {
  const file = await findFile(db, picture.fileId)
  const type = file && kinds[file.mediaType]
  if (!file || !type) return []
  const data = await readContent(db, file.sha256)
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: [new ImageRun({ type, data, transformation: { width: WIDTH, height: (WIDTH * 2) / 3 } })],
    }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after: 160 },
      children: [new TextRun({ text: picture.caption, italics: true, font: FONT, size: 24 })],
    }),
  ]
}
