import type { Language, Mark, Sentence } from '../scoring/index.ts'

interface BarBase {
  /** The condition that brings the bar about: one of {@link BarCondition} or a code of the bloc's own. */
  readonly when: string
  /** Says a condition of the bloc's own in words. */
  readonly name?: Sentence
  /** Where the rule stands. */
  readonly basis?: string
  readonly mark?: Mark
}

/**
 * A bar (điều kiện loại trừ): keeps a unit out of the ranking, suspends what would follow from its place, or
 * caps its class. Suspended is not lost: the place is kept until the matter is cleared.
 */
export type BarRule =
  | (BarBase & { readonly effect: 'barred' | 'suspended' })
  | (BarBase & { readonly effect: 'capsClass'; readonly highestClass: string })

const conditionSentences = {
  noPledge: { vi: 'Không ký giao ước thi đua.', en: 'Did not sign the pledge.' },
  noSelfScore: { vi: 'Không tự chấm điểm.', en: 'Did not score itself.' },
  openDiscipline: {
    vi: 'Đang bị xem xét kỷ luật, thanh tra, kiểm tra hoặc xác minh.',
    en: 'Discipline, inspection or verification is pending.',
  },
  headDisciplined: { vi: 'Người đứng đầu bị kỷ luật trong năm.', en: 'The head was disciplined this year.' },
  headReprimanded: {
    vi: 'Người đứng đầu hoặc cấp phó bị khiển trách.',
    en: 'The head or a deputy was reprimanded.',
  },
  headWarned: { vi: 'Người đứng đầu hoặc cấp phó bị cảnh cáo.', en: 'The head or a deputy was warned.' },
  headDismissed: {
    vi: 'Lãnh đạo, quản lý bị cách chức trở lên.',
    en: 'A leader was removed from office or worse.',
  },
  staffProsecuted: { vi: 'Có người bị xử lý hình sự.', en: 'Somebody of the unit was prosecuted.' },
  corruption: { vi: 'Để xảy ra tham nhũng, lãng phí.', en: 'Corruption or waste occurred.' },
  disunity: { vi: 'Mất đoàn kết nội bộ nghiêm trọng.', en: 'Grave internal disunity.' },
} as const satisfies Record<string, Sentence>

/** Conditions every bloc knows, in the order an editor lists them. */
export const barConditions = Object.keys(conditionSentences) as readonly BarCondition[]

/** Conditions every bloc knows. */
export type BarCondition = keyof typeof conditionSentences

/**
 * Bars where a bloc has declared nothing. The suspension is law (Nghị định 152/2025/NĐ-CP, Điều 4.4); the
 * other two are habits of the blocs.
 */
export const usualBars: readonly BarRule[] = [
  { when: 'noPledge', effect: 'barred', mark: 'habit' },
  { when: 'noSelfScore', effect: 'barred', mark: 'habit' },
  {
    when: 'openDiscipline',
    effect: 'suspended',
    basis: 'Nghị định 152/2025/NĐ-CP, Điều 4 khoản 4',
    mark: 'unverified',
  },
]

/** The rules that apply to a unit, given the conditions that hold for it. */
export function findBars(conditions: readonly string[], rules: readonly BarRule[]): readonly BarRule[] {
  return rules.filter(({ when }) => conditions.includes(when))
}

/** Where the bars leave a unit: outside the ranking, in it with the outcome suspended, or simply in it. */
export function standingOf(bars: readonly BarRule[]): 'barred' | 'suspended' | 'ranked' {
  if (bars.some(({ effect }) => effect === 'barred')) return 'barred'
  return bars.some(({ effect }) => effect === 'suspended') ? 'suspended' : 'ranked'
}

/**
 * The sentence of a bar: what happened and what follows.
 *
 * @param classNames names of the classes, for caps
 */
export function explainBar(
  bar: BarRule,
  language: Language,
  classNames: ReadonlyMap<string, Sentence> = new Map(),
): string {
  return `${conditionText(bar, language)} ${effectText(bar, language, classNames)}`
}

/** What a condition says: "Không ký giao ước thi đua." */
export function conditionText(bar: Pick<BarRule, 'when' | 'name'>, language: Language): string {
  const known = Object.hasOwn(conditionSentences, bar.when)
    ? conditionSentences[bar.when as BarCondition]
    : undefined
  return (bar.name ?? known)?.[language] ?? bar.when
}

function effectText(bar: BarRule, language: Language, classNames: ReadonlyMap<string, Sentence>): string {
  const vi = language === 'vi'
  if (bar.effect === 'capsClass') {
    const name = classNames.get(bar.highestClass)?.[language] ?? bar.highestClass
    return vi ? `Xếp loại cao nhất là “${name}”.` : `“${name}” is the highest class possible.`
  }
  if (bar.effect === 'barred') return vi ? 'Không được xếp hạng.' : 'Not ranked.'
  return vi
    ? 'Giữ thứ hạng, tạm dừng xét khen thưởng cho đến khi có kết luận.'
    : 'Keeps its place; awards are suspended until there is a conclusion.'
}
