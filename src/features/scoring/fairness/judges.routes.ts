import {
  compareJudges,
  isOpenAppeal,
  type JudgeReport,
  type Layer,
  layerNames,
  leastNumbers,
  normalisationNames,
  noticeable,
} from '../../../domain/scoring/index.ts'
import { printDate, printNumber } from '../../../domain/vietnamese/index.ts'
import { type Ask, mayHere, query, yearOf } from '../../../http/ask.ts'
import { page, type Route } from '../../../http/feature.ts'
import { inYear } from '../../../http/places.ts'
import { scopeOfYear } from '../../../scopes/scopes.store.ts'
import { listSteps } from '../../../steps/steps.store.ts'
import type { Tone } from '../../../ui/index.ts'
import { appraisingAs, rolesOfYear, unitsOf } from '../appraisal/appraiser.ts'
import { linksOf } from '../links.ts'
import { findBook, findScoresVersion, listAssignments, type ScoreBook } from '../scores.store.ts'
import { scoringPaths } from '../scoring.paths.ts'
import { scoringFrame } from '../scoring-frame.ts'
import { findDeadline } from '../sheet/deadlines.store.ts'
import { findTable } from '../table/table.store.ts'
import type { YearTable } from '../table/table-model.ts'
import { listAppeals } from './appeal.store.ts'
import { judgesWords } from './judges.messages.ts'
import {
  type ComparedJudge,
  CompareJudgesPage,
  type JudgeProgress,
  JudgesPage,
  type JudgingLine,
} from './judges.page.tsx'
import { type JudgedLineRow, listJudgedLines } from './judges.store.ts'
import { judgeKey, linesToCompare, progressOf } from './judges.ts'
import { listRecusals, type RecusalRow } from './recusal.store.ts'

const { route } = scoringPaths
const judgingLayers = ['cross', 'head'] as const
const stepOf = { cross: 'cross_check', head: 'appraisal' } as const

export const judgesRoutes: readonly Route[] = [
  page({ path: route.judges, permission: 'score.read', place: inYear, show: showJudges }),
  page({ path: route.judgesCompared, permission: 'judge.compare', place: inYear, show: showCompared }),
]

/** Everything the pages of judges are made of. */
async function readJudging(ask: Ask, table: YearTable) {
  const year = yearOf(ask)
  const steps = await listSteps(ask.db, year.id)
  return {
    table,
    book: await findBook(ask.db, table.id, await findScoresVersion(ask.db, table.id)),
    judged: await listJudgedLines(ask.db, table.id),
    assignments: await listAssignments(ask.db, year.id),
    recusals: await listRecusals(ask.db, year.id),
    appeals: await listAppeals(ask.db, table.id),
    states: new Map(steps.map((one) => [`${one.unitId} ${one.step}`, one.state])),
    due: {
      cross: await findDeadline(ask.db, year.id, 'cross_check'),
      head: await findDeadline(ask.db, year.id, 'appraisal'),
    },
  }
}

type JudgingFacts = Awaited<ReturnType<typeof readJudging>>

async function showJudges(ask: Ask) {
  const year = yearOf(ask)
  const table = await findTable(ask.db, year.id)
  const facts = table?.state === 'frozen' ? await readJudging(ask, table) : undefined
  const mine = facts ? myLines(ask, facts) : []
  return JudgesPage({
    frame: scoringFrame(ask),
    year: year.year,
    links: linksOf(ask),
    frozen: facts !== undefined,
    mine,
    next: mine.find((line) => line.state === 'waiting'),
    all: facts && mayHere(ask, 'judge.compare') ? allJudges(ask, facts) : undefined,
  })
}

/** What the reader judges in person, not what one writes down for others. */
function myLines(ask: Ask, facts: JudgingFacts): readonly JudgingLine[] {
  const year = yearOf(ask)
  const links = linksOf(ask)
  return judgingLayers.flatMap((layer) => {
    if (!facts.table.layers.includes(layer)) return []
    return year.members.flatMap((member): JudgingLine[] => {
      const scope = scopeOfYear(year, member.id)
      const roles = rolesOfYear(scope, facts.assignments, facts.recusals)
      const may = mayHere(ask, layer === 'cross' ? 'score.cross' : 'score.appraise', scope)
      const as = appraisingAs(ask.actor, scope, member.id, layer, roles)
      if (!may || !as.decision.allowed || as.recorded) return []
      const { looked, all } = progressOf(facts.table, facts.book, facts.judged, member.id, layer)
      const due = facts.due[layer]
      return [
        {
          unit: member.name,
          slug: member.slug,
          layer: layerNames[layer][ask.lang],
          due: due ? printDate(due) : '',
          looked,
          all,
          state: stateOf(facts, member.id, layer),
          openAppeals: facts.appeals.filter(
            (one) => one.unitId === member.id && one.layer === layer && isOpenAppeal(one.kind, one.state),
          ).length,
          href: `${links.appraisal(member.slug)}?buoc=${layer}`,
          illustrative: member.illustrative || facts.table.illustrative,
        },
      ]
    })
  })
}

function stateOf({ states }: JudgingFacts, unitId: string, layer: (typeof judgingLayers)[number]) {
  if (states.get(`${unitId} ${stepOf[layer]}`) === 'accepted') return 'done'
  const sheet = states.get(`${unitId} self_score`)
  return sheet === 'sent' || sheet === 'accepted' ? 'waiting' : 'not_due'
}

