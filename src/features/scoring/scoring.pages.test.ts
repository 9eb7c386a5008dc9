import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openSite } from '../../../test/support/site.ts'
import { buildWorld, type World } from '../../../test/support/world.ts'
import { adoptFinalScores, saveHeadAppraisal } from './appraisal/appraisal.actions.ts'
import { freezeRanking } from './ranking/ranking.actions.ts'
import {
  confirmAll,
  freezeSample,
  fullSheet,
  handInAll,
  moveTo,
  sampleTable,
} from './scoring.test-support.ts'
import { saveSelfScores } from './sheet/sheet.actions.ts'
import { createScoreTable } from './table/table.actions.ts'
import { findTable } from './table/table.store.ts'

describe('the pages of scoring', async () => {
  const site = await openSite()
  let world: World
  let blocYearId: string
  let at: World['at']

  beforeAll(async () => {
    world = await buildWorld(site, { state: 'scoring' })
    blocYearId = world.blocYearId
    at = world.at
  })

  beforeEach(async () => {
    await sql`truncate score_table, unit_step, bar, appraisal_assignment, pledge cascade`.execute(site.db)
    await moveTo(site, world, 'scoring')
  })

  const see = async (who: string | undefined, path: string) => (await site.browse(who)).get(path)
  const unitSlug = () => world.unitSlugs[2]

  describe('the table', () => {
    it('begins for the head with the ways to draw it up, for a member with a sentence', async () => {
      expect((await see('ld1', at('bang-diem'))).text).toContain('Một bảng đang dùng ở nơi khác')
      expect((await see('cv3', at('bang-diem'))).text).toContain('Năm này chưa có bảng điểm.')
    })

    it('takes over a table in use elsewhere, scaled, with its contradictions in words', async () => {
      const head = await site.browse('ld1')
      const sent = await head.post(at('bang-diem'), {
        title: 'Bảng điểm 2026',
        from: 'reference',
        reference: 'hai-phong-212-2025-nguoi-dung-dau',
        maximum: '1.000',
        lines: '',
      })
      expect(sent.status).toBe(303)
      const table = await findTable(site.db, blocYearId)
      expect(table).toMatchObject({ total: '1000', title: 'Bảng điểm 2026', state: 'draft' })
      expect(table?.leafRows.length).toBeGreaterThan(30)
      expect((await head.get(at('bang-diem'))).text).toContain('Lưu ý')
    })

    it('tells which pasted line cannot be read and keeps what was typed', async () => {
      const head = await site.browse('ld1')
      const seen = await head.post(at('bang-diem'), {
        title: 'Bảng',
        from: 'lines',
        reference: '',
        maximum: '',
        lines: '1; Chỉ có tên',
      })
      expect(seen.status).toBe(422)
      expect(seen.text).toContain('Dòng 1 cần ít nhất mã, tên và điểm tối đa')
      expect(seen.text).toContain('1; Chỉ có tên</textarea>')
    })

    it('a formula is tried with made-up figures before it is saved, and refused with its place', async () => {
      await site.did('ld1', createScoreTable, { blocYearId, table: sampleTable })
      const head = await site.browse('ld1')
      const before = await findTable(site.db, blocYearId)
      const row = before?.byCode.get('I.3')
      const path = at('bang-diem', 'tieu-chi', row?.id ?? '')
      expect((await head.get(`${path}?cach=formula`)).text).toContain('điểm_tối_đa')
      const typed = {
        version: String(before?.version),
        kind: 'formula',
        code: 'I.3',
        name: 'Đổi mới cách làm',
        maxPoints: '10',
        side: 'normal',
        note: 'giữ lại',
      }
      const tryOut = (expression: string) =>
        head.get(
          `${path}?${new URLSearchParams({ ...typed, 'm.expression': expression, 't.result': '8', 't.target': '10', thu: '1' })}`,
        )
      const seen = await tryOut('kết_quả ÷ chỉ_tiêu × điểm_tối_đa')
      expect(seen.text).toContain('Với số liệu thử: 8 điểm.')
      expect(seen.text).toContain('(8 ÷ 10) × 10')
      expect(seen.text).toContain('giữ lại</textarea>')
      expect((await tryOut('kết_quả ÷')).text).toContain('Vị trí 10: thiếu một giá trị ở đây.')
      expect((await findTable(site.db, blocYearId))?.version).toBe(before?.version)

      const refused = await head.post(path, { ...typed, 'm.expression': 'kết_quá_cao + 1', 'm.unit': '' })
      expect(refused.status).toBe(422)
      expect(refused.text).toContain('không có tên “kết_quá_cao”')
      const saved = await head.post(path, {
        ...typed,
        'm.expression': 'kết_quả ÷ chỉ_tiêu × 10',
        'm.unit': '',
      })
      expect(saved.status).toBe(303)
      expect((await findTable(site.db, blocYearId))?.byCode.get('I.3')?.method).toEqual({
        kind: 'formula',
        expression: 'kết_quả ÷ chỉ_tiêu × 10',
      })
    })

    it('is edited criterion by criterion, each kind of rule with fields of its own', async () => {
      await site.did('ld1', createScoreTable, { blocYearId, table: sampleTable })
      const head = await site.browse('ld1')
      const row = (await findTable(site.db, blocYearId))?.byCode.get('I.3')
      const path = at('bang-diem', 'tieu-chi', row?.id ?? '')
      expect((await head.get(path)).text).toContain('Bậc điểm')
      expect((await head.get(`${path}?cach=sampling`)).text).toContain('Cỡ mẫu')
      const form = {
        version: '1',
        kind: 'sampling',
        code: 'I.3',
        name: 'Khảo sát',
        maxPoints: '10',
        side: 'normal',
        note: '',
        before: '',
        'm.sampleSize': '50',
        'm.pointPerPositive': '0,2',
        indicatorId: '',
      }
      expect((await head.post(path, { ...form, 'm.sampleSize': '' })).text).toContain(
        'Cách chấm này cần một giá trị đọc được ở đây.',
      )
      expect((await head.post(path, form)).status).toBe(303)
      expect((await findTable(site.db, blocYearId))?.byCode.get('I.3')).toMatchObject({
        name: 'Khảo sát',
        method: { kind: 'sampling', sampleSize: '50', pointPerPositive: '0.2' },
      })
    })

    it('gets new criteria, loses others, and names a code used twice', async () => {
      await site.did('ld1', createScoreTable, { blocYearId, table: sampleTable })
      const head = await site.browse('ld1')
      const parentId = (await findTable(site.db, blocYearId))?.byCode.get('II')?.id ?? ''
      const form = {
        version: '1',
        kind: 'judgement',
        parentId,
        code: 'II.2',
        name: 'Mới',
        maxPoints: '5',
        side: 'normal',
        note: '',
        before: '',
        indicatorId: '',
      }
      expect((await head.post(at('bang-diem', 'them'), form)).text).toContain(
        'Mã này đã dùng cho tiêu chí khác trong bảng.',
      )
      expect((await head.post(at('bang-diem', 'them'), { ...form, code: 'II.3' })).status).toBe(303)
      const added = (await findTable(site.db, blocYearId))?.byCode.get('II.3')
      expect(added).toMatchObject({ parentId, maxPoints: '5' })
      expect(
        (await head.post(at('bang-diem', 'tieu-chi', added?.id ?? '', 'chuyen'), { direction: 'up' })).status,
      ).toBe(303)
      expect((await findTable(site.db, blocYearId))?.leafRows.map((row) => row.code).slice(3, 6)).toEqual([
        'II.1',
        'II.3',
        'II.2',
      ])
      await head.post(at('bang-diem', 'tieu-chi', added?.id ?? '', 'xoa'), {})
      expect((await findTable(site.db, blocYearId))?.byCode.has('II.3')).toBe(false)
    })

    it('is adopted, changed by a new version, compared with the old one, and frozen in two steps', async () => {
      await site.did('ld1', createScoreTable, { blocYearId, table: sampleTable })
      const head = await site.browse('ld1')
      await head.post(at('bang-diem', 'thong-qua'), { adoptedOn: '2026-03-01', how: 'Hội nghị', basis: '' })
      await head.post(at('bang-diem', 'ban-moi'), { reason: 'Thêm tiêu chí' })
      expect((await head.get(`${at('bang-diem', 'so-sanh')}?voi=1`)).text).toContain('giữ nguyên')
      await head.post(at('bang-diem', 'thong-qua'), { adoptedOn: '2026-04-01', how: 'Văn bản', basis: '' })
      expect((await head.get(at('bang-diem', 'chot'))).text).toContain(
        'Bảng điểm không thay đổi được nữa trong năm.',
      )
      expect((await head.post(at('bang-diem', 'chot'), {})).status).toBe(303)
      expect((await see('cv3', at('bang-diem'))).text).toContain('Đã chốt')
    })
  })

  describe('the self-score', () => {
    beforeEach(() => freezeSample(site, world))

    it('shows each criterion with its rule in words and the figures of the records', async () => {
      const { text } = await see('cv3', at('cham-diem', unitSlug()))
      expect(text).toContain('Điểm tối đa nhân với tỷ lệ phần trăm đạt được.')
      expect(text).toContain('ký giao ước thi đua')
      expect(text).toContain('name="points.I.1"')
      expect(text).toContain('name="fact.I.2:part"')
    })

    it('is saved whole with Vietnamese numbers, then sent', async () => {
      const browse = await site.browse('cv3')
      const form = {
        stamp: 'empty',
        channel: 'screen',
        'points.I.1': '39,5',
        'note.I.1': '',
        'points.I.2': '',
        'fact.I.2:part': '9',
        'fact.I.2:whole': '10',
        'points.I.3': '8',
        'points.II.1': '',
        'points.II.2': '',
        'fact.II.2:done': 'yes',
        'points.T': '',
        'fact.T:count': '1',
        'points.P': '',
        'fact.P:count': '0',
      }
      expect((await browse.post(at('cham-diem', unitSlug()), form)).status).toBe(303)
      expect((await browse.get(at('cham-diem', unitSlug()))).text).toContain('88')
      expect((await browse.post(at('cham-diem', unitSlug(), 'gui'), { channel: 'screen' })).status).toBe(303)
      expect((await browse.get(at('cham-diem', unitSlug()))).text).toContain('Bảng đã gửi.')
    })

    it('keeps what was typed and says at the field what is wrong', async () => {
      const browse = await site.browse('cv3')
      const seen = await browse.post(at('cham-diem', unitSlug()), {
        stamp: 'empty',
        channel: 'screen',
        'points.I.1': '41',
        'note.I.1': 'lời giải trình',
      })
      expect(seen.status).toBe(422)
      expect(seen.text).toContain('Điểm phải từ 0 đến 40.')
      expect(seen.text).toContain('value="41"')
      expect(seen.text).toContain('lời giải trình')
      expect(
        (
          await browse.post(at('cham-diem', unitSlug()), {
            stamp: 'empty',
            channel: 'screen',
            'points.I.1': '1.234.5',
          })
        ).status,
      ).toBe(422)
    })

    it('shows the second of two writers the points of the first', async () => {
      await site.did('cv3', saveSelfScores, { blocYearId, unitId: world.unitIds[2], entries: fullSheet('8') })
      const seen = await (await site.browse('ld3')).post(at('cham-diem', unitSlug()), {
        stamp: 'empty',
        channel: 'screen',
        'points.I.3': '7',
      })
      expect(seen.status).toBe(409)
      expect(seen.text).toContain('Có người vừa sửa mục này')
    })

    it('takes a file beside a criterion, and lets it be taken away again', async () => {
      const browse = await site.browse('cv3')
      const proof = new File(['%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%EOF'], 'minh-chung.pdf', {
        type: 'application/pdf',
      })
      const saved = await browse.post(at('cham-diem', unitSlug()), {
        stamp: 'empty',
        channel: 'screen',
        'points.I.3': '8',
        'file.I.3': proof,
      })
      expect(saved.status).toBe(303)
      const { text } = await browse.get(at('cham-diem', unitSlug()))
      expect(text).toContain('minh-chung.pdf')
      const withdraw = /formaction="([^"]+\/go)"/.exec(text)?.[1] ?? ''
      expect((await browse.post(withdraw, {})).status).toBe(303)
      expect((await browse.get(at('cham-diem', unitSlug()))).text).not.toContain('minh-chung.pdf')
    })

    it('of another unit is hidden from a member while the round is open, shown to the head', async () => {
      await handInAll(site, world, ['8', '7', '6.5', '5'])
      expect((await see('ld4', at('cham-diem', unitSlug()))).text).toContain(
        'chỉ hiện khi vòng tự chấm đã khép lại',
      )
      expect((await see('ld4', at('cham-diem'))).text).not.toContain('>85<')
      expect((await see('ld1', at('cham-diem', unitSlug()))).text).toContain('>85<')
      await moveTo(site, world, 'appraisal')
      expect((await see('ld4', at('cham-diem', unitSlug()))).text).toContain('>85<')
    })

    it('is returned by the head with a reason the unit reads', async () => {
      await handInAll(site, world, ['8', '7', '6.5', '5'])
      const head = await site.browse('ld1')
      expect((await head.post(at('cham-diem', unitSlug(), 'tra-lai'), { reason: '' })).status).toBe(422)
      expect(
        (await head.post(at('cham-diem', unitSlug(), 'tra-lai'), { reason: 'Thiếu minh chứng' })).status,
      ).toBe(303)
      expect((await see('cv3', at('cham-diem', unitSlug()))).text).toContain('Thiếu minh chứng')
    })

    it('explains every point: rule, steps, who, when', async () => {
      await handInAll(site, world, ['8', '7', '6.5', '5'])
      const { text } = await see('cv3', at('cham-diem', unitSlug(), 'giai-thich'))
      expect(text).toContain('Đạt 9 trên 10, bằng 90%.')
      expect(text).toContain('Chuyên viên Sở Tài chính nhập ngày 21/11/2026')
    })
  })

  describe('the appraisal', () => {
    beforeEach(async () => {
      await freezeSample(site, world, { layers: ['self', 'cross', 'head', 'final', 'agency'] })
      await handInAll(site, world, ['8', '7', '6', '5'])
      await moveTo(site, world, 'appraisal')
    })

    it('of the head’s own unit tells the head that the deputy does it', async () => {
      expect((await see('ld1', at('tham-dinh', world.unitSlugs[0]))).text).toContain(
        'Không ai được thẩm định đơn vị của mình.',
      )
      expect((await see('ld2', at('tham-dinh', world.unitSlugs[0]))).text).toContain('name="points.I.3"')
    })

    it('asks for a reason at the changed point, then stands beside the self-score', async () => {
      const head = await site.browse('ld1')
      const path = at('tham-dinh', unitSlug(), 'truong-khoi')
      const form = { stamp: 'empty', channel: 'screen', 'points.I.3': '4', 'note.I.3': '', finish: '1' }
      const refused = await head.post(path, form)
      expect(refused.text).toContain('Điểm khác với bước trước, cần ghi rõ lý do.')
      expect(refused.text).toContain('value="4"')
      expect((await head.post(path, { ...form, 'note.I.3': 'Chưa áp dụng rộng' })).status).toBe(303)
      await site.did('ld1', adoptFinalScores, { blocYearId, how: 'Hội nghị' })
      const { text } = await see('ld1', at('tham-dinh', unitSlug()))
      expect(text).toContain('Chưa áp dụng rộng')
      expect(text).toContain('Bước sau đã có điểm')
    })

    it('proposes a balanced plan of cross-checks that can be saved', async () => {
      const head = await site.browse('ld1')
      expect((await head.get(`${at('tham-dinh', 'phan-cong')}?moi=1`)).text).toContain('checked')
      const [a, b, c, d] = world.unitIds
      await head.post(at('tham-dinh', 'phan-cong'), {
        layer: 'cross',
        [`by.${a}`]: b,
        [`by.${b}`]: c,
        [`by.${c}`]: d,
        [`by.${d}`]: a,
      })
      expect((await head.get(at('tham-dinh'))).text).toContain('Sở Xây dựng')
      const checker = await site.browse('cv4')
      expect((await checker.get(at('tham-dinh', unitSlug()))).text).toContain('Bước đang chấm: Chấm chéo')
      const saved = await checker.post(at('tham-dinh', unitSlug(), 'cham-cheo'), {
        stamp: 'empty',
        channel: 'screen',
        finish: '1',
      })
      expect(saved.status).toBe(303)
    })

    it('hides appraised points from members until the conference', async () => {
      const lines = { 'I.3': { points: '1.5', reason: 'Chưa áp dụng rộng' } }
      await site.did('ld1', saveHeadAppraisal, { blocYearId, unitId: world.unitIds[2], lines, finish: true })
      expect((await see('cv3', at('tham-dinh', unitSlug()))).text).not.toContain('Chưa áp dụng rộng')
      expect((await see('cv3', at('cham-diem', unitSlug(), 'giai-thich'))).text).not.toContain(
        'Chưa áp dụng rộng',
      )
      await moveTo(site, world, 'conference')
      expect((await see('cv3', at('tham-dinh', unitSlug()))).text).toContain('Chưa áp dụng rộng')
    })

    it('is adopted with a change of the conference', async () => {
      await confirmAll(site, world)
      const head = await site.browse('ld1')
      const form = {
        how: 'Hội nghị tổng kết',
        unitId: world.unitIds[2],
        code: 'I.3',
        points: '9',
        reason: '',
      }
      expect((await head.post(at('tham-dinh', 'thong-nhat'), form)).text).toContain(
        'Điểm khác với bước trước',
      )
      expect(
        (await head.post(at('tham-dinh', 'thong-nhat'), { ...form, reason: 'Bổ sung minh chứng' })).location,
      ).toBe(at('xep-hang'))
    })
  })

  describe('the ranking', () => {
    beforeEach(async () => {
      await freezeSample(site, world)
      await handInAll(site, world, ['8', '9', '9', '5'])
      await confirmAll(site, world)
    })

    it('is the head’s alone until its layer is shown, then everybody’s of the bloc', async () => {
      await moveTo(site, world, 'appraisal')
      expect((await see('ld1', at('xep-hang'))).text).toContain('đồng hạng')
      expect((await see('cv3', `${at('xep-hang')}?buoc=head`)).text).not.toContain('Trưởng khối thẩm định')
      await moveTo(site, world, 'conference')
      expect((await see('cv3', at('xep-hang'))).text).toContain('Theo điểm Trưởng khối thẩm định.')
    })

    it('is ranked by group of criteria too', async () => {
      await moveTo(site, world, 'conference')
      expect((await see('cv3', `${at('xep-hang')}?nhom=II`)).text).toContain('đồng hạng')
    })

    it('reaches the public only when it is published by typing the word', async () => {
      await moveTo(site, world, 'conference')
      await site.did('ld1', freezeRanking, { blocYearId })
      expect((await see(undefined, at('xep-hang'))).text).toContain('Khối chưa công bố thứ hạng năm này.')
      const head = await site.browse('ld1')
      const rankingId =
        /name="rankingId" value="([^"]+)"/.exec((await head.get(at('xep-hang', 'cong-bo'))).text)?.[1] ?? ''
      expect((await head.post(at('xep-hang', 'cong-bo'), { rankingId, word: 'ừ' })).text).toContain(
        'Hãy gõ đúng chữ',
      )
      expect((await head.post(at('xep-hang', 'cong-bo'), { rankingId, word: 'Công bố' })).status).toBe(303)
      const open = await see(undefined, at('xep-hang'))
      expect(open.text).toContain('Sở Xây dựng')
      expect(open.text).not.toContain('Giải thích')
    })

    it('shows a barred unit suspended on its place, and clears it with the conclusion', async () => {
      await moveTo(site, world, 'conference')
      const head = await site.browse('ld1')
      await head.post(at('xep-hang', 'dieu-kien'), {
        unitId: world.unitIds[1],
        kind: 'inspection',
        detail: '',
        source: 'Thanh tra tỉnh',
        openedOn: '2026-11-01',
      })
      expect((await head.get(at('xep-hang'))).text).toContain('tạm dừng xét')
      const action =
        /action="([^"]+\/go)"/.exec((await head.get(at('xep-hang', 'dieu-kien'))).text)?.[1] ?? ''
      expect((await head.post(action, { clearedOn: '2026-11-20', reason: '' })).status).toBe(422)
      expect((await head.post(action, { clearedOn: '2026-11-20', reason: 'Không vi phạm' })).status).toBe(303)
      expect((await see('cv3', at('xep-hang'))).text).not.toContain('Đang bị xem xét, chờ kết luận')
    })
  })

  it('speak English throughout', async () => {
    await freezeSample(site, world)
    const browse = await site.browse('ld1')
    await browse.get('/tuy-chon?lang=en&ve=/')
    for (const path of ['bang-diem', 'cham-diem', 'tham-dinh', 'xep-hang']) {
      expect((await browse.get(at(path))).text).toContain('lang="en"')
    }
    expect((await browse.get(at('cham-diem', unitSlug()))).text).toContain(
      'The maximum times the share in percent.',
    )
  })
})
