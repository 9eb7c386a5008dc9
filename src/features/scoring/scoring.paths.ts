import { inYearPath, inYearRoute } from '../../http/year-path.ts'

/** The province's page where all scores are computed once more. */
export const recomputePath = '/tinh-lai-diem'

/** Addresses of scoring and ranking; `route` the patterns, `at` the links. */
export const scoringPaths = {
  route: {
    table: inYearRoute('bang-diem'),
    frame: inYearRoute('bang-diem', 'khung'),
    add: inYearRoute('bang-diem', 'them'),
    criterion: inYearRoute('bang-diem', 'tieu-chi', ':criterion'),
    remove: inYearRoute('bang-diem', 'tieu-chi', ':criterion', 'xoa'),
    move: inYearRoute('bang-diem', 'tieu-chi', ':criterion', 'chuyen'),
    adopt: inYearRoute('bang-diem', 'thong-qua'),
    discard: inYearRoute('bang-diem', 'bo'),
    newVersion: inYearRoute('bang-diem', 'ban-moi'),
    compare: inYearRoute('bang-diem', 'so-sanh'),
    freeze: inYearRoute('bang-diem', 'chot'),
    sheets: inYearRoute('cham-diem'),
    sheet: inYearRoute('cham-diem', ':unit'),
    send: inYearRoute('cham-diem', ':unit', 'gui'),
    giveBack: inYearRoute('cham-diem', ':unit', 'tra-lai'),
    accept: inYearRoute('cham-diem', ':unit', 'chap-nhan'),
    withdraw: inYearRoute('cham-diem', ':unit', 'minh-chung', ':evidence', 'go'),
    explain: inYearRoute('cham-diem', ':unit', 'giai-thich'),
    appraisals: inYearRoute('tham-dinh'),
    assign: inYearRoute('tham-dinh', 'phan-cong'),
    final: inYearRoute('tham-dinh', 'thong-nhat'),
    appraisal: inYearRoute('tham-dinh', ':unit'),
    cross: inYearRoute('tham-dinh', ':unit', 'cham-cheo'),
    head: inYearRoute('tham-dinh', ':unit', 'truong-khoi'),
    agency: inYearRoute('tham-dinh', ':unit', 'co-quan'),
    ranking: inYearRoute('xep-hang'),
    freezeRanking: inYearRoute('xep-hang', 'chot'),
    publish: inYearRoute('xep-hang', 'cong-bo'),
    bars: inYearRoute('xep-hang', 'dieu-kien'),
    clearBar: inYearRoute('xep-hang', 'dieu-kien', ':unit', ':bar', 'go'),
  },
  at: (bloc: string, year: number) => {
    const path = (...rest: readonly string[]) => inYearPath(bloc, year, ...rest)
    return {
      table: path('bang-diem'),
      frame: path('bang-diem', 'khung'),
      add: path('bang-diem', 'them'),
      criterion: (id: string) => path('bang-diem', 'tieu-chi', id),
      remove: (id: string) => path('bang-diem', 'tieu-chi', id, 'xoa'),
      move: (id: string) => path('bang-diem', 'tieu-chi', id, 'chuyen'),
      adopt: path('bang-diem', 'thong-qua'),
      discard: path('bang-diem', 'bo'),
      newVersion: path('bang-diem', 'ban-moi'),
      compare: path('bang-diem', 'so-sanh'),
      freeze: path('bang-diem', 'chot'),
      sheets: path('cham-diem'),
      sheet: (unit: string) => path('cham-diem', unit),
      send: (unit: string) => path('cham-diem', unit, 'gui'),
      giveBack: (unit: string) => path('cham-diem', unit, 'tra-lai'),
      accept: (unit: string) => path('cham-diem', unit, 'chap-nhan'),
      withdraw: (unit: string, evidence: string) => path('cham-diem', unit, 'minh-chung', evidence, 'go'),
      explain: (unit: string) => path('cham-diem', unit, 'giai-thich'),
      appraisals: path('tham-dinh'),
      assign: path('tham-dinh', 'phan-cong'),
      final: path('tham-dinh', 'thong-nhat'),
      appraisal: (unit: string) => path('tham-dinh', unit),
      cross: (unit: string) => path('tham-dinh', unit, 'cham-cheo'),
      head: (unit: string) => path('tham-dinh', unit, 'truong-khoi'),
      agency: (unit: string) => path('tham-dinh', unit, 'co-quan'),
      ranking: path('xep-hang'),
      freezeRanking: path('xep-hang', 'chot'),
      publish: path('xep-hang', 'cong-bo'),
      bars: path('xep-hang', 'dieu-kien'),
      clearBar: (unit: string, bar: string) => path('xep-hang', 'dieu-kien', unit, bar, 'go'),
      other: path,
    }
  },
} as const

/** Links of one year. */
export type ScoringLinks = ReturnType<typeof scoringPaths.at>
