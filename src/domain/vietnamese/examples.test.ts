import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePeriod, printPeriod } from './periods.ts'
import { parseQuantity, printQuantity } from './quantities.ts'

/** Number, upper end or whole, unit and word of a text, all as they are read. */
function read(text: string): readonly (string | undefined)[] {
  const result = parseQuantity(text)
  if (!result.ok) return [result.error.code]
  const { value, valueMax, total, unit, boundWord } = result.value
  return [value.toFixed(), (valueMax ?? total)?.toFixed(), unit, boundWord]
}

function printed(text: string): string {
  const result = parseQuantity(text)
  return result.ok ? printQuantity(result.value) : result.error.code
}

describe('what reports print', () => {
  it.each([
    ['9.105,326', '9105.326', undefined, undefined, undefined],
    ['7. 215', '7215', undefined, undefined, undefined],
    ['08', '8', undefined, undefined, undefined],
    ['1,5 triệu', '1.5', undefined, 'triệu', undefined],
    ['27 vạn tấn', '27', undefined, 'vạn tấn', undefined],
    ['hơn 100', '100', undefined, undefined, 'hơn'],
    ['dưới 5%', '5', undefined, '%', 'dưới'],
    ['48/52', '48', '52', undefined, undefined],
    ['từ 96,4% đến 128%', '96.4', '128', '%', undefined],
    ['435.310.000.000 đồng', '435310000000', undefined, 'đồng', undefined],
    ['435,310 tỷ đồng', '435.31', undefined, 'tỷ đồng', undefined],
    ['2 nghìn đồng', '2', undefined, 'nghìn đồng', undefined],
    ['980 triệu USD', '980', undefined, 'triệu USD', undefined],
    ['3.611,73ha', '3611.73', undefined, 'ha', undefined],
    ['200 m2', '200', undefined, 'm2', undefined],
    ['12 km', '12', undefined, 'km', undefined],
    ['5 tấn', '5', undefined, 'tấn', undefined],
    ['2.982,7 nghìn cây', '2982.7', undefined, 'nghìn cây', undefined],
    ['170lượt', '170', undefined, 'lượt', undefined],
    ['8%/năm', '8', undefined, '%/năm', undefined],
    ['105 thuê bao/100 dân', '105', undefined, 'thuê bao/100 dân', undefined],
  ])('%s', (text, ...meaning) => {
    expect(read(text)).toEqual(meaning)
  })

  it.each(['9.105,326', '08', '1,5 triệu', '27 vạn tấn', 'hơn 100', 'dưới 5%', '48/52', 'từ 96,4% đến 128%'])(
    '%s is printed as it was written',
    (text) => expect(printed(text)).toBe(text),
  )

  it.each([
    ['quý III/2025', '2025Q3', 'quarter 3 of 2025'],
    ['6 tháng đầu năm', '2025H1', 'first 6 months of 2025'],
    ['6 tháng cuối năm', '2025H2', 'last 6 months of 2025'],
    ['9 tháng', '2025M9', 'first 9 months of 2025'],
    ['tháng 7/2025', '2025-07', 'month 7/2025'],
    ['cả năm', '2025', 'year 2025'],
    ['năm học 2024 - 2025', '2024-2025S', 'school year 2024 - 2025'],
  ])('%s is a period with a name in both languages', (text, id, english) => {
    const period = parsePeriod(text, { year: 2025 })
    expect(period.ok && period.value).toBe(id)
    expect(printPeriod(id, 'en')).toBe(english)
    expect(parsePeriod(printPeriod(id))).toEqual(period)
  })

  it('of any size is read exactly as it is printed', () => {
    const digits = fc.bigInt({ min: 1n, max: 10n ** 40n })
    fc.assert(
      fc.property(digits, fc.constantFrom('đồng', 'triệu USD', 'ha', 'nghìn cây', '%'), (value, unit) => {
        const text = printed(`${value} ${unit}`)
        expect(read(text)).toEqual([String(value), undefined, unit, undefined])
      }),
    )
  })
})
