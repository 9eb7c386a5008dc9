import { inYearPath, inYearRoute } from '../../http/year-path.ts'

/** Addresses of the handover below a year; `at` builds links, `route` the patterns. */
export const handoversPaths = {
  route: {
    show: inYearRoute('ban-giao'),
    act: (deed: string) => inYearRoute('ban-giao', deed),
  },
  at: (bloc: string, year: number | string) => ({
    show: inYearPath(bloc, year, 'ban-giao'),
    act: (deed: string) => inYearPath(bloc, year, 'ban-giao', deed),
  }),
} as const
