import { inYearPath, inYearRoute } from '../../http/year-path.ts'

/** In place of a unit's name in the address: the bloc as a whole. */
export const WHOLE_BLOC = 'khoi'

function bookRoutes(owner: string) {
  return {
    file: inYearRoute('chi-tieu', owner, 'xuat'),
    start: inYearRoute('chi-tieu', owner, 'bang-tinh'),
    template: inYearRoute('chi-tieu', owner, 'bang-tinh', 'mau'),
    preview: inYearRoute('chi-tieu', owner, 'bang-tinh', 'xem-truoc'),
  }
}

/** Addresses of targets; `route` the patterns, `at` the links of one year. */
export const targetsPaths = {
  route: {
    list: inYearRoute('chi-tieu'),
    catalogue: inYearRoute('chi-tieu', 'danh-muc'),
    listFile: inYearRoute('chi-tieu', 'xuat'),
    booksOfBloc: bookRoutes(WHOLE_BLOC),
    booksOfUnit: bookRoutes(':unit'),
    ofBloc: inYearRoute('chi-tieu', WHOLE_BLOC),
    enterOfBloc: inYearRoute('chi-tieu', WHOLE_BLOC, 'nhap'),
    targetOfBloc: inYearRoute('chi-tieu', WHOLE_BLOC, 'sua', ':target'),
    changeOfBloc: inYearRoute('chi-tieu', WHOLE_BLOC, 'doi', ':target'),
    withdrawOfBloc: inYearRoute('chi-tieu', WHOLE_BLOC, 'bo', ':target'),
    ofUnit: inYearRoute('chi-tieu', ':unit'),
    enter: inYearRoute('chi-tieu', ':unit', 'nhap'),
    target: inYearRoute('chi-tieu', ':unit', 'sua', ':target'),
    change: inYearRoute('chi-tieu', ':unit', 'doi', ':target'),
    withdraw: inYearRoute('chi-tieu', ':unit', 'bo', ':target'),
    send: inYearRoute('chi-tieu', ':unit', 'gui'),
    giveBack: inYearRoute('chi-tieu', ':unit', 'tra-lai'),
    accept: inYearRoute('chi-tieu', ':unit', 'chap-nhan'),
  },
  at: (bloc: string, year: number) => {
    const path = (...rest: readonly string[]) => inYearPath(bloc, year, 'chi-tieu', ...rest)
    return {
      list: path(),
      catalogue: path('danh-muc'),
      listFile: path('xuat'),
      of: (unit: string) => path(unit),
      file: (unit: string) => path(unit, 'xuat'),
      fill: (unit: string) => ({
        start: path(unit, 'bang-tinh'),
        template: path(unit, 'bang-tinh', 'mau'),
        preview: path(unit, 'bang-tinh', 'xem-truoc'),
        back: path(unit),
      }),
      enter: (unit: string) => path(unit, 'nhap'),
      target: (unit: string, targetId: string) => path(unit, 'sua', targetId),
      change: (unit: string, targetId: string) => path(unit, 'doi', targetId),
      withdraw: (unit: string, targetId: string) => path(unit, 'bo', targetId),
      send: (unit: string) => path(unit, 'gui'),
      giveBack: (unit: string) => path(unit, 'tra-lai'),
      accept: (unit: string) => path(unit, 'chap-nhan'),
    }
  },
} as const

/** Links of one year. */
export type TargetLinks = ReturnType<typeof targetsPaths.at>
