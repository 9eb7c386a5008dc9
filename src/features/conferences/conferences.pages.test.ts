import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openSite } from '../../../test/support/site.ts'
import { buildWorld } from '../../../test/support/world.ts'
import { recordAttendance } from './attendance.actions.ts'
import { castBallot } from './ballots.actions.ts'
import { conferencesFaults } from './conferences.messages.ts'
import { closePoll } from './counts.actions.ts'
import { inviteMembers, openConference, planConference } from './meeting.actions.ts'
import { pollsFaults } from './poll-faults.messages.ts'
import { draftPoll, openPoll } from './polls.actions.ts'
import { findCounts, findPoll, listPolls } from './polls.store.ts'

const plan = {
  movementId: null,
  heldOn: '2026-11-29',
  timeText: 'buổi chiều',
  startsAt: null,
  place: 'Hội trường',
  chairName: '',
  chairTitle: '',
  secretaryName: '',
  agenda: [],
} as const

describe('the pages of a conference', async () => {
  const site = await openSite('2026-11-29')
  const world = await buildWorld(site, { state: 'conference' })
  const [u1, u2] = world.unitIds
  const { conferenceId } = await site.did('thuky', planConference, {
    ...plan,
    blocYearId: world.blocYearId,
    councilId: null,
    kind: 'year_end',
    title: 'Hội nghị tổng kết năm 2026',
  })
  const at = (...rest: readonly string[]) => world.at('hoi-nghi', conferenceId, ...rest)
  const opened = async (form: 'yes_no' | 'choose' = 'yes_no') => {
    const poll = await site.did('thuky', draftPoll, {
      conferenceId,
      purpose: 'award',
      awardCode: 'co_ubnd_tinh',
      forYear: null,
      title: '',
      candidates: [u1, u2].map((unitId) => ({ unitId, name: '' })),
      seats: 1,
      form,
    })
    await site.did('thuky', openPoll, { pollId: poll.pollId })
    return poll
  }

  it('lead the secretary from the plan to the invitation and the opening, one button at a time', async () => {
    const browse = await site.browse('thuky')
    expect((await browse.get(at())).text).toContain('Mời các đơn vị')
    expect((await browse.post(at('moi-du'), {})).location).toBe(at('diem-danh'))
    expect((await browse.get(at())).text).toContain('Khai mạc hội nghị')
    await browse.post(at('khai-mac'), {})
    const open = await browse.get(at())
    expect(open.text).toContain('Hội nghị đã khai mạc.')
    expect(open.text).toContain('Bế mạc hội nghị')
  })

  it('ask a unit whether it comes, keep what it typed when something is missing, and say that it was told', async () => {
    const browse = await site.browse('cv3')
    expect((await browse.get(at())).text).toContain('Đơn vị bạn có dự không?')
    const answer = {
      unitId: world.unitIds[2],
      presence: 'stand_in',
      delegateName: '',
      delegateTitle: 'Phó Giám đốc',
      note: '',
      writtenOpinion: '',
    }
    const refused = await browse.post(at('bao-du'), answer)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Ghi tên người sẽ dự.')
    expect(refused.text).toContain('value="Phó Giám đốc"')
    await browse.post(at('bao-du'), { ...answer, delegateName: 'Lê Văn C' })
    expect((await browse.get(at())).text).toContain('Đã báo: cử người dự thay.')
  })

  it('let the secretary fill in everybody at once', async () => {
    const browse = await site.browse('thuky')
    const page = (await browse.get(at('diem-danh'))).text
    const ids = [...page.matchAll(/name="version\.([0-9a-f-]{36})" value="(\d+)"/g)].map(
      ([, id = '', version = '']) => ({ id, version }),
    )
    expect(ids).toHaveLength(4)
    const form = Object.fromEntries(
      ids.flatMap(({ id, version }) => [
        [`presence.${id}`, 'present'],
        [`delegateName.${id}`, 'Người dự'],
        [`version.${id}`, version],
      ]),
    )
    expect((await browse.post(at('diem-danh'), { ...form, channel: 'paper' })).status).toBe(303)
    const stale = await browse.post(at('diem-danh'), {
      ...form,
      [`presence.${ids[0]?.id}`]: 'absent',
      channel: 'paper',
    })
    expect(stale.status).toBe(409)
    expect(stale.text).toContain('vắng')
  })

  it('prepare a poll from the form, with the rules and their marks in sight', async () => {
    const browse = await site.browse('thuky')
    const page = (await browse.get(`${at('bieu-quyet', 'moi')}?muc=award`)).text
    expect(page).toContain('thông lệ, chưa có căn cứ')
    const form = {
      purpose: 'award',
      awardCode: 'co_chinh_phu',
      candidates: [u1, u2],
      others: '',
      seats: '1',
      title: '',
      method: 'secret',
      form: 'auto',
      maxChoices: '',
      base: 'all',
      passMark: 'more_than_half',
      quorum: 'two_thirds',
      selfVote: 'yes',
      ties: 'rules',
    }
    const refused = await browse.post(at('bieu-quyet', 'moi'), { ...form, awardCode: '' })
    expect(refused.text).toContain('Chọn hình thức khen thưởng.')
    expect(refused.text).toMatch(/value="[0-9a-f-]{36}" checked/)
    const made = await browse.post(at('bieu-quyet', 'moi'), form)
    const [poll] = (await listPolls(site.db, conferenceId)).filter(
      ({ awardCode }) => awardCode === 'co_chinh_phu',
    )
    expect(made.location).toBe(at('bieu-quyet', poll?.id ?? ''))
    expect(poll).toMatchObject({
      form: 'choose',
      maxChoices: 1,
      ties: ['second_ballot', 'score', 'head_and_deputy'],
    })
  })

  it('open a poll in two steps, and warn when so few vote that the result tells who voted how', async () => {
    const browse = await site.browse('thuky')
    const { pollId } = await site.did('thuky', draftPoll, {
      conferenceId,
      purpose: 'motion',
      awardCode: null,
      forYear: null,
      title: 'Đóng góp quỹ',
      candidates: [],
      seats: null,
    })
    const step = await browse.get(at('bieu-quyet', pollId, 'mo'))
    expect(step.text).toContain('kết quả có thể cho biết ai bỏ phiếu thế nào')
    expect((await findPoll(site.db, pollId))?.state).toBe('draft')
    await browse.post(at('bieu-quyet', pollId, 'mo'), {})
    expect((await findPoll(site.db, pollId))?.state).toBe('open')
  })

  it('give the leader a ballot, ask for every answer, and afterwards confirm without the content', async () => {
    const { pollId, candidateIds } = await opened()
    const [a = '', b = ''] = candidateIds
    const browse = await site.browse('ld3')
    expect((await browse.get(at())).text).toContain('Đang lấy phiếu của bạn')
    const ballot = at('bieu-quyet', pollId)
    expect((await browse.get(ballot)).text).toContain('Phiếu của Sở Tài chính')
    const asked = `${a} ${b}`
    const partly = await browse.post(`${ballot}/bo-phieu`, {
      asked,
      [`stance.${a}`]: 'for',
      unitId: world.unitIds[2],
    })
    expect(partly.status).toBe(422)
    expect(partly.text).toContain('Chọn ý kiến cho trường hợp này')
    const whole = await browse.post(`${ballot}/bo-phieu`, {
      asked,
      [`stance.${a}`]: 'for',
      [`stance.${b}`]: 'against',
    })
    expect(whole.location).toBe(ballot)
    const after = await browse.get(ballot)
    expect(after.text).toContain('Phiếu của bạn đã vào hòm phiếu.')
    expect(after.text).not.toContain('type="radio"')
    const twice = await browse.post(`${ballot}/bo-phieu`, {
      asked,
      [`stance.${a}`]: 'for',
      [`stance.${b}`]: 'for',
    })
    expect(twice.text).toContain('Đã bỏ phiếu; mỗi thành viên chỉ bỏ một phiếu.')
  })

  it('show the turnout but no votes before closing, and the result with its reasons after', async () => {
    const { pollId, candidateIds } = await opened('choose')
    for (const leader of ['ld1', 'ld2', 'ld3']) {
      await site.did(leader, castBallot, { pollId, stances: { [candidateIds[0] ?? '']: 'for' } })
    }
    const browse = await site.browse('thuky')
    const before = (await browse.get(at('bieu-quyet', pollId))).text
    expect(before).toContain('3/4')
    expect(before).toContain('Quỹ Đầu tư phát triển')
    expect(before).not.toContain('Kết quả kiểm phiếu')
    expect((await browse.get(at('bieu-quyet', pollId, 'dong'))).text).toContain('3/4 đã bỏ phiếu')
    await browse.post(at('bieu-quyet', pollId, 'dong'), {})
    const after = (await browse.get(at('bieu-quyet', pollId))).text
    expect(after).toContain('Được chọn: Sở Công Thương.')
    expect(after).toContain('3/4 phiếu đồng ý, đạt mức cần 3')
    const member = (await (await site.browse('cv4')).get(at('bieu-quyet', pollId))).text
    expect(member).toContain('Được chọn: Sở Công Thương.')
  })

  it('keep what the Ban kiểm phiếu typed and name the difference at its field', async () => {
    const { pollId, candidateIds } = await site.did('thuky', draftPoll, {
      conferenceId,
      purpose: 'head',
      awardCode: null,
      forYear: null,
      title: '',
      candidates: [{ unitId: u2, name: '' }],
      seats: 1,
      method: 'paper',
    })
    const browse = await site.browse('thuky')
    const count = {
      issued: '4',
      returned: '4',
      valid: '3',
      invalid: '0',
      [`for.${candidateIds[0]}`]: '3',
      note: '',
    }
    const refused = await browse.post(at('bieu-quyet', pollId, 'phieu-giay'), count)
    expect(refused.text).toContain('Thu về 4 phiếu nhưng hợp lệ và không hợp lệ cộng lại là 3.')
    expect(refused.text).toContain('value="3"')
    await browse.post(at('bieu-quyet', pollId, 'phieu-giay'), { ...count, invalid: '1' })
    const counted = (await browse.get(at('bieu-quyet', pollId))).text
    expect(counted).toContain('Ghi nhận người được bầu')
    await browse.post(at('bieu-quyet', pollId, 'bo-nhiem'), {
      fromDate: '2027-01-01',
      personName: '',
      personTitle: '',
      basis: '',
    })
    expect((await browse.get(at('bieu-quyet', pollId))).text).toContain('từ ngày 01/01/2027')
  })

  it('are closed to strangers', async () => {
    for (const path of [at(), at('diem-danh'), at('bieu-quyet')]) {
      expect((await (await site.browse('nguoila')).get(path)).status).toBe(403)
    }
    expect((await (await site.browse()).get(at())).location).toContain('/dang-nhap')
  })

  it('read in English throughout', async () => {
    const browse = await site.browse('thuky')
    await browse.get('/tuy-chon?lang=en')
    expect((await browse.get(at())).text).toContain('Close the conference')
    expect((await browse.get(at('bieu-quyet'))).text).toContain('Prepare a vote')
  })

  it('have a sentence in both languages for every refusal the actions name', () => {
    const folder = new URL('.', import.meta.url)
    const sources = readdirSync(folder)
      .filter((name) => name.endsWith('.actions.ts'))
      .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    const codes = sources.flatMap((text) =>
      [...text.matchAll(/refuse(?:Field)?\(\s*(?:(?:'[^']*'|`[^`]*`|locked),\s*)?'([a-z_]+)'/g)].map(
        ([, code = '']) => code,
      ),
    )
    const common = ['not_found', 'required', 'reason_required']
    for (const lang of ['vi', 'en'] as const) {
      const known = { ...conferencesFaults(lang), ...pollsFaults(lang) }
      expect([...new Set(codes)].filter((code) => !common.includes(code) && !(code in known))).toEqual([])
    }
  })
})

describe('a meeting of a council', async () => {
  const site = await openSite('2021-05-10')
  const world = await buildWorld(site, { year: 2021 })
  const { id: councilId } = await site.db
    .insertInto('council')
    .values({ provinceId: world.provinceId, name: 'Hội đồng Thi đua - Khen thưởng Sở Công Thương' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const members = ['ld1', 'cv1', 'ld2', 'cv2', 'ld3']
  for (const [index, username] of members.entries()) {
    const user = await site.db
      .selectFrom('accounts.user')
      .select(['id', 'name'])
      .where('username', '=', username)
      .executeTakeFirstOrThrow()
    const person = await site.db
      .insertInto('person')
      .values({ provinceId: world.provinceId, accountId: user.id, fullName: user.name })
      .returning('id')
      .executeTakeFirstOrThrow()
    await site.db
      .insertInto('councilMember')
      .values({
        councilId,
        personId: person.id,
        duty: index === 0 ? 'chair' : 'member',
        fromDate: '2021-01-01',
      })
      .execute()
    await site.db
      .insertInto('appointment')
      .values({
        accountId: user.id,
        role: index === 0 ? 'council_chair' : 'council_member',
        councilId,
        fromDate: '2021-01-01',
      })
      .execute()
  }
  const { conferenceId } = await site.did('ld1', planConference, {
    ...plan,
    heldOn: '2021-05-10',
    blocYearId: null,
    councilId,
    kind: 'council',
    title: 'Họp Hội đồng xét khen thưởng đợt thi đua',
  })
  await site.did('ld1', inviteMembers, { conferenceId })
  await site.did('ld1', openConference, { conferenceId })
  const at = (...rest: readonly string[]) => ['/hoi-dong/hop', conferenceId, ...rest].join('/')

  it('invites persons, and each of them has one vote', async () => {
    const poll = await site.did('ld1', draftPoll, {
      conferenceId,
      purpose: 'award',
      awardCode: 'giay_khen',
      forYear: null,
      title: '',
      candidates: [
        { unitId: null, name: 'Phòng Quản lý công nghiệp' },
        { unitId: null, name: 'Một cá nhân' },
      ],
      seats: null,
    })
    expect(await findPoll(site.db, poll.pollId)).toMatchObject({
      voters: 'persons',
      form: 'yes_no',
      ties: ['second_ballot', 'chair'],
    })
    await site.did('ld1', openPoll, { pollId: poll.pollId })
    const [a = '', b = ''] = poll.candidateIds
    for (const username of ['ld1', 'cv1', 'ld2', 'cv2']) {
      await site.did(username, castBallot, {
        pollId: poll.pollId,
        stances: { [a]: 'for', [b]: username === 'ld1' ? 'for' : 'against' },
      })
    }
    expect(await site.act('cv1', castBallot, { pollId: poll.pollId, stances: {} })).toMatchObject({
      error: { code: 'ballot_already_voted' },
    })
    expect(await site.act('ld4', castBallot, { pollId: poll.pollId, stances: {} })).toMatchObject({
      error: { code: 'not_your_role' },
    })
    await site.did('ld1', closePoll, { pollId: poll.pollId })
    const [count] = await findCounts(site.db, [poll.pollId])
    expect(count).toMatchObject({ entitled: 5, returned: 4, taken: [a] })
  })

  it('asks for 80% of all members for a flag and 90% for chiến sĩ thi đua tỉnh', async () => {
    const mark = async (awardCode: string) => {
      const { pollId } = await site.did('ld1', draftPoll, {
        conferenceId,
        purpose: 'award',
        awardCode,
        forYear: null,
        title: '',
        candidates: [{ unitId: null, name: 'Một trường hợp' }],
        seats: null,
      })
      return (await findPoll(site.db, pollId))?.passMark
    }
    expect(await mark('co_ubnd_tinh')).toEqual({ numerator: 80, denominator: 100, strictly: false })
    expect(await mark('cstd_tinh')).toEqual({ numerator: 90, denominator: 100, strictly: false })
    expect(await mark('giay_khen')).toEqual({ numerator: 1, denominator: 2, strictly: true })
  })

  it('has its pages with the council: the list, the meeting, attendance by person, the ballot', async () => {
    const chair = await site.browse('ld1')
    const list = await chair.get(`/hoi-dong/${councilId}/hop`)
    expect(list.text).toContain('Họp Hội đồng xét khen thưởng đợt thi đua')
    expect((await chair.get(at())).status).toBe(200)
    expect((await chair.get(at('diem-danh'))).text).toContain('Lãnh đạo Sở Xây dựng')
    expect((await chair.get(`${at('bieu-quyet', 'moi')}?muc=award`)).text).toContain(
      'theo quy định cho hình thức khen thưởng',
    )
    const { pollId } = await site.did('ld1', draftPoll, {
      conferenceId,
      purpose: 'motion',
      awardCode: null,
      forYear: null,
      title: 'Thống nhất mức thưởng',
      candidates: [],
      seats: null,
    })
    await site.did('ld1', openPoll, { pollId })
    expect((await (await site.browse('cv2')).get(at('bieu-quyet', pollId))).text).toContain(
      'Phiếu của Chuyên viên Sở Xây dựng',
    )
    expect((await (await site.browse('ld4')).get(at())).status).toBe(403)
  })

  it('is not reached through a year, nor a year through it', async () => {
    const chair = await site.browse('ld1')
    expect((await chair.get(world.at('hoi-nghi', conferenceId))).status).toBe(404)
    const ofYear = await site.did('thuky', planConference, {
      ...plan,
      blocYearId: world.blocYearId,
      councilId: null,
      kind: 'launch',
      title: 'Phát động',
    })
    expect((await chair.get(`/hoi-dong/hop/${ofYear.conferenceId}`)).status).toBe(404)
  })

  it('records who attends by person', async () => {
    const lines = await site.db
      .selectFrom('attendance')
      .select(['personId'])
      .where('conferenceId', '=', conferenceId)
      .execute()
    const line = {
      presence: 'present',
      delegateName: '',
      delegateTitle: '',
      writtenOpinion: '',
      note: '',
    } as const
    const [first] = lines
    await site.did('ld1', recordAttendance, {
      conferenceId,
      channel: 'screen',
      lines: [{ ...line, personId: first?.personId ?? '' }],
    })
    expect((await (await site.browse('ld1')).get(at())).text).toContain('1/5 thành viên tham gia')
  })
})
