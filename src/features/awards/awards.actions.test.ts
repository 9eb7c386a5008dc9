import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openSite } from '../../../test/support/site.ts'
import { buildWorld, type World } from '../../../test/support/world.ts'
import type { AwardCode } from '../../domain/awards/index.ts'
import { writeAchievement } from './achievement.actions.ts'
import { presentAward, type RecordOutcomeInput, recordOutcome } from './outcome.actions.ts'
import { findProposal, listProposals, listSubmissions } from './proposals.store.ts'
import {
  nameProposal,
  type ProposeAwardInput,
  proposeAward,
  proposeUnnamed,
  withdrawProposal,
} from './propose.actions.ts'
import { addAwardRecord, removeAwardRecord } from './records.actions.ts'
import { listRecordsOfUnit, searchRecords } from './records.store.ts'
import { type SubmitProposalsInput, submitProposals } from './submit.actions.ts'

const PDF = new TextEncoder().encode('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')

describe('proposals of a bloc', async () => {
  const site = await openSite('2026-12-20')
  const { db } = site
  let world: World
  const unit = (number: 1 | 2 | 3 | 4) => world.unitIds[number - 1] as string

  beforeAll(async () => {
    world = await buildWorld(site, { state: 'conference' })
  })

  beforeEach(async () => {
    for (const table of [
      'award_record',
      'proposal',
      'submission',
      'bar',
      'registration',
      'unit_step',
      'rating',
      'rule_value',
    ]) {
      await sql`delete from ${sql.table(table)}`.execute(db)
    }
    await sql`truncate ranking, score_table, poll, conference cascade`.execute(db)
  })

  const propose = (change: Partial<ProposeAwardInput> = {}): ProposeAwardInput => ({
    blocYearId: world.blocYearId,
    awardCode: 'bang_khen_chu_tich_tinh',
    recipient: 'collective',
    unitId: unit(1),
    recipientName: '',
    printedWording: '',
    mode: 'score',
    departureReason: '',
    overrideReason: '',
    proposedOn: '2026-12-05',
    ...change,
  })
  const submission = (change: Partial<SubmitProposalsInput> = {}): SubmitProposalsInput => ({
    blocYearId: world.blocYearId,
    movementId: null,
    sentOn: '2026-12-08',
    addressee: 'Hội đồng Thi đua - Khen thưởng tỉnh',
    number: '15/TTr-KTĐ',
    channel: 'paper',
    leftOutReason: '',
    note: '',
    ...change,
  })
  const outcome = (proposalId: string, change: Partial<RecordOutcomeInput> = {}): RecordOutcomeInput => ({
    proposalIds: [proposalId],
    outcome: 'granted',
    on: '2026-12-18',
    reason: '',
    number: '1511/QĐ-UBND',
    issuer: 'Chủ tịch UBND tỉnh Bắc Ninh',
    channel: 'paper',
    ...change,
  })

  /** Freezes a ranking of the four units: 98,5; 97; 96; 90 points. */
  const freezeRanking = async () => {
    const table = await sql<{ id: string }>`
      insert into score_table (bloc_year_id, total, state) values (${world.blocYearId}, 100, 'frozen') returning id`.execute(
      db,
    )
    const rows = ['98.5', '97', '96', '90'].map((value, index) => ({
      unitId: world.unitIds[index],
      rank: index + 1,
      value,
    }))
    await sql`insert into ranking (score_table_id, layer, rows, fingerprint)
      values (${table.rows[0]?.id}, 'final', ${JSON.stringify(rows)}, 'x')`.execute(db)
  }

  /** A poll on an award, counted, that took the named units. */
  const countPoll = async (award: AwardCode, taken: readonly string[]) => {
    const conference = await sql<{ id: string }>`
      insert into conference (province_id, bloc_year_id, kind, title) values (${world.provinceId}, ${world.blocYearId}, 'year_end', 'Tổng kết') returning id`.execute(
      db,
    )
    const poll = await sql<{ id: string }>`
      insert into poll (conference_id, purpose, award_code, title, method, state)
      values (${conference.rows[0]?.id}, 'award', ${award}, 'Bình xét', 'secret', 'counted') returning id`.execute(
      db,
    )
    const pollId = poll.rows[0]?.id ?? ''
    const won: string[] = []
    const results: unknown[] = []
    for (const unitId of world.unitIds) {
      const row = await sql<{
        id: string
      }>`insert into candidate (poll_id, unit_id) values (${pollId}, ${unitId}) returning id`.execute(db)
      const id = row.rows[0]?.id ?? ''
      if (taken.includes(unitId)) won.push(id)
      results.push({ id, votes: { for: taken.includes(unitId) ? 3 : 1, against: 1, abstain: 0 } })
    }
    await sql`insert into poll_count (poll_id, source, entitled, present, issued, returned, valid, invalid, outcome, taken)
      values (${pollId}, 'paper', 4, 4, 4, 4, 4, 0, ${JSON.stringify({ base: 4, candidates: results })}, ${won}::uuid[])`.execute(
      db,
    )
    return pollId
  }

  const stateOf = async (id: string) => (await findProposal(db, id))?.state

  describe('proposing', () => {
    it('takes a unit whose place lies within the ceiling, with its rank and the day', async () => {
      await freezeRanking()
      const { proposalId } = await site.did(
        'ld1',
        proposeAward,
        propose({ unitId: unit(3), printedWording: 'Bằng khen của UBND tỉnh' }),
      )
      expect(await findProposal(db, proposalId)).toMatchObject({
        unitName: 'Sở Tài chính',
        printedWording: 'Bằng khen của UBND tỉnh',
        rank: 3,
        state: 'proposed',
        departureReason: '',
        warnings: [],
        steps: [{ step: 'proposed', happenedOn: '2026-12-05' }],
      })
    })

    it('lets the head unit itself be proposed', async () => {
      await freezeRanking()
      const { proposalId } = await site.did('ld1', proposeAward, propose({ unitId: unit(1) }))
      expect(await findProposal(db, proposalId)).toMatchObject({ unitId: unit(1), rank: 1 })
    })

    it('asks for a reason when the place is beyond the ceiling, and keeps it for the minutes', async () => {
      await freezeRanking()
      expect(await site.act('ld1', proposeAward, propose({ unitId: unit(4) }))).toMatchObject({
        ok: false,
        error: { fields: { departureReason: { code: 'proposal_reason_needed' } } },
      })
      const { proposalId } = await site.did(
        'ld1',
        proposeAward,
        propose({ unitId: unit(4), departureReason: 'Hội nghị thống nhất vì thành tích đột xuất' }),
      )
      expect(await findProposal(db, proposalId)).toMatchObject({
        departureReason: 'Hội nghị thống nhất vì thành tích đột xuất',
        warnings: [{ code: 'departs' }],
      })
    })

    it('waits for the vote where the rules choose a flag by vote', async () => {
      await freezeRanking()
      const flag = propose({ awardCode: 'co_ubnd_tinh', mode: 'vote_among_top' })
      expect(await site.act('ld1', proposeAward, flag)).toMatchObject({
        ok: false,
        error: { fields: { mode: { code: 'proposal_vote_not_held' } } },
      })
      const pollId = await countPoll('co_ubnd_tinh', [unit(2)])
      expect(await site.act('ld1', proposeAward, flag)).toMatchObject({
        ok: false,
        error: { fields: { departureReason: { code: 'proposal_reason_needed' } } },
      })
      const { proposalId } = await site.did('ld1', proposeAward, { ...flag, unitId: unit(2) })
      expect(await findProposal(db, proposalId)).toMatchObject({
        pollId,
        mode: 'vote_among_top',
        warnings: [],
      })
    })

    it('asks why a flag is given by score when the rules ask for a vote', async () => {
      await freezeRanking()
      const flag = propose({ awardCode: 'co_ubnd_tinh', mode: 'score' })
      expect(await site.act('ld1', proposeAward, flag)).toMatchObject({
        ok: false,
        error: { fields: { departureReason: { code: 'proposal_reason_needed' } } },
      })
    })

    it('takes an agreement of a conference that has neither scores nor ballots', async () => {
      const { proposalId } = await site.did(
        'ld1',
        proposeAward,
        propose({ awardCode: 'co_ubnd_tinh', mode: 'consensus' }),
      )
      expect(await findProposal(db, proposalId)).toMatchObject({
        mode: 'consensus',
        rank: null,
        warnings: [],
      })
      expect(await site.act('ld1', proposeAward, propose({ unitId: unit(2), mode: 'score' }))).toMatchObject({
        ok: false,
        error: { fields: { mode: { code: 'proposal_no_ranking' } } },
      })
    })

    it('stops at an open inspection, which suspends by law, whatever reason is given', async () => {
      await freezeRanking()
      await sql`insert into bar (unit_id, year, kind, opened_on) values (${unit(1)}, 2026, 'inspection', '2026-11-01')`.execute(
        db,
      )
      const asked = propose({ departureReason: 'Vẫn đề nghị' })
      expect(await site.act('ld1', proposeAward, asked)).toMatchObject({
        ok: false,
        error: { fields: { unitId: { code: 'proposal_suspended' } } },
      })
      await sql`update bar set cleared_on = '2026-12-01'`.execute(db)
      expect((await site.act('ld1', proposeAward, asked)).ok).toBe(true)
    })

    it('lets a bar that is not confirmed law give way to a recorded reason', async () => {
      await freezeRanking()
      await sql`insert into rating (unit_id, year, subject, level, decided_on) values (${unit(2)}, 2026, 'unit', 'completed', '2026-12-01')`.execute(
        db,
      )
      expect(await site.act('ld1', proposeAward, propose({ unitId: unit(2) }))).toMatchObject({
        ok: false,
        error: { fields: { departureReason: { code: 'proposal_reason_needed' } } },
      })
      const { proposalId } = await site.did(
        'ld1',
        proposeAward,
        propose({ unitId: unit(2), departureReason: 'Tỉnh chưa quy định' }),
      )
      expect((await findProposal(db, proposalId))?.warnings).toMatchObject([
        { code: 'bar', bar: { code: 'below_good', mark: 'unverified' } },
      ])
    })

    it('warns above the ceiling and goes on only with a reason, which stays', async () => {
      await freezeRanking()
      await site.did(
        'ld1',
        proposeAward,
        propose({ awardCode: 'co_ubnd_tinh', mode: 'consensus', unitId: unit(1) }),
      )
      const second = propose({
        awardCode: 'co_ubnd_tinh',
        mode: 'consensus',
        unitId: unit(2),
        departureReason: 'Đồng hạng',
      })
      expect(await site.act('ld1', proposeAward, second)).toMatchObject({
        ok: false,
        error: { fields: { overrideReason: { code: 'proposal_over_ceiling', params: ['2', '1'] } } },
      })
      const { proposalId } = await site.did('ld1', proposeAward, {
        ...second,
        overrideReason: 'Được tỉnh đồng ý',
      })
      expect(await findProposal(db, proposalId)).toMatchObject({
        overrideReason: 'Được tỉnh đồng ý',
        warnings: [{ code: 'departs' }, { code: 'over_ceiling', proposed: 2, most: 1, mark: 'unverified' }],
      })
    })

    it('makes room below for whoever is proposed for a flag', async () => {
      await freezeRanking()
      await site.did(
        'ld1',
        proposeAward,
        propose({ awardCode: 'co_ubnd_tinh', mode: 'consensus', unitId: unit(1) }),
      )
      const { proposalId } = await site.did('ld1', proposeAward, propose({ unitId: unit(4) }))
      expect(await findProposal(db, proposalId)).toMatchObject({ rank: 4, warnings: [] })
      expect(await site.act('ld1', proposeAward, propose({ unitId: unit(1) }))).toMatchObject({
        ok: false,
        error: { fields: { departureReason: { code: 'proposal_reason_needed' } } },
      })
    })

    it('names a unit once for an award', async () => {
      await freezeRanking()
      await site.did('ld1', proposeAward, propose())
      expect(await site.act('ld1', proposeAward, propose())).toMatchObject({
        ok: false,
        error: { fields: { unitId: { code: 'proposal_once' } } },
      })
    })

    it('names a person by name, outside the ranking of units', async () => {
      const { proposalId } = await site.did(
        'ld1',
        proposeAward,
        propose({
          recipient: 'person',
          recipientName: 'Trưởng phòng Quản lý thương mại',
          unitId: unit(2),
          mode: 'consensus',
        }),
      )
      expect(await findProposal(db, proposalId)).toMatchObject({
        recipient: 'person',
        recipientName: 'Trưởng phòng Quản lý thương mại',
      })
      expect(
        await site.act('ld1', proposeAward, propose({ recipient: 'person', recipientName: ' ' })),
      ).toMatchObject({
        ok: false,
        error: { fields: { recipientName: { code: 'required' } } },
      })
      expect(
        await site.act(
          'ld1',
          proposeAward,
          propose({ recipient: 'person', recipientName: 'A', awardCode: 'co_chinh_phu' }),
        ),
      ).toMatchObject({
        ok: false,
        error: { fields: { awardCode: { code: 'award_not_for_recipient' } } },
      })
    })

    it('counts several unnamed units against the ceiling and gives them their names later', async () => {
      await freezeRanking()
      const unnamed = {
        blocYearId: world.blocYearId,
        awardCode: 'bang_khen_chu_tich_tinh',
        printedWording: '',
        mode: 'score',
        departureReason: '',
        overrideReason: '',
        proposedOn: '2026-12-05',
      } as const
      expect(await site.act('ld1', proposeUnnamed, { ...unnamed, count: 4 })).toMatchObject({
        ok: false,
        error: { fields: { overrideReason: { code: 'proposal_over_ceiling' } } },
      })
      const { proposalIds } = await site.did('ld1', proposeUnnamed, { ...unnamed, count: 3 })
      expect(proposalIds).toHaveLength(3)
      const [first = ''] = proposalIds
      expect(await findProposal(db, first)).toMatchObject({ nameWithheld: true, unitId: null })
      await site.did('ld1', nameProposal, {
        proposalId: first,
        unitId: unit(2),
        mode: 'score',
        departureReason: '',
        named: true,
      })
      expect(await findProposal(db, first)).toMatchObject({ nameWithheld: false, unitId: unit(2), rank: 2 })
    })

    it('is closed to a member that does not lead, and to strangers', async () => {
      for (const other of ['ld3', 'nguoila', 'quantri']) {
        expect(await site.act(other, proposeAward, propose())).toMatchObject({
          ok: false,
          error: { code: 'not_your_role' },
        })
      }
    })

    it('is not dated ahead of today', async () => {
      expect(await site.act('ld1', proposeAward, propose({ proposedOn: '2027-01-01' }))).toMatchObject({
        ok: false,
        error: { fields: { proposedOn: { code: 'date_in_future' } } },
      })
    })
  })

  describe('withdrawing', () => {
    it('needs a reason and frees the place', async () => {
      await freezeRanking()
      const { proposalId } = await site.did('ld1', proposeAward, propose())
      expect(await site.act('ld1', withdrawProposal, { proposalId, reason: ' ' })).toMatchObject({
        ok: false,
        error: { fields: { reason: { code: 'reason_required' } } },
      })
      await site.did('ld1', withdrawProposal, { proposalId, reason: 'Đơn vị xin rút', on: '2026-12-06' })
      expect(await findProposal(db, proposalId)).toMatchObject({
        state: 'withdrawn',
        outcomeReason: 'Đơn vị xin rút',
      })
      expect((await site.act('ld1', proposeAward, propose())).ok).toBe(true)
      expect(await site.act('ld1', withdrawProposal, { proposalId, reason: 'lần nữa' })).toMatchObject({
        ok: false,
        error: { code: 'proposal_step_not_open' },
      })
    })
  })

  describe('the achievement report', () => {
    it('is kept as a draft, then handed in by the unit, and moves its cell of the year board', async () => {
      await freezeRanking()
      const { proposalId } = await site.did('ld1', proposeAward, propose({ unitId: unit(3) }))
      const cell = () =>
        db
          .selectFrom('unitStep')
          .select(['state', 'onBehalf', 'channel'])
          .where('unitId', '=', unit(3))
          .executeTakeFirst()
      await site.did('cv3', writeAchievement, {
        proposalId,
        achievement: 'Thu ngân sách vượt dự toán.',
        channel: 'screen',
        send: false,
      })
      expect(await cell()).toMatchObject({ state: 'draft', onBehalf: false })
      await site.did('ld1', writeAchievement, {
        proposalId,
        achievement: 'Thu ngân sách vượt dự toán.',
        channel: 'paper',
        send: true,
      })
      expect(await cell()).toMatchObject({ state: 'sent', onBehalf: true, channel: 'paper' })
    })

    it('shows the second writer what the first one wrote', async () => {
      const { proposalId } = await site.did(
        'ld1',
        proposeAward,
        propose({ unitId: unit(3), mode: 'consensus' }),
      )
      await site.did('cv3', writeAchievement, {
        proposalId,
        achievement: 'Bản của chuyên viên',
        channel: 'screen',
        send: false,
        version: 1,
      })
      expect(
        await site.act('ld3', writeAchievement, {
          proposalId,
          achievement: 'Bản của lãnh đạo',
          channel: 'screen',
          send: false,
          version: 1,
        }),
      ).toMatchObject({
        ok: false,
        error: {
          code: 'changed_meanwhile',
          differences: [{ field: 'achievement', after: 'Bản của chuyên viên' }],
        },
      })
    })

    it('belongs to the proposed unit, not to its neighbours, and is closed once sent up', async () => {
      const { proposalId } = await site.did(
        'ld1',
        proposeAward,
        propose({ unitId: unit(3), mode: 'consensus' }),
      )
      const write = { proposalId, achievement: 'x', channel: 'screen', send: false } as const
      expect(await site.act('ld4', writeAchievement, write)).toMatchObject({
        ok: false,
        error: { code: 'not_your_role' },
      })
      await site.did('ld1', submitProposals, submission())
      expect(await site.act('ld3', writeAchievement, write)).toMatchObject({
        ok: false,
        error: { code: 'achievement_closed' },
      })
    })
  })

  describe('submitting', () => {
    it('sends everything that is proposed, with number, addressee and signed scan', async () => {
      await freezeRanking()
      const ids: string[] = []
      for (const number of [1, 2, 3] as const)
        ids.push((await site.did('ld1', proposeAward, propose({ unitId: unit(number) }))).proposalId)
      await site.did('ld1', submitProposals, submission({ scan: { name: 'to-trinh.pdf', bytes: PDF } }))
      for (const id of ids) expect(await stateOf(id)).toBe('submitted')
      expect(await listSubmissions(db, { blocYearId: world.blocYearId })).toMatchObject([
        { number: '15/TTr-KTĐ', sentOn: '2026-12-08', scanFileName: 'to-trinh.pdf', proposals: 3 },
      ])
      expect(await site.act('ld1', submitProposals, submission())).toMatchObject({
        ok: false,
        error: { code: 'nothing_to_submit' },
      })
    })

    it('asks why a unit that the ranking suggests is left out', async () => {
      await freezeRanking()
      await site.did('ld1', proposeAward, propose({ unitId: unit(1) }))
      await site.did('ld1', proposeAward, propose({ unitId: unit(3) }))
      expect(await site.act('ld1', submitProposals, submission())).toMatchObject({
        ok: false,
        error: { fields: { leftOutReason: { code: 'proposal_left_out', params: ['Sở Xây dựng'] } } },
      })
      await site.did('ld1', submitProposals, submission({ leftOutReason: 'Sở Xây dựng xin không nhận' }))
    })

    it('is not done by the secretary, nor before the day of the proposals', async () => {
      await site.did('ld1', proposeAward, propose({ mode: 'consensus' }))
      expect(await site.act('thuky', submitProposals, submission())).toMatchObject({
        ok: false,
        error: { code: 'not_your_role' },
      })
      expect(await site.act('ld1', submitProposals, submission({ sentOn: '2026-12-01' }))).toMatchObject({
        ok: false,
        error: { fields: { sentOn: { code: 'before_previous_step' } } },
      })
    })
  })

  describe('the outcome', () => {
    const submitted = async (change: Partial<ProposeAwardInput> = {}) => {
      const { proposalId } = await site.did('ld1', proposeAward, propose({ mode: 'consensus', ...change }))
      await site.did('ld1', submitProposals, submission())
      return proposalId
    }

    it('goes by the council to a decision, enters the award record and is presented', async () => {
      const proposalId = await submitted({ printedWording: 'Bằng khen (UBND tỉnh)' })
      await site.did('tinh', recordOutcome, outcome(proposalId, { outcome: 'council', on: '2026-12-15' }))
      await site.did(
        'tinh',
        recordOutcome,
        outcome(proposalId, { file: { name: 'quyet-dinh.pdf', bytes: PDF } }),
      )
      expect(await listRecordsOfUnit(db, unit(1))).toMatchObject([
        {
          recipientName: 'Sở Công Thương',
          awardCode: 'bang_khen_chu_tich_tinh',
          printedWording: 'Bằng khen (UBND tỉnh)',
          year: 2026,
          decisionNumber: '1511/QĐ-UBND',
          decidedOn: '2026-12-18',
          proposalId,
        },
      ])
      await site.did('tinh', presentAward, {
        proposalIds: [proposalId],
        presentedOn: '2026-12-20',
        presentedAt: 'Hội nghị tổng kết',
        channel: 'paper',
      })
      const after = await findProposal(db, proposalId)
      expect(after).toMatchObject({
        state: 'granted',
        presentedOn: '2026-12-20',
        presentedAt: 'Hội nghị tổng kết',
      })
      expect(after?.steps.map((step) => step.step)).toEqual([
        'proposed',
        'submitted',
        'council',
        'granted',
        'presented',
      ])
    })

    it('is final: a refused proposal is neither granted nor withdrawn', async () => {
      const proposalId = await submitted()
      expect(
        await site.act('tinh', recordOutcome, outcome(proposalId, { outcome: 'refused' })),
      ).toMatchObject({
        ok: false,
        error: { fields: { reason: { code: 'reason_required' } } },
      })
      await site.did(
        'tinh',
        recordOutcome,
        outcome(proposalId, { outcome: 'refused', reason: 'Không đủ tiêu chuẩn' }),
      )
      expect(await site.act('tinh', recordOutcome, outcome(proposalId))).toMatchObject({
        ok: false,
        error: { code: 'proposal_step_not_open' },
      })
      expect(await site.act('ld1', withdrawProposal, { proposalId, reason: 'rút' })).toMatchObject({
        ok: false,
        error: { code: 'proposal_step_not_open' },
      })
      expect(
        (await searchRecords(db, { search: '', year: '', awardCode: '', provinceId: '' }, 1)).total,
      ).toBe(0)
    })

    it('sends a dossier back with a reason; the report opens again and the list goes up a second time', async () => {
      const { proposalId } = await site.did(
        'ld1',
        proposeAward,
        propose({ unitId: unit(2), mode: 'consensus' }),
      )
      await site.did('ld2', writeAchievement, {
        proposalId,
        achievement: 'Thành tích',
        channel: 'screen',
        send: true,
      })
      await site.did('ld1', submitProposals, submission())
      await site.did(
        'tinh',
        recordOutcome,
        outcome(proposalId, { outcome: 'returned', on: '2026-12-10', reason: 'Thiếu số liệu ba năm' }),
      )
      expect(
        await db
          .selectFrom('unitStep')
          .select(['state', 'reason'])
          .where('unitId', '=', unit(2))
          .executeTakeFirst(),
      ).toMatchObject({
        state: 'returned',
        reason: 'Thiếu số liệu ba năm',
      })
      await site.did('ld2', writeAchievement, {
        proposalId,
        achievement: 'Thành tích ba năm',
        channel: 'screen',
        send: true,
      })
      await site.did('ld1', submitProposals, submission({ sentOn: '2026-12-12', number: '16/TTr-KTĐ' }))
      expect(await stateOf(proposalId)).toBe('submitted')
    })

    it('is decided above the bloc, by a numbered decision', async () => {
      const proposalId = await submitted()
      expect(await site.act('tinh', recordOutcome, outcome(proposalId, { number: '' }))).toMatchObject({
        ok: false,
        error: { fields: { number: { code: 'decision_number_needed' } } },
      })
      expect(
        await site.act('tinh', recordOutcome, outcome(proposalId, { issuer: 'Khối thi đua Kinh tế' })),
      ).toMatchObject({
        ok: false,
        error: { fields: { issuer: { code: 'bloc_cannot_decide' } } },
      })
      expect(await site.act('ld1', recordOutcome, outcome(proposalId))).toMatchObject({
        ok: false,
        error: { code: 'not_your_role' },
      })
    })

    it('saves all or nothing when one paper answers several proposals', async () => {
      const first = await site.did('ld1', proposeAward, propose({ mode: 'consensus' }))
      const second = await site.did('ld1', proposeAward, propose({ unitId: unit(2), mode: 'consensus' }))
      await site.did('ld1', submitProposals, submission({ proposalIds: [first.proposalId] }))
      const both = [first.proposalId, second.proposalId]
      expect(await site.act('tinh', recordOutcome, outcome('', { proposalIds: both }))).toMatchObject({
        ok: false,
        error: { code: 'proposal_step_not_open' },
      })
      expect(await stateOf(first.proposalId)).toBe('submitted')
      expect(await listRecordsOfUnit(db, unit(1))).toEqual([])
    })

    it('asks whom the decision names when the name was withheld', async () => {
      const { proposalIds } = await site.did('ld1', proposeUnnamed, {
        blocYearId: world.blocYearId,
        awardCode: 'bang_khen_chu_tich_tinh',
        count: 1,
        printedWording: '',
        mode: 'consensus',
        departureReason: '',
        overrideReason: '',
        proposedOn: '2026-12-05',
      })
      const [id = ''] = proposalIds
      await site.did('ld1', submitProposals, submission())
      expect(await site.act('tinh', recordOutcome, outcome(id))).toMatchObject({
        ok: false,
        error: { fields: { unitId: { code: 'receiver_needed' } } },
      })
      await site.did('tinh', recordOutcome, outcome(id, { unitId: unit(4) }))
      expect(await findProposal(db, id)).toMatchObject({
        state: 'granted',
        unitId: unit(4),
        nameWithheld: false,
      })
    })
  })

  describe('the award record', () => {
    const past = () => ({
      provinceId: world.provinceId,
      unitId: unit(1),
      recipientName: '',
      awardCode: 'co_ubnd_tinh' as const,
      printedWording: '',
      year: 2024,
      decisionNumber: '',
      decidedOn: '2025-02-10',
      decidedBy: 'UBND tỉnh',
      source: 'Sổ khen thưởng',
    })

    it('takes in awards of the past from the province, under the name of their year', async () => {
      await sql`insert into unit_name (unit_id, name, short_name, valid_from) values (${unit(1)}, 'Sở Công Thương mới', 'SCT', '2025-03-01')`.execute(
        db,
      )
      await site.did('tinh', addAwardRecord, past())
      expect(await listRecordsOfUnit(db, unit(1))).toMatchObject([
        { recipientName: 'Sở Công Thương', year: 2024 },
      ])
      for (const search of ['cong thuong', 'công thương mới']) {
        expect(
          (
            await searchRecords(
              db,
              { search, year: '2024', awardCode: 'co_ubnd_tinh', provinceId: world.provinceId },
              1,
            )
          ).total,
        ).toBe(1)
      }
      expect(
        (await searchRecords(db, { search: 'xây dựng', year: '', awardCode: '', provinceId: '' }, 1)).total,
      ).toBe(0)
    })

    it('is kept by the province alone; what a decision granted here cannot be taken out', async () => {
      expect(await site.act('ld1', addAwardRecord, past())).toMatchObject({
        ok: false,
        error: { code: 'not_your_role' },
      })
      const { recordId } = await site.did('tinh', addAwardRecord, past())
      await site.did('tinh', removeAwardRecord, { recordId, reason: 'Nhập nhầm năm' })
      const { proposalId } = await site.did('ld1', proposeAward, propose({ mode: 'consensus' }))
      await site.did('ld1', submitProposals, submission())
      await site.did('tinh', recordOutcome, outcome(proposalId))
      const [granted] = await listRecordsOfUnit(db, unit(1))
      expect(
        await site.act('tinh', removeAwardRecord, { recordId: granted?.id ?? '', reason: 'x' }),
      ).toMatchObject({ ok: false, error: { code: 'record_of_decision' } })
    })
  })

  it('lists proposals from the highest award down', async () => {
    await site.did('ld1', proposeAward, propose({ mode: 'consensus' }))
    await site.did(
      'ld1',
      proposeAward,
      propose({ awardCode: 'co_chinh_phu', unitId: unit(2), mode: 'consensus' }),
    )
    expect((await listProposals(db, { blocYearId: world.blocYearId })).map((one) => one.awardCode)).toEqual([
      'co_chinh_phu',
      'bang_khen_chu_tich_tinh',
    ])
  })
})
