import type { Result } from '../../domain/result.ts'
import { type Ask, keyOrNone, mayHere, yearOf } from '../../http/ask.ts'
import { type Place, page, type Route, write } from '../../http/feature.ts'
import { figureTabs, figureTabsLabel } from '../../http/figure-tabs.ts'
import { parseForm } from '../../http/form.ts'
import { frameOf } from '../../http/frame.ts'
import { inYear, inYearOfUnit } from '../../http/places.ts'
import { scopeOfYear } from '../../scopes/scopes.store.ts'
import { answerQuestion, askAboutFigure, askAgain, settleQuestion } from './questions.actions.ts'
import { answerForm, askAgainForm, askForm, settleForm } from './questions.forms.ts'
import { questionsWords } from './questions.messages.ts'
import { QuestionsPage } from './questions.page.tsx'
import { listQuestions } from './questions.store.ts'
import { resultsWords } from './results.messages.ts'
import { resultsPaths, WHOLE_BLOC } from './results.paths.ts'
import { figureViews, linksOf, ownerOf, ownerPlace } from './results.reading.ts'
import { showFigure } from './results.show.ts'

const { route } = resultsPaths

/** Questions about figures: asked, answered, settled; the list of a year. The bloc's own addresses come first. */
export const questionRoutes: readonly Route[] = [
  page({ path: route.questions, permission: 'result.read', place: inYear, show: showQuestions }),
  ...routesOf(inYear, route.ofBloc),
  ...routesOf(inYearOfUnit, route.ofUnit),
]

function routesOf(
  place: Place,
  paths: Readonly<Record<'ask' | 'answer' | 'askAgain' | 'settle', string>>,
): readonly Route[] {
  return [
    write({
      path: paths.ask,
      permission: 'figure.ask',
      audit: 'figure.asked',
      place,
      action: askAboutFigure,
      read: (ask, body) => {
        const form = parseForm(askForm, body)
        const indicatorId = keyOrNone(ask, 'indicator')
        return form.ok ? { ok: true, value: { ...form.value, ...ownerPlace(ask), indicatorId } } : form
      },
      next: back,
      said: (ask) => questionsWords(ask.lang).asked,
      again: showFigure,
    }),
    write({
      path: paths.answer,
      permission: 'figure.answer',
      audit: 'figure.answered',
      place,
      action: answerQuestion,
      read: (ask, body) => ofQuestion(ask, parseForm(answerForm, body)),
      next: back,
      said: (ask) => questionsWords(ask.lang).answeredNow,
      again: showFigure,
    }),
    write({
      path: paths.askAgain,
      permission: 'figure.ask',
      audit: 'figure.asked_again',
      place,
      action: askAgain,
      read: (ask, body) => ofQuestion(ask, parseForm(askAgainForm, body)),
      next: back,
      said: (ask) => questionsWords(ask.lang).askedAgain,
      again: showFigure,
    }),
    write({
      path: paths.settle,
      permission: 'figure.ask',
      audit: 'figure.settled',
      place,
      action: settleQuestion,
      read: (ask, body) => ofQuestion(ask, parseForm(settleForm, body)),
      next: back,
      said: (ask) => questionsWords(ask.lang).settledNow,
      again: showFigure,
    }),
  ]
}

function ofQuestion<T, E>(ask: Ask, form: Result<T, E>) {
  if (!form.ok) return form
  const value = { ...form.value, ...ownerPlace(ask), questionId: keyOrNone(ask, 'question') }
  return { ok: true as const, value }
}

function back(ask: Ask, { period }: { readonly period: string }): string {
  return `${linksOf(ask).figure(ownerOf(ask).slug, keyOrNone(ask, 'indicator'), period)}#hoi-dap`
}

/** Whoever asks sees all; a unit sees what it was asked. */
async function showQuestions(ask: Ask) {
  const year = yearOf(ask)
  const questions = await listQuestions(ask.db, year.id)
  const mayAsk = mayHere(ask, 'figure.ask')
  const isSeen = (unitId: string | null) =>
    mayAsk || mayHere(ask, 'figure.answer', scopeOfYear(year, unitId ?? undefined))
  const owner = (unitId: string | null) => year.members.find((unit) => unit.id === unitId)
  const name = resultsWords(ask.lang).wholeBloc
  const rows = questions
    .filter((question) => isSeen(question.unitId))
    .map((question) => {
      const unit = owner(question.unitId)
      return { name: unit?.shortName ?? name, slug: unit?.slug ?? WHOLE_BLOC, question }
    })
  return QuestionsPage({
    frame: frameOf(ask),
    tabs: figureTabs(ask, 'figures'),
    tabsLabel: figureTabsLabel(ask),
    views: figureViews(ask, 'questions', {
      questions: rows.filter(({ question }) => question.state !== 'settled').length,
    }),
    links: linksOf(ask),
    year: year.year,
    rows,
  })
}
