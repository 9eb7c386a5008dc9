import type { BoardColumn } from '../../domain/years/index.ts'
import { inYearPath, inYearRoute } from '../../http/year-path.ts'
import { readingPaths } from '../reading/reading.paths.ts'

/** Addresses of the year itself; `route` the patterns, `at` the links. */
export const yearsPaths = {
  toDo: '/viec-can-lam',
  /** The year a person lands on, whichever bloc it is in. */
  mine: '/nam-thi-dua',
  /** The year of one bloc a person lands on. */
  landing: (bloc: string) => `/khoi/${bloc}/nam`,
  /** Opens the first year of a bloc; further ones are opened from the latest. */
  open: (bloc: string) => `/khoi/${bloc}/mo-nam`,
  route: {
    landing: '/khoi/:bloc/nam',
    open: '/khoi/:bloc/mo-nam',
    openNext: inYearRoute('nam-moi'),
    board: inYearRoute(),
    advance: inYearRoute('chuyen-buoc'),
    stepBack: inYearRoute('lui-buoc'),
    midYear: inYearRoute('so-ket'),
    calendar: inYearRoute('lich'),
    ics: inYearRoute('lich.ics'),
    deadlines: inYearRoute('lich', 'han'),
    remind: inYearRoute('don-doc'),
    unit: inYearRoute('viec', ':unit'),
    step: inYearRoute('viec', ':unit', ':step'),
    decide: inYearRoute('viec', ':unit', ':step', 'quyet-dinh'),
    paper: inYearRoute('viec', ':unit', ':step', 'ban-giay'),
  },
  at: (bloc: string, year: number) => {
    const path = (...rest: readonly string[]) => inYearPath(bloc, year, ...rest)
    return {
      board: path(),
      openNext: path('nam-moi'),
      advance: path('chuyen-buoc'),
      stepBack: path('lui-buoc'),
      midYear: path('so-ket'),
      calendar: path('lich'),
      ics: path('lich.ics'),
      deadlines: path('lich', 'han'),
      remind: path('don-doc'),
      unit: (unit: string) => path('viec', unit),
      step: (unit: string, step: string) => path('viec', unit, step),
      decide: (unit: string, step: string) => path('viec', unit, step, 'quyet-dinh'),
      paper: (unit: string, step: string) => path('viec', unit, step, 'ban-giay'),
      readFile: (unit: string) => readingPaths.at(bloc, year).ofUnit(unit),
      reminderLetter: (unit: string) => `${path('van-ban')}?loai=reminder&don-vi=${unit}`,
      other: path,
    }
  },
} as const

/** Links of one year. */
export type YearLinks = ReturnType<typeof yearsPaths.at>

/** Where the thing itself lies that a step of a unit is about. */
export function thingOf(links: YearLinks, unit: string, step: BoardColumn): string {
  switch (step) {
    case 'registration':
      return links.other('dang-ky', unit)
    case 'targets':
      return links.other('chi-tieu', unit)
    case 'pledge':
      return links.other('giao-uoc')
    case 'launch':
      return links.other('phong-trao', 'don-vi', unit)
    case 'mid_report':
    case 'year_report':
    case 'evidence':
      return links.other('ket-qua', unit)
    case 'self_score':
      return links.other('cham-diem', unit)
    case 'cross_check':
    case 'appraisal':
      return links.other('tham-dinh', unit)
    case 'conference':
      return links.other('hoi-nghi')
    case 'achievement_report':
      return links.other('khen-thuong')
  }
}

/** Where all units' things lie side by side that a step is about. */
export function listOf(links: YearLinks, step: BoardColumn): string {
  switch (step) {
    case 'registration':
      return links.other('dang-ky')
    case 'targets':
      return links.other('chi-tieu')
    case 'launch':
      return links.other('phong-trao')
    case 'self_score':
      return links.other('cham-diem')
    case 'mid_report':
    case 'year_report':
    case 'evidence':
      return links.other('ket-qua')
    case 'cross_check':
    case 'appraisal':
      return links.other('tham-dinh')
    default:
      return thingOf(links, '', step)
  }
}
