import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText } from '../../../charts/printable.ts'
import { column, paragraph, row } from '../../../domain/documents/blocks.ts'
import type { Block, Paper } from '../../../domain/documents/paper.ts'
import { type PaperTypeId, paperTypes } from '../../../domain/documents/paper-types.ts'
import { samplePapers } from '../../../domain/documents/papers/samples.ts'
import { allBlocks, plainText } from '../../../domain/documents/words.ts'
import { renderDocx } from './docx.writer.ts'
import { renderPdf } from './pdf.writer.ts'
import {
  docxPartsOf,
  docxText,
  hasPoppler,
  madeAt,
  part,
  pdfOf,
  pdfText,
  placedWords,
  poppler,
} from './reading.test-support.ts'

const samples = samplePapers()
const ids = Object.keys(paperTypes) as PaperTypeId[]

/** A letter is told apart from its look-alikes by every mark it bears, so the text must come back exactly. */
const alphabet = 'aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ'

describe.each(ids)('%s', (id) => {
  const paper = samples[id]

  it('is written as tagged PDF/A-2a with its fonts inside', () => {
    const pdf = pdfOf(paper).toString('latin1')
    expect(pdf).toMatch(/<pdfaid:part>2<\/pdfaid:part>/)
    expect(pdf).toMatch(/<pdfaid:conformance>A<\/pdfaid:conformance>/)
  })

  it('says the same in DOCX and in PDF', async () => {
    const docx = squeezed(docxText(part(await docxPartsOf(paper), 'word/document.xml')))
    for (const sentence of sentencesOf(paper)) expect(docx).toContain(squeezed(sentence))
    if (!hasPoppler) return
    const pdf = squeezed(pdfText(pdfOf(paper), ['-raw']).normalize('NFC'))
    for (const sentence of sentencesOf(paper)) expect(pdf).toContain(squeezed(sentence))
  })
})

describe.skipIf(!hasPoppler)('the PDF, read by poppler', () => {
  const pdf = hasPoppler ? pdfOf(samples['year-end-report']) : Buffer.alloc(0)

  it('embeds every font, with letters that can be searched', () => {
    const fonts = poppler('pdffonts', [], pdf).trim().split('\n').slice(2)
    expect(fonts.length).toBeGreaterThanOrEqual(3)
    for (const font of fonts) {
      expect(font).toContain('Tinos')
      expect(font).toMatch(/yes yes yes +\d+ +\d+$/)
    }
  })

  it('is tagged, titled, and in Vietnamese', () => {
    const facts = poppler('pdfinfo', [], pdf)
    expect(facts).toMatch(/Tagged: +yes/)
    expect(facts).toMatch(/Title: +Báo cáo Tổng kết công tác thi đua/)
    expect(facts).toMatch(/Author: +Khối thi đua Kinh tế - Kỹ thuật/)
    const structure = poppler('pdfinfo', ['-struct-text'], pdf)
    for (const tag of ['H1', 'H2', 'Table', 'TH', 'TD', 'L', 'LI', 'Figure']) {
      expect(structure).toMatch(new RegExp(`^ *${tag}\\b`, 'm'))
    }
  })

  it('gives back every Vietnamese letter', () => {
    const text = `${alphabet} ${alphabet.toUpperCase()}`
    const read = pdfText(
      pdfOf({ ...samples.reminder, body: [...text].map((letter) => paragraph(`<${letter}>`)) }),
    )
    for (const letter of text.replace(' ', '')) expect(read).toContain(`<${letter}>`)
  })

  it('repeats the head of a table on every page, and keeps a row on one page', () => {
    const words = placedWords(pdfOf(longTable))
    const heads = words.filter((word) => word.text === 'ĐẦU_BẢNG').map((word) => word.page)
    expect(heads).toEqual([1, 2, 3])
    for (let i = 1; i <= 60; i++) {
      const pages = words
        .filter((word) => word.text === `dòng${i}a` || word.text === `dòng${i}b`)
        .map((w) => w.page)
      expect(pages).toHaveLength(2)
      expect(pages[0]).toBe(pages[1])
    }
  })
})

