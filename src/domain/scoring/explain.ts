import type { EvaluationProblem, Step } from './evaluation.ts'
import { explainFormulaProblem } from './formula-problem.ts'
import { fill, type Language, printDecimal, type Sentence, type SentenceParams } from './sentence.ts'
import { stepSentences } from './step-sentences.ts'

/** Names of codes a table uses (papers, flags, duties, records), by code. */
export type Labels = Readonly<Record<string, { readonly vi: string; readonly en?: string }>>

/** Names of the records every bloc keeps. A table adds its own in `labels`. */
export const recordLabels: Labels = {
  pledgeSigned: { vi: 'ký giao ước thi đua', en: 'signing the pledge' },
  launched: { vi: 'phát động thi đua tại đơn vị', en: 'launching emulation in the unit' },
  registered: { vi: 'đăng ký thi đua', en: 'registering titles' },
  registeredOnTime: { vi: 'đăng ký thi đua đúng hạn', en: 'registering titles on time' },
  reportsOnTime: { vi: 'báo cáo đúng hạn', en: 'reports on time' },
  reportsDue: { vi: 'báo cáo phải gửi', en: 'reports due' },
  reportsLate: { vi: 'báo cáo chậm', en: 'late reports' },
  meetingsAttended: { vi: 'cuộc họp đã dự', en: 'meetings attended' },
  meetingsHeld: { vi: 'cuộc họp của khối', en: 'meetings of the bloc' },
  selfScored: { vi: 'tự chấm điểm', en: 'self-scoring' },
  plan: { vi: 'kế hoạch', en: 'the plan' },
  proof: { vi: 'tài liệu minh chứng', en: 'evidence' },
  provinceFlag: { vi: 'Cờ thi đua của tỉnh hoặc của bộ, ngành', en: 'flag of the province or a ministry' },
  governmentFlag: { vi: 'Cờ thi đua của Chính phủ', en: 'flag of the Government' },
}

const problems: Record<EvaluationProblem['code'], Sentence> = {
  factMissing: { vi: 'Chưa có số liệu: {@fact}.', en: 'Not yet known: {@fact}.' },
  factNegative: { vi: 'Số liệu không được âm: {@fact}.', en: 'Must not be negative: {@fact}.' },
  wholeIsZero: {
    vi: 'Tổng số bằng 0 nên không tính được tỷ lệ; nếu không được giao, ghi “không giao”.',
    en: 'The whole is 0, so there is no share; if nothing was assigned, mark it “not assigned”.',
  },
  targetIsZero: {
    vi: 'Chỉ tiêu bằng 0 nên không tính được tỷ lệ; nếu không được giao, ghi “không giao”.',
    en: 'The target is 0, so there is no percentage; if none was assigned, mark it “not assigned”.',
  },
  sampleTooSmall: {
    vi: 'Số đạt {count} lớn hơn cỡ mẫu {sampleSize}.',
    en: '{count} positives are more than the sample of {sampleSize}.',
  },
  outsideMaximum: {
    vi: 'Điểm chấm {points} vượt điểm tối đa {maximum}.',
    en: '{points} points are above the maximum of {maximum}.',
  },
  offStep: {
    vi: 'Điểm chấm {points} không theo bậc {step} điểm.',
    en: '{points} points are not a multiple of {step}.',
  },
  nothingToCompare: {
    vi: 'Chưa có số liệu của đơn vị nào để so sánh.',
    en: 'No unit has a figure to compare with.',
  },
  unknownFlag: {
    vi: 'Bảng điểm không có mức thưởng cho {@flag}.',
    en: 'The table gives no bonus for {@flag}.',
  },
  noSuchPlace: { vi: 'Thứ hạng {rank} không hợp lệ.', en: 'There is no place {rank}.' },
  formulaFailed: {
    vi: 'Công thức không tính được. {=reason}',
    en: 'The formula gives nothing. {=reason}',
  },
}

const factLabels: Labels = {
  part: { vi: 'số đạt được', en: 'the number attained' },
  whole: { vi: 'tổng số', en: 'the whole' },
  result: { vi: 'kết quả', en: 'the result' },
  target: { vi: 'chỉ tiêu', en: 'the target' },
  average: { vi: 'mức bình quân', en: 'the average' },
  count: { vi: 'số lượng', en: 'the count' },
  plusCount: { vi: 'số lần biểu dương', en: 'times praised' },
  minusCount: { vi: 'số lần phê bình', en: 'times criticised' },
  rank: { vi: 'thứ hạng', en: 'the place' },
  ranks: { vi: 'các thứ hạng', en: 'the places' },
  done: { vi: 'đạt hay không đạt', en: 'done or not done' },
  judged: { vi: 'điểm chấm', en: 'the points judged' },
  flags: { vi: 'cờ thi đua được tặng', en: 'the flags received' },
}

/**
 * The sentence of one step.
 *
 * @param labels names of the table's own codes; the usual records are known
 * @throws Error when the step lacks a value its sentence names
 * @example explainStep({ code: 'counted', params: { count: '3', point: '1.5', points: '4.5' } }, 'vi') // "3 × 1,5 = 4,5 điểm."
 */
export function explainStep(step: Step, language: Language, labels: Labels = {}): string {
  return say(stepSentences[step.code], step.params, language, labels)
}

/** The sentence that says why a leaf has no score yet. */
export function explainEvaluationProblem(
  problem: EvaluationProblem,
  language: Language,
  labels: Labels = {},
): string {
  if (problem.code === 'formulaFailed') {
    return say(
      problems.formulaFailed,
      { reason: explainFormulaProblem(problem.problem, language) },
      language,
      labels,
    )
  }
  const { code, ...params } = problem
  return say(problems[code], params, language, labels)
}

/** Names of codes joined by commas, in the language asked for; a code nobody named is shown as it is. */
export function labelsOf(codes: string, language: Language, labels: Labels): string {
  return codes
    .split(',')
    .map((code) => {
      const label = labels[code] ?? recordLabels[code] ?? factLabels[code]
      return (language === 'en' ? label?.en : undefined) ?? label?.vi ?? code
    })
    .join(', ')
}

function say(sentence: Sentence, params: SentenceParams, language: Language, labels: Labels): string {
  const text = sentence[language].replace(/\{([@~])(\w+)\}/g, (_, how: string, name: string) => {
    const value = params[name]
    if (value === undefined) throw new Error(`sentence lacks the value ${name}: ${sentence.en}`)
    return how === '@' ? labelsOf(value, language, labels) : numbersIn(value, language)
  })
  return fill({ ...sentence, [language]: text }, params, language)
}

/** A text with each number in it printed the way the language reads it; digits inside a word ("m2") stay. */
function numbersIn(text: string, language: Language): string {
  return text.replace(/(?<![\p{L}\d.])\d+(?:\.\d+)?/gu, (number) => printDecimal(number, language))
}
