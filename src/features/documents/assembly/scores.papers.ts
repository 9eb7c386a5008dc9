import type { Paper } from '../../../domain/documents/paper.ts'
import {
  buildScoreSummary,
  type ScoreSummaryInput,
  type UnitScores,
} from '../../../domain/documents/papers/score-summary.ts'
import { buildSelfScore, type SelfScoreLine } from '../../../domain/documents/papers/self-score.ts'
import {
  defaultRankingRules,
  describeRules,
  heatMap,
  parseRankingRules,
  type RankingRules,
  rankUnits,
} from '../../../domain/ranking/index.ts'
import {
  type LayerScore,
  layerNames,
  nodes,
  rollUp,
  type Score,
  type ScoringTable,
} from '../../../domain/scoring/index.ts'
import { printDate, printNumber } from '../../../domain/vietnamese/index.ts'
import { findUnitFacts } from './parties.store.ts'
import { issueOf, partiesOf, signerOf, unitParty } from './parties.ts'
import { type Assembly, markOf, writtenOr } from './request.ts'
import { countedScore, entriesOf, ownEntries, tableOf } from './score-tree.ts'
import {
  countEvidence,
  findRanking,
  findTable,
  listExemptions,
  listScores,
  type ScoreFacts,
  type TableFacts,
} from './scores.store.ts'
import { lowered } from './wording.ts'

/** Bảng tự chấm điểm of a unit: its own layer alone, with grounds and proofs. */
export async function assembleSelfScore(assembly: Assembly): Promise<Paper | undefined> {
  const { db, year, request } = assembly
  const parties = await partiesOf(assembly)
  const facts = await findTable(db, year.id)
  const unit = request.unitId === null ? undefined : await findUnitFacts(db, request.unitId, year.year)
  if (!parties || !facts || !unit) return undefined
  const scores = await listScores(db, facts.id, unit.id)
  const exemptions = await listExemptions(db, facts.id)
  const evidence = await countEvidence(db, facts.id, unit.id)
  const table = tableOf(facts)
  const own = scores.filter((score) => score.layer === 'self')
  const score = rollUp(table, ownEntries(entriesOf(own, exemptions, unit.id), 'self'))
  const files = new Map(evidence.map((one) => [one.code, one.files]))
  const exempt = new Map(
    exemptions.filter((one) => one.unitId === unit.id).map((one) => [one.code, one.reason]),
  )
  return buildSelfScore({
    unit: unitParty(unit, assembly),
    blocName: year.bloc.name,
    year: year.year,
    date: request.issuedOn,
    signer: signerOf(request, parties.leaders.get(unit.id)),
    tableBasis: tableBasis(facts),
    lines: nodes(table).map((node): SelfScoreLine => {
      const given = own.find((one) => one.code === node.code)
      const points = score.nodes.get(node.code)?.points
      return {
        label: node.code,
        name: node.name,
        group: node.kind === 'group',
        maximum: printNumber(node.maxPoints),
        self: exempt.has(node.code) ? 'không giao' : points === undefined ? '' : printNumber(points),
        explanation: explanation(given, exempt.get(node.code), files.get(node.code) ?? 0),
        ...markOf(given?.illustrative ?? false),
      }
    }),
    totalMaximum: printNumber(facts.total),
    totalSelf: score.completeness.scored === 0 ? '' : printNumber(score.total),
    ...(own.some((one) => one.illustrative) ? { totalMark: 'illustrative' as const } : {}),
  })
}

function explanation(score: ScoreFacts | undefined, exemption: string | undefined, files: number): string {
  return [exemption ?? '', score?.reason ?? '', files > 0 ? `minh chứng kèm theo: ${files} tệp` : '']
    .filter((part) => part !== '')
    .join('; ')
}

function tableBasis({ title, adoptedOn, basis }: TableFacts): string {
  const name = lowered(title || 'bảng tiêu chí chấm điểm của khối')
  const adopted = adoptedOn === null ? '' : `thông qua ngày ${printDate(adoptedOn)}`
  return [name, adopted, basis].filter((part) => part !== '').join(', ')
}

/** Bảng tổng hợp điểm of the bloc at the layer that counts. */
export async function assembleScoreSummary(assembly: Assembly): Promise<Paper | undefined> {
  const { year, request } = assembly
  const parties = await partiesOf(assembly)
  const summary = await readSummary(assembly)
  if (!parties || !summary) return undefined
  return buildScoreSummary({
    bloc: parties.bloc,
    year: year.year,
    issue: issueOf(request),
    signer: signerOf(request, parties.leaders.get(year.headUnitId ?? '')),
    ...summary,
    recipients: writtenOr(request, 'recipients', ['Các đơn vị thành viên', 'Lưu: VT']),
  })
}

/** The scores of all units at the layer that counts, as tables print them. */
export type ScoreTableFacts = Pick<
  ScoreSummaryInput,
  'layer' | 'groups' | 'totalMaximum' | 'units' | 'rules'
