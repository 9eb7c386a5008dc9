import { Worker } from 'node:worker_threads'
import { LONGEST_READING_MS } from '../../../files/limits.ts'
import { FileRefused } from '../../../files/refusal.ts'
import type { PdfAnswer } from './pdf-worker.ts'

/** Fewer letters a page than this: the page is a picture. */
const FEWEST_LETTERS = 30

/** The text of a PDF. It is read in a thread of its own, with a limit on time and memory, and no script is run. */
export async function pdfText(bytes: Uint8Array): Promise<string> {
  const answer = await inWorker(bytes)
  if ('refused' in answer) throw new FileRefused(answer.refused)
  if (answer.letters < FEWEST_LETTERS * Math.max(1, Math.min(answer.pages, 3)))
    throw new FileRefused('scanned')
  return answer.text
}

function inWorker(bytes: Uint8Array): Promise<PdfAnswer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./pdf-worker.ts', import.meta.url), {
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: 600 },
    })
    const timer = setTimeout(() => finish(() => reject(new FileRefused('too-slow'))), LONGEST_READING_MS)
    let done = false
    function finish(settle: () => void): void {
      if (done) return
      done = true
      clearTimeout(timer)
      settle()
      void worker.terminate()
    }
    worker.once('message', (answer: PdfAnswer) => finish(() => resolve(answer)))
    worker.once('error', (error) =>
      finish(() =>
        reject(
          (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
            ? new FileRefused('too-much-inside')
            : error,
        ),
      ),
    )
    worker.once('exit', () => finish(() => reject(new FileRefused('damaged'))))
  })
}
