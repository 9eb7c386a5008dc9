import type { Lang } from '../../i18n/words.ts'
import type { Tab } from '../../ui/index.ts'
import { scoringWords } from './scoring.messages.ts'
import type { ScoringLinks } from './scoring.paths.ts'

export type ScoringPart = 'table' | 'selfScores' | 'appraisals' | 'ranking'

/** The parts of scoring, in the order of the year. */
export function scoringTabs(lang: Lang, links: ScoringLinks, current: ScoringPart): Tab[] {
  const t = scoringWords(lang)
  const hrefs: Readonly<Record<ScoringPart, string>> = {
    table: links.table,
    selfScores: links.sheets,
    appraisals: links.appraisals,
    ranking: links.ranking,
  }
  return (Object.keys(hrefs) as ScoringPart[]).map((part) => ({
    label: t[part],
    href: hrefs[part],
    current: part === current,
  }))
}
