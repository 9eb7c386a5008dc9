import { action, done } from '../../actions/action.ts'
import { refuse, refuseStale } from '../../actions/failure.ts'
import { slug } from '../../domain/vietnamese/index.ts'
import { blocScope } from '../../scopes/scopes.store.ts'
import {
  type BlocData,
  blocAtVersion,
  findBloc,
  insertBloc,
  provinceSlug,
  replaceAliases,
  updateBloc,
} from './blocs.store.ts'

export type FoundBlocInput = BlocData & {
  readonly provinceId: string
  /** Other wordings of the bloc met in print. */
  readonly aliases: readonly string[]
  /** Part of the address; made of province and short name when left out. */
  readonly slug?: string
}

/** A bloc comes into being, usually by a decision of the province. */
export const foundBloc = action({
  permission: 'bloc.manage',
  audit: 'bloc.founded',
  scope: async (_db, input: FoundBlocInput) => ({ provinceId: input.provinceId }),
  constraintFields: { bloc_slug_taken: 'name' },
  run: async (trx, input) => {
    const province = await provinceSlug(trx, input.provinceId)
    if (!province) return refuse('not_found')
    const { aliases, slug: wanted, ...data } = input
    const blocSlug = wanted || slug(`${province} ${input.shortName}`)
    const blocId = await insertBloc(trx, { ...data, slug: blocSlug })
    await replaceAliases(trx, blocId, aliases)
    return done({ blocId, slug: blocSlug }, { entity: 'bloc', entityId: blocId, after: input })
  },
})

export type ChangeBlocInput = BlocData & {
  readonly blocId: string
  readonly aliases: readonly string[]
  readonly version: number
}

/** Changes what a bloc is called or where it comes from; refused when somebody else did so meanwhile. */
export const changeBloc = action({
  permission: 'bloc.manage',
  audit: 'bloc.changed',
  scope: (db, input: ChangeBlocInput) => blocScope(db, input.blocId),
  run: async (trx, input) => {
    const { blocId, aliases, version, ...data } = input
    const before = await findBloc(trx, blocId)
    if (!before) return refuse('not_found')
    if (!(await updateBloc(trx, blocId, version, data))) {
      return refuseStale(differencesOf((await blocAtVersion(trx, blocId, version)) ?? {}, before, data))
    }
    await replaceAliases(trx, blocId, aliases)
    return done({}, { entity: 'bloc', entityId: blocId, before, after: { ...data, aliases } })
  },
})

/** The fields that now differ from what the form had shown (or, when that is not known, from what was typed). */
function differencesOf(opened: Partial<BlocData>, now: BlocData, typed: BlocData) {
  return (Object.keys(typed) as (keyof BlocData)[]).flatMap((field) => {
    const before = field in opened ? opened[field] : typed[field]
    return before === now[field] ? [] : [{ field, before: before ?? '', after: now[field] ?? '' }]
  })
}
