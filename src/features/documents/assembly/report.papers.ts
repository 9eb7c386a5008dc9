import type { Paper } from '../../../domain/documents/paper.ts'
import type { Statement } from '../../../domain/documents/papers/parties.ts'
import { type BlocReportInput, buildBlocReport } from '../../../domain/documents/papers/report.ts'
import { periodEnd, periodId, printNumber } from '../../../domain/vietnamese/index.ts'
import { listYearFigures } from '../../../records/figures.store.ts'
import { listProposals, type ProposalFacts } from './awards.store.ts'
import { basesOf } from './law.ts'
import { issueOf, partiesOf, signerOf } from './parties.ts'
import { listTargets } from './pledge.store.ts'
import { provinceText } from './provinces.ts'
import {
  type ActivityFacts,
  listActivities,
  listDirections,
  listNarratives,
  listResults,
  type NarrativeFacts,
  type NarrativePart,
  type OrganisationFacts,
  readOrganisation,
} from './report.store.ts'
import { type Assembly, linesOf, markOf, stated, writtenLines, writtenOr } from './request.ts'
import { readSummary } from './scores.papers.ts'
import { findRanking } from './scores.store.ts'
import { assembleSeries } from './series.ts'
import { heatChart, scoreChart, verdictSentence, verdictsOf, verdictTable } from './verdicts.ts'
import { onDay, stopped } from './wording.ts'

/** Báo cáo tổng kết or báo cáo sơ kết of the bloc, written from the records of the year. */
export async function assembleReport(
  assembly: Assembly,
  occasion: BlocReportInput['occasion'],
): Promise<Paper | undefined> {
  const { db, year, request } = assembly
  const parties = await partiesOf(assembly)
  if (!parties) return undefined
  const half = periodId({ kind: 'half', year: year.year, number: 1 })
  const period = occasion === 'mid-year' ? half : undefined
  const narratives = await listNarratives(db, year, period ?? '')
  const told = (part: NarrativePart) => toldParts(assembly, narratives, part)
  const within = (day: string | null) => period === undefined || (day !== null && day <= periodEnd(period))
  const figures = await listYearFigures(db, year.id, period)
  const led = await readOrganisation(db, year)
  const whole = occasion === 'year-end' ? await wholeYear(assembly) : nothingWhole
  const paper = buildBlocReport({
    bloc: parties.bloc,
    occasion,
    year: year.year,
    issue: issueOf(request),
    signer: signerOf(request, parties.leaders.get(year.headUnitId ?? '')),
    addressees: writtenOr(request, 'addressees', [
      `Hội đồng Thi đua - Khen thưởng ${provinceText(year.province.name)}`,
    ]),
    bases: [],
    members: year.members.map((unit) => stated(unit.name, unit.illustrative)),
    situation: [...told('context'), ...writtenLines(request, 'situation')],
    organisation: [
      ...organisation(
        { ...led, movements: led.movements.filter(({ on }) => within(on)) },
        year.members.length,
      ),
      ...told('guidance'),
      ...writtenLines(request, 'organisation'),
    ],
    figures: [
      ...figures.map(({ fieldName, unitName, sentence, illustrative }) => ({
        field: fieldName,
        unitName,
        sentence,
        ...markOf(illustrative),
      })),
      ...writtenResults(assembly, narratives),
    ],
    verdicts: [...whole.verdicts, ...writtenLines(request, 'assessment')],
    awards: whole.awards,
    activities: [
      ...(await listActivities(db, year.id)).filter(({ heldOn }) => within(heldOn)).map(activity),
      ...told('activities'),
    ],
    shortcomings: [...told('shortcomings'), ...writtenLines(request, 'shortcomings')],
    causes: [...told('causes'), ...writtenLines(request, 'causes')],
    directions: [...whole.directions, ...told('tasks'), ...writtenLines(request, 'directions')],
    requests: [...told('requests'), ...writtenLines(request, 'requests')],
    recipients: writtenOr(request, 'recipients', ['Như trên', 'Các đơn vị thành viên', 'Lưu: VT']),
    scores: whole.scores,
    tables: whole.tables,
    charts: whole.charts,
  })
  return { ...paper, bases: await basesOf(assembly, `${occasion}-report`, null) }
}

type WholeYear = Pick<BlocReportInput, 'verdicts' | 'awards' | 'directions' | 'scores' | 'tables' | 'charts'>

const nothingWhole: WholeYear = {
  verdicts: [],
  awards: [],
  directions: [],
  scores: null,
  tables: [],
  charts: [],
}

/** What only the year-end report says: targets judged, awards, next year's directions, adopted scores. */
async function wholeYear(assembly: Assembly): Promise<WholeYear> {
  const { db, year } = assembly
  const targets = await listTargets(db, year)
  const verdicts = verdictsOf(year, targets, await listResults(db, year))
  const directions = await listDirections(db, year.id)
  const scores = await adoptedScores(assembly)
  const series = await assembleSeries(assembly, null)
  return {
    verdicts:
      verdicts.whole.assigned === 0
        ? []
        : [
            stated(
              verdictSentence(verdicts),
              targets.some((target) => target.illustrative),
            ),
          ],
    awards: awardsOf(await listProposals(db, year)),
    directions: directions.map(({ body, illustrative }) => stated(body, illustrative)),
    scores: scores.table,
    tables: [...(verdicts.units.length > 1 ? [verdictTable(verdicts)] : []), ...series.tables],
    charts: [...scores.charts, ...series.charts],
  }
}

