import { maySeeScores } from '../../../domain/permissions/index.ts'
import {
  type ClassDecision,
  depthOf,
  heatMap,
  type Move,
  type Place,
  whatIf,
} from '../../../domain/ranking/index.ts'
import { effectiveEntries, layerNames, leaves, nodes, printDecimal } from '../../../domain/scoring/index.ts'
import { type Ask, query, unitIdsOf, yearOf } from '../../../http/ask.ts'
import { page, type Route } from '../../../http/feature.ts'
import { inYear } from '../../../http/places.ts'
import { linksOf } from '../links.ts'
import { findBook } from '../scores.store.ts'
import { scoringPaths } from '../scoring.paths.ts'
import { scoringFrame } from '../scoring-frame.ts'
import { HeatMapPage } from './heat-map.page.tsx'
import { picturesWords } from './pictures.messages.ts'
import { type RankedLayer, rankedLayer, rankedView } from './ranked-view.ts'
import { listRankings, type RankedRow, type RankingRow } from './ranking.store.ts'
import { RankingVersionsPage, type VersionPair } from './ranking-versions.page.tsx'
import { classesOf } from './standings.ts'
import { type MoveRow, WhatIfPage } from './what-if.page.tsx'
import { changeRows, readSuppositions } from './what-if-form.ts'

const { route } = scoringPaths

/** Pages beside the ranking: each only looks, and only at what its reader sees of everybody. */
export const picturesRoutes: readonly Route[] = [
  page({ path: route.heatMap, permission: 'score.read', place: inYear, show: showHeatMap }),
  page({ path: route.tryRanking, permission: 'score.read', place: inYear, show: showWhatIf }),
  page({ path: route.rankingVersions, permission: 'score.read', place: inYear, show: showVersions }),
]

async function showHeatMap(ask: Ask) {
  const shown = await rankedLayer(ask)
  if (!shown) return ask.c.redirect(linksOf(ask).ranking, 303)
  const { table, layer, visible } = shown
  const t = picturesWords(ask.lang)
  const { candidates, ranking } = await rankedView(ask, shown)
  const sections = table.table.children.filter((node) => node.kind === 'group')
  const within = sections.find((node) => node.code === query(ask, 'nhom'))
  const depth = depthOf(within ? within.children : table.table.children)
  const level = Math.min(Math.max(1, Number.parseInt(query(ask, 'muc'), 10) || 1), Math.max(depth, 1))
  const places = new Map(ranking.places.map((place) => [place.unit, place]))
  const order = [...ranking.places.map(({ unit }) => unit), ...ranking.unranked.map(({ unit }) => unit)]
  const byUnit = new Map(candidates.map((one) => [one.unit, one]))
  const map = heatMap(
    table.table,
    order.flatMap((unit) => byUnit.get(unit) ?? []),
    level,
    within?.code,
  )
  const at = (params: Readonly<Record<string, string>>) =>
    `${linksOf(ask).heatMap}?${new URLSearchParams({ buoc: layer, ...params })}`
  const inSection: Readonly<Record<string, string>> = within ? { nhom: within.code } : {}
  const members = new Map(yearOf(ask).members.map((member) => [member.id, member]))
  const own = unitIdsOf(ask)
  return HeatMapPage({
    frame: scoringFrame(ask),
    links: linksOf(ask),
    layer,
    columns: map.columns,
    rows: map.rows.map(({ unit, cells }) => ({
      name: members.get(unit)?.name ?? '',
      rank: String(places.get(unit)?.rank ?? ''),
      total: printDecimal(byUnit.get(unit)?.score.total.toFixed() ?? '0', ask.lang),
      mine: own.includes(unit),
      illustrative: table.illustrative || (members.get(unit)?.illustrative ?? false),
      cells,
    })),
    layerTabs: visible.map((one) => ({
      label: layerNames[one][ask.lang],
      href: at({ buoc: one, ...inSection, muc: String(level) }),
      current: one === layer,
    })),
    levelTabs: Array.from({ length: depth }, (_, i) => ({
      label: i === 0 ? t.levelSections : i === depth - 1 ? t.levelAll : t.levelOf(String(i + 1)),
      href: at({ ...inSection, muc: String(i + 1) }),
      current: i + 1 === level,
    })),
    sectionTabs: [
      { label: t.whole, href: at({ muc: String(level) }), current: !within },
      ...sections.map((node) => ({
        label: `${node.code}. ${node.name}`,
        href: at({ nhom: node.code }),
        current: node.code === within?.code,
      })),
    ],
  })
}

