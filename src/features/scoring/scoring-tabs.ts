import { type ScorePart, scoreTabs } from '../../http/score-tabs.ts'
import type { Lang } from '../../i18n/words.ts'
import type { Tab } from '../../ui/index.ts'
import type { ScoringLinks } from './scoring.paths.ts'

export type ScoringPart = ScorePart

/** The parts of scoring, in the order of the year. */
export function scoringTabs(lang: Lang, links: ScoringLinks, current: ScoringPart): Tab[] {
  return scoreTabs(lang, links.other, current)
}
