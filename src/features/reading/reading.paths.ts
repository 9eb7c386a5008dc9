import { inYearPath, inYearRoute } from '../../http/year-path.ts'

const TOPIC = 'doc-bao-cao'

/** Addresses of reading reports; `route` the patterns, `at` the links of one year. */
export const readingPaths = {
  route: {
    list: inYearRoute(TOPIC),
    /** Reports of one unit, handed in by itself or by the head on its behalf. */
    ofUnit: inYearRoute(TOPIC, 'don-vi', ':unit'),
    goOn: inYearRoute(TOPIC, 'doc-tiep'),
    one: inYearRoute(TOPIC, 'tep', ':file'),
    drop: inYearRoute(TOPIC, 'tep', ':file', 'bo'),
    move: inYearRoute(TOPIC, 'tep', ':file', 'chuyen-nam'),
  },
  at: (bloc: string, year: number) => {
    const path = (...rest: readonly string[]) => inYearPath(bloc, year, TOPIC, ...rest)
    const one = (file: string) => path('tep', file)
    return {
      list: path(),
      ofUnit: (unit: string) => path('don-vi', unit),
      goOn: path('doc-tiep'),
      one,
      /** The words a figure came from, in the text of its report. */
      words: (file: string, start: number) => `${one(file)}#s${start}`,
      drop: (file: string) => path('tep', file, 'bo'),
      move: (file: string) => path('tep', file, 'chuyen-nam'),
    }
  },
} as const

/** Links of one year. */
export type ReadingLinks = ReturnType<typeof readingPaths.at>
