import { parentPort } from 'node:worker_threads'
import { renderDocx } from './docx.writer.ts'
import type { WritingTask, WritingTaskDone } from './paper.pool.ts'
import { renderPdf } from './pdf.writer.ts'

parentPort?.on('message', (task: WritingTask) => void write(task))

async function write({ id, paper, format, madeAt }: WritingTask): Promise<void> {
  try {
    const outcome = format === 'pdf' ? renderPdf(paper, madeAt) : await renderDocx(paper)
    answer({ id, outcome })
  } catch (cause) {
    answer({ id, crash: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause) })
  }
}

function answer(done: WritingTaskDone): void {
  parentPort?.postMessage(done)
}
