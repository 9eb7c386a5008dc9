import { defineWords } from '../../../i18n/words.ts'

/** Words of the layers side by side, and of what checks found. */
export const layersWords = defineWords(
  {
    title: 'Các bước chấm cạnh nhau',
    layer: 'Bước chấm',
    total: 'Tổng điểm',
    difference: 'So với bước trước',
    changed: (count: number) => `${count} chỗ sửa`,
    by: 'Người ghi, ngày',
    strength: 'Kiểm tra: ưu điểm',
    shortcoming: 'Kiểm tra: tồn tại',
    checkedOn: (day: string) => `biên bản ngày ${day}`,
    byTeams: 'Đoàn kiểm tra chấm chéo',
    byTeamsText: (plan: string) =>
      `Theo kế hoạch “${plan}”, đơn vị trong đoàn chấm chéo đơn vị mà đoàn đến kiểm tra. Muốn đổi, hãy sửa đoàn và lịch ở đó; không phân công riêng ở trang này.`,
    openPlan: 'Mở kế hoạch kiểm tra',
  },
  {
    title: 'The layers side by side',
    layer: 'Layer',
    total: 'Total',
    difference: 'Against the layer before',
    changed: (count) => `${count} changed`,
    by: 'Entered by, on',
    strength: 'Check: strength',
    shortcoming: 'Check: shortcoming',
    checkedOn: (day) => `minutes of ${day}`,
    byTeams: 'Teams of the check score',
    byTeamsText: (plan) =>
      `By the plan “${plan}” the units of a team cross-check the units it visits. To change that, change teams and visits there; nothing is assigned on this page.`,
    openPlan: 'Open the plan of checks',
  },
)
