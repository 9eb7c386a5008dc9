import Big from 'big.js'
import type { JudgedLine, Layer } from '../../../domain/scoring/index.ts'
import type { ScoreBook } from '../scores.store.ts'
import type { YearTable } from '../table/table-model.ts'
import type { JudgedLineRow } from './judges.store.ts'

/**
 * Who judged a line: in the cross-check the unit, in the appraisal the person; what was written down from paper
 * counts for the unit.
 */
export function judgeKey(line: JudgedLineRow): string {
  const { layer, appraiserUnitId, judgedBy } = line
  return layer === 'cross' ? (appraiserUnitId ?? judgedBy ?? '') : (judgedBy ?? appraiserUnitId ?? '')
}

/** The judged lines of a layer with the points before and after, as the comparison of judges takes them. */
export function linesToCompare(
  table: YearTable,
  book: ScoreBook,
  judged: readonly JudgedLineRow[],
  layer: Layer,
): readonly JudgedLine[] {
  const later = table.layers.slice(table.layers.indexOf(layer) + 1)
  return judged.flatMap((line) => {
    const row = table.byCode.get(line.code)
    const layers = book.layers.get(line.unitId)
    const pointsIn = (one: Layer) => {
      const entry = layers?.get(one)?.get(line.code)
      return entry?.state === 'scored' ? entry.points : undefined
    }
    const [self, points] = [pointsIn('self'), pointsIn(layer)]
    if (line.layer !== layer || !row || !self || !points) return []
    const after = later.map(pointsIn).find((one) => one !== undefined)
    return [
      {
        judge: judgeKey(line),
        unit: line.unitId,
        code: line.code,
        maximum: new Big(row.maxPoints),
        self,
        points,
        ...(after ? { after } : {}),
        at: line.judgedAt.toISOString(),
      },
    ]
  })
}

/** How many criteria of a unit were looked at in a layer, and how many there are to look at. */
export function progressOf(
  table: YearTable,
  book: ScoreBook,
  judged: readonly JudgedLineRow[],
  unitId: string,
  layer: Layer,
): { readonly looked: number; readonly all: number } {
  const exempt = book.exemptions.get(unitId)
  const due = new Set(table.leafRows.flatMap(({ code }) => (exempt?.has(code) ? [] : [code])))
  const looked = judged.filter((one) => one.unitId === unitId && one.layer === layer && due.has(one.code))
  return { looked: looked.length, all: due.size }
}
