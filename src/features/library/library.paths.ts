import { inYearPath, inYearRoute } from '../../http/year-path.ts'

const root = '/van-ban-chi-dao'

export const libraryPaths = {
  list: root,
  add: `${root}/moi`,
  show: (paperId: string) => `${root}/${paperId}`,
  revise: (paperId: string) => `${root}/${paperId}/sua`,
  acknowledge: (paperId: string, unitSlug: string) => `${root}/${paperId}/${unitSlug}/da-tiep-nhan`,
  receipt: (paperId: string, unitSlug: string) => `${root}/${paperId}/${unitSlug}/ghi-nhan`,
  ofYear: (bloc: string, year: number) => inYearPath(bloc, year, 'phong-trao', 'van-ban-chi-dao'),
  addInYear: (bloc: string, year: number) => inYearPath(bloc, year, 'phong-trao', 'van-ban-chi-dao', 'moi'),
} as const

export const libraryRoutes = {
  ...libraryPaths,
  show: `${root}/:paper`,
  revise: `${root}/:paper/sua`,
  acknowledge: `${root}/:paper/:unit/da-tiep-nhan`,
  receipt: `${root}/:paper/:unit/ghi-nhan`,
  ofYear: inYearRoute('phong-trao', 'van-ban-chi-dao'),
  addInYear: inYearRoute('phong-trao', 'van-ban-chi-dao', 'moi'),
} as const
