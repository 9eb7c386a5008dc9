import type {
  CorrectionState,
  MinutesContent,
  Party,
  TeamPerson,
  VisitState,
  VisitUnits,
} from '../domain/checks/index.ts'

/** Something a team saw at a unit, and the criterion or indicator it is about. */
export type Observation = {
  readonly id: string
  readonly kind: 'strength' | 'shortcoming'
  readonly body: string
  readonly criterionCode: string
  readonly criterionName: string | null
  readonly indicatorId: string | null
  readonly indicatorName: string | null
}

/** Something the visited unit has to put right, with its answer and what became of it. */
export type Correction = {
  readonly id: string
  readonly body: string
  /** ISO date. */
  readonly dueOn: string
  readonly state: CorrectionState
  readonly answer: string
  readonly answeredOn: string | null
  readonly answeredOnBehalf: boolean
  readonly verdict: string
  readonly settledOn: string | null
  readonly settledByName: string | null
  readonly version: number
  readonly files: readonly { readonly fileId: string; readonly fileName: string }[]
}

/** A signature of one side under one version of the minutes. */
export type VisitSignature = {
  readonly party: Party
  readonly unitId: string
  readonly signerName: string
  readonly signerTitle: string
  readonly capacity: string
  readonly signedOn: string
  readonly channel: 'screen' | 'paper'
  readonly scanFileId: string | null
  readonly recordedByName: string | null
  readonly illustrative: boolean
}

/** A version of the minutes as it was frozen when the first side signed. */
export type FrozenMinutes = {
  readonly id: string
  readonly versionNumber: number
  readonly content: MinutesContent
  readonly fingerprint: string
  readonly changeReason: string
  readonly signatures: readonly VisitSignature[]
}

/** A visit with all that belongs to it. */
export type VisitRecord = VisitUnits & {
  readonly id: string
  readonly blocYearId: string
  readonly blocName: string
  readonly year: number
  readonly planId: string
  readonly planTitle: string
  readonly basis: string
  readonly announcedOn: string | null
  readonly teamId: string
  readonly teamName: string
  readonly leadingUnitName: string
  readonly teamUnits: readonly string[]
  readonly persons: readonly TeamPerson[]
  readonly unitName: string
  readonly unitSlug: string
  readonly leadingUnitSlug: string
  readonly plannedOn: string | null
  readonly plannedAt: string | null
  readonly place: string
  readonly state: VisitState
  readonly movedFrom: string | null
  readonly reason: string
  readonly heldOn: string | null
  readonly heldFrom: string | null
  readonly heldTo: string | null
  readonly attendedTeam: string
  readonly attendedUnit: string
  readonly contents: string
  readonly opinion: string
  readonly changeReason: string
  readonly minutesVersion: number
  readonly signedOn: string | null
  readonly version: number
  readonly illustrative: boolean
  readonly observations: readonly Observation[]
  readonly corrections: readonly Correction[]
  /** Every version that anybody signed, newest first. */
  readonly minutes: readonly FrozenMinutes[]
}

/** The minutes that say what the visit says now; undefined while nobody has signed that. */
export function currentMinutes(
  visit: Pick<VisitRecord, 'minutes' | 'minutesVersion'>,
): FrozenMinutes | undefined {
  return visit.minutes.find((one) => one.versionNumber === visit.minutesVersion)
}

/** What both sides put their names to, as the records say it now. */
export function minutesContentOf(visit: VisitRecord): MinutesContent {
  return {
    bloc: visit.blocName,
    year: visit.year,
    plan: visit.planTitle,
    basis: visit.basis,
    team: visit.teamName,
    leadingUnit: visit.leadingUnitName,
    units: visit.teamUnits,
    persons: visit.persons,
    visited: visit.unitName,
    heldOn: visit.heldOn ?? '',
    from: visit.heldFrom,
    to: visit.heldTo,
    place: visit.place,
    attendedTeam: visit.attendedTeam,
    attendedUnit: visit.attendedUnit,
    contents: visit.contents,
    observations: visit.observations.map((one) => ({
      kind: one.kind,
      body: one.body,
      about: aboutOf(one),
    })),
    corrections: visit.corrections.map(({ body, dueOn }) => ({ body, dueOn })),
    opinion: visit.opinion,
  }
}

/** What an observation is about, in words: "1.2 Cải cách hành chính", an indicator, or nothing in particular. */
export function aboutOf({ criterionCode, criterionName, indicatorName }: Observation): string {
  const criterion = [criterionCode, criterionName ?? ''].filter((part) => part !== '').join(' ')
  return criterion || (indicatorName ?? '')
}
