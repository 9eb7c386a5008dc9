import { listVisits, type VisitRow } from '../../../src/features/checks/checks.store.ts'
import {
  answerCorrection,
  askCorrection,
  settleCorrection,
} from '../../../src/features/checks/corrections.actions.ts'
import { recordMinutesSignature, signMinutes } from '../../../src/features/checks/minutes.actions.ts'
import {
  addPlan,
  adoptTeams,
  announcePlan,
  scheduleVisits,
} from '../../../src/features/checks/plans.actions.ts'
import { giveOpinion, observe, recordVisit } from '../../../src/features/checks/visits.actions.ts'
import type { CastUnit } from '../cast.ts'
import type { Pen } from '../steps.ts'

const SIGNER = { signerName: 'Người ký (minh họa)', signerTitle: 'Thủ trưởng đơn vị', capacity: '' } as const
const CONTENTS = [
  'Kết quả thực hiện chỉ tiêu được giao',
  'Hồ sơ minh chứng của bảng tự chấm điểm',
  'Phát động và tuyên truyền phong trào thi đua trong đơn vị',
].join('\n')

/** The day of each visit by unit; the units left out have none yet. */
const DAYS: Readonly<Record<string, string>> = {
  stc: '2026-11-10',
  kcn: '2026-11-10',
  ctk: '2026-11-11',
  qdtpt: '2026-11-12',
  snnmt: '2026-11-16',
  sxd: '2026-11-17',
  skhcn: '2026-11-18',
  hq: '2026-11-20',
  sct: '2026-11-24',
  qlda: '2026-11-25',
  dl: '2026-11-26',
}

type Round = {
  readonly pen: Pen
  readonly visits: ReadonlyMap<string, VisitRow>
  readonly units: readonly CastUnit[]
}

/**
 * The cross-check of November 2026, all filled in: minutes signed, one on paper, one that waits for Sở Xây dựng; a
 * correction settled, one late, one to be looked at; visits still ahead, one of them moved.
 */
export async function tellChecks(
  pen: Pen,
  units: readonly CastUnit[],
  of: (key: string) => CastUnit,
): Promise<void> {
  const { teller, blocYearId } = pen
  const { planId } = await teller.on('2026-10-26').do('thuky', addPlan, {
    blocYearId,
    title: 'Kiểm tra chéo năm 2026',
    purpose: 'Đánh giá thực chất việc thực hiện giao ước thi đua, làm căn cứ thẩm định điểm.',
    contents: CONTENTS,
    startsOn: '2026-11-09',
    endsOn: '2026-11-30',
    basis: 'Kế hoạch kiểm tra của Trưởng khối (minh họa)',
    scoresCross: false,
    file: null,
  })
  await teller.on('2026-10-26').do('thuky', adoptTeams, { planId, teams: 3, name: 'Đoàn số' })
  const proposed = await listVisits(teller.db, { planId })
  const days = new Map(Object.entries(DAYS).map(([key, day]) => [of(key).id, day]))
  await teller.on('2026-10-27').do('thuky', scheduleVisits, {
    planId,
    reason: '',
    visits: proposed.map(({ unitId, teamId }, at) => ({
      unitId,
      teamId,
      plannedOn: days.get(unitId) ?? null,
      plannedAt: at % 2 === 0 ? '08:00' : '14:00',
      place: 'Phòng họp của đơn vị',
    })),
  })
  await teller.on('2026-10-28').do(pen.head, announcePlan, { planId })
  const visits = new Map((await listVisits(teller.db, { planId })).map((visit) => [visit.unitId, visit]))
  const round = { pen, visits, units }
  await tellHeld(round, of)
  const moved = visits.get(of('hq').id)
  if (!moved) return
  await teller.on('2026-11-19').do('thuky', scheduleVisits, {
    planId,
    reason: 'Đơn vị có đoàn công tác của ngành cùng ngày (minh họa).',
    visits: [{ ...moved, plannedOn: '2026-11-27' }],
  })
}

async function tellHeld(round: Round, of: (key: string) => CastUnit): Promise<void> {
  for (const key of ['stc', 'kcn', 'ctk', 'qdtpt', 'snnmt', 'sxd', 'skhcn'] as const) {
    await hold(round, of(key), DAYS[key] ?? '')
  }
  await signBoth(round, of('stc'), '2026-11-10')
  await signBoth(round, of('kcn'), '2026-11-10')
  await ask(round, of('qdtpt'), '2026-11-12', {
    found: 'Chưa có văn bản tổng hợp kết quả cho vay theo quý.',
    body: 'Bổ sung báo cáo kết quả cho vay ba quý, có xác nhận của lãnh đạo Quỹ.',
    dueOn: '2026-11-20',
  })
  await signBoth(round, of('qdtpt'), '2026-11-12')
  await settle(round, of('ctk'))
  await signOnPaper(round, of('ctk'), '2026-11-12')
  await signBoth(round, of('snnmt'), '2026-11-16')
  const visitId = await ask(round, of('sxd'), '2026-11-17', {
    found: 'Hai tiêu chí chưa có minh chứng kèm theo.',
    criterionCode: 'I.1.2',
    body: 'Bổ sung minh chứng của tiêu chí I.1.2 và I.1.5.',
    dueOn: '2026-11-25',
  })
  const { teller } = round.pen
  await teller.on('2026-11-17').do(of('sxd').leader, giveOpinion, {
    visitId,
    opinion: 'Đơn vị nhất trí và sẽ bổ sung minh chứng đúng hạn.',
  })
  await sign(round, of('sxd'), 'team', '2026-11-18')
}

