import { createHash } from 'node:crypto'
import { action, done } from '../../../actions/action.ts'
import { refuse, refuseField } from '../../../actions/failure.ts'
import { fingerprintInput, type Ranking } from '../../../domain/ranking/index.ts'
import type { Layer } from '../../../domain/scoring/index.ts'
import { findYearById } from '../../../scopes/scopes.store.ts'
import { countOpenAppeals } from '../fairness/appeal.store.ts'
import { lockScores, readBook } from '../scores.store.ts'
import { ofYear } from '../table/table.actions.ts'
import { findTable } from '../table/table.store.ts'
import { readOutside } from './outside.ts'
import { insertRanking, listRankings, markPublished, type RankedRow } from './ranking.store.ts'
import { readStanding } from './standing.store.ts'
import { candidatesOf, classesOf, conditionsOf, layerThatCounts, rankIn } from './standings.ts'

export type FreezeRankingInput = {
  readonly blocYearId: string
  /** The layer that counts when left out. */
  readonly layer?: Layer
  /** Why it is frozen while questions on points have no answer; needed only then. */
  readonly reason?: string
}

/**
 * Freezes the ranking as it stands: from now on the members see this layer, and any later change makes another
 * version with another fingerprint.
 */
export const freezeRanking = action({
  permission: 'ranking.freeze',
  audit: 'ranking.frozen',
  scope: ofYear<FreezeRankingInput>,
  run: async (trx, input, deed) => {
    const { blocYearId } = input
    const [table, standing, year] = [
      await findTable(trx, blocYearId),
      await readStanding(trx, blocYearId, deed.today),
      await findYearById(trx, blocYearId, deed.today),
    ]
    if (table?.state !== 'frozen' || !standing || !year) return refuse('score_table_not_frozen')
    await lockScores(trx, table.id)
    const openAppeals = await countOpenAppeals(trx, table.id)
    const reason = input.reason?.trim() ?? ''
    if (openAppeals > 0 && reason === '') return refuseField('reason', 'appeals_open', String(openAppeals))
    const book = await readBook(trx, table.id)
    const layer = input.layer ?? layerThatCounts(table, book)
    if (!layer) return refuse('ranking_without_layer')
    const units = year.members.map((member) => member.id)
    const { measures, decisions } = await readOutside(trx, table)
    const conditions = (unit: string) => conditionsOf(unit, year.state, standing)
    const candidates = candidatesOf(table, book, layer, units, conditions, measures)
    const ranking = rankIn(table, candidates, undefined, decisions)
    if (ranking.places.length === 0) return refuse('ranking_empty')
    const { rules } = table
    const classes = classesOf(table, candidates, ranking)
    const codes = new Map([...classes].map(([unit, decision]) => [unit, decision.class ?? null]))
    const published = {
      bloc: year.bloc.id,
      year: year.year,
      table: table.table,
      rules,
      ranking,
      ...(rules.classes.length > 0 ? { classes: codes } : {}),
    }
    const fingerprint = createHash('sha256').update(fingerprintInput(published)).digest('hex')
    const names = new Map(year.members.map((member) => [member.id, member.name]))
    const named = new Map(rules.classes.map((rule) => [rule.code, rule]))
    const rows = rowsOf(ranking, candidates, names).map((row) => {
      const rule = named.get(codes.get(row.unitId) ?? '')
      return rule ? { ...row, class: { code: rule.code, name: rule.name } } : row
    })
    const stored = await insertRanking(trx, {
      scoreTableId: table.id,
      layer,
      rows,
      fingerprint,
      frozenAt: deed.now,
      frozenBy: deed.accountId,
    })
    return done(
      { ...stored, layer, fingerprint },
      { entity: 'ranking', entityId: stored.id, after: { layer, fingerprint, rows, openAppeals }, reason },
    )
  },
})

export type PublishRankingInput = {
  readonly blocYearId: string
  /** The ranking to publish; the one frozen last when left out. */
  readonly rankingId?: string
}

/** Publishes a frozen ranking to everybody; it cannot be taken back. */
export const publishRanking = action({
  permission: 'ranking.publish',
  audit: 'ranking.published',
  scope: ofYear<PublishRankingInput>,
  run: async (trx, { blocYearId, rankingId }, deed) => {
    const rankings = await listRankings(trx, blocYearId)
    const found = rankingId ? rankings.find((one) => one.id === rankingId) : rankings[0]
    if (!found) return refuse('ranking_not_frozen')
    if (found.layer === 'self' || found.layer === 'cross') return refuse('ranking_layer_not_published')
    if (!(await markPublished(trx, found.id, deed.now, deed.accountId)))
      return refuse('ranking_already_published')
    return done(
      { id: found.id, fingerprint: found.fingerprint },
      {
        entity: 'ranking',
        entityId: found.id,
        after: { layer: found.layer, fingerprint: found.fingerprint },
      },
    )
  },
})

function rowsOf(
  { basis, places, unranked }: Ranking,
  candidates: ReturnType<typeof candidatesOf>,
  names: ReadonlyMap<string, string>,
): readonly RankedRow[] {
  const byUnit = new Map(candidates.map((one) => [one.unit, one]))
  const common = (unitId: string) => {
    const candidate = byUnit.get(unitId)
    return {
      unitId,
      unit: names.get(unitId) ?? '',
      basis,
      total: candidate?.score.total.toFixed() ?? '0',
      reachable: candidate?.score.reachable.toFixed() ?? '0',
      complete: candidate?.score.completeness.complete ?? false,
      conditions: candidate?.conditions ?? [],
    }
  }
  return [
    ...places.map(({ unit, rank, value, standing }) => ({
      ...common(unit),
      rank,
      value: value.toFixed(),
      standing,
    })),
    ...unranked.map(({ unit, reason }) => ({ ...common(unit), rank: null, value: null, standing: reason })),
  ]
}
