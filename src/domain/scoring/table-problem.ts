import { fill, type Language, type Sentence, type SentenceParams } from './sentence.ts'

/**
 * A contradiction or weakness of a table. An `error` keeps a table from being frozen; a `warning` is shown and
 * may stand, since real tables carry such faults and have to be scored all the same.
 */
export interface TableProblem {
  readonly code: TableProblemCode
  readonly severity: 'error' | 'warning'
  /** The node concerned; absent when it is the table as a whole. */
  readonly node?: string
  readonly params: SentenceParams
}

const sentences = {
  codeMissing: { vi: 'Có tiêu chí chưa có mã: {=name}.', en: 'A criterion has no code: {=name}.' },
  duplicateCode: { vi: 'Mã {=code} dùng {count} lần.', en: 'The code {=code} is used {count} times.' },
  emptyTable: { vi: 'Bảng điểm chưa có tiêu chí.', en: 'The table has no criterion.' },
  groupWithoutChildren: {
    vi: 'Nhóm “{=name}” chưa có tiêu chí.',
    en: 'The group “{=name}” has no criterion.',
  },
  leafWithoutMethod: {
    vi: 'Tiêu chí “{=name}” chưa có cách tính điểm.',
    en: 'The criterion “{=name}” has no rule.',
  },
  maximumNegative: {
    vi: '“{=name}” có điểm tối đa âm ({maximum}).',
    en: '“{=name}” has a negative maximum ({maximum}).',
  },
  maximumZero: { vi: '“{=name}” có điểm tối đa bằng 0.', en: '“{=name}” has a maximum of 0.' },
  childrenDoNotAddUp: {
    vi: '“{=name}”: các tiêu chí con cộng lại {sum} điểm, điểm tối đa ghi {maximum}.',
    en: '“{=name}”: the children add up to {sum} points, the maximum says {maximum}.',
  },
  mixedScales: {
    vi: '“{=name}”: các tiêu chí con theo thang {sum}, nhóm theo thang {maximum}; có lẽ lẫn hai thang điểm.',
    en: '“{=name}”: the children are on a scale of {sum}, the group on {maximum}; two scales seem mixed.',
  },
  totalMismatch: {
    vi: 'Các mục cộng lại {sum} điểm, bảng ghi tổng {maximum}.',
    en: 'The sections add up to {sum} points, the table says {maximum}.',
  },
  bonusMismatch: {
    vi: 'Điểm thưởng cộng lại {sum}, bảng ghi tối đa {maximum}.',
    en: 'The bonus adds up to {sum}, the table allows {maximum}.',
  },
  penaltyMismatch: {
    vi: 'Điểm trừ cộng lại {sum}, bảng ghi tối đa {maximum}.',
    en: 'The penalties add up to {sum}, the table allows {maximum}.',
  },
  statedTotalMismatch: {
    vi: 'Văn bản ghi tổng {stated} điểm; tính ra {maximum} điểm, kể cả điểm thưởng là {highest}.',
    en: 'The document states {stated} points; the table makes {maximum}, with bonus {highest}.',
  },
  totalIncludesBonus: {
    vi: 'Tổng {stated} điểm đã gồm điểm thưởng; không có thưởng chỉ đạt tối đa {maximum}.',
    en: 'The total of {stated} points includes the bonus; without it {maximum} is the most.',
  },
  sideDiffersFromParent: {
    vi: '“{=name}” khác phần (điểm chính, thưởng, trừ) với nhóm chứa nó.',
    en: '“{=name}” stands on another side (normal, bonus, penalty) than its group.',
  },
  methodNotForSide: {
    vi: '“{=name}”: cách tính điểm trừ và phần của bảng không khớp nhau.',
    en: '“{=name}”: a deducting rule and the side of the table do not fit.',
  },
  ruleCannotReachMaximum: {
    vi: '“{=name}”: điểm tối đa {maximum} nhưng cách tính chỉ cho nhiều nhất {reach}.',
    en: '“{=name}”: the maximum is {maximum} but the rule gives {reach} at most.',
  },
  ruleCanExceedMaximum: {
    vi: '“{=name}”: cách tính cho đến {reach} điểm, vượt điểm tối đa {maximum}; phần vượt không được tính.',
    en: '“{=name}”: the rule gives up to {reach} points, above the maximum of {maximum}; the excess is cut.',
  },
  bandEdgeDouble: {
    vi: '“{=name}”: mốc {from} thuộc hai khung điểm.',
    en: '“{=name}”: the edge {from} belongs to two bands.',
  },
  bandOverlap: {
    vi: '“{=name}”: hai khung điểm trùng nhau từ {from} đến {to}.',
    en: '“{=name}”: two bands overlap from {from} to {to}.',
  },
  bandGap: {
    vi: '“{=name}”: khoảng từ {from} đến {to} không thuộc khung nào.',
    en: '“{=name}”: nothing covers the stretch from {from} to {to}.',
  },
  bandGapAtEdge: {
    vi: '“{=name}”: mốc {from} không thuộc khung nào.',
    en: '“{=name}”: the edge {from} belongs to no band.',
  },
  bandInverted: {
    vi: '“{=name}”: khung điểm có cận dưới {from} lớn hơn cận trên {to}.',
    en: '“{=name}”: a band runs from {from} down to {to}.',
  },
  placesNotDescending: {
    vi: '“{=name}”: thứ hạng sau được nhiều điểm hơn thứ hạng trước.',
    en: '“{=name}”: a later place gets more points than an earlier one.',
  },
  finerThanRounding: {
    vi: '“{=name}”: điểm tối đa {maximum} lẻ hơn mức làm tròn {decimals} chữ số thập phân.',
    en: '“{=name}”: the maximum {maximum} is finer than the rounding to {decimals} decimals.',
  },
  rescaleDiffersFromMaximum: {
    vi: '“{=name}”: khi có nội dung không giao, văn bản quy về {stated} điểm nhưng nhóm có {maximum} điểm.',
    en: '“{=name}”: with something not assigned the document rescales to {stated}, the group has {maximum}.',
  },
  formulaWrong: {
    vi: '“{=name}”: công thức sai. {=reasonVi}',
    en: '“{=name}”: the formula is wrong. {=reasonEn}',
  },
  formulaNotChecked: {
    vi: '“{=name}”: công thức riêng, không kiểm tra trước được điểm cao nhất.',
    en: '“{=name}”: a formula of its own; its highest points cannot be checked beforehand.',
  },
  unverifiedPart: {
    vi: '“{=name}”: chưa kiểm chứng với văn bản gốc.',
    en: '“{=name}”: not verified against the original document.',
  },
} as const satisfies Record<string, Sentence>

/** The word for a problem of a table. */
export type TableProblemCode = keyof typeof sentences

/** The sentence of a table problem. */
export function explainProblem(problem: TableProblem, language: Language): string {
  return fill(sentences[problem.code], problem.params, language)
}
