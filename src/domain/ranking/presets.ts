import type { Sentence } from '../scoring/index.ts'
import type { BarRule } from './bars.ts'
import type { ClassRule } from './classes.ts'
import type { RankingRules } from './rules.ts'

/** Classes in use somewhere, to begin from. */
export interface ClassPreset {
  readonly code: string
  readonly name: Sentence
  /** What it does not carry over, for the reader to know. */
  readonly note?: Sentence
  readonly rules: Pick<RankingRules, 'classes' | 'classesBy' | 'awardFromClass' | 'sources'> & {
    readonly bars: readonly BarRule[]
  }
}

const excellent: Sentence = { vi: 'Hoàn thành xuất sắc nhiệm vụ', en: 'Excellent' }
const good: Sentence = { vi: 'Hoàn thành tốt nhiệm vụ', en: 'Good' }
const fulfilled: Sentence = { vi: 'Hoàn thành nhiệm vụ', en: 'Completed' }
const failed: Sentence = { vi: 'Không hoàn thành nhiệm vụ', en: 'Not completed' }

/** Four classes by three edges; `strict` says which edges must be passed and not only reached. */
function fourClasses(
  edges: readonly [string, string, string],
  more: (index: number) => Partial<ClassRule> = () => ({}),
): readonly ClassRule[] {
  const [first, second, third] = edges
  return [
    { code: 'excellent', name: excellent, edge: first, ...more(0) },
    { code: 'good', name: good, edge: second, ...more(1) },
    { code: 'done', name: fulfilled, edge: third, ...more(2) },
    { code: 'notDone', name: failed },
  ]
}

const floors = ['85', '80', '70']

/** Three sets of classes that were read in decisions of provinces; each edge as printed, ">" kept apart from "≥". */
export const classPresets: readonly ClassPreset[] = [
  {
    code: 'can-tho',
    name: {
      vi: 'Cần Thơ: từ 95 / 85 / 75, không tiêu chí 0 điểm',
      en: 'Cần Thơ: 95 / 85 / 75 and up, no criterion at 0',
    },
    rules: {
      classesBy: 'percent',
      classes: fourClasses(['95', '85', '75'], (i) => (i < 2 ? { noneAtZero: true } : {})),
      bars: [
        { when: 'headReprimanded', effect: 'capsClass', highestClass: 'good' },
        { when: 'headWarned', effect: 'capsClass', highestClass: 'done' },
        { when: 'headDismissed', effect: 'capsClass', highestClass: 'notDone' },
        { when: 'noSelfScore', effect: 'capsClass', highestClass: 'notDone' },
      ],
      awardFromClass: 'good',
      sources: {
        classes: 'Quyết định 2579/QĐ-UBND năm 2025 của UBND thành phố Cần Thơ',
        bars: 'Quyết định 2579/QĐ-UBND năm 2025 của UBND thành phố Cần Thơ',
        awardFromClass: 'Quyết định 2579/QĐ-UBND năm 2025 của UBND thành phố Cần Thơ',
      },
    },
  },
  {
    code: 'hai-phong',
    name: { vi: 'Hải Phòng: trên 90 / trên 80 / từ 50', en: 'Hải Phòng: above 90 / above 80 / 50 and up' },
    note: {
      vi: 'Văn bản còn có điều kiện về tỷ lệ nhiệm vụ đúng tiến độ; điều kiện đó do hội nghị xem xét.',
      en: 'The decision also asks for shares of tasks done on time; the conference judges those.',
    },
    rules: {
      classesBy: 'percent',
      classes: fourClasses(['90', '80', '50'], (i) => (i < 2 ? { strict: true } : {})),
      bars: [],
      sources: { classes: 'Quyết định 212/2025/QĐ-UBND ngày 18/11/2025 của UBND thành phố Hải Phòng' },
    },
  },
  {
    code: 'nghe-an',
    name: {
      vi: 'Nghệ An (dự thảo): từ 90 / 80 / 70, mỗi tiêu chí từ 85% / 80% / 70%',
      en: 'Nghệ An (draft): 90 / 80 / 70 and up, every criterion at 85% / 80% / 70%',
    },
    note: {
      vi: 'Mới là dự thảo, chưa có căn cứ ban hành.',
      en: 'A draft only; nothing was issued yet.',
    },
    rules: {
      classesBy: 'percent',
      classes: fourClasses(['90', '80', '70'], (i) => ({
        floorPercent: floors[i] ?? '70',
        floorOf: 'criteria',
      })),
      bars: [],
    },
  },
]
