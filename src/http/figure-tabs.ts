import { defineWords } from '../i18n/words.ts'
import type { Tab } from '../ui/index.ts'
import { type Ask, mayHere, yearOf } from './ask.ts'
import { inYearPath } from './year-path.ts'

const words = defineWords(
  {
    label: 'Chỉ tiêu và kết quả',
    targets: 'Chỉ tiêu',
    results: 'Kết quả',
    figures: 'Số liệu toàn khối',
    catalogue: 'Danh mục chỉ tiêu',
  },
  {
    label: 'Targets and results',
    targets: 'Targets',
    results: 'Results',
    figures: 'Figures of the bloc',
    catalogue: 'Catalogue',
  },
)

/** Which view of the year's figures is open. */
export type FigureTab = 'targets' | 'results' | 'figures' | 'catalogue'

/** What the views are together. */
export function figureTabsLabel(ask: Pick<Ask, 'lang'>): string {
  return words(ask.lang).label
}

/** The views of a year's figures: what was set, what came of it, all of it, and what is measured. */
export function figureTabs(ask: Ask, current: FigureTab): Tab[] {
  const t = words(ask.lang)
  const year = yearOf(ask)
  const tab = (key: FigureTab, ...rest: readonly string[]): Tab => ({
    label: t[key],
    href: inYearPath(year.bloc.slug, year.year, ...rest),
    current: key === current,
  })
  const results = mayHere(ask, 'result.read')
  return [
    tab('targets', 'chi-tieu'),
    ...(results ? [tab('results', 'ket-qua'), tab('figures', 'ket-qua', 'so-lieu')] : []),
    tab('catalogue', 'chi-tieu', 'danh-muc'),
  ]
}
