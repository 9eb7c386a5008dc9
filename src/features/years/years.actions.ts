import { action, type Deed, done } from '../../actions/action.ts'
import { refuse, refuseField } from '../../actions/failure.ts'
import type { Reading, Writing } from '../../db/database.ts'
import { rolesIn, type Scope } from '../../domain/permissions/index.ts'
import {
  advance,
  boardColumnInfo,
  boardColumns,
  defaultDeadlines,
  mayOpen,
  stepBack,
  type YearMove,
  type YearState,
  yearStateInfo,
} from '../../domain/years/index.ts'
import { blocScope, findYearById, yearScope } from '../../scopes/scopes.store.ts'
import { copyDeadlines, putDeadline } from './deadlines.store.ts'
import { factsOf, readRecords } from './facts.store.ts'
import { openingScope } from './opening.store.ts'
import { insertYear, listYearsOf, moveYear, setMidYear, type YearSummary } from './years.store.ts'

export type OpenYearInput = { readonly blocId: string; readonly year: number }

/**
 * Opens a year of a bloc on the set-up of the latest year before it. Its days are copied; its rules need no copy,
 * they hold from their year on.
 */
export const openYear = action({
  permission: 'year.open',
  audit: 'year.opened',
  scope: (db, input: OpenYearInput, today) => scopeBefore(db, input, today),
  constraintFields: { bloc_year_once: 'year', bloc_year_plausible: 'year' },
  run: async (trx, input) => {
    const years = await listYearsOf(trx, input.blocId)
    const open = mayOpen(
      years.map(({ year, state }) => ({ year, state: state as YearState })),
      input.year,
    )
    if (!open.allowed)
      return refuseField('year', open.why === 'exists' ? 'bloc_year_once' : 'year_before_not_ready')
    const before = latestBefore(years, input.year)
    const blocYearId = await insertYear(trx, { ...input, copiedFromId: before?.id ?? null })
    if (before) await copyDeadlines(trx, before.id, blocYearId, input.year - before.year)
    else await proposeDeadlines(trx, blocYearId, input.year)
    const trace = {
      entity: 'bloc_year',
      entityId: blocYearId,
      after: { ...input, copiedFrom: before?.year ?? null },
    }
    return done({ blocYearId, year: input.year }, trace)
  },
})

/** Whoever leads the latest year before may open the next one, so rights are asked against that year. */
async function scopeBefore(db: Reading, input: OpenYearInput, today: string): Promise<Scope | undefined> {
  const before = latestBefore(await listYearsOf(db, input.blocId), input.year)
  if (!before) return blocScope(db, input.blocId)
  const scope = await yearScope(db, before.id, today)
  return scope && openingScope(db, scope, today)
}

function latestBefore(years: readonly YearSummary[], year: number): YearSummary | undefined {
  return years.findLast((one) => one.year < year)
}

async function proposeDeadlines(trx: Writing, blocYearId: string, year: number): Promise<void> {
  const days = defaultDeadlines(year)
  for (const step of boardColumns) {
    const { mark, basis } = boardColumnInfo[step]
    // A day that one province decided is not yet confirmed for any other.
    const proposed = mark === 'confirmed' ? 'unverified' : mark
    await putDeadline(trx, blocYearId, { step, dueOn: days[step], mark: proposed, basis: basis.vi })
  }
}

export type AdvanceYearInput = {
  readonly blocYearId: string
  /** The state the year is believed to be in, so that nobody moves it twice. */
  readonly from?: YearState
  /** Asked for when something needed is lacking. */
  readonly reason: string
  /** The day of the move; today when left out. */
  readonly on?: string
}

/** One step forward; what lacks is kept with the move. */
export const advanceYear = action({
  permission: 'year.advance',
  audit: 'year.advanced',
  scope: (db, input: AdvanceYearInput, today) => yearScope(db, input.blocYearId, today),
  run: async (trx, input, deed) => {
    const year = await findYearById(trx, input.blocYearId, deed.today)
    if (!year) return refuse('not_found')
    if (input.from && input.from !== year.state) return refuse('year_moved_meanwhile')
    const move = advance(year.state as YearState, factsOf(year, await readRecords(trx, year)), input.reason)
    if (!move.ok) {
      return move.error.code === 'reason_needed'
        ? refuseField('reason', 'year_reason_needed')
        : refuse(`year_${move.error.code}`)
    }
    const mover = yearStateInfo[move.value.to].mover
    if (mover === 'province' && !rolesIn(deed.actor, deed.scope).has('province'))
      return refuse('only_province_moves')
    return keepMove(trx, input, deed, move.value)
  },
})

export type StepBackYearInput = AdvanceYearInput & { readonly to: YearState }

/** Back to an earlier state, always with a reason. */
export const stepBackYear = action({
  permission: 'year.advance',
  audit: 'year.stepped_back',
  scope: (db, input: StepBackYearInput, today) => yearScope(db, input.blocYearId, today),
  run: async (trx, input, deed) => {
    const year = await findYearById(trx, input.blocYearId, deed.today)
    if (!year) return refuse('not_found')
    if (input.from && input.from !== year.state) return refuse('year_moved_meanwhile')
    const move = stepBack(year.state as YearState, input.to, input.reason)
    if (!move.ok) {
      return move.error.code === 'reason_needed'
        ? refuseField('reason', 'year_reason_needed')
        : refuse(`year_${move.error.code}`)
    }
    return keepMove(trx, input, deed, move.value)
  },
})

async function keepMove(trx: Writing, input: AdvanceYearInput, deed: Deed, move: YearMove) {
  const kept = await moveYear(trx, {
    blocYearId: input.blocYearId,
    fromState: move.from,
    toState: move.to,
    reason: move.reason ?? '',
    lacks: move.lacks,
    changedBy: deed.accountId,
    changedAt: input.on ? new Date(`${input.on}T12:00:00+07:00`) : deed.now,
  })
  if (!kept) return refuse('year_moved_meanwhile')
  return done(
    { from: move.from, to: move.to, lacks: move.lacks.length },
    {
      entity: 'bloc_year',
      entityId: input.blocYearId,
      before: { state: move.from },
      after: { state: move.to, lacks: move.lacks },
      reason: move.reason ?? '',
    },
  )
}

export type MarkMidYearInput = {
  readonly blocYearId: string
  readonly midYear: 'open' | 'held' | 'skipped'
  /** Asked for when it is skipped or taken back. */
  readonly reason: string
}

/** The mid-year review was held, or is left out this year. */
export const markMidYear = action({
  permission: 'year.advance',
  audit: 'year.mid_year_marked',
  scope: (db, input: MarkMidYearInput, today) => yearScope(db, input.blocYearId, today),
  run: async (trx, input, deed) => {
    if (input.midYear !== 'held' && input.reason.trim() === '')
      return refuseField('reason', 'year_reason_needed')
    const year = await findYearById(trx, input.blocYearId, deed.today)
    if (!year) return refuse('not_found')
    await setMidYear(trx, input.blocYearId, input.midYear)
    return done(
      {},
      {
        entity: 'bloc_year',
        entityId: input.blocYearId,
        before: { midYear: year.midYear },
        after: { midYear: input.midYear },
        reason: input.reason,
      },
    )
  },
})
