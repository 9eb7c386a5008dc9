import Big from 'big.js'
import { type Entry, normalisePoints } from '../../../domain/scoring/index.ts'
import type { JudgedLineRow } from '../fairness/judges.store.ts'
import { judgeKey } from '../fairness/judges.ts'
import type { ScoreBook } from '../scores.store.ts'
import { isJudged } from '../sheet/proposal.ts'
import type { YearTable } from '../table/table-model.ts'

/** Cross-checked points of all units brought to one measure: by unit and code, with the raw points. */
export type NormalisedBook = ReadonlyMap<
  string,
  ReadonlyMap<string, { readonly raw: Big; readonly points: Big }>
>

/**
 * The cross-checked points as the appraisal starts from them, where the table declared a normalisation; empty
 * otherwise. Only points people judge are brought to one measure; what the records count is nobody's taste.
 */
export function normalisedCrossChecks(
  table: YearTable,
  book: ScoreBook,
  judged: readonly JudgedLineRow[],
): NormalisedBook {
  const { normalisation, rounding } = table.table
  if (!normalisation) return new Map()
  const raw = judged.flatMap((line) => {
    const row = table.byCode.get(line.code)
    const entry = book.layers.get(line.unitId)?.get('cross')?.get(line.code)
    if (line.layer !== 'cross' || !row || row.side !== 'normal' || !isJudged(row.method)) return []
    if (entry?.state !== 'scored') return []
    const { unitId: unit, code } = line
    return [{ judge: judgeKey(line), unit, code, points: entry.points, maximum: new Big(row.maxPoints) }]
  })
  const points = normalisePoints(raw, normalisation, rounding)
  return new Map(
    [...Map.groupBy(points, (one) => one.unit)].map(([unit, own]) => [
      unit,
      new Map(own.map((one) => [one.code, { raw: one.points, points: one.normalised }])),
    ]),
  )
}

/** Entries with the normalised points in place of the raw ones. */
export function withNormalised(
  entries: ReadonlyMap<string, Entry>,
  normalised: NormalisedBook,
  unitId: string,
): ReadonlyMap<string, Entry> {
  const own = normalised.get(unitId)
  if (!own) return entries
  return new Map(
    [...entries].map(([code, entry]) => {
      const found = own.get(code)
      const same = found === undefined || entry.state !== 'scored' || !entry.points.eq(found.raw)
      return [code, same ? entry : { state: 'scored' as const, points: found.points }]
    }),
  )
}
