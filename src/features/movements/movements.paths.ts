import { inYearPath, inYearRoute } from '../../http/year-path.ts'

const root = 'phong-trao'

/** Addresses of the movements of one year of a bloc. */
export function movementsPaths(bloc: string, year: number) {
  const at = (...rest: readonly string[]) => inYearPath(bloc, year, root, ...rest)
  return {
    list: at(),
    launchBloc: at('phat-dong'),
    launchUnit: (unitSlug: string, parentId?: string) =>
      `${at('don-vi', unitSlug)}${parentId ? `?phong-trao=${parentId}` : ''}`,
    launchUnitAction: (unitSlug: string) => at('don-vi', unitSlug),
    show: (movementId: string) => at(movementId),
  }
}

export const movementsRoutes = {
  list: inYearRoute(root),
  launchBloc: inYearRoute(root, 'phat-dong'),
  launchUnit: inYearRoute(root, 'don-vi', ':unit'),
  show: inYearRoute(root, ':movement{[0-9a-f-]+}'),
} as const

/** Movements of the provinces, outside any bloc. */
export const provinceMovementsPaths = {
  launch: '/phong-trao/phat-dong',
} as const

const drives = '/dot-thi-dua'

/** Special drives. */
export const drivesPaths = {
  list: drives,
  launch: `${drives}/moi`,
  show: (movementId: string) => `${drives}/${movementId}`,
  revise: (movementId: string) => `${drives}/${movementId}/sua`,
  move: (movementId: string) => `${drives}/${movementId}/chuyen-buoc`,
  participants: (movementId: string) => `${drives}/${movementId}/tham-gia`,
  participant: (movementId: string, id: string) => `${drives}/${movementId}/tham-gia/${id}`,
  report: (movementId: string, id: string) => `${drives}/${movementId}/tham-gia/${id}/bao-cao`,
  reportAsOwn: (movementId: string, id: string) => `${drives}/${movementId}/tham-gia/${id}/tu-bao-cao`,
  check: (movementId: string, id: string) => `${drives}/${movementId}/tham-gia/${id}/kiem-tra`,
  advise: (movementId: string, id: string) => `${drives}/${movementId}/tham-gia/${id}/tham-muu`,
  remove: (movementId: string, id: string) => `${drives}/${movementId}/tham-gia/${id}/bo`,
} as const

const one = ':movement'
const participant = ':participant'

export const drivesRoutes = {
  list: drives,
  launch: `${drives}/moi`,
  show: `${drives}/${one}`,
  revise: `${drives}/${one}/sua`,
  move: `${drives}/${one}/chuyen-buoc`,
  participants: `${drives}/${one}/tham-gia`,
  participant: `${drives}/${one}/tham-gia/${participant}`,
  report: `${drives}/${one}/tham-gia/${participant}/bao-cao`,
  reportAsOwn: `${drives}/${one}/tham-gia/${participant}/tu-bao-cao`,
  check: `${drives}/${one}/tham-gia/${participant}/kiem-tra`,
  advise: `${drives}/${one}/tham-gia/${participant}/tham-muu`,
  remove: `${drives}/${one}/tham-gia/${participant}/bo`,
} as const
