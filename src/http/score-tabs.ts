import { defineWords, type Lang } from '../i18n/words.ts'
import type { Tab } from '../ui/index.ts'

const words = defineWords(
  {
    table: 'Bảng điểm',
    selfScores: 'Tự chấm',
    checks: 'Kiểm tra',
    appraisals: 'Thẩm định',
    judges: 'Người chấm',
    appeals: 'Kiến nghị',
    ranking: 'Xếp hạng',
    label: 'Các phần của chấm điểm',
  },
  {
    table: 'Scoring table',
    selfScores: 'Self-scores',
    checks: 'Checks',
    appraisals: 'Appraisal',
    judges: 'Judges',
    appeals: 'Appeals',
    ranking: 'Ranking',
    label: 'Parts of scoring',
  },
)

const places = {
  table: 'bang-diem',
  selfScores: 'cham-diem',
  checks: 'kiem-tra',
  appraisals: 'tham-dinh',
  judges: 'nguoi-cham',
  appeals: 'kien-nghi',
  ranking: 'xep-hang',
} as const

/** Which part of scoring is open. */
export type ScorePart = keyof typeof places

/** What the parts are together. */
export function scoreTabsLabel(lang: Lang): string {
  return words(lang).label
}

/**
 * The parts of scoring, in the order of the year.
 * @param at gives the address of a topic below the year
 */
export function scoreTabs(lang: Lang, at: (topic: string) => string, current: ScorePart): Tab[] {
  const t = words(lang)
  return (Object.keys(places) as ScorePart[]).map((part) => ({
    label: t[part],
    href: at(places[part]),
    current: part === current,
  }))
}
