import { defineWords } from '../i18n/words.ts'
import type { Tab } from '../ui/index.ts'
import { type Ask, mayHere, yearOf } from './ask.ts'
import { inYearPath } from './year-path.ts'

const words = defineWords(
  {
    movements: 'Phong trào',
    drafts: 'Dự thảo xin ý kiến',
    papers: 'Văn bản chỉ đạo',
    activities: 'Hoạt động chung',
  },
  {
    movements: 'Movements',
    drafts: 'Drafts for comment',
    papers: 'Guiding papers',
    activities: 'Common activities',
  },
)

/** Which of the four views of a bloc's common work is open. */
export type MovementTab = 'movements' | 'drafts' | 'papers' | 'activities'

/** The views of what a bloc does together in a year: movements, drafts, guiding papers, activities. */
export function movementTabs(ask: Ask, current: MovementTab): readonly Tab[] {
  const t = words(ask.lang)
  const year = yearOf(ask)
  const tab = (key: MovementTab, ...rest: readonly string[]): Tab => ({
    label: t[key],
    href: inYearPath(year.bloc.slug, year.year, ...rest),
    current: key === current,
  })
  return [
    tab('movements', 'phong-trao'),
    ...(mayHere(ask, 'draft.read') ? [tab('drafts', 'du-thao')] : []),
    tab('papers', 'phong-trao', 'van-ban-chi-dao'),
    ...(mayHere(ask, 'year.read') ? [tab('activities', 'hoat-dong')] : []),
  ]
}
