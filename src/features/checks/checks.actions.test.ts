import { describe, expect, it } from 'vitest'
import { addSecondBloc } from '../../../test/support/second-bloc.ts'
import { openSite } from '../../../test/support/site.ts'
import { buildWorld } from '../../../test/support/world.ts'
import { currentMinutes, type VisitRecord } from '../../records/visit-record.ts'
import { findVisit } from '../../records/visits.store.ts'
import { findStep } from '../../steps/steps.store.ts'
import { listVisits } from './checks.store.ts'
import { answerCorrection, askCorrection, dropCorrection, settleCorrection } from './corrections.actions.ts'
import { recordMinutesSignature, signMinutes } from './minutes.actions.ts'
import {
  addPlan,
  addTeam,
  adoptTeams,
  announcePlan,
  discardPlan,
  reviseTeam,
  scheduleVisits,
} from './plans.actions.ts'
import { cancelCheckVisit, dropObservation, giveOpinion, observe, recordVisit } from './visits.actions.ts'

describe('a round of checks', async () => {
  const site = await openSite('2026-11-10')
  const world = await buildWorld(site, { year: 2026, state: 'running' })
  const [head, deputy, third, fourth] = world.unitIds
  const { blocYearId } = world
  const text = {
    title: 'Kiểm tra chéo năm 2026',
    purpose: 'Đánh giá việc thực hiện giao ước',
    contents: 'Chỉ tiêu\nMinh chứng',
    startsOn: '2026-11-01',
    endsOn: '2026-11-20',
    basis: 'Kế hoạch số 100/KH-KTĐ',
    scoresCross: true,
    file: null,
  } as const
  const { planId } = await site.did('thuky', addPlan, { ...text, blocYearId })
  await site.did('thuky', adoptTeams, { planId, teams: 4, name: 'Đoàn số' })
  const visits = async () => new Map((await listVisits(site.db, { planId })).map((one) => [one.unitId, one]))
  const visitTo = async (unitId: string): Promise<VisitRecord> => {
    const id = (await visits()).get(unitId)?.id
    const visit = id ? await findVisit(site.db, id) : undefined
    if (!visit) throw new Error('no such visit')
    return visit
  }
  const line = (unitId: string, teamId: string | null, plannedOn: string | null) => ({
    unitId,
    teamId,
    plannedOn,
    plannedAt: '08:00',
    place: 'Phòng họp',
  })

  it('is proposed as teams in a circle: each unit is visited once, by the unit before it', async () => {
    const found = await visits()
    expect([...found.keys()].toSorted()).toEqual([...world.unitIds].toSorted())
    expect(found.get(deputy)?.leadingUnitId).toBe(head)
    expect(found.get(head)?.leadingUnitId).toBe(fourth)
  })

  it('is no business of members before it is announced', async () => {
    const member = await site.browse('ld3')
    expect((await member.get(world.at('kiem-tra', 'ke-hoach', planId))).status).toBe(404)
    expect((await member.get(world.at('kiem-tra'))).text).not.toContain(text.title)
    expect(await site.act('ld3', announcePlan, { planId })).toMatchObject({
      error: { code: 'not_your_role' },
    })
  })

  it('refuses a team that would visit a unit of its own, a leader from outside, and days that run backwards', async () => {
    const team = { planId, name: 'Đoàn khác', leadingUnitId: head, unitIds: [head, third], persons: [] }
    expect(await site.act('thuky', addTeam, { ...team, leadingUnitId: fourth })).toMatchObject({
      error: { fields: { leadingUnitId: { code: 'check_leader_not_of_team' } } },
    })
    expect(await site.act('thuky', addTeam, { ...team, name: 'Đoàn số 1' })).toMatchObject({
      error: { fields: { name: { code: 'check_team_name_taken' } } },
    })
    const own = (await visits()).get(deputy)
    if (!own) throw new Error('nobody visits the deputy')
    expect(
      await site.act('thuky', scheduleVisits, {
        planId,
        visits: [line(head, own.teamId, null)],
        reason: '',
      }),
    ).toMatchObject({ error: { fields: { [`team.${head}`]: { code: 'check_team_visits_itself' } } } })
    expect(
      await site.act('thuky', reviseTeam, {
        ...team,
        name: 'Đoàn số 1',
        unitIds: [head, deputy],
        teamId: own.teamId,
        version: 1,
      }),
    ).toMatchObject({ error: { fields: { units: { code: 'check_team_visits_itself' } } } })
    expect(
      await site.act('thuky', addPlan, { ...text, blocYearId, startsOn: '2026-11-20', endsOn: '2026-11-01' }),
    ).toMatchObject({ error: { fields: { endsOn: { code: 'check_plan_period_ordered' } } } })
  })

  it('is announced, and from then on a move takes a reason and nobody is dropped in silence', async () => {
    const before = await visits()
    const team = (unitId: string) => before.get(unitId)?.teamId ?? ''
    const days = [deputy, third, fourth].map((unitId) => line(unitId, team(unitId), '2026-11-09'))
    await site.did('thuky', scheduleVisits, { planId, visits: days, reason: '' })
    expect(await site.did('ld1', announcePlan, { planId })).toEqual({ visits: 4 })
    const moved = [line(fourth, team(fourth), '2026-11-12')]
    expect(await site.act('thuky', scheduleVisits, { planId, visits: moved, reason: '' })).toMatchObject({
      error: { fields: { reason: { code: 'reason_required' } } },
    })
    await site.did('thuky', scheduleVisits, { planId, visits: moved, reason: 'Trùng lịch họp của tỉnh' })
    expect(await visitTo(fourth)).toMatchObject({ movedFrom: '2026-11-09', plannedOn: '2026-11-12' })
    const dropped = [line(fourth, null, null)]
    expect(await site.act('thuky', scheduleVisits, { planId, visits: dropped, reason: 'x' })).toMatchObject({
      error: { fields: { [`team.${fourth}`]: { code: 'check_visit_cancel_instead' } } },
    })
    expect(await site.act('ld1', discardPlan, { planId })).toMatchObject({
      error: { code: 'check_plan_announced' },
    })
    expect((await (await site.browse('ld3')).get(world.at('lich.ics'))).text).toContain(
      'Quỹ Đầu tư phát triển',
    )
  })

  it('assigns the cross-check of scores in one place: the teams that visit', async () => {
    const { listAssignments } = await import('../scoring/scores.store.ts')
    const { assignAppraisers } = await import('../scoring/appraisal/appraisal.actions.ts')
    expect((await listAssignments(site.db, blocYearId)).filter((one) => one.unitId === third)).toEqual([
      { layer: 'cross', unitId: third, appraiserUnitId: deputy },
    ])
    expect(
      await site.act('thuky', assignAppraisers, { blocYearId, layer: 'cross', assignments: [] }),
    ).toMatchObject({ error: { code: 'cross_assigned_by_teams' } })
  })

  const held = {
    heldOn: '2026-11-09',
    heldFrom: '08:00',
    heldTo: '11:30',
    place: 'Phòng họp',
    attendedTeam: 'Người A, Phó Giám đốc',
    attendedUnit: 'Người B, Giám đốc',
    contents: 'Chỉ tiêu\nMinh chứng',
  } as const

  it('is recorded by the team, never by the visited unit and not by a third', async () => {
    const { id: visitId } = await visitTo(third)
    expect(await site.act('ld3', recordVisit, { ...held, visitId })).toMatchObject({
      error: { code: 'check_own_unit' },
    })
    expect(await site.act('cv4', recordVisit, { ...held, visitId })).toMatchObject({
      error: { code: 'check_not_of_team' },
    })
    expect(await site.act('cv2', recordVisit, { ...held, visitId, heldOn: '2026-11-11' })).toMatchObject({
      error: { fields: { heldOn: { code: 'check_held_in_future' } } },
    })
    expect(await site.act('cv2', recordVisit, { ...held, visitId, heldTo: '07:00' })).toMatchObject({
      error: { fields: { heldTo: { code: 'check_visit_hours_ordered' } } },
    })
    await site.did('cv2', recordVisit, { ...held, visitId })
    const own = (await visitTo(head)).id
    expect(await site.act('ld1', observe, { ...seen, visitId: own })).toMatchObject({
      error: { code: 'check_own_unit' },
    })
  })

  const seen = { kind: 'shortcoming', body: 'Thiếu phụ lục', criterionCode: '', indicatorId: null } as const

  it('finds strengths and shortcomings and asks for corrections by a day after the visit', async () => {
    const { id: visitId } = await visitTo(third)
    await site.did('cv2', observe, { ...seen, visitId, kind: 'strength', body: 'Hồ sơ gọn' })
    const { observationId } = await site.did('cv2', observe, { ...seen, visitId })
    expect(await site.act('cv2', observe, { ...seen, visitId, criterionCode: '9.9' })).toMatchObject({
      error: { fields: { criterionCode: { code: 'choice_required' } } },
    })
    await site.did('cv2', dropObservation, { visitId, observationId })
    await site.did('cv2', observe, { ...seen, visitId })
    const correction = { visitId, body: 'Bổ sung phụ lục', dueOn: '2026-11-08' }
    expect(await site.act('cv2', askCorrection, correction)).toMatchObject({
      error: { fields: { dueOn: { code: 'check_due_before_visit' } } },
    })
    await site.did('cv2', askCorrection, { ...correction, dueOn: '2026-11-20' })
    const { correctionId } = await site.did('cv2', askCorrection, {
      ...correction,
      body: 'Nhầm',
      dueOn: '2026-11-20',
    })
    await site.did('cv2', dropCorrection, { visitId, correctionId })
    await site.did('cv3', giveOpinion, { visitId, opinion: 'Nhất trí.' })
  })

  const signer = { signerName: 'Người ký', signerTitle: 'Giám đốc', capacity: '' } as const

  it('is hidden from other members until both sides have signed, in the page and as a file', async () => {
    const { id: visitId } = await visitTo(third)
    const page = world.at('kiem-tra', 'cuoc', visitId)
    const file = world.at('van-ban', 'kiem-tra', visitId, 'docx')
    for (const name of ['cv2', 'cv3', 'ld1', 'tinh']) {
      expect((await (await site.browse(name)).get(page)).text).toContain('Thiếu phụ lục')
    }
    const other = await site.browse('cv4')
    expect((await other.get(page)).text).not.toContain('Thiếu phụ lục')
    expect((await other.get(file)).status).toBe(404)
    const refused = await other.post(world.at('kiem-tra', 'cuoc', visitId, 'ket-qua'), {
      ...held,
      version: '1',
    })
    expect(refused.text).not.toContain('Người B')
    expect((await (await site.browse('cv3')).get(file)).status).toBe(200)
  })

  it('is signed by the leader of each side; the first signature freezes what the second signs', async () => {
    const { id: visitId } = await visitTo(third)
    expect(await site.act('cv3', signMinutes, { ...signer, visitId, unitId: third })).toMatchObject({
      error: { code: 'not_your_role' },
    })
    expect(await site.act('ld1', signMinutes, { ...signer, visitId, unitId: head })).toMatchObject({
      error: { code: 'not_found' },
    })
    expect(await site.did('ld3', signMinutes, { ...signer, visitId, unitId: third })).toEqual({
      complete: false,
    })
    expect(await site.act('ld3', signMinutes, { ...signer, visitId, unitId: third })).toMatchObject({
      error: { code: 'check_signed_once' },
    })
    const frozen = currentMinutes(await visitTo(third))
    expect(frozen?.fingerprint).toMatch(/^[0-9a-f]{64}$/)
    expect(frozen?.content).toMatchObject({ visited: 'Sở Tài chính', opinion: 'Nhất trí.' })
    expect(await site.did('ld2', signMinutes, { ...signer, visitId, unitId: deputy })).toEqual({
      complete: true,
    })
    expect(await visitTo(third)).toMatchObject({ signedOn: '2026-11-10' })
    expect(await findStep(site.db, blocYearId, third, 'cross_check')).toMatchObject({ state: 'accepted' })
    expect((await (await site.browse('cv4')).get(world.at('kiem-tra', 'cuoc', visitId))).text).toContain(
      'Thiếu phụ lục',
    )
  })

  it('asks for both signatures again when anything signed changes, with the reason; the old version stays', async () => {
    const { id: visitId } = await visitTo(third)
    expect(await site.act('cv2', observe, { ...seen, visitId, body: 'Bổ sung' })).toMatchObject({
      error: { fields: { changeReason: { code: 'check_change_reason_required' } } },
    })
    expect(await site.act('cv3', giveOpinion, { visitId, opinion: 'Không nhất trí.' })).toMatchObject({
      error: { fields: { changeReason: { code: 'check_change_reason_required' } } },
    })
    const change = { ...seen, visitId, body: 'Bổ sung', changeReason: 'Sót một ý' }
    await site.did('cv2', observe, change)
    const visit = await visitTo(third)
    expect(visit).toMatchObject({ signedOn: null, minutesVersion: 2 })
    expect(currentMinutes(visit)).toBeUndefined()
    expect(visit.minutes[0]?.signatures).toHaveLength(2)
    expect(await findStep(site.db, blocYearId, third, 'cross_check')).toMatchObject({ state: 'draft' })
  })

  it('may be signed on paper: who, in what capacity, on which day, recorded by whom, with the scan', async () => {
    const { id: visitId } = await visitTo(third)
    const paper = {
      ...signer,
      visitId,
      capacity: 'KT.',
      signerTitle: 'Phó Giám đốc',
      signedOn: '2026-11-10',
      scan: null,
    } as const
    expect(
      await site.act('thuky', recordMinutesSignature, { ...paper, unitId: third, signedOn: '2026-11-08' }),
    ).toMatchObject({ error: { fields: { signedOn: { code: 'check_signed_before_visit' } } } })
    await site.did('thuky', recordMinutesSignature, { ...paper, unitId: third })
    await site.did('ld2', signMinutes, { ...signer, visitId, unitId: deputy })
    const visit = await visitTo(third)
    const minutes = currentMinutes(visit)
    expect(minutes).toMatchObject({ versionNumber: 2, changeReason: 'Sót một ý' })
    expect(minutes?.signatures[0]).toMatchObject({
      capacity: 'KT.',
      channel: 'paper',
      recordedByName: 'Thư ký khối',
    })
    expect(minutes?.fingerprint).not.toBe(visit.minutes[1]?.fingerprint)
    expect(await findStep(site.db, blocYearId, third, 'cross_check')).toMatchObject({
      state: 'accepted',
      channel: 'paper',
    })
  })

  it('has corrections that the unit answers with files and the team returns or settles, without touching what was signed', async () => {
    const before = await visitTo(third)
    const [correction] = before.corrections
    const at = { visitId: before.id, correctionId: correction?.id ?? '' }
    expect(await site.act('cv2', settleCorrection, { ...at, decision: 'settle', verdict: '' })).toMatchObject(
      {
        error: { code: 'check_correction_not_answered' },
      },
    )
    const file = { name: 'phu-luc.txt', bytes: new TextEncoder().encode('Phụ lục.') }
    await site.did('cv3', answerCorrection, { ...at, answer: 'Đã bổ sung.', files: [file] })
    expect(await site.act('ld3', settleCorrection, { ...at, decision: 'settle', verdict: '' })).toMatchObject(
      {
        error: { code: 'check_own_unit' },
      },
    )
    expect(await site.act('cv2', settleCorrection, { ...at, decision: 'return', verdict: '' })).toMatchObject(
      {
        error: { fields: { verdict: { code: 'reason_required' } } },
      },
    )
    await site.did('cv2', settleCorrection, { ...at, decision: 'return', verdict: 'Thiếu biểu 2' })
    await site.did('thuky', answerCorrection, { ...at, answer: 'Đã bổ sung biểu 2.', files: [] })
    await site.did('ld1', settleCorrection, { ...at, decision: 'settle', verdict: '' })
    const after = await visitTo(third)
    expect(after.corrections[0]).toMatchObject({
      state: 'settled',
      answeredOnBehalf: true,
      settledOn: '2026-11-10',
    })
    expect(after.corrections[0]?.files).toHaveLength(1)
    expect(currentMinutes(after)?.fingerprint).toBe(currentMinutes(before)?.fingerprint)
  })

  it('lists a visit that will not take place with its reason, and counts it no longer', async () => {
    const { id: visitId } = await visitTo(fourth)
    expect(await site.act('thuky', cancelCheckVisit, { visitId, reason: '' })).toMatchObject({
      error: { fields: { reason: { code: 'reason_required' } } },
    })
    await site.did('thuky', cancelCheckVisit, { visitId, reason: 'Đơn vị giải thể' })
    const { text: shown } = await (await site.browse('ld3')).get(world.at('kiem-tra'))
    expect(shown).toContain('không tiến hành')
    expect(shown).toContain('1/3')
  })

  it('reaches board, to-dos and reminders of those it concerns', async () => {
    site.clock.now = new Date('2026-11-25T12:00:00+07:00')
    const { id: visitId } = await visitTo(deputy)
    await site.did('cv1', recordVisit, { ...held, visitId })
    await site.did('cv1', askCorrection, { visitId, body: 'Công khai kết quả', dueOn: '2026-11-20' })
    expect((await (await site.browse('ld2')).get('/viec-can-lam')).text).toContain(
      'Ký biên bản kiểm tra Sở Xây dựng',
    )
    await site.did('ld1', signMinutes, { ...signer, visitId, unitId: head })
    await site.did('ld2', signMinutes, { ...signer, visitId, unitId: deputy })
    expect((await (await site.browse('cv2')).get('/viec-can-lam')).text).toContain(
      'Khắc phục: Công khai kết quả',
    )
    const secretary = await site.browse('thuky')
    expect((await secretary.get('/viec-can-lam')).text).toContain('1 yêu cầu khắc phục quá hạn')
    expect((await secretary.get(world.at())).text).toContain('1 yêu cầu khắc phục quá hạn')
    expect((await secretary.get(world.at('don-doc'))).text).toContain('Công khai kết quả (hạn 20/11/2026)')
  })

  it('stays among its own: strangers read nothing and reach nothing by a key', async () => {
    const other = await addSecondBloc(site, 'b', {
      provinceId: world.provinceId,
      year: 2026,
      state: 'running',
    })
    const visit = await visitTo(third)
    const [correction] = visit.corrections
    const attempts = [
      [recordVisit, { ...held, visitId: visit.id, changeReason: 'x' }],
      [observe, { ...seen, visitId: visit.id, changeReason: 'x' }],
      [askCorrection, { visitId: visit.id, body: 'x', dueOn: '2026-12-01', changeReason: 'x' }],
      [giveOpinion, { visitId: visit.id, opinion: 'x', changeReason: 'x' }],
      [answerCorrection, { visitId: visit.id, correctionId: correction?.id, answer: 'x', files: [] }],
      [
        settleCorrection,
        { visitId: visit.id, correctionId: correction?.id, decision: 'settle', verdict: '' },
      ],
      [signMinutes, { ...signer, visitId: visit.id, unitId: third }],
      [signMinutes, { ...signer, visitId: visit.id, unitId: other.unitIds[0] }],
      [cancelCheckVisit, { visitId: visit.id, reason: 'x' }],
      [announcePlan, { planId }],
      [scheduleVisits, { planId, visits: [], reason: '' }],
      [addPlan, { ...text, blocYearId }],
      [addTeam, { planId, name: 'x', leadingUnitId: head, unitIds: [head], persons: [] }],
    ] as const
    for (const name of ['ld-b-1', 'cv-b-2', 'thuky-b', 'quantri', 'nguoila']) {
      for (const [spec, input] of attempts) {
        // biome-ignore lint/suspicious/noExplicitAny: acts of every kind
        const outcome = await site.act(name, spec as any, input as any)
        const refusal = outcome.ok ? 'done' : outcome.error.code
        expect(['not_your_role', 'not_found'], `${name} ${spec.audit}`).toContain(refusal)
      }
      const browse = await site.browse(name)
      expect((await browse.get(world.at('kiem-tra'))).status).toBe(403)
      expect((await browse.get(world.at('kiem-tra', 'cuoc', visit.id))).status).toBeGreaterThan(402)
      expect((await browse.get(world.at('van-ban', 'kiem-tra', visit.id, 'pdf'))).status).toBeGreaterThan(402)
    }
    const elsewhere = await site.browse('ld-b-1')
    expect((await elsewhere.get(`/khoi/khoi-b/2026/kiem-tra/cuoc/${visit.id}`)).status).toBe(404)
    expect((await elsewhere.get(`/khoi/khoi-b/2026/kiem-tra/ke-hoach/${planId}`)).status).toBe(404)
    const nobody = await site.browse()
    expect((await nobody.get(world.at('kiem-tra'))).location).toContain('/dang-nhap')
  })
})
