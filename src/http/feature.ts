import type { Child } from 'hono/jsx'
import type { Action, AnyAction } from '../actions/action.ts'
import type { Difference } from '../actions/failure.ts'
import type { Permission, Scope } from '../domain/permissions/index.ts'
import type { Result } from '../domain/result.ts'
import type { Lang, Names, Word } from '../i18n/words.ts'
import type { BlocYear } from '../scopes/scopes.store.ts'
import type { SheetModel } from '../spreadsheets/workbook.ts'
import type { FormErrors, FormValues } from '../ui/index.ts'
import type { Ask } from './ask.ts'
import type { FieldFaults, FormBody } from './form.ts'

/** Where a route lies: finds what rights are asked against, or undefined for "no such place". */
export type Place = (
  ask: Omit<Ask, 'scope' | 'blocYear'>,
) => Promise<{ scope: Scope; blocYear?: BlocYear } | undefined>

/** A form that came back: what was typed stays, with what is wrong in the reader's language. */
export type FormAgain = {
  /** Path of the form that was sent, when a page holds several. */
  readonly action: string
  readonly values: FormValues
  readonly errors: FormErrors
  /** What is wrong as a whole, when it belongs to no field. */
  readonly problem?: string
  readonly differences?: readonly Difference[]
}

/** A page, or an answer of another kind (a file, a calendar). */
export type Answer = Child | Response

/** Shows a page; `again` when its form was refused. */
export type Show = (ask: Ask, again?: FormAgain) => Promise<Answer>

/** Something to look at: path, permission, place and page side by side. */
export type PageRoute = {
  readonly method: 'GET'
  readonly path: string
  readonly permission: Permission
  readonly place: Place
  readonly show: Show
  /**
   * The page hangs on the database, the address, the reader and the minute alone, and showing it writes nothing: it may
   * be answered again as it was while none of these has changed.
   */
  readonly keep?: true
}

/** Something to do: path, permission and audit event side by side, and what happens before and after. */
export type WriteRoute = {
  readonly method: 'POST'
  readonly path: string
  readonly permission: Permission
  readonly audit: string
  readonly place: Place
  readonly action: AnyAction
  readonly read: (ask: Ask, body: FormBody) => Result<unknown, FieldFaults>
  /** Where to go when it is done. */
  readonly next: (ask: Ask, value: never) => string
  /** One sentence that says what was done, shown on the next page. */
  readonly said: (ask: Ask, value: never) => string
  /** The page that holds the form, shown again when it is refused. */
  readonly again: Show
}

/** A write that is not one of our actions (signing in and out belongs to the sign-in library). */
export type HandledRoute = {
  readonly method: 'POST'
  readonly path: string
  readonly permission: Permission
  readonly audit: string
  readonly place: Place
  readonly handle: (ask: Ask, body: FormBody) => Promise<Response | FormAgain>
  readonly again: Show
}

export type Route = PageRoute | WriteRoute | HandledRoute

/** States a page. */
export function page(route: Omit<PageRoute, 'method'>): PageRoute {
  return { method: 'GET', ...route }
}

/** States a write; the compiler checks that permission and event are those of the action. */
export function write<P extends Permission, E extends string, I, O>(route: {
  readonly path: string
  readonly permission: P
  readonly audit: E
  readonly place: Place
  readonly action: Action<P, E, I, O>
  readonly read: (ask: Ask, body: FormBody) => Result<I, FieldFaults>
  readonly next: (ask: Ask, value: O) => string
  readonly said: (ask: Ask, value: O) => string
  readonly again: Show
}): WriteRoute {
  return { method: 'POST', ...route }
}

/** States a write with a handler of its own. */
export function handled(route: Omit<HandledRoute, 'method'>): HandledRoute {
  return { method: 'POST', ...route }
}

/** One topic as the composition root sees it. */
export type Feature = {
  readonly name: string
  readonly routes: readonly Route[]
  /** Sentences for the refusal codes of this topic (also names of database constraints). */
  readonly faults: (lang: Lang) => Readonly<Record<string, Word>>
  /** What the audit events of this topic are called. */
  readonly events: Names<string>
  /** What the topic puts into the workbook of a year, for those who may see it on its own pages. */
  readonly yearSheets?: {
    readonly permission: Permission
    readonly sheets: (ask: Ask) => Promise<readonly SheetModel[]>
  }
}
