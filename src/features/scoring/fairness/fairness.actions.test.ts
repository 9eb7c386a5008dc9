import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openSite } from '../../../../test/support/site.ts'
import { buildWorld, type World } from '../../../../test/support/world.ts'
import {
  adoptFinalScores,
  assignAppraisers,
  saveCrossCheck,
  saveHeadAppraisal,
} from '../appraisal/appraisal.actions.ts'
import { freezeRanking } from '../ranking/ranking.actions.ts'
import { listScores } from '../scores.store.ts'
import { confirmAll, freezeSample, handInAll, moveTo, sampleTable } from '../scoring.test-support.ts'
import { startScoreTable } from '../table/start.actions.ts'
import { adoptScoreTable, createScoreTable } from '../table/table.actions.ts'
import { findTable } from '../table/table.store.ts'
import { answerAppeal, reopenAppeals, sendAppeal, showAppraisal, withdrawAppeal } from './appeal.actions.ts'
import { listAppeals } from './appeal.store.ts'
import { listJudgedLines } from './judges.store.ts'
import { declareRecusal, liftRecusal } from './recusal.actions.ts'
import { listRecusals } from './recusal.store.ts'

describe('fair scores', async () => {
  const site = await openSite()
  let world: World
  let blocYearId: string
  let units: World['unitIds']

  beforeAll(async () => {
    world = await buildWorld(site, { state: 'appraisal' })
    blocYearId = world.blocYearId
    units = world.unitIds
  })

  const tableId = async () => (await findTable(site.db, blocYearId))?.id ?? ''
  const pointsOf = async (unitId: string, layer: string) =>
    Object.fromEntries(
      (await listScores(site.db, await tableId(), unitId))
        .filter((row) => row.layer === layer)
        .map((row) => [row.code, row.points]),
    )
  const see = async (who: string | undefined, path: string) => (await site.browse(who)).get(path)

  const emptied = async () => {
    await sql`truncate score_table, unit_step, bar, appraisal_assignment, appeal_window, recusal, pledge cascade`.execute(
      site.db,
    )
    await moveTo(site, world, 'appraisal')
  }

  /** The head takes 4 of 8 points from the third unit at I.3, and nothing from the others. */
  const appraised = async (layers = ['self', 'head', 'final'] as const) => {
    await freezeSample(site, world, { layers })
    await handInAll(site, world, ['8', '7', '8', '5'])
    await confirmAll(site, world)
    const lines = { 'I.3': { points: '4', reason: 'Chưa thấy minh chứng' } }
    await site.did('ld1', saveHeadAppraisal, { blocYearId, unitId: units[2], lines, finish: true })
  }

  const question = () => ({
    blocYearId,
    unitId: units[2],
    code: 'I.3',
    kind: 'appeal' as const,
    body: 'Sáng kiến đã được công nhận ngày 10/10/2026',
    askedPoints: '8',
  })

  const ask = async () => (await site.did('cv3', sendAppeal, question())).appealId

  describe('questions on points', () => {
    beforeEach(async () => {
      await emptied()
      await appraised()
    })

    it('begin when the head shows the points, by the bloc’s number of days, and end on the last day', async () => {
      expect(await site.act('cv3', sendAppeal, question())).toMatchObject({
        error: { code: 'appeal_notShown' },
      })
      expect(await site.act('ld3', showAppraisal, { blocYearId })).toMatchObject({
        error: { code: 'not_your_role' },
      })
      expect(await site.did('ld1', showAppraisal, { blocYearId })).toEqual({ dueOn: '2026-11-26' })
      expect(await site.act('ld1', showAppraisal, { blocYearId, dueOn: '2026-12-01' })).toMatchObject({
        error: { fields: { reason: { code: 'appeal_reopening_reason' } } },
      })
      site.clock.now = new Date('2026-11-27T12:00:00+07:00')
      expect(await site.act('cv3', sendAppeal, question())).toMatchObject({ error: { code: 'appeal_late' } })
      const again = { blocYearId, unitId: units[2], dueOn: '2026-11-28', reason: 'Đơn vị bổ sung minh chứng' }
      expect(await site.act('ld3', reopenAppeals, again)).toMatchObject({ error: { code: 'not_your_role' } })
      await site.did('ld1', reopenAppeals, again)
      await ask()
      expect(await site.act('cv4', sendAppeal, { ...question(), unitId: units[3] })).toMatchObject({
        error: { code: 'appeal_late' },
      })
      site.clock.now = new Date('2026-11-21T12:00:00+07:00')
    })

    it('are about points that were changed, once at a time, by the unit itself', async () => {
      await site.did('ld1', showAppraisal, { blocYearId })
      expect(await site.act('cv3', sendAppeal, { ...question(), code: 'I.1' })).toMatchObject({
        error: { fields: { code: { code: 'appeal_notChanged' } } },
      })
      expect(await site.act('cv3', sendAppeal, { ...question(), askedPoints: '11' })).toMatchObject({
        error: { fields: { askedPoints: { code: 'points_outside' } } },
      })
      expect(await site.act('ld4', sendAppeal, question())).toMatchObject({
        error: { code: 'not_your_role' },
      })
      await ask()
      expect(await site.act('ld3', sendAppeal, question())).toMatchObject({
        error: { fields: { code: { code: 'appeal_open_once' } } },
      })
      expect(await listAppeals(site.db, await tableId())).toMatchObject([
        { code: 'I.3', pointsThen: '4', askedPoints: '8', state: 'sent', onBehalf: false, layer: 'head' },
      ])
    })

    it('are answered by head or deputy: points kept, or changed in the same layer with the answer as reason', async () => {
      await site.did('ld1', showAppraisal, { blocYearId })
      const appealId = await ask()
      const answer = { blocYearId, unitId: units[2], appealId, answer: 'Chấp nhận quyết định công nhận' }
      expect(await site.act('ld3', answerAppeal, { ...answer, outcome: 'kept' })).toMatchObject({
        error: { code: 'not_your_role' },
      })
      expect(await site.act('ld1', answerAppeal, { ...answer, outcome: 'changed' })).toMatchObject({
        error: { fields: { points: { code: 'required' } } },
      })
      expect(
        await site.act('ld1', answerAppeal, { ...answer, outcome: 'changed', points: '4' }),
      ).toMatchObject({
        error: { fields: { points: { code: 'appeal_same_points' } } },
      })
      await site.did('ld1', answerAppeal, { ...answer, outcome: 'changed', points: '7' })
      const row = (await listScores(site.db, await tableId(), units[2])).find(
        (one) => one.code === 'I.3' && one.layer === 'head',
      )
      expect(row).toMatchObject({
        points: '7',
        reason: 'Theo kiến nghị của đơn vị: Chấp nhận quyết định công nhận',
      })
      expect(await listAppeals(site.db, await tableId())).toMatchObject([
        { state: 'answered', outcome: 'changed', pointsThen: '4', pointsAfter: '7' },
      ])
      expect(await site.act('ld1', answerAppeal, { ...answer, outcome: 'kept' })).toMatchObject({
        error: { code: 'appeal_settled' },
      })
      expect(await site.act('cv3', withdrawAppeal, { blocYearId, unitId: units[2], appealId })).toMatchObject(
        {
          error: { code: 'appeal_settled' },
        },
      )
    })

    it('of the head’s own unit are not answered by the head', async () => {
      const lines = { 'I.3': { points: '6', reason: 'Chưa rõ' } }
      await site.did('ld2', saveHeadAppraisal, { blocYearId, unitId: units[0], lines, finish: true })
      await site.did('ld1', showAppraisal, { blocYearId })
      const { appealId } = await site.did('ld1', sendAppeal, { ...question(), unitId: units[0] })
      const answer = { blocYearId, unitId: units[0], appealId, outcome: 'kept' as const, answer: 'x' }
      expect(await site.act('ld1', answerAppeal, answer)).toMatchObject({
        error: { code: 'appraisal_ownUnit' },
      })
      await site.did('ld2', answerAppeal, answer)
    })

    it('are put to the conference, and what it adopts settles all that are open', async () => {
      await site.did('ld1', showAppraisal, { blocYearId })
      const appealId = await ask()
      const refer = {
        blocYearId,
        unitId: units[2],
        appealId,
        outcome: 'conference' as const,
        answer: 'Cần khối bàn',
      }
      await site.did('ld1', answerAppeal, refer)
      expect(await site.act('ld1', answerAppeal, { ...refer, outcome: 'kept' })).toMatchObject({
        error: { code: 'appeal_withConference' },
      })
      await moveTo(site, world, 'conference')
      const changes = [{ unitId: units[2], code: 'I.3', points: '6', reason: 'Hội nghị thống nhất' }]
      await site.did('ld1', adoptFinalScores, { blocYearId, how: 'Hội nghị tổng kết', changes })
      expect(await listAppeals(site.db, await tableId())).toMatchObject([
        { state: 'closed', outcome: 'changed', pointsAfter: '6' },
      ])
      expect(await site.act('cv3', sendAppeal, question())).toMatchObject({
        error: { code: 'appeal_adopted' },
      })
    })

    it('hold up the freezing of a ranking unless a reason is given', async () => {
      await site.did('ld1', showAppraisal, { blocYearId })
      const appealId = await ask()
      expect(await site.act('ld1', freezeRanking, { blocYearId })).toMatchObject({
        error: { fields: { reason: { code: 'appeals_open', params: ['1'] } } },
      })
      await site.did('ld1', freezeRanking, { blocYearId, reason: 'Hội nghị sẽ kết luận' })
      await site.did('cv3', withdrawAppeal, { blocYearId, unitId: units[2], appealId })
      await site.did('ld1', freezeRanking, { blocYearId })
    })

    it('and the unit’s own appraised points are seen by nobody else among the members before the conference', async () => {
      const explain = world.at('cham-diem', world.unitSlugs[2], 'giai-thich')
      const list = world.at('kien-nghi')
      expect((await see('cv3', explain)).text).not.toContain('Chưa thấy minh chứng')
      await site.did('ld1', showAppraisal, { blocYearId })
      const file = { name: 'minh-chung.txt', bytes: new TextEncoder().encode('Quyết định công nhận') }
      const { appealId } = await site.did('cv3', sendAppeal, { ...question(), files: [file] })
      const [appeal] = await listAppeals(site.db, await tableId())
      const address = `/tep/${appeal?.files[0]?.fileId ?? ''}`
      const one = world.at('kien-nghi', world.unitSlugs[2], appealId)
      expect((await see('cv3', explain)).text).toContain('Chưa thấy minh chứng')
      for (const who of ['cv3', 'ld1', 'thuky', 'tinh']) {
        expect((await see(who, list)).text).toContain('Sáng kiến đã được công nhận')
        expect((await see(who, address)).status).toBe(200)
        expect((await see(who, one)).status).toBe(200)
      }
      expect((await see('cv4', explain)).text).not.toContain('Chưa thấy minh chứng')
      expect((await see('cv4', list)).text).not.toContain('Sáng kiến đã được công nhận')
      expect((await see('cv4', world.at('kien-nghi', world.unitSlugs[2]))).text).not.toContain(
        'Chưa thấy minh chứng',
      )
      expect((await see('cv4', one)).status).toBe(404)
      expect((await see('cv4', address)).status).toBe(404)
      await site.did('ld1', answerAppeal, {
        blocYearId,
        unitId: units[2],
        appealId,
        outcome: 'kept',
        answer: 'Giữ',
      })
      await moveTo(site, world, 'conference')
      await site.did('ld1', adoptFinalScores, { blocYearId, how: 'Hội nghị tổng kết' })
      expect((await see('cv4', list)).text).toContain('Sáng kiến đã được công nhận')
      expect((await see('cv4', address)).status).toBe(200)
      expect((await see(undefined, list)).location).toContain('/dang-nhap')
    })
  })

  it('a point the conference changed stays changed when it records another', async () => {
    await emptied()
    await appraised()
    const change = (unitId: string, points: string) => [{ unitId, code: 'I.3', points, reason: 'Hội nghị' }]
    await site.did('ld1', adoptFinalScores, { blocYearId, how: 'Hội nghị', changes: change(units[2], '6') })
    await site.did('ld1', adoptFinalScores, { blocYearId, how: 'Hội nghị', changes: change(units[3], '5.5') })
    expect(await pointsOf(units[2], 'final')).toMatchObject({ 'I.3': '6' })
    expect(await pointsOf(units[3], 'final')).toMatchObject({ 'I.3': '5.5' })
  })

  describe('stepping back', () => {
    beforeEach(async () => {
      await emptied()
      await freezeSample(site, world, { layers: ['self', 'cross', 'head', 'final'] })
      await handInAll(site, world, ['8', '7', '6', '5'])
      const assignments = [{ unitId: units[2], appraiserUnitId: units[3] }]
      await site.did('ld1', assignAppraisers, { blocYearId, layer: 'cross', assignments })
    })

    const check = () => ({ blocYearId, unitId: units[2], lines: {}, finish: true })
    const reason = 'Hai đơn vị cùng thực hiện một dự án'

    it('of a unit keeps it from judging, and from being assigned, until the head lifts it', async () => {
      const { recusalId } = await site.did('cv4', declareRecusal, { blocYearId, unitId: units[2], reason })
      expect(await site.act('ld4', saveCrossCheck, check())).toMatchObject({
        error: { code: 'appraisal_recused' },
      })
      const again = {
        blocYearId,
        layer: 'cross' as const,
        assignments: [{ unitId: units[2], appraiserUnitId: units[3] }],
      }
      expect(await site.act('ld1', assignAppraisers, again)).toMatchObject({
        error: { fields: { [`by.${units[2]}`]: { code: 'appraiser_recused' } } },
      })
      expect((await see('ld1', world.at('tham-dinh', 'phan-cong'))).text).toContain(
        'cần phân công đơn vị khác',
      )
      expect((await see('ld1', world.at('tham-dinh', world.unitSlugs[2]))).text).toContain(
        'Không tham gia chấm đơn vị này: Quỹ Đầu tư phát triển',
      )
      const lift = { blocYearId, recusalId, reason: 'Dự án đã kết thúc' }
      expect(await site.act('cv4', liftRecusal, lift)).toMatchObject({ error: { code: 'not_your_role' } })
      await site.did('ld1', liftRecusal, lift)
      expect(await site.act('ld1', liftRecusal, lift)).toMatchObject({
        error: { code: 'recusal_already_lifted' },
      })
      await site.did('ld4', saveCrossCheck, check())
    })

    it('of one person leaves the unit’s others to judge', async () => {
      await site.did('cv4', declareRecusal, { blocYearId, unitId: units[2], person: true, reason })
      expect(await site.act('cv4', saveCrossCheck, check())).toMatchObject({
        error: { code: 'appraisal_recused' },
      })
      await site.did('ld4', saveCrossCheck, check())
    })

    it('from one criterion leaves that line to another judge', async () => {
      await site.did('ld4', saveCrossCheck, check())
      await site.did('ld1', declareRecusal, { blocYearId, unitId: units[2], code: 'I.3', reason })
      const mine = (points: string) => ({ ...check(), lines: { 'I.3': { points, reason: 'Xem lại' } } })
      expect(await site.act('ld1', saveHeadAppraisal, mine('4'))).toMatchObject({
        error: { fields: { 'points.I.3': { code: 'criterion_recused' } } },
      })
      await site.did('ld2', saveHeadAppraisal, mine('5'))
      await site.did('ld1', saveHeadAppraisal, {
        ...check(),
        lines: { 'I.1': { points: '30', reason: 'x' } },
      })
      expect(await pointsOf(units[2], 'head')).toMatchObject({ 'I.1': '30', 'I.3': '5' })
    })

    it('of head and deputy leaves the appraisal to the province', async () => {
      await site.did('ld4', saveCrossCheck, check())
      await site.did('ld1', declareRecusal, { blocYearId, unitId: units[2], reason })
      await site.did('ld2', declareRecusal, { blocYearId, unitId: units[2], reason })
      expect(await site.act('ld2', saveHeadAppraisal, check())).toMatchObject({
        error: { code: 'appraisal_recused' },
      })
      await site.did('tinh', saveHeadAppraisal, check())
    })

    it('is ordered by the head, never by the unit that is judged, nor for strangers', async () => {
      const order = { blocYearId, unitId: units[2], appraiserUnitId: units[3], reason }
      expect(await site.act('ld3', declareRecusal, order)).toMatchObject({ error: { code: 'not_your_role' } })
      expect(await site.act('ld1', declareRecusal, { ...order, unitId: units[0] })).toMatchObject({
        error: { code: 'recusal_of_own_judge' },
      })
      expect(await site.act('nguoila', declareRecusal, order)).toMatchObject({
        error: { code: 'not_your_role' },
      })
      expect(await site.act('ld1', declareRecusal, { ...order, appraiserUnitId: units[2] })).toMatchObject({
        error: { fields: { unitId: { code: 'recusal_not_of_itself' } } },
      })
      await site.did('ld1', declareRecusal, order)
      expect(await listRecusals(site.db, blocYearId)).toMatchObject([{ ordered: true, accountId: null }])
      expect(await site.act('ld1', declareRecusal, order)).toMatchObject({ error: { code: 'recusal_once' } })
    })
  })

  describe('judges', () => {
    it('see their units with what they looked at; the head sees all of them, a member not', async () => {
      await emptied()
      await freezeSample(site, world, { layers: ['self', 'cross', 'head', 'final'] })
      await handInAll(site, world, ['8', '7', '6', '5'])
      const assignments = [{ unitId: units[2], appraiserUnitId: units[3] }]
      await site.did('ld1', assignAppraisers, { blocYearId, layer: 'cross', assignments })
      const input = { blocYearId, unitId: units[2], finish: false, looked: ['I.1', 'I.2'] }
      await site.did('cv4', saveCrossCheck, {
        ...input,
        lines: { 'I.3': { points: '5', reason: 'Xem lại' } },
      })
      expect((await listJudgedLines(site.db, await tableId())).map((one) => one.code).toSorted()).toEqual([
        'I.1',
        'I.2',
        'I.3',
      ])
      const judge = await see('cv4', world.at('nguoi-cham'))
      expect(judge.text).toContain('3/7 tiêu chí')
      expect(judge.text).not.toContain('Tiến độ của tất cả người chấm')
      expect((await see('ld1', world.at('nguoi-cham'))).text).toContain('Tiến độ của tất cả người chấm')
      expect((await see('cv4', world.at('nguoi-cham', 'so-sanh'))).status).toBe(403)
      const compared = await see('ld1', world.at('nguoi-cham', 'so-sanh'))
      expect(compared.text).toContain('chưa đủ số liệu')
      expect(compared.text).toContain('không khai cách quy chuẩn')
    })
  })

  it('the table of a year is copied from the year before and lies beside it', async () => {
    await emptied()
    const [row] = (
      await sql<{
        id: string
      }>`insert into bloc_year (bloc_id, year, state) values (${world.blocId}, 2025, 'closed')
        returning id`.execute(site.db)
    ).rows
    const before = { ...world, blocYearId: row?.id ?? '' }
    await site.did('tinh', createScoreTable, { blocYearId: before.blocYearId, table: sampleTable })
    await site.did('tinh', adoptScoreTable, {
      blocYearId: before.blocYearId,
      adoptedOn: '2025-03-01',
      how: 'Hội nghị',
    })
    await site.did('ld1', startScoreTable, { blocYearId, title: 'Bảng điểm 2026', from: 'earlier' })
    expect((await see('cv3', world.at('bang-diem'))).text).toContain('So với bảng năm 2025')
    const side = await see('cv3', `${world.at('bang-diem', 'so-sanh')}?voi=nam-truoc`)
    expect(side.text).toContain('So sánh bảng năm 2025 với bảng năm 2026')
    expect(side.text).toContain('I.3')
    await sql`delete from score_table where bloc_year_id = ${before.blocYearId}`.execute(site.db)
    await sql`delete from bloc_year where id = ${before.blocYearId}`.execute(site.db)
  })

  it('points of cross-checkers are normalised only where the table declared it, and the raw ones stay', async () => {
    await emptied()
    await freezeSample(site, world, {
      layers: ['self', 'cross', 'head', 'final'],
      table: { ...sampleTable, normalisation: 'meanShift' },
    })
    await handInAll(site, world, ['8', '8', '8', '8'])
    // The fourth unit checks the first three, the third checks the fourth: one judge of three units is left alone.
    const assignments = [
      ...units.slice(0, 3).map((unitId) => ({ unitId, appraiserUnitId: units[3] })),
      { unitId: units[3], appraiserUnitId: units[2] },
    ]
    await site.did('ld1', assignAppraisers, { blocYearId, layer: 'cross', assignments })
    const finish = { blocYearId, lines: {}, finish: true }
    await site.did('ld4', saveCrossCheck, { ...finish, unitId: units[0] })
    expect(await site.act('ld2', saveHeadAppraisal, { ...finish, unitId: units[0] })).toMatchObject({
      error: { code: 'normalisation_waits', params: ['3'] },
    })
    await site.did('ld4', saveCrossCheck, { ...finish, unitId: units[1] })
    const lines = { 'I.3': { points: '5', reason: 'Xem lại' } }
    await site.did('ld4', saveCrossCheck, { ...finish, unitId: units[2], lines })
    await site.did('ld3', saveCrossCheck, { ...finish, unitId: units[3] })
    await site.did('ld1', saveHeadAppraisal, { ...finish, unitId: units[2] })
    expect(await pointsOf(units[2], 'head')).toMatchObject({ 'I.3': '5' })
    expect(await site.act('ld3', saveCrossCheck, { ...finish, unitId: units[3] })).toMatchObject({
      error: { code: 'normalisation_closed' },
    })
  })
})
