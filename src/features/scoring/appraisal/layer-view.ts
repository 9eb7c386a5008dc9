import type Big from 'big.js'
import type { Entry, Layer, LayerEntries } from '../../../domain/scoring/index.ts'
import { printDate, printNumber } from '../../../domain/vietnamese/index.ts'
import type { Lang } from '../../../i18n/words.ts'
import { stepWords } from '../../../steps/step.messages.ts'
import type { ScoreRow } from '../scores.store.ts'

/** How a layer departs from the one before it at a criterion: by how much, why, by whom and when. */
export type LayerChange = {
  readonly layer: Layer
  /** "+0,5", "−1"; empty when only a reason was given. */
  readonly difference: string
  readonly reason: string
  readonly who: string
  readonly when: string
}

/** A layer as a whole: its total beside that of the layer before, who filled it in, when and how. */
export type LayerSum = {
  readonly layer: Layer
  readonly total: string
  readonly difference: string
  readonly changes: number
  readonly who: string
  readonly when: string
  readonly how: string
}

/** The day in Vietnam. */
const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' })

/** A difference with its sign; empty when there is none. */
export function signed(difference: Big | undefined): string {
  if (difference === undefined || difference.eq(0)) return ''
  return difference.gt(0) ? `+${printNumber(difference)}` : `−${printNumber(difference.abs())}`
}

/** The changes of one criterion from layer to layer, in their order; a layer that left it as it was is left out. */
export function layerChanges(
  code: string,
  layers: readonly Layer[],
  entries: LayerEntries | undefined,
  rows: readonly ScoreRow[],
): readonly LayerChange[] {
  return layers.flatMap((layer, at) => {
    const row = rows.find((one) => one.layer === layer && one.code === code)
    // A layer may look at some criteria only: what it left out stands as before.
    const before = layers
      .slice(0, at)
      .flatMap((earlier) => pointsOf(entries?.get(earlier)?.get(code)) ?? [])
      .at(-1)
    const after = pointsOf(entries?.get(layer)?.get(code))
    const difference = before && after ? signed(after.minus(before)) : ''
    const reason = at === 0 ? '' : (row?.reason ?? '')
    if (!row || (difference === '' && reason === '')) return []
    return [{ layer, difference, reason, who: row.scoredByName ?? '', when: dayOf(row) }]
  })
}

/** Every opened layer of a unit side by side. */
export function layerSums(
  layers: readonly Layer[],
  totals: ReadonlyMap<Layer, Big>,
  entries: LayerEntries | undefined,
  rows: readonly ScoreRow[],
  lang: Lang,
): readonly LayerSum[] {
  const opened = layers.filter((layer) => totals.has(layer))
  return opened.flatMap((layer, at) => {
    const total = totals.get(layer)
    if (!total) return []
    const previous = at === 0 ? undefined : opened[at - 1]
    const before = previous && totals.get(previous)
    const own = rows.filter((row) => row.layer === layer)
    const last = own.toSorted((a, b) => a.scoredAt.getTime() - b.scoredAt.getTime()).at(-1)
    return [
      {
        layer,
        total: printNumber(total),
        difference: before ? signed(total.minus(before)) : '',
        changes: previous ? countChanges(entries, previous, layer) : 0,
        who: last?.scoredByName ?? '',
        when: last ? dayOf(last) : '',
        how: last ? howOf(last, lang) : '',
      },
    ]
  })
}

function countChanges(entries: LayerEntries | undefined, before: Layer, after: Layer): number {
  const earlier = entries?.get(before)
  return [...(entries?.get(after) ?? [])].filter(([code, entry]) => {
    const [a, b] = [pointsOf(earlier?.get(code)), pointsOf(entry)]
    return a !== undefined && b !== undefined && !a.eq(b)
  }).length
}

function pointsOf(entry: Entry | undefined): Big | undefined {
  return entry?.state === 'scored' ? entry.points : undefined
}

function dayOf({ scoredAt }: ScoreRow): string {
  return printDate(day.format(scoredAt))
}

function howOf({ channel, onBehalf }: ScoreRow, lang: Lang): string {
  const t = stepWords(lang)
  const by = channel === 'paper' ? t.byPaper : channel === 'file' ? t.byFile : ''
  return [by, onBehalf ? t.onBehalf : ''].filter(Boolean).join(', ')
}
