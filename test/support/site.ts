import { randomUUID } from 'node:crypto'
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'
import { serializeSigned } from 'hono/utils/cookie'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { type Action, type Context, perform } from '../../src/actions/action.ts'
import type { Failure } from '../../src/actions/failure.ts'
import { createApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { type Database, openDatabase } from '../../src/db/database.ts'
import { nobody, type Permission } from '../../src/domain/permissions/index.ts'
import type { Result } from '../../src/domain/result.ts'
import type { Feature } from '../../src/http/feature.ts'
import { SESSION_COOKIE } from '../../src/http/session.ts'
import type { Jobs } from '../../src/jobs/jobs.ts'
import { findActor } from '../../src/scopes/actors.store.ts'
import { onDatabase } from './global-setup.ts'

/** Signs the session cookies of tests. */
export const SECRET = 'a-secret-of-the-tests-that-is-long-enough'
const BASE_URL = 'http://giaouoc.test'

/** A whole site on a database of its own, for one test file. */
export type Site = {
  readonly db: Database
  readonly connection: pg.PoolConfig
  readonly features: readonly Feature[]
  readonly server: Hono
  /** Jobs of this site; they are not done before they are started. */
  readonly jobs: Jobs
  /** The fake clock; set it to move in time. */
  readonly clock: { now: Date }
  /** What an action is performed with, as one of the accounts or (without a name) as the public. */
  context(username?: string): Promise<Context>
  /** Performs an action as somebody. */
  act<I, O>(username: string, spec: Action<Permission, string, I, O>, input: I): Promise<Result<O, Failure>>
  /** The same, for what must succeed. */
  did<I, O>(username: string, spec: Action<Permission, string, I, O>, input: I): Promise<O>
  /** A browser without scripts, signed in as somebody (or not). */
  browse(username?: string): Promise<Browse>
  /** Opens a port for a real browser; returns the address. */
  listen(): Promise<string>
  close(): Promise<void>
}

export type Browse = {
  get(path: string): Promise<Seen>
  post(path: string, form: Readonly<Record<string, string | readonly string[] | File>>): Promise<Seen>
}

export type Seen = {
  readonly status: number
  readonly location: string
  readonly text: string
  /** The body as it came: downloads. */
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly headers: Headers
}

/** Opens a site; it is closed after the file's tests. The clock stands at noon of `today` in Vietnam. */
export async function openSite(today = '2026-11-21'): Promise<Site> {
  const settings = JSON.parse(inject('postgres')) as pg.PoolConfig
  const name = `giaouoc_${randomUUID().replaceAll('-', '').slice(0, 16)}`
  const admin = new pg.Client(settings)
  await admin.connect()
  await admin.query(`create database ${name} template ${inject('template')} strategy file_copy`)
  const connection = onDatabase(settings, name)
  const { db } = openDatabase({ ...connection, max: 6 })
  const clock = { now: new Date(`${today}T12:00:00+07:00`) }
  const config = readConfig({ BASE_URL, AUTH_SECRET: SECRET, DATA_DIR: '/nonexistent' })
  const app = await createApp(
    config,
    { db, connection, embedded: undefined, close: async () => undefined },
    () => clock.now,
    (entry) => process.stderr.write(`${JSON.stringify(entry)}\n`),
  )
  const context = (username?: string) => contextFor(db, clock, username)
  const listening: { close(): void }[] = []
  const site: Site = {
    db,
    connection,
    features: app.features,
    server: app.server,
    jobs: app.jobs,
    clock,
    context,
    act: async (username, spec, input) => perform(spec, await context(username), input),
    did: async (username, spec, input) => {
      const outcome = await perform(spec, await context(username), input)
      if (!outcome.ok) throw new Error(`${spec.audit} was refused: ${JSON.stringify(outcome.error)}`)
      return outcome.value
    },
    browse: (username) => browseAs(db, app.server, username),
    listen: () =>
      new Promise((resolve) => {
        const http = serve({ fetch: app.server.fetch, port: 0, hostname: '127.0.0.1' }, (address) =>
          resolve(`http://127.0.0.1:${address.port}`),
        )
        listening.push(http)
      }),
    close: async () => {
      for (const http of listening) http.close()
      await app.close()
      await db.destroy()
      await admin.query(`drop database ${name} with (force)`)
      await admin.end()
    },
  }
  afterAll(site.close)
  return site
}

async function contextFor(db: Database, clock: { now: Date }, username?: string): Promise<Context> {
  const today = clock.now.toLocaleDateString('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' })
  const actor = username ? await findActor(db, username, today) : nobody
  if (!actor) throw new Error(`There is no account ${username}`)
  return { db, actor, now: () => clock.now, requestId: 'test', illustrative: false }
}

async function browseAs(db: Database, server: Hono, username?: string): Promise<Browse> {
  const cookies = new Map<string, string>()
  if (username) {
    const [name, value] = (await sessionCookie(db, username)).split(';')[0]?.split('=', 2) ?? []
    cookies.set(name ?? '', value ?? '')
  }
  const send = async (path: string, init: RequestInit): Promise<Seen> => {
    const headers = new Headers(init.headers)
    headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    headers.set('origin', BASE_URL)
    const response = await server.request(`${BASE_URL}${path}`, { ...init, headers })
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = cookie.split(';')[0]?.split(/=(.*)/s) ?? []
      cookies.set(name, value)
    }
    const bytes = new Uint8Array(await response.arrayBuffer())
    return {
      status: response.status,
      location: response.headers.get('location') ?? '',
      text: new TextDecoder().decode(bytes),
      bytes,
      headers: response.headers,
    }
  }
  return {
    get: (path) => send(path, { method: 'GET' }),
    post: (path, form) => {
      const body = new FormData()
      for (const [name, value] of Object.entries(form)) {
        for (const one of Array.isArray(value) ? value : [value]) body.append(name, one as string | Blob)
      }
      return send(path, { method: 'POST', body })
    },
  }
}

/** The `name=value` of a session cookie for an account, as signing in would set it. */
export async function sessionCookie(db: Database, username: string): Promise<string> {
  const token = randomUUID().replaceAll('-', '')
  await sql`
    insert into accounts.session ("expiresAt", token, "updatedAt", "userId")
    select now() + interval '1 day', ${token}, now(), id from accounts."user" where username = ${username}`.execute(
    db,
  )
  return serializeSigned(SESSION_COOKIE, token, SECRET, { path: '/' })
}
