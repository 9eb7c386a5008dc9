import { inYearPath, inYearRoute } from '../http/year-path.ts'

/** The address of the year as one workbook. */
export const yearWorkbookPaths = {
  route: inYearRoute('xuat-excel'),
  at: (bloc: string, year: number) => inYearPath(bloc, year, 'xuat-excel'),
} as const
