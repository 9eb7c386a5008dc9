import { parentPort, workerData } from 'node:worker_threads'
import { getDocumentProxy } from 'unpdf'
import { type PrintedPiece, pageLines } from './pdf-lines.ts'

/** What the worker answers: the text and the number of pages, or why there is none. */
export type PdfAnswer =
  | { readonly text: string; readonly pages: number; readonly letters: number }
  | { readonly refused: 'locked' | 'damaged' }

/** More pages than any report has. */
const MOST_PAGES = 1500

async function read(bytes: Uint8Array): Promise<PdfAnswer> {
  const lines: string[] = []
  try {
    const paper = await getDocumentProxy(bytes, {
      disableFontFace: true,
      verbosity: 0,
    })
    const pages = Math.min(paper.numPages, MOST_PAGES)
    for (let number = 1; number <= pages; number++) {
      const page = await paper.getPage(number)
      const content = await page.getTextContent()
      const pieces: PrintedPiece[] = []
      for (const item of content.items) {
        if (!('str' in item)) continue
        pieces.push({
          text: item.str,
          x: item.transform[4] ?? 0,
          y: item.transform[5] ?? 0,
          width: item.width,
          height: Math.abs(item.transform[3] ?? 0) || item.height,
        })
      }
      lines.push(...pageLines(pieces))
      page.cleanup()
    }
    const text = lines.join('\n')
    return { text, pages, letters: (text.match(/\p{L}/gu) ?? []).length }
  } catch (error) {
    return { refused: error instanceof Error && error.name === 'PasswordException' ? 'locked' : 'damaged' }
  }
}

void read(workerData as Uint8Array).then((answer) => parentPort?.postMessage(answer))
