import { addActivity, recordParticipation } from '../../../src/features/activities/activities.actions.ts'
import { addMember } from '../../../src/features/blocs/members.actions.ts'
import {
  draftPledge,
  openPledgeSigning,
  recordPaperSignature,
  signPledge,
} from '../../../src/features/pledges/pledges.actions.ts'
import {
  acceptReport,
  rateUnit,
  returnReport,
  sendReport,
} from '../../../src/features/results/reports.actions.ts'
import { returnSelfScores } from '../../../src/features/scoring/sheet/sheet.actions.ts'
import { freezeScoreTable } from '../../../src/features/scoring/table/table.actions.ts'
import { acceptTargets, sendTargets } from '../../../src/features/targets/targets.actions.ts'
import { mergeUnit } from '../../../src/features/units/life.actions.ts'
import { renameUnit } from '../../../src/features/units/units.actions.ts'
import { setDeadlines } from '../../../src/features/years/deadlines.actions.ts'
import { markMidYear } from '../../../src/features/years/years.actions.ts'
import { type Cast, type CastUnit, enterUnits, enterYear } from '../cast.ts'
import {
  enterIndicators,
  enterTargets,
  type FigureEntry,
  type IndicatorEntry,
  reportFigures,
  type TargetEntry,
} from '../figures.ts'
import { enterScoreTable, selfScore } from '../score-table.ts'
import {
  callConference,
  circulate,
  endConference,
  launchInHouse,
  moveYear,
  openHall,
  type Pen,
  registerAll,
  takeUp,
} from '../steps.ts'
import type { Storyteller } from '../storyteller.ts'
import { type BacNinh, OFFICER, PROVINCE } from './bac-ninh.ts'
import { tellAppeals } from './bac-ninh-2026-appeals.ts'
import { tellChecks } from './bac-ninh-2026-checks.ts'
import { tellFiguresOverTime } from './bac-ninh-2026-over-time.ts'

const REFORM = '2025-03-01'
const REASON = 'Các bước trước đã hoàn thành trên giấy (minh họa).'

/**
 * Bắc Ninh 2026, all filled in: after the mergers of 2025, at self-scoring, with one unit late, one returned and one
 * by paper, so that a visitor finds something to do.
 */
export async function tellBacNinh2026(teller: Storyteller, cast: Cast, bacNinh: BacNinh): Promise<void> {
  const filled = teller.filledIn
  const units = await reform(filled, cast, bacNinh)
  const of = (key: string) => units[key] as CastUnit
  const members = [
    'sct',
    'skhcn',
    'snnmt',
    'sxd',
    'stc',
    'kcn',
    'qdtpt',
    'ctk',
    'qlda',
    'hq',
    'dl',
    'ntm',
  ].map(of)
  const blocYearId = await enterYear(
    filled.on('2026-01-05'),
    OFFICER,
    bacNinh.bloc,
    2026,
    { unit: of('sct'), said: false, how: 'elected' },
    { unit: of('skhcn'), said: false, how: 'elected' },
  )
  const pen: Pen = { teller: filled, head: 'truongkhoi', blocYearId }
  await tellDeadlines(pen)
  await tellPledge(pen, members, of)
  await tellMidYear(pen, members)
  await tellTargetsAndResults(pen, of)
  await tellSelfScores(pen, of)
  await tellChecks(pen, members, of)
  await tellAppeals(pen, of)
}

