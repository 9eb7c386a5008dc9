import { action, done } from '../../actions/action.ts'
import { refuse, refuseField, refuseStale } from '../../actions/failure.ts'
import type { Writing } from '../../db/database.ts'
import { slug } from '../../domain/vietnamese/index.ts'
import { unitScope } from '../../scopes/scopes.store.ts'
import { findUnit } from './unit.store.ts'
import {
  insertEvent,
  insertName,
  insertUnit,
  listNames,
  replaceAliases,
  replaceFields,
  takeVersion,
  updateFacts,
} from './units.store.ts'

export type FoundUnitInput = {
  readonly provinceId: string
  readonly kind: string
  readonly name: string
  readonly shortName: string
  readonly parentId: string | null
  readonly foundedOn: string | null
  readonly basis: string
  /** Codes of fields of work. */
  readonly fields?: readonly string[]
  /** How else it is written in reports. */
  readonly aliases?: readonly string[]
}

/** A unit enters the register, with the name it bears from its founding on. */
export const foundUnit = action({
  permission: 'unit.manage',
  audit: 'unit.founded',
  scope: async (_db, input: FoundUnitInput) => ({ provinceId: input.provinceId }),
  constraintFields: { unit_slug_taken: 'name' },
  run: async (trx, input) => {
    const province = await trx
      .selectFrom('province')
      .select('slug')
      .where('id', '=', input.provinceId)
      .executeTakeFirstOrThrow()
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
      await insertEvent(trx, {
        unitId,
        kind: 'founded',
        happenedOn,
        otherUnitId: null,
        basis: input.basis,
        note: '',
      })
    }
    await replaceFields(trx, unitId, input.fields ?? [])
    await replaceAliases(trx, unitId, input.aliases ?? [])
    return done({ unitId, slug: unitSlug }, { entity: 'unit', entityId: unitId, after: input })
  },
})

/** Rooms bear the same names everywhere, so theirs carries the unit they belong to. */
async function _freeSlug(trx: Writing, province: string, input: FoundUnitInput): Promise<string> {
  const parent = input.parentId ? await findUnit(trx, input.parentId) : undefined
  return parent ? slug(`${parent.slug} ${input.name}`) : slug(`${province} ${input.name}`)
}

export type RenameUnitInput = {
  readonly unitId: string
  readonly name: string
  readonly shortName: string
  readonly from: string
  readonly basis: string
  /** The version the form was opened on; left out by whoever has no form. */
  readonly version?: number
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
    await insertName(trx, {
      unitId: input.unitId,
      name: input.name,
      shortName: input.shortName,
      validFrom: input.from,
    })
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

export type ChangeUnitInput = {
  readonly unitId: string
  readonly kind: string
  readonly parentId: string | null
  readonly foundedOn: string | null
  readonly fields: readonly string[]
  readonly aliases: readonly string[]
  readonly version?: number
}

/** Changes what a unit is and does; its names and its end have acts of their own. */
export const changeUnit = action({
  permission: 'unit.manage',
  audit: 'unit.changed',
  scope: (db, input: ChangeUnitInput) => unitScope(db, input.unitId),
  constraintFields: { unit_life_order: 'foundedOn' },
  run: async (trx, input) => {
    const { unitId, kind, parentId, foundedOn, fields, aliases, version } = input
    if (parentId === unitId) return refuseField('parentId', 'unit_own_parent')
    const before = await findUnit(trx, unitId)
    if (!before) return refuse('not_found')
    if (!(await takeVersion(trx, unitId, version))) return refuseStale(differencesOf(before, input))
    await updateFacts(trx, unitId, { kind, parentId, foundedOn })
    await replaceFields(trx, unitId, fields)
    await replaceAliases(trx, unitId, aliases)
    return done({}, { entity: 'unit', entityId: unitId, before, after: input })
  },
})

function differencesOf(now: Omit<ChangeUnitInput, 'unitId' | 'version'>, typed: ChangeUnitInput) {
  const words = (unit: Omit<ChangeUnitInput, 'unitId' | 'version'>) => ({
    foundedOn: unit.foundedOn ?? '',
    aliases: unit.aliases.join('; '),
    fields: unit.fields.join('; '),
  })
  const [saved, mine] = [words(now), words(typed)]
  return (['foundedOn', 'aliases', 'fields'] as const).flatMap((field) =>
    saved[field] === mine[field] ? [] : [{ field, before: mine[field], after: saved[field] }],
  )
}
