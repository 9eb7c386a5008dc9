import { beforeAll, describe, expect, it } from 'vitest'
import { openSite } from '../../../test/support/site.ts'
import { buildWorld } from '../../../test/support/world.ts'
import { type FullYear, fillYear } from './full-year.test-support.ts'
import { fileHeaders } from './paper-file.ts'
import { draftPaper, type IssuePaperInput, issuePaper, writePart } from './papers.actions.ts'
import { typedCode } from './verification.ts'

const issueForm = {
  symbol: 'SCT',
  issuedOn: '2026-12-01',
  place: 'Bắc Ninh',
  lawDate: '',
  signerName: 'Người Ký',
  signerTitle: 'Giám đốc',
  capacity: '',
  version: '1',
}

function issue(paperId: string, number: number | null, issuedOn: string): IssuePaperInput {
  return { paperId, number, symbol: '', issuedOn, place: '', signerName: '', signerTitle: '', capacity: '' }
}

describe('the pages of papers', async () => {
  const site = await openSite('2026-12-31')
  const world = await buildWorld(site, { state: 'scoring' })
  const { blocYearId } = world
  const [first, , third] = world.unitIds
  let full: FullYear

  beforeAll(async () => {
    full = await fillYear(site.db, world)
  })

  it('list every paper by step and unit, with what is missing and where, for those who prepare them', async () => {
    const seen = await (await site.browse('thuky')).get(world.at('van-ban'))
    expect(seen.status).toBe(200)
    for (const text of [
      'Báo cáo tổng kết',
      'Biên bản kiểm phiếu',
      'Tờ trình',
      'Biên bản bàn giao',
      'có thể lập',
    ]) {
      expect(seen.text).toContain(text)
    }
    expect(seen.text).toContain('Hội nghị chưa khai mạc.')
    expect(seen.text).toContain(world.at('hoi-nghi', full.launchId))
    expect(seen.text).toContain('Đơn vị chưa tự chấm điểm.')
  })

  it('show a member its own papers and what is issued, never the drafts of the bloc', async () => {
    const { paperId } = await site.did('ld1', draftPaper, { type: 'year-end-report', blocYearId })
    const member = await site.browse('ld3')
    const list = await member.get(world.at('van-ban'))
    expect(list.text).not.toContain(paperId)
    expect(list.text).toContain('Bản đăng ký thi đua')
    expect((await member.get(world.at('van-ban', paperId))).status).toBe(404)
    expect((await member.get(world.at('van-ban', paperId, 'tai', 'pdf'))).status).toBe(404)
    expect((await member.get(world.at('van-ban', 'xem', 'year-end-report'))).status).toBe(403)
    expect(
      (await member.get(`${world.at('van-ban', 'xem', 'self-score')}?don-vi=${world.unitSlugs[0]}`)).status,
    ).toBe(403)
    await site.did('ld1', issuePaper, issue(paperId, 8, '2026-12-20'))
    expect((await member.get(world.at('van-ban', paperId))).text).toContain('08/BC-SCT')
    expect((await (await site.browse('nguoila')).get(world.at('van-ban', paperId))).status).toBe(403)
    expect((await (await site.browse()).get(world.at('van-ban', paperId))).status).toBe(303)
  })

  it('keep the points of a unit from the others while the round is open, even once they are issued', async () => {
    const { paperId } = await site.did('ld3', draftPaper, { type: 'self-score', blocYearId, unitId: third })
    await site.did('ld3', issuePaper, issue(paperId, null, '2026-11-10'))
    expect((await (await site.browse('ld3')).get(world.at('van-ban', paperId))).status).toBe(200)
    expect((await (await site.browse('ld4')).get(world.at('van-ban', paperId))).status).toBe(404)
    expect((await (await site.browse('ld1')).get(world.at('van-ban', paperId))).status).toBe(200)
  })

  it('lead from a reminder link to the letter of that unit', async () => {
    const browse = await site.browse('thuky')
    const sent = await browse.get(`${world.at('van-ban')}?loai=reminder&don-vi=${world.unitSlugs[1]}`)
    expect(sent.status).toBe(303)
    const seen = await browse.get(sent.location)
    expect(seen.text).toContain('V/v đôn đốc thực hiện nhiệm vụ')
    expect(seen.text).toContain('Bảng tự chấm điểm (trả lại để bổ sung)')
    expect(seen.text).toContain('Lập dự thảo')
  })

  it('give DOCX and PDF under a safe Vietnamese name, before and after a draft is begun', async () => {
    const browse = await site.browse('ld1')
    const pdf = await browse.get(world.at('van-ban', 'xem', 'score-summary', 'pdf'))
    expect(pdf.status).toBe(200)
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
    expect(pdf.text.startsWith('%PDF-')).toBe(true)
    expect(pdf.headers.get('content-disposition')).toContain(
      'filename="bang-tong-hop-diem-thi-dua-khoi-thi-dua-kinh-te-2026.pdf"',
    )
    const docx = await browse.get(
      `${world.at('van-ban', 'xem', 'registration', 'docx')}?don-vi=${world.unitSlugs[0]}`,
    )
    expect(docx.headers.get('content-disposition')).toContain("filename*=UTF-8''B%E1%BA%A3n%20%C4%91%C4%83ng")
    expect(docx.text.startsWith('PK')).toBe(true)
    expect((await browse.get(world.at('van-ban', 'xem', 'score-summary', 'exe'))).status).toBe(404)
  })

  it('say what is missing and lead there when a paper is not possible yet', async () => {
    const path = `${world.at('van-ban', 'xem', 'self-score')}?don-vi=${world.unitSlugs[3]}`
    const seen = await (await site.browse('ld4')).get(path)
    expect(seen.status).toBe(200)
    expect(seen.text).toContain('Chưa lập được văn bản này')
    expect(seen.text).toContain(world.at('cham-diem', world.unitSlugs[3]))
  })

  it('take a draft through parts, issue and withdrawal by forms alone', async () => {
    const browse = await site.browse('ld1')
    const begun = await browse.post(world.at('van-ban', 'xem', 'submission'), {})
    expect(begun.status).toBe(303)
    const paper = begun.location
    const written = await browse.post(`${paper}/phan/process`, {
      body: 'Đã lấy ý kiến.',
      ownerUnitId: '',
      version: '0',
    })
    expect(written.location).toBe(paper)
    expect((await browse.get(paper)).text).toContain('Đã lấy ý kiến.')
    const stale = await browse.post(`${paper}/phan/process`, { body: 'Khác', ownerUnitId: '', version: '0' })
    expect(stale.status).toBe(409)
    expect(stale.text).toContain('Đã lấy ý kiến.')
    const refused = await browse.post(`${paper}/ban-hanh`, { ...issueForm, number: '' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Hãy ghi số do văn thư cấp.')
    expect(refused.text).toContain('Người Ký')
    const issued = await browse.post(`${paper}/ban-hanh`, { ...issueForm, number: '15' })
    expect(issued.status).toBe(303)
    const seen = await browse.get(paper)
    expect(seen.text).toContain('15/TTr-SCT')
    const withdrawn = await browse.post(`${paper}/thu-hoi`, { reason: 'Sai tên', withdrawnOn: '2026-12-02' })
    expect(withdrawn.status).toBe(303)
    expect((await browse.get(paper)).text).toContain('Đã thu hồi ngày 02/12/2026. Lý do: Sai tên')
  })

  it('show the part a unit was asked to write, and nothing else of the draft', async () => {
    const { paperId } = await site.did('ld1', draftPaper, { type: 'mid-year-report', blocYearId })
    await site.did('ld1', writePart, { paperId, key: 'causes', body: '', ownerUnitId: third })
    const browse = await site.browse('cv3')
    const list = await browse.get(world.at('van-ban'))
    expect(list.text).toContain(world.at('van-ban', paperId, 'phan', 'causes'))
    const part = await browse.get(world.at('van-ban', paperId, 'phan', 'causes'))
    expect(part.status).toBe(200)
    expect(part.text).not.toContain('ownerUnitId')
    const saved = await browse.post(world.at('van-ban', paperId, 'phan', 'causes'), {
      body: 'Thiếu kinh phí.',
      version: '1',
    })
    expect(saved.location).toBe(world.at('van-ban'))
    expect((await browse.get(world.at('van-ban', paperId))).status).toBe(404)
    expect((await browse.get(world.at('van-ban', paperId, 'phan', 'requests'))).status).toBe(403)
  })

  it('are complete in English', async () => {
    const browse = await site.browse('ld1')
    await browse.get('/tuy-chon?lang=en')
    const seen = await browse.get(world.at('van-ban'))
    expect(seen.text).toContain('Year-end report')
    expect(seen.text).toContain('The unit has not scored itself.')
  })

  it('tell anybody what a code stands for, and nothing of a code nobody was given', async () => {
    const { paperId } = await site.did('ld1', draftPaper, { type: 'registration', blocYearId, unitId: first })
    const { verificationCode } = await site.did('ld1', issuePaper, issue(paperId, null, '2026-03-10'))
    const anybody = await site.browse()
    const seen = await anybody.get(`/kiem-tra-van-ban?ma=${verificationCode}`)
    expect(seen.text).toContain('Văn bản được ban hành từ hệ thống này')
    expect(seen.text).toContain('Sở Công Thương')
    expect(seen.text).toContain('10/03/2026')
    expect(seen.text).not.toContain('Số hóa hồ sơ')
    expect((await anybody.get('/kiem-tra-van-ban?ma=AAAA-AAAA-AA')).text).toContain(
      'Không có văn bản nào mang mã này',
    )
  })
})

describe('the name of a file', () => {
  it('is Vietnamese for today’s browsers, plain for others, and holds no sign that breaks a head line', () => {
    const headers = fileHeaders('Tờ trình số 5/TTr "khẩn"\r\nX: y', 'pdf')
    expect(headers['content-disposition']).toBe(
      `attachment; filename="to-trinh-so-5-ttr-khan-x-y.pdf"; filename*=UTF-8''T%E1%BB%9D%20tr%C3%ACnh%20s%E1%BB%91%205%20TTr%20kh%E1%BA%A9n%20X%20y.pdf`,
    )
  })
})

describe('a code as it is typed', () => {
  it('is read whatever the spaces, dashes and case', () => {
    expect(typedCode(' k7qf 2mxr9t ')).toBe('K7QF-2MXR-9T')
    expect(typedCode('K7QF')).toBe('')
  })
})
