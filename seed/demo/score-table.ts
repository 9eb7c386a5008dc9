import { classPresets, defaultRankingRules, type RankingRules } from '../../src/domain/ranking/index.ts'
import { saveHeadAppraisal } from '../../src/features/scoring/appraisal/appraisal.actions.ts'
import { saveSelfScores, sendSelfScores } from '../../src/features/scoring/sheet/sheet.actions.ts'
import {
  adoptScoreTable,
  createScoreTable,
  freezeScoreTable,
} from '../../src/features/scoring/table/table.actions.ts'
import type { CastUnit } from './cast.ts'
import type { Pen } from './steps.ts'

type Leaf = readonly [name: string, maxPoints: number]

/** The illustrative table of 1.000 points: 35 criteria, a bonus and a penalty beside them. */
const groups: readonly { readonly code: string; readonly name: string; readonly leaves: readonly Leaf[] }[] =
  [
    {
      code: 'I.1',
      name: 'Chỉ tiêu kinh tế - xã hội được giao',
      leaves: [
        ['Chỉ tiêu UBND tỉnh giao', 60],
        ['Chỉ tiêu theo chương trình hành động của Tỉnh ủy', 60],
        ['Chỉ tiêu tự đăng ký trong giao ước', 60],
        ['Tiến độ các nhiệm vụ trọng tâm', 40],
        ['Giải ngân, dự toán được giao', 40],
        ['Chất lượng tham mưu văn bản', 40],
      ],
    },
    {
      code: 'I.2',
      name: 'Nhiệm vụ chuyên môn của ngành',
      leaves: [
        ['Kế hoạch công tác năm', 25],
        ['Thanh tra, kiểm tra chuyên ngành', 25],
        ['Giải quyết kiến nghị của doanh nghiệp, người dân', 25],
        ['Tiếp công dân, giải quyết khiếu nại, tố cáo', 25],
        ['Quản lý tài chính, tài sản công', 25],
        ['Phòng, chống tham nhũng, lãng phí', 25],
        ['Tuyên truyền, phổ biến pháp luật', 25],
        ['Thống kê, báo cáo ngành', 25],
      ],
    },
    {
      code: 'I.3',
      name: 'Cải cách hành chính, chuyển đổi số',
      leaves: [
        ['Chỉ số cải cách hành chính', 25],
        ['Hồ sơ giải quyết đúng hạn', 25],
        ['Dịch vụ công trực tuyến', 20],
        ['Chữ ký số, văn bản điện tử', 15],
        ['Sáng kiến, đề tài được công nhận', 20],
        ['Kỷ luật, kỷ cương hành chính', 15],
      ],
    },
    {
      code: 'I.4',
      name: 'Phối hợp trong khối và với địa phương',
      leaves: [
        ['Phối hợp với các đơn vị trong khối', 20],
        ['Xây dựng nông thôn mới, đô thị văn minh', 20],
        ['An sinh xã hội', 20],
        ['Bảo vệ môi trường', 20],
      ],
    },
    {
      code: 'II',
      name: 'Xây dựng Đảng, chính quyền, đoàn thể',
      leaves: [
        ['Tổ chức đảng trong sạch, vững mạnh', 40],
        ['Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh', 30],
        ['Dân chủ cơ sở', 30],
        ['Công đoàn, đoàn thể', 25],
        ['Đoàn kết nội bộ', 25],
      ],
    },
    {
      code: 'III',
      name: 'Công tác thi đua, khen thưởng',
      leaves: [
        ['Kế hoạch, văn bản chỉ đạo thi đua', 25],
        ['Điển hình tiên tiến, người tốt việc tốt', 25],
        ['Sơ kết, tổng kết, khen thưởng kịp thời', 25],
        ['Khen thưởng người trực tiếp lao động', 25],
        ['Tham gia hoạt động chung của khối', 25],
      ],
    },
  ]

const DISCIPLINE = 'III.6'

type LeafEntry = { readonly code: string; readonly max: number }

/** The criteria that people judge, in order. */
export const judged: readonly LeafEntry[] = groups.flatMap((group) =>
  group.leaves.map(([, max], index) => ({ code: `${group.code}.${index + 1}`, max })),
)

