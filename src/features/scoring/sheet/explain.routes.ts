import Big from 'big.js'
import { maySeeScores } from '../../../domain/permissions/index.ts'
import { explainTieStep } from '../../../domain/ranking/index.ts'
import { explainStep, type Layer } from '../../../domain/scoring/index.ts'
import { printDate, printNumber } from '../../../domain/vietnamese/index.ts'
import { type Ask, mayHere, yearOf } from '../../../http/ask.ts'
import { page, type Route } from '../../../http/feature.ts'
import { inYearOfUnit } from '../../../http/places.ts'
import { scopeOfYear } from '../../../scopes/scopes.store.ts'
import { stepBadge } from '../../../steps/step-badge.ts'
import { findStep } from '../../../steps/steps.store.ts'
import { appealLine } from '../fairness/appeal.routes.ts'
import { listAppeals } from '../fairness/appeal.store.ts'
import { isAdopted, mayReadAppeal, readShowing, seenLayers } from '../fairness/appeals.ts'
import { type JudgedLineRow, listJudgedLines } from '../fairness/judges.store.ts'
import { linksOf, memberOf } from '../links.ts'
import { readStanding } from '../ranking/standing.store.ts'
import { candidatesOf, conditionsOf, layerThatCounts, rankIn, scoreIn } from '../ranking/standings.ts'
import { listAssignments, type ScoreBook, type ScoreRow } from '../scores.store.ts'
import { scoringWords } from '../scoring.messages.ts'
import { scoringPaths } from '../scoring.paths.ts'
import { scoringFrame } from '../scoring-frame.ts'
import { methodInWords } from '../table/method-words.ts'
import { findTable } from '../table/table.store.ts'
import type { YearTable } from '../table/table-model.ts'
import { type ExplainedLine, type ExplainedPlace, type ExplainedPoint, ExplainPage } from './explain.page.tsx'
import { observedAt } from './observed.ts'
import { sheetWords } from './sheet.messages.ts'
import { HiddenSheetPage } from './sheet.page.tsx'
import { readSheet } from './sheet.routes.ts'
import { type SheetLine, sheetLines } from './sheet-view.ts'

export const explainRoutes: readonly Route[] = [
  page({
    path: scoringPaths.route.explain,
    permission: 'score.read',
    place: inYearOfUnit,
    show: showExplanation,
  }),
]

async function showExplanation(ask: Ask) {
  const found = await explanationOf(ask)
  return 'because' in found ? HiddenSheetPage(found) : ExplainPage(found)
}

/** Every point of the unit of the address as the reader may see it, or why nothing may be seen. */
export async function explanationOf(ask: Ask) {
  const year = yearOf(ask)
  const unit = memberOf(ask)
  const table = await findTable(ask.db, year.id)
  const links = linksOf(ask)
  const step = await findStep(ask.db, year.id, unit.id, 'self_score')
  const common = { frame: scoringFrame(ask), links, unit }
  const s = scoringWords(ask.lang)
  const badge = stepBadge(step, ask.lang)
  if (table?.state !== 'frozen') return { ...common, badge, because: s.tableNotFrozen }
  const seen = seenLayers(table, ask, await readShowing(ask.db, year.id))
  if (seen.length === 0) return { ...common, badge, because: s.hiddenSelf }
  const sheet = await readSheet(ask, table, unit.id, 'self')
  const counting = layerThatCounts(table, sheet.book)
  const layersOfUnit = sheet.book.layers.get(unit.id)
  const opened = seen.filter((one) => layersOfUnit?.has(one))
  const layer = (counting && opened.includes(counting) ? counting : opened.at(-1)) ?? 'self'
  const appeals = await readAppeals(ask, table, sheet.book)
  const facts: ExplainFacts = {
    table,
    seen,
    scores: sheet.scores,
    judged: (await listJudgedLines(ask.db, table.id)).filter((one) => one.unitId === unit.id),
    appeals,
    observed: await observedAt(ask.db, year, unit.id),
  }
  return {
    ...common,
    year: year.year,
    layer,
    layers: opened,
    score: layer === 'self' ? sheet.score : scoreIn(table, layersOfUnit, layer),
    counts: counting === layer,
    // Places by a layer that some units lack would rank them by other people's points.
    place: counting === layer ? await placeOf(ask, table, sheet.book, layer) : undefined,
    appeals: appeals.filter((one) => one.code === null).map((one) => appealLine(ask, one, unit)),
    hiddenLater: table.layers.some((one) => layersOfUnit?.has(one) && !seen.includes(one)),
    today: ask.today,
    paperHref: mayHere(ask, 'paper.write', scopeOfYear(year))
      ? `${links.other('van-ban', 'xem', 'score-explanation')}?don-vi=${unit.slug}`
      : '',
    lines: sheetLines({ ...sheet, table, layer: 'self', links, unitSlug: unit.slug, lang: ask.lang }).map(
      (line) => (line.kind === 'group' ? groupLine(line) : leafLine(ask, line, facts)),
    ),
  }
}

