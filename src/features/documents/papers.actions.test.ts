import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { openSite } from '../../../test/support/site.ts'
import { buildWorld } from '../../../test/support/world.ts'
import { plainText } from '../../domain/documents/words.ts'
import { type FullYear, fillYear } from './full-year.test-support.ts'
import { attachScan, discardPaper, replacePaper, withdrawPaper } from './life.actions.ts'
import { draftPaper, type IssuePaperInput, issuePaper, writePart } from './papers.actions.ts'
import { findModel, findPaper, listParts } from './papers.store.ts'

describe('the life of a paper', async () => {
  const site = await openSite('2026-12-31')
  const world = await buildWorld(site, { state: 'decided' })
  const { blocYearId } = world
  const [first, , third] = world.unitIds
  let full: FullYear
  const issue = (paperId: string, over: Partial<IssuePaperInput> = {}): IssuePaperInput => ({
    paperId,
    number: 7,
    symbol: '',
    issuedOn: '2026-11-28',
    place: '',
    signerName: '',
    signerTitle: '',
    capacity: '',
    ...over,
  })

  beforeAll(async () => {
    full = await fillYear(site.db, world)
  })

  describe('being begun', () => {
    it('is the work of head, deputy, secretary and province for papers of the bloc, and of no other member', async () => {
      const { paperId } = await site.did('thuky', draftPaper, { type: 'mid-year-report', blocYearId })
      expect(await findPaper(site.db, paperId)).toMatchObject({
        state: 'draft',
        type: 'mid-year-report',
        versionNumber: 1,
      })
      for (const user of ['ld3', 'cv3', 'nguoila', 'quantri']) {
        expect(await site.act(user, draftPaper, { type: 'submission', blocYearId })).toMatchObject({
          error: { code: 'not_your_role' },
        })
      }
    })

    it('is the work of the unit for its own paper; another unit may not, the head may on its behalf', async () => {
      const registration = { type: 'registration', blocYearId, unitId: first } as const
      expect(await site.act('ld3', draftPaper, registration)).toMatchObject({
        error: { code: 'not_your_role' },
      })
      const own = await site.did('cv1', draftPaper, registration)
      expect(await findPaper(site.db, own.paperId)).toMatchObject({ unitId: first, onBehalf: false })
    })

    it('does not let a unit begin the report of another unit by naming its proposal', async () => {
      const input = {
        type: 'achievement-report',
        blocYearId,
        unitId: third,
        proposalId: full.flagProposalId,
      } as const
      expect(await site.act('ld3', draftPaper, input)).toMatchObject({ error: { code: 'not_your_role' } })
    })

    it('is refused with what is missing, twice, and for a matter of another year', async () => {
      expect(
        await site.act('ld1', draftPaper, { type: 'self-score', blocYearId, unitId: world.unitIds[3] }),
      ).toMatchObject({
        error: { code: 'paper_lacks_no_self_score' },
      })
      expect(await site.act('ld1', draftPaper, { type: 'mid-year-report', blocYearId })).toMatchObject({
        error: { code: 'paper_begun_already' },
      })
      expect(
        await site.act('ld1', draftPaper, {
          type: 'conference-minutes',
          blocYearId,
          conferenceId: full.draftId,
        }),
      ).toMatchObject({ error: { code: 'paper_not_of_year' } })
    })
  })

  describe('its written parts', () => {
    let paperId: string
    beforeAll(async () => {
      paperId = (await site.did('thuky', draftPaper, { type: 'year-end-report', blocYearId })).paperId
    })

    it('are kept with their writer; the second writer sees what the first one wrote', async () => {
      await site.did('thuky', writePart, { paperId, key: 'assessment', body: 'Năm thành công.', version: 0 })
      const [part] = await listParts(site.db, paperId)
      expect(part).toMatchObject({ body: 'Năm thành công.', writtenByName: 'Thư ký khối', version: 1 })
      const late = await site.act('ld2', writePart, { paperId, key: 'assessment', body: 'Khác.', version: 0 })
      expect(late).toMatchObject({
        error: {
          code: 'changed_meanwhile',
          differences: [{ field: 'body', before: 'Khác.', after: 'Năm thành công.' }],
        },
      })
    })

    it('can be given to a member, who then writes that part and no other, and does not hand it on', async () => {
      expect(await site.act('ld3', writePart, { paperId, key: 'requests', body: 'Kiến nghị' })).toMatchObject(
        {
          error: { code: 'not_your_role' },
        },
      )
      await site.did('ld1', writePart, { paperId, key: 'requests', body: '', ownerUnitId: third })
      await site.did('cv3', writePart, { paperId, key: 'requests', body: 'Tăng mức thưởng.', version: 1 })
      expect((await listParts(site.db, paperId)).find((part) => part.key === 'requests')).toMatchObject({
        body: 'Tăng mức thưởng.',
        ownerUnitId: third,
      })
      expect(await site.act('ld3', writePart, { paperId, key: 'causes', body: 'x' })).toMatchObject({
        error: { code: 'not_your_role' },
      })
      expect(
        await site.act('ld3', writePart, { paperId, key: 'requests', body: 'x', ownerUnitId: first }),
      ).toMatchObject({ error: { code: 'not_your_role' } })
    })

    it('exist only where the type has them', async () => {
      expect(await site.act('ld1', writePart, { paperId, key: 'open_work', body: 'x' })).toMatchObject({
        error: { code: 'not_found' },
      })
    })
  })

  describe('being issued', () => {
    it('takes number, day and signer, and freezes what it says: later changes of the records do not touch it', async () => {
      const { paperId } = await site.did('ld1', draftPaper, { type: 'submission', blocYearId })
      const done = await site.did(
        'ld1',
        issuePaper,
        issue(paperId, {
          number: 5,
          signerName: 'Trần Văn Thử',
          signerTitle: 'Phó Giám đốc',
          capacity: 'KT.',
        }),
      )
      expect(done.verificationCode).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{2}$/)
      const model = await findModel(site.db, paperId)
      expect(model).toMatchObject({
        symbol: { number: 5, organ: 'SCT' },
        date: '2026-11-28',
        place: 'Bắc Ninh',
        verification: done.verificationCode,
      })
      expect(model?.signatures).toMatchObject({
        kind: 'one',
        signature: {
          lines: [
            { code: 'TM.', of: 'Khối thi đua' },
            { title: 'Trưởng khối' },
            { code: 'KT.', of: 'Giám đốc Sở Công Thương' },
            { title: 'Phó Giám đốc' },
          ],
          name: 'Trần Văn Thử',
        },
      })
      await sql`update proposal set printed_wording = 'Cờ khác', achievement = 'đổi' where id = ${full.flagProposalId}`.execute(
        site.db,
      )
      expect(await findModel(site.db, paperId)).toEqual(model)
      const seen = await (await site.browse('ld3')).get(world.at('van-ban', paperId))
      expect(seen.text).toContain('Cờ thi đua của UBND tỉnh Bắc Ninh')
      expect(seen.text).not.toContain('Cờ khác')
      await sql`update proposal set printed_wording = 'Cờ thi đua của UBND tỉnh Bắc Ninh' where id = ${full.flagProposalId}`.execute(
        site.db,
      )
    })

    it('is not for the secretary, nor for officers', async () => {
      const { paperId } = await site.did('thuky', draftPaper, {
        type: 'conference-minutes',
        blocYearId,
        conferenceId: full.conferenceId,
      })
      for (const user of ['thuky', 'cv3', 'ld3']) {
        expect(await site.act(user, issuePaper, issue(paperId, { number: null }))).toMatchObject({
          error: { code: 'not_your_role' },
        })
      }
      await site.did('ld2', issuePaper, issue(paperId, { number: null, issuedOn: '2026-11-20' }))
      expect(await findPaper(site.db, paperId)).toMatchObject({
        state: 'issued',
        number: '',
        title: expect.stringContaining('Biên bản'),
      })
    })

    it('needs a number where the type bears one, none on a form, no number twice, no day to come', async () => {
      const report = await site.did('ld1', draftPaper, {
        type: 'comment-summary',
        blocYearId,
        draftId: full.draftId,
      })
      const wrong = (over: Partial<IssuePaperInput>) =>
        site.act('ld1', issuePaper, issue(report.paperId, over))
      expect(await wrong({ number: null })).toMatchObject({
        error: { fields: { number: { code: 'paper_number_needed' } } },
      })
      expect(await wrong({ issuedOn: '2027-01-01' })).toMatchObject({
        error: { fields: { issuedOn: { code: 'paper_in_future' } } },
      })
      await site.did('ld1', issuePaper, issue(report.paperId, { number: 3 }))
      const other = await site.did('ld1', draftPaper, {
        type: 'invitation',
        blocYearId,
        conferenceId: full.conferenceId,
      })
      // Another series: GM, not BC.
      await site.did('ld1', issuePaper, issue(other.paperId, { number: 3 }))
      const again = await site.did('ld1', draftPaper, {
        type: 'invitation',
        blocYearId,
        conferenceId: full.conferenceId,
      })
      expect(await site.act('ld1', issuePaper, issue(again.paperId, { number: 3 }))).toMatchObject({
        error: { fields: { number: { code: 'paper_number_taken' } } },
      })
      const pledge = await site.did('ld1', draftPaper, { type: 'pledge', blocYearId })
      expect(await site.act('ld1', issuePaper, issue(pledge.paperId, { number: 4 }))).toMatchObject({
        error: { fields: { number: { code: 'paper_number_on_form' } } },
      })
    })

    it('gives a number to one of two papers that are issued at the same moment', async () => {
      const drafts = []
      for (const unitId of [null, world.unitIds[3]]) {
        drafts.push(await site.did('ld1', draftPaper, { type: 'reminder', blocYearId, unitId }))
      }
      const outcomes = await Promise.all(
        drafts.map(({ paperId }) =>
          site.act('ld1', issuePaper, issue(paperId, { number: 77, issuedOn: '2026-12-01' })),
        ),
      )
      expect(outcomes.filter((one) => one.ok)).toHaveLength(1)
      expect(outcomes.find((one) => !one.ok)).toMatchObject({
        error: { fields: { number: { code: 'paper_number_taken' } } },
      })
    })

    it('is recorded as done on behalf of the unit when the head does it', async () => {
      const { paperId } = await site.did('ld1', draftPaper, { type: 'self-score', blocYearId, unitId: third })
      await site.did('ld1', issuePaper, issue(paperId, { number: null, issuedOn: '2026-11-15' }))
      expect(await findPaper(site.db, paperId)).toMatchObject({ onBehalf: true, signerName: 'Phạm Văn Mẫu' })
      expect((await findModel(site.db, paperId))?.signatures).toMatchObject({
        signature: { name: 'Phạm Văn Mẫu' },
      })
    })

    it('refuses a draft that somebody else issued or changed meanwhile', async () => {
      const { paperId } = await site.did('ld1', draftPaper, {
        type: 'tally-minutes',
        blocYearId,
        conferenceId: full.conferenceId,
      })
      expect(await site.act('ld1', issuePaper, issue(paperId, { number: null, version: 9 }))).toMatchObject({
        error: { code: 'changed_meanwhile' },
      })
      await site.did('ld1', issuePaper, issue(paperId, { number: null, version: 1 }))
      expect(await site.act('ld1', issuePaper, issue(paperId, { number: null }))).toMatchObject({
        error: { code: 'paper_not_draft' },
      })
    })
  })

  describe('its end', () => {
    it('is a withdrawal with a reason; the paper stays readable and its code says so', async () => {
      const { paperId } = await site.did('ld1', draftPaper, { type: 'score-summary', blocYearId })
      const { verificationCode } = await site.did('ld1', issuePaper, issue(paperId, { number: null }))
      expect(await site.act('ld1', withdrawPaper, { paperId, reason: ' ' })).toMatchObject({
        error: { fields: { reason: { code: 'required' } } },
      })
      expect(
        await site.act('ld1', withdrawPaper, { paperId, reason: 'Nhầm', withdrawnOn: '2026-11-01' }),
      ).toMatchObject({
        error: { fields: { withdrawnOn: { code: 'paper_withdrawn_before_issue' } } },
      })
      await site.did('ld1', withdrawPaper, { paperId, reason: 'Nhầm điểm', withdrawnOn: '2026-12-01' })
      expect(await findPaper(site.db, paperId)).toMatchObject({
        state: 'withdrawn',
        withdrawReason: 'Nhầm điểm',
      })
      const seen = await (await site.browse()).get(
        `/kiem-tra-van-ban?ma=${verificationCode.toLowerCase().replaceAll('-', ' ')}`,
      )
      expect(seen.text).toContain('không còn hiệu lực')
      expect(seen.text).toContain('Bảng tổng hợp điểm')
      expect(seen.text).not.toContain('Nhầm điểm')
      expect(seen.text).not.toContain('96,5')
    })

    it('is a replacement: the old one holds until the new one is issued, with its written parts', async () => {
      const old = await site.did('ld1', draftPaper, { type: 'handover-minutes', blocYearId })
      await site.did('ld1', writePart, {
        paperId: old.paperId,
        key: 'open_work',
        body: 'Quyết toán kinh phí.',
      })
      await site.did('ld1', issuePaper, issue(old.paperId, { number: 31, issuedOn: '2026-12-30' }))
      expect(await site.act('ld1', draftPaper, { type: 'handover-minutes', blocYearId })).toMatchObject({
        error: { code: 'paper_issued_already' },
      })
      const next = await site.did('thuky', replacePaper, { paperId: old.paperId, reason: 'Thiếu mục' })
      expect(await findPaper(site.db, old.paperId)).toMatchObject({
        state: 'issued',
        withdrawReason: 'Thiếu mục',
      })
      expect((await listParts(site.db, next.paperId))[0]?.body).toBe('Quyết toán kinh phí.')
      await site.did('ld1', issuePaper, issue(next.paperId, { number: 31, issuedOn: '2026-12-31' }))
      expect(await findPaper(site.db, old.paperId)).toMatchObject({
        state: 'replaced',
        withdrawnOn: '2026-12-31',
      })
      expect(await findPaper(site.db, next.paperId)).toMatchObject({ state: 'issued', versionNumber: 2 })
    })

    it('is giving a draft up; what was issued cannot be given up', async () => {
      const { paperId } = await site.did('thuky', draftPaper, { type: 'reminder', blocYearId, unitId: third })
      await site.did('thuky', discardPaper, { paperId })
      expect(await findPaper(site.db, paperId)).toBeUndefined()
      const kept = await site.did('ld1', draftPaper, { type: 'appraisal-minutes', blocYearId })
      await site.did('ld1', issuePaper, issue(kept.paperId, { number: null }))
      expect(await site.act('ld1', discardPaper, { paperId: kept.paperId })).toMatchObject({
        error: { code: 'paper_not_draft' },
      })
      const model = await findModel(site.db, kept.paperId)
      expect(model?.bases.map(plainText).join()).toContain('152/2025')
    })
  })

  it('takes the scan of the signed print after it was issued, and only a file that is one', async () => {
    const { paperId } = await site.did('ld1', draftPaper, {
      type: 'achievement-report',
      blocYearId,
      proposalId: full.flagProposalId,
    })
    const pdf = { name: 'ban-ky.pdf', bytes: new TextEncoder().encode('%PDF-1.4\n%%EOF\n') }
    expect(await site.act('ld1', attachScan, { paperId, scan: pdf })).toMatchObject({
      error: { code: 'paper_not_issued' },
    })
    await site.did('ld1', issuePaper, issue(paperId, { number: null }))
    await site.did('ld1', attachScan, { paperId, scan: pdf })
    expect((await findPaper(site.db, paperId))?.scanFileId).toBeTruthy()
    const wrong = { name: 'ban-ky.png', bytes: pdf.bytes }
    expect(await site.act('ld1', attachScan, { paperId, scan: wrong })).toMatchObject({
      error: { fields: { scan: {} } },
    })
  })
})
