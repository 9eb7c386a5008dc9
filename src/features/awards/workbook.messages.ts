import { defineWords } from '../../i18n/words.ts'

/** Words of the workbook of awards. */
export const workbookWords = defineWords(
  {
    sheet: 'Khen thưởng',
    title: (bloc: string, year: string) => `DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG NĂM ${year} – ${bloc}`,
    number: 'TT',
    who: 'Tập thể, cá nhân',
    award: 'Hình thức',
    rank: 'Hạng',
    state: 'Trạng thái',
    decision: 'Số quyết định',
    decidedOn: 'Ngày quyết định',
    count: 'Số lượng',
  },
  {
    sheet: 'Awards',
    title: (bloc, year) => `PROPOSALS FOR AWARDS ${year} – ${bloc}`,
    number: 'No.',
    who: 'Unit or person',
    award: 'Award',
    rank: 'Rank',
    state: 'State',
    decision: 'Decision',
    decidedOn: 'Decided on',
    count: 'Number',
  },
)
