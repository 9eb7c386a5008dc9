import { action, done } from '../../actions/action.ts'
import { type Difference, refuse, refuseField, refuseStale } from '../../actions/failure.ts'
import { yearScope } from '../../scopes/scopes.store.ts'
import { acceptStep, beginStep, returnStep, sendStep } from '../../steps/step-moves.ts'
import { findStep, moveStep, type StepChannel } from '../../steps/steps.store.ts'
import {
  listAwards,
  listRegistrations,
  lockRegistration,
  type NewRegistration,
  type RegistrationRow,
  replaceRegistrations,
} from './registration.store.ts'

/** One title with how many of it; `reached` is filled in at the year's end. */
export type RegisteredTitle = {
  readonly awardCode: string
  readonly quantity: number
  readonly reached?: number | null
  readonly note?: string
}

export type RegisterTitlesInput = {
  readonly blocYearId: string
  readonly unitId: string
  /** Titles and awards the unit itself sets out for. */
  readonly collective: readonly RegisteredTitle[]
  /** Numbers of personal titles. */
  readonly personal: readonly RegisteredTitle[]
  readonly initiatives: number
  readonly initiativesReached?: number | null
  /** Names of the initiatives, where they are known. */
  readonly initiativesNote?: string
  readonly channel?: StepChannel
  /** Version of the step 'registration' the form was opened on; left out by those who fill in from a paper. */
  readonly version?: number
}

/** What a unit registers for the year, as a whole: what is left out is taken away. */
export const registerTitles = action({
  permission: 'registration.write',
  audit: 'registration.saved',
  scope: (db, input: RegisterTitlesInput, today) => yearScope(db, input.blocYearId, today, input.unitId),
  run: async (trx, input, deed) => {
    const { blocYearId, unitId } = input
    await lockRegistration(trx, blocYearId, unitId)
    const rows = rowsOf(input)
    const twice = rows.find((row, index) => rows.findIndex((one) => same(one, row)) !== index)
    if (twice) return refuseField(`${twice.kind}.${twice.awardCode}`, 'title_twice')
    const known = new Set((await listAwards(trx)).map((award) => award.code))
    if (rows.some((row) => row.awardCode !== null && !known.has(row.awardCode))) return refuse('not_found')
    const before = await listRegistrations(trx, blocYearId, unitId)
    const step = await findStep(trx, blocYearId, unitId, 'registration')
    if (input.version !== undefined && input.version !== (step?.version ?? 0)) {
      return refuseStale(differencesOf(before, rows))
    }
    if (step?.state === 'accepted' && !sameAims(before, rows)) return refuse('step_already_accepted')
    await replaceRegistrations(trx, blocYearId, unitId, rows)
    const channel = input.channel ?? 'screen'
    if (step && step.state !== 'draft') {
      const { state, reason } = step
      await moveStep(trx, {
        blocYearId,
        unitId,
        step: 'registration',
        state,
        reason,
        channel,
        onBehalf: deed.onBehalf,
        accountId: deed.accountId,
      })
    } else await beginStep(trx, { blocYearId, unitId, step: 'registration' }, channel, deed)
    return done({ lines: rows.length }, { entity: 'registration', entityId: unitId, before, after: rows })
  },
})

export type RegistrationStepInput = { readonly blocYearId: string; readonly unitId: string }
export type SendRegistrationInput = RegistrationStepInput & { readonly channel?: StepChannel }

/** The unit sends its registration to the head; also when it came on paper. */
export const sendRegistration = action({
  permission: 'registration.send',
  audit: 'registration.sent',
  scope: (db, input: SendRegistrationInput, today) => yearScope(db, input.blocYearId, today, input.unitId),
  run: async (trx, input, deed) => {
    const rows = await listRegistrations(trx, input.blocYearId, input.unitId)
    if (rows.length === 0) return refuse('registration_empty')
    const { blocYearId, unitId } = input
    return sendStep(trx, { blocYearId, unitId, step: 'registration' }, input.channel ?? 'screen', deed)
  },
})

export type ReturnRegistrationInput = RegistrationStepInput & { readonly reason: string }

/** The head gives a registration back, with the reason. */
export const returnRegistration = action({
  permission: 'step.decide',
  audit: 'registration.returned',
  scope: (db, input: ReturnRegistrationInput, today) => yearScope(db, input.blocYearId, today, input.unitId),
  run: (trx, { blocYearId, unitId, reason }, deed) =>
    returnStep(trx, { blocYearId, unitId, step: 'registration' }, reason, deed),
})

/** The head accepts a registration. */
export const acceptRegistration = action({
  permission: 'step.decide',
  audit: 'registration.accepted',
  scope: (db, input: RegistrationStepInput, today) => yearScope(db, input.blocYearId, today, input.unitId),
  run: (trx, { blocYearId, unitId }, deed) =>
    acceptStep(trx, { blocYearId, unitId, step: 'registration' }, deed),
})

function rowsOf(input: RegisterTitlesInput): readonly NewRegistration[] {
  const titles = (kind: 'collective' | 'personal', lines: readonly RegisteredTitle[]) =>
    lines
      .filter((line) => line.quantity > 0)
      .map(({ awardCode, quantity, reached = null, note = '' }) => ({
        kind,
        awardCode,
        quantity,
        reached,
        note,
      }))
  const initiative: NewRegistration = {
    kind: 'initiative',
    awardCode: null,
    quantity: input.initiatives,
    reached: input.initiativesReached ?? null,
    note: input.initiativesNote ?? '',
  }
  return [
    ...titles('collective', input.collective),
    ...titles('personal', input.personal),
    ...(input.initiatives > 0 ? [initiative] : []),
  ]
}

/** After the head accepted, the aims stand; only how much of them was reached is still filled in. */
function sameAims(stored: readonly RegistrationRow[], mine: readonly NewRegistration[]): boolean {
  return differencesOf(stored, mine).length === 0
}

function same(a: NewRegistration, b: NewRegistration): boolean {
  return a.kind === b.kind && a.awardCode === b.awardCode
}

/** What the other one left in place, beside what this form holds. */
function differencesOf(
  stored: readonly RegistrationRow[],
  mine: readonly NewRegistration[],
): readonly Difference[] {
  const keys = new Map<string, string>()
  for (const row of stored) keys.set(keyOf(row), row.awardVi ?? '')
  for (const row of mine) if (!keys.has(keyOf(row))) keys.set(keyOf(row), '')
  return [...keys.keys()].flatMap((key) => {
    const theirs = stored.find((row) => keyOf(row) === key)?.quantity ?? 0
    const own = mine.find((row) => keyOf(row) === key)?.quantity ?? 0
    return theirs === own ? [] : [{ field: key, before: String(own), after: String(theirs) }]
  })
}

function keyOf({ kind, awardCode }: Pick<NewRegistration, 'kind' | 'awardCode'>): string {
  return kind === 'initiative' ? 'initiatives' : `${kind}.${awardCode}`
}
