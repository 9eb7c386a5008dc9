import { describe, expect, it } from 'vitest'
import type { Block, Paper, Signature } from '../paper.ts'
import { type PaperTypeId, paperTypes } from '../paper-types.ts'
import { printedLine, singleSignatures } from '../signing.ts'
import { typeCodes } from '../type-codes.ts'
import { allBlocks, noteOf, plainText } from '../words.ts'
import { type BlocParty, blocSignature, unitSignature } from './parties.ts'
import { buildRegistration } from './registration.ts'
import { samplePapers } from './samples.ts'
import { buildTallyMinutes } from './tally-minutes.ts'

const samples = samplePapers()

/** Everything that a paper says in its body and annexes, a line for each block, item and table row. */
function textOf(paper: Paper): readonly string[] {
  return allBlocks(paper).flatMap(linesOf)
}

function linesOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [plainText(block.title)]
    case 'paragraph':
    case 'numbered':
      return [plainText(block.words)]
    case 'list':
      return block.items.map(plainText)
    case 'table':
      return [...block.head, ...block.rows].map((row) =>
        row.cells.map((cell) => plainText(cell.words)).join(' | '),
      )
    case 'figure':
      return [block.caption]
  }
}

function linesAbove(signature: Signature | undefined): readonly string[] {
  return signature?.lines.map(printedLine) ?? []
}

describe('the catalogue of papers', () => {
  it('agrees with what the builders make', () => {
    for (const id of Object.keys(paperTypes) as PaperTypeId[])
      expect(samples[id].code).toBe(paperTypes[id].code)
  })

  it('uses codes of the decree', () => {
    for (const { code } of Object.values(paperTypes)) {
      expect(code === 'form' || code === 'letter' || code in typeCodes).toBe(true)
    }
  })
})

describe('who signs', () => {
  const bloc: BlocParty = {
    name: 'Khối thi đua Kinh tế',
    label: 'Khối thi đua',
    headLabel: 'Trưởng khối',
    headUnit: { name: 'Sở Công Thương', symbol: 'SCT' },
    superior: null,
    place: 'Mẫu Thành',
  }

  it('for a bloc is its head, who leads the head unit', () => {
    expect(linesAbove(blocSignature(bloc, { name: 'ThS. Trần Văn Mẫu', title: 'Giám đốc' }))).toEqual([
      'TM. KHỐI THI ĐUA',
      'TRƯỞNG KHỐI',
      'GIÁM ĐỐC SỞ CÔNG THƯƠNG',
    ])
  })

  it('for a bloc may be a deputy of the head unit in place of its leader', () => {
    const deputy = {
      name: 'Trần Văn Mẫu',
      title: 'Phó Giám đốc',
      onBehalf: { code: 'KT.', of: 'Giám đốc' },
    } as const
    expect(linesAbove(blocSignature(bloc, deputy))).toEqual([
      'TM. KHỐI THI ĐUA',
      'TRƯỞNG KHỐI',
      'KT. GIÁM ĐỐC SỞ CÔNG THƯƠNG',
      'PHÓ GIÁM ĐỐC',
    ])
  })

  it('for a unit is its leader, also one who is acting', () => {
    expect(linesAbove(unitSignature({ name: 'A', title: 'Giám đốc' }))).toEqual(['GIÁM ĐỐC'])
    expect(linesAbove(unitSignature({ name: 'A', title: 'Giám đốc', acting: true }))).toEqual(['Q. GIÁM ĐỐC'])
    expect(unitSignature({ name: 'PGS.TS. Trần Văn Mẫu', title: 'Giám đốc' }).name).toBe('Trần Văn Mẫu')
  })

  it('under minutes are secretary left and chair right', () => {
    for (const id of ['conference-minutes', 'appraisal-minutes'] as const) {
      expect(singleSignatures(samples[id].signatures).flatMap(linesAbove)).toEqual(['THƯ KÝ', 'CHỦ TRÌ'])
    }
  })

  it('under a count are the tellers, their head in the middle', () => {
    expect(singleSignatures(samples['tally-minutes'].signatures).flatMap(linesAbove)).toEqual([
      'THÀNH VIÊN',
      'TRƯỞNG BAN KIỂM PHIẾU',
      'THÀNH VIÊN',
    ])
  })

  it('under a báo cáo thành tích are the confirming body left and the head of unit right', () => {
    expect(singleSignatures(samples['achievement-report'].signatures).flatMap(linesAbove)).toEqual([
      'XÁC NHẬN CỦA KHỐI THI ĐUA',
      'GIÁM ĐỐC',
    ])
  })

  it('of the pledge is every unit, with how it signed', () => {
    const { signatures } = samples.pledge
    expect(signatures.kind === 'units' && signatures.rows.map((row) => row.signed?.on ?? 'open')).toEqual([
      'paper',
      'screen',
      'paper',
      'screen',
      'paper',
      'open',
    ])
  })
})

