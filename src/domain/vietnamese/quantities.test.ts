import Big from 'big.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isInclusive } from './bounds.ts'
import {
  baseAmount,
  type PrintableQuantity,
  parseQuantity,
  printQuantity,
  type Quantity,
} from './quantities.ts'

/** The parts that carry meaning, exact numbers as text. */
function read(text: string): Record<string, unknown> | string {
  const result = parseQuantity(text)
  return result.ok ? meaning(result.value) : result.error.code
}

function meaning({
  value,
  valueMax,
  total,
  unit,
  bound,
  estimate,
}: PrintableQuantity): Record<string, unknown> {
  return {
    value: value.toFixed(),
    ...(valueMax && { valueMax: valueMax.toFixed() }),
    ...(total && { total: total.toFixed() }),
    ...(unit !== undefined && { unit }),
    ...(bound && { bound }),
    ...(estimate && { estimate }),
  }
}

describe('quantities as reports print them', () => {
  it.each([
    ['376,958 triệu USD', { value: '376.958', unit: 'triệu USD' }],
    ['9.105,326 tỷ đồng', { value: '9105.326', unit: 'tỷ đồng' }],
    ['435,310 tỷ đồng', { value: '435.31', unit: 'tỷ đồng' }],
    ['3.611,73ha', { value: '3611.73', unit: 'ha' }],
    ['170lượt', { value: '170', unit: 'lượt' }],
    ['trên 3.720 triệuUSD', { value: '3720', unit: 'triệu USD', bound: 'over' }],
    [
      'ước cả năm đạt trên 3.720 triệu USD',
      { value: '3720', unit: 'triệu USD', bound: 'over', estimate: true },
    ],
    ['ước đạt 435,310 tỷ đồng', { value: '435.31', unit: 'tỷ đồng', estimate: true }],
    ['Ước 08 dự án', { value: '8', unit: 'dự án', estimate: true }],
    ['đạt 896.000 thuê bao', { value: '896000', unit: 'thuê bao' }],
    ['hơn 100', { value: '100', bound: 'over' }],
    ['trên 10 nhãn hiệu', { value: '10', unit: 'nhãn hiệu', bound: 'over' }],
    ['dưới 5%', { value: '5', unit: '%', bound: 'under' }],
    ['không quá 5%', { value: '5', unit: '%', bound: 'under' }],
    ['khoảng 20 ha', { value: '20', unit: 'ha', bound: 'about' }],
    ['≥ 44.462 tỷ đồng', { value: '44462', unit: 'tỷ đồng', bound: 'over' }],
    ['từ 80% trở lên', { value: '80', unit: '%', bound: 'over' }],
    ['từ 96,4% đến 128%', { value: '96.4', valueMax: '128', unit: '%' }],
    ['10 - 15%', { value: '10', valueMax: '15', unit: '%' }],
    ['từ -3% đến -1%', { value: '-3', valueMax: '-1', unit: '%' }],
    ['27 vạn tấn', { value: '27', unit: 'vạn tấn' }],
    ['1,5 triệu', { value: '1.5', unit: 'triệu' }],
    ['2.982,7 nghìn cây', { value: '2982.7', unit: 'nghìn cây' }],
    ['48/52', { value: '48', total: '52' }],
    ['03/04 dự án', { value: '3', total: '4', unit: 'dự án' }],
    ['1.463/1.498,3', { value: '1463', total: '1498.3' }],
    ['105 thuê bao/100 dân', { value: '105', unit: 'thuê bao/100 dân' }],
    ['8%/năm', { value: '8', unit: '%/năm' }],
    ['12,5%', { value: '12.5', unit: '%' }],
    ['49.515 lượt người.', { value: '49515', unit: 'lượt người' }],
    ['7. 215 ha', { value: '7215', unit: 'ha' }],
    ['12 tổ hợp tác', { value: '12', unit: 'tổ hợp tác' }],
  ])('"%s"', (text, expected) => expect(read(text)).toEqual(expected))

  it.each([
    ['', 'empty'],
    ['không có', 'not_a_number'],
    ['tăng 5%', 'not_a_number'],
    ['3.5 ha', 'ambiguous_dot'],
    ['3,5/3.7 ha', 'ambiguous_dot'],
    ['1,234.5.6 ha', 'bad_grouping'],
    ['5 năm 2021', 'bad_unit'],
    ['5 ha đến 3 ha', 'range_reversed'],
    ['từ 5 ha đến 7 tấn', 'mixed_units'],
  ])('"%s" is refused as %s', (text, code) => expect(read(text)).toBe(code))

  it('keep the printed precision, the leading zero and the text', () => {
    const result = parseQuantity(' 435,310  tỷ đồng ')
    expect(result).toMatchObject({ value: { decimals: 3, leadingZero: false, printed: '435,310 tỷ đồng' } })
    expect(parseQuantity('03/04 dự án')).toMatchObject({ value: { leadingZero: true } })
  })

  it('tell whether the bound lets the number itself in', () => {
    expect((['trên', 'hơn', 'dưới'] as const).map(isInclusive)).toEqual([false, false, false])
    expect((['không quá', 'trở lên', '≥'] as const).map(isInclusive)).toEqual([true, true, true])
  })
})

