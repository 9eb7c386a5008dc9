import { err, ok } from '../../../domain/result.ts'
import { layerNames } from '../../../domain/scoring/index.ts'
import { type Ask, keyParam, mayHere, query, yearOf } from '../../../http/ask.ts'
import { type FormAgain, page, type Route, write } from '../../../http/feature.ts'
import { type FormBody, parseForm } from '../../../http/form.ts'
import { inYear, inYearOfUnit } from '../../../http/places.ts'
import { countOpenAppeals } from '../fairness/appeal.store.ts'
import { linksOf, memberOf } from '../links.ts'
import { findBook } from '../scores.store.ts'
import { barForm, clearBarForm, freezeRankingForm, PUBLISH_WORD, publishForm } from '../scoring.forms.ts'
import { scoringPaths } from '../scoring.paths.ts'
import { scoringFrame } from '../scoring-frame.ts'
import { findTable, findTableAt } from '../table/table.store.ts'
import type { YearTable } from '../table/table-model.ts'
import { clearBar, recordBar } from './bars.actions.ts'
import { barKinds, listBars } from './bars.store.ts'
import { layerShown, rankedView } from './ranked-view.ts'
import { freezeRanking, publishRanking } from './ranking.actions.ts'
import { rankingWords } from './ranking.messages.ts'
import { RankingPage, type RankingPageProps } from './ranking.page.tsx'
import { listRankings, type RankingRow } from './ranking.store.ts'
import { BarsPage, FreezeRankingPage, PublishPage } from './ranking-moves.page.tsx'
import { frozenRow, rowsOf } from './ranking-rows.ts'
import { readStanding, type YearStanding } from './standing.store.ts'
import { layerThatCounts, openedLayers } from './standings.ts'

const { route } = scoringPaths

export const rankingRoutes: readonly Route[] = [
  page({
    path: route.ranking,
    permission: 'bloc.read',
    place: inYear,
    keep: true,
    show: async (ask) => RankingPage(await rankingOf(ask)),
  }),
  page({ path: route.freezeRanking, permission: 'ranking.freeze', place: inYear, show: showFreeze }),
  write({
    path: route.freezeRanking,
    permission: 'ranking.freeze',
    audit: 'ranking.frozen',
    place: inYear,
    action: freezeRanking,
    read: (ask, body) => inThisYear(ask, parseForm(freezeRankingForm, body)),
    next: (ask) => linksOf(ask).ranking,
    said: (ask, { versionNumber }) => rankingWords(ask.lang).frozenSaid(String(versionNumber)),
    again: showFreeze,
  }),
  page({ path: route.publish, permission: 'ranking.publish', place: inYear, show: showPublish }),
  write({
    path: route.publish,
    permission: 'ranking.publish',
    audit: 'ranking.published',
    place: inYear,
    action: publishRanking,
    read: readPublish,
    next: (ask) => linksOf(ask).ranking,
    said: (ask) => rankingWords(ask.lang).publishedSaid,
    again: showPublish,
  }),
  page({ path: route.bars, permission: 'bar.manage', place: inYear, show: showBars }),
  write({
    path: route.bars,
    permission: 'bar.manage',
    audit: 'bar.recorded',
    place: inYear,
    action: recordBar,
    read: (ask, body) => inThisYear(ask, parseForm(barForm, body)),
    next: (ask) => linksOf(ask).bars,
    said: (ask) => rankingWords(ask.lang).recordedSaid,
    again: showBars,
  }),
  write({
    path: route.clearBar,
    permission: 'bar.manage',
    audit: 'bar.cleared',
    place: inYearOfUnit,
    action: clearBar,
    read: readClearing,
    next: (ask) => linksOf(ask).bars,
    said: (ask) => rankingWords(ask.lang).clearedSaid,
    again: showBars,
  }),
]

/** The ranking as the reader may see it: of a layer for the bloc, what was published for everybody else. */
export async function rankingOf(ask: Ask): Promise<RankingPageProps> {
  if (!mayHere(ask, 'score.read')) return showPublished(ask)
  const year = yearOf(ask)
  const standing = await readStanding(ask.db, year.id, ask.today)
  const table = standing && (await findTableAt(ask.db, standing.tableId, standing.tableVersion))
  if (!standing || table?.state !== 'frozen') return showNothing(ask)
  const shown = await layerShown(ask, table, standing)
  if (!shown) return showNothing(ask, standing)
  const { visible, layer } = shown
  const group = table.criteria.find((row) => row.code === query(ask, 'nhom') && row.parentId === null)?.code
  const ranked = await rankedView(ask, shown, group)
  const { links, ...common } = commonOf(ask, standing)
  const at = (params: Readonly<Record<string, string>>) => `${links.ranking}?${new URLSearchParams(params)}`
  return {
    ...common,
    links,
    rows: rowsOf(ask, ranked, table),
    layer,
    basis: ranked.ranking.basis,
    layerTabs: visible.map((one) => ({
      label: layerNames[one][ask.lang],
      href: at({ buoc: one }),
      current: one === layer,
    })),
    rules: table,
    groupTabs: groupTabs(ask, table, (params) => at({ buoc: layer, ...params }), group),
    withTabs: true,
  }
}

