import { answerQuestion, askAboutFigure } from '../../../src/features/results/questions.actions.ts'
import { addEvidence } from '../../../src/features/results/reports.actions.ts'
import { requestTargetChange } from '../../../src/features/targets/target-requests.actions.ts'
import { setTarget } from '../../../src/features/targets/targets.actions.ts'
import type { CastUnit } from '../cast.ts'
import { enterIndicators, reportFigures } from '../figures.ts'
import type { Pen } from '../steps.ts'

/** Figures of four earlier years and of the parts of this one, oldest first; all filled in. */
const series: Readonly<
  Record<
    string,
    { readonly unit: string; readonly years: readonly string[]; readonly parts: readonly string[] }
  >
> = {
  'bn-ban-le': {
    unit: 'sct',
    years: ['69800', '78240', '86310', '93870'],
    parts: ['26480', '54910', '83760'],
  },
  'bn-nhap-khau': {
    unit: 'sct',
    years: ['702', '748.5', '791', '833.4'],
    parts: ['231.7', '486.2', '748.9'],
  },
  'bn-trong-rung': { unit: 'snnmt', years: ['455', '462', '471', '486'], parts: ['118', '263', '392'] },
}

/** What makes figures worth following: their way over time, questions about them, a change asked for. */
export async function tellFiguresOverTime(
  pen: Pen,
  of: (key: string) => CastUnit,
  indicators: Readonly<Record<string, string>>,
): Promise<void> {
  await tellSeries(pen, of, indicators)
  await tellQuestions(pen, of, indicators)
  await tellEvidence(pen, of, indicators)
  await tellRequest(pen, of)
}

async function tellSeries(
  { teller, head, blocYearId }: Pen,
  of: (key: string) => CastUnit,
  indicators: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [code, { unit, years, parts }] of Object.entries(series)) {
    const at = { blocYearId, unitId: of(unit).id }
    const told = [
      ...years.map((value, index) => [`${2021 + index}`, value, '2026-01-21'] as const),
      ...parts.map((value, index) => [`2026${['Q1', 'H1', 'M9'][index]}`, value, '2026-10-05'] as const),
    ]
    for (const [period, value, on] of told)
      await reportFigures(teller.on(on), head, { ...at, period }, indicators, [{ code, value }])
  }
}

/** One question waits for its unit, another for whoever asked. */
async function tellQuestions(
  { teller, head, blocYearId }: Pen,
  of: (key: string) => CastUnit,
  indicators: Readonly<Record<string, string>>,
): Promise<void> {
  const ask = (unit: string, code: string, body: string) =>
    teller.on('2026-11-18').do(head, askAboutFigure, {
      blocYearId,
      unitId: of(unit).id,
      indicatorId: indicators[code] ?? '',
      period: '2026',
      body,
      dueOn: '2026-11-25',
    })
  await ask(
    'snnmt',
    'bn-trong-rung',
    'Cả năm 505 nghìn cây, chưa đạt 520. Đề nghị đơn vị cho biết nguyên nhân.',
  )
  const { questionId } = await ask(
    'skhcn',
    'bn-thue-bao',
    'Số thuê bao băng rộng đã gồm thuê bao di động chưa?',
  )
  const at = { blocYearId, unitId: of('skhcn').id, questionId, version: 1 }
  const body = 'Chỉ tính băng rộng cố định, theo số nhà mạng báo cáo.'
  await teller.on('2026-11-19').do(of('skhcn').leader, answerQuestion, { ...at, body })
}

/** One file put beside two figures: the review before sending says so. */
async function tellEvidence(
  { teller, blocYearId }: Pen,
  of: (key: string) => CastUnit,
  indicators: Readonly<Record<string, string>>,
): Promise<void> {
  const unit = of('sxd')
  const text = 'Báo cáo kết quả năm 2026 của ngành xây dựng (minh họa).'
  const file = { name: 'bao-cao-nganh-xay-dung.txt', bytes: new TextEncoder().encode(text) }
  for (const code of ['bn-do-thi-hoa', 'bn-nha-o-xa-hoi']) {
    const { resultId } = await teller.db
      .selectFrom('result')
      .select('id as resultId')
      .where('indicatorId', '=', indicators[code] ?? '')
      .where('period', '=', '2026')
      .where('state', '=', 'current')
      .executeTakeFirstOrThrow()
    await teller
      .on('2026-11-13')
      .do(unit.leader, addEvidence, { blocYearId, unitId: unit.id, resultId, file })
  }
}

/** A unit asks for a lower own target after signing; the head has not decided yet. */
async function tellRequest({ teller, head, blocYearId }: Pen, of: (key: string) => CastUnit): Promise<void> {
  const unit = of('kcn')
  const entry = {
    code: 'bn-doi-thoai',
    name: 'hội nghị đối thoại với doanh nghiệp',
    unit: 'hội nghị',
    field: 'industrial_zones',
    decimals: 0,
  }
  const ids = await enterIndicators(teller.on('2026-02-20'), head, { blocYearId }, [entry])
  const at = { blocYearId, unitId: unit.id }
  const own = { kind: 'at_least', setBy: 'own' } as const
  const { targetId } = await teller
    .on('2026-02-26')
    .do(unit.leader, setTarget, { ...at, ...own, indicatorId: ids[entry.code] ?? '', value: '12' })
  await teller.on('2026-11-10').do(unit.leader, requestTargetChange, {
    ...at,
    ...own,
    targetId,
    value: '10',
    version: 1,
    reason: 'Hai hội nghị gộp vào hội nghị chung của tỉnh (minh họa).',
  })
}
