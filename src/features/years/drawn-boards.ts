import type { BlocYear } from '../../scopes/scopes.store.ts'
import { drawTable } from './board.page.tsx'
import { type Board, type BoardReader, boardOf } from './board.ts'
import type { YearRecords } from './facts.store.ts'

/** A board with its table drawn. */
export type DrawnBoard = { readonly board: Board; readonly table: string }

/** How many boards are remembered; the oldest make room. */
const REMEMBERED = 100

const drawn = new Map<string, DrawnBoard>()

/**
 * The board of a year for a reader. What was drawn before from the very same records, for a reader who sees the same,
 * is used again: everything a board is made of is in the key, so nothing that has changed is ever shown.
 *
 * @param records as `readRecordsText` gives them.
 */
export function drawnBoard(year: BlocYear, records: string, reader: BoardReader): DrawnBoard {
  const key = keyOf(year, records, reader)
  const known = drawn.get(key)
  if (known) return known
  const board = boardOf(year, JSON.parse(records) as YearRecords, reader)
  const fresh = { board, table: drawTable(board, year.bloc.name, year.year, reader.lang) }
  drawn.set(key, fresh)
  const [oldest] = drawn.keys()
  if (drawn.size > REMEMBERED && oldest !== undefined) drawn.delete(oldest)
  return fresh
}

function keyOf(year: BlocYear, records: string, { lang, today, unitIds, closed }: BoardReader): string {
  const mine = year.members.filter((member) => unitIds.includes(member.id)).map((member) => member.id)
  return [lang, today, mine.join(), closed.join(), JSON.stringify(year), records].join('\n')
}
