import type { Step } from './cell.ts'
import type { BoardColumn } from './columns.ts'

/** One member of the bloc in the year, with its steps. A missing step counts as nothing sent, without deadline. */
export type MemberFacts = {
  readonly unitId: string
  readonly steps: Readonly<Partial<Record<BoardColumn, Step>>>
}

/** How far a draft of the bloc has come. */
export type DraftProgress = 'missing' | 'drafted' | 'circulated' | 'adopted'

/** What became of the mid-year review (sơ kết). */
export type MidYear = 'open' | 'held' | 'skipped'

/** What a gate looks at. All of it is read from records; nothing is typed in for the gate. */
export type YearFacts = {
  readonly headUnitId: string | null
  readonly members: readonly MemberFacts[]
  readonly drafts: {
    readonly regulation: DraftProgress
    readonly scoreTable: DraftProgress
    readonly pledge: DraftProgress
  }
  readonly scoreTableFrozen: boolean
  readonly midYear: MidYear
  readonly scoresShown: boolean
  /** Questions on points (kiến nghị) that nobody answered. */
  readonly openAppeals: number
  readonly conferenceHeld: boolean
  readonly scoresAdopted: boolean
  readonly minutesSigned: boolean
  readonly nextHeadChosen: boolean
  readonly proposals: readonly {
    readonly id: string
    readonly unitId: string | null
    readonly hasOutcome: boolean
  }[]
  readonly proposalsFixed: boolean
  readonly submissionSent: boolean
  readonly handoverDone: boolean
}

/** The facts of a year nothing has happened in yet; spread it and overwrite what is known. */
export const emptyYearFacts: YearFacts = {
  headUnitId: null,
  members: [],
  drafts: { regulation: 'missing', scoreTable: 'missing', pledge: 'missing' },
  scoreTableFrozen: false,
  midYear: 'open',
  scoresShown: false,
  openAppeals: 0,
  conferenceHeld: false,
  scoresAdopted: false,
  minutesSigned: false,
  nextHeadChosen: false,
  proposals: [],
  proposalsFixed: false,
  submissionSent: false,
  handoverDone: false,
}
