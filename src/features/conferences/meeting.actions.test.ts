import { describe, expect, it } from 'vitest'
import { openSite } from '../../../test/support/site.ts'
import { buildWorld } from '../../../test/support/world.ts'
import { listSteps } from '../../steps/steps.store.ts'
import { confirmAttendance, recordAttendance } from './attendance.actions.ts'
import { listAttendance } from './attendance.store.ts'
import { findConference, listAgenda, listDirections, listRemarks } from './conferences.store.ts'
import {
  changeConference,
  closeConference,
  inviteGuest,
  inviteMembers,
  openConference,
  planConference,
} from './meeting.actions.ts'
import {
  addDirection,
  addRemark,
  adoptReport,
  answerRemark,
  appointTellers,
  readReport,
} from './report.actions.ts'

const plan = {
  kind: 'year_end',
  title: 'Hội nghị tổng kết năm 2026',
  heldOn: '2026-11-29',
  timeText: 'buổi chiều',
  startsAt: null,
  place: 'Hội trường Sở Công Thương',
  chairName: 'Nguyễn Văn A',
  chairTitle: 'Giám đốc Sở Công Thương',
  secretaryName: '',
  agenda: [{ title: 'Khai mạc', presenter: 'Chủ trì', minutes: 10 }],
  councilId: null,
  movementId: null,
} as const

const line = {
  presence: 'present',
  delegateName: 'Trần Thị B',
  delegateTitle: 'Phó Giám đốc',
  writtenOpinion: '',
  note: '',
} as const

