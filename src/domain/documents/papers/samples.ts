import type { Paper } from '../paper.ts'
import type { PaperTypeId } from '../paper-types.ts'
import { buildAchievementReport } from './achievement-report.ts'
import { buildAppraisalMinutes } from './appraisal-minutes.ts'
import { buildCheckMinutes } from './check-minutes.ts'
import { buildCommentSummary } from './comment-summary.ts'
import { buildConferenceMinutes } from './conference-minutes.ts'
import { buildHandoverMinutes } from './handover-minutes.ts'
import { buildInvitation } from './invitation.ts'
import { buildPledge } from './pledge.ts'
import { buildRegistration } from './registration.ts'
import { buildReminder } from './reminder.ts'
import { buildBlocReport } from './report.ts'
import {
  attendance,
  bases,
  bloc,
  chair,
  deputy,
  issue,
  meeting,
  recipients,
  report,
  scoreLines,
  scores,
  secretary,
  signer,
  statements,
  surnames,
  unit,
  unitNames,
} from './sample-facts.ts'
import { buildScoreExplanation } from './score-explanation.ts'
import { buildScoreSummary } from './score-summary.ts'
import { buildSelfScore } from './self-score.ts'
import { buildSubmission } from './submission.ts'
import { buildTallyMinutes } from './tally-minutes.ts'

