import { proposeUnnamed } from '../../../src/features/awards/propose.actions.ts'
import { appointElected } from '../../../src/features/conferences/elected.actions.ts'
import { addDirection } from '../../../src/features/conferences/report.actions.ts'
import { writeNarrative } from '../../../src/features/results/reports.actions.ts'
import { adoptFinalScores } from '../../../src/features/scoring/appraisal/appraisal.actions.ts'
import { freezeRanking } from '../../../src/features/scoring/ranking/ranking.actions.ts'
import { freezeScoreTable } from '../../../src/features/scoring/table/table.actions.ts'
import { type CastUnit, enterYear } from '../cast.ts'
import { enterIndicators, enterTargets } from '../figures.ts'
import { appraise, enterScoreTable, selfScore } from '../score-table.ts'
import {
  callConference,
  circulate,
  endConference,
  launchInHouse,
  moveYear,
  openHall,
  type Pen,
  pledgeOnPaper,
  propose,
  publishConferenceNews,
  receiveRest,
  registerAll,
  settle,
  takeUp,
} from '../steps.ts'
import type { Storyteller } from '../storyteller.ts'
import { type BacNinh, OFFICER } from './bac-ninh.ts'

const DAY = '2022-11-29'
const FILLED = 'Ghi lại từ bản tin; bước này không có trong tài liệu gốc (minh họa).'

/** Points each unit loses, in the order of the ranking that agrees with the printed awards; two are equal. */
const lostByRank = [14, 18.5, 21, 26, 30.5, 34, 41, 41, 47, 52.5, 60, 72]
const rankOrder = [
  'stttt',
  'sct',
  'qdtpt',
  'kcn',
  'skhcn',
  'stc',
  'sxd',
  'sgtvt',
  'ctk',
  'stnmt',
  'snnptnt',
  'skhdt',
]

/**
 * Bắc Ninh 2022: twelve units by their pledge register, consensus on one flag of the Government, two of the province
 * and three certificates whose units are not named, the next head elected. Scores and ranking are filled in, in accord
 * with the printed awards.
 */
export async function tellBacNinh2022(
  teller: Storyteller,
  { bloc, of, members2022: members }: BacNinh,
): Promise<void> {
  const head = of('skhdt')
  const deputy = of('stc')
  const blocYearId = await enterYear(
    teller.on('2022-01-10'),
    OFFICER,
    bloc,
    2022,
    { unit: head, said: false, how: 'elected' },
    { unit: deputy, said: false, how: 'elected' },
  )
  const pen: Pen = { teller, head: head.leader, blocYearId }
  const filled: Pen = { ...pen, teller: teller.filledIn }
  await tellSetUp(pen, filled, members)
  await tellScores(filled, of, { head, deputy })
  await tellConference(pen, filled, of, members)
  await receiveRest(filled, DAY, members, [
    'targets',
    'mid_report',
    'year_report',
    'evidence',
    'cross_check',
    'achievement_report',
  ])
}

