import { sql } from 'kysely'
import type { Reading } from '../../../db/database.ts'
import type { Layer, Rounding, ScoringGroup, ScoringTable } from '../../../domain/scoring/index.ts'

/** The scoring table in force, as its tree lies in the records. */
export type TableFacts = {
  readonly id: string
  readonly title: string
  readonly total: string
  readonly decimals: number
  /** What belongs to the table as a whole. */
  readonly frame: Partial<Pick<ScoringTable, 'bonusMaximum' | 'penaltyMaximum'>> & {
    readonly roundingMode?: Rounding['mode']
  }
  readonly layers: readonly Layer[]
  readonly countingLayer: 'latestComplete' | Layer
  readonly partialLayers: readonly Layer[]
  readonly adoptedOn: string | null
  readonly basis: string
  /** The rules of ranking as they are stored. */
  readonly rankingRules: unknown
  readonly criteria: readonly CriterionFacts[]
}

export type CriterionFacts = {
  readonly id: string
  readonly parentId: string | null
  readonly code: string
  readonly name: string
  readonly maxPoints: string
  readonly side: 'normal' | 'bonus' | 'penalty'
  readonly rescale: ScoringGroup['rescale'] | null
}

export async function findTable(db: Reading, blocYearId: string): Promise<TableFacts | undefined> {
  const found = await sql<TableFacts>`
    select t.id, t.title, trim_scale(t.total)::text as total, t.decimals, t.frame, t.layers, t.counting_layer, t.partial_layers, t.adopted_on, t.basis, t.ranking_rules,
      coalesce((select json_agg(json_build_object('id', c.id, 'parentId', c.parent_id, 'code', c.code, 'name', c.name,
        'maxPoints', trim_scale(c.max_points)::text, 'side', c.side, 'rescale', c.rescale) order by c.position, c.code)
        from criterion c where c.score_table_id = t.id), '[]') as criteria
    from score_table t
    where t.bloc_year_id = ${blocYearId} and t.state <> 'replaced'
    order by t.version_number desc limit 1`.execute(db)
  return found.rows[0]
}

/** One score of one unit in one layer. */
export type ScoreFacts = {
  readonly unitId: string
  readonly code: string
  readonly layer: Layer
  readonly points: string
  readonly reason: string
  readonly illustrative: boolean
}

/** The scores of a table, of all units or of one. */
export async function listScores(
  db: Reading,
  tableId: string,
  unitId?: string,
): Promise<readonly ScoreFacts[]> {
  const found = await sql<ScoreFacts>`
    select s.unit_id, c.code, s.layer, trim_scale(s.points)::text as points, s.reason, s.illustrative
    from score s join criterion c on c.id = s.criterion_id
    where c.score_table_id = ${tableId} and s.unit_id = coalesce(${unitId ?? null}::uuid, s.unit_id)`.execute(
    db,
  )
  return found.rows
}

/** Criteria that do not apply to a unit (không giao). */
export async function listExemptions(
  db: Reading,
  tableId: string,
): Promise<readonly { readonly unitId: string; readonly code: string; readonly reason: string }[]> {
  return db
    .selectFrom('criterionExemption as e')
    .innerJoin('criterion as c', 'c.id', 'e.criterionId')
    .select(['e.unitId', 'c.code', 'e.reason'])
    .where('c.scoreTableId', '=', tableId)
    .execute()
}

/** How many files prove each criterion of a unit. */
export async function countEvidence(
  db: Reading,
  tableId: string,
  unitId: string,
): Promise<readonly { readonly code: string; readonly files: number }[]> {
  const found = await sql<{ code: string; files: number }>`
    select c.code, count(*)::int as files
    from evidence e join criterion c on c.id = e.criterion_id
    where c.score_table_id = ${tableId} and e.unit_id = ${unitId} and e.withdrawn_at is null
    group by c.code`.execute(db)
  return found.rows
}

/** The place of a unit in a frozen ranking. */
export type PlaceFacts = {
  readonly unitId: string
  readonly rank: number
  readonly value: string
  readonly className?: string
}

/** The frozen ranking nearest to the end, with its layer; undefined while none is frozen. */
export async function findRanking(
  db: Reading,
  blocYearId: string,
): Promise<
  | { readonly layer: Layer; readonly places: readonly PlaceFacts[]; readonly illustrative: boolean }
  | undefined
> {
  const found = await sql<{ rows: StoredRows; layer: Layer; illustrative: boolean }>`
    select r.rows, r.layer, r.illustrative from ranking r join score_table t on t.id = r.score_table_id
    where t.bloc_year_id = ${blocYearId}
    order by t.version_number desc, array_position(array['agency', 'final', 'head', 'cross', 'self'], r.layer),
      r.version_number desc
    limit 1`.execute(db)
  const row = found.rows[0]
  if (!row) return undefined
  const places = 'places' in row.rows ? row.rows.places : row.rows
  return { layer: row.layer, illustrative: row.illustrative, places: places.flatMap(placeOf) }
}

type StoredPlace = Readonly<Record<string, unknown>>
type StoredRows = readonly StoredPlace[] | { readonly places: readonly StoredPlace[] }

function placeOf(row: StoredPlace): readonly PlaceFacts[] {
  const unitId = row.unitId ?? row.unit
  const value = row.value ?? row.score ?? row.total ?? row.points
  if (typeof unitId !== 'string' || typeof row.rank !== 'number') return []
  return [
    {
      unitId,
      rank: row.rank,
      value: value === undefined || value === null ? '' : String(value),
      ...classOf(row.class),
    },
  ]
}

function classOf(stored: unknown): Pick<PlaceFacts, 'className'> {
  const name = (stored as { readonly name?: { readonly vi?: unknown } } | null | undefined)?.name?.vi
  return typeof name === 'string' ? { className: name } : {}
}
