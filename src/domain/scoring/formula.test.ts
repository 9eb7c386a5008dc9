import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultRounding } from './exact.ts'
import {
  checkFormula,
  comparesUnits,
  emptyField,
  evaluate,
  explainEvaluationProblem,
  explainFormulaProblem,
  explainStep,
  type Facts,
  factsNeeded,
  type Method,
  surveyField,
} from './index.ts'

function run(expression: string, facts: Facts = {}, unit?: string, bloc: readonly Facts[] = []) {
  const method: Method = { kind: 'formula', expression, ...(unit ? { unit } : {}) }
  const field = bloc.length > 0 ? surveyField(method, bloc) : emptyField
  return evaluate(method, '1000', facts, { field, rounding: { ...defaultRounding, decimals: 4 } })
}

function points(...args: Parameters<typeof run>): string {
  const result = run(...args)
  return result.ok ? result.value.points.toFixed() : explainEvaluationProblem(result.error, 'vi')
}

function problem(expression: string, unit?: string): string {
  const checked = checkFormula(expression, unit)
  return checked.ok ? 'đọc được' : explainFormulaProblem(checked.error, 'vi')
}

describe('the formula language', () => {
  it.each([
    ['kết_quả ÷ chỉ_tiêu × điểm_tối_đa', '800'],
    ['kết quả / chỉ tiêu * điểm tối đa', '800'],
    ['ket_qua : chi_tieu', '0.8'],
    ['result / target * maximum', '800'],
    ['KẾT_QUẢ + 0,5', '8.5'],
    ['0.5 + kết_quả', '8.5'],
    ['234,5 + 1.000.000 − 1000000', '234.5'],
    ['2 + 3 × 4', '14'],
    ['(2 + 3) × 4', '20'],
    ['20 − 2 − 3', '15'],
    ['16 ÷ 4 ÷ 2', '2'],
    ['−kết_quả + 10', '2'],
    ['nhỏ_nhất(kết_quả; 5; 7)', '5'],
    ['min(result, 5, 7)', '5'],
    ['lớn nhất(kết quả; 5)', '8'],
    ['tổng(1; 2; 3,5)', '6.5'],
    ['làm_tròn(2,5)', '3'],
    ['làm_tròn(10 ÷ 3; 2)', '3.33'],
    ['trị_tuyệt_đối(kết_quả − chỉ_tiêu)', '2'],
    ['nếu(kết_quả ≥ chỉ_tiêu; 5; 5 × kết_quả ÷ chỉ_tiêu)', '4'],
    ['if(result >= target or count = 3, 5, 1)', '5'],
    ['nếu(không (kết_quả > 9) và số_lượng ≠ 4; 1; 2)', '1'],
    ['số_lượng × 0,4', '1.2'],
    ['tử_số ÷ mẫu_số × 40', '34'],
    ['nếu(tử_số ÷ mẫu_số ≥ 85%; 10; 0)', '10'],
    ['20% × 50', '10'],
    ['1,5 triệu ÷ 1 triệu', '1.5'],
  ])('%s = %s', (expression, expected) => {
    const facts = { result: '8', target: '10', count: '3', part: '85', whole: '100' }
    expect(points(expression, facts)).toBe(expected)
  })

  it('works exactly: a third of nine is three, and nothing is rounded on the way', () => {
    expect(points('1 ÷ 3 × 9')).toBe('3')
    expect(points('0,1 + 0,2 = 0,3')).toBe(
      'Công thức không tính được. Công thức phải cho số điểm, không phải đúng hay sai; dùng nếu(điều kiện; điểm; điểm).',
    )
    expect(points('nếu(0,1 + 0,2 = 0,3; 1; 0)')).toBe('1')
  })

  it('knows what the whole bloc reached', () => {
    const bloc = [{ result: '4' }, { result: '8' }, { result: '9' }]
    expect(points('kết_quả ÷ lớn_nhất_khối × 9', { result: '8' }, undefined, bloc)).toBe('8')
    expect(points('trung_bình_khối', { result: '8' }, undefined, bloc)).toBe('7')
    expect(points('lớn nhất khối − nhỏ nhất khối', { result: '8' }, undefined, bloc)).toBe('5')
    expect(points('trung_bình_khối', { result: '8' })).toBe('Chưa có số liệu của đơn vị nào để so sánh.')
  })

  it('asks for the facts it names only, and says when it compares units', () => {
    const rule = (expression: string): Method => ({ kind: 'formula', expression })
    expect(factsNeeded(rule('kết_quả ÷ chỉ_tiêu'))).toEqual(['result', 'target'])
    expect(factsNeeded(rule('số_lượng × 2'))).toEqual(['count'])
    expect(factsNeeded(rule('kết_quả ÷ lớn_nhất_khối'))).toEqual(['result'])
    expect(comparesUnits(rule('kết_quả ÷ lớn_nhất_khối'))).toBe(true)
    expect(comparesUnits(rule('kết_quả ÷ chỉ_tiêu'))).toBe(false)
  })

  it('carries units: amounts of one kind are brought together, others are refused in words', () => {
    expect(points('kết_quả ÷ 5 tỷ đồng × 10', { result: '4' }, 'tỷ đồng')).toBe('8')
    expect(points('(kết_quả − 500 triệu đồng) ÷ 1 tỷ đồng', { result: '4' }, 'tỷ đồng')).toBe('3.5')
    expect(points('nếu(kết_quả ≥ 95%; 5; 0)', { result: '96.4' }, '%')).toBe('5')
    expect(points('nếu(làm_tròn(kết_quả; 0) = 96%; 5; 0)', { result: '96.4' }, '%')).toBe('5')
    expect(problem('(5 tỷ đồng + 3 ha) ÷ 1 ha')).toBe(
      'Vị trí 14: không cộng, trừ, so sánh được “tỷ đồng” với “ha”.',
    )
    expect(problem('kết_quả + 5 tỷ đồng')).toMatch(
      /^Vị trí 11: “tỷ đồng” không cộng, trừ, so sánh được với số/,
    )
    expect(problem('nếu(kết_quả ≥ 95; 5; 0)', '%')).toMatch(/^Vị trí 15: “%” không cộng/)
    expect(problem('2 ha × 3 tỷ đồng')).toBe('Vị trí 8: không nhân “ha” với “tỷ đồng”.')
    expect(problem('2 ÷ 3 ha')).toBe('Vị trí 5: không chia một số cho “ha”.')
    expect(problem('kết_quả', 'tỷ đồng')).toMatch(/^Công thức phải cho số điểm, không phải “tỷ đồng”/)
    expect(problem('kết_quả ÷ 2 parsec')).toBe('Vị trí 13: không biết đơn vị tính “parsec”.')
  })

  it.each([
    ['', 'Chưa có công thức.'],
    ['kêt_qa ÷ 2', 'Vị trí 1: không có tên “kêt_qa”; có phải “kết_quả”?'],
    ['doanh_thu ÷ 2', 'Vị trí 1: không có tên “doanh_thu”.'],
    ['2 +', 'Vị trí 4: thiếu một giá trị ở đây.'],
    ['2 + × 3', 'Vị trí 5: thiếu một giá trị ở đây.'],
    ['(2 + 3', 'Vị trí 1: ngoặc mở ở đây chưa đóng.'],
    ['2 + 3)', 'Vị trí 6: ngoặc đóng này không có ngoặc mở.'],
    ['2 kết_quả', 'Vị trí 3: thiếu phép tính trước “kết_quả”.'],
    ['2; 3', 'Vị trí 2: dấu “;” chỉ dùng để ngăn các giá trị trong ngoặc của hàm.'],
    ['nếu(1; 2)', 'Vị trí 1: “nếu” cần 3 giá trị, ngăn bằng dấu “;”; ở đây có 2.'],
    ['min(1,2)', 'Vị trí 1: “min” cần 2–40 giá trị, ngăn bằng dấu “;”; ở đây có 1.'],
    ['nhỏ_nhất', 'Vị trí 1: sau “nhỏ_nhất” phải có ngoặc, ví dụ nhỏ_nhất(…).'],
    ['nếu(5; 1; 2)', 'Vị trí 5: ở đây cần một điều kiện, ví dụ kết_quả ≥ chỉ_tiêu.'],
    ['(1 < 2) + 3', 'Vị trí 2: ở đây cần một số, không phải một điều kiện.'],
    ['1.125 + 1', 'Vị trí 1: số “1.125” hiểu được hai cách; viết 1125 hoặc 1,125.'],
    ['1,2,3', 'Vị trí 1: không đọc được số “1,2,3”.'],
    ['làm_tròn(1; 9)', 'Vị trí 13: số chữ số thập phân để làm tròn phải là số nguyên từ 0 đến 6.'],
    ['9^9^9', 'Vị trí 2: không có phép lũy thừa; viết phép nhân.'],
    ['a["b"]', 'Vị trí 1: không có tên “a”.'],
    ['kết_quả.constructor', 'Vị trí 8: không dùng được ký tự “.”.'],
    ['9999999999999999999', 'Vị trí 1: số “9999999999999999999” dài quá 18 chữ số.'],
  ])('refuses “%s” with a place', (expression, expected) => {
    expect(problem(expression)).toBe(expected)
  })

  it('stays small: length, parts and depth are limited', () => {
    expect(problem('1+'.repeat(300))).toMatch(/dài quá 500 ký tự/)
    expect(problem(`${'1+'.repeat(120)}1`)).toMatch(/hơn 200 thành phần/)
    expect(problem(`${'('.repeat(20)}1${')'.repeat(20)}`)).toMatch(/quá 16 lớp/)
    expect(problem(`1${'+1'.repeat(90)}`)).toBe('đọc được')
    expect(points(Array.from({ length: 24 }, () => '999999999999999999').join('×'))).toBe(
      'Công thức không tính được. Số tính ra quá lớn.',
    )
  })

  it('divides by zero only where that branch applies, and then says where', () => {
    expect(points('kết_quả ÷ chỉ_tiêu', { result: '5', target: '0' })).toBe(
      'Công thức không tính được. Vị trí 11: phép chia cho 0.',
    )
    const guarded = 'nếu(chỉ_tiêu = 0; 3; kết_quả ÷ chỉ_tiêu)'
    expect(points(guarded, { result: '5', target: '0' })).toBe('3')
    expect(points('kết_quả + 1')).toBe('Chưa có số liệu: kết quả.')
    expect(points('chỉ_tiêu + 1', { target: null })).toBe('Chưa có số liệu: chỉ tiêu.')
  })

  it('explains itself: the numbers put in, then step by step, in both languages', () => {
    const result = run(
      'nếu(kết_quả ≥ chỉ_tiêu; 5; kết_quả ÷ chỉ_tiêu × 5)',
      { result: '7250.5', target: '10000' },
      'tỷ đồng',
    )
    const said = (language: 'vi' | 'en') =>
      result.ok ? result.value.explanation.map((step) => explainStep(step, language)) : []
    expect(said('vi')).toEqual([
      'Tính theo công thức nếu(kết_quả ≥ chỉ_tiêu; 5; kết_quả ÷ chỉ_tiêu × 5): 3,6253 điểm.',
      'Thay số: nếu(7.250,5 tỷ đồng ≥ 10.000 tỷ đồng; 5; (7.250,5 tỷ đồng ÷ 10.000 tỷ đồng) × 5).',
      '7.250,5 tỷ đồng ≥ 10.000 tỷ đồng: sai.',
      '7.250,5 tỷ đồng ÷ 10.000 tỷ đồng ≈ 0,7251.',
      '0,7251 × 5 ≈ 3,6253.',
      'Làm tròn đến 4 chữ số thập phân: 3,6253 điểm.',
    ])
    expect(said('en')[3]).toBe('7,250.5 tỷ đồng ÷ 10,000 tỷ đồng ≈ 0.7251.')
  })

  it('gives what direct arithmetic gives', () => {
    const whole = fc.integer({ min: 0, max: 99_999 })
    fc.assert(
      fc.property(whole, whole, whole, (a, b, c) => {
        expect(points(`nhỏ_nhất(1000; ${a} × ${b} + ${c})`)).toBe(String(Math.min(1000, a * b + c)))
        expect(points(`lớn_nhất(${a}; ${b}) − nhỏ_nhất(${a}; ${b})`)).toBe(
          String(Math.min(1000, Math.abs(a - b))),
        )
        const expected = a <= b && b < c ? 1 : 2
        expect(points(`nếu(${a} ≤ ${b} và ${b} < ${c}; 1; 2)`)).toBe(String(expected))
      }),
    )
  })

  it('never throws, whatever is typed', () => {
    const pieces =
      'kết_quả|chỉ tiêu|nếu(|min(|)|(|;|,|+|-|×|÷|≥|=|và|không|5|0,5|1.000|5 tỷ đồng|20%|ha|_|\u{e000}|^|"|[|.|\n|𝒳|ế'
    const piece = fc.constantFrom(...pieces.split('|'))
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 30 }).map((all) => all.join(' ')),
      fc.array(piece, { maxLength: 30 }).map((all) => all.join('')),
    )
    fc.assert(
      fc.property(typed, fc.constantFrom(undefined, 'tỷ đồng', '%'), (expression, unit) => {
        const checked = checkFormula(expression, unit)
        if (!checked.ok) expect(explainFormulaProblem(checked.error, 'en')).toMatch(/[.?]$/)
        run(expression, { result: '3', target: '0' }, unit)
      }),
      { numRuns: 500 },
    )
  })
})
