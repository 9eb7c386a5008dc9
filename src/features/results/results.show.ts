import { isPeriodId, periodOf, printPeriod } from '../../domain/vietnamese/index.ts'
import { type Ask, keyParam, mayHere, query, yearOf } from '../../http/ask.ts'
import type { FormAgain } from '../../http/feature.ts'
import { frameOf } from '../../http/frame.ts'
import { inYearPath } from '../../http/year-path.ts'
import { listSignedObservations } from '../../records/visits.store.ts'
import { listSteps } from '../../steps/steps.store.ts'
import type { Tab } from '../../ui/index.ts'
import { checksPaths } from '../checks/checks.paths.ts'
import { FigurePage } from './figure.page.tsx'
import type { Surroundings } from './figure-neighbours.ts'
import { isWorthDrawing, progressOf, yearsOf } from './figure-series.ts'
import { type FigureView, flatViews, viewOf, viewsOf } from './figure-view.ts'
import type { ObservedFigure } from './observed.page.tsx'
import { listQuestions } from './questions.store.ts'
import { reportOf } from './report-of.ts'
import { narrativeParts, type ReportStep } from './report-parts.ts'
import { type EvidenceRow, listEvidence, listFields, listNarratives, listRatings } from './reports.store.ts'
import { choicesOf, isOnBehalf, linksOf, ownerOf, surroundings } from './results.reading.ts'
import { listResultVersions, listTargetsOfYears } from './results.store.ts'
import { SheetPage } from './sheet.page.tsx'
import { WordsPage } from './words.page.tsx'

/** The figures of a unit, or of the bloc. */
export async function showSheet(ask: Ask, again?: FormAgain) {
  const year = yearOf(ask)
  const owner = ownerOf(ask)
  const { unitId, blocId, name, slug } = owner
  const period = periodAsked(ask, again)
  const around = await surroundings(ask)
  const views = viewsOf({ unitId, blocId }, period, around, extraAsked(ask, again))
  const shown = new Set(flatViews(views).map((view) => view.indicator.id))
  const steps = unitId ? (await listSteps(ask.db, year.id)).filter((step) => step.unitId === unitId) : []
  const reports: readonly ReportStep[] = unitId ? [reportOf(period), 'evidence'] : []
  const evidence = unitId
    ? await listEvidence(
        ask.db,
        year.members.map((unit) => unit.id),
        year.year,
      )
    : []
  const narratives = await listNarratives(ask.db, year.id, unitId)
  return SheetPage({
    frame: frameOf(ask),
    links: linksOf(ask),
    year: year.year,
    name,
    slug,
    period,
    periods: periodTabs(ask, period),
    views,
    progress: progressOfAll(views, around, year.year, period),
    others: choicesOf(
      around.indicators.filter((one) => one.isCurrent && !shown.has(one.id)),
      ask,
    ),
    targetsHref: inYearPath(year.bloc.slug, year.year, 'chi-tieu', slug),
    reports,
    asked: await openQuestionsOf(ask, unitId, blocId),
    steps: steps.filter((step) => (reports as readonly string[]).includes(step.step)),
    open: openPoints(
      flatViews(views),
      evidence.filter((one) => one.unitId === unitId),
    ),
    wordsWritten: {
      written: new Set(narratives.filter((one) => one.body !== '').map((one) => one.part)).size,
      all: narrativeParts.length,
    },
    ratings: unitId ? await listRatings(ask.db, [unitId], year.year) : [],
    mayWrite: mayHere(ask, 'result.write'),
    enters:
      mayHere(ask, 'result.write') &&
      (!isOnBehalf(ask) || views.length === 0 || again !== undefined || query(ask, 'nhap') !== ''),
    maySend: unitId !== null && mayHere(ask, 'report.send'),
    mayDecide: unitId !== null && mayHere(ask, 'report.decide'),
    mayRate: unitId !== null && mayHere(ask, 'rating.write'),
    onBehalf: isOnBehalf(ask),
    again,
  })
}

/** One figure of a unit, or of the bloc. */
export async function showFigure(ask: Ask, again?: FormAgain) {
  const year = yearOf(ask)
  const { unitId, blocId, name, slug } = ownerOf(ask)
  const period = periodAsked(ask, again)
  const around = await surroundings(ask)
  const indicator = around.indicators.find((one) => one.id === keyParam(ask, 'indicator'))
  if (!indicator) return ask.c.notFound()
  const at = { unitId, blocId, indicatorId: indicator.id, year: periodOf(period).year, period }
  const view = viewOf({ unitId, blocId }, period, indicator, around)
  const evidence = unitId
    ? await listEvidence(
        ask.db,
        year.members.map((unit) => unit.id),
        at.year,
      )
    : []
  const steps = unitId ? (await listSteps(ask.db, year.id)).filter((step) => step.unitId === unitId) : []
  const report = steps.find((step) => step.step === reportOf(period))
  const [mayAsk, mayAnswer] = [mayHere(ask, 'figure.ask'), mayHere(ask, 'figure.answer')]
  const asked = mayAsk || mayAnswer ? await listQuestions(ask.db, year.id, { unitId, blocId }) : []
  return FigurePage({
    frame: frameOf(ask),
    links: linksOf(ask),
    name,
    slug,
    questions: asked.filter((one) => one.indicatorId === indicator.id && one.period === period),
    mayAsk,
    mayAnswer,
    view,
    progress: progressOf({ unitId, blocId }, indicator, at.year, around),
    years: yearsOf(
      { unitId, blocId },
      indicator,
      year.year,
      around,
      await listTargetsOfYears(
        ask.db,
        { blocId: year.bloc.id, unitIds: unitId ? [unitId] : [] },
        indicator.id,
        year.year,
      ),
    ),
    versions: await listResultVersions(ask.db, at),
    evidence: evidence.filter((one) => one.resultId === view.result?.id),
    fields: await fieldChoices(ask),
    asksField: unitId === null,
    mayWrite: mayHere(ask, 'result.write'),
    mayAddEvidence: unitId !== null && mayHere(ask, 'result.write'),
    onBehalf: isOnBehalf(ask),
    wasSent: report !== undefined && report.state !== 'draft',
    observed: unitId ? await observedOf(ask, unitId, indicator.id) : [],
    again,
  })
}