/** Judging units with what they are to judge: cross-checkers by assignment, then who appraises. */
function allJudges(ask: Ask, facts: JudgingFacts): readonly JudgeProgress[] {
  const year = yearOf(ask)
  const roles = rolesOfYear(scopeOfYear(year), facts.assignments, facts.recusals)
  const checks = roles.crossChecks.map(({ checker, checked }) => ({
    judge: checker,
    unit: checked,
    layer: 'cross' as const,
  }))
  const appraised = year.members.flatMap(({ id }) => {
    const judge = id === roles.head ? (roles.deputy ?? roles.named) : roles.head
    return judge ? [{ judge, unit: id, layer: 'head' as const }] : []
  })
  const used = [...checks, ...appraised].filter(({ layer }) => facts.table.layers.includes(layer))
  return [...Map.groupBy(used, ({ judge, layer }) => `${layer} ${judge}`).values()].flatMap((work) => {
    const [first] = work
    return first
      ? [
          progressOfJudge(
            ask,
            facts,
            first.judge,
            first.layer,
            work.map((one) => one.unit),
          ),
        ]
      : []
  })
}

function progressOfJudge(
  ask: Ask,
  facts: JudgingFacts,
  judge: string,
  layer: (typeof judgingLayers)[number],
  units: readonly string[],
): JudgeProgress {
  const nameOf = (id: string | null) => yearOf(ask).members.find((one) => one.id === id)?.name ?? ''
  const own = facts.judged.filter((one) => one.layer === layer && units.includes(one.unitId))
  const last = own.map((one) => one.judgedAt).toSorted((a, b) => b.getTime() - a.getTime())[0]
  const progress = units.map((unit) => progressOf(facts.table, facts.book, facts.judged, unit, layer))
  const t = judgesWords(ask.lang)
  const recusedOf = ({ unitId, criterionCode }: RecusalRow) =>
    [nameOf(unitId), criterionCode].filter(Boolean).join(' ')
  const steppedBack = facts.recusals.filter((one) => one.liftedOn === null && one.appraiserUnitId === judge)
  return {
    judge: nameOf(judge),
    layer: layerNames[layer][ask.lang],
    mine: unitsOf(ask.actor, ask.scope).includes(judge),
    finished: units.filter((unit) => stateOf(facts, unit, layer) === 'done').length,
    units: units.length,
    looked: progress.reduce((sum, one) => sum + one.looked, 0),
    all: progress.reduce((sum, one) => sum + one.all, 0),
    last: last ? printDate(last.toLocaleDateString('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' })) : '',
    steppedBack: steppedBack.length > 0 ? t.steppedBack(steppedBack.map(recusedOf).join(', ')) : '',
  }
}

async function showCompared(ask: Ask) {
  const year = yearOf(ask)
  const links = linksOf(ask)
  const t = judgesWords(ask.lang)
  const table = await findTable(ask.db, year.id)
  const judged = table ? await listJudgedLines(ask.db, table.id) : []
  const book = table && (await findBook(ask.db, table.id, await findScoresVersion(ask.db, table.id)))
  const layers = judgingLayers.filter((layer) => table?.layers.includes(layer))
  const layer = layers.find((one) => one === query(ask, 'buoc')) ?? layers[0]
  const { lines, otherJudges } = leastNumbers
  return CompareJudgesPage({
    frame: scoringFrame(ask),
    year: year.year,
    links,
    layerTabs: layers.map((one) => ({
      label: layerNames[one][ask.lang],
      href: `${links.judgesCompared}?buoc=${one}`,
      current: one === layer,
    })),
    judges: table && book && layer ? comparedJudges(ask, table, book, judged, layer) : [],
    how: t.compareHow(String(lines), String(otherJudges), String(noticeable.z)),
    normalisation: table?.table.normalisation
      ? t.normalised(normalisationNames[table.table.normalisation][ask.lang])
      : t.notNormalised,
  })
}

function comparedJudges(
  ask: Ask,
  table: YearTable,
  book: ScoreBook,
  judged: readonly JudgedLineRow[],
  layer: Layer,
): readonly ComparedJudge[] {
  const names = new Map(judged.map((line) => [judgeKey(line), judgeNameOf(ask, line)]))
  return compareJudges(linesToCompare(table, book, judged, layer)).map((report) =>
    comparedJudge(ask, report, names.get(report.judge) ?? ''),
  )
}

function judgeNameOf(ask: Ask, line: JudgedLineRow): string {
  const unit = yearOf(ask).members.find((one) => one.id === line.appraiserUnitId)?.name ?? ''
  if (line.layer === 'cross') return unit
  return line.judgeName ?? judgesWords(ask.lang).recorded(unit)
}

const tones: Readonly<Record<JudgeReport['verdict'], Tone>> = {
  tooFew: 'neutral',
  usual: 'good',
  stricter: 'warning',
  milder: 'warning',
  alone: 'warning',
}

function comparedJudge(ask: Ask, report: JudgeReport, judge: string): ComparedJudge {
  const t = judgesWords(ask.lang)
  const { toSelf, toAfter, z, verdict, drift } = report
  return {
    judge,
    sheets: String(report.sheets),
    lines: String(report.lines),
    toSelf: printNumber(toSelf),
    amount: toSelf.toNumber(),
    toAfter: toAfter ? printNumber(toAfter) : '',
    z: z ? printNumber(z) : '',
    verdict: t[verdict],
    tone: tones[verdict],
    drift: drift
      ? t.driftOf(printNumber(drift.first), printNumber(drift.second))
      : t.driftTooFew(String(leastNumbers.sheetsForDrift)),
    driftNoticed: drift?.noticeable ?? false,
    criteria: report.criteria
      .filter((one) => one.verdict !== 'usual')
      .map((one) => (one.z ? `${one.code} (${printNumber(one.z)})` : one.code)),
  }
}