describe('the year-end report', () => {
  const text = textOf(samples['year-end-report'])

  it('has its eight parts in order', () => {
    const groups = allBlocks(samples['year-end-report']).flatMap((block) =>
      block.kind === 'heading' && block.level === 'group'
        ? [`${block.number} ${plainText(block.title)}`]
        : [],
    )
    expect(groups).toEqual([
      '1 Đặc điểm, tình hình',
      '2 Công tác chỉ đạo, tổ chức phong trào thi đua',
      '3 Kết quả thực hiện',
      '4 Công tác bình xét, khen thưởng',
      '5 Hoạt động của khối',
      '6 Hạn chế, nguyên nhân',
      '7 Phương hướng, nhiệm vụ năm 2026',
      '8 Đề xuất, kiến nghị',
    ])
  })

  it('tells figures as they were handed over, under field or unit, with their marks', () => {
    expect(text).toContain(
      'Sở Công Thương: Giá trị sản xuất công nghiệp ước đạt 1.334,251 tỷ đồng, tăng 5,40% so với năm 2024.',
    )
    expect(text).toContain('Tổng mức bán lẻ hàng hóa đạt 31.502 tỷ đồng, đạt 98% kế hoạch (minh họa).')
    expect(text).toContain('Hoàn thành 12/12 nhiệm vụ được giao (chưa kiểm chứng).')
    expect(text.indexOf('Toàn khối có 41 chỉ tiêu, trong đó vượt 12, đạt 27, không đạt 2.')).toBeLessThan(
      text.indexOf('Công nghiệp, thương mại'),
    )
    expect(text.indexOf('Sở Xây dựng')).toBeGreaterThan(text.indexOf('Công nghiệp, thương mại'))
  })

  it('says on top that it contains illustrative data', () => {
    expect(noteOf(samples['year-end-report'])).toMatch(/^Số liệu minh họa/)
    expect(noteOf(samples.invitation)).toBeNull()
  })

  it('becomes the mid-year report with the words of the half year', () => {
    expect(samples['mid-year-report'].subject).toBe(
      'Sơ kết công tác thi đua, khen thưởng 6 tháng đầu năm 2025; nhiệm vụ 6 tháng cuối năm 2025',
    )
    expect(textOf(samples['mid-year-report']).at(-1)).toContain('sơ kết')
  })
})

describe('the minutes of the count', () => {
  it('orders candidates by votes and counts those who reached the threshold', () => {
    const text = textOf(samples['tally-minutes'])
    expect(text).toContain('1 | Sở Công Thương (minh họa) | 5 | 83,33% | Đạt')
    expect(text).toContain('2 | Sở Xây dựng | 2 | 33,33% | Không đạt')
    expect(text).toContain('Có 1 trong số 2 tập thể, cá nhân đạt mức quy định.')
    expect(text).toContain(
      'Số phiếu phát ra: 5; số phiếu thu về: 5; số phiếu hợp lệ: 5; số phiếu không hợp lệ: 0.',
    )
    expect(text).toContain(
      'Tổng số thành viên có quyền bỏ phiếu: 6; số đã bỏ phiếu: 5; số không bỏ phiếu: 1 (Quỹ Đầu tư phát triển: vắng mặt).',
    )
  })

  it('keeps the order of the ballot among equal votes', () => {
    const candidate = (name: string, votes: number) => ({ name, votes, share: '', reached: false })
    const paper = buildTallyMinutes({
      ...tallyOf([candidate('B', 3), candidate('A', 3), candidate('C', 4)]),
    })
    const names = textOf(paper).filter((line) => /^\d \| /.test(line))
    expect(names.map((line) => line.slice(0, 5))).toEqual(['1 | C', '2 | B', '3 | A'])
  })
})