/** The mergers of 2025 as the departments' names of today show them; their decisions were not read. */
async function reform(
  teller: Storyteller,
  cast: Cast,
  { bloc, of }: BacNinh,
): Promise<Record<string, CastUnit>> {
  const begin = teller.on(REFORM)
  const fresh = await enterUnits(begin, cast, OFFICER, PROVINCE, [
    {
      key: 'snnmt',
      kind: 'department',
      name: 'Sở Nông nghiệp và Môi trường',
      shortName: 'Sở NN&MT',
      fields: ['agriculture', 'environment'],
      said: false,
      foundedOn: REFORM,
    },
    {
      key: 'qlda',
      kind: 'project_board',
      name: 'Ban QLDA đầu tư xây dựng công trình giao thông',
      shortName: 'Ban QLDA giao thông',
      fields: ['transport'],
      said: false,
    },
    {
      key: 'hq',
      kind: 'central_agency',
      name: 'Chi cục Hải quan',
      shortName: 'Chi cục Hải quan',
      fields: ['finance'],
      said: false,
    },
    {
      key: 'dl',
      kind: 'enterprise',
      name: 'Công ty Điện lực tỉnh',
      shortName: 'Điện lực tỉnh',
      fields: ['industry'],
      said: false,
    },
    {
      key: 'ntm',
      kind: 'office',
      name: 'Văn phòng Điều phối nông thôn mới',
      shortName: 'VP Điều phối NTM',
      fields: ['agriculture'],
      said: false,
    },
  ])
  const merges = [
    ['snnptnt', fresh.snnmt, true],
    ['stnmt', fresh.snnmt, false],
    ['sgtvt', of('sxd'), false],
    ['stttt', of('skhcn'), false],
    ['skhdt', of('stc'), false],
  ] as const
  for (const [key, successor, successorJoins] of merges) {
    await begin.do(OFFICER, mergeUnit, {
      unitId: of(key).id,
      successorId: successor?.id ?? '',
      on: REFORM,
      basis: '',
      note: 'Sắp xếp tổ chức bộ máy năm 2025 (chưa kiểm chứng ngày và quyết định).',
      successorJoins,
      targets: 'close',
    })
  }
  for (const key of ['qlda', 'hq', 'dl', 'ntm'] as const) {
    await begin.do(OFFICER, addMember, {
      blocId: bloc.id,
      unitId: fresh[key]?.id ?? '',
      fromDate: REFORM,
      toDate: null,
      basis: '',
      position: null,
    })
  }
  const today: Record<string, CastUnit> = { ...fresh }
  for (const key of ['sct', 'skhcn', 'sxd', 'stc', 'kcn', 'qdtpt', 'ctk']) today[key] = of(key)
  for (const [key, name, shortName] of [
    ['sct', 'Sở Công Thương', 'Sở Công Thương'],
    ['qdtpt', 'Quỹ Đầu tư phát triển', 'Quỹ ĐTPT'],
  ] as const) {
    await begin.do(OFFICER, renameUnit, {
      unitId: of(key).id,
      name,
      shortName,
      from: REFORM,
      basis: '',
      version: await versionOf(teller, of(key).id),
    })
  }
  return today
}

async function versionOf({ db }: Storyteller, unitId: string): Promise<number> {
  const row = await db.selectFrom('unit').select('version').where('id', '=', unitId).executeTakeFirstOrThrow()
  return row.version
}

async function tellDeadlines({ teller, head, blocYearId }: Pen): Promise<void> {
  const days = {
    registration: '2026-02-28',
    targets: '2026-02-28',
    pledge: '2026-03-15',
    launch: '2026-03-31',
    mid_report: '2026-06-25',
    year_report: '2026-11-15',
    evidence: '2026-11-15',
    self_score: '2026-11-19',
    cross_check: '2026-11-30',
    appraisal: '2026-12-05',
    conference: '2026-12-08',
    achievement_report: '2026-12-10',
  } as const
  await teller.on('2026-01-10').do(head, setDeadlines, {
    blocYearId,
    deadlines: Object.entries(days).map(([step, dueOn]) => ({
      step: step as keyof typeof days,
      dueOn,
      basis: '',
    })),
  })
}

