import {
  correctionStanding,
  minutesStateOf,
  type VisitProgress,
  visitProgressOf,
} from '../../domain/checks/index.ts'
import { printDate } from '../../domain/vietnamese/index.ts'
import type { CellKind } from '../../domain/years/index.ts'
import type { Lang } from '../../i18n/words.ts'
import type { BlocYear } from '../../scopes/scopes.store.ts'
import { checksWords } from './checks.messages.ts'
import type { CheckLinks } from './checks.paths.ts'
import type { VisitRow } from './checks.store.ts'
import { progressNames } from './visits.messages.ts'

/** A visit in the words of its reader. */
export type VisitLine = {
  readonly unit: string
  readonly href: string
  readonly team: string
  readonly day: string
  readonly moved: string
  readonly place: string
  readonly badge: CellKind
  readonly badgeLabel: string
  readonly corrections: string
  /** Of the reader's unit: as the one visited or as one of the team. */
  readonly mine: boolean
  readonly illustrative: boolean
}

const badges: Readonly<Record<VisitProgress, CellKind>> = {
  undated: 'not_due',
  planned: 'not_due',
  missed: 'late',
  held: 'waiting',
  half_signed: 'waiting',
  signed: 'done',
  cancelled: 'absence_noted',
}

/** The shape and word of how far a visit has come. */
export function visitBadge(
  visit: Pick<VisitRow, 'state' | 'plannedOn' | 'signedBy'>,
  today: string,
  lang: Lang,
): { readonly badge: CellKind; readonly badgeLabel: string } {
  const progress = visitProgressOf({ ...visit, minutes: minutesStateOf(visit.signedBy) }, today)
  return { badge: badges[progress], badgeLabel: progressNames[progress][lang] }
}

/** Visits as lines of a table. */
export function visitLines(
  visits: readonly VisitRow[],
  year: Pick<BlocYear, 'members'>,
  reader: {
    readonly lang: Lang
    readonly today: string
    readonly unitIds: readonly string[]
    readonly links: CheckLinks
  },
): readonly VisitLine[] {
  const { lang, today, unitIds, links } = reader
  const t = checksWords(lang)
  const names = new Map(year.members.map((member) => [member.id, member.name]))
  return visits.map((visit) => {
    const day = visit.heldOn ?? visit.plannedOn
    return {
      unit: names.get(visit.unitId) ?? '',
      href: links.visit(visit.id),
      team: visit.teamName,
      day: day ? t.dayOf(printDate(day), visit.heldOn ? '' : (visit.plannedAt ?? '')) : '',
      moved: visit.movedFrom ? t.movedFrom(printDate(visit.movedFrom)) : '',
      place: visit.place,
      ...visitBadge(visit, today, lang),
      corrections: correctionsText(visit, today, lang),
      mine: unitIds.includes(visit.unitId) || visit.teamUnitIds.some((unitId) => unitIds.includes(unitId)),
      illustrative: visit.illustrative,
    }
  })
}

function correctionsText({ corrections, state, signedOn }: VisitRow, today: string, lang: Lang): string {
  const t = checksWords(lang)
  if (corrections.length === 0) return state === 'held' && signedOn ? t.noCorrections : ''
  const open = corrections.filter((one) => one.state !== 'settled')
  if (open.length === 0) return t.correctionsDone(corrections.length)
  return t.correctionsLeft(open.length, open.filter((one) => correctionStanding(one, today).late).length)
}
