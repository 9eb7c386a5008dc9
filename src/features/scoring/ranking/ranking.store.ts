import { sql } from 'kysely'
import type { Reading, Writing } from '../../../db/database.ts'
import type { Layer, Sentence } from '../../../domain/scoring/index.ts'

/** One line of a frozen ranking; `rank` is null outside the ranking. */
export type RankedRow = {
  readonly unitId: string
  readonly unit: string
  readonly rank: number | null
  /** Points or percent, as `basis` says. */
  readonly value: string | null
  readonly total: string
  readonly reachable: string
  readonly basis: 'total' | 'percent'
  readonly complete: boolean
  readonly standing: 'ranked' | 'suspended' | 'barred' | 'nothingAssigned' | 'notScored'
  /** The class as it was named; absent where the rules knew no classes. */
  readonly class?: { readonly code: string; readonly name: Sentence }
  /** Codes of the conditions that hold. */
  readonly conditions: readonly string[]
}

export type RankingRow = {
  readonly id: string
  readonly scoreTableId: string
  readonly layer: Layer
  readonly versionNumber: number
  readonly rows: readonly RankedRow[]
  readonly fingerprint: string
  readonly frozenAt: Date
  readonly frozenByName: string | null
  readonly publishedAt: Date | null
  readonly illustrative: boolean
}

/** The frozen rankings of a year, newest first. */
export async function listRankings(db: Reading, blocYearId: string): Promise<readonly RankingRow[]> {
  const found = await sql<RankingRow>`
    select r.id, r.score_table_id, r.layer, r.version_number, r.rows, r.fingerprint, r.frozen_at,
      u.name as frozen_by_name, r.published_at, r.illustrative
    from ranking r join score_table t on t.id = r.score_table_id
    left join accounts."user" u on u.id = r.frozen_by
    where t.bloc_year_id = ${blocYearId} order by r.frozen_at desc, r.version_number desc`.execute(db)
  return found.rows
}

export type NewRanking = {
  readonly scoreTableId: string
  readonly layer: Layer
  readonly rows: readonly RankedRow[]
  readonly fingerprint: string
  readonly frozenAt: Date
  readonly frozenBy: string | null
}

/** Keeps a ranking as it stands; a later one follows it as a new version. */
export async function insertRanking(
  trx: Writing,
  ranking: NewRanking,
): Promise<{ readonly id: string; readonly versionNumber: number }> {
  return trx
    .insertInto('ranking')
    .values({
      ...ranking,
      rows: JSON.stringify(ranking.rows),
      versionNumber: sql<number>`(select coalesce(max(version_number), 0) + 1 from ranking
        where score_table_id = ${ranking.scoreTableId} and layer = ${ranking.layer})`,
    })
    .returning(['id', 'versionNumber'])
    .executeTakeFirstOrThrow()
}

/** Publishes a frozen ranking; false when it was published before. */
export async function markPublished(
  trx: Writing,
  id: string,
  publishedAt: Date,
  publishedBy: string | null,
): Promise<boolean> {
  const row = await trx
    .updateTable('ranking')
    .set({ publishedAt, publishedBy })
    .where('id', '=', id)
    .where('publishedAt', 'is', null)
    .executeTakeFirst()
  return row.numUpdatedRows > 0n
}
