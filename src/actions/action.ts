import { sql } from 'kysely'
import type { Database, Reading, Writing } from '../db/database.ts'
import {
  type Actor,
  may,
  type Permission,
  permissionTable,
  type Role,
  type Scope,
} from '../domain/permissions/index.ts'
import { err, ok, type Result } from '../domain/result.ts'
import { type AuditEntry, writeAudit } from './audit.store.ts'
import { type Failure, refuse, refuseField } from './failure.ts'

/** Asks for work that goes on after the act: it is done once the transaction stands, and not at all when it does not. */
export type Enqueue = (trx: Writing, job: string) => Promise<void>

/** Who acts, when, and on which database. The same for pages, command line, API and demo. */
export type Context = {
  readonly db: Database
  readonly actor: Actor
  /** The server's clock. */
  readonly now: () => Date
  readonly requestId: string
  /** Everything written is marked 'minh họa': the demo tells what its documents do not say. */
  readonly illustrative: boolean
  /** Absent where nobody works on jobs: what was asked for waits until somebody does. */
  readonly enqueue?: Enqueue
}

/** The day it is in Vietnam, as an ISO date. */
export function todayOf(context: Pick<Context, 'now'>): string {
  return dayInVietnam.format(context.now())
}

// Swedish dates are ISO dates. Making the formatter costs more than a small query, and every request asks for today.
const dayInVietnam = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' })

/** What `run` is told beside its input. */
export type Deed = {
  readonly actor: Actor
  /** ISO date of today in Vietnam. */
  readonly today: string
  readonly now: Date
  readonly scope: Scope
  /** The account that acts, for `created_by` columns; null for the public. */
  readonly accountId: string | null
  /** True when the act is a unit's own and somebody else does it for the unit. Deciding about a unit is not. */
  readonly onBehalf: boolean
  readonly enqueue: Enqueue
}

/** What was done: the value for the caller, and the trace it leaves. */
export type Done<O> = {
  readonly value: O
  readonly trace: {
    readonly entity: string
    readonly entityId: string
    readonly before?: unknown
    readonly after?: unknown
    readonly reason?: string
    /** The unit whose own act it is, where somebody who decides about the unit does it (a paper that came in). */
    readonly onBehalfOf?: string
  }
}

/**
 * One act that changes something. It states its permission and the audit event it leaves; `run` works inside
 * one transaction and either does everything or nothing.
 */
export type Action<P extends Permission, E extends string, I, O> = {
  readonly permission: P
  readonly audit: E
  /** Where the thing lies; undefined when there is no such thing. */
  readonly scope: (db: Reading, input: I, today: string) => Promise<Scope | undefined>
  /** Named constraint → the form field its refusal stands beside. */
  readonly constraintFields?: Readonly<Record<string, string>>
  readonly run: (trx: Writing, input: I, deed: Deed) => Promise<Result<Done<O>, Failure>>
}

// biome-ignore lint/suspicious/noExplicitAny: a list of actions of every kind
export type AnyAction = Action<Permission, string, any, any>

/** Declares an action; keeps permission and event as literal types so that routes can state them again. */
export function action<const P extends Permission, const E extends string, I, O>(
  spec: Action<P, E, I, O>,
): Action<P, E, I, O> {
  return spec
}

/** Success of `run`. */
export function done<O>(value: O, trace: Done<O>['trace']): Result<Done<O>, never> {
  return ok({ value, trace })
}

/**
 * Performs an action: permission, one transaction, audit. A named constraint that refuses becomes a failure
 * with that name as its code.
 */
export async function perform<I, O>(
  spec: Action<Permission, string, I, O>,
  context: Context,
  input: I,
): Promise<Result<O, Failure>> {
  const today = todayOf(context)
  const scope = await spec.scope(context.db, input, today)
  if (!scope) return refuse('not_found')
  const allowed = may(context.actor, spec.permission, scope)
  if (!allowed.ok) return refuse(allowed.error.code)
  const deed: Deed = {
    actor: context.actor,
    today,
    now: context.now(),
    scope,
    accountId: context.actor.accountId,
    onBehalf:
      scope.unitId !== undefined && isOfOwner(permissionTable[spec.permission]) && !isOfOwner(allowed.value),
    enqueue: context.enqueue ?? (async () => undefined),
  }
  return inTransaction(context, spec.constraintFields ?? {}, async (trx) => {
    const outcome = await spec.run(trx, input, deed)
    if (!outcome.ok) return outcome
    await writeAudit(trx, entryOf(spec.audit, context, deed, outcome.value))
    return ok(outcome.value.value)
  })
}

function isOfOwner(roles: readonly Role[]): boolean {
  return roles.some((role) => role.startsWith('own_'))
}

class Refused extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.code)
    this.failure = failure
  }
}

const RETRYABLE = new Set(['40001', '40P01'])

async function inTransaction<O>(
  context: Context,
  constraintFields: Readonly<Record<string, string>>,
  work: (trx: Writing) => Promise<Result<O, Failure>>,
): Promise<Result<O, Failure>> {
  for (let attempt = 1; ; attempt++) {
    try {
      const value = await context.db.transaction().execute(async (trx) => {
        if (context.illustrative)
          await sql`select set_config('giaouoc.illustrative', 'on', true)`.execute(trx)
        const outcome = await work(trx)
        if (!outcome.ok) throw new Refused(outcome.error)
        return outcome.value
      })
      return ok(value)
    } catch (error) {
      if (error instanceof Refused) return err(error.failure)
      const fault = error as { code?: string; constraint?: string }
      if (fault.code && RETRYABLE.has(fault.code) && attempt < 5) continue
      if (fault.code?.startsWith('23') && fault.constraint) {
        const field = constraintFields[fault.constraint]
        return field ? refuseField(field, fault.constraint) : refuse(fault.constraint)
      }
      throw error
    }
  }
}

function entryOf(event: string, context: Context, deed: Deed, outcome: Done<unknown>): AuditEntry {
  return {
    accountId: deed.accountId,
    onBehalfOf: deed.onBehalf ? (deed.scope.unitId ?? null) : null,
    event,
    provinceId: deed.scope.provinceId ?? null,
    blocYearId: deed.scope.year?.id ?? null,
    requestId: context.requestId,
    ...outcome.trace,
  }
}
