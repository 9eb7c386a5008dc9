import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, describe, expect, it } from 'vitest'
import { EmbeddedServerRefused, startEmbeddedServer } from './embedded.ts'

const folders: string[] = []
const children: ChildProcess[] = []

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function newFolder(name = ''): string {
  const folder = mkdtempSync(join(tmpdir(), `giaouoc-embedded-${name}`))
  folders.push(folder)
  return folder
}

async function ask(connection: pg.PoolConfig, query: string): Promise<unknown[]> {
  const client = new pg.Client(connection)
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(query)).rows as unknown[]
  } finally {
    await client.end()
  }
}

describe.skipIf(process.env.DATABASE_URL)('the embedded PostgreSQL', () => {
  it('is created on first use and finds its data again', async () => {
    const folder = newFolder()
    const first = await startEmbeddedServer(folder)
    await ask(first.connection, "create table proof as select 'Giao ước thi đua' as said")
    await first.stop()
    const second = await startEmbeddedServer(folder)
    expect(await ask(second.connection, 'select said from proof')).toEqual([{ said: 'Giao ước thi đua' }])
    await second.stop()
  })

  it('sorts and folds Vietnamese', async () => {
    const server = await startEmbeddedServer(newFolder())
    await ask(server.connection, 'create extension unaccent')
    const sorted = await ask(
      server.connection,
      `select name from unnest(array['Đồng Văn', 'Yên Minh', 'Dân tộc', 'Ân Thi']) name order by name collate "vi-x-icu"`,
    )
    expect(sorted).toEqual([
      { name: 'Ân Thi' },
      { name: 'Dân tộc' },
      { name: 'Đồng Văn' },
      { name: 'Yên Minh' },
    ])
    expect(await ask(server.connection, "select unaccent('Hà Giang') as plain")).toEqual([
      { plain: 'Ha Giang' },
    ])
    await server.stop()
  })

  it('refuses a second copy on the same folder with a clear sentence', async () => {
    const folder = newFolder()
    const first = await startEmbeddedServer(folder)
    await expect(startEmbeddedServer(folder)).rejects.toThrow(/Another copy of Giao Ước is running/)
    expect(await ask(first.connection, 'select 1 as still')).toEqual([{ still: 1 }])
    await first.stop()
  })

  it('starts again after the server was killed', async () => {
    const folder = newFolder()
    const first = await startEmbeddedServer(folder)
    await ask(first.connection, 'create table kept as select 1 as n')
    const postmaster = Number(readFileSync(join(folder, 'pg', 'postmaster.pid'), 'utf8').split('\n')[0])
    expect(postmaster).toBeGreaterThan(0)
    process.kill(first.pid, 'SIGKILL')
    await sleep(300)
    const second = await startEmbeddedServer(folder)
    expect(await ask(second.connection, 'select n from kept')).toEqual([{ n: 1 }])
    await second.stop()
    await first.stop()
  })

  it('makes a half-finished first start whole', async () => {
    const folder = newFolder()
    mkdirSync(join(folder, 'pg.new'))
    const server = await startEmbeddedServer(folder)
    expect(await ask(server.connection, 'select 1 as n')).toEqual([{ n: 1 }])
    await server.stop()
  })

  it('runs under a home folder that is closed to others', async () => {
    const home = newFolder('home-')
    chmodSync(home, 0o700)
    const server = await startEmbeddedServer(join(home, 'project', 'var'))
    expect(await ask(server.connection, 'select 1 as n')).toEqual([{ n: 1 }])
    await server.stop()
  })

  it('runs in a folder whose path is too long for a socket', async () => {
    const folder = join(newFolder(), 'a'.repeat(60), 'b'.repeat(60))
    const server = await startEmbeddedServer(folder)
    expect(await ask(server.connection, 'select 1 as n')).toEqual([{ n: 1 }])
    await server.stop()
  })

  it.skipIf(process.getuid?.() !== 0)('says so when the folder belongs to somebody else', async () => {
    const folder = newFolder()
    chownSync(folder, 1234, 1234)
    await expect(startEmbeddedServer(folder)).rejects.toThrow(EmbeddedServerRefused)
    await expect(startEmbeddedServer(folder)).rejects.toThrow(/belongs to user 1234/)
  })

  it('goes down with an app that is killed', async () => {
    const folder = newFolder()
    const app = spawnApp(folder)
    const pid = await postmasterOf(app, folder)
    app.kill('SIGKILL')
    await expect.poll(() => isRunning(pid), { timeout: 10_000 }).toBe(false)
    const again = await startEmbeddedServer(folder)
    await again.stop()
  })
})

/** A process of its own that holds the server, as an app does. */
function spawnApp(folder: string): ChildProcess {
  const code = `
    const { startEmbeddedServer } = await import(${JSON.stringify(new URL('./embedded.ts', import.meta.url).href)})
    await startEmbeddedServer(${JSON.stringify(folder)})
    process.stdout.write('ready\\n')
    setInterval(() => undefined, 1000)`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  return child
}

async function postmasterOf(app: ChildProcess, folder: string): Promise<number> {
  await new Promise((resolve) => app.stdout?.once('data', resolve))
  const file = join(folder, 'pg', 'postmaster.pid')
  expect(existsSync(file)).toBe(true)
  return Number(readFileSync(file, 'utf8').split('\n')[0])
}

function isRunning(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}