describe('the DOCX', () => {
  it('repeats the head of a table on every page', async () => {
    const xml = part(await docxPartsOf(longTable), 'word/document.xml')
    const rows = (xml.match(/<w:tr>.*?<\/w:tr>/gs) ?? []).filter((r) => /ĐẦU_BẢNG|dòng\d/.test(r))
    expect(rows.map((r) => r.includes('<w:tblHeader/>'))).toEqual([
      true,
      ...Array.from({ length: 60 }, () => false),
    ])
    expect(rows.every((r) => r.includes('<w:cantSplit/>'))).toBe(true)
  })

  it('carries a chart as SVG, with a PNG for those who cannot show it, and its alternative text', async () => {
    const parts = await docxPartsOf(samples['year-end-report'])
    const media = [...parts.keys()].filter((path) => path.startsWith('word/media/'))
    expect(new Set(media.map((path) => path.split('.').at(-1)))).toEqual(new Set(['png', 'svg']))
    expect(part(parts, 'word/document.xml')).toContain(
      'descr="Tổng điểm từ 93,5 đến 98,5, cao nhất là Sở Công Thương."',
    )
  })

  it('gives back whatever users typed', async () => {
    const typed = fc.string({
      unit: fc.oneof(fc.constantFrom(...'<>&"\'#\n\t]]>'), fc.string({ unit: 'binary', maxLength: 2 })),
    })
    await fc.assert(
      fc.asyncProperty(typed, async (text) => {
        const parts = await docxPartsOf({
          ...samples.reminder,
          body: [paragraph(`>${text}<`)],
          endMark: false,
        })
        expect(docxText(part(parts, 'word/document.xml'))).toContain(`>${cleanText(text)}<`)
      }),
      { numRuns: 40 },
    )
  })

  it('ends with a paragraph, not with a table', async () => {
    for (const id of ids) {
      const xml = part(await docxPartsOf(samples[id]), 'word/document.xml')
      expect(xml).not.toMatch(/<\/w:tbl><w:sectPr/)
      expect(xml).not.toMatch(/<\/w:tbl><w:tbl>/)
      expect(xml).not.toMatch(/<\/w:tbl><\/w:tc>/)
    }
  })

  it('is in Vietnamese for the spelling checker', async () => {
    expect(part(await docxPartsOf(samples.reminder), 'word/styles.xml')).toContain('w:lang w:val="vi-VN"')
  })
})

describe('a wrong paper', () => {
  it('is refused by both writers with the same reasons', async () => {
    const wrong: Paper = { ...samples.reminder, name: 'Công văn' }
    const refused = {
      ok: false,
      error: { kind: 'wrong-paper', faults: [{ code: 'letter-has-name', where: '' }] },
    }
    expect(renderPdf(wrong, madeAt)).toEqual(refused)
    expect(await renderDocx(wrong)).toEqual(refused)
  })
})

describe('the PDF of one paper', () => {
  it('is the same to the byte when made again at the same moment', () => {
    expect(pdfOf(samples.submission).equals(pdfOf(samples.submission))).toBe(true)
  })
})

const longTable: Paper = {
  ...samples.reminder,
  body: [
    {
      kind: 'table',
      columns: [column(20, 'centre'), column(145)],
      head: [row(['TT', 'ĐẦU_BẢNG'])],
      rows: Array.from({ length: 60 }, (_, i) => row([`${i + 1}`, `dòng${i + 1}a\ndòng${i + 1}b`])),
    },
  ],
}

/** What the paper says, in pieces that stand together on the page. */
function sentencesOf(paper: Paper): readonly string[] {
  return allBlocks(paper).flatMap(piecesOf)
}

function piecesOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [plainText(block.title)]
    case 'paragraph':
    case 'numbered':
      return [plainText(block.words)].map(unstopped)
    case 'list':
      return block.items.map((item) => unstopped(plainText(item)))
    case 'table':
      return block.rows.flatMap((r) => r.cells.map((cell) => plainText(cell.words)))
    case 'figure':
      return [block.caption]
  }
}

/** Without the closing stop, which "./." replaces at the end of a paper. */
function unstopped(text: string): string {
  return text.replace(/[.;]+$/, '')
}

/** Without spaces and line ends, which a page breaks as it needs. */
function squeezed(text: string): string {
  return text.replace(/\s+/g, '')
}
