import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openSite } from '../../../test/support/site.ts'
import { buildWorld, type World } from '../../../test/support/world.ts'
import { findStep, moveStep } from '../../steps/steps.store.ts'
import {
  adoptFinalScores,
  assignAppraisers,
  saveAgencyScores,
  saveCrossCheck,
  saveHeadAppraisal,
} from './appraisal/appraisal.actions.ts'
import { clearBar, recordBar } from './ranking/bars.actions.ts'
import { freezeRanking, publishRanking } from './ranking/ranking.actions.ts'
import { listRankings } from './ranking/ranking.store.ts'
import { findBook, findScoresVersion, listScores, readBook } from './scores.store.ts'
import {
  confirmAll,
  freezeSample,
  fullSheet,
  handInAll,
  moveTo,
  sampleTable,
} from './scoring.test-support.ts'
import { readRecords } from './sheet/records.store.ts'
import { exemptCriterion, returnSelfScores, saveSelfScores, sendSelfScores } from './sheet/sheet.actions.ts'
import { stampOf } from './sheet/sheet.ts'
import {
  adoptScoreTable,
  createScoreTable,
  discardScoreTable,
  freezeScoreTable,
  newScoreTableVersion,
} from './table/table.actions.ts'
import { findTable } from './table/table.store.ts'

