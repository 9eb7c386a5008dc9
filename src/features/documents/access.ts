import { mayReadVisit, visitPartOf } from '../../domain/checks/index.ts'
import { type Actor, may, maySeeScores } from '../../domain/permissions/index.ts'
import { keyParam } from '../../http/ask.ts'
import type { Place } from '../../http/feature.ts'
import { inYear } from '../../http/places.ts'
import { findVisit } from '../../records/visits.store.ts'
import { type BlocYear, scopeOfYear } from '../../scopes/scopes.store.ts'
import type { PaperSubject } from './assembly/request.ts'
import { slotKeys } from './documents.paths.ts'
import type { MaySee } from './paper-list.ts'
import { findPaper, listParts, type PaperRow } from './papers.store.ts'
import { isOfUnit, isPaperType, subjectOf } from './slots.ts'

/**
 * Who sees which papers of a year: whoever prepares a paper sees its draft; once it is issued all who read papers
 * here see it, except that points are seen by nobody before they are due.
 */
export function sightOf(actor: Actor, year: BlocYear): MaySee {
  const scope = (subject: PaperSubject) =>
    scopeOfYear(year, isOfUnit(subject.type) ? (subject.unitId ?? undefined) : undefined)
  const prepares = (subject: PaperSubject) => may(actor, 'paper.write', scope(subject)).ok
  return {
    slot: prepares,
    paper: (row) => {
      if (prepares(row)) return true
      if (row.state === 'draft' || !may(actor, 'paper.read', scope(row)).ok) return false
      if (row.type === 'self-score') return maySeeScores(actor, scope(row), 'self')
      return !showsFinalScores.has(row.type) || maySeeScores(actor, scope(row), 'final')
    },
  }
}

const showsFinalScores: ReadonlySet<PaperRow['type']> = new Set([
  'score-summary',
  'score-explanation',
  'appraisal-minutes',
  'submission',
])

/** Below `…/van-ban/xem/:type`: rights over the year, or over the unit whose own paper it is. */
export const ofSlot: Place = async (ask) => {
  const place = await inYear(ask)
  const subject = place?.blocYear && subjectAsked(ask, place.blocYear)
  if (!place?.blocYear || !subject) return undefined
  const unitId = isOfUnit(subject.type) ? (subject.unitId ?? undefined) : undefined
  return { blocYear: place.blocYear, scope: scopeOfYear(place.blocYear, unitId) }
}

/** Below `…/van-ban/kiem-tra/:visit`: both sides of a visit, those who run the year and, once signed, every member. */
export const ofVisitMinutes: Place = async (ask) => {
  const place = await inYear(ask)
  const id = keyParam(ask, 'visit')
  const visit = place?.blocYear && id ? await findVisit(ask.db, id) : undefined
  if (!place?.blocYear || visit?.blocYearId !== place.blocYear.id || visit.state !== 'held') return undefined
  const part = visitPartOf(ask.actor, place.scope, visit)
  return ask.actor.accountId === null || mayReadVisit(part, visit.signedOn !== null) ? place : undefined
}

/** Below `…/van-ban/:paper`. */
export const ofPaper: Place = async (ask) => {
  const place = await inYear(ask)
  const id = keyParam(ask, 'paper')
  const row = place?.blocYear && id ? await findPaper(ask.db, id) : undefined
  if (!place?.blocYear || row?.blocYearId !== place.blocYear.id) return undefined
  const unitId = isOfUnit(row.type) ? (row.unitId ?? undefined) : undefined
  return { blocYear: place.blocYear, scope: scopeOfYear(place.blocYear, unitId) }
}

/** Below `…/van-ban/:paper/phan/:part`: also the unit that was asked to write the part. */
export const ofPart: Place = async (ask) => {
  const place = await ofPaper(ask)
  if (!place?.blocYear || place.scope.unitId) return place
  const parts = await listParts(ask.db, keyParam(ask, 'paper') ?? '')
  const owner = parts.find((part) => part.key === ask.c.req.param('part'))?.ownerUnitId
  return { ...place, scope: scopeOfYear(place.blocYear, owner ?? undefined) }
}

/** The paper an address names by type and query; undefined when there is no such type or unit. */
export function subjectAsked(ask: Parameters<Place>[0], year: BlocYear): PaperSubject | undefined {
  const asked = ask.c.req.param('type') ?? ask.c.req.query('loai') ?? ''
  if (!isPaperType(asked)) return undefined
  const slug = ask.c.req.query(slotKeys.unit)
  const unit = year.members.find((member) => member.slug === slug)
  if (slug && !unit) return undefined
  const key = (name: string) => {
    const value = ask.c.req.query(name) ?? ''
    return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value) ? value : null
  }
  return subjectOf(asked, {
    unitId: unit?.id ?? null,
    conferenceId: key(slotKeys.conferenceId),
    pollId: key(slotKeys.pollId),
    draftId: key(slotKeys.draftId),
    proposalId: key(slotKeys.proposalId),
    checkVisitId: key(slotKeys.checkVisitId),
  })
}