describe('a conference of the bloc', async () => {
  const site = await openSite('2026-11-29')
  const world = await buildWorld(site, { state: 'conference' })
  const planned = () => site.did('thuky', planConference, { ...plan, blocYearId: world.blocYearId })
  const opened = async () => {
    const { conferenceId } = await planned()
    await site.did('thuky', inviteMembers, { conferenceId })
    await site.did('thuky', openConference, { conferenceId })
    return conferenceId
  }

  it('is planned by the secretary with time in words and agenda, for a year that is not its day', async () => {
    const { conferenceId } = await planned()
    expect(await findConference(site.db, conferenceId)).toMatchObject({
      state: 'planned',
      timeText: 'buổi chiều',
      startsAt: null,
    })
    expect(await listAgenda(site.db, conferenceId)).toEqual([
      { title: 'Khai mạc', presenter: 'Chủ trì', minutes: 10 },
    ])
  })

  it('is not planned by a member, nor as a council meeting', async () => {
    const input = { ...plan, blocYearId: world.blocYearId }
    expect(await site.act('ld3', planConference, input)).toMatchObject({
      ok: false,
      error: { code: 'not_your_role' },
    })
    expect(await site.act('thuky', planConference, { ...input, kind: 'council' })).toMatchObject({
      error: { fields: { kind: { code: 'conference_kind_elsewhere' } } },
    })
  })

  it('shows the second writer what the first one changed', async () => {
    const { conferenceId } = await planned()
    await site.did('thuky', changeConference, {
      ...plan,
      conferenceId,
      version: 1,
      place: 'Hội trường UBND tỉnh',
    })
    const second = await site.act('ld1', changeConference, { ...plan, conferenceId, version: 1 })
    expect(second).toMatchObject({
      error: {
        code: 'changed_meanwhile',
        differences: [{ field: 'place', before: plan.place, after: 'Hội trường UBND tỉnh' }],
      },
    })
  })

  it('invites every member once, and guests beside them', async () => {
    const { conferenceId } = await planned()
    expect(await site.did('thuky', inviteMembers, { conferenceId })).toEqual({ invited: 4 })
    expect(await site.did('thuky', inviteMembers, { conferenceId })).toEqual({ invited: 0 })
    await site.did('thuky', inviteGuest, {
      conferenceId,
      guest: 'Sở Nội vụ',
      title: 'Phòng Thi đua - Khen thưởng',
    })
    const again = await site.act('thuky', inviteGuest, { conferenceId, guest: 'Sở Nội vụ', title: '' })
    expect(again).toMatchObject({ error: { fields: { guest: { code: 'attendance_once' } } } })
    const names = (await listAttendance(site.db, conferenceId)).map(({ name }) => name)
    expect(names).toEqual([
      'Sở Công Thương',
      'Sở Xây dựng',
      'Sở Tài chính',
      'Quỹ Đầu tư phát triển',
      'Sở Nội vụ',
    ])
  })

  it('records who is there for all at once, and the year board shows it', async () => {
    const conferenceId = await opened()
    const [one, two, three, four] = world.unitIds
    await site.did('thuky', recordAttendance, {
      conferenceId,
      channel: 'paper',
      lines: [
        { ...line, unitId: one },
        { ...line, unitId: two, presence: 'stand_in', note: 'Giấy cử số 12' },
        {
          ...line,
          unitId: three,
          presence: 'absent',
          delegateName: '',
          writtenOpinion: 'Nhất trí',
          note: 'đi công tác',
        },
      ],
    })
    const steps = (await listSteps(site.db, world.blocYearId)).filter(({ step }) => step === 'conference')
    const byUnit = Object.fromEntries(
      steps.map(({ unitId, state, channel, reason }) => [unitId, [state, channel, reason]]),
    )
    expect(byUnit).toEqual({
      [one]: ['accepted', 'paper', ''],
      [two]: ['accepted', 'paper', ''],
      [three]: ['excused', 'paper', 'đi công tác'],
    })
    expect(
      (await listAttendance(site.db, conferenceId)).find(({ unitId }) => unitId === four)?.presence,
    ).toBe('invited')
  })

  it('asks for the name of a stand-in', async () => {
    const conferenceId = await opened()
    const refused = await site.act('thuky', recordAttendance, {
      conferenceId,
      channel: 'screen',
      lines: [{ ...line, unitId: world.unitIds[1], presence: 'stand_in', delegateName: '' }],
    })
    expect(Object.values((refused as { error: { fields: object } }).error.fields)).toEqual([
      { code: 'stand_in_unnamed', params: [] },
    ])
  })

  it('lets a unit confirm for itself and for nobody else', async () => {
    const conferenceId = await opened()
    await site.did('cv3', confirmAttendance, { ...line, conferenceId, unitId: world.unitIds[2] })
    const other = await site.act('cv3', confirmAttendance, {
      ...line,
      conferenceId,
      unitId: world.unitIds[3],
    })
    expect(other).toMatchObject({ error: { code: 'not_your_role' } })
  })

  it('does not overwrite unseen what a unit confirmed meanwhile', async () => {
    const conferenceId = await opened()
    await site.did('cv3', confirmAttendance, { ...line, conferenceId, unitId: world.unitIds[2] })
    const stale = await site.act('thuky', recordAttendance, {
      conferenceId,
      channel: 'screen',
      lines: [{ ...line, unitId: world.unitIds[2], presence: 'absent', delegateName: '', version: 1 }],
    })
    expect(stale).toMatchObject({
      error: {
        code: 'changed_meanwhile',
        differences: [{ field: 'Sở Tài chính', before: 'absent', after: 'present' }],
      },
    })
  })

  it('reads a draft of its year, hears remarks by unit, answers them and adopts the report', async () => {
    const conferenceId = await opened()
    expect(await site.act('ld1', adoptReport, { conferenceId })).toMatchObject({
      error: { code: 'report_not_read' },
    })
    const draft = await site.db
      .insertInto('draft')
      .values({ blocYearId: world.blocYearId, kind: 'report', title: 'Báo cáo tổng kết', body: 'Dự thảo' })
      .returning('id')
      .executeTakeFirstOrThrow()
    await site.did('thuky', readReport, { conferenceId, draftId: draft.id })
    const { remarkId } = await site.did('cv3', addRemark, {
      conferenceId,
      unitId: world.unitIds[2],
      speaker: 'Lê Văn C',
      body: 'Bổ sung số liệu thu ngân sách',
    })
    const other = await site.act('cv3', addRemark, {
      conferenceId,
      unitId: world.unitIds[3],
      speaker: '',
      body: 'thay đơn vị khác',
    })
    expect(other).toMatchObject({ error: { code: 'remark_of_other_unit' } })
    const silent = await site.act('thuky', answerRemark, { remarkId, takenUp: false, answer: '' })
    expect(silent).toMatchObject({ error: { fields: { answer: { code: 'remark_answer_missing' } } } })
    await site.did('thuky', answerRemark, { remarkId, takenUp: true, answer: 'Đã bổ sung' })
    await site.did('ld1', adoptReport, { conferenceId })
    expect((await listRemarks(site.db, conferenceId))[0]).toMatchObject({
      unitName: 'Sở Tài chính',
      takenUp: true,
    })
    expect((await findConference(site.db, conferenceId))?.reportAdopted).toBe(true)
  })

  it('sets directions of next year with their aims in numbers', async () => {
    const conferenceId = await opened()
    const aim = {
      conferenceId,
      body: 'Các đơn vị trong khối hoàn thành tốt nhiệm vụ',
      aimUnit: '% đơn vị',
      forYear: 2027,
    }
    await site.did('thuky', addDirection, { ...aim, aimValue: '100' })
    const odd = await site.act('thuky', addDirection, { ...aim, aimValue: null })
    expect(odd).toMatchObject({ error: { fields: { aimValue: { code: 'aim_without_figure' } } } })
    expect(await listDirections(site.db, conferenceId)).toMatchObject([
      { aimValue: '100', aimUnit: '% đơn vị', forYear: 2027 },
    ])
  })

  it('has one head of the Ban kiểm phiếu', async () => {
    const conferenceId = await opened()
    const tellers = [
      { name: 'Người kiểm phiếu 1', unitId: world.unitIds[3], duty: 'head' },
      { name: 'Người kiểm phiếu 2', unitId: null, duty: 'head' },
    ] as const
    expect(await site.act('thuky', appointTellers, { conferenceId, tellers })).toMatchObject({
      error: { code: 'one_head_teller' },
    })
  })

  it('closes with its conclusion, and nothing of it changes afterwards', async () => {
    const conferenceId = await opened()
    await site.did('ld1', closeConference, { conferenceId, conclusion: 'Hội nghị thống nhất' })
    expect(await findConference(site.db, conferenceId)).toMatchObject({
      state: 'closed',
      conclusion: 'Hội nghị thống nhất',
    })
    const late = await site.act('thuky', addDirection, {
      conferenceId,
      body: 'Muộn',
      aimValue: null,
      aimUnit: '',
      forYear: null,
    })
    expect(late).toMatchObject({ error: { code: 'conference_closed' } })
  })
})
