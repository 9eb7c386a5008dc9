import Big from 'big.js'
import {
  type BarRule,
  type Candidate,
  type ClassDecision,
  explainBar,
  explainClassMiss,
  explainTieStep,
  loweredBy,
  type Place,
  type Ranking,
  type TieDecisions,
} from '../../../domain/ranking/index.ts'
import { findNode } from '../../../domain/scoring/index.ts'
import { printNumber } from '../../../domain/vietnamese/index.ts'
import { type Ask, unitIdsOf, yearOf } from '../../../http/ask.ts'
import type { MemberUnit } from '../../../scopes/scopes.store.ts'
import type { YearTable } from '../table/table-model.ts'
import { rankingWords } from './ranking.messages.ts'
import type { PlaceRow } from './ranking.page.tsx'
import type { RankedRow, RankingRow } from './ranking.store.ts'

/** A ranking with what it was made from and the class of each unit. */
export type Ranked = {
  readonly ranking: Ranking
  readonly candidates: readonly Candidate[]
  readonly classes: ReadonlyMap<string, ClassDecision>
  readonly decisions: TieDecisions
}

/** The lines of a ranking, written for the reader. */
export function rowsOf(ask: Ask, ranked: Ranked, table: YearTable): readonly PlaceRow[] {
  const { ranking, candidates } = ranked
  const t = rankingWords(ask.lang)
  const members = new Map(yearOf(ask).members.map((member) => [member.id, member]))
  const conditions = new Map(candidates.map((one) => [one.unit, one.conditions ?? []]))
  const scores = new Map(candidates.map((one) => [one.unit, one.score]))
  const own = unitIdsOf(ask)
  const base = (unit: string) => ({
    ...memberBase(members.get(unit), table.illustrative),
    mine: own.includes(unit),
    conditions: (conditions.get(unit) ?? []).map((code) => conditionName(ask, code)),
    total: printNumber(scores.get(unit)?.total ?? '0'),
    reachable: printNumber(scores.get(unit)?.reachable ?? '0'),
    complete: scores.get(unit)?.completeness.complete ?? false,
  })
  return [
    ...ranking.places.map(
      (place): PlaceRow => ({
        ...base(place.unit),
        ...placeRow(ask, place, members),
        ...classRow(ask, ranked.classes.get(place.unit), place.bars, table),
      }),
    ),
    ...ranking.unranked.map(
      ({ unit, reason, bars }): PlaceRow => ({
        ...base(unit),
        ...outside,
        ...classRow(ask, ranked.classes.get(unit), bars, table),
        conditions: [t[reason], ...base(unit).conditions],
      }),
    ),
  ]
}

const outside = {
  rank: '',
  shared: false,
  value: '',
  amount: 0,
  toNext: '',
  decided: '',
  suspended: false,
  complete: true,
}

function placeRow(ask: Ask, place: Place, members: ReadonlyMap<string, MemberUnit>) {
  const nameOf = (unit: string) => members.get(unit)?.name ?? ''
  const told = place.decidedBy ?? place.tieSteps.at(-1)
  return {
    rank: String(place.rank),
    shared: place.sharedWith.length > 0,
    value: printNumber(place.value),
    amount: place.value.toNumber(),
    toNext: place.toNext?.gt(0) ? printNumber(place.toNext) : '',
    decided: told ? explainTieStep(told, ask.lang, nameOf) : '',
    suspended: place.standing === 'suspended',
  }
}

/** The class of a unit and, where its points alone would give a better one, what lowered it. */
function classRow(
  ask: Ask,
  decision: ClassDecision | undefined,
  bars: readonly BarRule[],
  table: YearTable,
): Pick<PlaceRow, 'className' | 'classWhy'> {
  const { lang } = ask
  const t = rankingWords(lang)
  const { classes } = table.rules
  if (decision === undefined) return { className: '', classWhy: [] }
  const names = new Map(classes.map(({ code, name }) => [code, name]))
  const nameOf = (code: string) => {
    const node = findNode(table.table, code)
    const condition = classes.flatMap((rule) => rule.conditions ?? []).find((one) => one.code === code)
    return node ? `${node.code}. ${node.name}` : (condition?.name[lang] ?? code)
  }
  return {
    className: names.get(decision.class ?? '')?.[lang] ?? t.noClass,
    classWhy: loweredBy(decision).map((miss) => {
      const bar = miss.code === 'capped' ? bars.find(({ when }) => when === miss.when) : undefined
      return bar
        ? t.cappedBy(explainBar(bar, lang, names))
        : t.loweredBy(explainClassMiss(miss, lang, nameOf))
    }),
  }
}

/** Points in a table that is filled in are filled in themselves. */
function memberBase(member: MemberUnit | undefined, tableIsSample: boolean) {
  return {
    name: member?.name ?? '',
    slug: member?.slug ?? '',
    illustrative: tableIsSample || (member?.illustrative ?? false),
  }
}

function conditionName(ask: Ask, code: string): string {
  const word = (rankingWords(ask.lang) as Readonly<Record<string, unknown>>)[code]
  return typeof word === 'string' ? word : ''
}

/** A line of a frozen ranking. Why a place is suspended is the bloc's matter; the public reads place and class alone. */
export function frozenRow(
  ask: Ask,
  row: RankedRow,
  above: RankedRow | undefined,
  ranking: RankingRow,
): PlaceRow {
  const t = rankingWords(ask.lang)
  const member = yearOf(ask).members.find((one) => one.id === row.unitId)
  const shared = ranking.rows.filter((one) => one.rank !== null && one.rank === row.rank).length > 1
  return {
    name: row.unit,
    slug: member?.slug ?? '',
    mine: unitIdsOf(ask).includes(row.unitId),
    illustrative: ranking.illustrative || (member?.illustrative ?? false),
    rank: row.rank === null ? '' : String(row.rank),
    shared,
    value: row.value === null ? '' : printNumber(row.value),
    amount: Number(row.value ?? 0),
    total: printNumber(row.total),
    reachable: printNumber(row.reachable),
    toNext: distance(above, row),
    decided: '',
    className: row.class?.name[ask.lang] ?? '',
    classWhy: [],
    conditions: row.rank === null ? [t.outside] : [],
    suspended: false,
    complete: row.complete || row.rank === null,
  }
}

function distance(above: RankedRow | undefined, row: RankedRow): string {
  if (above?.value == null || row.value === null) return ''
  const gap = new Big(above.value).minus(row.value)
  return gap.gt(0) ? printNumber(gap) : ''
}
