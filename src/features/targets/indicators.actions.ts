import { action, type Deed, done } from '../../actions/action.ts'
import { type Difference, type Failure, refuse, refuseField, refuseStale } from '../../actions/failure.ts'
import type { Reading, Writing } from '../../db/database.ts'
import { rolesIn } from '../../domain/permissions/index.ts'
import { ok, type Result } from '../../domain/result.ts'
import { slug, unitOf } from '../../domain/vietnamese/index.ts'
import { yearScope } from '../../scopes/scopes.store.ts'
import {
  findIndicator,
  findUse,
  type IndicatorRow,
  insertIndicator,
  lockIndicator,
  type NewIndicator,
  setRetired,
  updateIndicator,
} from './indicators.store.ts'

/** Where the catalogue is opened from. */
export type CatalogueAt = {
  /** A year of the bloc it is changed from; null when the province does it for all. */
  readonly blocYearId: string | null
  /** The province; only needed without a year. */
  readonly provinceId?: string
}

/** What an indicator measures. */
export type IndicatorInput = {
  readonly name: string
  readonly unitOfMeasure: string
  readonly direction: NewIndicator['direction']
  readonly decimals: number
  readonly kind: NewIndicator['kind']
  readonly fieldCode: string | null
  /** The indicator this one is a part of. */
  readonly partOfId: string | null
  /** The indicator this one is converted into, and how much of it one unit is ("0.6667" ha per nghìn cây). */
  readonly convertsToId: string | null
  readonly conversionFactor: string | null
  /** The indicator whose figures this one tells in another currency. */
  readonly otherCurrencyOfId?: string | null
}

export type AddIndicatorInput = CatalogueAt &
  IndicatorInput & {
    /** Short code; made from the name when empty. A code in use never changes its meaning. */
    readonly code: string
  }

/** An indicator enters the catalogue of a province. */
export const addIndicator = action({
  permission: 'indicator.manage',
  audit: 'indicator.added',
  scope: (db, input: AddIndicatorInput, today) => scopeOf(db, input, today),
  constraintFields: { indicator_code_taken: 'code' },
  run: async (trx, input, deed) => {
    const code = slug(input.code || input.name)
    if (code === '') return refuseField('code', 'required')
    const content = await contentOf(trx, input, deed)
    if (!content.ok) return content
    const indicator: NewIndicator = { provinceId: deed.scope.provinceId ?? null, code, ...content.value }
    const first = { versionNumber: 1, replacesId: null, changeReason: '', createdBy: deed.accountId }
    const indicatorId = await insertIndicator(trx, { ...indicator, ...first })
    return done({ indicatorId, code }, { entity: 'indicator', entityId: indicatorId, after: indicator })
  },
})

export type ReviseIndicatorInput = CatalogueAt &
  IndicatorInput & {
    readonly indicatorId: string
    /** Needed once anything rests on the indicator. */
    readonly reason: string
    /** Version of the record the form was opened on. */
    readonly version: number
  }

/**
 * An indicator is changed. As long as nothing rests on it, in place; once a target, a figure or a criterion does, as a
 * new version under the same code: what was recorded keeps the meaning it was recorded with.
 */
export const reviseIndicator = action({
  permission: 'indicator.manage',
  audit: 'indicator.revised',
  scope: (db, input: ReviseIndicatorInput, today) => scopeOf(db, input, today),
  run: async (trx, input, deed) => {
    const mine = await openOwn(trx, input.indicatorId, deed)
    if (!mine.ok) return mine
    const { indicator, used } = mine.value
    if (input.version !== indicator.version) return refuseStale(differencesOf(input, indicator))
    const content = await contentOf(trx, input, deed, indicator)
    if (!content.ok) return content
    const trace = { entity: 'indicator', before: indicator, after: content.value, reason: input.reason }
    if (!used) {
      if (!(await updateIndicator(trx, indicator.id, input.version, content.value))) return refuseStale([])
      return done({ indicatorId: indicator.id, isNewVersion: false }, { ...trace, entityId: indicator.id })
    }
    if (input.reason.trim() === '') return refuseField('reason', 'indicator_in_use')
    const { provinceId, code, versionNumber } = indicator
    const indicatorId = await insertIndicator(trx, {
      provinceId,
      code,
      ...content.value,
      versionNumber: versionNumber + 1,
      replacesId: indicator.id,
      changeReason: input.reason.trim(),
      createdBy: deed.accountId,
    })
    return done({ indicatorId, isNewVersion: true }, { ...trace, entityId: indicatorId })
  },
})

