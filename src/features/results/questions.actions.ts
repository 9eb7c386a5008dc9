import { action, type Deed, done } from '../../actions/action.ts'
import { type Failure, refuse, refuseField, refuseStale } from '../../actions/failure.ts'
import type { Reading, Writing } from '../../db/database.ts'
import { ok, type Result } from '../../domain/result.ts'
import { isPeriodId, periodOf } from '../../domain/vietnamese/index.ts'
import { yearScope } from '../../scopes/scopes.store.ts'
import {
  findQuestion,
  insertQuestion,
  insertRemark,
  moveQuestion,
  type QuestionPlace,
  type QuestionRow,
} from './questions.store.ts'
import { findIndicator } from './results.store.ts'

export type AskAboutFigureInput = QuestionPlace & {
  readonly body: string
  /** Until when the unit should answer. */
  readonly dueOn: string | null
}

/** Whoever leads the bloc asks the unit about one figure. */
export const askAboutFigure = action({
  permission: 'figure.ask',
  audit: 'figure.asked',
  scope: (db, input: AskAboutFigureInput, today) => scopeOf(db, input, today),
  constraintFields: { figure_question_open_once: 'body' },
  run: async (trx, input, deed) => {
    const { blocYearId, unitId, indicatorId, period, dueOn } = input
    const indicator = await findIndicator(trx, indicatorId, deed.scope.provinceId)
    if (!indicator) return refuse('not_found')
    if (!isPeriodId(period) || periodOf(period).year > (deed.scope.year?.year ?? 0))
      return refuseField('period', 'period_outside_year')
    if (dueOn !== null && dueOn < deed.today) return refuseField('dueOn', 'answer_day_past')
    const body = input.body.trim()
    if (body === '') return refuseField('body', 'required')
    const place = { blocYearId, unitId, indicatorId, period }
    const questionId = await insertQuestion(trx, { ...place, dueOn, askedBy: deed.accountId })
    await say(trx, questionId, body, false, deed)
    return done(
      { questionId, period },
      { entity: 'figure_question', entityId: questionId, after: { ...place, dueOn, body } },
    )
  },
})

/** What every later word on a question is about. */
export type QuestionAt = {
  readonly blocYearId: string
  readonly unitId: string | null
  readonly questionId: string
  /** Version of the question the form was opened on. */
  readonly version: number
}

export type AnswerQuestionInput = QuestionAt & { readonly body: string }

/** The unit answers; the question then waits for whoever asked. */
export const answerQuestion = action({
  permission: 'figure.answer',
  audit: 'figure.answered',
  scope: (db, input: AnswerQuestionInput, today) => scopeOf(db, input, today),
  run: async (trx, input, deed) => {
    const question = await openQuestion(trx, input)
    if (!question.ok) return question
    const body = input.body.trim()
    if (body === '') return refuseField('body', 'required')
    if (!(await moveQuestion(trx, input.questionId, input.version, { state: 'answered' })))
      return refuseStale([])
    await say(trx, input.questionId, body, true, deed)
    return done({ period: question.value.period }, traceOf(question.value, 'answered', body))
  },
})

export type AskAgainInput = QuestionAt & { readonly body: string; readonly dueOn: string | null }

/** The answer is not enough: the question goes back to the unit. */
export const askAgain = action({
  permission: 'figure.ask',
  audit: 'figure.asked_again',
  scope: (db, input: AskAgainInput, today) => scopeOf(db, input, today),
  run: async (trx, input, deed) => {
    const question = await openQuestion(trx, input)
    if (!question.ok) return question
    const body = input.body.trim()
    if (body === '') return refuseField('body', 'required')
    if (input.dueOn !== null && input.dueOn < deed.today) return refuseField('dueOn', 'answer_day_past')
    const change = { state: 'open', dueOn: input.dueOn ?? question.value.dueOn } as const
    if (!(await moveQuestion(trx, input.questionId, input.version, change))) return refuseStale([])
    await say(trx, input.questionId, body, false, deed)
    return done({ period: question.value.period }, traceOf(question.value, 'open', body))
  },
})

export type SettleQuestionInput = QuestionAt & { readonly body: string }

/** Nothing is owed any more; a last word may say why. */
export const settleQuestion = action({
  permission: 'figure.ask',
  audit: 'figure.settled',
  scope: (db, input: SettleQuestionInput, today) => scopeOf(db, input, today),
  run: async (trx, input, deed) => {
    const question = await openQuestion(trx, input)
    if (!question.ok) return question
    const change = { state: 'settled', settledBy: deed.accountId } as const
    if (!(await moveQuestion(trx, input.questionId, input.version, change))) return refuseStale([])
    const body = input.body.trim()
    if (body !== '') await say(trx, input.questionId, body, false, deed)
    return done({ period: question.value.period }, traceOf(question.value, 'settled', body))
  },
})

function scopeOf(
  db: Reading,
  at: { readonly blocYearId: string; readonly unitId: string | null },
  today: string,
) {
  return yearScope(db, at.blocYearId, today, at.unitId ?? undefined)
}

/** A question of this very year and owner that is not settled yet. */
async function openQuestion(trx: Writing, at: QuestionAt): Promise<Result<QuestionRow, Failure>> {
  const question = await findQuestion(trx, at.questionId)
  if (question?.blocYearId !== at.blocYearId || question.unitId !== at.unitId) return refuse('not_found')
  if (question.state === 'settled') return refuse('question_settled')
  if (question.version !== at.version) return refuseStale([])
  return ok(question)
}

function say(trx: Writing, questionId: string, body: string, ofOwner: boolean, deed: Deed): Promise<void> {
  const onBehalf = ofOwner && deed.onBehalf
  return insertRemark(trx, { questionId, ofOwner, body, onBehalf, writtenBy: deed.accountId })
}

function traceOf(question: QuestionRow, state: QuestionRow['state'], body: string) {
  const { id, indicatorId, period } = question
  return {
    entity: 'figure_question',
    entityId: id,
    before: { state: question.state },
    after: { state, indicatorId, period, body },
  }
}
