import { sql } from 'kysely'
import type { Reading } from '../db/database.ts'
import {
  type ComparisonRecord,
  comparisonOf,
  type Figure,
  type FigureRecord,
  figureOf,
  figureSentence,
  sharedName,
} from '../domain/results/index.ts'
import { parseQuantity } from '../domain/vietnamese/index.ts'

/** A result of a bloc's year as reports and news state it. */
export type YearFigure = {
  readonly id: string
  readonly unitId: string | null
  readonly unitName: string | null
  readonly fieldCode: string | null
  readonly fieldName: string | null
  readonly indicatorName: string
  readonly period: string
  /** The whole sentence in report words, without the full stop. */
  readonly sentence: string
  readonly illustrative: boolean
}

type FigureRow = FigureRecord & {
  readonly id: string
  readonly indicatorId: string
  /** The indicator this one tells in another currency. */
  readonly otherCurrencyOfId: string | null
  readonly unitId: string | null
  readonly unitName: string | null
  readonly fieldCode: string | null
  readonly fieldName: string | null
  readonly indicatorName: string
  readonly period: string
  readonly narrative: string
  readonly printed: string
  readonly comparisons: readonly ComparisonRecord[]
  readonly illustrative: boolean
}

/**
 * The current results of a bloc's year: of its members in the bloc's order, and of the bloc's own fields.
 * @param period a period id; without it the whole year's ('2021')
 */
export async function listYearFigures(
  db: Reading,
  blocYearId: string,
  period?: string,
): Promise<readonly YearFigure[]> {
  const found = await sql<FigureRow>`
    select r.id, r.unit_id, n.name as unit_name, coalesce(r.field_code, i.field_code) as field_code, f.name_vi as field_name,
      r.indicator_id, i.other_currency_of_id, i.name as indicator_name, r.period, r.value, r.value_max, r.total,
      coalesce(nullif(r.unit_of_measure, ''), i.unit_of_measure) as unit_of_measure,
      r.is_estimate, r.bound, r.qualifier, r.as_of, r.outside_plan, r.narrative, r.printed, r.comparisons, r.illustrative
    from bloc_year y
    join result r on r.year = y.year and r.state = 'current' and r.period = coalesce(${period ?? null}, y.year::text)
    join indicator i on i.id = r.indicator_id
    left join field_of_work f on f.code = coalesce(r.field_code, i.field_code)
    left join membership m on m.unit_id = r.unit_id and m.bloc_id = y.bloc_id
      and m.from_date <= make_date(y.year, 12, 31) and (m.to_date is null or m.to_date >= make_date(y.year, 12, 31))
    left join lateral (
      select name from unit_name where unit_id = r.unit_id and valid_from <= make_date(y.year, 12, 31)
      order by valid_from desc limit 1) n on true
    where y.id = ${blocYearId} and (r.bloc_id = y.bloc_id or m.id is not null)
    order by r.bloc_id is null, m.position, f.position nulls last, r.created_at, r.id`.execute(db)
  const isTwinOf = (twin: FigureRow, main: FigureRow) =>
    twin.otherCurrencyOfId === main.indicatorId && twin.unitId === main.unitId && twin.period === main.period
  return found.rows
    .filter((row) => !found.rows.some((main) => isTwinOf(row, main)))
    .map((row) =>
      stated(
        row,
        found.rows.find((twin) => isTwinOf(twin, row)),
      ),
    )
}

/** A figure in words, with what it is in another currency behind it. */
function stated(row: FigureRow, twin: FigureRow | undefined): YearFigure {
  const figure = asPrinted(figureOf(row), row.printed)
  const otherCurrency = twin && asPrinted(figureOf(twin), twin.printed)
  const sentence = figureSentence({
    name: twin ? sharedName(row.indicatorName, twin.indicatorName) : row.indicatorName,
    ...(figure ? { figure } : {}),
    ...(otherCurrency ? { otherCurrency } : {}),
    comparisons: row.comparisons.map(comparisonOf),
    narrative: row.narrative,
  })
  const { id, unitId, unitName, fieldCode, fieldName, indicatorName, period, illustrative } = row
  return { id, unitId, unitName, fieldCode, fieldName, indicatorName, period, sentence, illustrative }
}

/** Keeps the precision and the leading zero of the print ("435,310", "08") where it is the same number. */
function asPrinted(figure: Figure | undefined, printed: string): Figure | undefined {
  const read = figure && printed !== '' ? parseQuantity(printed) : undefined
  if (!figure || !read?.ok || !read.value.value.eq(figure.value)) return figure
  return { ...figure, decimals: read.value.decimals, leadingZero: read.value.leadingZero }
}
