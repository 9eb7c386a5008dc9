import type { Paper } from '../../../domain/documents/paper.ts'
import {
  buildScoreExplanation,
  type ScoreExplanationLine,
} from '../../../domain/documents/papers/score-explanation.ts'
import {
  appealOutcomeNames,
  appealStateNames,
  layerNames,
  layerScores,
  nodes,
  type ScoringNode,
} from '../../../domain/scoring/index.ts'
import { printDate, printNumber } from '../../../domain/vietnamese/index.ts'
import { type AppealFacts, listAppealFacts, listOrigins, type PointOrigin } from './explanation.store.ts'
import { issueOf, partiesOf, signerOf } from './parties.ts'
import { type Assembly, markOf, writtenOr } from './request.ts'
import { entriesOf, tableOf } from './score-tree.ts'
import {
  countEvidence,
  findRanking,
  findTable,
  listExemptions,
  listScores,
  type ScoreFacts,
} from './scores.store.ts'
import { lowered } from './wording.ts'

/** Bảng giải trình điểm: every point of a unit through all layers, with reasons, questions and answers. */
export async function assembleScoreExplanation(assembly: Assembly): Promise<Paper | undefined> {
  const { db, year, request } = assembly
  const unit = year.members.find((member) => member.id === request.unitId)
  const parties = await partiesOf(assembly)
  const facts = await findTable(db, year.id)
  if (!parties || !facts || !unit) return undefined
  const scores = await listScores(db, facts.id, unit.id)
  if (scores.length === 0) return undefined
  const exemptions = await listExemptions(db, facts.id)
  const table = tableOf(facts)
  const { layers: order, countingLayer: counts, partialLayers: partial } = facts
  const layers = layerScores(table, entriesOf(scores, exemptions, unit.id), { order, counts, partial })
  const explained: Explained = {
    scores: scores.toSorted((a, b) => order.indexOf(a.layer) - order.indexOf(b.layer)),
    origins: await listOrigins(db, facts.id, unit.id),
    exempt: new Map(exemptions.filter((one) => one.unitId === unit.id).map((one) => [one.code, one.reason])),
    files: new Map((await countEvidence(db, facts.id, unit.id)).map((one) => [one.code, one.files])),
  }
  const place = (await findRanking(db, year.id))?.places.find((one) => one.unitId === unit.id)
  return buildScoreExplanation({
    bloc: parties.bloc,
    unitName: unit.name,
    year: year.year,
    issue: issueOf(request),
    signer: signerOf(request, parties.leaders.get(year.headUnitId ?? '')),
    layers: layers.map(({ layer }) => layerNames[layer].vi),
    lines: nodes(table).map(
      (node): ScoreExplanationLine => ({
        ...lineOf(node, explained),
        points: layers.map(({ score }) => {
          const points = score.nodes.get(node.code)?.points
          return points === undefined ? '' : printNumber(points)
        }),
      }),
    ),
    totalMaximum: printNumber(facts.total),
    totals: layers.map(({ score }) => printNumber(score.total)),
    rank: place ? String(place.rank) : '',
    appeals: (await listAppealFacts(db, facts.id, unit.id)).map((one) => ({
      text: appealSentence(one),
      ...markOf(one.illustrative),
    })),
    recipients: writtenOr(request, 'recipients', [unit.name, 'Lưu: VT']),
  })
}

type Explained = {
  readonly scores: readonly ScoreFacts[]
  readonly origins: readonly PointOrigin[]
  readonly exempt: ReadonlyMap<string, string>
  readonly files: ReadonlyMap<string, number>
}

function lineOf(node: ScoringNode, facts: Explained): Omit<ScoreExplanationLine, 'points'> {
  const { code, name } = node
  const own = facts.scores.filter((one) => one.code === code)
  const exemption = facts.exempt.get(code)
  const files = facts.files.get(code) ?? 0
  const parts = [
    exemption === undefined ? '' : `không giao: ${exemption}`,
    ...own.map((one) => reasonOf(one, facts.origins)),
    files > 0 ? `minh chứng: ${files} tệp` : '',
  ]
  return {
    label: code,
    name,
    group: node.kind === 'group',
    maximum: printNumber(node.maxPoints),
    explanation: parts.filter((part) => part !== '').join('; '),
    ...markOf(own.some((one) => one.illustrative)),
  }
}

/** "Trưởng khối thẩm định: chưa thấy minh chứng (Lãnh đạo Sở A, 21/11/2026)"; only where a reason was given. */
function reasonOf({ code, layer, reason }: ScoreFacts, origins: readonly PointOrigin[]): string {
  if (reason === '') return ''
  const origin = origins.find((one) => one.code === code && one.layer === layer)
  const who = origin ? ` (${[origin.by, printDate(origin.on)].filter(Boolean).join(', ')})` : ''
  return `${lowered(layerNames[layer].vi)}: ${reason}${who}`
}

function appealSentence(appeal: AppealFacts): string {
  const { code, body, sentOn, state, outcome, pointsThen, pointsAfter, answer } = appeal
  const about = code === null ? 'toàn bộ bảng điểm' : `tiêu chí ${code}`
  const result = outcome ? appealOutcomeNames[outcome].vi : appealStateNames[state].vi
  const points =
    outcome === 'changed' && pointsThen !== null && pointsAfter !== null
      ? ` (từ ${printNumber(pointsThen)} thành ${printNumber(pointsAfter)} điểm)`
      : ''
  return `Ngày ${printDate(sentOn)}, ${about}: ${body} Trả lời: ${result}${points}${answer ? `, ${answer}` : ''}`
}