/** The table as the scoring topic reads it; its discipline points come from the bloc's own record. */
export function scoreTable(year: number): unknown {
  const section = (code: string) => {
    const group = groups.find((one) => one.code === code)
    const leaves = (group?.leaves ?? []).map(([name, max], index) => ({
      code: `${code}.${index + 1}`,
      name,
      maxPoints: String(max),
      method: { kind: 'judgement', step: '0.5' },
    }))
    const own =
      code === 'III'
        ? [
            {
              code: DISCIPLINE,
              name: 'Đăng ký, ký giao ước, phát động tại đơn vị',
              maxPoints: '25',
              method: {
                kind: 'ownRecord',
                parts: [
                  { as: 'flag', record: 'registered', points: '5' },
                  { as: 'flag', record: 'pledgeSigned', points: '10' },
                  { as: 'flag', record: 'launched', points: '10' },
                ],
              },
            },
          ]
        : []
    const children = [...leaves, ...own]
    const maxPoints = String(children.reduce((sum, leaf) => sum + Number(leaf.maxPoints), 0))
    return { code, name: group?.name ?? code, maxPoints, children }
  }
  const political = ['I.1', 'I.2', 'I.3', 'I.4'].map(section)
  const maxOf = (parts: readonly { readonly maxPoints: string }[]) =>
    String(parts.reduce((sum, part) => sum + Number(part.maxPoints), 0))
  return {
    code: `bang-${year}`,
    name: `Bảng tiêu chí chấm điểm thi đua năm ${year}`,
    maximum: '1000',
    bonusMaximum: '20',
    penaltyMaximum: '20',
    children: [
      { code: 'I', name: 'Thực hiện nhiệm vụ chính trị', maxPoints: maxOf(political), children: political },
      section('II'),
      section('III'),
      {
        code: 'T',
        name: 'Điểm thưởng: sáng kiến cấp tỉnh',
        maxPoints: '20',
        side: 'bonus',
        method: { kind: 'bonus', pointPerUnit: '5' },
      },
      {
        code: 'P',
        name: 'Điểm trừ: báo cáo chậm',
        maxPoints: '20',
        side: 'penalty',
        method: { kind: 'penalty', pointPerUnit: '2' },
      },
    ],
  }
}

const [canTho] = classPresets

/** Illustrative rules: the usual bars, classes by percent as one province has them, equal places stay equal. */
const rankingRules: RankingRules = {
  ...defaultRankingRules,
  ...canTho?.rules,
  bars: [
    ...defaultRankingRules.bars,
    ...(canTho?.rules.bars ?? []).filter(({ when }) => when !== 'noSelfScore'),
  ],
}

/** Drawn up, adopted by the members, frozen. */
export async function enterScoreTable(
  { teller, head, blocYearId }: Pen,
  year: number,
  days: { drawn: string; adopted: string; frozen?: string },
): Promise<void> {
  await teller.on(days.drawn).do(head, createScoreTable, {
    blocYearId,
    table: scoreTable(year),
    ranking: rankingRules,
  })
  await teller.on(days.adopted).do(head, adoptScoreTable, {
    blocYearId,
    adoptedOn: days.adopted,
    how: 'Hội nghị ký giao ước (minh họa)',
  })
  if (days.frozen) await teller.on(days.frozen).do(head, freezeScoreTable, { blocYearId })
}

/**
 * Points of a unit that loses `lost` points in all, spread over the criteria from a place on; deterministic, in half
 * points. `generous` adds what the unit gives itself too much.
 */
export function pointsLosing(lost: number, from: number, generous = 0): Record<string, { points: string }> {
  let rest = lost
  const entries: Record<string, { points: string }> = {}
  for (let index = 0; index < judged.length; index++) {
    const leaf = judged[(index + from) % judged.length] as LeafEntry
    const share = Math.min(rest, Math.max(0.5, Math.round(leaf.max * 0.2) / 2))
    rest -= share
    entries[leaf.code] = { points: String(leaf.max - share) }
  }
  if (generous > 0) {
    const code =
      Object.keys(entries).find((one) => Number(entries[one]?.points) + generous <= maxOf(one)) ?? ''
    entries[code] = { points: String(Number(entries[code]?.points) + generous) }
  }
  return entries
}

function maxOf(code: string): number {
  return judged.find((leaf) => leaf.code === code)?.max ?? 0
}

/** A unit scores itself and hands the sheet in. */
export async function selfScore(
  { teller, blocYearId }: Pen,
  on: string,
  unit: CastUnit,
  lost: number,
  from: number,
  options: {
    readonly generous?: number
    readonly send?: boolean
    readonly who?: string
    readonly channel?: 'screen' | 'paper'
  } = {},
): Promise<void> {
  const day = teller.on(on)
  const who = options.who ?? unit.leader
  const channel = options.channel ?? 'screen'
  await day.do(who, saveSelfScores, {
    blocYearId,
    unitId: unit.id,
    entries: pointsLosing(lost, from, options.generous ?? 0),
    channel,
  })
  if (options.send ?? true) await day.do(who, sendSelfScores, { blocYearId, unitId: unit.id, channel })
}

/** Head (or deputy, for the head's own unit) appraises: what the unit gave itself too much is taken back with a reason. */
export async function appraise(
  { teller, blocYearId }: Pen,
  on: string,
  who: string,
  unit: CastUnit,
  lost: number,
  from: number,
  generous: number,
): Promise<void> {
  const fair = pointsLosing(lost, from)
  const own = pointsLosing(lost, from, generous)
  const lines = Object.fromEntries(
    Object.entries(fair)
      .filter(([code, { points }]) => own[code]?.points !== points)
      .map(([code, { points }]) => [
        code,
        { points, reason: 'Minh chứng chưa đủ cho toàn bộ số điểm tự chấm (minh họa).' },
      ]),
  )
  await teller.on(on).do(who, saveHeadAppraisal, { blocYearId, unitId: unit.id, lines, finish: true })
}