export type RetireIndicatorInput = CatalogueAt & { readonly indicatorId: string; readonly reason: string }

/** A code is no longer offered; what was recorded under it stays. */
export const retireIndicator = action({
  permission: 'indicator.manage',
  audit: 'indicator.retired',
  scope: (db, input: RetireIndicatorInput, today) => scopeOf(db, input, today),
  run: async (trx, input, deed) => {
    const mine = await openOwn(trx, input.indicatorId, deed)
    if (!mine.ok) return mine
    const reason = input.reason.trim()
    if (reason === '') return refuseField('reason', 'reason_required')
    await setRetired(trx, input.indicatorId, deed.today, reason)
    return done(
      {},
      { entity: 'indicator', entityId: input.indicatorId, before: mine.value.indicator, reason },
    )
  },
})

export type RestoreIndicatorInput = CatalogueAt & { readonly indicatorId: string }

/** A retired code is offered again, with the meaning it had. */
export const restoreIndicator = action({
  permission: 'indicator.manage',
  audit: 'indicator.restored',
  scope: (db, input: RestoreIndicatorInput, today) => scopeOf(db, input, today),
  run: async (trx, input, deed) => {
    const indicator = await findIndicator(trx, input.indicatorId, deed.scope.provinceId)
    if (!indicator?.provinceId || indicator.retiredOn === null) return refuse('not_found')
    await setRetired(trx, indicator.id, null, '')
    return done({}, { entity: 'indicator', entityId: indicator.id, before: indicator })
  },
})

async function scopeOf(db: Reading, input: CatalogueAt, today: string) {
  if (input.blocYearId) return yearScope(db, input.blocYearId, today)
  return input.provinceId ? { provinceId: input.provinceId } : undefined
}

/**
 * An indicator of one's own province, locked for changing. One that serves every province stays as it came; one that
 * other blocs use is changed by the province alone.
 */
async function openOwn(
  trx: Writing,
  id: string,
  deed: Deed,
): Promise<Result<{ readonly indicator: IndicatorRow; readonly used: boolean }, Failure>> {
  await lockIndicator(trx, id)
  const indicator = await findIndicator(trx, id, deed.scope.provinceId)
  if (!indicator) return refuse('not_found')
  if (indicator.shared) return refuse('indicator_shared')
  if (!indicator.isCurrent) return refuse('indicator_replaced')
  const use = await findUse(trx, id, deed.scope.blocId ?? null)
  if (use.elsewhere > 0 && !rolesIn(deed.actor, deed.scope).has('province'))
    return refuse('indicator_used_elsewhere')
  return ok({ indicator, used: use.targets + use.results + use.criteria > 0 })
}

/** The checked content: whatever it points to is an indicator of the province or a shared one, and not itself. */
async function contentOf(
  trx: Writing,
  input: IndicatorInput,
  deed: Deed,
  self?: IndicatorRow,
): Promise<Result<Omit<NewIndicator, 'provinceId' | 'code'>, Failure>> {
  const { name, direction, decimals, kind, fieldCode, partOfId, convertsToId, conversionFactor } = input
  const otherCurrencyOfId = input.otherCurrencyOfId ?? null
  for (const [field, id] of Object.entries({ partOfId, convertsToId, otherCurrencyOfId })) {
    if (id === null) continue
    const other = await findIndicator(trx, id, deed.scope.provinceId)
    if (!other) return refuseField(field, 'choice_required')
    if (self && other.code === self.code && other.provinceId === self.provinceId)
      return refuseField(field, 'indicator_of_itself')
    if (field === 'otherCurrencyOfId' && other.otherCurrencyOfId !== null)
      return refuseField(field, 'other_currency_chained')
  }
  if ((convertsToId === null) !== (conversionFactor === null)) {
    return refuseField(convertsToId ? 'conversionFactor' : 'convertsToId', 'conversion_incomplete')
  }
  const unitOfMeasure = unitOf(input.unitOfMeasure)?.name ?? input.unitOfMeasure
  const links = { fieldCode, partOfId, convertsToId, conversionFactor, otherCurrencyOfId }
  return ok({ name, unitOfMeasure, direction, decimals, kind, ...links })
}

function differencesOf(mine: IndicatorInput, stored: IndicatorRow): readonly Difference[] {
  return (['name', 'unitOfMeasure', 'kind', 'direction'] as const).flatMap((field) =>
    mine[field] === stored[field] ? [] : [{ field, before: '', after: stored[field] }],
  )
}