async function tellPledge(
  pen: Pen,
  members: readonly CastUnit[],
  of: (key: string) => CastUnit,
): Promise<void> {
  const { teller, head, blocYearId } = pen
  for (const [kind, title] of [
    ['regulation', 'Quy chế hoạt động của khối năm 2026'],
    ['score_table', 'Bảng tiêu chí chấm điểm năm 2026'],
    ['pledge', 'Dự thảo giao ước thi đua năm 2026'],
  ] as const) {
    await circulate(pen, {
      kind,
      title,
      body: 'Bản dự thảo gửi các đơn vị góp ý.',
      circulatedOn: '2026-01-20',
      dueOn: '2026-02-15',
      adoptedOn: '2026-03-10',
      note: 'Thông qua tại hội nghị ký giao ước',
      agreed: members.slice(0, 9),
    })
  }
  await enterScoreTable(pen, 2026, { drawn: '2026-01-25', adopted: '2026-03-10' })
  await registerAll(
    pen,
    '2026-02-25',
    members.map((unit, index) => ({
      unit,
      governmentFlag: index === 1,
      flag: index < 5,
      certificate: index < 10,
    })),
  )
  const launch = await callConference(pen, '2026-03-01', {
    kind: 'launch',
    title: 'Hội nghị phát động thi đua, ký giao ước năm 2026',
    heldOn: '2026-03-10',
    timeText: 'buổi sáng',
    place: 'Hội trường Sở Công Thương',
  })
  await openHall(pen, '2026-03-10', launch, members)
  await teller.on('2026-03-10').do(head, draftPledge, {
    blocYearId,
    title: 'Giao ước thi đua năm 2026',
    preamble: 'Các đơn vị trong khối cùng giao ước:',
    contents: [
      'Hoàn thành và vượt chỉ tiêu kinh tế - xã hội tỉnh giao năm 2026.',
      'Dẫn đầu cải cách hành chính, chuyển đổi số; 100% hồ sơ giải quyết đúng hạn.',
      'Giữ vững đoàn kết, kỷ cương; phòng, chống tham nhũng, lãng phí.',
      'Báo cáo đúng hạn, số liệu có minh chứng.',
    ].join('\n'),
  })
  await teller.on('2026-03-10').do(head, openPledgeSigning, { blocYearId })
  for (const unit of members) {
    const signature = {
      blocYearId,
      unitId: unit.id,
      signerName: 'Người ký (minh họa)',
      signerTitle: 'Thủ trưởng đơn vị',
      capacity: '',
      signedOn: '2026-03-10',
    } as const
    if (unit.id === of('ctk').id)
      await teller
        .on('2026-03-12')
        .do(head, recordPaperSignature, { ...signature, capacity: 'KT.', scan: null })
    else await teller.on('2026-03-10').do(unit.leader, signPledge, signature)
  }
  await endConference(pen, '2026-03-10', launch, 'Mười hai đơn vị thống nhất ký giao ước thi đua năm 2026.')
  await moveYear(
    pen,
    [
      ['setup', '2026-03-10'],
      ['pledging', '2026-03-12'],
    ],
    REASON,
  )
  const movementId = await takeUp(
    pen,
    '2026-03-10',
    null,
    'Thi đua hoàn thành nhiệm vụ phát triển kinh tế - xã hội năm 2026',
  )
  await launchInHouse(pen, '2026-03-25', movementId, members)
}

async function tellMidYear(pen: Pen, members: readonly CastUnit[]): Promise<void> {
  const { teller, head, blocYearId } = pen
  const conference = await callConference(pen, '2026-06-20', {
    kind: 'mid_year',
    title: 'Hội nghị sơ kết 6 tháng đầu năm 2026',
    heldOn: '2026-07-03',
    timeText: 'buổi chiều',
    place: 'Hội trường Sở Khoa học và Công nghệ',
  })
  for (const unit of members) {
    const at = { blocYearId, unitId: unit.id, step: 'mid_report' as const }
    await teller.on('2026-06-24').do(head, sendReport, { ...at, channel: 'paper' })
    await teller.on('2026-06-26').do(head, acceptReport, at)
  }
  await openHall(pen, '2026-07-03', conference, members, members.slice(9, 10))
  await endConference(
    pen,
    '2026-07-03',
    conference,
    'Các đơn vị đẩy nhanh tiến độ chỉ tiêu sáu tháng cuối năm.',
  )
  await teller.on('2026-07-03').do(head, markMidYear, { blocYearId, midYear: 'held', reason: '' })
  const { activityId } = await teller.on('2026-08-15').do(head, addActivity, {
    blocYearId,
    kind: 'sport',
    title: 'Hội thao khối năm 2026',
    heldOn: '2026-08-14',
    place: 'Nhà thi đấu tỉnh',
    cost: '48000000',
    note: '',
  })
  await teller.on('2026-08-15').do(head, recordParticipation, {
    activityId,
    parts: members.map((unit, index) => ({
      unitId: unit.id,
      people: 10 + ((index * 3) % 7),
      contribution: '4000000',
      note: '',
    })),
  })
}

type UnitFigures = {
  readonly key: string
  readonly indicators: readonly IndicatorEntry[]
  readonly targets: readonly TargetEntry[]
  readonly results: readonly FigureEntry[]
}

const given = {
  setBy: 'people_committee',
  basis: 'Kế hoạch phát triển kinh tế - xã hội năm 2026 của tỉnh (minh họa)',
} as const

/** A figure with its target, last year's value beside it. */
function line(
  code: string,
  name: string,
  unit: string,
  field: string,
  target: string,
  base: string,
  value: string | null,
  options: { readonly estimate?: boolean; readonly atMost?: boolean } = {},
): { indicator: IndicatorEntry; target: TargetEntry; result: FigureEntry | null } {
  return {
    indicator: { code, name, unit, field, direction: options.atMost ? 'down' : 'up', decimals: 2 },
    target: {
      ...given,
      code,
      kind: options.atMost ? 'at_most' : 'at_least',
      value: target,
      baseValue: base,
      baseYear: 2025,
      unitOfMeasure: unit,
    },
    result: value === null ? null : { code, value, isEstimate: options.estimate ?? false },
  }
}

