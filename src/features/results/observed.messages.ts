import { defineWords } from '../../i18n/words.ts'

/** Words of what checks on the spot found about a figure. */
export const observedWords = defineWords(
  {
    title: 'Kết quả kiểm tra',
    strength: 'ưu điểm',
    shortcoming: 'tồn tại',
    checkedOn: (day: string) => `biên bản ngày ${day}`,
  },
  {
    title: 'What checks found',
    strength: 'strength',
    shortcoming: 'shortcoming',
    checkedOn: (day) => `minutes of ${day}`,
  },
)