describe('printed quantities', () => {
  it.each([
    'ước đạt trên 3.720 triệu USD',
    'ước đạt 435,310 tỷ đồng',
    '03/04 dự án',
    '08 dự án',
    'dưới 5%',
    'hơn 100',
    '80% trở lên',
    'từ 96,4% đến 128%',
    'từ 10 đến 15 ha',
    '27 vạn tấn',
    '1.463/1.498,3',
    'khoảng từ 5 đến 7 triệu đồng/người/năm',
    '8%/năm',
  ])('"%s" is printed as it was read', (text) => {
    const result = parseQuantity(text)
    expect(result.ok && printQuantity(result.value)).toBe(text)
  })

  it('choose a word for a bound that was not read from a text', () => {
    expect(printQuantity({ value: new Big(3720), unit: 'triệu USD', bound: 'over', estimate: true })).toBe(
      'ước đạt trên 3.720 triệu USD',
    )
    expect(printQuantity({ value: new Big(5), unit: '%', bound: 'under' })).toBe('dưới 5%')
  })

  it('are read back as the same quantity', () => {
    fc.assert(
      fc.property(quantities, (quantity) => {
        expect(read(printQuantity(quantity))).toEqual(meaning(quantity))
      }),
      { numRuns: 500 },
    )
  })

  it('print the same again after being read', () => {
    fc.assert(
      fc.property(quantities, (quantity) => {
        const text = printQuantity(quantity)
        const result = parseQuantity(text)
        expect(result.ok && printQuantity(result.value)).toBe(text)
      }),
    )
  })
})

describe('amounts in the base of their dimension', () => {
  it.each([
    ['27 vạn tấn', '270000000'],
    ['1,5 triệu', '1500000'],
    ['435,310 tỷ đồng', '435310000000'],
    ['100', '100'],
    ['12 tổ hợp tác', undefined],
  ])('"%s" is %s', (text, amount) => {
    const result = parseQuantity(text)
    expect(result.ok && baseAmount(result.value)?.toFixed()).toBe(amount)
  })
})

const numbers = fc
  .tuple(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.integer({ min: 0, max: 9 }))
  .map(([digits, power]) => new Big(digits.toString()).times(`1e-${power}`))

const frames = fc.record({
  unit: fc.constantFrom(
    undefined,
    '%',
    '%/năm',
    'triệu USD',
    'tỷ đồng',
    'ha',
    'thuê bao/100 dân',
    'tổ hợp tác',
    'tin',
  ),
  bound: fc.constantFrom<Quantity['bound']>(undefined, 'over', 'under', 'about'),
  estimate: fc.boolean(),
})

const quantities: fc.Arbitrary<PrintableQuantity> = fc.oneof(
  fc.tuple(frames, numbers).map(([frame, value]) => ({ ...frame, value })),
  fc
    .tuple(frames, numbers, numbers)
    .map(([frame, a, b]) =>
      a.lt(b) ? { ...frame, value: a, valueMax: b } : { ...frame, value: b, valueMax: a },
    ),
  fc
    .tuple(frames, numbers, numbers)
    .map(([frame, value, total]) => ({ ...frame, value: value.abs(), total: total.abs() })),
)