type ExplainFacts = {
  readonly table: YearTable
  readonly seen: readonly Layer[]
  readonly scores: readonly ScoreRow[]
  readonly judged: readonly JudgedLineRow[]
  readonly appeals: Awaited<ReturnType<typeof readAppeals>>
  readonly observed: Awaited<ReturnType<typeof observedAt>>
}

async function readAppeals(ask: Ask, table: YearTable, book: ScoreBook) {
  const unit = memberOf(ask)
  const assignments = await listAssignments(ask.db, yearOf(ask).id)
  if (!mayReadAppeal(ask.actor, ask.scope, assignments, isAdopted(book))) return []
  return listAppeals(ask.db, table.id, unit.id)
}

/** The unit's place, where the reader may compare all units in this layer. */
async function placeOf(
  ask: Ask,
  table: YearTable,
  book: ScoreBook,
  layer: Layer,
): Promise<ExplainedPlace | undefined> {
  const year = yearOf(ask)
  const unit = memberOf(ask)
  if (!maySeeScores(ask.actor, scopeOfYear(year), layer)) return undefined
  const standing = await readStanding(ask.db, year.id, ask.today)
  if (!standing) return undefined
  const ids = year.members.map((member) => member.id)
  const { places } = rankIn(
    table,
    candidatesOf(table, book, layer, ids, (id) => conditionsOf(id, year.state, standing)),
  )
  const nameOf = (id: string) => year.members.find((one) => one.id === id)?.name ?? ''
  const place = places.find((one) => one.unit === unit.id)
  return {
    rank: place ? String(place.rank) : '',
    all: String(year.members.length),
    shared: place?.sharedWith.map(nameOf).join(', ') ?? '',
    decided: place?.decidedBy ? explainTieStep(place.decidedBy, ask.lang, nameOf) : '',
  }
}

function groupLine({ code, name, max, notes }: Extract<SheetLine, { kind: 'group' }>): ExplainedLine {
  const nothing = {
    rule: '',
    observed: [],
    figures: [],
    points: [],
    exempt: undefined,
    evidence: [],
    appeals: [],
  }
  return { ...nothing, code, name, max, isGroup: true, steps: notes, lacksEvidence: false }
}

function leafLine(ask: Ask, line: Extract<SheetLine, { kind: 'leaf' }>, facts: ExplainFacts): ExplainedLine {
  const { row } = line
  const { table, appeals } = facts
  const unit = memberOf(ask)
  const explained = line.stored?.explanation.map((one) => explainStep(one, ask.lang, table.frame.labels))
  return {
    code: row.code,
    name: row.name,
    isGroup: false,
    max: printNumber(row.maxPoints),
    rule: methodInWords(row.method, ask.lang, table.frame.labels),
    figures: line.known,
    steps: explained ?? [],
    points: pointsOf(ask, row.code, facts),
    exempt: line.exempt,
    evidence: line.evidence,
    observed: facts.observed.get(row.code) ?? [],
    lacksEvidence: row.needsEvidence && line.evidence.length === 0 && line.exempt === undefined,
    appeals: appeals.filter((one) => one.code === row.code).map((one) => appealLine(ask, one, unit)),
  }
}

function pointsOf(ask: Ask, code: string, { table, scores, seen, judged }: ExplainFacts) {
  let before: string | undefined
  return table.layers
    .filter((layer) => seen.includes(layer))
    .flatMap((layer): readonly ExplainedPoint[] => {
      const row = scores.find((one) => one.code === code && one.layer === layer)
      if (!row) return []
      const judge = judged.find((one) => one.code === code && one.layer === layer)
      const point = explainedPoint(ask, row, judge, before, table)
      before = row.points
      return [point]
    })
}

function explainedPoint(
  ask: Ask,
  row: ScoreRow,
  judge: JudgedLineRow | undefined,
  before: string | undefined,
  table: YearTable,
): ExplainedPoint {
  const s = scoringWords(ask.lang)
  const channel = row.channel === 'paper' ? s.byPaper : row.channel === 'file' ? s.byFile : ''
  const judging = yearOf(ask).members.find((one) => one.id === judge?.appraiserUnitId)?.name
  const person = row.scoredByName ?? ''
  return {
    layer: row.layer,
    points: printNumber(row.points),
    difference: before === undefined || before === row.points ? '' : differenceText(before, row.points),
    note: row.reason,
    steps:
      row.layer === 'self'
        ? []
        : row.explanation.map((one) => explainStep(one, ask.lang, table.frame.labels)),
    who: judging ? sheetWords(ask.lang).judgedFor(person, judging) : person,
    when: printDate(row.scoredAt.toLocaleDateString('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' })),
    how: [channel, row.onBehalf ? s.onBehalf : ''].filter(Boolean).join(', '),
    illustrative: row.illustrative,
  }
}

function differenceText(before: string, after: string): string {
  const difference = new Big(after).minus(before)
  return difference.lt(0) ? printNumber(difference) : `+${printNumber(difference)}`
}