function groupTabs(
  ask: Ask,
  table: YearTable,
  at: (params: Readonly<Record<string, string>>) => string,
  group: string | undefined,
) {
  const sections = table.criteria.filter((row) => row.parentId === null && row.side === 'normal')
  return [
    { label: rankingWords(ask.lang).wholeTable, href: at({}), current: group === undefined },
    ...sections.map((row) => ({
      label: `${row.code}. ${row.name}`,
      href: at({ nhom: row.code }),
      current: row.code === group,
    })),
  ]
}

function commonOf(ask: Ask, standing: YearStanding | undefined) {
  return {
    frame: scoringFrame(ask),
    year: yearOf(ask).year,
    links: linksOf(ask),
    frozen: standing?.frozen ?? null,
    mayFreeze: mayHere(ask, 'ranking.freeze'),
    mayPublish: mayHere(ask, 'ranking.publish'),
    mayBar: mayHere(ask, 'bar.manage'),
  }
}

const nothing = { rows: [], layer: undefined, layerTabs: [], groupTabs: [], basis: 'total' } as const

async function showNothing(ask: Ask, standing?: YearStanding): Promise<RankingPageProps> {
  const t = rankingWords(ask.lang)
  const published = await findPublished(ask)
  if (published) return showFrozenRows(ask, published)
  const sees = mayHere(ask, 'ranking.freeze')
  const empty =
    sees || !standing ? { title: t.noScores, text: '' } : { title: t.notShown, text: t.notShownText }
  return { ...commonOf(ask, standing), ...nothing, empty, withTabs: true }
}

async function findPublished(ask: Ask): Promise<RankingRow | undefined> {
  return (await listRankings(ask.db, yearOf(ask).id)).find((one) => one.publishedAt !== null)
}

/** What the public sees: what was published by an act, as it was frozen. */
async function showPublished(ask: Ask): Promise<RankingPageProps> {
  const published = await findPublished(ask)
  if (published) return showFrozenRows(ask, published)
  const t = rankingWords(ask.lang)
  const empty = { title: t.notPublished, text: t.notPublishedText }
  return { ...commonOf(ask, undefined), ...nothing, empty, withTabs: false }
}

function showFrozenRows(ask: Ask, ranking: RankingRow): RankingPageProps {
  const { id, layer, versionNumber, fingerprint, frozenAt } = ranking
  const frozenOn = frozenAt.toLocaleDateString('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' })
  return {
    ...commonOf(ask, undefined),
    ...nothing,
    layer,
    basis: ranking.rows[0]?.basis ?? 'total',
    frozen: { id, layer, versionNumber, fingerprint, frozenOn, published: ranking.publishedAt !== null },
    rows: ranking.rows.map((row, index) => frozenRow(ask, row, ranking.rows[index - 1], ranking)),
    withTabs: mayHere(ask, 'score.read'),
  }
}

async function showFreeze(ask: Ask, again?: FormAgain) {
  const year = yearOf(ask)
  const standing = await readStanding(ask.db, year.id, ask.today)
  const table = await findTable(ask.db, year.id)
  const book = table && standing && (await findBook(ask.db, table.id, standing.scoresVersion))
  return FreezeRankingPage({
    frame: scoringFrame(ask),
    links: linksOf(ask),
    layers: table && book ? openedLayers(table, book) : [],
    openAppeals: table ? await countOpenAppeals(ask.db, table.id) : 0,
    counting: table && book && layerThatCounts(table, book),
    again,
  })
}

async function showPublish(ask: Ask, again?: FormAgain) {
  const standing = await readStanding(ask.db, yearOf(ask).id, ask.today)
  if (!standing?.frozen || standing.frozen.published) return ask.c.redirect(linksOf(ask).ranking, 303)
  return PublishPage({
    frame: scoringFrame(ask),
    year: yearOf(ask).year,
    links: linksOf(ask),
    frozen: standing.frozen,
    again,
  })
}

async function showBars(ask: Ask, again?: FormAgain) {
  const year = yearOf(ask)
  const unitIds = year.members.map((member) => member.id)
  return BarsPage({
    frame: scoringFrame(ask),
    links: linksOf(ask),
    today: ask.today,
    units: year.members,
    bars: await listBars(ask.db, unitIds, year.year),
    kinds: barKinds,
    again,
  })
}

function readPublish(ask: Ask, body: FormBody) {
  const form = parseForm(publishForm, body)
  if (!form.ok) return form
  const { rankingId, word } = form.value
  if (word.toLowerCase() !== PUBLISH_WORD) return err({ word: { code: 'publish_word_wrong' } })
  return ok({ blocYearId: yearOf(ask).id, rankingId })
}

function readClearing(ask: Ask, body: FormBody) {
  const form = parseForm(clearBarForm, body)
  if (!form.ok) return form
  const barId = keyParam(ask, 'bar') ?? ''
  return ok({ ...form.value, barId, blocYearId: yearOf(ask).id, unitId: memberOf(ask).id })
}

function inThisYear<T extends object, E>(ask: Ask, form: { ok: true; value: T } | { ok: false; error: E }) {
  return form.ok ? ok({ ...form.value, blocYearId: yearOf(ask).id }) : err(form.error)
}
