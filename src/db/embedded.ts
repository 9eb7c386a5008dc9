import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readlinkSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { type Binaries, findBinaries } from './postgres-binaries.ts'
import { EmbeddedServerRefused } from './refused.ts'

/** Advisory lock (in the database `giaouoc`) that says "an app is using this embedded server". */
const OWNER_LOCK = 718_204_518

/** Longest path the kernel takes for a socket, without the name postgres appends to the folder. */
const LONGEST_SOCKET_FOLDER = 107 - '/.s.PGSQL.5432'.length

export type EmbeddedServer = {
  /** Connection settings for `pg`. */
  readonly connection: pg.PoolConfig
  /** Stops the server after the connections are closed; safe to call twice. */
  stop(): Promise<void>
  /** The process id of the postmaster, for crash tests. */
  readonly pid: number
  /** Resolves when the server has ended, asked to or not. */
  readonly gone: Promise<void>
}

export { EmbeddedServerRefused }

/**
 * Starts the PostgreSQL that comes with the package under `dataDir`, creating it on first use.
 *
 * The binaries are started by ourselves: PostgreSQL refuses to run as root, so root starts it in a user
 * namespace of its own; `setpriv --pdeathsig` takes the server along when this process is killed.
 *
 * @param settings extra server settings, e.g. `{ fsync: 'off' }` for throw-away test servers.
 * @throws EmbeddedServerRefused when another copy uses the folder or the machine does not allow it.
 */
export async function startEmbeddedServer(
  dataDir: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<EmbeddedServer> {
  const binaries = await findBinaries()
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  refuseForeignFolder(dataDir)
  const cluster = join(dataDir, 'pg')
  const socketFolder = chooseSocketFolder(dataDir)
  const connection: pg.PoolConfig = { host: socketFolder, user: 'giaouoc', database: 'giaouoc' }

  await clearPreviousServer(cluster, socketFolder)
  const isNew = !existsSync(cluster)
  if (isNew) initialise(binaries, dataDir, cluster)

  const spawnOnce = () => spawnServer(binaries.postgres, cluster, socketFolder, settings)
  const { child, owner } = await startWhenFree(spawnOnce, socketFolder, isNew)
  const holder = holdOwnership(child, owner, socketFolder)
  return {
    connection,
    pid: child.pid ?? 0,
    gone: isRunning(child) ? ended(child) : Promise.resolve(),
    stop: () => stopServer(child, holder),
  }
}

type Holder = { letGo(): Promise<void> }

/** The server closes all connections when one of its processes is killed; the lock is taken again then. */
function holdOwnership(child: ChildProcess, first: pg.Client, socketFolder: string): Holder {
  let owner = first
  let holding = true
  const watch = () => owner.once('end', () => void takeAgain())
  const takeAgain = async () => {
    if (!holding || !isRunning(child)) return
    try {
      owner = await connectAsOwner(child, socketFolder, false)
    } catch {
      return // The server itself has ended, and whoever keeps it knows.
    }
    if (holding) watch()
    else await owner.end()
  }
  watch()
  return {
    letGo: async () => {
      holding = false
      await owner.end().catch(() => undefined)
    },
  }
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null
}

/** How long the processes of a killed server may take to notice that it is gone. */
const LINGERING = 15_000

/** A server that was killed leaves processes that hold its memory for a moment; PostgreSQL rightly waits for their end. */
async function startWhenFree(
  spawnOnce: () => ChildProcess,
  socketFolder: string,
  isNew: boolean,
): Promise<{ readonly child: ChildProcess; readonly owner: pg.Client }> {
  const deadline = Date.now() + LINGERING
  for (;;) {
    const child = spawnOnce()
    try {
      return { child, owner: await connectAsOwner(child, socketFolder, isNew) }
    } catch (error) {
      if (!/shared memory block .* is still in use/.test(saidBy(child)) || Date.now() > deadline) throw error
      await sleep(100)
    }
  }
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => child.once('exit', () => resolve()))
}

