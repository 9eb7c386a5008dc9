import type { Writing } from '../db/database.ts'

export type AuditEntry = {
  readonly accountId: string | null
  readonly onBehalfOf: string | null
  readonly event: string
  readonly entity: string
  readonly entityId: string
  readonly provinceId: string | null
  readonly blocYearId: string | null
  readonly before?: unknown
  readonly after?: unknown
  readonly reason?: string
  readonly requestId: string
}

/** Adds one line to the append-only audit; time comes from the database's clock. */
export async function writeAudit(trx: Writing, entry: AuditEntry): Promise<void> {
  await trx
    .insertInto('audit.entry')
    .values({
      accountId: entry.accountId,
      onBehalfOf: entry.onBehalfOf,
      event: entry.event,
      entity: entry.entity,
      entityId: entry.entityId,
      provinceId: entry.provinceId,
      blocYearId: entry.blocYearId,
      before: asJson(entry.before),
      after: asJson(entry.after),
      reason: entry.reason ?? '',
      requestId: entry.requestId,
    })
    .execute()
}

function asJson(value: unknown): string | null {
  return value === undefined || value === null ? null : JSON.stringify(value)
}
