import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openSite } from '../../../test/support/site.ts'
import { buildWorld, type World } from '../../../test/support/world.ts'
import { writeAchievement } from './achievement.actions.ts'
import {
  emptyAwards,
  freezeRankingOf,
  outcomeInput,
  proposalInput,
  submissionInput,
} from './awards.test-support.ts'
import { presentAward, recordOutcome } from './outcome.actions.ts'
import { findProposal, listSubmissions } from './proposals.store.ts'
import { type ProposeAwardInput, proposeAward, proposeUnnamed, withdrawProposal } from './propose.actions.ts'
import { addAwardRecord, removeAwardRecord } from './records.actions.ts'
import { listRecordsOfUnit, searchRecords } from './records.store.ts'
import { type SubmitProposalsInput, submitProposals } from './submit.actions.ts'

const PDF = new TextEncoder().encode('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')

describe('the way of a proposal', async () => {
  const site = await openSite('2026-12-20')
  const { db } = site
  let world: World
  const unit = (number: 1 | 2 | 3 | 4) => world.unitIds[number - 1] as string

  beforeAll(async () => {
    world = await buildWorld(site, { state: 'conference' })
  })

  beforeEach(() => emptyAwards(db))

  const propose = (change: Partial<ProposeAwardInput> = {}) => proposalInput(world, change)
  const submission = (change: Partial<SubmitProposalsInput> = {}) => submissionInput(world, change)
  const outcome = outcomeInput
  const freezeRanking = () => freezeRankingOf(db, world)
  const stateOf = async (id: string) => (await findProposal(db, id))?.state

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
})