/** What signed checks found about a figure of a unit. */
async function observedOf(ask: Ask, unitId: string, indicatorId: string): Promise<readonly ObservedFigure[]> {
  const { id, bloc, year } = yearOf(ask)
  const links = checksPaths.at(bloc.slug, year)
  const found = await listSignedObservations(ask.db, id, unitId)
  return found
    .filter((one) => one.indicatorId === indicatorId)
    .map(({ kind, body, heldOn, visitId }) => ({ kind, body, heldOn, href: links.visit(visitId) }))
}

/** The written parts of a unit, or of the bloc by field of work. */
export async function showWords(ask: Ask, again?: FormAgain) {
  const { unitId, name, slug } = ownerOf(ask)
  const asked = again?.values.fieldCode ?? query(ask, 'linh-vuc')
  return WordsPage({
    frame: frameOf(ask),
    links: linksOf(ask),
    name,
    slug,
    narratives: await listNarratives(ask.db, yearOf(ask).id, unitId),
    fieldCode: typeof asked === 'string' ? asked : '',
    fields: unitId === null ? await fieldChoices(ask) : [],
    mayWrite: mayHere(ask, 'result.write'),
    onBehalf: isOnBehalf(ask),
    again,
  })
}

/** Questions of the sheet's owner that wait, for whoever may ask or answer them. */
async function openQuestionsOf(ask: Ask, unitId: string | null, blocId: string | null) {
  if (!mayHere(ask, 'figure.ask') && !mayHere(ask, 'figure.answer')) return []
  const questions = await listQuestions(ask.db, yearOf(ask).id, { unitId, blocId })
  return questions.filter((question) => question.state !== 'settled')
}

/** The period of the address or of the refused form; the whole year otherwise. */
export function periodAsked(ask: Ask, again?: FormAgain): string {
  const asked = again?.values.period ?? query(ask, 'ky')
  const { year } = yearOf(ask)
  const isOfYear = typeof asked === 'string' && isPeriodId(asked) && periodOf(asked).year <= year
  return isOfYear ? asked : String(year)
}

/** Indicators to show though nothing is known of them yet: asked for, or in the refused form. */
function extraAsked(ask: Ask, again: FormAgain | undefined): readonly string[] {
  const typed = Object.keys(again?.values ?? {}).flatMap((name) =>
    name.startsWith('version.') ? [name.slice(8)] : [],
  )
  return [...typed, query(ask, 'them')].filter(Boolean)
}

function periodTabs(ask: Ask, current: string): readonly Tab[] {
  const { year } = yearOf(ask)
  const { slug } = ownerOf(ask)
  const periods = [...['', 'Q1', 'Q2', 'H1', 'Q3', 'M9', 'Q4'].map((part) => `${year}${part}`), `${year - 1}`]
  return periods.map((period) => ({
    label: sentenceCase(printPeriod(period, ask.lang)),
    href: linksOf(ask).sheet(slug, period),
    current: period === current,
  }))
}

function sentenceCase(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}

async function fieldChoices(ask: Ask) {
  const fields = await listFields(ask.db)
  return fields.map((field) => ({ code: field.code, name: ask.lang === 'vi' ? field.nameVi : field.nameEn }))
}

/** The way of each figure through its year, for a sheet of the whole year. */
function progressOfAll(views: readonly FigureView[], around: Surroundings, year: number, period: string) {
  if (period !== String(year)) return new Map()
  const lines = flatViews(views).flatMap(({ owner, indicator }) => {
    const points = progressOf(owner, indicator, year, around)
    return isWorthDrawing(points) ? [[indicator.id, points] as const] : []
  })
  return new Map(lines)
}

/** What the sender is reminded of: figures in doubt, figures and proofs that are missing. */
function openPoints(views: readonly FigureView[], evidence: readonly EvidenceRow[]) {
  const proved = new Set(evidence.map((one) => one.resultId))
  return {
    findings: views.filter((view) => view.findings.length > 0 && !view.result?.overrideReason).length,
    missing: views.filter((view) => view.completion?.verdict === 'no_result').length,
    withoutEvidence: views.filter((view) => view.result && !proved.has(view.result.id)).length,
    reused: evidence.filter((one) => one.alsoProves.length > 0).length,
  }
}