function visitOf({ visits }: Round, unit: CastUnit): VisitRow {
  const visit = visits.get(unit.id)
  if (!visit) throw new Error(`Demo: nobody visits ${unit.name}`)
  return visit
}

function leaderOf({ units }: Round, unitId: string): CastUnit {
  const unit = units.find((one) => one.id === unitId)
  if (!unit) throw new Error(`Demo: no member leads the team ${unitId}`)
  return unit
}

async function hold(round: Round, unit: CastUnit, on: string): Promise<void> {
  const visit = visitOf(round, unit)
  const team = leaderOf(round, visit.leadingUnitId)
  const day = round.pen.teller.on(on)
  await day.do(team.leader, recordVisit, {
    visitId: visit.id,
    heldOn: on,
    heldFrom: visit.plannedAt,
    heldTo: null,
    place: visit.place,
    attendedTeam: 'Đại diện các đơn vị trong đoàn',
    attendedUnit: 'Lãnh đạo và chuyên viên phụ trách thi đua',
    contents: CONTENTS,
  })
  await day.do(team.leader, observe, {
    visitId: visit.id,
    kind: 'strength',
    body: 'Triển khai giao ước nghiêm túc, báo cáo đúng hạn.',
    criterionCode: '',
    indicatorId: null,
  })
}

async function ask(
  round: Round,
  unit: CastUnit,
  on: string,
  what: {
    readonly found: string
    readonly criterionCode?: string
    readonly body: string
    readonly dueOn: string
  },
): Promise<string> {
  const visit = visitOf(round, unit)
  const team = leaderOf(round, visit.leadingUnitId)
  const day = round.pen.teller.on(on)
  await day.do(team.leader, observe, {
    visitId: visit.id,
    kind: 'shortcoming',
    body: what.found,
    criterionCode: what.criterionCode ?? '',
    indicatorId: null,
  })
  await day.do(team.leader, askCorrection, { visitId: visit.id, body: what.body, dueOn: what.dueOn })
  return visit.id
}

/** A correction that was answered and settled within its days. */
async function settle(round: Round, unit: CastUnit): Promise<void> {
  const visitId = await ask(round, unit, '2026-11-11', {
    found: 'Kế hoạch phát động chưa gửi Trưởng khối.',
    body: 'Gửi bản kế hoạch phát động có số, ngày.',
    dueOn: '2026-11-18',
  })
  const { teller, head } = round.pen
  const { id: correctionId } = await teller.db
    .selectFrom('checkCorrection')
    .select('id')
    .where('checkVisitId', '=', visitId)
    .executeTakeFirstOrThrow()
  const at = { visitId, correctionId }
  await teller
    .on('2026-11-16')
    .do(unit.leader, answerCorrection, { ...at, answer: 'Đã gửi kế hoạch.', files: [] })
  await teller
    .on('2026-11-17')
    .do(head, settleCorrection, { ...at, decision: 'settle', verdict: 'Đã nhận đủ.' })
}

async function sign(round: Round, unit: CastUnit, party: 'team' | 'visited', on: string): Promise<void> {
  const visit = visitOf(round, unit)
  const side = party === 'team' ? leaderOf(round, visit.leadingUnitId) : unit
  await round.pen.teller
    .on(on)
    .do(side.leader, signMinutes, { ...SIGNER, visitId: visit.id, unitId: side.id })
}

async function signBoth(round: Round, unit: CastUnit, on: string): Promise<void> {
  await sign(round, unit, 'team', on)
  await sign(round, unit, 'visited', on)
}

async function signOnPaper(round: Round, unit: CastUnit, on: string): Promise<void> {
  const visit = visitOf(round, unit)
  for (const unitId of [visit.leadingUnitId, unit.id]) {
    await round.pen.teller.on(on).do('thuky', recordMinutesSignature, {
      ...SIGNER,
      capacity: 'KT.',
      signerTitle: 'Phó Thủ trưởng đơn vị',
      visitId: visit.id,
      unitId,
      signedOn: on,
      scan: null,
    })
  }
}
