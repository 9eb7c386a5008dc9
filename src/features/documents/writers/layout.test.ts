import { describe, expect, it } from 'vitest'
import { lineWidth, type TinosFace } from '../../../charts/tinos.ts'
import { heading, paragraph } from '../../../domain/documents/blocks.ts'
import type { Paper } from '../../../domain/documents/paper.ts'
import { samplePapers } from '../../../domain/documents/papers/samples.ts'
import { ruleLengths } from './head.rules.ts'
import { docxPartsOf, hasPoppler, type PlacedWord, part, pdfOf, placedWords } from './reading.test-support.ts'

/**
 * Millimetres and points of Nghị định 30/2020/NĐ-CP, Phụ lục I. The measures are written out here, not taken from
 * the layout module, so that a change there is seen.
 */
const long = 'Các đơn vị thành viên đã thực hiện đầy đủ những nội dung giao ước trong năm. '.repeat(9)

const paper: Paper = {
  ...samplePapers()['year-end-report'],
  body: [heading('group', 1, 'Tình hình'), ...Array.from({ length: 14 }, () => paragraph(long))],
}

const mm = (points: number) => (points * 25.4) / 72

describe('the DOCX', () => {
  it('stands on A4 with margins of 20, 20, 30 and 15 mm', async () => {
    const xml = part(await docxPartsOf(paper), 'word/document.xml')
    const [size] = xml.match(/<w:pgSz [^>]*>/) ?? []
    const [margin] = xml.match(/<w:pgMar [^>]*>/) ?? []
    expect(inMm(size, 'w')).toBeCloseTo(210, 1)
    expect(inMm(size, 'h')).toBeCloseTo(297, 1)
    expect(inMm(margin, 'top')).toBeCloseTo(20, 1)
    expect(inMm(margin, 'bottom')).toBeCloseTo(20, 1)
    expect(inMm(margin, 'left')).toBeCloseTo(30, 1)
    expect(inMm(margin, 'right')).toBeCloseTo(15, 1)
  })

  it('turns the sheet for a landscape annex', async () => {
    const xml = part(await docxPartsOf(paper), 'word/document.xml')
    const sizes = xml.match(/<w:pgSz [^>]*>/g) ?? []
    expect(sizes.map((size) => /orient="(\w+)"/.exec(size)?.[1])).toEqual([
      'portrait',
      'landscape',
      'portrait',
    ])
    expect(inMm(sizes[1], 'w')).toBeCloseTo(297, 1)
    expect(inMm(sizes[1], 'h')).toBeCloseTo(210, 1)
  })

  it('is set in Times New Roman 14, justified, first line 12,7 mm, 6 pt between paragraphs', async () => {
    const styles = part(await docxPartsOf(paper), 'word/styles.xml')
    expect(styles).toMatch(/<w:docDefaults>.*Times New Roman.*<w:sz w:val="28"\/>.*<\/w:docDefaults>/s)
    const body = /<w:style [^>]*w:styleId="Body".*?<\/w:style>/s.exec(styles)?.[0]
    expect(body).toContain('<w:jc w:val="both"/>')
    expect(body).toContain('w:firstLine="720"')
    expect(body).toMatch(/w:after="120"/)
  })

  it('sets every part in the size of the decree', async () => {
    const xml = part(await docxPartsOf(paper), 'word/document.xml')
    expect(runStyle(xml, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')).toEqual({
      points: 12,
      bold: true,
      italic: false,
    })
    expect(runStyle(xml, 'Độc lập - Tự do - Hạnh phúc')).toEqual({ points: 13, bold: true, italic: false })
    expect(runStyle(xml, 'ỦY BAN NHÂN DÂN TỈNH MẪU')).toEqual({ points: 12, bold: false, italic: false })
    expect(runStyle(xml, 'KHỐI THI ĐUA KINH TẾ - KỸ THUẬT')).toEqual({
      points: 12,
      bold: true,
      italic: false,
    })
    expect(runStyle(xml, 'Số: 07/BC-SCT')).toEqual({ points: 13, bold: false, italic: false })
    expect(runStyle(xml, 'Mẫu Thành, ngày 28 tháng 11 năm 2025')).toEqual({
      points: 13,
      bold: false,
      italic: true,
    })
    expect(runStyle(xml, 'Nơi nhận:')).toEqual({ points: 12, bold: true, italic: true })
    expect(runStyle(xml, '- Lưu: VT, VP.')).toEqual({ points: 11, bold: false, italic: false })
    expect(runStyle(xml, 'TM. KHỐI THI ĐUA')).toEqual({ points: 14, bold: true, italic: false })
    expect(runStyle(xml, 'Nguyễn Văn Mẫu')).toEqual({ points: 14, bold: true, italic: false })
  })

  it('has real headings, a centred page number that page 1 does not show, and annexes with pages of their own', async () => {
    const parts = await docxPartsOf(paper)
    const xml = part(parts, 'word/document.xml')
    expect(xml).toContain('<w:pStyle w:val="Heading1"/>')
    const sections = xml.match(/<w:sectPr.*?<\/w:sectPr>/gs) ?? []
    expect(sections).toHaveLength(3)
    for (const section of sections) {
      expect(section).toContain('<w:titlePg/>')
      expect(section).toContain('w:start="1"')
      const headers = referencedHeaders(section, parts)
      expect(headers.first).not.toContain('PAGE')
      expect(headers.default).toContain('PAGE')
      expect(headers.default).toContain('<w:jc w:val="center"/>')
      expect(headers.default).toContain('<w:sz w:val="26"/>')
    }
  })
})

