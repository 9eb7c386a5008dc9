import { describe, expect, it } from 'vitest'
import { openSite } from '../../../test/support/site.ts'
import { buildWorld } from '../../../test/support/world.ts'
import { findChosen } from '../../scopes/leadership.store.ts'
import { recordAttendance } from './attendance.actions.ts'
import { castBallot } from './ballots.actions.ts'
import { closePoll, decideTie, recordConsensus, recordHands, recordPaperCount } from './counts.actions.ts'
import { appointElected } from './elected.actions.ts'
import { inviteMembers, openConference, planConference } from './meeting.actions.ts'
import { type DraftPollInput, discardPoll, draftPoll, openPoll, secondBallot } from './polls.actions.ts'
import { findCounts, findPoll, listPolls } from './polls.store.ts'
import { recount } from './recount.ts'
import { appointTellers } from './report.actions.ts'

const line = {
  presence: 'present',
  delegateName: 'Người dự',
  delegateTitle: '',
  writtenOpinion: '',
  note: '',
} as const

describe('polls of a bloc', async () => {
  const site = await openSite('2026-11-29')
  const world = await buildWorld(site, { state: 'conference' })
  const [u1, u2, u3, u4] = world.unitIds

  const opened = async () => {
    const { conferenceId } = await site.did('thuky', planConference, {
      blocYearId: world.blocYearId,
      councilId: null,
      movementId: null,
      kind: 'year_end',
      title: 'Hội nghị tổng kết',
      heldOn: '2026-11-29',
      timeText: '',
      startsAt: '14:00',
      place: '',
      chairName: '',
      chairTitle: '',
      secretaryName: '',
      agenda: [],
    })
    await site.did('thuky', inviteMembers, { conferenceId })
    await site.did('thuky', openConference, { conferenceId })
    return conferenceId
  }
  const flag = (conferenceId: string, more: Partial<DraftPollInput> = {}): DraftPollInput => ({
    conferenceId,
    purpose: 'award',
    awardCode: 'co_ubnd_tinh',
    forYear: null,
    title: '',
    candidates: [
      { unitId: u1, name: '' },
      { unitId: u2, name: '' },
    ],
    seats: 1,
    ...more,
  })
  const drafted = async (more: Partial<DraftPollInput> = {}, conferenceId?: string) =>
    site.did('thuky', draftPoll, flag(conferenceId ?? (await opened()), more))
  const countOf = async (pollId: string) => (await findCounts(site.db, [pollId]))[0]

  it('start from the rules of the bloc: secret, all members, more than half, quorum two thirds', async () => {
    const { pollId } = await drafted()
    expect(await findPoll(site.db, pollId)).toMatchObject({
      title: 'Đề nghị tặng Cờ thi đua của UBND tỉnh',
      method: 'secret',
      base: 'all',
      form: 'choose',
      maxChoices: 1,
      passMark: { numerator: 1, denominator: 2, strictly: true },
      quorum: { numerator: 2, denominator: 3, strictly: false },
      ties: ['second_ballot', 'score', 'head_and_deputy'],
      selfVote: true,
      state: 'draft',
    })
  })

  it('come lowest award first, whatever the order they were prepared in', async () => {
    const conferenceId = await opened()
    await drafted({ purpose: 'head', awardCode: null }, conferenceId)
    await drafted({ awardCode: 'co_chinh_phu' }, conferenceId)
    await drafted({ awardCode: 'bang_khen_chu_tich_tinh' }, conferenceId)
    const order = (await listPolls(site.db, conferenceId)).map(
      ({ awardCode, purpose }) => awardCode ?? purpose,
    )
    expect(order).toEqual(['bang_khen_chu_tich_tinh', 'co_chinh_phu', 'head'])
  })

  it.each([
    [{ awardCode: null }, 'awardCode', 'award_missing'],
    [{ candidates: [] }, 'candidates', 'candidates_missing'],
    [{ seats: 3 }, 'seats', 'more_seats_than_candidates'],
    [
      { candidates: [{ unitId: '00000000-0000-7000-8000-000000000000', name: '' }] },
      'candidates',
      'candidate_not_member',
    ],
    [
      { purpose: 'head', candidates: [{ unitId: null, name: 'Một người' }] },
      'candidates',
      'office_needs_unit',
    ],
    [
      {
        candidates: [
          { unitId: null, name: 'A' },
          { unitId: null, name: 'a ' },
        ],
      },
      'candidates',
      'candidate_twice',
    ],
  ] as const)('refuse what cannot be voted on: %j', async (more, field, code) => {
    const refused = await site.act('thuky', draftPoll, flag(await opened(), more as Partial<DraftPollInput>))
    expect(refused).toMatchObject({ error: { fields: { [field]: { code } } } })
  })

  it('keep to a rule the province has locked', async () => {
    await site.db
      .insertInto('ruleValue')
      .values({
        provinceId: world.provinceId,
        key: 'voting.base',
        value: JSON.stringify('all'),
        locked: true,
        basis: 'QĐ 1',
      })
      .execute()
    const refused = await site.act('thuky', draftPoll, flag(await opened(), { base: 'valid' }))
    expect(refused).toMatchObject({ error: { fields: { base: { code: 'poll_rule_locked' } } } })
  })

  it('do not let a teller be voted on, from either side', async () => {
    const conferenceId = await opened()
    await site.did('thuky', appointTellers, {
      conferenceId,
      tellers: [{ name: 'Đại diện Sở Tài chính', unitId: u3, duty: 'head' }],
    })
    const candidate = await site.act(
      'thuky',
      draftPoll,
      flag(conferenceId, { candidates: [{ unitId: u3, name: '' }] }),
    )
    expect(candidate).toMatchObject({ error: { fields: { candidates: { code: 'candidate_is_teller' } } } })
    await drafted({}, conferenceId)
    const teller = await site.act('thuky', appointTellers, {
      conferenceId,
      tellers: [{ name: 'Người của Sở', unitId: u1, duty: 'member' }],
    })
    expect(teller).toMatchObject({ error: { code: 'teller_is_candidate' } })
  })

  it('count a secret ballot when they close, one vote a unit by its leader', async () => {
    const { pollId, candidateIds } = await drafted()
    const [a = '', b = ''] = candidateIds
    const early = await site.act('ld1', castBallot, { pollId, stances: { [a]: 'for' } })
    expect(early).toMatchObject({ error: { code: 'ballot_not_open_yet' } })
    await site.did('thuky', openPoll, { pollId })
    await site.did('ld1', castBallot, { pollId, stances: { [a]: 'for' } })
    await site.did('ld2', castBallot, { pollId, stances: { [a]: 'for' } })
    await site.did('ld3', castBallot, { pollId, stances: { [a]: 'for', [b]: 'abstain' } })
    await site.did('ld4', castBallot, { pollId, stances: {} })
    const again = await site.act('ld4', castBallot, { pollId, stances: { [b]: 'for' } })
    expect(again).toMatchObject({ error: { code: 'ballot_already_voted' } })
    expect(await site.act('cv4', castBallot, { pollId, stances: {} })).toMatchObject({
      error: { code: 'not_your_role' },
    })
    expect(await site.act('tinh', castBallot, { pollId, stances: {} })).toMatchObject({
      error: { code: 'not_your_role' },
    })
    await site.did('thuky', closePoll, { pollId })
    const late = await site.act('ld1', castBallot, { pollId, stances: { [a]: 'for' } })
    expect(late).toMatchObject({ error: { code: 'ballot_closed' } })
    const count = await countOf(pollId)
    expect(count).toMatchObject({
      source: 'box',
      entitled: 4,
      issued: 4,
      returned: 4,
      valid: 4,
      invalid: 0,
      taken: [a],
    })
    expect(count?.outcome.candidates[0]).toMatchObject({
      id: a,
      percent: '75',
      result: 'taken',
      votes: { for: 3, against: 0, abstain: 1 },
    })
    expect(await recount(site.db, pollId)).toMatchObject({ ok: true })
  })

  it.each([
    [
      'too many names',
      (a: string, b: string) => ({ [a]: 'for', [b]: 'for' }) as const,
      'ballot_too_many_choices',
    ],
    ['a name that is not on the list', () => ({ nobody: 'for' }) as const, 'ballot_unknown_candidate'],
  ])('refuse a ballot with %s, and the voter may vote again', async (_what, stances, code) => {
    const { pollId, candidateIds } = await drafted()
    const [a = '', b = ''] = candidateIds
    await site.did('thuky', openPoll, { pollId })
    expect(await site.act('ld3', castBallot, { pollId, stances: stances(a, b) })).toMatchObject({
      error: { code },
    })
    await site.did('ld3', castBallot, { pollId, stances: { [a]: 'for' } })
  })

  it('do not let a unit vote for itself where the bloc has switched that off', async () => {
    const { pollId, candidateIds } = await drafted({ selfVote: false })
    await site.did('thuky', openPoll, { pollId })
    const refused = await site.act('ld1', castBallot, { pollId, stances: { [candidateIds[0] ?? '']: 'for' } })
    expect(refused).toMatchObject({ error: { code: 'ballot_self_vote' } })
  })

  it('freeze the roll at opening: the present units, and who comes later does not vote', async () => {
    const conferenceId = await opened()
    const attend = (unitId: string, presence: 'present' | 'absent') =>
      site.did('thuky', recordAttendance, {
        conferenceId,
        channel: 'screen',
        lines: [{ ...line, unitId, presence }],
      })
    for (const unitId of [u1, u2, u3]) await attend(unitId, 'present')
    const { pollId } = await drafted({}, conferenceId)
    await site.did('thuky', openPoll, { pollId })
    await attend(u4, 'present')
    expect(await site.act('ld4', castBallot, { pollId, stances: {} })).toMatchObject({
      error: { code: 'ballot_not_on_roll' },
    })
    await site.did('ld1', castBallot, { pollId, stances: {} })
  })

  it('count the written opinions of absent units, no more than were recorded', async () => {
    const conferenceId = await opened()
    const lines = [
      { ...line, unitId: u1 },
      { ...line, unitId: u2 },
      { ...line, unitId: u3 },
      {
        ...line,
        unitId: u4,
        presence: 'absent',
        delegateName: '',
        writtenOpinion: 'Nhất trí đề nghị Sở Công Thương',
      },
    ] as const
    await site.did('thuky', recordAttendance, { conferenceId, channel: 'paper', lines })
    const { pollId, candidateIds } = await drafted({ method: 'hands' }, conferenceId)
    const [a = '', b = ''] = candidateIds
    const votes = { [a]: { for: 2, against: 0, abstain: 1 }, [b]: { for: 1, against: 0, abstain: 2 } }
    const opinion = { [a]: { for: 1, against: 0, abstain: 0 } }
    const refused = await site.act('thuky', recordHands, {
      pollId,
      votes,
      written: { count: 2, votes: opinion },
    })
    expect(refused).toMatchObject({
      error: { fields: { writtenCount: { code: 'more_written_than_recorded', params: ['1'] } } },
    })
    await site.did('thuky', recordHands, { pollId, votes, written: { count: 1, votes: opinion } })
    const count = await countOf(pollId)
    expect(count).toMatchObject({ present: 3, written: 1, returned: 3, taken: [a] })
    expect(count?.outcome.candidates[0]?.votes.for).toBe(3)
    expect(await recount(site.db, pollId)).toMatchObject({ ok: true })
  })

  it('take what was agreed by consensus', async () => {
    const { pollId, candidateIds } = await drafted({ method: 'consensus', seats: 2 })
    await site.did('thuky', recordConsensus, { pollId, agreed: candidateIds })
    expect((await countOf(pollId))?.taken).toHaveLength(2)
    expect(await site.act('thuky', recordConsensus, { pollId, agreed: candidateIds })).toMatchObject({
      error: { code: 'poll_already_counted' },
    })
  })

  it('refuse hands that are more than those present, at the candidate', async () => {
    const { pollId, candidateIds } = await drafted({ method: 'hands' })
    const [a = ''] = candidateIds
    const refused = await site.act('thuky', recordHands, {
      pollId,
      votes: { [a]: { for: 4, against: 1, abstain: 0 } },
    })
    expect(refused).toMatchObject({ error: { fields: { [`for.${a}`]: { code: 'more_votes_than_voters' } } } })
    expect((await findPoll(site.db, pollId))?.state).toBe('draft')
  })

  it('name each difference of a paper count at its field, and ask why ballots did not come back', async () => {
    const { pollId, candidateIds } = await drafted({ method: 'paper' })
    const [a = '', b = ''] = candidateIds
    const paper = {
      pollId,
      issued: 4,
      returned: 4,
      valid: 3,
      invalid: 1,
      votes: { [a]: { for: 2, against: 0, abstain: 0 }, [b]: { for: 1, against: 0, abstain: 0 } },
      file: null,
    }
    const wrong = await site.act('thuky', recordPaperCount, { ...paper, issued: 5, valid: 2 })
    expect(wrong).toMatchObject({
      error: {
        fields: {
          issued: { code: 'paper_issued_exceeds_roll' },
          valid: { code: 'paper_returned_not_valid_and_invalid' },
          note: { code: 'paper_not_all_returned' },
        },
      },
    })
    const short = { ...paper, returned: 3, invalid: 0 }
    expect(await site.act('thuky', recordPaperCount, short)).toMatchObject({
      error: { fields: { note: { code: 'paper_not_all_returned' } } },
    })
    await site.did('thuky', recordPaperCount, { ...short, note: 'Một đại biểu ra về sớm' })
    expect(await countOf(pollId)).toMatchObject({
      source: 'paper',
      issued: 4,
      returned: 3,
      valid: 3,
      taken: [],
    })
    expect(await recount(site.db, pollId)).toMatchObject({ ok: true })
  })

  it('break a tie by a second ballot, then by head and deputy with a reason', async () => {
    const conferenceId = await opened()
    const { pollId, candidateIds } = await drafted(
      { method: 'hands', passMark: 'two_thirds', form: 'yes_no', maxChoices: null },
      conferenceId,
    )
    const equal = Object.fromEntries(candidateIds.map((id) => [id, { for: 3, against: 1, abstain: 0 }]))
    await site.did('thuky', recordHands, { pollId, votes: equal })
    expect((await countOf(pollId))?.outcome.tie).toMatchObject({ seatsLeft: 1, step: 'second_ballot' })
    const early = await site.act('thuky', decideTie, { pollId, chosen: [candidateIds[0] ?? ''], reason: 'x' })
    expect(early).toMatchObject({ error: { code: 'tie_needs_second_ballot' } })
    const second = await site.did('thuky', secondBallot, { pollId })
    expect(await site.act('thuky', secondBallot, { pollId })).toMatchObject({
      error: { code: 'second_ballot_exists' },
    })
    const [a = '', b = ''] = second.candidateIds
    const two = { for: 2, against: 0, abstain: 2 }
    await site.did('thuky', recordHands, { pollId: second.pollId, votes: { [a]: two, [b]: two } })
    const bare = await site.act('thuky', decideTie, { pollId: second.pollId, chosen: [b], reason: '' })
    expect(bare).toMatchObject({ error: { fields: { reason: { code: 'reason_required' } } } })
    await site.did('thuky', decideTie, {
      pollId: second.pollId,
      chosen: [b],
      reason: 'Dẫn đầu về chuyển đổi số',
    })
    expect(await countOf(second.pollId)).toMatchObject({
      taken: [b],
      decision: { reason: 'Dẫn đầu về chuyển đổi số' },
      outcome: { tie: null },
    })
    expect(await recount(site.db, second.pollId)).toMatchObject({ ok: true })
  })

  it('break a tie by score where there is a ranking', async () => {
    const table = await site.db
      .insertInto('scoreTable')
      .values({ blocYearId: world.blocYearId, title: 'Bảng điểm', total: '100' })
      .returning('id')
      .executeTakeFirstOrThrow()
    const rows = JSON.stringify([
      { unit: u1, total: '91.5' },
      { unit: u2, total: '95.25' },
    ])
    const ranking = await site.db
      .insertInto('ranking')
      .values({ scoreTableId: table.id, layer: 'final', rows, fingerprint: 'x' })
      .returning('id')
      .executeTakeFirstOrThrow()
    const { pollId, candidateIds } = await drafted({
      method: 'hands',
      ties: ['score'],
      form: 'yes_no',
      maxChoices: null,
    })
    const equal = Object.fromEntries(candidateIds.map((id) => [id, { for: 4, against: 0, abstain: 0 }]))
    await site.did('thuky', recordHands, { pollId, votes: equal })
    expect(await countOf(pollId)).toMatchObject({ taken: [candidateIds[1]], outcome: { tie: null } })
    expect(await recount(site.db, pollId)).toMatchObject({ ok: true })
    await site.db.deleteFrom('ranking').where('id', '=', ranking.id).execute()
  })

  it('notice a count that no longer agrees with the box', async () => {
    const { pollId, candidateIds } = await drafted()
    await site.did('thuky', openPoll, { pollId })
    await site.did('ld1', castBallot, { pollId, stances: { [candidateIds[0] ?? '']: 'for' } })
    await site.did('thuky', closePoll, { pollId })
    await site.db
      .updateTable('box.box')
      .set({ ballots: ['[]'] })
      .where('pollId', '=', pollId)
      .execute()
    expect(await recount(site.db, pollId)).toMatchObject({ ok: false })
    await site.db.updateTable('box.box').set({ ballots: [] }).where('pollId', '=', pollId).execute()
    expect(await recount(site.db, pollId)).toMatchObject({ ok: false })
    expect(await recount(site.db, 'không có')).toMatchObject({ ok: false })
  })

  it('go away only as long as they were not opened', async () => {
    const { pollId } = await drafted()
    await site.did('thuky', openPoll, { pollId })
    expect(await site.act('thuky', discardPoll, { pollId })).toMatchObject({
      error: { code: 'poll_not_draft' },
    })
    const other = await drafted()
    await site.did('thuky', discardPoll, { pollId: other.pollId })
    expect(await findPoll(site.db, other.pollId)).toBeUndefined()
  })

  it('appoint the elected unit head of next year from a day on; nobody else, and not before the election', async () => {
    const { pollId, candidateIds } = await drafted({ purpose: 'head', awardCode: null, method: 'consensus' })
    const input = {
      pollId,
      fromDate: '2027-01-01',
      personName: 'Người đứng đầu',
      personTitle: 'Giám đốc',
      basis: '',
    }
    expect(await site.act('thuky', appointElected, input)).toMatchObject({
      error: { code: 'poll_not_counted' },
    })
    await site.did('thuky', recordConsensus, { pollId, agreed: [candidateIds[1] ?? ''] })
    expect(await site.act('thuky', appointElected, { ...input, unitId: u1 })).toMatchObject({
      error: { fields: { unitId: { code: 'unit_not_elected' } } },
    })
    expect(await site.act('thuky', appointElected, { ...input, fromDate: '2026-11-01' })).toMatchObject({
      error: { fields: { fromDate: { code: 'term_before_election' } } },
    })
    await site.did('thuky', appointElected, input)
    expect(await findChosen(site.db, { blocId: world.blocId, role: 'head', forYear: 2027 })).toMatchObject({
      unitId: u2,
      how: 'elected',
      fromDate: '2027-01-01',
      basis: 'Hội nghị tổng kết',
    })
  })
})
