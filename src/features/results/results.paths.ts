import { inYearPath, inYearRoute } from '../../http/year-path.ts'
import { filesPaths } from '../files/files.paths.ts'
import { readingPaths } from '../reading/reading.paths.ts'

/** In place of a unit's name in the address: the bloc as a whole. */
export const WHOLE_BLOC = 'khoi'

function ownerRoutes(owner: string) {
  return {
    sheet: inYearRoute('ket-qua', owner),
    figure: inYearRoute('ket-qua', owner, 'so', ':indicator'),
    ask: inYearRoute('ket-qua', owner, 'so', ':indicator', 'hoi'),
    answer: inYearRoute('ket-qua', owner, 'so', ':indicator', 'hoi', ':question', 'tra-loi'),
    askAgain: inYearRoute('ket-qua', owner, 'so', ':indicator', 'hoi', ':question', 'hoi-them'),
    settle: inYearRoute('ket-qua', owner, 'so', ':indicator', 'hoi', ':question', 'dong'),
    words: inYearRoute('ket-qua', owner, 'loi'),
    file: inYearRoute('ket-qua', owner, 'xuat'),
    import: inYearRoute('ket-qua', owner, 'bang-tinh'),
    template: inYearRoute('ket-qua', owner, 'bang-tinh', 'mau'),
    preview: inYearRoute('ket-qua', owner, 'bang-tinh', 'xem-truoc'),
  }
}

/** Addresses of results; `route` the patterns, `at` the links of one year. */
export const resultsPaths = {
  route: {
    overview: inYearRoute('ket-qua'),
    figures: inYearRoute('ket-qua', 'so-lieu'),
    overviewFile: inYearRoute('ket-qua', 'xuat'),
    reviews: inYearRoute('ket-qua', 'ra-soat'),
    questions: inYearRoute('ket-qua', 'hoi-dap'),
    years: inYearRoute('ket-qua', 'nhieu-nam'),
    yearsFile: inYearRoute('ket-qua', 'nhieu-nam', 'xuat'),
    review: inYearRoute('ket-qua', ':unit', 'truoc-khi-gui'),
    ofBloc: ownerRoutes(WHOLE_BLOC),
    ofUnit: ownerRoutes(':unit'),
    evidence: inYearRoute('ket-qua', ':unit', 'so', ':indicator', 'minh-chung'),
    withdrawEvidence: inYearRoute('ket-qua', ':unit', 'so', ':indicator', 'bo-minh-chung'),
    send: inYearRoute('ket-qua', ':unit', 'gui'),
    giveBack: inYearRoute('ket-qua', ':unit', 'tra-lai'),
    accept: inYearRoute('ket-qua', ':unit', 'chap-nhan'),
    rating: inYearRoute('ket-qua', ':unit', 'xep-loai'),
    downgrade: inYearRoute('ket-qua', ':unit', 'ha-xep-loai'),
  },
  at: (bloc: string, year: number) => {
    const path = (...rest: readonly string[]) => inYearPath(bloc, year, 'ket-qua', ...rest)
    const inPeriod = (href: string, period: string) =>
      period === String(year) ? href : `${href}?ky=${period}`
    return {
      overview: path(),
      figures: path('so-lieu'),
      overviewFile: path('xuat'),
      reviews: path('ra-soat'),
      questions: path('hoi-dap'),
      years: (indicator?: string, owner?: string) => {
        const asked = [indicator ? `chi-tieu=${indicator}` : '', owner ? `don-vi=${owner}` : ''].filter(
          Boolean,
        )
        return asked.length === 0 ? path('nhieu-nam') : `${path('nhieu-nam')}?${asked.join('&')}`
      },
      yearsFile: (indicator: string, owner: string) =>
        `${path('nhieu-nam', 'xuat')}?chi-tieu=${indicator}&don-vi=${owner}`,
      review: (unit: string, period: string = String(year)) => inPeriod(path(unit, 'truoc-khi-gui'), period),
      ask: (owner: string, indicator: string) => path(owner, 'so', indicator, 'hoi'),
      answer: (owner: string, indicator: string, question: string) =>
        path(owner, 'so', indicator, 'hoi', question, 'tra-loi'),
      askAgain: (owner: string, indicator: string, question: string) =>
        path(owner, 'so', indicator, 'hoi', question, 'hoi-them'),
      settle: (owner: string, indicator: string, question: string) =>
        path(owner, 'so', indicator, 'hoi', question, 'dong'),
      sheet: (owner: string, period: string = String(year)) => inPeriod(path(owner), period),
      figure: (owner: string, indicator: string, period: string = String(year)) =>
        inPeriod(path(owner, 'so', indicator), period),
      words: (owner: string) => path(owner, 'loi'),
      sheetFile: (owner: string, period: string = String(year)) => inPeriod(path(owner, 'xuat'), period),
      sheetImport: (owner: string, period: string = String(year)) => ({
        start: inPeriod(path(owner, 'bang-tinh'), period),
        template: inPeriod(path(owner, 'bang-tinh', 'mau'), period),
        preview: inPeriod(path(owner, 'bang-tinh', 'xem-truoc'), period),
        back: inPeriod(path(owner), period),
      }),
      evidence: (unit: string, indicator: string) => path(unit, 'so', indicator, 'minh-chung'),
      withdrawEvidence: (unit: string, indicator: string) => path(unit, 'so', indicator, 'bo-minh-chung'),
      send: (unit: string) => path(unit, 'gui'),
      giveBack: (unit: string) => path(unit, 'tra-lai'),
      accept: (unit: string) => path(unit, 'chap-nhan'),
      rating: (unit: string) => path(unit, 'xep-loai'),
      downgrade: (unit: string) => path(unit, 'ha-xep-loai'),
      /** Where a report of the unit is handed in as a file and read. */
      readFile: (unit: string) => readingPaths.at(bloc, year).ofUnit(unit),
      /** The words a figure came from, or the file alone where it was not read. */
      source: (file: string, start: number | null) =>
        start === null ? filesPaths.show(file) : readingPaths.at(bloc, year).words(file, start),
    }
  },
} as const

/** Links of one year. */
export type ResultLinks = ReturnType<typeof resultsPaths.at>
