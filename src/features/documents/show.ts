import { paperTypes } from '../../domain/documents/paper-types.ts'
import { type Ask, mayHere, param, query, unitIdsOf, yearOf } from '../../http/ask.ts'
import type { FormAgain } from '../../http/feature.ts'
import { frameOf } from '../../http/frame.ts'
import { inYearPath } from '../../http/year-path.ts'
import { sightOf, subjectAsked } from './access.ts'
import { findUnitFacts } from './assembly/parties.store.ts'
import { partiesOf, symbolOf } from './assembly/parties.ts'
import { IssuePage, PartPage, WithdrawPage } from './deeds.page.tsx'
import { lackSentence } from './documents.messages.ts'
import { type DocumentLinks, documentsPaths } from './documents.paths.ts'
import { ListPage } from './list.page.tsx'
import { PaperPage, PreviewPage } from './paper.page.tsx'
import { paperList, slotQueryOf } from './paper-list.ts'
import {
  findByCode,
  findPaper,
  listOwnedParts,
  listPapers,
  listParts,
  type PaperRow,
} from './papers.store.ts'
import { partOf, partsOf } from './parts.ts'
import { drawerFor, faultsOf, readPaper, readPreview } from './reading-paper.ts'
import { isOfUnit } from './slots.ts'
import { typedCode } from './verification.ts'
import { VerifyPage } from './verify.page.tsx'
import { readSlots, requestOf } from './year-papers.ts'

/** Links of the papers of the year of the address. */
export function linksOf(ask: Ask): DocumentLinks {
  const { bloc, year } = yearOf(ask)
  return documentsPaths.at(bloc.slug, year)
}

export async function showList(ask: Ask) {
  const year = yearOf(ask)
  const links = linksOf(ask)
  const wanted = query(ask, 'loai') === '' ? undefined : subjectAsked(ask, year)
  if (wanted) return ask.c.redirect(links.view(slotQueryOf(year, wanted)), 303)
  const sight = sightOf(ask.actor, year)
  const slots = await readSlots(ask.db, year, ask.today)
  const owned = await listOwnedParts(ask.db, year.id, unitIdsOf(ask))
  return ListPage({
    frame: frameOf(ask),
    year: String(year.year),
    list: paperList(year, slots, await listPapers(ask.db, year.id), { lang: ask.lang, maySee: sight }),
    asked: owned.map(({ paperId, type, key, body }) => ({
      paper: paperTypes[type][ask.lang],
      key,
      written: body !== '',
      href: links.part(paperId, key),
    })),
    prepares: slots.some(sight.slot),
  })
}

export async function showPreview(ask: Ask, again?: FormAgain) {
  const found = await readPreview(ask)
  if (!found) return ask.c.notFound()
  const { slot, paper } = found
  const { bloc, year, members } = yearOf(ask)
  const links = linksOf(ask)
  const asked = slotQueryOf({ members }, slot)
  return PreviewPage({
    frame: frameOf(ask),
    links,
    name: paperTypes[slot.type][ask.lang],
    about: slot.about,
    paper,
    lack: slot.lack && {
      text: lackSentence(slot.lack.code, ask.lang),
      href: inYearPath(bloc.slug, year, ...slot.lack.where),
    },
    faults: faultsOf(paper),
    draw: await drawerFor(paper),
    action: links.view(asked),
    docx: links.viewFile(asked, 'docx'),
    pdf: links.viewFile(asked, 'pdf'),
    again,
  })
}

export async function showPaper(ask: Ask, again?: FormAgain) {
  const found = await readPaper(ask)
  const year = yearOf(ask)
  if (!found || !sightOf(ask.actor, year).paper(found.row)) return ask.c.notFound()
  const { row, parts, paper } = found
  const replacement = (await listPapers(ask.db, year.id)).find((one) => one.replacesId === row.id)
  const names = new Map(year.members.map((unit) => [unit.id, unit.shortName]))
  return PaperPage({
    frame: frameOf(ask),
    links: linksOf(ask),
    row,
    about: aboutOf(year.members, row),
    paper,
    faults: faultsOf(paper),
    draw: await drawerFor(paper),
    parts: partsOf(row.type).map((part) => {
      const written = parts.find((one) => one.key === part.key)
      return { part, written, owner: names.get(written?.ownerUnitId ?? '') ?? '' }
    }),
    replacedBy: replacement?.id,
    mayWrite: mayHere(ask, 'paper.write'),
    mayIssue: mayHere(ask, 'paper.issue'),
    again,
  })
}

export async function showPart(ask: Ask, again?: FormAgain) {
  const row = await findPaper(ask.db, param(ask, 'paper'))
  const part = row && partOf(row.type, param(ask, 'part'))
  const links = linksOf(ask)
  if (!row || !part) return ask.c.notFound()
  if (row.state !== 'draft') return ask.c.redirect(links.show(row.id), 303)
  const written = (await listParts(ask.db, row.id)).find((one) => one.key === part.key)
  const whole = sightOf(ask.actor, yearOf(ask)).paper(row)
  return PartPage({
    frame: frameOf(ask),
    links,
    row,
    part,
    written,
    units: whole && !isOfUnit(row.type) ? yearOf(ask).members : [],
    back: whole ? links.show(row.id) : links.list,
    again,
  })
}

export async function showIssue(ask: Ask, again?: FormAgain) {
  const row = await findPaper(ask.db, param(ask, 'paper'))
  const year = yearOf(ask)
  if (!row) return ask.c.notFound()
  if (row.state !== 'draft') return ask.c.redirect(linksOf(ask).show(row.id), 303)
  const parties = await partiesOf({ db: ask.db, year, today: ask.today, request: requestOf(row, []) })
  const unitId = isOfUnit(row.type) ? row.unitId : year.headUnitId
  const unit = unitId ? await findUnitFacts(ask.db, unitId, year.year) : undefined
  const leader = parties?.leaders.get(unitId ?? '')
  return IssuePage({
    frame: frameOf(ask),
    links: linksOf(ask),
    row,
    today: ask.today,
    symbol: unit ? symbolOf(unit) : '',
    place: year.province.name,
    signer: { name: leader?.name ?? '', title: leader?.title ?? '', capacity: leader?.capacity ?? '' },
    again,
  })
}

export async function showWithdraw(ask: Ask, again?: FormAgain) {
  const row = await findPaper(ask.db, param(ask, 'paper'))
  if (!row) return ask.c.notFound()
  if (row.state !== 'issued') return ask.c.redirect(linksOf(ask).show(row.id), 303)
  return WithdrawPage({ frame: frameOf(ask), links: linksOf(ask), row, today: ask.today, again })
}

export async function showVerify(ask: Ask) {
  const typed = query(ask, 'ma')
  const code = typedCode(typed)
  return VerifyPage({
    frame: frameOf(ask),
    code: typed,
    paper: code === '' ? undefined : await findByCode(ask.db, code),
  })
}

function aboutOf(members: readonly { readonly id: string; readonly name: string }[], row: PaperRow): string {
  return members.find((unit) => unit.id === row.unitId)?.name ?? (row.state === 'draft' ? row.title : '')
}
