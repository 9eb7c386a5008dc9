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
    indicator: inYearRoute('chi-tieu', 'danh-muc', ':indicator{[0-9a-f-]{36}}'),
    retireIndicator: inYearRoute('chi-tieu', 'danh-muc', ':indicator{[0-9a-f-]{36}}', 'thoi-dung'),
    restoreIndicator: inYearRoute('chi-tieu', 'danh-muc', ':indicator{[0-9a-f-]{36}}', 'dung-lai'),
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
    request: inYearRoute('chi-tieu', ':unit', 'doi', ':target', 'de-nghi'),
    agree: inYearRoute('chi-tieu', ':unit', 'doi', ':target', 'dong-y'),
    refuse: inYearRoute('chi-tieu', ':unit', 'doi', ':target', 'khong-dong-y'),
    takeBack: inYearRoute('chi-tieu', ':unit', 'doi', ':target', 'rut'),
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
      indicator: (indicatorId: string) => path('danh-muc', indicatorId),
      retireIndicator: (indicatorId: string) => path('danh-muc', indicatorId, 'thoi-dung'),
      restoreIndicator: (indicatorId: string) => path('danh-muc', indicatorId, 'dung-lai'),
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
      request: (unit: string, targetId: string) => path(unit, 'doi', targetId, 'de-nghi'),
      agree: (unit: string, targetId: string) => path(unit, 'doi', targetId, 'dong-y'),
      refuse: (unit: string, targetId: string) => path(unit, 'doi', targetId, 'khong-dong-y'),
      takeBack: (unit: string, targetId: string) => path(unit, 'doi', targetId, 'rut'),
      send: (unit: string) => path(unit, 'gui'),
      giveBack: (unit: string) => path(unit, 'tra-lai'),
      accept: (unit: string) => path(unit, 'chap-nhan'),
    }
  },
} as const

const drive = '/dot-thi-dua'

/** Addresses of the targets of a special drive. */
export const driveTargetsPaths = {
  route: {
    enter: `${drive}/:movement/chi-tieu`,
    change: `${drive}/:movement/chi-tieu/:target`,
    withdraw: `${drive}/:movement/chi-tieu/:target/bo`,
  },
  at: (movementId: string) => ({
    drives: drive,
    show: `${drive}/${movementId}`,
    enter: `${drive}/${movementId}/chi-tieu`,
    change: (targetId: string) => `${drive}/${movementId}/chi-tieu/${targetId}`,
    withdraw: (targetId: string) => `${drive}/${movementId}/chi-tieu/${targetId}/bo`,
  }),
} as const

/** Links of one year. */
export type TargetLinks = ReturnType<typeof targetsPaths.at>
