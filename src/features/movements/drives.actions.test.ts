import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { openSite } from '../../../test/support/site.ts'
import { buildWorld } from '../../../test/support/world.ts'
import { addCouncilMember, foundCouncil } from '../councils/councils.actions.ts'
import {
  addParticipant,
  addParticipants,
  adviseParticipant,
  type LaunchDriveInput,
  launchDrive,
  moveDrive,
  recordFieldCheck,
  removeParticipant,
  reportParticipant,
  reviseDrive,
} from './drives.actions.ts'
import { findParticipant, listParticipants } from './drives.store.ts'
import { findMovement } from './movements.store.ts'

describe('a special drive of a department, 26/02 to 30/04/2021', async () => {
  const site = await openSite('2021-02-26')
  const world = await buildWorld(site, { year: 2021 })
  const [owner, , unit3] = world.unitIds
  const { councilId } = await site.did('ld1', foundCouncil, {
    provinceId: world.provinceId,
    unitId: owner,
    name: 'Hội đồng Thi đua - Khen thưởng ngành Công Thương',
    basis: '',
    foundedOn: null,
  })
  await site.did('ld1', addCouncilMember, {
    councilId,
    personId: null,
    fullName: 'Ủy viên thường trực',
    position: '',
    unitId: owner,
    duty: 'standing',
    fromDate: '2021-01-01',
  })
  await sql`insert into appointment (account_id, role, council_id, from_date)
    select id, 'council_standing', ${councilId}, '2021-01-01' from accounts."user" where username = 'ld2'`.execute(
    site.db,
  )
  const plan: LaunchDriveInput = {
    provinceId: world.provinceId,
    ownerUnitId: owner,
    councilId,
    parentId: null,
    year: 2021,
    title: 'Thi đua đặc biệt chào mừng 70 năm ngày truyền thống ngành Công Thương',
    occasion: '70 năm ngày truyền thống (14/5/1951 – 14/5/2021)',
    theme: '',
    contents: 'Thúc đẩy sản xuất công nghiệp',
    standards: '',
    startsOn: '2021-02-26',
    endsOn: '2021-04-30',
    launchedOn: null,
    guidingPaperId: null,
    file: null,
    note: '',
    channel: 'screen',
  }
  const { movementId } = await site.did('ld1', launchDrive, plan)
  const at = (day: string) => {
    site.clock.now = new Date(`${day}T12:00:00+07:00`)
  }
  const named = async (name: string) => {
    const found = (await listParticipants(site.db, movementId)).find((one) => one.name === name)
    if (!found) throw new Error(`${name} does not take part`)
    return found.id
  }

  it('is launched for a unit by that unit alone', async () => {
    expect(await site.act('ld3', launchDrive, plan)).toMatchObject({ error: { code: 'not_your_role' } })
    expect(await site.act('thuky', launchDrive, plan)).toMatchObject({ error: { code: 'not_your_role' } })
    expect(await findMovement(site.db, movementId)).toMatchObject({ state: 'planned', level: 'unit' })
    await site.did('ld1', moveDrive, { movementId, to: 'launched', reason: '', on: '2021-02-26' })
    expect(await findMovement(site.db, movementId)).toMatchObject({
      state: 'launched',
      launchedOn: '2021-02-26',
    })
  })

  it('takes collectives and persons, each once', async () => {
    await site.did('ld1', addParticipants, {
      movementId,
      kind: 'collective',
      groupName: 'Phòng, đơn vị thuộc Sở',
      names: ['Phòng Quản lý công nghiệp', 'Văn phòng Sở', 'Phòng nhập nhầm'],
    })
    const person = {
      movementId,
      kind: 'person',
      name: 'Cán bộ thứ nhất',
      groupName: 'Văn phòng Sở',
      unitId: null,
    } as const
    await site.did('ld1', addParticipant, person)
    expect(await site.act('ld1', addParticipant, person)).toMatchObject({
      error: { fields: { name: { code: 'participant_once' } } },
    })
    const district = { ...person, kind: 'collective', name: 'Phòng KT&HT huyện A', unitId: unit3 } as const
    await site.did('ld1', addParticipant, district)
    await site.did('ld1', removeParticipant, { participantId: await named('Phòng nhập nhầm') })
    expect(await listParticipants(site.db, movementId)).toHaveLength(4)
  })

  it('takes a report from the owner, or from the participant’s own unit', async () => {
    at('2021-05-04')
    const participantId = await named('Phòng KT&HT huyện A')
    const report = { participantId, report: 'Hoàn thành kế hoạch', file: null, channel: 'screen' } as const
    expect(await site.act('ld3', reportParticipant, report)).toMatchObject({
      error: { code: 'not_your_role' },
    })
    await site.did('ld3', reportParticipant, { ...report, ofParticipant: true })
    expect(await findParticipant(site.db, participantId)).toMatchObject({
      reportedOn: '2021-05-04',
      reportOnBehalf: false,
    })
    const other = await named('Văn phòng Sở')
    expect(
      await site.act('ld3', reportParticipant, { ...report, participantId: other, ofParticipant: true }),
    ).toMatchObject({ error: { code: 'not_found' } })
    expect(
      await site.act('cv1', reportParticipant, { ...report, participantId: other, report: ' ' }),
    ).toMatchObject({ error: { fields: { report: { code: 'drive_report_empty' } } } })
    await site.did('cv1', reportParticipant, { ...report, participantId: other, reportedOn: '2021-05-03' })
    expect(await findParticipant(site.db, other)).toMatchObject({
      reportedOn: '2021-05-03',
      reportOnBehalf: true,
    })
    expect(await site.act('ld1', removeParticipant, { participantId: other })).toMatchObject({
      error: { code: 'participant_has_record' },
    })
  })

  it('is checked on the spot, and the standing members advise with a reason when they say no', async () => {
    const participantId = await named('Văn phòng Sở')
    await site.did('cv1', recordFieldCheck, {
      participantId,
      checkOn: '2021-05-03',
      team: 'Thường trực Hội đồng',
      findings: 'Số liệu khớp',
    })
    expect(
      await site.act('ld1', adviseParticipant, { participantId, advice: 'commend', reason: '' }),
    ).toMatchObject({ error: { code: 'not_your_role' } })
    expect(
      await site.act('ld2', adviseParticipant, { participantId, advice: 'not', reason: '' }),
    ).toMatchObject({ error: { fields: { reason: { code: 'reason_required' } } } })
    await site.did('ld2', adviseParticipant, { participantId, advice: 'commend', reason: '' })
    expect(await findParticipant(site.db, participantId)).toMatchObject({ advice: 'commend' })
  })

  it('goes before the council in spite of what is missing only with a reason', async () => {
    const step = { movementId, to: 'reviewing', reason: '' } as const
    expect(await site.act('ld1', moveDrive, step)).toMatchObject({
      error: { fields: { reason: { code: 'reason_for_lacks' } } },
    })
    expect(await site.act('ld1', moveDrive, { ...step, to: 'closed' })).toMatchObject({
      error: { code: 'drive_not_next' },
    })
    const page = await (await site.browse('ld1')).get(`/dot-thi-dua/${movementId}`)
    expect(page.text).toContain('2 tập thể, cá nhân chưa báo cáo kết quả')
    await site.did('ld1', moveDrive, { ...step, reason: 'Hai đơn vị không có báo cáo' })
    expect(await findMovement(site.db, movementId)).toMatchObject({ state: 'reviewing' })
  })

  it('hides reports, advice and the names of persons from the public', async () => {
    const stranger = await (await site.browse()).get(`/dot-thi-dua/${movementId}`)
    expect(stranger.status).toBe(200)
    expect(stranger.text).toContain('Văn phòng Sở')
    expect(stranger.text).not.toContain('Cán bộ thứ nhất')
    expect(stranger.text).not.toContain('đề nghị khen')
    expect(stranger.text).not.toContain('chưa báo cáo')
    const participant = `/dot-thi-dua/${movementId}/tham-gia/${await named('Văn phòng Sở')}`
    expect((await (await site.browse()).get(participant)).status).toBe(303)
    expect((await (await site.browse('ld4')).get(participant)).status).toBe(403)
    expect((await (await site.browse('ld2')).get(participant)).text).toContain('đề nghị khen')
  })

  it('keeps its plan open to changes until it is closed, and shows a second writer the first', async () => {
    const drive = await findMovement(site.db, movementId)
    const change = {
      movementId,
      title: plan.title,
      occasion: plan.occasion,
      theme: 'Lập thành tích chào mừng',
      contents: plan.contents,
      standards: '',
      startsOn: plan.startsOn,
      endsOn: plan.endsOn,
      guidingPaperId: null,
      councilId,
      version: drive?.version ?? 0,
    }
    await site.did('ld1', reviseDrive, change)
    expect(await site.act('cv1', reviseDrive, { ...change, theme: 'Khác' })).toMatchObject({
      error: { code: 'changed_meanwhile', differences: [{ field: 'theme' }] },
    })
    await site.did('ld1', moveDrive, { movementId, to: 'closed', reason: 'Khen theo giấy' })
    expect(await site.act('ld1', reviseDrive, change)).toMatchObject({ error: { code: 'drive_closed' } })
  })

  it('is set up and taken through its steps by pages without scripts', async () => {
    at('2021-05-04')
    const leader = await site.browse('ld1')
    const made = await leader.post('/dot-thi-dua/moi', {
      provinceId: world.provinceId,
      ownerUnitId: owner,
      councilId,
      year: '2021',
      title: 'Đợt thi đua quý II',
      startsOn: '2021-04-01',
      endsOn: '2021-04-30',
      launchedOn: '2021-04-01',
    })
    expect(made.status).toBe(303)
    await leader.post(`${made.location}/tham-gia`, {
      kind: 'collective',
      groupName: '',
      names: 'Phòng A\n\nPhòng B',
    })
    const page = await leader.get(made.location)
    expect(page.text).toContain('Phòng A')
    expect(page.text).toContain('2 tập thể, 0 cá nhân')
    const [first] = await listParticipants(site.db, made.location.split('/').at(-1) ?? '')
    const report = await leader.post(`${made.location}/tham-gia/${first?.id}/bao-cao`, {
      report: 'Đạt',
      reportedOn: '2021-05-02',
      channel: 'paper',
    })
    expect(report.status).toBe(303)
    expect((await leader.get(report.location)).text).toContain('báo cáo 02/05/2021')
    const move = await leader.post(`${made.location}/chuyen-buoc`, { to: 'reviewing', on: '2021-05-04' })
    expect(move.status).toBe(422)
    expect(move.text).toContain('cần ghi lý do')
    expect((await leader.get('/dot-thi-dua')).text).toContain('Đợt thi đua quý II')
    expect((await leader.get('/dot-thi-dua/khong-co')).status).toBe(404)
  })
})
