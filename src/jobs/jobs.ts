import type pg from 'pg'
import { fromKysely, PgBoss } from 'pg-boss'
import type { Enqueue } from '../actions/action.ts'

/** Work that goes on after the answer was sent. It may be begun again after a crash, so doing it twice does no harm. */
export type Job = {
  readonly name: string
  /** Also done by the clock, as a cron expression in Vietnam's time. */
  readonly at?: string
  readonly work: () => Promise<void>
}

/** The jobs of one process. Without `start` it asks for jobs that some other process does, or this one later. */
export type Jobs = {
  /** Asks for a job to be done once the transaction stands. */
  readonly enqueue: Enqueue
  /** Begins to work: first on what was left undone. */
  start(): Promise<void>
  /** Lets go after the job under way. */
  stop(): Promise<void>
}

const FEW_CONNECTIONS = 3
const SECONDS_TO_FINISH = 5

/** Jobs kept in PostgreSQL, so that several processes share the work and nothing asked for is lost. */
export function createJobs(
  connection: pg.PoolConfig,
  jobs: readonly Job[],
  log: (entry: Readonly<Record<string, unknown>>) => void,
): Jobs {
  let running: PgBoss | undefined
  let starting: Promise<void> | undefined

  async function start(): Promise<void> {
    const boss = new PgBoss({
      ...(connection as ConstructorParameters<typeof PgBoss>[0] & object),
      max: FEW_CONNECTIONS,
      application_name: 'giaouoc jobs',
      useListenNotify: true,
    })
    boss.on('error', (error) => log({ level: 'error', what: 'jobs', error: error.stack ?? String(error) }))
    await boss.start()
    for (const job of jobs) await begin(boss, job)
    running = boss
  }

  return {
    enqueue: async (trx, name) => {
      await running?.send(name, {}, { db: fromKysely(trx) })
    },
    start() {
      starting ??= start()
      return starting
    },
    async stop() {
      // Whoever stops at once waits until the start is over: half a start cannot be taken back.
      await starting?.catch(() => undefined)
      await running?.stop({ graceful: true, timeout: SECONDS_TO_FINISH * 1000 })
      running = undefined
    },
  }
}

async function begin(boss: PgBoss, { name, at, work }: Job): Promise<void> {
  // One of a kind waits at most: whoever works takes all there is.
  await boss.createQueue(name, { policy: 'short', notify: true, retryLimit: 2, retryDelay: 30 })
  await boss.work(name, async () => work())
  if (at) await boss.schedule(name, at, {}, { tz: 'Asia/Ho_Chi_Minh' })
  await boss.send(name, {})
}
