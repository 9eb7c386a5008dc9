import { sql } from 'kysely'
import type { Site } from '../../../test/support/site.ts'
import type { World } from '../../../test/support/world.ts'
import { saveHeadAppraisal } from './appraisal/appraisal.actions.ts'
import { type SaveSelfScoresInput, saveSelfScores, sendSelfScores } from './sheet/sheet.actions.ts'
import {
  adoptScoreTable,
  createScoreTable,
  freezeScoreTable,
  type TableContent,
} from './table/table.actions.ts'

/** A table of 100 points with one criterion of each usual kind, 5 bonus, 10 penalty. */
export const sampleTable = {
  code: 'bang-2026',
  name: 'Bảng điểm thi đua năm 2026',
  maximum: '100',
  bonusMaximum: '5',
  penaltyMaximum: '10',
  children: [
    {
      code: 'I',
      name: 'Nhiệm vụ chính trị',
      maxPoints: '70',
      children: [
        {
          code: 'I.1',
          name: 'Thực hiện chỉ tiêu được giao',
          maxPoints: '40',
          method: { kind: 'ratio', of: 'attainment' },
        },
        {
          code: 'I.2',
          name: 'Giải quyết hồ sơ đúng hạn',
          maxPoints: '20',
          method: { kind: 'ratio', of: 'share' },
        },
        {
          code: 'I.3',
          name: 'Đổi mới cách làm',
          maxPoints: '10',
          method: { kind: 'judgement', step: '0.5' },
        },
      ],
    },
    {
      code: 'II',
      name: 'Hoạt động của khối',
      maxPoints: '30',
      children: [
        {
          code: 'II.1',
          name: 'Ký giao ước và phát động',
          maxPoints: '10',
          method: {
            kind: 'ownRecord',
            parts: [
              { as: 'flag', record: 'pledgeSigned', points: '5' },
              { as: 'flag', record: 'launched', points: '5' },
            ],
          },
        },
        { code: 'II.2', name: 'Tham gia hội thao', maxPoints: '20', method: { kind: 'yesNo' } },
      ],
    },
    {
      code: 'T',
      name: 'Thưởng cho sáng kiến cấp tỉnh',
      maxPoints: '5',
      side: 'bonus',
      method: { kind: 'bonus', pointPerUnit: '2.5' },
    },
    {
      code: 'P',
      name: 'Trừ cho báo cáo chậm',
      maxPoints: '10',
      side: 'penalty',
      method: { kind: 'penalty', pointPerUnit: '2' },
    },
  ],
} as const

/** Draws up, adopts and freezes the sample table. */
export async function freezeSample(
  site: Site,
  world: World,
  content: Partial<TableContent> = {},
): Promise<void> {
  const { blocYearId } = world
  await site.did('ld1', createScoreTable, { blocYearId, table: sampleTable, ...content })
  await site.did('ld1', adoptScoreTable, { blocYearId, adoptedOn: '2026-03-01', how: 'Hội nghị ký giao ước' })
  await site.did('ld1', freezeScoreTable, { blocYearId })
}

/** A full sheet that comes to `judged` + 70 points, 60 + judged when nobody signed or launched. */
export function fullSheet(judged: string): SaveSelfScoresInput['entries'] {
  return {
    'I.1': { points: '40' },
    'I.2': { inputs: { part: '9', whole: '10' } },
    'I.3': { points: judged },
    'II.2': { inputs: { done: true } },
    T: { inputs: { count: '1' } },
    P: { inputs: { count: '1' } },
  }
}

/** Every unit hands in a full sheet with its own judged points. */
export async function handInAll(
  site: Site,
  world: World,
  judged: readonly [string, string, string, string],
): Promise<void> {
  const { blocYearId } = world
  for (const [index, unitId] of world.unitIds.entries()) {
    const who = `cv${index + 1}`
    await site.did(who, saveSelfScores, { blocYearId, unitId, entries: fullSheet(judged[index] ?? '0') })
    await site.did(who, sendSelfScores, { blocYearId, unitId })
  }
}

/** Head and deputy take every sheet over as it is. */
export async function confirmAll(site: Site, world: World): Promise<void> {
  const { blocYearId } = world
  for (const [index, unitId] of world.unitIds.entries()) {
    await site.did(index === 0 ? 'ld2' : 'ld1', saveHeadAppraisal, {
      blocYearId,
      unitId,
      lines: {},
      finish: true,
    })
  }
}

/** Puts the year into a state. */
export async function moveTo(site: Site, world: World, state: string): Promise<void> {
  await sql`update bloc_year set state = ${state} where id = ${world.blocYearId}`.execute(site.db)
}
