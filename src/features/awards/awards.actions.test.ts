import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openSite } from '../../../test/support/site.ts'
import { buildWorld, type World } from '../../../test/support/world.ts'
import type { AwardCode } from '../../domain/awards/index.ts'
import { emptyAwards, freezeRankingOf, proposalInput } from './awards.test-support.ts'
import { findProposal, listProposals } from './proposals.store.ts'
import {
  nameProposal,
  type ProposeAwardInput,
  proposeAward,
  proposeUnnamed,
  withdrawProposal,
} from './propose.actions.ts'

describe('proposals of a bloc', async () => {
  const site = await openSite('2026-12-20')
  const { db } = site
  let world: World
  const unit = (number: 1 | 2 | 3 | 4) => world.unitIds[number - 1] as string

  beforeAll(async () => {
    world = await buildWorld(site, { state: 'conference' })
  })

  beforeEach(() => emptyAwards(db))

  const propose = (change: Partial<ProposeAwardInput> = {}) => proposalInput(world, change)
  const freezeRanking = () => freezeRankingOf(db, world)

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
