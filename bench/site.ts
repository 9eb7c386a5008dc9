import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** The program as `npm run demo` starts it, in a process of its own. */
export type RunningSite = {
  readonly url: string
  /** Milliseconds from the start of the process to the first `/readyz` 200. */
  readonly readyAfter: number
  /** Highest resident memory of the process so far, in MB. */
  highestMemory(): Promise<number>
  stop(): Promise<void>
}

/** Starts the demo on a data folder and waits until it is ready. */
export async function startSite(dataDir: string): Promise<RunningSite> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const began = performance.now()
  const child = spawn(process.execPath, asNpmRunDemo(), {
    cwd: ROOT,
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await untilReady(child, url)
  const readyAfter = performance.now() - began
  return {
    url,
    readyAfter,
    highestMemory: () => highestMemory(child),
    stop: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await gone
    },
  }
}

/** What follows `exec node` in the script, so that the same limits of memory hold. */
function asNpmRunDemo(): readonly string[] {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    readonly scripts: { readonly demo: string }
  }
  return scripts.demo.split(' ').slice(2)
}

async function untilReady(child: ChildProcess, url: string): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error('The program ended before it was ready')
    const answer = await fetch(`${url}/readyz`).catch(() => undefined)
    if (answer?.ok) return
    await sleep(5)
  }
}

async function highestMemory(child: ChildProcess): Promise<number> {
  const { readFile } = await import('node:fs/promises')
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '')
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
}

/** Signs in through the page and returns the cookie header, as a browser sends it once it was greeted. */
export async function signIn(url: string, username: string, password: string): Promise<string> {
  const answer = await fetch(`${url}/dang-nhap`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: url },
    body: new URLSearchParams({ username, password, ve: '/' }),
    redirect: 'manual',
  })
  if (answer.status !== 303) throw new Error(`${username} could not sign in (${answer.status})`)
  return answer.headers
    .getSetCookie()
    .flatMap((cookie) => cookie.split(';')[0] ?? [])
    .filter((cookie) => !cookie.startsWith('giaouoc.said='))
    .join('; ')
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
