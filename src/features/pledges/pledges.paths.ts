import { inYearPath, inYearRoute } from '../../http/year-path.ts'

/** Addresses of pledge and registration; `route` the patterns, `at` the links of one year. */
export const pledgesPaths = {
  route: {
    pledge: inYearRoute('giao-uoc'),
    draft: inYearRoute('giao-uoc', 'soan'),
    open: inYearRoute('giao-uoc', 'mo-ky'),
    close: inYearRoute('giao-uoc', 'ket-thuc-ky'),
    change: inYearRoute('giao-uoc', 'sua-sau-ky'),
    version: inYearRoute('giao-uoc', 'ban', ':version{[0-9]+}'),
    sign: inYearRoute('giao-uoc', 'ky', ':unit'),
    paper: inYearRoute('giao-uoc', 'ban-giay', ':unit'),
    registrations: inYearRoute('dang-ky'),
    registration: inYearRoute('dang-ky', ':unit'),
    send: inYearRoute('dang-ky', ':unit', 'gui'),
    giveBack: inYearRoute('dang-ky', ':unit', 'tra-lai'),
    accept: inYearRoute('dang-ky', ':unit', 'chap-nhan'),
  },
  at: (bloc: string, year: number) => {
    const path = (...rest: readonly string[]) => inYearPath(bloc, year, ...rest)
    return {
      pledge: path('giao-uoc'),
      draft: path('giao-uoc', 'soan'),
      open: path('giao-uoc', 'mo-ky'),
      close: path('giao-uoc', 'ket-thuc-ky'),
      change: path('giao-uoc', 'sua-sau-ky'),
      version: (version: number) => path('giao-uoc', 'ban', String(version)),
      sign: (unit: string) => path('giao-uoc', 'ky', unit),
      paper: (unit: string) => path('giao-uoc', 'ban-giay', unit),
      registrations: path('dang-ky'),
      registration: (unit: string) => path('dang-ky', unit),
      send: (unit: string) => path('dang-ky', unit, 'gui'),
      giveBack: (unit: string) => path('dang-ky', unit, 'tra-lai'),
      accept: (unit: string) => path('dang-ky', unit, 'chap-nhan'),
    }
  },
} as const

/** Links of one year. */
export type PledgeLinks = ReturnType<typeof pledgesPaths.at>
