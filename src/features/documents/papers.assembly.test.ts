import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { openSite } from '../../../test/support/site.ts'
import { buildWorld } from '../../../test/support/world.ts'
import { checkPaper } from '../../domain/documents/check.ts'
import type { Block, Paper } from '../../domain/documents/paper.ts'
import { type PaperTypeId, paperTypes } from '../../domain/documents/paper-types.ts'
import { singleSignatures } from '../../domain/documents/signing.ts'
import { allBlocks, noteOf, plainText } from '../../domain/documents/words.ts'
import { findYear } from '../../scopes/scopes.store.ts'
import { assemblePaper } from './assembly/assemble.ts'
import { type PaperRequest, plainRequest } from './assembly/request.ts'
import { type FullYear, fillYear } from './full-year.test-support.ts'
import { subjectOf } from './slots.ts'
import { renderDocx } from './writers/docx.writer.ts'
import { hasPoppler, pdfOf, pdfText } from './writers/reading.test-support.ts'

describe('the papers of a full year', async () => {
  const site = await openSite('2026-12-31')
  const world = await buildWorld(site, { state: 'decided' })
  const [first, second] = world.unitIds
  let full: FullYear

  beforeAll(async () => {
    full = await fillYear(site.db, world)
  })

  async function paper(type: PaperTypeId, request: Partial<PaperRequest> = {}): Promise<Paper> {
    const year = await findYear(site.db, world.blocSlug, world.year, '2026-12-31')
    if (!year) throw new Error('no year')
    const asked = { ...plainRequest(subjectOf(type)), ...request }
    const made = await assemblePaper({ db: site.db, year, today: '2026-12-31', request: asked })
    if (!made) throw new Error(`${type} could not be written`)
    return made
  }

  const about = (): Readonly<Record<PaperTypeId, Partial<PaperRequest>>> => ({
    'comment-summary': { draftId: full.draftId, number: 1, issuedOn: '2026-01-20' },
    registration: { unitId: first },
    pledge: {},
    invitation: { conferenceId: full.conferenceId, number: 12, issuedOn: '2026-11-10' },
    reminder: { issuedOn: '2026-11-18', number: 9 },
    'mid-year-report': { number: 2, issuedOn: '2026-07-10' },
    'self-score': { unitId: first },
    'score-summary': {},
    'score-explanation': { unitId: first },
    'year-end-report': { number: 7, issuedOn: '2026-11-20' },
    'conference-minutes': { conferenceId: full.conferenceId },
    'tally-minutes': { conferenceId: full.conferenceId },
    'appraisal-minutes': {},
    submission: { number: 5, issuedOn: '2026-11-28' },
    'achievement-report': { unitId: first, proposalId: full.flagProposalId },
    'check-minutes': { checkVisitId: full.checkVisitId },
    'handover-minutes': {},
  })

  it.each(Object.keys(paperTypes) as PaperTypeId[])(
    '%s comes out of the records in both formats',
    async (type) => {
      const made = await paper(type, about()[type])
      expect(checkPaper(made)).toMatchObject({ ok: true })
      const docx = await renderDocx(made)
      expect(docx.ok && docx.value.length).toBeGreaterThan(5000)
      const pdf = pdfOf(made)
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
      if (hasPoppler) expect(pdfText(pdf)).toContain('Độc lập - Tự do - Hạnh phúc')
    },
  )

  it('sums up comments by unit with the answer, and counts who agreed and who was silent', async () => {
    const text = textOf(await paper('comment-summary', about()['comment-summary']))
    expect(text).toContain('Có ý kiến góp ý: 2 đơn vị, 2 ý kiến')
    expect(text).toContain('Nhất trí với dự thảo: 1 đơn vị (Sở Công Thương)')
    expect(text).toContain('Không có văn bản góp ý (coi như nhất trí): 1 đơn vị (Quỹ Đầu tư phát triển)')
    expect(text).toContain('Tiếp thu: một phần; bổ sung khoản 2')
    expect(text).toContain('Không tiếp thu: hạn do tỉnh quy định')
  })

  it('prints a registration with titles, targets in Vietnamese notation and who set them', async () => {
    const made = await paper('registration', about().registration)
    const text = textOf(made)
    expect(text).toContain('Cờ thi đua của UBND tỉnh')
    expect(text).toMatch(/Chiến sĩ thi đua cơ sở\s+06/)
    expect(text).toMatch(
      /Giá trị sản xuất công nghiệp\s+tỷ đồng\s+≥ 1\.334,251\s+Ủy ban nhân dân giao; Kế hoạch 45\/KH-UBND/,
    )
    expect(text).toContain('Số hóa hồ sơ cấp phép')
    expect(singleSignatures(made.signatures)[0]).toMatchObject({
      lines: [{ title: 'Giám đốc' }],
      name: 'Nguyễn Văn Mẫu',
    })
    expect(made.issuer).toEqual({
      kind: 'agency',
      superior: 'Ủy ban nhân dân tỉnh Bắc Ninh',
      name: 'Sở Công Thương',
    })
  })

  it('prints the pledge with every unit: on screen, on paper, in whose place, and who has not signed', async () => {
    const made = await paper('pledge')
    expect(made.signatures).toMatchObject({
      kind: 'units',
      rows: [
        { unit: 'Sở Công Thương', capacity: 'Giám đốc', signed: { on: 'screen', date: '2026-02-14' } },
        {
          unit: 'Sở Xây dựng',
          capacity: 'KT. Giám đốc, Phó Giám đốc',
          name: 'Trần Thị Mẫu',
          signed: { on: 'paper' },
        },
        { unit: 'Sở Tài chính', signed: { on: 'paper', date: '2026-02-15' } },
        { unit: 'Quỹ Đầu tư phát triển', name: null, signed: null },
      ],
    })
    const text = textOf(made)
    expect(text).toContain('Phát huy kết quả năm trước.')
    expect(text).toContain('Gửi báo cáo đúng hạn.')
    expect(text).toMatch(/Sở Tài chính\s+Tỷ lệ hồ sơ quá hạn \(minh họa\)\s+dưới 5%/)
    expect(made.date).toBe('2026-02-14')
  })

  it('invites guests and members at the hour of the conference, with its agenda', async () => {
    const text = textOf(await paper('invitation', about().invitation))
    expect(text).toContain('14 giờ 00 phút, ngày 20 tháng 11 năm 2026')
    expect(text).toContain('Đại diện Sở Nội vụ')
    expect(text).toContain('Bình xét thi đua')
  })

  it('reminds every unit of what it owes on the day of the letter, or one unit alone', async () => {
    const all = textOf(await paper('reminder', about().reminder))
    expect(all).toMatch(/Sở Xây dựng\s+Bảng tự chấm điểm \(trả lại để bổ sung\)\s+15\/11\/2026/)
    expect(all).toMatch(/Sở Tài chính\s+Bản đăng ký danh hiệu thi đua\s+15\/03\/2026/)
    expect(all).not.toContain('Sở Công Thương\t')
    const one = await paper('reminder', {
      ...about().reminder,
      unitId: second,
      parts: { deadline: '2026-11-25' },
    })
    expect(one.addressees).toEqual(['Sở Xây dựng'])
    expect(textOf(one)).toContain('trước ngày 25 tháng 11 năm 2026')
  })

  it('writes the year-end report from figures, verdicts, narratives, activities, awards and directions', async () => {
    const made = await paper('year-end-report', {
      ...about()['year-end-report'],
      parts: { assessment: '- Phong trào đi vào chiều sâu.', addressees: 'Sở Nội vụ tỉnh Bắc Ninh' },
    })
    const text = textOf(made)
    expect(text).toContain('Giá trị sản xuất công nghiệp ước đạt 1.400,5 tỷ đồng')
    expect(text).toContain(
      'Toàn khối có 2 chỉ tiêu được giao hoặc đăng ký, trong đó: vượt 1, đạt 0, không đạt 1.',
    )
    expect(text).toContain('Phong trào đi vào chiều sâu.')
    expect(text).toContain('ký giao ước thi đua ngày 14/02/2026; 3/4 đơn vị thành viên đã ký')
    expect(text).toContain(
      'Hội thao của khối ngày 19/05/2026 tại Nhà thi đấu tỉnh, 2 đơn vị tham gia, 35 người, đóng góp 7.500.000 đồng',
    )
    expect(text).toContain('Đề nghị tặng Cờ thi đua của UBND tỉnh Bắc Ninh: Sở Công Thương')
    expect(text).toContain('Sở Xây dựng: Thiếu người phụ trách')
    expect(text).toContain('Đổi mới nội dung phong trào')
    expect(text).toContain('Bảng tổng hợp điểm thi đua năm 2026')
    expect(made.addressees).toEqual(['Sở Nội vụ tỉnh Bắc Ninh'])
    expect(made.symbol).toEqual({ number: 7, organ: 'SCT' })
    expect(noteOf(made)).toBe('Số liệu minh họa, không phải số liệu thật')
  })

  it('writes the mid-year report from the half year alone', async () => {
    const text = textOf(await paper('mid-year-report', about()['mid-year-report']))
    expect(text).toContain('650 tỷ đồng')
    expect(text).toContain('Giao ban hằng quý.')
    expect(text).not.toContain('1.400,5')
    expect(text).not.toContain('Thiếu người phụ trách')
    expect(text).toContain('Hội thao của khối ngày 19/05/2026')
  })

  it('prints what a unit gave itself, never what the head or the bloc gave it', async () => {
    const text = textOf(await paper('self-score', about()['self-score']))
    expect(text).toMatch(/I\.1\s+Hoàn thành chỉ tiêu\s+50\s+49,5/)
    expect(text).toMatch(/Tổng cộng\s+100\s+97,5/)
    expect(text).toContain('thông qua ngày 01/03/2026')
  })

  it('explains every point of a unit through all layers', async () => {
    const text = textOf(await paper('score-explanation', about()['score-explanation']))
    expect(text).toMatch(/I\.1\s+Hoàn thành chỉ tiêu\s+50\s+49,5/)
    expect(text).toContain('Khối thống nhất')
    expect(text).toMatch(/tự chấm: theo kết quả công bố \(.*\); khối thống nhất: theo kết quả công bố/)
    expect(text).toContain('Xếp hạng trong khối: thứ 1.')
  })

  it('sums up the points of the layer that counts, with places, and says who has none', async () => {
    const text = textOf(await paper('score-summary'))
    expect(text).toContain('Điểm ở bước: khối thống nhất.')
    expect(text).toMatch(/Sở Công Thương\s+68,5\s+28\s+96,5\s+1/)
    expect(text).toMatch(/Sở Tài chính \(minh họa\)\s+63\s+25\s+88\s+3/)
    expect(text).toMatch(/Quỹ Đầu tư phát triển\s+chưa có điểm/)
  })

  it('keeps minutes of who came, what was said and what was decided', async () => {
    const made = await paper('conference-minutes', about()['conference-minutes'])
    const text = textOf(made)
    expect(text).toContain('Vào hồi 14 giờ 00 phút, ngày 20 tháng 11 năm 2026, tại Hội trường Sở Công Thương')
    expect(text).toContain('Tổng số đơn vị thành viên: 4; có mặt: 3 đơn vị')
    expect(text).toContain('Trần Thị Mẫu, Phó Giám đốc Sở Xây dựng (dự thay)')
    expect(text).toContain('Quỹ Đầu tư phát triển (lý do: họp tại trung ương)')
    expect(text).toContain('Sở Xây dựng: Bổ sung kết quả chỉnh trang đô thị. (tiếp thu)')
    expect(text).toContain('Thông qua dự thảo báo cáo')
    expect(text).toContain(
      'Đề nghị tặng Cờ thi đua của UBND tỉnh: Sở Công Thương (bỏ phiếu kín, kết quả tại biên bản kiểm phiếu)',
    )
    expect(text).toContain('Bầu Sở Xây dựng làm Trưởng khối năm 2027 (biểu quyết giơ tay: 3/4 đồng ý)')
    expect(singleSignatures(made.signatures).map(({ name }) => name)).toEqual([
      'Phan Thị Mẫu',
      'Nguyễn Văn Mẫu',
    ])
  })

  it('counts ballots alone in the minutes of the count, with shares and the mark', async () => {
    const text = textOf(await paper('tally-minutes', about()['tally-minutes']))
    expect(text).toContain(
      'Số phiếu phát ra: 3; số phiếu thu về: 3; số phiếu hợp lệ: 3; số phiếu không hợp lệ: 0.',
    )
    expect(text).toContain('Tỷ lệ tính trên tổng số thành viên (4); mức đạt: quá nửa (ít nhất 3 phiếu).')
    expect(text).toMatch(/Sở Công Thương\s+3\s+75%\s+Đạt/)
    expect(text).toMatch(/Sở Xây dựng\s+1\s+25%\s+Không đạt/)
    expect(text).toContain('số không bỏ phiếu: 1 (Quỹ Đầu tư phát triển: họp tại trung ương)')
    expect(text).not.toContain('Bầu Trưởng khối')
  })

  it('says in the minutes of choice on which ground, and why the ranking was departed from', async () => {
    const text = textOf(await paper('appraisal-minutes'))
    expect(text).toMatch(
      /Cờ thi đua của UBND tỉnh Bắc Ninh\s+Sở Công Thương\s+96,5 điểm, xếp thứ 1, 3\/4 \(75%\) phiếu đồng ý/,
    )
    expect(text).toContain('Lý do khác thứ tự xếp hạng: Đơn vị xếp thứ 2 đã có Bằng khen năm trước')
    expect(text).toContain(
      'Cờ thi đua của UBND tỉnh Bắc Ninh: xét bằng bỏ phiếu trong số các đơn vị có điểm cao nhất.',
    )
  })

  it('submits every proposal under its printed wording with score, votes and earlier awards', async () => {
    const made = await paper('submission', about().submission)
    const text = textOf(made)
    expect(text).toMatch(
      /Sở Công Thương\s+Giám đốc: Nguyễn Văn Mẫu\s+Cờ thi đua của UBND tỉnh Bắc Ninh\s+96,5\s+3\/4 \(75%\)\s+Bằng khen của Chủ tịch UBND tỉnh \(2024\)\s+Hoàn thành vượt mức các chỉ tiêu\./,
    )
    expect(text).toContain('Sở Tài chính (minh họa)')
    expect(text).toContain('Biên bản kiểm phiếu')
    expect(text).toContain('3/4 đơn vị thành viên tham dự')
  })

  it('reports the achievements of a unit from its own figures, ratings and earlier awards', async () => {
    const text = textOf(await paper('achievement-report', about()['achievement-report']))
    expect(text).toContain('Sở có 62 công chức.')
    expect(text).toContain('1.400,5 tỷ đồng')
    expect(text).toContain('Đơn vị được xếp loại hoàn thành tốt nhiệm vụ (Quyết định 12, UBND tỉnh).')
    expect(text).toMatch(
      /2024\s+Bằng khen của Chủ tịch UBND tỉnh\s+99\/QĐ-UBND, ngày 10\/01\/2025, Chủ tịch UBND tỉnh/,
    )
    expect(text).not.toContain('hồ sơ quá hạn')
  })

  it('tells a check as it stands: who went where, what has to be put right by when, room for both to sign', async () => {
    const made = await paper('check-minutes', about()['check-minutes'])
    const text = textOf(made)
    expect(text).toContain('Vào hồi 08 giờ 00 phút, ngày 08 tháng 11 năm 2026')
    expect(text).toContain(
      'Đoàn số 1, do Sở Công Thương chủ trì, gồm các đơn vị: Sở Công Thương, Sở Xây dựng.',
    )
    expect(text).toContain('Bổ sung văn bản phát động; hạn hoàn thành: ngày 20 tháng 11 năm 2026')
    expect(text).not.toContain('SHA-256')
    expect(singleSignatures(made.signatures).map(({ name }) => name)).toEqual([null, null])
  })

  it('shows in an annex how targets moved through the year, of the bloc and of a unit, with pictures', async () => {
    const bloc = textOf(await paper('year-end-report', about()['year-end-report']))
    expect(bloc).toContain('Số liệu và biểu đồ')
    const line = /Giá trị sản xuất công nghiệp \(tỷ đồng\)\s+1\.334,251\s+650\s+1\.400,5\s+104,97%/
    expect(bloc).toMatch(new RegExp(`Sở Công Thương: ${line.source}`))
    expect(bloc).toContain('Biểu đồ. Sở Công Thương: Giá trị sản xuất công nghiệp, tiến độ năm 2026')
    const unit = textOf(await paper('achievement-report', about()['achievement-report']))
    expect(unit).toMatch(line)
    expect(unit).not.toContain('Sở Công Thương: Giá trị')
  })

  it('hands over with list, persons, witness and open work; an hour nobody knows is not invented', async () => {
    const made = await paper('handover-minutes')
    const text = textOf(made)
    expect(text).toContain('Ngày 30 tháng 12 năm 2026, tại Sở Công Thương')
    expect(text).toContain('Bên nhận: Sở Xây dựng')
    expect(text).toContain('Chờ kết quả đối với 02 đề nghị khen thưởng.')
    expect(text).toContain('bàn giao cho bên nhận 2 mục hồ sơ')
    expect(singleSignatures(made.signatures).map(({ name }) => name)).toEqual([
      'Nguyễn Văn Mẫu',
      'Trần Thị Mẫu',
      'Bùi Thị Mẫu',
    ])
  })

  it.each([
    [
      '2020-12-16',
      ['Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003', '91/2017', '12/2019'],
      ['98/2023', 'ngày 15 tháng 6 năm 2022'],
    ],
    [
      '2022-11-30',
      ['Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003', '91/2017'],
      ['98/2023', 'ngày 15 tháng 6 năm 2022'],
    ],
    [
      '2025-07-15',
      ['Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022', '152/2025', '01/2024'],
      ['91/2017', 'Nghị định số 98/2023/NĐ-CP ngày', '86/2025'],
    ],
    [
      '2026-11-28',
      [
        'ngày 15 tháng 6 năm 2022',
        'ngày 23 tháng 4 năm 2026',
        '152/2025',
        '15/2025/TT-BNV',
        '86/2025/QĐ-UBND',
      ],
      ['98/2023', '91/2017'],
    ],
  ] as const)('cites the law of its day: %s', async (lawDate, cited, notCited) => {
    const made = await paper('submission', { ...about().submission, lawDate })
    const bases = made.bases.map(plainText).join('\n')
    for (const text of cited) expect(bases).toContain(text)
    for (const text of notCited) expect(bases).not.toContain(text)
    expect(bases).toContain('Căn cứ Quyết định số 123/QĐ-UBND về thành lập khối')
    expect(bases).toContain('Căn cứ Quy chế hoạt động của Khối')
  })

  it('marks law that was not checked, and gives a year long gone its own law without being told', async () => {
    const old = await paper('submission', { ...about().submission, lawDate: '2020-12-16' })
    expect(old.bases.map(plainText).join('\n')).toContain('(chưa kiểm chứng)')
    await sql`update bloc_year set year = 2019 where id = ${world.blocYearId}`.execute(site.db)
    const year = await findYear(site.db, world.blocSlug, 2019, '2026-12-31')
    if (!year) throw new Error('no year')
    const request = plainRequest(subjectOf('submission'))
    const made = await assemblePaper({
      db: site.db,
      year: { ...year, headUnitId: first },
      today: '2026-12-31',
      request,
    })
    await sql`update bloc_year set year = 2026 where id = ${world.blocYearId}`.execute(site.db)
    expect(made?.bases.map(plainText).join('\n')).toContain('91/2017')
  })
})

/** The body and annexes as text: cells parted by tabs, blocks by lines. */
function textOf(paper: Paper): string {
  return [...allBlocks(paper).map(blockText), ...paper.annexes.map((annex) => annex.title)].join('\n')
}

function blockText(block: Block): string {
  if (block.kind === 'heading') return plainText(block.title)
  if (block.kind === 'list') return block.items.map(plainText).join('\n')
  if (block.kind === 'figure') return block.caption
  if (block.kind !== 'table') return plainText(block.words)
  return [...block.head, ...block.rows]
    .map((row) => row.cells.map((cell) => plainText(cell.words)).join('\t'))
    .join('\n')
}
