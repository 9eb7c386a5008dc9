import type { Context as HonoContext } from 'hono'
import type { Context, Enqueue } from '../actions/action.ts'
import type { Database } from '../db/database.ts'
import { type Actor, may, type Permission, type Scope } from '../domain/permissions/index.ts'
import type { Lang } from '../i18n/words.ts'
import type { BlocYear } from '../scopes/scopes.store.ts'
import type { Flash, PageFrame, Theme } from '../ui/index.ts'

/** One request, as the handlers of features see it. */
export type Ask = {
  readonly c: HonoContext
  readonly db: Database
  readonly lang: Lang
  readonly theme: Theme
  readonly actor: Actor
  readonly username: string
  /** ISO date of today in Vietnam. */
  readonly today: string
  readonly now: Date
  readonly requestId: string
  readonly baseUrl: string
  readonly enqueue: Enqueue
  readonly todoCount: number
  readonly flash: Flash | undefined
  /** The scope the route was found in; rights of this page are asked against it. */
  readonly scope: Scope
  /** The bloc's year of the address, on routes below `/khoi/:bloc/:year`. */
  readonly blocYear: BlocYear | undefined
}

/** What a handler is given to perform an action on the command of this request. */
export function contextOf(ask: Ask): Context {
  return {
    db: ask.db,
    actor: ask.actor,
    now: () => ask.now,
    requestId: ask.requestId,
    illustrative: false,
    enqueue: ask.enqueue,
  }
}

/** A part of the address, e.g. `:unit`; the empty text when there is none. */
export function param(ask: Ask, name: string): string {
  return ask.c.req.param(name) ?? ''
}

/** A part of the address that is the key of a record; undefined when it cannot be one. */
export function keyParam(ask: Pick<Ask, 'c'>, name: string): string | undefined {
  const key = ask.c.req.param(name) ?? ''
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(key) ? key : undefined
}

/** The same where a key is needed: one that no record has, when it cannot be a key. */
export function keyOrNone(ask: Pick<Ask, 'c'>, name: string): string {
  return keyParam(ask, name) ?? '00000000-0000-0000-0000-000000000000'
}

/** A part of the query, e.g. `?tim=`; the empty text when there is none. */
export function query(ask: Ask, name: string): string {
  return ask.c.req.query(name) ?? ''
}

/** The year of the address. Only for routes whose place is `inYear`, which answer 404 without it. */
export function yearOf(ask: Ask): BlocYear {
  if (!ask.blocYear) throw new Error('This route is not below a year of a bloc')
  return ask.blocYear
}

/** May whoever asks do this here (or in another scope)? */
export function mayHere(ask: Ask, permission: Permission, scope: Scope = ask.scope): boolean {
  return may(ask.actor, permission, scope).ok
}

/** The unit this person works for, first appointment first. */
export function unitIdsOf(ask: Pick<Ask, 'actor'>): readonly string[] {
  return ask.actor.appointments.flatMap((one) => (one.unitId === null ? [] : [one.unitId]))
}

export type { PageFrame }
