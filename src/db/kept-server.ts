import { setTimeout as sleep } from 'node:timers/promises'
import { type EmbeddedServer, startEmbeddedServer } from './embedded.ts'

/** Told what becomes of a server that died. */
export type ServerWatch = {
  /** It died and is being started again. */
  readonly died: () => void
  /** It could not be started again: the program has no database any more. */
  readonly lost: (error: unknown) => void
}

/** How often a server that died is started before it is given up, and the pause between two attempts. */
const ATTEMPTS = 5
const PAUSE = 200

/**
 * The embedded server for as long as the program runs: when it dies it is started again on the same folder and the
 * same socket, so that every pool finds it again by itself. What was acknowledged is in its log; a request under way
 * fails and was not acknowledged.
 */
export async function keepEmbeddedServer(dataDir: string, watch: ServerWatch): Promise<EmbeddedServer> {
  let current = await startEmbeddedServer(dataDir)
  let stopping = false
  const watching = guard().catch(watch.lost)

  async function guard(): Promise<void> {
    for (;;) {
      await current.gone
      if (stopping) return
      watch.died()
      current = await startAgain(dataDir, () => stopping)
      if (stopping) return current.stop()
    }
  }

  return {
    connection: current.connection,
    get pid() {
      return current.pid
    },
    gone: watching,
    stop: async () => {
      stopping = true
      await current.stop()
      await watching
    },
  }
}

async function startAgain(dataDir: string, isStopping: () => boolean): Promise<EmbeddedServer> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await startEmbeddedServer(dataDir)
    } catch (error) {
      if (attempt === ATTEMPTS || isStopping()) throw error
      await sleep(PAUSE * attempt)
    }
  }
}
