import { action, done } from '../../actions/action.ts'
import { refuseField } from '../../actions/failure.ts'
import { slug, unitOf } from '../../domain/vietnamese/index.ts'
import { yearScope } from '../../scopes/scopes.store.ts'
import { findIndicator, insertIndicator, type NewIndicator } from './indicators.store.ts'

export type AddIndicatorInput = {
  /** A year of the bloc it is added from; null when the province adds it for all. */
  readonly blocYearId: string | null
  /** The province; only needed without a year. */
  readonly provinceId?: string
  /** Short code; made from the name when empty. A code in use never changes its meaning. */
  readonly code: string
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
}

/** An indicator enters the catalogue of a province. */
export const addIndicator = action({
  permission: 'indicator.manage',
  audit: 'indicator.added',
  scope: async (db, input: AddIndicatorInput, today) =>
    input.blocYearId
      ? yearScope(db, input.blocYearId, today)
      : input.provinceId
        ? { provinceId: input.provinceId }
        : undefined,
  constraintFields: { indicator_code_taken: 'code' },
  run: async (trx, input, deed) => {
    const provinceId = deed.scope.provinceId ?? null
    const code = slug(input.code || input.name)
    if (code === '') return refuseField('code', 'required')
    for (const [field, id] of [
      ['partOfId', input.partOfId],
      ['convertsToId', input.convertsToId],
    ] as const) {
      if (id && !(await findIndicator(trx, id))) return refuseField(field, 'choice_required')
    }
    if ((input.convertsToId === null) !== (input.conversionFactor === null)) {
      return refuseField(input.convertsToId ? 'conversionFactor' : 'convertsToId', 'conversion_incomplete')
    }
    const { name, direction, decimals, kind, fieldCode, partOfId, convertsToId, conversionFactor } = input
    const unitOfMeasure = unitOf(input.unitOfMeasure)?.name ?? input.unitOfMeasure
    const measure = { unitOfMeasure, direction, decimals, kind }
    const links = { fieldCode, partOfId, convertsToId, conversionFactor }
    const indicator: NewIndicator = { provinceId, code, name, ...measure, ...links }
    const indicatorId = await insertIndicator(trx, indicator)
    return done({ indicatorId, code }, { entity: 'indicator', entityId: indicatorId, after: indicator })
  },
})