> & {
  /** What each unit has of the maximum of each group, in percent; null where there is no score. */
  readonly heat: readonly { readonly name: string; readonly values: readonly (string | null)[] }[]
  /** Total and place of a unit as printed. */
  readonly byUnit: ReadonlyMap<
    string,
    { readonly total: string; readonly exact: string; readonly rank: number | null }
  >
}

/** Undefined while there is no table or nobody has a score. */
export async function readSummary({ db, year }: Assembly): Promise<ScoreTableFacts | undefined> {
  const facts = await findTable(db, year.id)
  if (!facts) return undefined
  const scores = await listScores(db, facts.id)
  const exemptions = await listExemptions(db, facts.id)
  const table = tableOf(facts)
  const counted = new Map(
    year.members.flatMap(({ id }): [string, LayerScore][] => {
      const score = countedScore(facts, table, entriesOf(scores, exemptions, id))
      return score === undefined ? [] : [[id, score]]
    }),
  )
  if (counted.size === 0) return undefined
  const parsed = parseRankingRules(facts.rankingRules)
  const rules = parsed.ok ? parsed.value : defaultRankingRules
  const { ranks, classes } = await placesOf({ db, year }, counted, rules)
  const map = heatMap(
    table,
    [...counted].map(([unit, { score }]) => ({ unit, score })),
    1,
  )
  const cells = new Map(map.rows.map((row) => [row.unit, row.cells]))
  const layers = new Set([...counted.values()].map(({ layer }) => layer))
  const [only] = layers
  const marked = new Set(
    scores.filter((score) => score.illustrative).map((score) => `${score.unitId} ${score.layer}`),
  )
  return {
    layer:
      layers.size === 1 && only !== undefined
        ? `Điểm ở bước: ${lowered(layerNames[only].vi)}`
        : 'Mỗi đơn vị lấy điểm ở bước chấm đầy đủ mới nhất, ghi ở cột ghi chú',
    groups: table.children.map((node) => ({ name: node.name, maximum: printNumber(node.maxPoints) })),
    totalMaximum: printNumber(facts.total),
    units: year.members.map((unit) => {
      const score = counted.get(unit.id)
      const className = classes.get(unit.id)
      return {
        ...lineOf(table, score, ranks.get(unit.id), layers.size > 1),
        ...(className === undefined ? {} : { className }),
        unitName: unit.name,
        ...markOf(unit.illustrative || marked.has(`${unit.id} ${score?.layer ?? ''}`)),
      }
    }),
    rules: describeRules(rules, table, 'vi').map(
      ({ text, basis }) =>
        `${text.replace(/\.$/, '')} (${basis === undefined ? 'chưa kiểm chứng' : `căn cứ: ${basis}`})`,
    ),
    heat: map.columns.map(({ code, name }, i) => ({
      name: `${code}. ${name}`,
      values: year.members.map((unit) => {
        const cell = cells.get(unit.id)?.[i]
        return cell?.state === 'scored' ? cell.percent.toFixed() : null
      }),
    })),
    byUnit: new Map(
      [...counted].map(([id, { score }]) => [
        id,
        { total: printNumber(score.total), exact: score.total.toFixed(), rank: ranks.get(id) ?? null },
      ]),
    ),
  }
}

function lineOf(
  table: ScoringTable,
  counted: LayerScore | undefined,
  rank: number | undefined,
  nameLayer: boolean,
): Omit<UnitScores, 'unitName'> {
  if (!counted) return { points: table.children.map(() => ''), total: '', rank: '', note: 'chưa có điểm' }
  const { score, layer } = counted
  const missing = score.completeness.missing.length
  return {
    points: table.children.map((node) => pointsOf(score, node.code)),
    total: printNumber(score.total),
    rank: rank === undefined ? '' : String(rank),
    note: [
      nameLayer ? lowered(layerNames[layer].vi) : '',
      missing > 0 ? `còn ${missing} tiêu chí chưa có điểm` : '',
    ]
      .filter((part) => part !== '')
      .join('; '),
  }
}

function pointsOf(score: Score, code: string): string {
  const points = score.nodes.get(code)?.points
  return points === undefined ? '' : printNumber(points)
}

/** Places and classes of the frozen ranking where there is one, else places by the points as they stand. */
async function placesOf(
  { db, year }: Pick<Assembly, 'db' | 'year'>,
  counted: ReadonlyMap<string, LayerScore>,
  rules: RankingRules,
): Promise<{ readonly ranks: ReadonlyMap<string, number>; readonly classes: ReadonlyMap<string, string> }> {
  const frozen = await findRanking(db, year.id)
  if (frozen && frozen.places.length > 0) {
    const classes = frozen.places.flatMap(({ unitId, className }): [string, string][] =>
      className === undefined ? [] : [[unitId, className]],
    )
    return {
      ranks: new Map(frozen.places.map(({ unitId, rank }) => [unitId, rank])),
      classes: new Map(classes),
    }
  }
  const candidates = [...counted].map(([unit, { score }]) => ({ unit, score }))
  const { places } = rankUnits(candidates, rules)
  return { ranks: new Map(places.map(({ unit, rank }) => [unit, rank])), classes: new Map() }
}