const figures: Readonly<Record<string, readonly ReturnType<typeof line>[]>> = {
  sct: [
    line('bn-xuat-khau', 'kim ngạch xuất khẩu', 'triệu USD', 'industry_trade', '46500', '43100', '47120.5', {
      estimate: true,
    }),
    line('bn-nhap-khau', 'kim ngạch nhập khẩu', 'triệu USD', 'industry_trade', '980', '875', '1012.4', {
      estimate: true,
    }),
    line(
      'bn-ban-le',
      'tổng mức bán lẻ hàng hóa và doanh thu dịch vụ',
      'tỷ đồng',
      'industry_trade',
      '112000',
      '101450',
      '113240',
      { estimate: true },
    ),
    line('bn-iip', 'chỉ số sản xuất công nghiệp tăng', '%', 'industry', '8.5', '7.9', '9.1', {
      estimate: true,
    }),
  ],
  skhcn: [
    line('bn-dvc', 'hồ sơ nộp trực tuyến toàn trình', '%', 'information', '85', '78.4', '91.3'),
    line('bn-sang-kien', 'sáng kiến cấp tỉnh được công nhận', 'sáng kiến', 'science', '40', '36', '44'),
    line(
      'bn-thue-bao',
      'thuê bao băng rộng trên 100 dân',
      'thuê bao/100 dân',
      'information',
      '27',
      '25.6',
      '27.4',
    ),
  ],
  snnmt: [
    line('bn-nong-thon-moi', 'xã đạt chuẩn nông thôn mới nâng cao', 'xã', 'agriculture', '32', '28', '33'),
    line('bn-rac-thai', 'chất thải rắn đô thị được thu gom, xử lý', '%', 'environment', '97', '95.8', '97.6'),
    line('bn-trong-rung', 'trồng cây phân tán', 'nghìn cây', 'forestry', '520', '498', '505'),
  ],
  sxd: [
    line('bn-do-thi-hoa', 'tỷ lệ đô thị hóa', '%', 'construction', '51.5', '50.2', '51.1'),
    line('bn-nha-o-xa-hoi', 'nhà ở xã hội hoàn thành', 'căn', 'construction', '5400', '4210', '4980'),
    line(
      'bn-giai-ngan-giao-thong',
      'giải ngân vốn đầu tư hạ tầng giao thông',
      '%',
      'transport',
      '95',
      '92.1',
      '88.7',
    ),
  ],
  stc: [
    line(
      'bn-thu-ngan-sach',
      'thu ngân sách nhà nước trên địa bàn',
      'tỷ đồng',
      'finance',
      '42800',
      '39650',
      '44105.3',
      { estimate: true },
    ),
    line('bn-dau-tu-cong', 'giải ngân vốn đầu tư công', '%', 'finance', '95', '93.4', '96.2'),
    line('bn-doanh-nghiep', 'doanh nghiệp thành lập mới', 'doanh nghiệp', 'planning', '3900', '3610', '4015'),
  ],
  kcn: [
    line(
      'bn-von-fdi',
      'vốn FDI cấp mới và tăng thêm',
      'triệu USD',
      'industrial_zones',
      '3000',
      '2850.4',
      '3276.958',
    ),
    line(
      'bn-du-an-kcn',
      'dự án đầu tư mới trong khu công nghiệp',
      'dự án',
      'industrial_zones',
      '160',
      '148',
      '172',
    ),
  ],
  qdtpt: [
    line('bn-cho-vay', 'dư nợ cho vay đầu tư', 'tỷ đồng', 'finance', '620', '571.3', null),
    line('bn-no-xau', 'tỷ lệ nợ xấu', '%', 'finance', '1.5', '1.7', null, { atMost: true }),
  ],
  ctk: [
    line(
      'bn-bao-cao-thong-ke',
      'báo cáo thống kê phát hành đúng hạn',
      '%',
      'statistics',
      '100',
      '100',
      '100',
    ),
  ],
  qlda: [
    line(
      'bn-qlda-giai-ngan',
      'giải ngân các dự án giao thông được giao',
      '%',
      'transport',
      '95',
      '90.3',
      '95.4',
    ),
  ],
  hq: [
    line(
      'bn-thu-hai-quan',
      'thu ngân sách từ hoạt động xuất nhập khẩu',
      'tỷ đồng',
      'finance',
      '9800',
      '9105.326',
      '10240.6',
      { estimate: true },
    ),
    line(
      'bn-thong-quan',
      'thời gian thông quan bình quân hàng nhập',
      'giờ',
      'finance',
      '30',
      '34.5',
      '28.7',
      { atMost: true },
    ),
  ],
  dl: [
    line('bn-ton-that', 'tỷ lệ tổn thất điện năng', '%', 'industry', '3.2', '3.4', null, { atMost: true }),
    line('bn-dien-thuong-pham', 'điện thương phẩm', 'triệu kWh', 'industry', '12500', '11690', null),
  ],
  ntm: [line('bn-ntm-kieu-mau', 'xã nông thôn mới kiểu mẫu', 'xã', 'agriculture', '12', '9', '12')],
}

