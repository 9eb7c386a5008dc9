import { castRefusalTexts, type PaperDifference, paperDifferenceText } from '../../domain/voting/index.ts'
import { defineWords, type Names } from '../../i18n/words.ts'

/** What polls are called in the records. */
export const pollTitleWords = defineWords(
  {
    award: (award: string) => `Đề nghị tặng ${award}`,
    head: (year: string) => `Bầu Trưởng khối năm ${year}`,
    deputy: (year: string) => `Bầu Phó Trưởng khối năm ${year}`,
    motion: 'Nội dung biểu quyết',
    report: 'Thông qua báo cáo',
    scores: 'Thông qua bảng điểm thi đua',
    directions: 'Thông qua phương hướng, nhiệm vụ',
  },
  {
    award: (award) => `Proposal of ${award}`,
    head: (year) => `Election of the head for ${year}`,
    deputy: (year) => `Election of the deputy for ${year}`,
    motion: 'Matter to be voted on',
    report: 'Adoption of the report',
    scores: 'Adoption of the scores',
    directions: 'Adoption of directions and tasks',
  },
)

/** What the command line says of a second count. */
export const recountWords = defineWords(
  {
    unknown: 'Không có cuộc biểu quyết nào mang mã này.',
    notCounted: (title: string) => `${title}: chưa có kết quả kiểm phiếu để đếm lại.`,
    rollDiffers: (title: string, voted: string, ballots: string) =>
      `${title}: danh sách ghi ${voted} lượt đã bỏ phiếu nhưng kết quả có ${ballots} phiếu.`,
    differs: (title: string) => `${title}: đếm lại KHÔNG khớp với kết quả đã lưu.`,
    agrees: (title: string, cast: string, valid: string, taken: string) =>
      `${title}: đếm lại khớp với kết quả đã lưu (${cast} phiếu, ${valid} hợp lệ, ${taken} được chọn).`,
  },
  {
    unknown: 'There is no such poll.',
    notCounted: (title) => `${title}: there is no count to repeat yet.`,
    rollDiffers: (title, voted, ballots) =>
      `${title}: the roll says ${voted} have voted, the count says ${ballots} ballots.`,
    differs: (title) => `${title}: the second count does NOT agree with the one kept.`,
    agrees: (title, cast, valid, taken) =>
      `${title}: the second count agrees with the one kept (${cast} ballots, ${valid} valid, ${taken} taken).`,
  },
)
