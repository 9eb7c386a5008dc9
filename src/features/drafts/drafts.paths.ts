import { inYearPath, inYearRoute } from '../../http/year-path.ts'

const root = 'du-thao'

/** Addresses of the drafts of one year. */
export function draftsPaths(bloc: string, year: number) {
  const at = (...rest: readonly string[]) => inYearPath(bloc, year, root, ...rest)
  return {
    list: at(),
    start: at('moi'),
    show: (draftId: string) => at(draftId),
    revise: (draftId: string) => at(draftId, 'ban-moi'),
    circulate: (draftId: string) => at(draftId, 'gui'),
    comment: (draftId: string, unitSlug: string) => at(draftId, 'gop-y', unitSlug),
    answer: (draftId: string, commentId: string) => at(draftId, 'tra-loi', commentId),
    summary: (draftId: string) => at(draftId, 'tong-hop'),
    adopt: (draftId: string) => at(draftId, 'thong-qua'),
    withdraw: (draftId: string) => at(draftId, 'rut'),
  }
}

export const draftsRoutes = {
  list: inYearRoute(root),
  start: inYearRoute(root, 'moi'),
  show: inYearRoute(root, ':draft'),
  revise: inYearRoute(root, ':draft', 'ban-moi'),
  circulate: inYearRoute(root, ':draft', 'gui'),
  comment: inYearRoute(root, ':draft', 'gop-y', ':unit'),
  answer: inYearRoute(root, ':draft', 'tra-loi', ':comment'),
  summary: inYearRoute(root, ':draft', 'tong-hop'),
  adopt: inYearRoute(root, ':draft', 'thong-qua'),
  withdraw: inYearRoute(root, ':draft', 'rut'),
} as const
