import { inYearPath, inYearRoute } from '../../http/year-path.ts'

const topic = 'van-ban'

/** What a paper is about, as it stands in the query of an address. */
export type SlotQuery = {
  readonly type: string
  /** Slug of the unit. */
  readonly unit?: string
  readonly conferenceId?: string
  readonly pollId?: string
  readonly draftId?: string
  readonly proposalId?: string
  readonly checkVisitId?: string
}

/** Addresses of the papers of a year; `route` holds the patterns, `at` builds links. */
export const documentsPaths = {
  verify: '/kiem-tra-van-ban',
  route: {
    list: inYearRoute(topic),
    view: inYearRoute(topic, 'xem', ':type'),
    viewFile: inYearRoute(topic, 'xem', ':type', ':format'),
    draft: inYearRoute(topic, 'xem', ':type'),
    visitFile: inYearRoute(topic, 'kiem-tra', ':visit', ':format'),
    show: inYearRoute(topic, ':paper'),
    file: inYearRoute(topic, ':paper', 'tai', ':format'),
    part: inYearRoute(topic, ':paper', 'phan', ':part'),
    issue: inYearRoute(topic, ':paper', 'ban-hanh'),
    withdraw: inYearRoute(topic, ':paper', 'thu-hoi'),
    replace: inYearRoute(topic, ':paper', 'thay-the'),
    discard: inYearRoute(topic, ':paper', 'bo-du-thao'),
    scan: inYearRoute(topic, ':paper', 'ban-ky'),
  },
  at: (bloc: string, year: number | string) => {
    const path = (...rest: readonly string[]) => inYearPath(bloc, year, topic, ...rest)
    return {
      list: path(),
      view: (slot: SlotQuery) => path('xem', slot.type) + slotQuery(slot),
      viewFile: (slot: SlotQuery, format: 'docx' | 'pdf') => path('xem', slot.type, format) + slotQuery(slot),
      /** Minutes of a check as they stand, signed or not. */
      visitFile: (visit: string, format: 'docx' | 'pdf') => path('kiem-tra', visit, format),
      show: (paper: string) => path(paper),
      file: (paper: string, format: 'docx' | 'pdf') => path(paper, 'tai', format),
      part: (paper: string, part: string) => path(paper, 'phan', part),
      issue: (paper: string) => path(paper, 'ban-hanh'),
      withdraw: (paper: string) => path(paper, 'thu-hoi'),
      replace: (paper: string) => path(paper, 'thay-the'),
      discard: (paper: string) => path(paper, 'bo-du-thao'),
      scan: (paper: string) => path(paper, 'ban-ky'),
    }
  },
} as const

/** Links of the papers of one year. */
export type DocumentLinks = ReturnType<typeof documentsPaths.at>

/** Names of the query by which a paper that is not kept yet is called. */
export const slotKeys = {
  unit: 'don-vi',
  conferenceId: 'hoi-nghi',
  pollId: 'bieu-quyet',
  draftId: 'du-thao',
  proposalId: 'de-nghi',
  checkVisitId: 'cuoc-kiem-tra',
} as const

function slotQuery(slot: SlotQuery): string {
  const search = new URLSearchParams()
  for (const key of Object.keys(slotKeys) as (keyof typeof slotKeys)[]) {
    const value = slot[key]
    if (value) search.set(slotKeys[key], value)
  }
  return search.size === 0 ? '' : `?${search}`
}
