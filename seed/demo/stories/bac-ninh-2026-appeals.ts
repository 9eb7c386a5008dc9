import { saveHeadAppraisal } from '../../../src/features/scoring/appraisal/appraisal.actions.ts'
import {
  answerAppeal,
  sendAppeal,
  showAppraisal,
} from '../../../src/features/scoring/fairness/appeal.actions.ts'
import { declareRecusal } from '../../../src/features/scoring/fairness/recusal.actions.ts'
import type { CastUnit } from '../cast.ts'
import type { Pen } from '../steps.ts'

/**
 * The first appraisals of 2026: the head takes points from two units and shows them; one question is answered with
 * other points, one still waits. The deputy does not judge a unit it works with.
 */
export async function tellAppeals(pen: Pen, of: (key: string) => CastUnit): Promise<void> {
  const { teller, head, blocYearId } = pen
  await teller.on('2026-11-18').do('phokhoi', declareRecusal, {
    blocYearId,
    unitId: of('stc').id,
    reason: 'Sở KH&CN và Sở Tài chính cùng làm chủ một nhiệm vụ khoa học năm 2026 (minh họa).',
  })
  const appraise = (key: string, lines: Readonly<Record<string, { points: string; reason: string }>>) =>
    teller
      .on('2026-11-19')
      .do(head, saveHeadAppraisal, { blocYearId, unitId: of(key).id, lines, finish: true })
  await appraise('hq', {
    'I.2.3': { points: '18', reason: 'Ba kiến nghị của doanh nghiệp trả lời quá hạn (minh họa).' },
    'III.2': { points: '20', reason: 'Chưa có quyết định công nhận điển hình tiên tiến (minh họa).' },
  })
  await appraise('ntm', {
    'I.3.5': { points: '12', reason: 'Một sáng kiến chưa có quyết định công nhận (minh họa).' },
  })
  await teller.on('2026-11-20').do(head, showAppraisal, { blocYearId })
  const send = (key: string, on: string, code: string, body: string, askedPoints: string) =>
    teller.on(on).do(of(key).leader, sendAppeal, {
      blocYearId,
      unitId: of(key).id,
      code,
      kind: 'appeal',
      body,
      askedPoints,
    })
  const { appealId } = await send(
    'ntm',
    '2026-11-20',
    'I.3.5',
    'Sáng kiến thứ hai đã có quyết định công nhận cấp tỉnh ngày 12/11/2026 (minh họa).',
    '16',
  )
  await teller.on('2026-11-21').do(head, answerAppeal, {
    blocYearId,
    unitId: of('ntm').id,
    appealId,
    outcome: 'changed',
    points: '15',
    answer: 'Đã xem quyết định; tính thêm sáng kiến thứ hai theo mức cấp tỉnh (minh họa).',
  })
  await send(
    'hq',
    '2026-11-21',
    'III.2',
    'Quyết định công nhận đã gửi kèm báo cáo năm, đề nghị xem lại minh chứng (minh họa).',
    '24',
  )
}
