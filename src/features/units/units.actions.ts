import { action, done } from '../../actions/action.ts'
import { refuseStale } from '../../actions/failure.ts'
import { slug } from '../../domain/vietnamese/index.ts'
import { unitScope } from '../../scopes/scopes.store.ts'
import { insertEvent, insertName, insertUnit, listNames, takeVersion } from './units.store.ts'

export type FoundUnitInput = {
  readonly provinceId: string
  readonly kind: string
  readonly name: string
  readonly shortName: string
  readonly parentId: string | null
  readonly foundedOn: string | null
  readonly basis: string
}

/** A unit enters the register, with the name it bears from its founding on. */
export const foundUnit = action({
  permission: 'unit.manage',
  audit: 'unit.founded',
  scope: async (_db, input: FoundUnitInput) => ({ provinceId: input.provinceId }),
  constraintFields: { unit_slug_taken: 'name' },
  run: async (trx, input) => {
    const province = await trx.selectFrom('province').select('slug').where('id', '=', input.provinceId).executeTakeFirstOrThrow()
    const unitSlug = slug(`${province.slug} ${input.name}`)
    const unitId = await insertUnit(trx, {
      provinceId: input.provinceId,
      slug: unitSlug,
      kind: input.kind,
      parentId: input.parentId,
      foundedOn: input.foundedOn,
    })
    const validFrom = input.foundedOn ?? '0001-01-01'
    await insertName(trx, { unitId, name: input.name, shortName: input.shortName, validFrom })
    if (input.foundedOn) {
      const happenedOn = input.foundedOn
      await insertEvent(trx, { unitId, kind: 'founded', happenedOn, otherUnitId: null, basis: input.basis, note: '' })
    }
    return done({ unitId, slug: unitSlug }, { entity: 'unit', entityId: unitId, after: input })
  },
})

export type RenameUnitInput = {
  readonly unitId: string
  readonly name: string
  readonly shortName: string
  readonly from: string
  readonly basis: string
  readonly version: number
}

/** A unit bears another name from a day on; papers and results of earlier years keep the old one. */
export const renameUnit = action({
  permission: 'unit.manage',
  audit: 'unit.renamed',
  scope: (db, input: RenameUnitInput) => unitScope(db, input.unitId),
  run: async (trx, input) => {
    const [before] = await listNames(trx, input.unitId)
    if (!(await takeVersion(trx, input.unitId, input.version))) {
      return refuseStale([{ field: 'name', before: '', after: before?.name ?? '' }])
    }
    await insertName(trx, { unitId: input.unitId, name: input.name, shortName: input.shortName, validFrom: input.from })
    await insertEvent(trx, {
      unitId: input.unitId,
      kind: 'renamed',
      happenedOn: input.from,
      otherUnitId: null,
      basis: input.basis,
      note: '',
    })
    return done({}, { entity: 'unit', entityId: input.unitId, before, after: input })
  },
})
