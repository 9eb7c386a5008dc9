import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Paper } from '../../../domain/documents/paper.ts'
import type { Result } from '../../../domain/result.ts'
import type { PaperFormat, WritingFault } from './writing.ts'

/** What a worker is asked. */
export interface WritingTask {
  readonly id: number
  readonly paper: Paper
  readonly format: PaperFormat
  readonly madeAt: Date
}

/** What a worker answers: the outcome, or the stack of a bug. */
export type WritingTaskDone =
  | { readonly id: number; readonly outcome: Result<Uint8Array, WritingFault> }
  | { readonly id: number; readonly crash: string }

/** Writes papers in threads of their own, so that laying out pages never holds up the server. */
export interface PaperPool {
  /** Threads that are there now, at work or resting. */
  readonly awake: number
  /** Writes one paper. Waits for a free thread; papers are begun in the order they were asked for. */
  write(paper: Paper, format: PaperFormat, madeAt: Date): Promise<Result<Uint8Array, WritingFault>>
  /** Ends the threads; what is still under way is rejected. */
  close(): Promise<void>
}

interface Waiting {
  readonly task: WritingTask
  readonly resolve: (outcome: Result<Uint8Array, WritingFault>) => void
  readonly reject: (reason: Error) => void
}

/** One thread fewer than there are cores, so that requests keep one; two are enough for a whole year's papers. */
const usualThreads = Math.min(2, Math.max(1, availableParallelism() - 1))

/** A thread that rests so long, in milliseconds, is ended: it holds a hundred megabytes of fonts and programs. */
const usualRest = 60_000

/** A pool whose threads start with the first papers and do not keep the program alive while they are idle. */
export function createPaperPool(threads: number = usualThreads, rest: number = usualRest): PaperPool {
  const queue: Waiting[] = []
  const slots = Array.from({ length: threads }, () => createSlot(() => next(), rest))
  let lastId = 0
  let closed = false

  function next(): void {
    const free = slots.find((slot) => !slot.busy)
    const first = free === undefined ? undefined : queue.shift()
    if (free !== undefined && first !== undefined) free.run(first)
  }

  return {
    get awake() {
      return slots.filter((slot) => slot.awake).length
    },
    write(paper, format, madeAt) {
      if (closed) return Promise.reject(new Error('The paper pool is closed'))
      return new Promise((resolve, reject) => {
        queue.push({ task: { id: ++lastId, paper, format, madeAt }, resolve, reject })
        next()
      })
    },
    async close() {
      closed = true
      for (const waiting of queue.splice(0)) waiting.reject(new Error('The paper pool was closed'))
      await Promise.all(slots.map((slot) => slot.stop()))
    },
  }
}

interface Slot {
  readonly busy: boolean
  readonly awake: boolean
  run(waiting: Waiting): void
  stop(): Promise<void>
}

/** One thread, started when first needed and again after it died or was sent home. */
function createSlot(onFree: () => void, rest: number): Slot {
  let worker: Worker | undefined
  let current: Waiting | undefined
  let bedtime: NodeJS.Timeout | undefined

  function finish(settle: (waiting: Waiting) => void): void {
    const waiting = current
    current = undefined
    worker?.unref()
    bedtime = setTimeout(sendHome, rest).unref()
    if (waiting !== undefined) settle(waiting)
    onFree()
  }

  function sendHome(): void {
    const resting = worker
    worker = undefined
    void resting?.terminate()
  }

  function start(): Worker {
    // A small young generation makes the thread let go of finished drawings and pages sooner.
    const started = new Worker(new URL('./paper.worker.ts', import.meta.url), {
      resourceLimits: { maxYoungGenerationSizeMb: 16 },
    })
    started.on('message', (done: WritingTaskDone) => {
      finish(({ resolve, reject }) =>
        'outcome' in done ? resolve(done.outcome) : reject(new Error(done.crash)),
      )
    })
    started.on('error', (cause) => {
      worker = undefined
      finish(({ reject }) => reject(cause instanceof Error ? cause : new Error(String(cause))))
    })
    started.on('exit', () => {
      if (worker !== started) return
      worker = undefined
      if (current !== undefined) finish(({ reject }) => reject(new Error('The paper thread ended')))
    })
    return started
  }

  return {
    get busy() {
      return current !== undefined
    },
    get awake() {
      return worker !== undefined
    },
    run(waiting) {
      clearTimeout(bedtime)
      current = waiting
      worker ??= start()
      worker.ref()
      worker.postMessage(waiting.task)
    },
    async stop() {
      clearTimeout(bedtime)
      await worker?.terminate()
    },
  }
}
