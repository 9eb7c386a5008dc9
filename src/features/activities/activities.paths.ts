import { inYearPath, inYearRoute } from '../../http/year-path.ts'

const root = 'hoat-dong'

/** Addresses of the common activities of one year. */
export function activitiesPaths(bloc: string, year: number) {
  const at = (...rest: readonly string[]) => inYearPath(bloc, year, root, ...rest)
  return {
    list: at(),
    add: at('moi'),
    show: (activityId: string) => at(activityId),
    revise: (activityId: string) => at(activityId, 'sua'),
  }
}

export const activitiesRoutes = {
  list: inYearRoute(root),
  add: inYearRoute(root, 'moi'),
  show: inYearRoute(root, ':activity'),
  revise: inYearRoute(root, ':activity', 'sua'),
} as const
