import { inYearPath, inYearRoute } from '../../http/year-path.ts'

export const blocsPaths = {
  list: '/khoi',
  found: '/khoi/moi',
  show: (bloc: string) => `/khoi/${bloc}`,
  change: (bloc: string) => `/khoi/${bloc}/sua`,
  members: (bloc: string) => `/khoi/${bloc}/thanh-vien`,
  endMember: (bloc: string) => `/khoi/${bloc}/thanh-vien/thoi`,
  order: (bloc: string) => `/khoi/${bloc}/thanh-vien/thu-tu`,
  leadership: (bloc: string) => `/khoi/${bloc}/truong-khoi`,
  /** Rules that the province sets for all its blocs. */
  provinceRules: '/quy-dinh',
  rules: {
    route: inYearRoute('quy-dinh'),
    at: (bloc: string, year: number) => inYearPath(bloc, year, 'quy-dinh'),
  },
  setRule: {
    route: inYearRoute('quy-dinh', ':key'),
    at: (bloc: string, year: number, key: string) => inYearPath(bloc, year, 'quy-dinh', key),
  },
  dropRule: {
    route: inYearRoute('quy-dinh', ':key', 'bo'),
    at: (bloc: string, year: number, key: string) => inYearPath(bloc, year, 'quy-dinh', key, 'bo'),
  },
} as const
