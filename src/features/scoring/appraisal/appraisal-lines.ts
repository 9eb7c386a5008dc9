import type { FieldFault } from '../../../actions/failure.ts'
import {
  changesBetween,
  changesWithoutReason,
  type Entry,
  effectiveEntries,
  type Layer,
  type LayerEntries,
} from '../../../domain/scoring/index.ts'
import type { NewScore, ScoreRow } from '../scores.store.ts'
import { lineField, readPoints } from '../sheet/sheet.ts'
import type { YearTable } from '../table/table-model.ts'

/** One line of an appraisal: left out means as the layer before has it. */
export type AppraisedLine = { readonly points?: string | null; readonly reason?: string }

/** Lines of an appraisal by code of the criterion. */
export type AppraisedLines = Readonly<Record<string, AppraisedLine>>

/** The entries a layer starts from: those of the last layer before it that was opened for the unit. */
export function entriesBefore(
  table: Pick<YearTable, 'layerRules'>,
  layers: LayerEntries | undefined,
  layer: Layer,
): ReadonlyMap<string, Entry> | undefined {
  if (!layers) return undefined
  const { order } = table.layerRules
  return order
    .slice(0, order.indexOf(layer))
    .toReversed()
    .map((earlier) => effectiveEntries(layers, table.layerRules, earlier))
    .find((entries) => entries !== undefined)
}

/** A single change stands in a form of its own; of several each is named by its criterion and unit. */
export function fieldOfChange(field: string, unitId: string, changes: number): string {
  if (changes === 1) return field.startsWith('points.') ? 'points' : 'reason'
  return `${field}@${unitId}`
}

/** What the conference changed before stays changed when it records another point. */
export function changedEarlier(
  stored: readonly ScoreRow[],
  before: ReadonlyMap<string, Entry>,
): AppraisedLines {
  return Object.fromEntries(
    stored.flatMap(({ code, layer, points, reason }) => {
      const held = before.get(code)
      const departs = layer === 'final' && held?.state === 'scored' && held.points.toFixed() !== points
      return departs && reason !== '' ? [[code, { points, reason }]] : []
    }),
  )
}

/** What a layer comes to: points to store, what was looked at, how many changes, what is wrong. */
export type ReadLines = {
  readonly scores: readonly NewScore[]
  readonly lookedAt: ReadonlySet<string>
  readonly changes: number
  readonly faults: Readonly<Record<string, FieldFault>>
}

/** The lines of a layer over those before it; a changed point needs a reason. */
export function readLines(
  table: YearTable,
  unitId: string,
  lines: AppraisedLines,
  before: ReadonlyMap<string, Entry>,
  exempt: ReadonlyMap<string, string> | undefined,
  fieldOf: (field: string) => string = (field) => field,
): ReadLines {
  const faults: Record<string, FieldFault> = {}
  const after = new Map<string, Entry>()
  const lookedAt = new Set<string>()
  for (const code of Object.keys(lines)) {
    if (!table.leafRows.some((row) => row.code === code)) {
      faults[fieldOf(lineField.points(code))] = { code: 'criterion_unknown', params: [code] }
    }
  }
  for (const row of table.leafRows) {
    if (exempt?.has(row.code)) continue
    const typed = lines[row.code]?.points
    const held = before.get(row.code)
    if (typed == null || typed === '') {
      if (held?.state === 'scored') after.set(row.code, held)
      continue
    }
    lookedAt.add(row.id)
    const read = readPoints(table, row, typed)
    if ('fault' in read) faults[fieldOf(lineField.points(row.code))] = read.fault
    else after.set(row.code, { state: 'scored', points: read.value })
  }
  const reasons = new Map(Object.entries(lines).map(([code, { reason = '' }]) => [code, reason]))
  const changes = changesBetween(table.table, before, after, reasons)
  for (const { code } of changesWithoutReason(changes)) {
    faults[fieldOf(lineField.note(code))] = { code: 'change_reason_required' }
  }
  const scores = table.leafRows.flatMap((row): NewScore[] => {
    const entry = after.get(row.code)
    if (entry?.state !== 'scored') return []
    return [
      {
        criterionId: row.id,
        unitId,
        points: entry.points.toFixed(),
        inputs: {},
        explanation: [],
        reason: reasons.get(row.code)?.trim() ?? '',
      },
    ]
  })
  return { scores, lookedAt, changes: changes.length, faults }
}

/** Points typed for a criterion the judge stepped back from; what stands there already may be sent along. */
export function recusedLines(
  lines: AppraisedLines,
  notMine: ReadonlySet<string>,
  stored: readonly ScoreRow[],
  layer: Layer,
  before: ReadonlyMap<string, Entry>,
): Readonly<Record<string, FieldFault>> | undefined {
  const faults = [...notMine].flatMap((code) => {
    const typed = lines[code]?.points
    const held = before.get(code)
    const standing =
      stored.find((one) => one.code === code && one.layer === layer)?.points ??
      (held?.state === 'scored' ? held.points.toFixed() : undefined)
    return typed == null || typed === '' || typed === standing
      ? []
      : [[lineField.points(code), { code: 'criterion_recused' }] as const]
  })
  return faults.length > 0 ? Object.fromEntries(faults) : undefined
}

/** What another judge of the layer gave the criteria this one stepped back from. */
export function linesHeld(
  stored: readonly ScoreRow[],
  layer: Layer,
  notMine: ReadonlySet<string>,
): AppraisedLines {
  return Object.fromEntries([
    ...[...notMine].map((code) => [code, {}] as const),
    ...stored
      .filter((one) => one.layer === layer && notMine.has(one.code))
      .map(({ code, points, reason }) => [code, { points, reason }] as const),
  ])
}

/** A layer that looks at some criteria only says so by the lines it holds. */
export function withPartial(
  table: YearTable,
  layer: Layer,
  lines: AppraisedLines,
  before: ReadonlyMap<string, Entry>,
): AppraisedLines {
  if (!table.layerRules.partial?.includes(layer)) return lines
  return Object.fromEntries(
    Object.entries(lines).map(([code, line]) => {
      const held = before.get(code)
      const points = line.points || (line.reason && held?.state === 'scored' ? held.points.toFixed() : null)
      return [code, { ...line, points }]
    }),
  )
}
