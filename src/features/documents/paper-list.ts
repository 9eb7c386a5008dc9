import { type PaperTypeId, paperTypes } from '../../domain/documents/paper-types.ts'
import { symbolInText } from '../../domain/documents/symbol.ts'
import { printDate } from '../../domain/vietnamese/index.ts'
import { inYearPath } from '../../http/year-path.ts'
import type { Lang } from '../../i18n/words.ts'
import type { BlocYear } from '../../scopes/scopes.store.ts'
import type { PaperSubject } from './assembly/request.ts'
import { lackSentence } from './documents.messages.ts'
import { type DocumentLinks, documentsPaths, type SlotQuery } from './documents.paths.ts'
import type { PaperRow } from './papers.store.ts'
import { type PaperSlot, type PaperStep, paperSteps, sameSubject, stepOfType } from './slots.ts'

/** One paper of the year as the list shows it: begun, possible, or not yet. */
export type PaperLine = {
  readonly type: PaperTypeId
  readonly name: string
  readonly about: string
  readonly unitId: string | null
  readonly paper: PaperRow | null
  readonly number: string
  readonly href: string
  readonly docx: string
  readonly pdf: string
  readonly lack: { readonly text: string; readonly href: string } | null
}

/** What a reader may know of a paper or of a place for one. */
export type MaySee = {
  readonly paper: (row: PaperRow) => boolean
  readonly slot: (slot: PaperSubject) => boolean
}

export type PaperList = {
  readonly steps: readonly { readonly step: PaperStep; readonly lines: readonly PaperLine[] }[]
  /** Papers of one unit each, by unit. */
  readonly units: readonly {
    readonly id: string
    readonly name: string
    readonly illustrative: boolean
    readonly lines: readonly PaperLine[]
  }[]
}

/** The list of a year: each place with its newest paper, and papers whose place is gone. */
export function paperList(
  year: BlocYear,
  slots: readonly PaperSlot[],
  papers: readonly PaperRow[],
  reader: { readonly lang: Lang; readonly maySee: MaySee },
): PaperList {
  const links = documentsPaths.at(year.bloc.slug, year.year)
  const seen = papers.filter(reader.maySee.paper)
  const placed = slots.flatMap((slot) => linesOfSlot(year, links, slot, seen, reader))
  const shown = new Set(placed.flatMap((line) => (line.paper ? [line.paper.id] : [])))
  const elsewhere = seen
    .filter((row) => !shown.has(row.id) && !slots.some((slot) => sameSubject(slot, row)))
    .map((row) => lineOf(year, links, row, row, nameOfUnit(year, row) || row.title, null, reader.lang))
  const lines = [...placed, ...elsewhere]
  return {
    steps: paperSteps
      .map((step) => ({
        step,
        lines: lines.filter((line) => !line.unitId && stepOfType(line.type) === step),
      }))
      .filter((one) => one.lines.length > 0),
    units: year.members
      .map(({ id, name, illustrative }) => ({
        id,
        name,
        illustrative,
        lines: lines.filter((line) => line.unitId === id),
      }))
      .filter((one) => one.lines.length > 0),
  }
}

/** Address of a place that no paper was begun for. */
export function slotQueryOf(year: Pick<BlocYear, 'members'>, subject: PaperSubject): SlotQuery {
  const slug = year.members.find((unit) => unit.id === subject.unitId)?.slug
  const { type, conferenceId, pollId, draftId, proposalId, checkVisitId } = subject
  return {
    type,
    ...(slug ? { unit: slug } : {}),
    ...(conferenceId ? { conferenceId } : {}),
    ...(pollId ? { pollId } : {}),
    ...(draftId ? { draftId } : {}),
    ...(proposalId ? { proposalId } : {}),
    ...(checkVisitId ? { checkVisitId } : {}),
  }
}

/** "07/BC-SCT ngày 28/11/2025", without what the paper does not bear. */
export function numberText(row: Pick<PaperRow, 'type' | 'number' | 'symbol' | 'issuedOn'>): string {
  const { code } = paperTypes[row.type]
  const number =
    row.number === '' ? '' : symbolInText(code, { number: Number(row.number), organ: row.symbol })
  const day = row.issuedOn === null ? '' : printDate(row.issuedOn)
  return [number, day].filter((part) => part !== '').join(', ')
}

function linesOfSlot(
  year: BlocYear,
  links: DocumentLinks,
  slot: PaperSlot,
  papers: readonly PaperRow[],
  { lang, maySee }: { readonly lang: Lang; readonly maySee: MaySee },
): readonly PaperLine[] {
  const own = papers.filter((row) => sameSubject(row, slot))
  const open = own.filter((row) => row.state === 'draft' || row.state === 'issued')
  const shown = open.length > 0 ? open : own.slice(0, 1)
  if (shown.length > 0) return shown.map((row) => lineOf(year, links, slot, row, slot.about, null, lang))
  if (!maySee.slot(slot)) return []
  const lack = slot.lack && {
    text: lackSentence(slot.lack.code, lang),
    href: inYearPath(year.bloc.slug, year.year, ...slot.lack.where),
  }
  return [lineOf(year, links, slot, null, slot.about, lack, lang)]
}

function lineOf(
  year: BlocYear,
  links: DocumentLinks,
  subject: PaperSubject,
  paper: PaperRow | null,
  about: string,
  lack: PaperLine['lack'],
  lang: Lang,
): PaperLine {
  const query = slotQueryOf(year, subject)
  return {
    type: subject.type,
    name: paperTypes[subject.type][lang],
    about,
    unitId: subject.unitId,
    paper,
    number: paper && paper.state !== 'draft' ? numberText(paper) : '',
    href: paper ? links.show(paper.id) : links.view(query),
    docx: paper ? links.file(paper.id, 'docx') : links.viewFile(query, 'docx'),
    pdf: paper ? links.file(paper.id, 'pdf') : links.viewFile(query, 'pdf'),
    lack,
  }
}

function nameOfUnit(year: BlocYear, row: PaperRow): string {
  return year.members.find((unit) => unit.id === row.unitId)?.name ?? ''
}
