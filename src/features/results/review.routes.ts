import { isPeriodId, periodOf } from '../../domain/vietnamese/index.ts'
import { type Ask, mayHere, query, yearOf } from '../../http/ask.ts'
import { page, type Route } from '../../http/feature.ts'
import { figureTabs, figureTabsLabel } from '../../http/figure-tabs.ts'
import { frameOf } from '../../http/frame.ts'
import { inYear, inYearOfUnit } from '../../http/places.ts'
import { scopeOfYear } from '../../scopes/scopes.store.ts'
import { listSteps } from '../../steps/steps.store.ts'
import { flatViews, viewsOf } from './figure-view.ts'
import { findEstimatesRule } from './official-figures.store.ts'
import { listQuestions } from './questions.store.ts'
import { reportOf } from './report-of.ts'
import { narrativeParts, type ReportStep } from './report-parts.ts'
import { listEvidence, listNarratives } from './reports.store.ts'
import { resultsPaths } from './results.paths.ts'
import { figureViews, isOnBehalf, linksOf, ownerOf, surroundings } from './results.reading.ts'
import { ReviewPage, ReviewsPage } from './review.page.tsx'
import { reviewOf } from './review.ts'

const { route } = resultsPaths

/** What to look through before a report is sent: of one unit, and of all side by side. */
export const reviewRoutes: readonly Route[] = [
  page({ path: route.reviews, permission: 'result.read', place: inYear, show: showReviews }),
  page({ path: route.review, permission: 'result.read', place: inYearOfUnit, show: showReview }),
]

async function showReview(ask: Ask) {
  const year = yearOf(ask)
  const { unitId, blocId, name, slug } = ownerOf(ask)
  const asked = query(ask, 'ky')
  const period = isPeriodId(asked) && periodOf(asked).year === year.year ? asked : String(year.year)
  const views = flatViews(viewsOf({ unitId, blocId }, period, await surroundings(ask)))
  const memberIds = year.members.map((unit) => unit.id)
  const evidence = await listEvidence(ask.db, memberIds, periodOf(period).year)
  const sees = mayHere(ask, 'figure.ask') || mayHere(ask, 'figure.answer')
  const questions = sees ? await listQuestions(ask.db, year.id, { unitId, blocId }) : []
  const reports: readonly ReportStep[] = [reportOf(period), 'evidence']
  const steps = (await listSteps(ask.db, year.id)).filter((step) => step.unitId === unitId)
  const narratives = await listNarratives(ask.db, year.id, unitId)
  const estimates = await findEstimatesRule(ask.db, year)
  return ReviewPage({
    frame: frameOf(ask),
    links: linksOf(ask),
    name,
    slug,
    period,
    review: reviewOf(views, evidence, questions),
    estimates,
    estimatesUntil: `${periodOf(period).year + 1}-${estimates.value}`,
    reports,
    steps,
    wordsWritten: {
      written: new Set(narratives.filter((one) => one.body !== '').map((one) => one.part)).size,
      all: narrativeParts.length,
    },
    maySend: mayHere(ask, 'report.send'),
    onBehalf: isOnBehalf(ask),
  })
}

/** Questions of a unit are counted for whoever may ask or answer there. */
async function showReviews(ask: Ask) {
  const year = yearOf(ask)
  const around = await surroundings(ask)
  const memberIds = year.members.map((unit) => unit.id)
  const evidence = await listEvidence(ask.db, memberIds, year.year)
  const questions = await listQuestions(ask.db, year.id)
  const steps = await listSteps(ask.db, year.id)
  const rows = year.members.map((unit) => {
    const scope = scopeOfYear(year, unit.id)
    const sees = mayHere(ask, 'figure.ask', scope) || mayHere(ask, 'figure.answer', scope)
    const views = flatViews(viewsOf({ unitId: unit.id, blocId: null }, String(year.year), around))
    const asked = sees ? questions.filter((question) => question.unitId === unit.id) : []
    return {
      name: unit.name,
      slug: unit.slug,
      review: reviewOf(views, evidence, asked),
      step: steps.find((step) => step.unitId === unit.id && step.step === 'year_report'),
    }
  })
  return ReviewsPage({
    frame: frameOf(ask),
    tabs: figureTabs(ask, 'figures'),
    tabsLabel: figureTabsLabel(ask),
    views: figureViews(ask, 'reviews'),
    links: linksOf(ask),
    year: year.year,
    rows,
  })
}
