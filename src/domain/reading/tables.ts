import type { PrintedIndicator } from './indicators.ts'
import type { Line } from './sections.ts'
import type { Token } from './tokens.ts'

/** Reads the figures of tables. */
export function readTables(
  _tokens: readonly Token[],
  _lines: readonly Line[],
  _taken: Uint8Array,
  _year: number | null,
): readonly PrintedIndicator[] {
  return []
}