async function tellSetUp(pen: Pen, filled: Pen, members: readonly CastUnit[]): Promise<void> {
  for (const [kind, title] of [
    ['regulation', 'Quy chế hoạt động của khối năm 2022'],
    ['score_table', 'Bảng tiêu chí chấm điểm năm 2022'],
    ['pledge', 'Dự thảo giao ước thi đua năm 2022'],
  ] as const) {
    await circulate(filled, {
      kind,
      title,
      body: 'Bản dự thảo gửi các đơn vị góp ý; nội dung do khối soạn.',
      circulatedOn: '2022-01-20',
      dueOn: '2022-02-20',
      adoptedOn: '2022-03-01',
      note: 'Thông qua tại hội nghị ký giao ước',
      agreed: members.slice(0, 8),
    })
  }
  await enterScoreTable(filled, 2022, { drawn: '2022-01-20', adopted: '2022-03-01' })
  await registerAll(
    { ...pen, teller: pen.teller.filledIn },
    '2022-02-25',
    members.map((unit, index) => ({
      unit,
      governmentFlag: index === 0,
      flag: index < 4,
      certificate: index < 9,
    })),
  )
  await moveYear(filled, [['setup', '2022-03-01']], FILLED)
  await pledgeOnPaper(
    filled,
    {
      title: 'Giao ước thi đua năm 2022',
      preamble: 'Mười hai đơn vị trong khối cùng giao ước:',
      contents: [
        'Hoàn thành mục tiêu, nhiệm vụ năm 2022 theo bản đăng ký giao ước.',
        'Quản lý tốt công nghiệp, thương mại, dịch vụ, nông nghiệp, tài nguyên, giao thông vận tải.',
        'Bảo vệ môi trường, xây dựng nông thôn mới, đô thị văn minh; đẩy mạnh cải cách hành chính.',
      ],
      signedOn: '2022-03-02',
    },
    members,
  )
  const movementId = await takeUp(
    filled,
    '2022-03-02',
    null,
    'Thi đua hoàn thành nhiệm vụ phát triển kinh tế - xã hội năm 2022',
  )
  await launchInHouse(filled, '2022-03-15', movementId, members)
  await moveYear(
    filled,
    [
      ['pledging', '2022-03-16'],
      ['running', '2022-10-31'],
    ],
    FILLED,
  )
}

async function tellScores(
  filled: Pen,
  of: (key: string) => CastUnit,
  lead: { head: CastUnit; deputy: CastUnit },
): Promise<void> {
  await filled.teller.on('2022-10-31').do(filled.head, freezeScoreTable, { blocYearId: filled.blocYearId })
  for (const [rank, key] of rankOrder.entries()) {
    const generous = rank % 3 === 1 ? 1.5 : 0
    await selfScore(filled, '2022-11-08', of(key), lostByRank[rank] ?? 0, rank * 3, { generous })
  }
  await moveYear(filled, [['scoring', '2022-11-10']], FILLED)
  for (const [rank, key] of rankOrder.entries()) {
    const unit = of(key)
    const who = unit.id === lead.head.id ? lead.deputy.leader : lead.head.leader
    const generous = rank % 3 === 1 ? 1.5 : 0
    await appraise(filled, '2022-11-18', who, unit, lostByRank[rank] ?? 0, rank * 3, generous)
  }
  await moveYear(filled, [['appraisal', '2022-11-22']], FILLED)
}