/** One paper of each type about an invented bloc: the look of every paper, for tests, benchmarks and the gallery. */
export function samplePapers(): Readonly<Record<PaperTypeId, Paper>> {
  return {
    'comment-summary': buildCommentSummary({
      bloc,
      issue: issue(4, '2025-01-20'),
      signer,
      draft: 'Quy chế hoạt động của Khối thi đua năm 2025',
      sent: '2025-01-05',
      deadline: '2025-01-15',
      agreeing: statements('Sở Xây dựng', 'Sở Khoa học và Công nghệ'),
      silent: [{ text: 'Quỹ Đầu tư phát triển', mark: 'illustrative' }],
      silenceCountsAs: 'coi như đồng ý',
      comments: [
        {
          unitName: 'Sở Tài chính',
          place: 'Điều 5',
          comment: 'Đề nghị quy định rõ số đơn vị phải có mặt để hội nghị được tiến hành.',
          accepted: true,
          reason: 'bổ sung vào khoản 2',
        },
        {
          unitName: 'Ban Quản lý các khu công nghiệp',
          place: 'Điều 8',
          comment: 'Đề nghị lùi hạn gửi bảng tự chấm điểm.',
          accepted: false,
          reason: 'hạn do tỉnh quy định',
        },
        { unitName: 'Sở Xây dựng', place: '', comment: 'Rà soát lỗi kỹ thuật.', accepted: null, reason: '' },
      ],
      recipients,
    }),
    registration: buildRegistration({
      unit,
      blocName: bloc.name,
      year: 2025,
      date: '2025-02-10',
      signer: deputy,
      bases,
      collectiveTitles: [
        { name: 'Tập thể lao động xuất sắc', count: '01' },
        { name: 'Cờ thi đua của Ủy ban nhân dân tỉnh', count: '01' },
      ],
      personalTitles: [{ name: 'Chiến sĩ thi đua cơ sở', count: '06', mark: 'illustrative' }],
      targets: [
        {
          name: 'Giá trị sản xuất công nghiệp',
          unitOfMeasure: 'tỷ đồng',
          value: '1.334,251',
          basis: 'Kế hoạch của Ủy ban nhân dân tỉnh',
        },
        {
          name: 'Hồ sơ giải quyết đúng hạn',
          unitOfMeasure: '%',
          value: '≥ 98',
          basis: '',
          mark: 'illustrative',
        },
      ],
      initiatives: [{ name: 'Số hóa hồ sơ cấp phép', owner: 'Phòng Kỹ thuật' }],
      recipients,
    }),
    pledge: buildPledge({
      bloc,
      year: 2025,
      date: '2025-02-14',
      bases,
      contents: [
        { title: 'Thực hiện nhiệm vụ chính trị', items: statements('Hoàn thành các chỉ tiêu được giao.') },
        {
          title: 'Tổ chức phong trào thi đua',
          items: statements('Phát động phong trào đến từng phòng, đơn vị.', 'Gửi báo cáo đúng hạn.'),
        },
      ],
      targets: [
        {
          unitName: 'Sở Công Thương',
          name: 'Giá trị sản xuất công nghiệp',
          value: 'ít nhất 1.334,251 tỷ đồng',
        },
        { unitName: null, name: 'Đơn vị hoàn thành tốt nhiệm vụ', value: '100%', mark: 'illustrative' },
      ],
      signatures: unitNames.map((name, index) => ({
        unit: name,
        capacity: index === 1 ? 'KT. Giám đốc, Phó Giám đốc' : 'Giám đốc',
        name: index === 5 ? null : `${surnames[index]} Văn Mẫu`,
        signed: index === 5 ? null : { on: index % 2 === 0 ? 'paper' : 'screen', date: '2025-02-14' },
        ...(index > 3 ? { mark: 'illustrative' as const } : {}),
      })),
    }),
    invitation: buildInvitation({
      bloc,
      issue: issue(12, '2025-11-20'),
      signer,
      subject: 'Dự Hội nghị tổng kết công tác thi đua, khen thưởng năm 2025',
      invited: statements('Đại diện lãnh đạo Sở Nội vụ', 'Thủ trưởng các đơn vị thành viên Khối thi đua'),
      contents: ['Báo cáo tổng kết năm 2025', 'Bình xét thi đua và bầu Trưởng khối năm 2026'],
      chair: { text: 'Giám đốc Sở Công Thương, Trưởng khối' },
      date: '2025-11-28',
      time: { hour: 8, minute: 0 },
      venue: 'Hội trường tầng 2, Sở Công Thương',
      requests: ['Các đơn vị chuẩn bị ý kiến tham luận và xác nhận dự họp trước ngày 25/11/2025'],
      recipients,
    }),
    reminder: buildReminder({
      bloc,
      year: 2025,
      issue: issue(null, '2025-10-12'),
      signer: deputy,
      owed: [
        { unitName: 'Sở Xây dựng', what: 'Báo cáo kết quả 9 tháng', due: '2025-10-05' },
        { unitName: 'Sở Tài chính', what: 'Bảng tự chấm điểm và minh chứng', due: null },
      ],
      deadline: '2025-10-20',
      contact: 'Văn phòng Sở Công Thương',
      recipients,
    }),
    'mid-year-report': buildBlocReport({ ...report, occasion: 'mid-year', charts: [], scores: null }),
    'self-score': buildSelfScore({
      unit,
      blocName: bloc.name,
      year: 2025,
      date: '2025-11-05',
      signer: { ...signer, mark: 'illustrative' },
      tableBasis: 'bảng tiêu chí đã được các đơn vị thành viên thông qua',
      lines: scoreLines,
      totalMaximum: '100',
      totalSelf: '96,5',
      totalMark: 'illustrative',
    }),
    'score-explanation': buildScoreExplanation({
      bloc,
      unitName: unit.name,
      year: 2025,
      issue: issue(null, '2025-11-28'),
      signer,
      layers: ['Tự chấm', 'Trưởng khối thẩm định'],
      lines: scoreLines.map(({ self, ...line }) => ({ ...line, points: [self, self] })),
      totalMaximum: '100',
      totals: ['96,5', '96,5'],
      rank: '2',
      appeals: statements('Ngày 20/11/2025, tiêu chí 1.1: đề nghị xem lại. Trả lời: giữ nguyên điểm'),
      recipients,
    }),
    'score-summary': buildScoreSummary({
      bloc,
      year: 2025,
      issue: issue(null, '2025-11-28'),
      signer,
      layer: 'Điểm do hội nghị thống nhất',
      ...scores,
      recipients,
    }),
    'year-end-report': buildBlocReport(report),
    'conference-minutes': buildConferenceMinutes({
      bloc,
      issue: null,
      conference: 'Hội nghị tổng kết công tác thi đua, khen thưởng năm 2025',
      meeting,
      chair: chair,
      secretary,
      guests: [{ name: 'Đại diện Sở Nội vụ', capacity: '' }],
      attendance,
      agenda: statements(
        'Thông qua dự thảo báo cáo tổng kết',
        'Bình xét thi đua',
        'Bầu Trưởng khối năm 2026',
      ),
      remarks: [
        { speaker: 'Sở Xây dựng', remark: { text: 'đề nghị bổ sung kết quả chỉnh trang đô thị.' } },
        { speaker: 'Sở Tài chính', remark: { text: 'nhất trí với dự thảo báo cáo.', mark: 'illustrative' } },
      ],
      decisions: [
        { decision: { text: 'Thông qua báo cáo tổng kết' }, manner: 'biểu quyết: 5/5 đơn vị có mặt đồng ý' },
        { decision: { text: 'Bầu Ban Quản lý các khu công nghiệp làm Trưởng khối năm 2026' }, manner: '' },
      ],
      conclusion: statements('Giao thư ký hoàn thiện biên bản và gửi các đơn vị.'),
      recipients,
    }),
    'tally-minutes': buildTallyMinutes({
      bloc,
      issue: null,
      conference: 'Hội nghị tổng kết công tác thi đua, khen thưởng năm 2025',
      meeting,
      founding: 'được hội nghị biểu quyết thông qua',
      tellers: [
        { name: 'Lê Thị Mẫu', capacity: 'Sở Xây dựng' },
        { name: 'Đỗ Văn Mẫu', capacity: 'Sở Tài chính' },
        { name: 'Hoàng Thị Mẫu', capacity: 'Sở Khoa học và Công nghệ', mark: 'illustrative' },
      ],
      voters: 6,
      voted: 5,
      notVoted: [{ name: 'Quỹ Đầu tư phát triển', reason: 'vắng mặt' }],
      polls: [
        {
          subject: 'Đề nghị tặng Cờ thi đua của Ủy ban nhân dân tỉnh',
          issued: 5,
          returned: 5,
          valid: 5,
          invalid: 0,
          base: 'tổng số đơn vị thành viên (6)',
          threshold: 'trên 50%',
          candidates: [
            { name: 'Sở Xây dựng', votes: 2, share: '33,33%', reached: false },
            { name: 'Sở Công Thương', votes: 5, share: '83,33%', reached: true, mark: 'illustrative' },
          ],
        },
      ],
      recipients,
    }),
    'appraisal-minutes': buildAppraisalMinutes({
      bloc,
      issue: issue(31, '2025-11-28'),
      year: 2025,
      meeting,
      chair,
      secretary,
      attendance,
      manner: statements('Bỏ phiếu kín trong số ba đơn vị có điểm cao nhất.'),
      opinions: statements('Các đơn vị nhất trí với kết quả kiểm phiếu.'),
      proposals: [
        {
          award: 'Cờ thi đua của Ủy ban nhân dân tỉnh',
          receiver: 'Sở Công Thương',
          ground: '98,5 điểm, xếp thứ 1; 5/6 phiếu (83,33%)',
          departure: '',
        },
        {
          award: 'Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh',
          receiver: 'Sở Xây dựng',
          ground: '95 điểm, xếp thứ 3',
          departure: 'đơn vị xếp thứ 2 không đăng ký',
          mark: 'illustrative',
        },
      ],
      recipients,
    }),
    submission: buildSubmission({
      bloc,
      year: 2025,
      issue: issue(9, '2025-12-03'),
      signer,
      addressees: ['Chủ tịch Ủy ban nhân dân tỉnh', 'Sở Nội vụ'],
      bases,
      process: statements('Các đơn vị tự chấm điểm, Khối thẩm định và bỏ phiếu kín tại hội nghị tổng kết.'),
      receivers: unitNames.slice(0, 3).map((name, index) => ({
        award:
          index === 0 ? 'Cờ thi đua của Ủy ban nhân dân tỉnh' : 'Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh',
        receiver: name,
        details: `Giám đốc: ${surnames[index]} Văn Mẫu`,
        score: '98,5',
        votes: '5/6 (83,33%)',
        earlierAwards: 'Bằng khen năm 2023',
        merits: 'Hoàn thành vượt mức các chỉ tiêu được giao.',
        mark: 'illustrative' as const,
      })),
      enclosures: ['Biên bản bình xét', 'Biên bản kiểm phiếu', 'Báo cáo thành tích của từng đơn vị'],
      recipients,
    }),
    'achievement-report': buildAchievementReport({
      unit,
      receiver: unit.name,
      award: 'Cờ thi đua của Ủy ban nhân dân tỉnh',
      year: 2025,
      date: '2025-12-01',
      signer,
      confirmation: { title: 'Xác nhận của Khối thi đua', person: null },
      situation: statements('Đơn vị có 5 phòng, 62 công chức, viên chức và người lao động.'),
      achievements: [
        {
          title: 'Thực hiện nhiệm vụ chính trị',
          statements: [
            {
              text: 'Giá trị sản xuất công nghiệp ước đạt 1.334,251 tỷ đồng, tăng 5,40%',
              mark: 'illustrative',
            },
          ],
        },
        { title: 'Phong trào thi đua', statements: statements('Phát động 02 đợt thi đua trong năm.') },
      ],
      titles: [
        { year: '2024', name: 'Tập thể lao động xuất sắc', decision: 'Quyết định của Chủ tịch UBND tỉnh' },
      ],
      awards: [],
      tables: [],
      charts: [],
    }),
    'check-minutes': buildCheckMinutes({
      bloc,
      issue: null,
      year: 2025,
      basis: 'Kế hoạch số 100/KH-CTĐ ngày 10 tháng 10 năm 2025 của Trưởng khối',
      plan: 'Kiểm tra chéo năm 2025',
      meeting: { ...meeting, date: '2025-11-08' },
      team: {
        name: 'Đoàn số 1',
        unitName: 'Sở Công Thương',
        units: ['Sở Công Thương', 'Sở Tài chính', 'Sở Xây dựng'],
        persons: [chair],
        signature: { signer, signed: { on: 'screen', date: '2025-11-08' } },
      },
      visited: {
        unitName: 'Ban Quản lý các khu công nghiệp',
        persons: [{ name: 'Vũ Văn Mẫu', capacity: 'Trưởng ban' }],
        signature: null,
      },
      contents: ['Kết quả thực hiện chỉ tiêu được giao', 'Hồ sơ minh chứng của bảng tự chấm điểm'],
      strengths: [{ text: 'Hồ sơ minh chứng đầy đủ, sắp xếp theo tiêu chí', about: '' }],
      shortcomings: [
        {
          text: 'Chưa có văn bản phát động trong đơn vị.',
          about: '2.1 Phát động phong trào',
          mark: 'illustrative',
        },
      ],
      corrections: [{ text: 'Bổ sung văn bản phát động.', dueOn: '2025-11-20' }],
      opinion: ['Đơn vị nhất trí với kết luận của đoàn.'],
      fingerprint: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      recipients,
    }),
    'handover-minutes': buildHandoverMinutes({
      bloc,
      issue: null,
      year: 2025,
      meeting: { ...meeting, date: '2025-12-30' },
      giver: { unitName: 'Sở Công Thương', persons: [chair] },
      taker: {
        unitName: 'Ban Quản lý các khu công nghiệp',
        persons: [{ name: 'Vũ Văn Mẫu', capacity: 'Trưởng ban' }],
      },
      witness: { unitName: 'Sở Nội vụ', persons: [{ name: 'Bùi Thị Mẫu', capacity: 'Chuyên viên' }] },
      openWork: statements('Chờ quyết định khen thưởng đối với 03 đề nghị đã trình.'),
      items: [
        { name: 'Quy chế hoạt động, bảng tiêu chí', quantity: '01 bản giấy', note: '' },
        {
          name: 'Báo cáo, bảng tự chấm của các đơn vị',
          quantity: '12 tệp',
          note: 'đủ',
          mark: 'illustrative',
        },
      ],
      recipients,
    }),
  }
}