/** Scores go into the report once a ranking was frozen at the bloc's final layer or beyond. */
async function adoptedScores(
  assembly: Assembly,
): Promise<{ table: WholeYear['scores']; charts: WholeYear['charts'] }> {
  const { db, year } = assembly
  const ranking = await findRanking(db, year.id)
  if (ranking?.layer !== 'final' && ranking?.layer !== 'agency') return { table: null, charts: [] }
  const summary = await readSummary(assembly)
  if (!summary) return { table: null, charts: [] }
  const { groups, totalMaximum, units, byUnit, heat } = summary
  const totals = year.members.map((unit) => {
    const found = byUnit.get(unit.id)
    return { name: unit.name, total: found?.exact ?? null, rank: found?.rank ?? null }
  })
  const illustrative = units.some((unit) => unit.mark !== undefined)
  return {
    table: { groups, totalMaximum, units },
    charts: [
      scoreChart(totals, illustrative),
      ...(heat.length > 1
        ? [
            heatChart(
              year.members.map((unit) => unit.name),
              heat,
              illustrative,
            ),
          ]
        : []),
    ],
  }
}

/** The written lines of one part; those of a unit begin with its name. */
function toldParts(
  { year }: Assembly,
  narratives: readonly NarrativeFacts[],
  part: NarrativePart,
): readonly Statement[] {
  const names = new Map(year.members.map((unit) => [unit.id, unit.name]))
  return narratives
    .filter((one) => one.part === part && !(part === 'context' && one.unitId !== null))
    .flatMap((one) =>
      linesOf(one.body).map((line) => {
        const name = one.unitId === null ? one.fieldName : names.get(one.unitId)
        return stated(name && !line.includes(name) ? `${name}: ${line}` : line, one.illustrative)
      }),
    )
}

/** Results in words, told under their field or unit like the figures. */
function writtenResults(
  { year }: Assembly,
  narratives: readonly NarrativeFacts[],
): BlocReportInput['figures'] {
  const names = new Map(year.members.map((unit) => [unit.id, unit.name]))
  return narratives
    .filter((one) => one.part === 'results')
    .flatMap((one) =>
      linesOf(one.body).map((line) => ({
        field: one.fieldName,
        unitName: one.unitId === null ? null : (names.get(one.unitId) ?? null),
        sentence: stopped(line),
        ...markOf(one.illustrative),
      })),
    )
}

function organisation(
  { adopted, pledge, movements }: OrganisationFacts,
  members: number,
): readonly Statement[] {
  return [
    ...adopted.map(({ title, on, illustrative }) => stated(`Thông qua ${title}${onDay(on)}.`, illustrative)),
    ...(pledge === null
      ? []
      : [
          stated(
            `Tổ chức ký giao ước thi đua${onDay(pledge.on)}; ${pledge.signatures}/${members} đơn vị thành viên đã ký.`,
            pledge.illustrative,
          ),
        ]),
    ...movements.map(({ title, on, launched, illustrative }) =>
      stated(
        `Phát động phong trào thi đua “${title}”${onDay(on)}` +
          (launched === 0 ? '.' : `; ${launched}/${members} đơn vị thành viên đã phát động trong nội bộ.`),
        illustrative,
      ),
    ),
  ]
}

function activity({
  title,
  heldOn,
  place,
  units,
  people,
  contribution,
  illustrative,
}: ActivityFacts): Statement {
  const parts = [
    `${title}${onDay(heldOn)}${place === '' ? '' : ` tại ${place}`}`,
    units === 0 ? '' : `${units} đơn vị tham gia`,
    people === null ? '' : `${printNumber(String(people))} người`,
    contribution === null || contribution === '0' ? '' : `đóng góp ${printNumber(contribution)} đồng`,
  ]
  return stated(`${parts.filter((part) => part !== '').join(', ')}.`, illustrative)
}

/** Awards by name: what was granted, then what is still asked for; what was refused or withdrawn is not told. */
function awardsOf(proposals: readonly ProposalFacts[]): BlocReportInput['awards'] {
  const groups = new Map<string, Statement[]>()
  for (const one of proposals) {
    if (one.state === 'refused' || one.state === 'withdrawn') continue
    const granted = one.state === 'granted'
    const decision = [one.decisionNumber, one.decidedOn === null ? '' : onDay(one.decidedOn).trim()]
      .filter((part) => part !== '')
      .join(' ')
    const name = granted ? `Được tặng ${one.awardName}` : `Đề nghị tặng ${one.awardName}`
    const receiver = granted && decision !== '' ? `${one.receiver} (Quyết định ${decision})` : one.receiver
    groups.set(name, [...(groups.get(name) ?? []), stated(receiver, one.illustrative)])
  }
  return [...groups].map(([name, receivers]) => ({ name, receivers }))
}
