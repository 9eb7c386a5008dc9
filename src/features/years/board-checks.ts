import {
  type ChecksStanding,
  type CorrectionState,
  checksStanding,
  correctionStanding,
  type VisitState,
} from '../../domain/checks/index.ts'
import { printDate } from '../../domain/vietnamese/index.ts'
import type { Lang } from '../../i18n/words.ts'
import { checksPaths } from '../checks/checks.paths.ts'
import { boardChecksWords } from './board-checks.messages.ts'

/** A visit of an announced plan, as the board reads it. Corrections are told once both sides have signed. */
export type RecordedVisit = {
  readonly id: string
  readonly unitId: string
  readonly state: VisitState
  readonly plannedOn: string | null
  readonly heldOn: string | null
  readonly signedOn: string | null
  readonly corrections: readonly {
    readonly state: CorrectionState
    readonly dueOn: string
    readonly body: string
  }[]
}

/** What the cell of cross-checking says of a unit's visit, and where the visit lies. */
export type VisitNote = { readonly id: string; readonly text: string }

/** How the year stands with its checks; undefined when nobody is visited. */
export function standingOf(visits: readonly RecordedVisit[], today: string): ChecksStanding | undefined {
  if (visits.length === 0) return undefined
  return checksStanding(
    visits.map((visit) => ({ ...visit, signed: visit.signedOn !== null })),
    today,
  )
}

/** The visit of a unit that matters now: the first that is not signed, else the last one. */
export function visitNoteOf(
  visits: readonly RecordedVisit[],
  unitId: string,
  reader: { readonly lang: Lang; readonly today: string },
): VisitNote | undefined {
  const own = visits.filter((visit) => visit.unitId === unitId)
  const visit = own.find((one) => one.signedOn === null) ?? own.at(-1)
  if (!visit) return undefined
  const t = boardChecksWords(reader.lang)
  const open = own.flatMap(({ corrections }) => corrections.filter(({ state }) => state !== 'settled'))
  const late = open.filter((one) => correctionStanding(one, reader.today).late).length
  const text = [
    visit.signedOn
      ? t.signedOn(printDate(visit.signedOn))
      : visit.heldOn
        ? t.heldOn(printDate(visit.heldOn))
        : visit.plannedOn
          ? t.plannedOn(printDate(visit.plannedOn))
          : '',
    late > 0 ? t.correctionsLate(late) : open.length > 0 ? t.correctionsOpen(open.length) : '',
  ].filter(Boolean)
  return { id: visit.id, text: text.join(' · ') }
}

/** What a unit still has to put right after its checks, with the visit it belongs to. */
export function owedCorrections(visits: readonly RecordedVisit[], unitId: string, today: string) {
  return visits
    .filter((visit) => visit.unitId === unitId)
    .flatMap(({ id, corrections }) =>
      corrections
        .map((one) => ({ ...one, visitId: id, ...correctionStanding(one, today) }))
        .filter(({ owedBy }) => owedBy === 'visited'),
    )
}

/** Where the checks of a year lie, and one visit. */
export function checkLinks(bloc: string, year: number) {
  return checksPaths.at(bloc, year)
}
