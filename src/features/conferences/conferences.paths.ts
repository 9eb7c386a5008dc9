import { inYearPath, inYearRoute } from '../../http/year-path.ts'

/** Addresses of conferences and polls below a year; `at` builds links, `route` the patterns. */
export const conferencesPaths = {
  route: {
    list: inYearRoute('hoi-nghi'),
    plan: inYearRoute('hoi-nghi', 'moi'),
    show: inYearRoute('hoi-nghi', ':conference'),
    act: (deed: string) => inYearRoute('hoi-nghi', ':conference', deed),
    poll: inYearRoute('hoi-nghi', ':conference', 'bieu-quyet', ':poll'),
    pollAct: (deed: string) => inYearRoute('hoi-nghi', ':conference', 'bieu-quyet', ':poll', deed),
  },
  at: (bloc: string, year: number | string) => ({
    list: inYearPath(bloc, year, 'hoi-nghi'),
    plan: inYearPath(bloc, year, 'hoi-nghi', 'moi'),
    show: (conference: string) => inYearPath(bloc, year, 'hoi-nghi', conference),
    act: (conference: string, deed: string) => inYearPath(bloc, year, 'hoi-nghi', conference, deed),
    poll: (conference: string, poll: string) =>
      inYearPath(bloc, year, 'hoi-nghi', conference, 'bieu-quyet', poll),
    pollAct: (conference: string, poll: string, deed: string) =>
      inYearPath(bloc, year, 'hoi-nghi', conference, 'bieu-quyet', poll, deed),
  }),
} as const