describe('the rules of the head', () => {
  it('are as long as the tiêu ngữ, and a third to a half of the line above for issuer and trích yếu', () => {
    const { motto, issuer, subject } = ruleLengths(samplePapers().submission)
    expect(motto).toBeGreaterThan(50)
    // One line each, so that the longest line is the whole text.
    const wide = ruleLengths({
      ...samplePapers().submission,
      issuer: { kind: 'agency', superior: null, name: 'SỞ A' },
    })
    expect(wide.issuer).toBeLessThan(issuer)
    expect(subject).toBeGreaterThan(20)
  })
})

describe.skipIf(!hasPoppler)('the PDF, measured by poppler', () => {
  const words = hasPoppler ? placedWords(pdfOf(paper)) : []
  const first = words.filter((word) => word.page === 1)
  const body = first.filter((word) => word.top > lineOf(first, 'Tình').bottom + 2)

  it('keeps margins of 20, 20, 30 and 15 mm', () => {
    expect(mm(Math.min(...body.map((word) => word.left)))).toBeCloseTo(30, 0)
    expect(210 - mm(Math.max(...body.map((word) => word.right)))).toBeCloseTo(15, 0)
    // The box of a word begins at the height of its letters, 0,2 em under the top of its line.
    expect(mm(lineOf(first, 'CỘNG').top - 0.2 * 12)).toBeCloseTo(20, 0)
    expect(297 - mm(Math.max(...body.map((word) => word.bottom)))).toBeGreaterThanOrEqual(19.8)
    expect(297 - mm(Math.max(...body.map((word) => word.bottom)))).toBeLessThan(28)
  })

  it('indents the first line of a paragraph by 12,7 mm', () => {
    const start = body.find((word) => word.text === 'Các')
    expect(mm(start?.left ?? 0) - 30).toBeCloseTo(12.7, 1)
  })

  it('keeps single line spacing and at least 6 pt between paragraphs', () => {
    const lefts = body.filter((word) => mm(word.left) < 30.2 || Math.abs(mm(word.left) - 42.7) < 0.2)
    const steps = lefts.slice(1).map((word, index) => word.top - (lefts[index]?.top ?? 0))
    expect(Math.min(...steps)).toBeCloseTo(14 * 1.15, 0)
    expect(Math.max(...steps)).toBeGreaterThanOrEqual(14 * 1.15 + 5)
    expect(Math.max(...steps)).toBeLessThan(14 * 1.15 + 8)
  })

  it('sets every part in the size of the decree', () => {
    expect(pointsOf(lineOf(first, 'CỘNG'), 'bold')).toBeCloseTo(12, 0)
    expect(pointsOf(lineOf(first, 'Độc'), 'bold')).toBeCloseTo(13, 0)
    expect(pointsOf(lineOf(first, 'BAN'), 'regular')).toBeCloseTo(12, 0)
    expect(pointsOf(lineOf(first, 'Số:'), 'regular')).toBeCloseTo(13, 0)
    expect(pointsOf(lineOf(first, 'BÁO'), 'bold')).toBeCloseTo(14, 0)
    expect(pointsOf(lineOf(body, 'Các'), 'regular')).toBeCloseTo(14, 0)
    expect(pointsOf(lineOf(words, 'nhận:'), 'boldItalic')).toBeCloseTo(12, 0)
    expect(pointsOf(lineOf(words, 'Lưu:'), 'regular')).toBeCloseTo(11, 0)
  })

  it('puts quốc hiệu in the right half of the first line, and the issuer in the left', () => {
    expect(mm(lineOf(first, 'CỘNG').left)).toBeGreaterThan(90)
    expect(mm(lineOf(first, 'BAN').right)).toBeLessThan(97)
    expect(lineOf(first, 'CỘNG').top).toBeCloseTo(lineOf(first, 'BAN').top, 0)
  })

  it('centres the page number in the top margin, from page 2 on', () => {
    const numbers = words.filter((word) => /^\d+$/.test(word.text) && mm(word.bottom) < 20)
    expect(numbers.map((word) => [word.page, word.text])).toEqual(
      [
        [2, '2'],
        [3, '3'],
        [4, '4'],
      ].slice(0, numbers.length),
    )
    expect(numbers.length).toBeGreaterThanOrEqual(2)
    for (const number of numbers) {
      expect((mm(number.left) + mm(number.right)) / 2).toBeCloseTo((30 + 195) / 2, 0)
      expect(pointsOf(number, 'regular')).toBeCloseTo(13, 0)
    }
  })

  it('draws the rule under the tiêu ngữ as long as its text', () => {
    const line = first.filter(
      (word) => Math.abs(word.top - lineOf(first, 'Độc').top) < 1 && mm(word.left) > 95,
    )
    const length = mm(
      Math.max(...line.map((word) => word.right)) - Math.min(...line.map((word) => word.left)),
    )
    expect(ruleLengths(paper).motto).toBeCloseTo(length, 0)
  })

  it('draws the rule under the issuer between a third and a half of its line', () => {
    const issuer = placedWords(pdfOf(samplePapers().registration)).filter((word) =>
      ['SỞ', 'CÔNG', 'THƯƠNG'].includes(word.text),
    )
    const line = issuer.slice(0, 3)
    const length = mm((line[2]?.right ?? 0) - (line[0]?.left ?? 0))
    const rule = ruleLengths(samplePapers().registration).issuer
    expect(rule).toBeGreaterThan(length / 3)
    expect(rule).toBeLessThan(length / 2)
  })
})

