import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { SECRET } from './site.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** How often the app may end by itself (its database was killed while it started) before something else is wrong. */
const PATIENCE = 20

/** The program as users start it, with somebody beside it who starts it again whenever it ends. */
export type Program = {
  readonly url: string
  /** How often the app was started and how often it ended by itself (not by a kill of ours). */
  readonly counts: { starts: number; gaveUp: number }
  killApp(): void
  /** Kills the postmaster; with `whole` also every process it had started. */
  killDatabase(whole: boolean): void
  untilReady(): Promise<void>
  /** Ends it as a user would, and tells the exit code. */
  stop(): Promise<number | null>
}

/** Runs the program on a data folder, on one port throughout. */
export async function runProgram(dataDir: string): Promise<Program> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const counts = { starts: 0, gaveUp: 0 }
  // Nothing of the tests' own environment: theirs names a database and an address.
  const { PATH, HOME, TMPDIR, TZ } = process.env
  const environment = { PATH, HOME, TMPDIR, TZ }
  let stopping = false
  let killed = false
  let said = ''
  let child = start()

  function start(): ChildProcess {
    counts.starts++
    killed = false
    const started = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
      cwd: ROOT,
      env: { ...environment, PORT: String(port), DATA_DIR: dataDir, AUTH_SECRET: SECRET },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    started.stderr?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4000)
    })
    started.once('exit', () => {
      if (stopping) return
      if (!killed) counts.gaveUp++
      child = start()
    })
    return started
  }

  return {
    url,
    counts,
    killApp: () => {
      killed = true
      child.kill('SIGKILL')
    },
    killDatabase: (whole) => killPostgres(dataDir, whole),
    untilReady: async () => {
      while (!(await isReady(url))) {
        if (counts.gaveUp > PATIENCE) throw new Error(`The program does not start any more:\n${said}`)
        await sleep(25)
      }
    },
    stop: async () => {
      stopping = true
      const code = new Promise<number | null>((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      return code
    },
  }
}

async function isReady(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/readyz`).catch(() => undefined)
  await answer?.text()
  return answer?.ok ?? false
}

/** Nothing is killed when the server is not there at this moment: somebody killed it just before. */
function killPostgres(dataDir: string, whole: boolean): void {
  const postmaster = postmasterOf(dataDir)
  if (!postmaster) return
  const servants = whole ? childrenOf(postmaster) : []
  for (const pid of [postmaster, ...servants]) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It ended in the meantime.
    }
  }
}

/** The process named in the folder, when it really is the server of that folder: ids are used again. */
function postmasterOf(dataDir: string): number | undefined {
  try {
    const cluster = join(dataDir, 'pg')
    const pid = Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0])
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(cluster) ? pid : undefined
  } catch {
    return undefined
  }
}

function childrenOf(parent: number): readonly number[] {
  const pids = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
  return pids.filter((pid) => {
    try {
      return new RegExp(`^PPid:\\s+${parent}$`, 'm').test(readFileSync(`/proc/${pid}/status`, 'utf8'))
    } catch {
      return false
    }
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
