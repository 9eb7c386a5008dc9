import { defineWords } from '../../i18n/words.ts'

/** Words of planning that only a council's session needs. */
export const planWords = defineWords(
  { drive: 'Đợt thi đua đưa ra xét', noDrive: 'không xét đợt thi đua nào' },
  { drive: 'Drive laid before the council', noDrive: 'no drive' },
)
