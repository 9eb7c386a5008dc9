import { samplePapers } from '../src/domain/documents/papers/samples.ts'
import { renderDocx } from '../src/features/documents/writers/docx.writer.ts'
import { createPaperPool } from '../src/features/documents/writers/paper.pool.ts'
import { renderPdf } from '../src/features/documents/writers/pdf.writer.ts'
import { type Figure, timings } from './figure.ts'

const MADE_AT = new Date('2026-11-29T03:00:00Z')
const RUNS = 20
const PACKS = 5

/** One year-end report in each format, and all papers of a year in both. */
export async function writePapers(): Promise<readonly Figure[]> {
  const papers = samplePapers()
  const report = papers['year-end-report']
  // One of each type, and the report of the middle of the year, which is of a type that is there already.
  const all = [...Object.values(papers), report]
  const pdf = await timed(RUNS, async () => must(renderPdf(report, MADE_AT)))
  const docx = await timed(RUNS, async () => must(await renderDocx(report)))
  const pool = createPaperPool()
  try {
    const pack = await timed(PACKS, () =>
      Promise.all(
        all.flatMap((paper) =>
          (['pdf', 'docx'] as const).map(async (format) => must(await pool.write(paper, format, MADE_AT))),
        ),
      ),
    )
    return [
      timings('paper_pdf_ms', pdf, 'a year-end report as PDF/A, the writer warm'),
      timings('paper_docx_ms', docx, 'the same report as DOCX'),
      timings(
        'pack_ms',
        pack,
        `${all.length} papers of a year in both formats, written by the threads the server uses`,
      ),
    ]
  } finally {
    await pool.close()
  }
}

async function timed(runs: number, work: () => Promise<unknown>): Promise<readonly number[]> {
  await work()
  const samples: number[] = []
  for (let run = 0; run < runs; run++) {
    const began = performance.now()
    await work()
    samples.push(performance.now() - began)
  }
  return samples
}

function must<T>(
  outcome: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T {
  if (!outcome.ok) throw new Error(`A paper was not written: ${JSON.stringify(outcome.error)}`)
  return outcome.value
}