describe('scoring of a year', async () => {
  const site = await openSite()
  let world: World
  let blocYearId: string
  let units: World['unitIds']

  beforeAll(async () => {
    world = await buildWorld(site, { state: 'scoring' })
    blocYearId = world.blocYearId
    units = world.unitIds
  })

  beforeEach(async () => {
    await sql`truncate score_table, unit_step, bar, appraisal_assignment, pledge cascade`.execute(site.db)
    await moveTo(site, world, 'scoring')
  })

  const table = async () => {
    const found = await findTable(site.db, blocYearId)
    if (!found) throw new Error('no table')
    return found
  }
  const pointsOf = async (unitId: string, layer: string) =>
    Object.fromEntries(
      (await listScores(site.db, (await table()).id, unitId))
        .filter((row) => row.layer === layer)
        .map((row) => [row.code, row.points]),
    )

  describe('the table', () => {
    it('is drawn up, adopted by the members, and frozen', async () => {
      await freezeSample(site, world)
      const frozen = await table()
      expect(frozen).toMatchObject({
        state: 'frozen',
        adoptedOn: '2026-03-01',
        adoptedHow: 'Hội nghị ký giao ước',
      })
      expect(frozen.table.children).toHaveLength(4)
      expect(frozen.leafRows.map((row) => row.code)).toEqual(['I.1', 'I.2', 'I.3', 'II.1', 'II.2', 'T', 'P'])
    })

    it('is not frozen before the members adopted it', async () => {
      await site.did('ld1', createScoreTable, { blocYearId, table: sampleTable })
      expect(await site.act('ld1', freezeScoreTable, { blocYearId })).toMatchObject({
        error: { code: 'score_table_not_adopted' },
      })
    })

    it('is kept when it contradicts itself, but not frozen', async () => {
      const [first, ...others] = sampleTable.children
      const wrong = { ...sampleTable, children: [{ ...first, maxPoints: '75' }, ...others] }
      await site.did('ld1', createScoreTable, { blocYearId, table: wrong })
      expect((await table()).problems.map((one) => one.code)).toContain('childrenDoNotAddUp')
      await site.did('ld1', adoptScoreTable, { blocYearId, adoptedOn: '2026-03-01', how: 'Hội nghị' })
      expect(await site.act('ld1', freezeScoreTable, { blocYearId })).toMatchObject({
        error: { code: 'score_table_contradicts' },
      })
    })

    it('is changed after adoption only by a new version that replaces the old one once adopted', async () => {
      await site.did('ld1', createScoreTable, { blocYearId, table: sampleTable })
      await site.did('ld1', adoptScoreTable, { blocYearId, adoptedOn: '2026-03-01', how: 'Hội nghị' })
      await site.did('ld1', newScoreTableVersion, { blocYearId, reason: 'Tỉnh giao thêm chỉ tiêu' })
      expect(await table()).toMatchObject({
        versionNumber: 2,
        state: 'draft',
        changeReason: 'Tỉnh giao thêm chỉ tiêu',
      })
      expect((await table()).table.children).toHaveLength(4)
      await site.did('ld1', adoptScoreTable, {
        blocYearId,
        adoptedOn: '2026-05-01',
        how: 'Lấy ý kiến bằng văn bản',
      })
      const states = await sql<{
        state: string
      }>`select state from score_table order by version_number`.execute(site.db)
      expect(states.rows.map((row) => row.state)).toEqual(['replaced', 'adopted'])
    })

    it('never changes once frozen', async () => {
      await freezeSample(site, world)
      expect(await site.act('ld1', newScoreTableVersion, { blocYearId, reason: 'x' })).toMatchObject({
        error: { code: 'score_table_frozen' },
      })
      expect(await site.act('ld1', discardScoreTable, { blocYearId })).toMatchObject({
        error: { code: 'score_table_not_draft' },
      })
    })

    it('is the head’s, the secretary’s and the province’s to draw up, not a member’s', async () => {
      expect(await site.act('ld3', createScoreTable, { blocYearId, table: sampleTable })).toMatchObject({
        error: { code: 'not_your_role' },
      })
    })
  })

  describe('the self-score', () => {
    beforeEach(() => freezeSample(site, world))

    it('opens only when the table is frozen', async () => {
      await sql`update score_table set state = 'adopted', version = version + 1`.execute(site.db)
      expect(
        await site.act('cv3', saveSelfScores, { blocYearId, unitId: units[2], entries: {} }),
      ).toMatchObject({
        error: { code: 'score_table_not_frozen' },
      })
    })

    it('takes typed points, counts by the rules, and scores the bloc’s own record by itself', async () => {
      await sql`with p as (insert into pledge (bloc_year_id, state) values (${blocYearId}, 'signing') returning id)
        insert into pledge_signature (pledge_id, unit_id, signer_name, signed_on)
        select id, ${units[2]}::uuid, 'Giám đốc', '2026-03-01' from p`.execute(site.db)
      const saved = await site.did('cv3', saveSelfScores, {
        blocYearId,
        unitId: units[2],
        entries: fullSheet('8'),
      })
      expect(await pointsOf(units[2], 'self')).toEqual({
        'I.1': '40',
        'I.2': '18',
        'I.3': '8',
        'II.1': '5',
        'II.2': '20',
        T: '2.5',
        P: '-2',
      })
      expect(saved).toEqual({ total: '91.5', missing: [] })
    })

    it('knows a report that came in late, also after the head accepted it', async () => {
      const at = { blocYearId, unitId: units[2] }
      await sql`insert into deadline (bloc_year_id, step, due_on) values (${blocYearId}, 'mid_report', '2026-06-20'),
        (${blocYearId}, 'year_report', '2026-11-20')`.execute(site.db)
      const step = { ...at, channel: 'screen' as const, onBehalf: false, accountId: null }
      await site.db.transaction().execute(async (trx) => {
        await moveStep(trx, { ...step, step: 'mid_report', state: 'sent', sentOn: '2026-06-25' })
        await moveStep(trx, { ...step, step: 'mid_report', state: 'accepted' })
        await moveStep(trx, { ...step, step: 'year_report', state: 'sent', sentOn: '2026-11-19' })
      })
      const { own } = await readRecords(
        site.db,
        blocYearId,
        (await table()).id,
        [units[2], units[3]],
        '2026-11-21',
      )
      expect(own.get(units[2])).toMatchObject({ reportsDue: '2', reportsOnTime: '1', reportsLate: '1' })
      expect(own.get(units[3])).toMatchObject({ reportsDue: '2', reportsOnTime: '0', reportsLate: '2' })
      await sql`delete from deadline`.execute(site.db)
    })

    it('scores a target by its linked result without anybody typing', async () => {
      const row = await sql<{ id: string }>`insert into indicator (code, name, unit_of_measure)
        values ('thu-ngan-sach', 'Thu ngân sách', 'tỷ đồng') returning id`.execute(site.db)
      const indicatorId = row.rows[0]?.id ?? ''
      await sql`insert into target (indicator_id, year, unit_id, kind, value, unit_of_measure)
        values (${indicatorId}, 2026, ${units[2]}, 'at_least', 2, 'tỷ đồng')`.execute(site.db)
      await sql`insert into result (indicator_id, year, period, unit_id, value, unit_of_measure)
        values (${indicatorId}, 2026, '2026', ${units[2]}, 1500, 'triệu đồng')`.execute(site.db)
      await sql`update criterion set indicator_id = ${indicatorId} where code = 'I.1'`.execute(site.db)
      await sql`update score_table set version = version + 1`.execute(site.db)
      await site.did('cv3', saveSelfScores, { blocYearId, unitId: units[2], entries: {} })
      expect(await pointsOf(units[2], 'self')).toMatchObject({ 'I.1': '30' })
      await sql`update criterion set indicator_id = null`.execute(site.db)
    })

    it('asks for a note where typed points depart from the rule', async () => {
      const entries = { ...fullSheet('8'), 'I.2': { points: '20', inputs: { part: '9', whole: '10' } } }
      expect(await site.act('cv3', saveSelfScores, { blocYearId, unitId: units[2], entries })).toMatchObject({
        error: { fields: { 'note.I.2': { code: 'note_required' } } },
      })
      const noted = {
        ...entries,
        'I.2': { ...entries['I.2'], note: 'Một hồ sơ trả lại theo yêu cầu của dân' },
      }
      await site.did('cv3', saveSelfScores, { blocYearId, unitId: units[2], entries: noted })
      expect(await pointsOf(units[2], 'self')).toMatchObject({ 'I.2': '20' })
    })

    it.each([
      ['I.1', '40.5', 'points_outside'],
      ['I.1', '-1', 'points_outside'],
      ['I.1', '39.999', 'points_too_fine'],
      ['I.3', '8.3', 'points_off_step'],
      ['P', '-11', 'points_outside'],
      ['XX', '1', 'criterion_unknown'],
    ])('refuses %s with %s points', async (code, points, fault) => {
      expect(
        await site.act('cv3', saveSelfScores, {
          blocYearId,
          unitId: units[2],
          entries: { [code]: { points } },
        }),
      ).toMatchObject({
        error: { fields: { [`points.${code}`]: { code: fault } } },
      })
    })

    it('leaves out what is not assigned, with the reason, and the maximum shrinks', async () => {
      const entries = { ...fullSheet('8'), 'II.2': { exempt: true, note: 'Đơn vị không có đội thể thao' } }
      const saved = await site.did('cv3', saveSelfScores, { blocYearId, unitId: units[2], entries })
      expect(saved.missing).toEqual([])
      const book = await readBook(site.db, (await table()).id)
      expect(book.exemptions.get(units[2])?.get('II.2')).toBe('Đơn vị không có đội thể thao')
      expect(
        await site.act('cv3', exemptCriterion, { blocYearId, unitId: units[2], code: 'I.1', reason: ' ' }),
      ).toMatchObject({
        error: { fields: { reason: { code: 'exemption_reason_required' } } },
      })
    })

    it('is sent whole: missing criteria are named, bonus and penalty left empty are none', async () => {
      const { 'I.3': _, T: __, P: ___, ...some } = fullSheet('8')
      await site.did('cv3', saveSelfScores, { blocYearId, unitId: units[2], entries: some })
      expect(await site.act('cv3', sendSelfScores, { blocYearId, unitId: units[2] })).toMatchObject({
        error: { code: 'sheet_incomplete', params: ['1', 'I.3'] },
      })
      await site.did('cv3', saveSelfScores, {
        blocYearId,
        unitId: units[2],
        entries: { ...some, 'I.3': { points: '8' } },
      })
      await site.did('cv3', sendSelfScores, { blocYearId, unitId: units[2] })
      expect(await pointsOf(units[2], 'self')).toMatchObject({ T: '0', P: '0' })
      expect(await findStep(site.db, blocYearId, units[2], 'self_score')).toMatchObject({
        state: 'sent',
        onBehalf: false,
      })
    })

    it('goes back to the unit with a reason, is mended and sent again', async () => {
      await handInAll(site, world, ['8', '7', '6', '5'])
      const entries = fullSheet('7')
      expect(await site.act('cv3', saveSelfScores, { blocYearId, unitId: units[2], entries })).toMatchObject({
        error: { code: 'step_already_sent' },
      })
      expect(
        await site.act('cv3', returnSelfScores, { blocYearId, unitId: units[2], reason: 'x' }),
      ).toMatchObject({
        error: { code: 'not_your_role' },
      })
      await site.did('ld1', returnSelfScores, {
        blocYearId,
        unitId: units[2],
        reason: 'Thiếu minh chứng mục I.3',
      })
      await site.did('cv3', saveSelfScores, { blocYearId, unitId: units[2], entries })
      await site.did('cv3', sendSelfScores, { blocYearId, unitId: units[2] })
      expect(await pointsOf(units[2], 'self')).toMatchObject({ 'I.3': '7' })
    })

    it('may be entered by the head from paper, and shows it; by a neighbour not at all', async () => {
      await site.did('ld1', saveSelfScores, {
        blocYearId,
        unitId: units[2],
        entries: fullSheet('8'),
        channel: 'paper',
      })
      const [row] = await listScores(site.db, (await table()).id, units[2])
      expect(row).toMatchObject({ channel: 'paper', onBehalf: true })
      expect(
        await site.act('ld4', saveSelfScores, { blocYearId, unitId: units[2], entries: {} }),
      ).toMatchObject({
        error: { code: 'not_your_role' },
      })
    })

    it('shows the second of two writers what the first one changed', async () => {
      await site.did('cv3', saveSelfScores, { blocYearId, unitId: units[2], entries: fullSheet('8') })
      const stamp = stampOf(await listScores(site.db, (await table()).id, units[2]), 'self')
      await site.did('cv3', saveSelfScores, { blocYearId, unitId: units[2], entries: fullSheet('9'), stamp })
      expect(
        await site.act('ld3', saveSelfScores, {
          blocYearId,
          unitId: units[2],
          entries: fullSheet('7'),
          stamp,
        }),
      ).toMatchObject({
        error: { code: 'changed_meanwhile', differences: [{ field: 'points.I.3', before: '7', after: '9' }] },
      })
      expect(await pointsOf(units[2], 'self')).toMatchObject({ 'I.3': '9' })
    })
  })

  describe('the appraisal', () => {
    beforeEach(async () => {
      await freezeSample(site, world, { layers: ['self', 'cross', 'head', 'final', 'agency'] })
      await handInAll(site, world, ['8', '7', '6', '5'])
    })

    it('changes a point only with a reason and takes the rest over', async () => {
      const input = { blocYearId, unitId: units[2], finish: true }
      expect(
        await site.act('ld1', saveHeadAppraisal, { ...input, lines: { 'I.3': { points: '4' } } }),
      ).toMatchObject({
        error: { fields: { 'note.I.3': { code: 'change_reason_required' } } },
      })
      const lines = { 'I.3': { points: '4', reason: 'Chưa áp dụng' } }
      expect(await site.did('ld1', saveHeadAppraisal, { ...input, lines })).toMatchObject({
        changes: 1,
        missing: [],
      })
      expect(await pointsOf(units[2], 'head')).toMatchObject({ 'I.1': '40', 'I.3': '4' })
      expect(await findStep(site.db, blocYearId, units[2], 'appraisal')).toMatchObject({ state: 'accepted' })
    })

    it('of the head’s own unit is the deputy’s', async () => {
      const input = { blocYearId, unitId: units[0], lines: {}, finish: true }
      expect(await site.act('ld1', saveHeadAppraisal, input)).toMatchObject({
        error: { code: 'appraisal_ownUnit' },
      })
      await site.did('ld2', saveHeadAppraisal, input)
      expect(await site.act('ld2', saveHeadAppraisal, { ...input, unitId: units[1] })).toMatchObject({
        error: { code: 'appraisal_ownUnit' },
      })
    })

    it('is written down by the secretary on behalf of the head, or of the deputy for the head’s unit', async () => {
      const input = { blocYearId, lines: {}, finish: true, channel: 'paper' as const }
      await site.did('thuky', saveHeadAppraisal, { ...input, unitId: units[2] })
      await site.did('thuky', saveHeadAppraisal, { ...input, unitId: units[0] })
      const rows = await listScores(site.db, (await table()).id, units[0])
      expect(rows.find((row) => row.layer === 'head')).toMatchObject({ channel: 'paper', onBehalf: true })
      const wrong = { ...input, unitId: units[0], forUnitId: units[3] }
      expect(await site.act('thuky', saveHeadAppraisal, wrong)).toMatchObject({
        error: { code: 'appraisal_headNeedsDeputy' },
      })
    })

    it('of the head’s unit is the province’s where there is no deputy and nobody is named', async () => {
      const input = { blocYearId, unitId: units[0], lines: {}, finish: true }
      await sql`update leadership set to_date = '2026-01-01' where role = 'deputy'`.execute(site.db)
      await site.did('tinh', saveHeadAppraisal, input)
      await site.did('ld1', assignAppraisers, {
        blocYearId,
        layer: 'head',
        assignments: [{ unitId: units[0], appraiserUnitId: units[2] }],
      })
      expect(await site.act('tinh', saveHeadAppraisal, { ...input, forUnitId: units[3] })).toMatchObject({
        error: { code: 'appraisal_headNeedsNamed' },
      })
      await sql`update leadership set to_date = null where role = 'deputy'`.execute(site.db)
    })

    it('waits for the sheet, and takes it once the head is done', async () => {
      await site.did('ld1', returnSelfScores, { blocYearId, unitId: units[2], reason: 'Bổ sung minh chứng' })
      const input = { blocYearId, unitId: units[2], lines: {}, finish: true }
      expect(await site.act('ld1', saveHeadAppraisal, input)).toMatchObject({
        error: { code: 'self_score_not_sent' },
      })
      await site.did('cv3', sendSelfScores, { blocYearId, unitId: units[2] })
      await site.did('ld1', saveHeadAppraisal, input)
      expect(await findStep(site.db, blocYearId, units[2], 'self_score')).toMatchObject({ state: 'accepted' })
    })

    it('by other units is for those assigned, never for oneself', async () => {
      const input = { blocYearId, unitId: units[2], lines: {}, finish: true }
      expect(await site.act('ld4', saveCrossCheck, input)).toMatchObject({
        error: { code: 'appraisal_notAssignedChecker' },
      })
      await site.did('ld1', assignAppraisers, {
        blocYearId,
        layer: 'cross',
        assignments: [{ unitId: units[2], appraiserUnitId: units[3] }],
      })
      await site.did('cv4', saveCrossCheck, input)
      expect(await findStep(site.db, blocYearId, units[2], 'cross_check')).toMatchObject({
        state: 'accepted',
      })
      expect(
        await site.act('ld1', assignAppraisers, {
          blocYearId,
          layer: 'cross',
          assignments: [{ unitId: units[2], appraiserUnitId: units[2] }],
        }),
      ).toMatchObject({ error: { code: 'nobody_appraises_itself' } })
    })

    it('is adopted by the conference with its changes, then accepted by the agency', async () => {
      await confirmAll(site, world)
      const changes = [
        { unitId: units[2], code: 'I.3', points: '9', reason: 'Hội nghị thống nhất nâng điểm' },
      ]
      await site.did('ld1', adoptFinalScores, { blocYearId, how: 'Hội nghị tổng kết 15/12/2026', changes })
      expect(await pointsOf(units[2], 'final')).toMatchObject({ 'I.1': '40', 'I.3': '9' })
      expect(await pointsOf(units[3], 'final')).toMatchObject({ 'I.3': '5' })
      expect(
        await site.act('ld1', saveAgencyScores, { blocYearId, unitId: units[2], lines: {}, finish: true }),
      ).toMatchObject({
        error: { code: 'not_your_role' },
      })
      await site.did('tinh', saveAgencyScores, { blocYearId, unitId: units[2], lines: {}, finish: true })
      expect(await pointsOf(units[2], 'agency')).toMatchObject({ 'I.3': '9' })
    })

    it('is not changed once a later layer stands on it', async () => {
      await confirmAll(site, world)
      await site.did('ld1', adoptFinalScores, { blocYearId, how: 'Hội nghị' })
      expect(
        await site.act('ld1', saveHeadAppraisal, { blocYearId, unitId: units[2], lines: {}, finish: true }),
      ).toMatchObject({
        error: { code: 'later_layer_opened' },
      })
    })
  })

  describe('bars and ranking', () => {
    beforeEach(async () => {
      await freezeSample(site, world)
      await handInAll(site, world, ['8', '9', '9', '5'])
      await confirmAll(site, world)
      await moveTo(site, world, 'conference')
    })

    it('freezes equal units on one place, with a fingerprint that changes with a point', async () => {
      const first = await site.did('ld1', freezeRanking, { blocYearId })
      expect(first).toMatchObject({ layer: 'head', versionNumber: 1 })
      const [ranking] = await listRankings(site.db, blocYearId)
      expect(ranking?.rows.map((row) => row.rank)).toEqual([1, 1, 3, 4])
      expect(ranking?.fingerprint).toMatch(/^[0-9a-f]{64}$/)
      await site.did('ld1', saveHeadAppraisal, {
        blocYearId,
        unitId: units[2],
        lines: { 'I.3': { points: '8.5', reason: 'Xem lại' } },
        finish: true,
      })
      const second = await site.did('ld1', freezeRanking, { blocYearId })
      expect(second.versionNumber).toBe(2)
      expect(second.fingerprint).not.toBe(first.fingerprint)
    })

    it('keeps the place of a barred unit suspended until the matter is cleared', async () => {
      const { barId } = await site.did('ld1', recordBar, {
        blocYearId,
        unitId: units[1],
        kind: 'inspection',
        detail: 'Đang thanh tra',
        source: 'Thanh tra tỉnh',
        openedOn: '2026-11-01',
      })
      await site.did('ld1', freezeRanking, { blocYearId })
      const [suspended] = await listRankings(site.db, blocYearId)
      expect(suspended?.rows.find((row) => row.unitId === units[1])).toMatchObject({
        rank: 1,
        standing: 'suspended',
      })
      await site.did('tinh', clearBar, {
        blocYearId,
        unitId: units[1],
        barId,
        clearedOn: '2026-11-20',
        reason: 'Kết luận không vi phạm',
      })
      await site.did('ld1', freezeRanking, { blocYearId })
      const [cleared] = await listRankings(site.db, blocYearId)
      expect(cleared?.rows.find((row) => row.unitId === units[1])).toMatchObject({
        rank: 1,
        standing: 'ranked',
      })
      expect(
        await site.act('tinh', clearBar, {
          blocYearId,
          unitId: units[1],
          barId,
          clearedOn: '2026-11-20',
          reason: 'x',
        }),
      ).toMatchObject({ error: { code: 'bar_already_cleared' } })
    })

    it('is published once, by the head or the province', async () => {
      expect(await site.act('ld1', publishRanking, { blocYearId })).toMatchObject({
        error: { code: 'ranking_not_frozen' },
      })
      await site.did('ld1', freezeRanking, { blocYearId })
      expect(await site.act('ld3', publishRanking, { blocYearId })).toMatchObject({
        error: { code: 'not_your_role' },
      })
      await site.did('ld1', publishRanking, { blocYearId })
      expect(await site.act('ld1', publishRanking, { blocYearId })).toMatchObject({
        error: { code: 'ranking_already_published' },
      })
    })

    it('what pages keep follows every change of a point', async () => {
      const { id } = await table()
      const before = await findBook(site.db, id, await findScoresVersion(site.db, id))
      await site.did('ld1', saveHeadAppraisal, {
        blocYearId,
        unitId: units[2],
        lines: { 'I.3': { points: '1', reason: 'Xem lại' } },
        finish: true,
      })
      const after = await findBook(site.db, id, await findScoresVersion(site.db, id))
      const judged = (book: typeof before) => {
        const entry = book.layers.get(units[2])?.get('head')?.get('I.3')
        return entry?.state === 'scored' ? entry.points.toFixed() : undefined
      }
      expect([judged(before), judged(after)]).toEqual(['9', '1'])
    })
  })
})