function saidBy(child: ChildProcess): string {
  return (child as ChildProcess & { readonly said?: string }).said ?? ''
}

function refuseForeignFolder(dataDir: string): void {
  const owner = statSync(dataDir).uid
  const me = process.getuid?.()
  if (me === undefined || owner === me) return
  throw new EmbeddedServerRefused(
    `The data folder ${dataDir} belongs to user ${owner}, but the program runs as user ${me}: start it as that user, or give it a DATA_DIR of its own.`,
  )
}

function chooseSocketFolder(dataDir: string): string {
  if (Buffer.byteLength(dataDir) <= LONGEST_SOCKET_FOLDER) return dataDir
  const folder = join(tmpdir(), `giaouoc-${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  refuseForeignFolder(folder)
  return folder
}

const ENCODING = [
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C.UTF-8',
]

/** Builds the cluster beside its place and moves it there, so that a killed start leaves nothing half-made. */
function initialise(binaries: Binaries, dataDir: string, cluster: string): void {
  const building = join(dataDir, 'pg.new')
  rmSync(building, { recursive: true, force: true })
  const [command, args] = asServerUser(binaries.initdb, [
    '-D',
    building,
    '--username=giaouoc',
    '--auth=trust',
    ...ENCODING,
  ])
  const run = spawnSync(command, args, { encoding: 'utf8' })
  if (run.status !== 0) {
    throw new EmbeddedServerRefused(
      `The embedded PostgreSQL could not be created: ${firstLine(run.stderr || run.error?.message)} Run the program as an ordinary user, or set DATABASE_URL.`,
    )
  }
  renameSync(building, cluster)
}

function spawnServer(
  postgres: string,
  cluster: string,
  socketFolder: string,
  settings: Readonly<Record<string, string>>,
): ChildProcess {
  const all: Record<string, string> = {
    listen_addresses: '',
    unix_socket_directories: socketFolder,
    max_connections: '60',
    shared_buffers: '128MB',
    timezone: 'UTC',
    log_min_messages: 'warning',
    logging_collector: 'off',
    // Every query here is short; compiling one would take longer than running it.
    jit: 'off',
    ...settings,
  }
  const options = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const [command, args] = asServerUser(...dyingWithParent(postgres, ['-D', cluster, ...options]))
  // In a group of its own: Ctrl-C must reach this process first, so that requests under way can finish.
  const child = spawn(command, args, { detached: true, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4000)
  })
  child.on('error', () => undefined)
  Object.defineProperty(child, 'said', { get: () => said })
  return child
}

function dyingWithParent(command: string, args: string[]): [string, string[]] {
  if (process.platform !== 'linux' || !hasCommand('setpriv')) return [command, args]
  return ['setpriv', ['--pdeathsig', 'INT', '--', command, ...args]]
}

/** PostgreSQL does not run as root: root becomes user 1000 of a namespace in which it still owns its files. */
function asServerUser(command: string, args: string[]): [string, string[]] {
  if (process.getuid?.() !== 0) return [command, args]
  return ['unshare', ['--user', '--map-user=1000', '--map-group=1000', '--', command, ...args]]
}

function hasCommand(name: string): boolean {
  return (process.env.PATH ?? '').split(':').some((folder) => existsSync(join(folder, name)))
}

async function connectAsOwner(child: ChildProcess, socketFolder: string, isNew: boolean): Promise<pg.Client> {
  const deadline = Date.now() + 60_000
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) {
      throw new EmbeddedServerRefused(
        `The embedded PostgreSQL did not start: ${firstLine(saidBy(child))} Run the program as an ordinary user, or set DATABASE_URL.`,
      )
    }
    const client = await tryConnect(socketFolder, isNew ? 'postgres' : 'giaouoc')
    if (client && isNew) {
      await client.query('create database giaouoc')
      await client.end()
      return connectAsOwner(child, socketFolder, false)
    }
    if (client && (await becomesOwner(client))) return client
    if (Date.now() > deadline) {
      child.kill('SIGKILL')
      throw new EmbeddedServerRefused('The embedded PostgreSQL did not answer within a minute.')
    }
    await sleep(20)
  }
}

/** False when the server died at that very moment; the caller sees it by its process. */
async function becomesOwner(client: pg.Client): Promise<boolean> {
  try {
    await client.query('select pg_advisory_lock($1)', [OWNER_LOCK])
    return true
  } catch {
    return false
  }
}

async function tryConnect(socketFolder: string, database: string): Promise<pg.Client | undefined> {
  const client = new pg.Client({ host: socketFolder, user: 'giaouoc', database })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return client
  } catch (error) {
    await client.end().catch(() => undefined)
    // A start that was killed between creating the server and its database is made whole here.
    if ((error as { code?: string }).code === '3D000' && database === 'giaouoc') {
      const first = await tryConnect(socketFolder, 'postgres')
      await first?.query('create database giaouoc').catch(() => undefined)
      await first?.end().catch(() => undefined)
    }
    return undefined
  }
}

/** Removes what a killed server left behind; refuses when a living app owns the folder. */
async function clearPreviousServer(cluster: string, socketFolder: string): Promise<void> {
  const pidFile = join(cluster, 'postmaster.pid')
  let deadline = Date.now() + 5_000
  for (;;) {
    const lines = linesOf(pidFile)
    if (!lines) return
    const pid = Number(lines[0])
    // A server that is ending has lost its app; its last checkpoint may take its time.
    if (lines[7]?.trim() === 'stopping') deadline = Date.now() + 5_000
    if (!isOurPostgres(pid, cluster)) {
      rmSync(pidFile, { force: true })
      return
    }
    const client = await tryConnect(socketFolder, 'giaouoc')
    if (client) {
      if (await hasNoOwner(client)) endServer(pid)
      else if (Date.now() > deadline) throw usedByAnother(cluster)
    } else if (Date.now() > deadline) {
      throw usedByAnother(cluster)
    }
    await sleep(100)
  }
}

/** False also when the server ends while it is asked. */
async function hasNoOwner(client: pg.Client): Promise<boolean> {
  try {
    const answer = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [
      OWNER_LOCK,
    ])
    return answer.rows[0]?.got ?? false
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

function endServer(pid: number): void {
  try {
    process.kill(pid, 'SIGINT')
  } catch {
    // It ended by itself in the meantime.
  }
}

function linesOf(file: string): readonly string[] | undefined {
  try {
    return readFileSync(file, 'utf8').split('\n')
  } catch {
    return undefined
  }
}

function usedByAnother(cluster: string): EmbeddedServerRefused {
  return new EmbeddedServerRefused(
    `Another copy of Giao Ước is running on ${dirname(cluster)}: stop it first, or give this one a DATA_DIR of its own.`,
  )
}

function isOurPostgres(pid: number, cluster: string): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  if (process.platform !== 'linux') return isAlive(pid)
  try {
    const state = /^State:\s+(\S)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    if (state === 'Z') return false
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
    return command.some((word) => word.endsWith('postgres')) && runsIn(pid, cluster, command)
  } catch {
    return false
  }
}

function runsIn(pid: number, cluster: string, command: readonly string[]): boolean {
  if (command.includes(cluster)) return true
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === cluster
  } catch {
    return false
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

async function stopServer(child: ChildProcess, holder: Holder): Promise<void> {
  await holder.letGo()
  if (!isRunning(child)) return
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGINT')
  const timer = setTimeout(() => child.kill('SIGKILL'), 8_000)
  await gone
  clearTimeout(timer)
}

function firstLine(text: string | undefined): string {
  return (
    text
      ?.split('\n')
      .find((line) => line.trim() !== '')
      ?.trim() ?? 'it said nothing.'
  )
}
