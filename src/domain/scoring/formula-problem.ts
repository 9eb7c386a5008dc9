import { fill, type Language, type Sentence } from './sentence.ts'

/** What keeps a formula from being read or calculated, and where in its text: column 1 is the first letter. */
export interface FormulaProblem {
  readonly code: FormulaProblemCode
  readonly column: number
  readonly params: Readonly<Record<string, string>>
}

const sentences = {
  empty: { vi: 'Chưa có công thức.', en: 'There is no formula.' },
  tooLong: {
    vi: 'Công thức dài quá {limit} ký tự; tách thành nhiều tiêu chí.',
    en: 'The formula is longer than {limit} characters; split the criterion.',
  },
  tooManyParts: {
    vi: 'Công thức có hơn {limit} thành phần; tách thành nhiều tiêu chí.',
    en: 'The formula has more than {limit} parts; split the criterion.',
  },
  tooDeep: {
    vi: 'Ngoặc lồng nhau quá {limit} lớp.',
    en: 'Parentheses are nested more than {limit} deep.',
  },
  tooLarge: { vi: 'Số tính ra quá lớn.', en: 'The number grows too large.' },
  badCharacter: {
    vi: 'không dùng được ký tự “{=character}”.',
    en: 'the character “{=character}” has no meaning.',
  },
  noPower: {
    vi: 'không có phép lũy thừa; viết phép nhân.',
    en: 'there are no powers; write a product.',
  },
  badNumber: { vi: 'không đọc được số “{=number}”.', en: 'the number “{=number}” cannot be read.' },
  ambiguousNumber: {
    vi: 'số “{=number}” hiểu được hai cách; viết {=whole} hoặc {=decimal}.',
    en: 'the number “{=number}” reads in two ways; write {=whole} or {=decimal}.',
  },
  numberTooLong: {
    vi: 'số “{=number}” dài quá {limit} chữ số.',
    en: 'the number “{=number}” has more than {limit} digits.',
  },
  unknownUnit: { vi: 'không biết đơn vị tính “{=unit}”.', en: 'the unit “{=unit}” is not known.' },
  unknownName: { vi: 'không có tên “{=name}”.', en: 'there is no name “{=name}”.' },
  unknownNameNear: {
    vi: 'không có tên “{=name}”; có phải “{=nearest}”?',
    en: 'there is no name “{=name}”; did you mean “{=nearest}”?',
  },
  missingOperand: { vi: 'thiếu một giá trị ở đây.', en: 'a value is missing here.' },
  missingOperator: {
    vi: 'thiếu phép tính trước “{=name}”.',
    en: 'an operator is missing before “{=name}”.',
  },
  unclosed: { vi: 'ngoặc mở ở đây chưa đóng.', en: 'this parenthesis is never closed.' },
  unexpectedClose: { vi: 'ngoặc đóng này không có ngoặc mở.', en: 'this parenthesis was never opened.' },
  separatorOutside: {
    vi: 'dấu “;” chỉ dùng để ngăn các giá trị trong ngoặc của hàm.',
    en: 'a separator belongs between the values of a function.',
  },
  functionAlone: {
    vi: 'sau “{=name}” phải có ngoặc, ví dụ {=name}(…).',
    en: '“{=name}” needs parentheses, such as {=name}(…).',
  },
  argumentCount: {
    vi: '“{=name}” cần {=needs} giá trị, ngăn bằng dấu “;”; ở đây có {given}.',
    en: '“{=name}” takes {=needs} values, separated by “;”; here it has {given}.',
  },
  roundDecimals: {
    vi: 'số chữ số thập phân để làm tròn phải là số nguyên từ 0 đến 6.',
    en: 'the decimals to round to must be a whole number from 0 to 6.',
  },
  needsNumber: {
    vi: 'ở đây cần một số, không phải một điều kiện.',
    en: 'a number is needed here, not a condition.',
  },
  needsCondition: {
    vi: 'ở đây cần một điều kiện, ví dụ kết_quả ≥ chỉ_tiêu.',
    en: 'a condition is needed here, such as result ≥ target.',
  },
  differentUnits: {
    vi: 'không cộng, trừ, so sánh được “{=left}” với “{=right}”.',
    en: '“{=left}” and “{=right}” cannot be added, subtracted or compared.',
  },
  unitAgainstNumber: {
    vi: '“{=unit}” không cộng, trừ, so sánh được với số không có đơn vị; nếu kết quả tính bằng “{=unit}”, ghi đơn vị của kết quả.',
    en: '“{=unit}” cannot be added to or compared with a number without a unit; if the result is in “{=unit}”, say so as its unit.',
  },
  unitTimesUnit: {
    vi: 'không nhân “{=left}” với “{=right}”.',
    en: '“{=left}” times “{=right}” has no meaning here.',
  },
  unitBelow: {
    vi: 'không chia một số cho “{=right}”.',
    en: 'a number cannot be divided by “{=right}”.',
  },
  resultHasUnit: {
    vi: 'Công thức phải cho số điểm, không phải “{=unit}”; chia cho một giá trị cùng đơn vị.',
    en: 'The formula must give points, not “{=unit}”; divide by something in the same unit.',
  },
  resultIsCondition: {
    vi: 'Công thức phải cho số điểm, không phải đúng hay sai; dùng nếu(điều kiện; điểm; điểm).',
    en: 'The formula must give points, not true or false; use if(condition; points; points).',
  },
  divisionByZero: { vi: 'phép chia cho 0.', en: 'division by zero.' },
  unreadable: { vi: 'không đọc được công thức.', en: 'the formula cannot be read.' },
} as const satisfies Record<string, Sentence>

/** The word for a problem of a formula. */
export type FormulaProblemCode = keyof typeof sentences

const whole: readonly FormulaProblemCode[] = [
  'empty',
  'tooLong',
  'tooManyParts',
  'tooDeep',
  'tooLarge',
  'resultHasUnit',
  'resultIsCondition',
]

/**
 * The sentence of a problem with its place.
 *
 * @example explainFormulaProblem({ code: 'divisionByZero', column: 3, params: {} }, 'vi') // "Vị trí 3: phép chia cho 0."
 */
export function explainFormulaProblem({ code, column, params }: FormulaProblem, language: Language): string {
  const sentence = fill(sentences[code], params, language)
  if (whole.includes(code)) return sentence
  return `${language === 'vi' ? 'Vị trí' : 'Position'} ${column}: ${sentence}`
}
