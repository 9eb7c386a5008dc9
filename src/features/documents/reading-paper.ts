import { chartSize } from '../../charts/chart.size.ts'
import { checkPaper } from '../../domain/documents/check.ts'
import type { PaperFault } from '../../domain/documents/faults.ts'
import { layout, textWidth } from '../../domain/documents/layout.ts'
import type { Figure, Paper } from '../../domain/documents/paper.ts'
import { allBlocks } from '../../domain/documents/words.ts'
import { type Ask, param, yearOf } from '../../http/ask.ts'
import { subjectAsked } from './access.ts'
import { assemblePaper } from './assembly/assemble.ts'
import { plainRequest } from './assembly/request.ts'
import type { DrawFigure } from './paper-view.tsx'
import { findModel, findPaper, listParts, type PaperRow, type PartRow } from './papers.store.ts'
import type { PaperSlot } from './slots.ts'
import { findSlot, readSlots, requestOf, wantedSubject } from './year-papers.ts'

/** A place of the year with the paper the records would write for it today. */
export type PreviewFound = { readonly slot: PaperSlot; readonly paper: Paper | undefined }

/** The paper that the address asks for by type and query; undefined when the year has no such paper. */
export async function readPreview(ask: Ask): Promise<PreviewFound | undefined> {
  const year = yearOf(ask)
  const subject = subjectAsked(ask, year)
  if (!subject) return undefined
  const slots = await readSlots(ask.db, year, ask.today)
  const slot = findSlot(slots, wantedSubject(subject, slots))
  if (!slot) return undefined
  if (slot.lack) return { slot, paper: undefined }
  const assembly = { db: ask.db, year, today: ask.today, request: plainRequest(slot) }
  return { slot, paper: await assemblePaper(assembly) }
}

/** A paper that was begun, with its content: frozen once it was issued, else as the records say today. */
export type PaperFound = {
  readonly row: PaperRow
  readonly parts: readonly PartRow[]
  readonly paper: Paper | undefined
}

/** The paper the address names by its key. */
export async function readPaper(ask: Ask): Promise<PaperFound | undefined> {
  const row = await findPaper(ask.db, param(ask, 'paper'))
  if (!row) return undefined
  const parts = await listParts(ask.db, row.id)
  if (row.state !== 'draft') return { row, parts, paper: await findModel(ask.db, row.id) }
  const assembly = { db: ask.db, year: yearOf(ask), today: ask.today, request: requestOf(row, parts) }
  return { row, parts, paper: await assemblePaper(assembly) }
}

/** What is wrong with the parts of a paper; nothing while there is none. */
export function faultsOf(paper: Paper | undefined): readonly PaperFault[] {
  const checked = paper && checkPaper(paper)
  return checked && !checked.ok ? checked.error : []
}

/** Draws the charts of a paper; the drawing library is only loaded for a paper that has one. */
export async function drawerFor(paper: Paper | undefined): Promise<DrawFigure> {
  const figures = paper ? allBlocks(paper).filter((block): block is Figure => block.kind === 'figure') : []
  if (figures.length === 0) return () => ''
  const { drawChart } = await import('../../charts/chart.svg.ts')
  const width = textWidth(paper?.orientation === 'landscape' ? 'landscape' : 'portrait')
  const drawn = new Map(
    figures.map((figure) => [
      figure,
      drawChart(figure.chart, chartSize(figure, Math.min(width, layout.page.width))),
    ]),
  )
  return (figure) => drawn.get(figure) ?? ''
}
