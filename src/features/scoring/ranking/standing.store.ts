import { sql } from 'kysely'
import type { Reading } from '../../../db/database.ts'
import type { Layer } from '../../../domain/scoring/index.ts'
import type { BarKind } from './bars.store.ts'

/** What the ranking of a year hangs on besides its table: versions, open bars, signatures, sheets handed in. */
export type YearStanding = {
  readonly tableId: string
  readonly tableVersion: number
  readonly scoresVersion: number
  readonly bars: readonly { readonly unit: string; readonly kind: BarKind }[]
  /** Units that signed the pledge; null while no pledge was signed by anybody. */
  readonly signed: readonly string[] | null
  readonly selfScored: readonly string[]
  /** The ranking frozen last. */
  readonly frozen: FrozenRanking | null
}

/** A frozen ranking without its lines. */
export type FrozenRanking = {
  readonly id: string
  readonly layer: Layer
  readonly versionNumber: number
  readonly fingerprint: string
  readonly frozenOn: string
  readonly published: boolean
}

/** Read with every view of the ranking: small, and in one statement. */
export async function readStanding(
  db: Reading,
  blocYearId: string,
  today: string,
): Promise<YearStanding | undefined> {
  const found = await sql<YearStanding>`/* kept */
    select t.id as table_id, t.version as table_version, t.scores_version,
      coalesce((select json_agg(json_build_object('unit', b.unit_id, 'kind', b.kind) order by b.unit_id, b.kind)
        from membership m join bar b on b.unit_id = m.unit_id and b.year = y.year
        where m.bloc_id = y.bloc_id and b.opened_on <= ${today}::date
          and (b.cleared_on is null or b.cleared_on > ${today}::date)), '[]') as bars,
      (select json_agg(g.unit_id order by g.unit_id) from pledge p join pledge_signature g on g.pledge_id = p.id
        where p.bloc_year_id = y.id) as signed,
      coalesce((select json_agg(s.unit_id order by s.unit_id) from unit_step s where s.bloc_year_id = y.id
        and s.step = 'self_score' and s.state in ('sent', 'accepted')), '[]') as self_scored,
      (select json_build_object('id', r.id, 'layer', r.layer, 'versionNumber', r.version_number,
        'fingerprint', r.fingerprint, 'frozenOn', (r.frozen_at at time zone 'Asia/Ho_Chi_Minh')::date,
        'published', r.published_at is not null)
        from ranking r where r.score_table_id = t.id order by r.frozen_at desc, r.version_number desc limit 1) as frozen
    from bloc_year y
    join lateral (select * from score_table t where t.bloc_year_id = y.id and t.state <> 'replaced'
      order by t.version_number desc limit 1) t on true
    where y.id = ${blocYearId}`.execute(db)
  return found.rows[0]
}
