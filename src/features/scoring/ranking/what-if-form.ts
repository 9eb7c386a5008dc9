import type Big from 'big.js'
import type { Supposition } from '../../../domain/ranking/index.ts'
import { findNode, printDecimal, type ScoringTable } from '../../../domain/scoring/index.ts'
import { parseNumber } from '../../../domain/vietnamese/index.ts'
import type { Lang } from '../../../i18n/words.ts'
import { picturesWords } from './pictures.messages.ts'

/** Lines the form of the what-if page offers for each kind of change. */
export const changeRows = ['0', '1', '2'] as const

/** What was asked for by the address, and what of it cannot be tried. */
export type Supposed = {
  readonly suppositions: readonly Supposition[]
  /** Field name → sentence. */
  readonly errors: Readonly<Record<string, string>>
}

type Typed = Readonly<Record<string, string>>

/** Reads what is to be tried. Units and codes that are not of this table are refused, not looked up. */
export function readSuppositions(
  typed: Typed,
  table: ScoringTable,
  units: ReadonlySet<string>,
  lang: Lang,
): Supposed {
  const all = changeRows.flatMap((row) => [
    readWeight(row, typed, table, lang),
    readPoints(row, typed, table, units, lang),
  ])
  return {
    suppositions: all.flatMap(({ supposition }) => supposition ?? []),
    errors: Object.assign({}, ...all.map(({ errors }) => errors ?? {})),
  }
}

type Read = { readonly supposition?: Supposition; readonly errors?: Readonly<Record<string, string>> }

function readWeight(row: string, typed: Typed, table: ScoringTable, lang: Lang): Read {
  const t = picturesWords(lang)
  const code = text(typed, `node.${row}`)
  const written = text(typed, `max.${row}`)
  if (code === '' && written === '') return {}
  if (!findNode(table, code)) return { errors: { [`node.${row}`]: t.needsMaximum } }
  const maxPoints = notNegative(written)
  if (maxPoints === undefined) return { errors: { [`max.${row}`]: t.badNumber } }
  return { supposition: { kind: 'weight', code, maxPoints: maxPoints.toFixed() } }
}

function readPoints(
  row: string,
  typed: Typed,
  table: ScoringTable,
  units: ReadonlySet<string>,
  lang: Lang,
): Read {
  const t = picturesWords(lang)
  const unit = text(typed, `unit.${row}`)
  const code = text(typed, `leaf.${row}`)
  const written = text(typed, `points.${row}`)
  const none = text(typed, `none.${row}`) !== ''
  if (unit === '' && code === '' && written === '' && !none) return {}
  const leaf = findNode(table, code)
  if (leaf?.kind !== 'leaf' || !units.has(unit)) return { errors: { [`unit.${row}`]: t.needsBoth } }
  if (none) return { supposition: { kind: 'notAssigned', unit, code } }
  const size = notNegative(written.replace(/^[-−]/, ''))
  if (size === undefined) return { errors: { [`points.${row}`]: t.badNumber } }
  if (size.gt(leaf.maxPoints)) {
    return { errors: { [`points.${row}`]: t.pointsOutside(printDecimal(leaf.maxPoints, lang)) } }
  }
  return { supposition: { kind: 'points', unit, code, points: leaf.side === 'penalty' ? size.neg() : size } }
}

function notNegative(written: string): Big | undefined {
  const parsed = parseNumber(written)
  return parsed.ok && parsed.value.gte(0) ? parsed.value : undefined
}

function text(typed: Typed, name: string): string {
  return (typed[name] ?? '').trim()
}
