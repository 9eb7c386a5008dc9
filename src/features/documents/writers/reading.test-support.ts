import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import type { Paper } from '../../../domain/documents/paper.ts'
import { renderDocx } from './docx.writer.ts'
import { renderPdf } from './pdf.writer.ts'

/** Whether poppler's tools, which read PDF independently of the writer, are on this machine. */
export const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined

/** A moment for the metadata of papers in tests. */
export const madeAt = new Date('2025-11-28T03:00:00Z')

/** The paper as PDF; a refusal fails the test. */
export function pdfOf(paper: Paper): Buffer {
  const written = renderPdf(paper, madeAt)
  if (!written.ok) throw new Error(JSON.stringify(written.error))
  return Buffer.from(written.value)
}

/** The parts of the paper's DOCX by their path in the package; a refusal fails the test. */
export async function docxPartsOf(paper: Paper): Promise<ReadonlyMap<string, Buffer>> {
  const written = await renderDocx(paper)
  if (!written.ok) throw new Error(JSON.stringify(written.error))
  return unzip(Buffer.from(written.value))
}

/** A part of a DOCX as text. */
export function part(parts: ReadonlyMap<string, Buffer>, path: string): string {
  const found = parts.get(path)
  if (found === undefined) throw new Error(`The DOCX has no ${path}`)
  return found.toString('utf8')
}

/** The text of DOCX XML, a line for each paragraph. */
export function docxText(xml: string): string {
  return [...xml.matchAll(/<w:p>.*?<\/w:p>|<w:p [^>]*>.*?<\/w:p>/gs)]
    .map(([paragraph]) =>
      [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>/g)]
        .map((run) => run[1] ?? '\n')
        .join(''),
    )
    .join('\n')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}

/** What a poppler tool says about a PDF. */
export function poppler(
  tool: string,
  options: readonly string[],
  pdf: Buffer,
  tail: readonly string[] = [],
): string {
  const folder = mkdtempSync(join(tmpdir(), 'giao-uoc-test-'))
  try {
    const file = join(folder, 'paper.pdf')
    writeFileSync(file, pdf)
    return execFileSync(tool, [...options, file, ...tail], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      // Poppler grumbles about what it does not know; the answer counts.
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The text of a PDF as poppler reads it. */
export function pdfText(pdf: Buffer, options: readonly string[] = []): string {
  return poppler('pdftotext', options, pdf, ['-'])
}

/** A word on a page with its box in points from the top left. */
export interface PlacedWord {
  readonly page: number
  readonly text: string
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Every word of a PDF with its place. */
export function placedWords(pdf: Buffer): readonly PlacedWord[] {
  let page = 0
  const words: PlacedWord[] = []
  for (const line of pdfText(pdf, ['-bbox']).split('\n')) {
    if (line.includes('<page ')) page++
    const word = /xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*)<\/word>/.exec(line)
    if (word === null) continue
    const [left = 0, top = 0, right = 0, bottom = 0] = word.slice(1, 5).map(Number)
    words.push({ page, text: word[5] ?? '', left, top, right, bottom })
  }
  return words
}

function unzip(zip: Buffer): ReadonlyMap<string, Buffer> {
  const parts = new Map<string, Buffer>()
  const end = zip.lastIndexOf('PK\u0005\u0006')
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const nameLength = zip.readUInt16LE(at + 28)
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength)
    const local = zip.readUInt32LE(at + 42)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const data = zip.subarray(start, start + zip.readUInt32LE(at + 20))
    parts.set(name, zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(data) : data)
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return parts
}
