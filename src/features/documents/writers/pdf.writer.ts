import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { tinosPaths } from '../../../charts/tinos.ts'
import { checkPaper } from '../../../domain/documents/check.ts'
import type { Paper } from '../../../domain/documents/paper.ts'
import { err, ok, type Result } from '../../../domain/result.ts'
import { typstSource } from './typst.source.ts'
import type { WritingFault } from './writing.ts'

/** Tagged, with text that can be searched and read aloud, made to be archived. */
const standard = 'a-2a'

/** Layout results kept between papers; beyond a few, memory grows without making the next paper faster. */
const keptLayouts = 3

let compiler: NodeCompiler | undefined

/**
 * A paper as tagged PDF/A-2a with Tinos embedded; `madeAt` goes into its metadata, where PDF/A wants a date. It holds the thread while it works (some 10–40 ms): the server
 * calls it through `writePaper` in a worker thread, benchmarks and the command line call it directly.
 */
export function renderPdf(paper: Paper, madeAt: Date): Result<Uint8Array, WritingFault> {
  const checked = checkPaper(paper)
  if (!checked.ok) return err({ kind: 'wrong-paper', faults: checked.error })
  return renderTypst(typstSource(paper), madeAt)
}

/** Typst source as PDF/A-2a. */
export function renderTypst(source: string, madeAt: Date): Result<Uint8Array, WritingFault> {
  const started = startCompiler()
  if (!started.ok) return started
  const typst = started.value
  try {
    const compiled = typst.compile({ mainFileContent: source })
    if (compiled.result === null) {
      return err({ kind: 'layout-failed', detail: JSON.stringify(compiled.takeError()?.shortDiagnostics) })
    }
    return ok(
      typst.pdf(compiled.result, {
        pdfStandard: standard,
        creationTimestamp: Math.floor(madeAt.getTime() / 1000),
      }),
    )
  } catch (cause) {
    return err({ kind: 'layout-failed', detail: describe(cause) })
  } finally {
    typst.evictCache(keptLayouts)
  }
}

function startCompiler(): Result<NodeCompiler, WritingFault> {
  if (compiler !== undefined) return ok(compiler)
  let create: typeof NodeCompiler.create
  try {
    // Loaded on first use: the package throws on a platform for which it brings no program.
    const typst = createRequire(import.meta.url)('@myriaddreamin/typst-ts-node-compiler') as {
      NodeCompiler: typeof NodeCompiler
    }
    create = typst.NodeCompiler.create
  } catch {
    return err({ kind: 'pdf-not-on-this-platform', platform: `${process.platform} ${process.arch}` })
  }
  compiler = create({
    // A folder that does not exist: no paper may read a file of the server.
    workspace: join(import.meta.dirname, 'no-files'),
    fontArgs: [{ fontBlobs: tinosPaths().map((path) => readFileSync(path)) }],
  })
  return ok(compiler)
}

/** Typst puts its reasons into `code`. */
function describe(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause)
  return 'code' in cause ? String(cause.code) : cause.message
}
