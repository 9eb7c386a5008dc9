import type { Result } from '../result.ts'
import { checkTable } from './check-table.ts'
import type { Layer } from './layers.ts'
import { compact, type ParseProblem, Reader } from './parse.ts'
import { readTable } from './parse-table.ts'
import type { ScoringTable } from './table.ts'
import type { TableProblem } from './table-problem.ts'

/**
 * A real scoring table kept for reference: where it comes from, how much of the original could be read, and the
 * table with its contradictions left in.
 */
export interface ReferenceTable {
  readonly id: string
  readonly title: string
  readonly document: string
  readonly issuer: string
  readonly year: number
  /** Whom the table scores. */
  readonly scope?: string
  readonly source: readonly string[]
  /** How much of the original was read. */
  readonly read: 'full' | 'frame' | 'partial'
  /** What could not be read, or was read in one of several ways. */
  readonly notRead: readonly string[]
  /** The score layers the document knows, in order. */
  readonly layers: readonly Layer[]
  readonly table: ScoringTable
  /** Classes, bars and tie-break as plain data; `parseRankingRules` of the ranking folder reads it. */
  readonly ranking?: unknown
}

/** A reference table together with everything in it that contradicts itself. */
export interface ReadReference {
  readonly reference: ReferenceTable
  readonly problems: readonly TableProblem[]
}

/**
 * Reads one reference file. Contradictions do not keep a table from being read: they are reported beside it.
 *
 * @returns the table with its contradictions, or what is wrong with the shape of the file
 */
export function readReferenceTable(data: unknown): Result<ReadReference, readonly ParseProblem[]> {
  const r = new Reader()
  const o = r.object(data, 'reference')
  const texts = (key: string) =>
    r.optional(o[key], (value) => r.list(value, key).map((each, i) => r.text(each, `${key}.${i}`))) ?? []
  const reference: ReferenceTable = compact({
    id: r.text(o.id, 'id'),
    title: r.text(o.title, 'title'),
    document: r.text(o.document, 'document'),
    issuer: r.text(o.issuer, 'issuer'),
    year: Number(r.decimal(o.year, 'year', 'positive')),
    scope: r.optional(o.scope, (value) => r.text(value, 'scope')),
    source: texts('source'),
    read: r.oneOf(o.read, 'read', ['full', 'frame', 'partial']),
    notRead: texts('notRead'),
    layers:
      r.optional(o.layers, (value) =>
        r
          .list(value, 'layers')
          .map(
            (each, i): Layer => r.oneOf(each, `layers.${i}`, ['self', 'cross', 'head', 'final', 'agency']),
          ),
      ) ?? [],
    table: readTable(r, o.table, 'table'),
    ranking: o.ranking,
  })
  return r.finish({ reference, problems: r.problems.length === 0 ? checkTable(reference.table) : [] })
}