function inMm(element: string | undefined, attribute: string): number {
  const twips = new RegExp(`w:${attribute}="(\\d+)"`).exec(element ?? '')?.[1]
  return (Number(twips) / 1440) * 25.4
}

function runStyle(xml: string, text: string): { points: number; bold: boolean; italic: boolean } {
  const runs = xml.match(/<w:r>.*?<\/w:r>/gs) ?? []
  const run = runs.find((candidate) => candidate.includes(`>${text}<`)) ?? ''
  const points = /<w:sz w:val="(\d+)"/.exec(run)?.[1]
  return { points: Number(points) / 2, bold: run.includes('<w:b/>'), italic: run.includes('<w:i/>') }
}

function referencedHeaders(
  section: string,
  parts: ReadonlyMap<string, Buffer>,
): { first: string; default: string } {
  const relations = part(parts, 'word/_rels/document.xml.rels')
  const read = (type: string) => {
    const reference = section
      .match(/<w:headerReference [^>]*>/g)
      ?.find((element) => element.includes(`"${type}"`))
    const id = /r:id="([^"]+)"/.exec(reference ?? '')?.[1]
    const relation = relations.match(/<Relationship [^>]*>/g)?.find((element) => element.includes(`"${id}"`))
    return part(parts, `word/${/Target="([^"]+)"/.exec(relation ?? '')?.[1]}`)
  }
  return { first: read('first'), default: read('default') }
}

function lineOf(words: readonly PlacedWord[], text: string): PlacedWord {
  const word = words.find((candidate) => candidate.text === text)
  if (word === undefined) throw new Error(`The page has no word ${text}`)
  return word
}

/** Size of type, from the width of a word: the bare box of a word ends where its font file says, not at its line. */
function pointsOf(word: PlacedWord, face: TinosFace): number {
  return mm(word.right - word.left) / lineWidth(word.text, 1, face)
}