async function showWhatIf(ask: Ask) {
  const shown = await rankedLayer(ask)
  if (!shown) return ask.c.redirect(linksOf(ask).ranking, 303)
  const { table, layer, standing } = shown
  const typed = ask.c.req.query()
  const members = yearOf(ask).members
  const units = new Set(members.map((member) => member.id))
  const { suppositions, errors } = readSuppositions(typed, table.table, units, ask.lang)
  const { candidates, decisions } = await rankedView(ask, shown)
  const book = await findBook(ask.db, table.id, standing.scoresVersion)
  const trials = candidates.map((candidate) => {
    const layers = book.layers.get(candidate.unit)
    const entries = layers && effectiveEntries(layers, table.layerRules, layer)
    return { ...candidate, entries: entries ?? new Map() }
  })
  const tried = whatIf(table.table, trials, suppositions, table.rules, decisions)
  return WhatIfPage({
    frame: scoringFrame(ask),
    links: linksOf(ask),
    layer,
    nodes: nodes(table.table).map(({ code, name, maxPoints }) => ({
      value: code,
      label: `${code}. ${name} (${printDecimal(maxPoints, ask.lang)})`,
    })),
    leaves: leaves(table.table).map(({ code, name }) => ({ value: code, label: `${code}. ${name}` })),
    units: members.map(({ id, name }) => ({ value: id, label: name })),
    values: Object.fromEntries(fieldNames.map((name) => [name, typed[name] ?? ''])),
    errors,
    changed: suppositions.length > 0,
    withClasses: table.rules.classes.length > 0,
    rows: moveRows(ask, shown, tried),
  })
}

const fieldNames = changeRows.flatMap((row) =>
  ['node', 'max', 'unit', 'leaf', 'points', 'none'].map((field) => `${field}.${row}`),
)

function moveRows(ask: Ask, { table }: RankedLayer, tried: ReturnType<typeof whatIf>): readonly MoveRow[] {
  const { rules } = table
  const before = new Map(tried.before.places.map((place) => [place.unit, place]))
  const after = new Map(tried.after.places.map((place) => [place.unit, place]))
  const classesBefore = classesOf(table, tried.candidatesBefore, tried.before)
  const classesAfter = classesOf({ table: tried.tableAfter, rules }, tried.candidatesAfter, tried.after)
  const names = new Map(yearOf(ask).members.map(({ id, name }) => [id, name]))
  const own = unitIdsOf(ask)
  const className = (found: ReadonlyMap<string, ClassDecision>, unit: string) =>
    rules.classes.find(({ code }) => code === found.get(unit)?.class)?.name[ask.lang] ?? ''
  return tried.moves
    .toSorted((a, b) => (a.to ?? a.from ?? 1e6) - (b.to ?? b.from ?? 1e6))
    .map((move) => {
      const { unit } = move
      const sides = { classBefore: className(classesBefore, unit), classAfter: className(classesAfter, unit) }
      return {
        name: names.get(unit) ?? '',
        mine: own.includes(unit),
        rankBefore: rankOf(before.get(unit)),
        rankAfter: rankOf(after.get(unit)),
        valueBefore: valueShown(ask, before.get(unit), move.totalBefore),
        valueAfter: valueShown(ask, after.get(unit), move.totalAfter),
        ...sides,
        move: moveInWords(ask, move),
        moved: move.from !== move.to || sides.classBefore !== sides.classAfter,
      }
    })
}

function rankOf(place: Place | undefined): string {
  return place ? String(place.rank) : '–'
}

function valueShown(ask: Ask, place: Place | undefined, total: Move['totalBefore']): string {
  return printDecimal((place?.value ?? total).toFixed(), ask.lang)
}

function moveInWords(ask: Ask, { from, to }: Move): string {
  const t = picturesWords(ask.lang)
  if (from === to) return t.same
  if (from === undefined) return t.entered
  if (to === undefined) return t.left
  return from > to ? t.up(String(from - to)) : t.down(String(to - from))
}

async function showVersions(ask: Ask) {
  const all = await listRankings(ask.db, yearOf(ask).id)
  const versions = all.filter(
    (one) => one.publishedAt !== null || maySeeScores(ask.actor, ask.scope, one.layer),
  )
  const asked = (name: string) => versions.find((one) => one.id === query(ask, name))
  const after = asked('b') ?? versions[0]
  const before =
    asked('a') ?? versions.find((one) => one !== after && one.layer === after?.layer) ?? versions[1]
  return RankingVersionsPage({
    frame: scoringFrame(ask),
    links: linksOf(ask),
    versions,
    compared: after && before ? { before, after, pairs: pairsOf(before, after) } : undefined,
  })
}

function pairsOf(before: RankingRow, after: RankingRow): readonly VersionPair[] {
  const earlier = new Map(before.rows.map((row) => [row.unitId, row]))
  const later = new Set(after.rows.map((row) => row.unitId))
  return [
    ...after.rows.map((row) => pairOf(earlier.get(row.unitId), row)),
    ...before.rows.filter((row) => !later.has(row.unitId)).map((row) => pairOf(row, undefined)),
  ]
}

function pairOf(before: RankedRow | undefined, after: RankedRow | undefined): VersionPair {
  const changed =
    before?.rank !== after?.rank ||
    before?.value !== after?.value ||
    before?.class?.code !== after?.class?.code
  return { unit: (after ?? before)?.unit ?? '', before, after, changed }
}