async function tellTargetsAndResults(pen: Pen, of: (key: string) => CastUnit): Promise<void> {
  const { teller, head, blocYearId } = pen
  const all: UnitFigures[] = Object.entries(figures).map(([key, lines]) => ({
    key,
    indicators: lines.map((one) => one.indicator),
    targets: lines.map((one) => one.target),
    results: lines.flatMap((one) => (one.result ? [one.result] : [])),
  }))
  const indicators = await enterIndicators(
    teller.on('2026-02-20'),
    head,
    { blocYearId },
    all.flatMap((one) => one.indicators),
  )
  for (const { key, targets, results } of all) {
    const unit = of(key)
    const at = { blocYearId, unitId: unit.id }
    await enterTargets(teller.on('2026-02-26'), unit.leader, at, indicators, targets)
    await teller.on('2026-02-27').do(unit.leader, sendTargets, at)
    await teller.on('2026-02-28').do(head, acceptTargets, at)
    if (results.length === 0) continue
    const baseYear = targets.map((target) => ({ code: target.code, value: target.baseValue ?? null }))
    await reportFigures(teller.on('2026-01-20'), head, { ...at, period: '2025' }, indicators, baseYear)
    await reportFigures(teller.on('2026-11-12'), unit.leader, at, indicators, results)
    await sendYearReport(pen, unit)
  }
  await tellFiguresOverTime(pen, of, indicators)
}

async function sendYearReport({ teller, head, blocYearId }: Pen, unit: CastUnit): Promise<void> {
  const at = { blocYearId, unitId: unit.id }
  await teller.on('2026-11-14').do(unit.leader, sendReport, { ...at, step: 'year_report' })
  await teller.on('2026-11-16').do(head, acceptReport, { ...at, step: 'year_report' })
  const evidence = { blocYearId, unitId: unit.id, step: 'evidence' as const }
  await teller.on('2026-11-14').do(unit.leader, sendReport, { ...evidence, channel: 'file' })
  if (unit.slug.endsWith('-so-xay-dung')) {
    await teller
      .on('2026-11-18')
      .do(head, returnReport, { ...evidence, reason: 'Thiếu minh chứng giải ngân vốn giao thông.' })
  } else if (!/hai-quan|qlda/.test(unit.slug)) {
    await teller.on('2026-11-16').do(head, acceptReport, evidence)
  }
  await teller.on('2026-11-16').do(head, rateUnit, {
    ...at,
    subject: 'unit',
    level: 'good',
    decidedBy: 'UBND tỉnh (minh họa)',
    decision: '',
    decidedOn: null,
  })
}

/** Seven units have sent their sheets; one was returned, one came on paper, one is late, two have not begun. */
async function tellSelfScores(pen: Pen, of: (key: string) => CastUnit): Promise<void> {
  const { teller, head, blocYearId } = pen
  await teller.on('2026-11-01').do(head, freezeScoreTable, { blocYearId })
  await moveYear(pen, [['running', '2026-11-01']], REASON)
  const sent = [
    ['skhcn', 27.5],
    ['kcn', 31.75 + 0.25],
    ['sct', 32],
    ['hq', 49],
    ['snnmt', 41],
    ['stc', 38.5],
    ['ntm', 55],
  ] as const
  for (const [index, [key, lost]] of sent.entries()) {
    await selfScore(pen, '2026-11-17', of(key), lost, index * 4)
  }
  await selfScore(pen, '2026-11-18', of('ctk'), 44, 5, { who: head, channel: 'paper' })
  await selfScore(pen, '2026-11-17', of('sxd'), 36, 9)
  await teller.on('2026-11-20').do(head, returnSelfScores, {
    blocYearId,
    unitId: of('sxd').id,
    reason: 'Hai tiêu chí I.1.2 và I.1.5 chưa có minh chứng; đề nghị bổ sung và chấm lại.',
  })
  await selfScore(pen, '2026-11-18', of('qlda'), 45, 2, { send: false })
}