async function tellConference(
  pen: Pen,
  filled: Pen,
  of: (key: string) => CastUnit,
  members: readonly CastUnit[],
): Promise<void> {
  const { head, blocYearId } = pen
  const on = pen.teller.on(DAY)
  await pen.teller.on('2022-11-25').do(head, writeNarrative, {
    blocYearId,
    unitId: null,
    fieldCode: null,
    part: 'context',
    period: '',
    body: 'Phong trào thi đua trong khối được duy trì đều bằng nhiều hình thức; các đơn vị cơ bản hoàn thành mục tiêu theo bản đăng ký giao ước, một số chỉ tiêu vượt mức.',
  })
  const conferenceId = await callConference(pen, '2022-11-22', {
    kind: 'year_end',
    title:
      'Hội nghị tổng kết công tác thi đua, khen thưởng năm 2022; triển khai phương hướng, nhiệm vụ năm 2023',
    heldOn: DAY,
    agenda: ['Báo cáo tổng kết năm 2022', 'Bình xét thi đua', 'Bầu Trưởng khối năm 2023'],
  })
  await openHall(filled, DAY, conferenceId, members)
  await filled.teller
    .on(DAY)
    .do(head, adoptFinalScores, { blocYearId, how: 'Hội nghị tổng kết ngày 29/11/2022 (minh họa)' })
  await filled.teller.on(DAY).do(head, freezeRanking, { blocYearId })
  await tellAwards(pen, filled, of, conferenceId, members.length)
  for (const body of [
    'Xây dựng tổ chức cơ sở Đảng trong sạch, vững mạnh.',
    'Thực hiện Kế hoạch phát triển kinh tế - xã hội và dự toán ngân sách nhà nước năm 2023.',
  ]) {
    await on.do(head, addDirection, { conferenceId, body, aimValue: null, aimUnit: '', forYear: 2023 })
  }
  await on.do(head, addDirection, {
    conferenceId,
    body: 'Phấn đấu 100% các đơn vị trong khối hoàn thành tốt nhiệm vụ được giao',
    aimValue: '100',
    aimUnit: '% đơn vị',
    forYear: 2023,
  })
  const pollId = await settle(filled, DAY, conferenceId, {
    purpose: 'head',
    forYear: 2023,
    method: 'hands',
    chosen: [of('kcn')],
    present: members.length,
  })
  await on.do(head, appointElected, {
    pollId,
    fromDate: '2023-01-01',
    personName: '',
    personTitle: '',
    basis: '',
  })
  await endConference(
    pen,
    DAY,
    conferenceId,
    'Các đơn vị thống nhất kết quả bình xét và mục tiêu phấn đấu năm 2023.',
  )
  await tellAim(pen, filled)
  await publishConferenceNews(pen, '2022-11-30', conferenceId, {
    source: 'Báo Bắc Ninh',
    at: '2022-11-30T08:30',
    views: 169,
  })
}

async function tellAwards(
  pen: Pen,
  filled: Pen,
  of: (key: string) => CastUnit,
  conferenceId: string,
  present: number,
): Promise<void> {
  const { head, blocYearId } = pen
  const reason = ''
  const certificates = [of('kcn'), of('skhcn'), of('stc')]
  const flags = [of('sct'), of('qdtpt')]
  const consensus = { method: 'consensus', purpose: 'award', present } as const
  await settle(filled, DAY, conferenceId, {
    ...consensus,
    awardCode: 'bang_khen_chu_tich_tinh',
    chosen: certificates,
  })
  await settle(pen, DAY, conferenceId, { ...consensus, awardCode: 'co_ubnd_tinh', chosen: flags })
  await settle(pen, DAY, conferenceId, { ...consensus, awardCode: 'co_chinh_phu', chosen: [of('stttt')] })
  await propose(pen, DAY, 'co_chinh_phu', 'Cờ thi đua của Chính phủ', [of('stttt')], reason)
  await propose(pen, DAY, 'co_ubnd_tinh', 'Cờ thi đua của UBND tỉnh', flags, reason)
  await pen.teller.on(DAY).do(head, proposeUnnamed, {
    blocYearId,
    awardCode: 'bang_khen_chu_tich_tinh',
    count: 3,
    printedWording: 'Bằng khen của Chủ tịch UBND tỉnh',
    mode: 'consensus',
    departureReason: reason,
    overrideReason: reason,
    proposedOn: DAY,
  })
}

/** The one aim in numbers that the document prints for 2023. */
async function tellAim(pen: Pen, filled: Pen): Promise<void> {
  const indicators = await enterIndicators(pen.teller.on(DAY), pen.head, { blocYearId: pen.blocYearId }, [
    {
      code: 'hoan-thanh-tot',
      name: 'tỷ lệ đơn vị hoàn thành tốt nhiệm vụ',
      unit: '%',
      field: 'administration',
      kind: 'share',
      decimals: 0,
    },
  ])
  await enterTargets(
    filled.teller.on(DAY),
    pen.head,
    { blocYearId: pen.blocYearId, unitId: null },
    indicators,
    [
      {
        code: 'hoan-thanh-tot',
        kind: 'at_least',
        value: '100',
        unitOfMeasure: '%',
        printed: '100% đơn vị hoàn thành tốt nhiệm vụ',
        setBy: 'own',
      },
    ],
  )
}