describe('other papers', () => {
  it('the tờ trình names what is proposed by award and lists the details in a landscape annex', () => {
    const { submission } = samples
    expect(textOf(submission)).toContain('Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh: 2')
    expect(submission.annexes.map((annex) => annex.orientation)).toEqual(['landscape'])
    expect(submission.addressees).toHaveLength(2)
  })

  it('the biên bản bình xét gives the reason for departing from the ranking', () => {
    expect(textOf(samples['appraisal-minutes']).join('\n')).toContain(
      'Lý do khác thứ tự xếp hạng: đơn vị xếp thứ 2 không đăng ký',
    )
  })

  it('the reminder is a letter to each unit that owes something, once', () => {
    expect(samples.reminder.addressees).toEqual(['Sở Xây dựng', 'Sở Tài chính'])
    expect(samples.reminder.name).toBeNull()
  })

  it('the summary of comments tells silence from consent', () => {
    const text = textOf(samples['comment-summary'])
    expect(text).toContain('Nhất trí với dự thảo: 2 đơn vị (Sở Xây dựng; Sở Khoa học và Công nghệ);')
    expect(text).toContain(
      'Không có văn bản góp ý (coi như đồng ý): 1 đơn vị (Quỹ Đầu tư phát triển (minh họa)).',
    )
    expect(text).toContain(
      '2 | Ban Quản lý các khu công nghiệp | Điều 8 | Đề nghị lùi hạn gửi bảng tự chấm điểm. | Không tiếp thu: hạn do tỉnh quy định',
    )
    expect(text.some((line) => line.endsWith('Đang xem xét'))).toBe(true)
  })

  it('the score papers stand on landscape sheets', () => {
    expect(samples['self-score'].orientation).toBe('landscape')
    expect(samples['score-summary'].orientation).toBe('landscape')
    expect(samples['score-explanation'].orientation).toBe('landscape')
    expect(textOf(samples['score-explanation'])).toContain('Xếp hạng trong khối: thứ 2.')
    expect(textOf(samples['self-score'])).toContain('Tổng cộng | 100 | 96,5 (minh họa) | ')
  })

  it('the registration numbers its parts anew when one has no content', () => {
    const titles = (paper: Paper) =>
      allBlocks(paper).flatMap((b) => (b.kind === 'heading' ? [`${b.number} ${plainText(b.title)}`] : []))
    expect(titles(samples.registration)).toHaveLength(4)
    const unit = { name: 'Sở A', superior: null, symbol: 'SA', place: 'P' }
    const bare = buildRegistration({
      unit,
      blocName: 'K',
      year: 2025,
      date: null,
      signer: { name: null, title: 'Giám đốc' },
      bases: [],
      collectiveTitles: [],
      personalTitles: [{ name: 'Lao động tiên tiến', count: '5' }],
      targets: [],
      initiatives: [{ name: 'Sáng kiến', owner: 'Phòng A' }],
      recipients: [],
    })
    expect(titles(bare)).toEqual([
      '1 Danh hiệu thi đua, hình thức khen thưởng cá nhân',
      '2 Đề tài, sáng kiến',
    ])
  })

  it('the handover lists the papers in its annex', () => {
    expect(samples['handover-minutes'].annexes[0]?.title).toBe('Danh mục hồ sơ bàn giao')
    expect(textOf(samples['handover-minutes'])).toContain(
      '1 | Quy chế hoạt động, bảng tiêu chí | 01 bản giấy | ',
    )
  })
})

function tallyOf(
  candidates: Parameters<typeof buildTallyMinutes>[0]['polls'][number]['candidates'],
): Parameters<typeof buildTallyMinutes>[0] {
  return {
    bloc: {
      name: 'K',
      label: 'K',
      headLabel: 'T',
      headUnit: { name: 'S', symbol: 'S' },
      superior: null,
      place: 'P',
    },
    issue: null,
    conference: 'H',
    meeting: { date: '2025-11-28', opened: { hour: 8, minute: 0 }, closed: null, venue: 'V' },
    founding: 'f',
    tellers: [
      { name: 'A', capacity: '' },
      { name: 'B', capacity: '' },
    ],
    voters: 10,
    voted: 10,
    notVoted: [],
    polls: [
      {
        subject: 's',
        issued: 10,
        returned: 10,
        valid: 10,
        invalid: 0,
        base: 'b',
        threshold: 't',
        candidates,
      },
    ],
    recipients: [],
  }
}
