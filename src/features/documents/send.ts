import type { Paper } from '../../domain/documents/paper.ts'
import { goSaying } from '../../http/answer.ts'
import { type Ask, param, yearOf } from '../../http/ask.ts'
import { inYearPath } from '../../http/year-path.ts'
import { sightOf } from './access.ts'
import { assemblePaper } from './assembly/assemble.ts'
import { plainRequest } from './assembly/request.ts'
import { fileHeaders, fileName, isPaperFormat } from './paper-file.ts'
import { slotQueryOf } from './paper-list.ts'
import { readPaper, readPreview } from './reading-paper.ts'
import { linksOf } from './show.ts'
import { subjectOf } from './slots.ts'
import type { PaperPool } from './writers/paper.pool.ts'
import { writingFaultWords } from './writers/writing.ts'

/** A paper that was begun, as a file. */
export async function sendPaper(pool: PaperPool, ask: Ask): Promise<Response> {
  const found = await readPaper(ask)
  const year = yearOf(ask)
  if (!found?.paper || !sightOf(ask.actor, year).paper(found.row)) return missing(ask)
  const { row, paper } = found
  const unit = year.members.find((one) => one.id === row.unitId)?.name ?? ''
  // An issued paper gives the same file whenever it is asked for.
  const madeAt = row.issuedOn === null ? ask.now : new Date(`${row.issuedOn}T05:00:00Z`)
  return send(pool, ask, { paper, about: unit, madeAt, back: linksOf(ask).show(row.id) })
}

/** A paper nobody has begun, as a file. */
export async function sendPreview(pool: PaperPool, ask: Ask): Promise<Response> {
  const found = await readPreview(ask)
  if (!found?.paper) return missing(ask)
  const { slot, paper } = found
  const back = linksOf(ask).view(slotQueryOf(yearOf(ask), slot))
  const about = slot.unitId === null ? '' : slot.about
  return send(pool, ask, { paper, about, madeAt: ask.now, back })
}

/** The minutes of a visit as they stand, before they are issued as a paper. */
export async function sendVisitMinutes(pool: PaperPool, ask: Ask): Promise<Response> {
  const year = yearOf(ask)
  const subject = subjectOf('check-minutes', { checkVisitId: param(ask, 'visit') })
  const paper = await assemblePaper({ db: ask.db, year, today: ask.today, request: plainRequest(subject) })
  if (!paper) return missing(ask)
  const back = inYearPath(year.bloc.slug, year.year, 'kiem-tra', 'cuoc', param(ask, 'visit'))
  return send(pool, ask, { paper, about: paper.subject, madeAt: ask.now, back })
}

type Wanted = { readonly paper: Paper; readonly about: string; readonly madeAt: Date; readonly back: string }

async function send(pool: PaperPool, ask: Ask, { paper, about, madeAt, back }: Wanted): Promise<Response> {
  const format = param(ask, 'format')
  if (!isPaperFormat(format)) return missing(ask)
  const written = await pool.write(paper, format, madeAt)
  if (!written.ok)
    return goSaying(ask.c, back, { kind: 'error', text: writingFaultWords(written.error)[ask.lang] })
  const headers = fileHeaders(fileName(paper, about, yearOf(ask).year), format)
  return ask.c.body(new Uint8Array(written.value), 200, headers)
}

function missing(ask: Ask): Response | Promise<Response> {
  return ask.c.notFound()
}
