import { action, done } from '../../../actions/action.ts'
import { refuse, refuseField } from '../../../actions/failure.ts'
import { outsideFigures } from '../../../domain/ranking/index.ts'
import { countScoreChange, lockScores } from '../scores.store.ts'
import { ofYear } from '../table/table.actions.ts'
import { findTable } from '../table/table.store.ts'
import { listOutsideFigures, replaceOutsideFigures } from './outside.store.ts'

export type SaveOutsideFiguresInput = {
  readonly blocYearId: string
  /** `code unitId` → plain decimal; null where nothing is known. */
  readonly figures: Readonly<Record<string, string | null>>
  /** The paper or office they are known from. */
  readonly source: string
}

/** Records what the rules of ranking ask for beyond the scores: places a vote gave, shares a class asks for. */
export const saveOutsideFigures = action({
  permission: 'ranking.freeze',
  audit: 'ranking_figures.saved',
  scope: ofYear<SaveOutsideFiguresInput>,
  run: async (trx, { blocYearId, figures, source }, deed) => {
    const table = await findTable(trx, blocYearId)
    if (table?.state !== 'frozen') return refuse('score_table_not_frozen')
    const members = deed.scope.year?.memberUnitIds ?? []
    const wanted = outsideFigures(table.rules).flatMap(({ code, kind }) =>
      members.map((unitId) => ({ code, kind, unitId, field: `figures.${code} ${unitId}` })),
    )
    const given = wanted.flatMap((one) => {
      const value = figures[`${one.code} ${one.unitId}`] ?? null
      return value === null ? [] : [{ ...one, value }]
    })
    for (const { code, kind, value, field } of given) {
      if (kind !== 'decision') continue
      if (!/^[1-9]\d{0,2}$/.test(value)) return refuseField(field, 'decided_place_wrong')
      const same = given.filter((one) => one.code === code && one.value === value)
      if (same.length > 1) return refuseField(field, 'decided_place_twice', value)
    }
    await lockScores(trx, table.id)
    const before = await listOutsideFigures(trx, table.id)
    const after = given.map(({ unitId, code, value }) => ({ unitId, code, value }))
    await replaceOutsideFigures(trx, table.id, after, {
      source,
      recordedBy: deed.accountId,
      recordedAt: deed.now,
    })
    await countScoreChange(trx, table.id)
    return done({ id: table.id }, { entity: 'score_table', entityId: table.id, before, after })
  },
})
