import Big from 'big.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimalsOf, parseNumber, printNumber, printPercent, printPoints } from './numbers.ts'

function plain(text: string): string {
  const read = parseNumber(text)
  return read.ok ? read.value.toFixed() : read.error.code
}

/** Plain decimal strings far beyond what a float can hold. */
const decimals = fc
  .tuple(fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }), fc.integer({ min: 0, max: 25 }))
  .map(([digits, power]) => new Big(digits.toString()).times(`1e-${power}`))

describe('numbers in Vietnamese notation', () => {
  it.each([
    ['9.105,326', '9105.326'],
    ['1.334,251', '1334.251'],
    ['5.711,7', '5711.7'],
    ['435,310', '435.31'],
    ['1.463', '1463'],
    ['3.611,73', '3611.73'],
    ['896.000', '896000'],
    ['7. 215', '7215'],
    ['7 .215', '7215'],
    ['1 234 567', '1234567'],
    ['08', '8'],
    ['01', '1'],
    ['0', '0'],
    ['-3,5', '-3.5'],
    ['– 3,5', '-3.5'],
    ['−3,5', '-3.5'],
    ['+8', '8'],
    ['12,5', '12.5'],
    [' 31.502 ', '31502'],
    ['31\u00a0502', '31502'],
    ['435.310.000.000', '435310000000'],
  ])('"%s" is %s', (text, value) => expect(plain(text)).toBe(value))

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['12 dwarves', 'not_a_number'],
    ['-', 'not_a_number'],
    ['5%', 'not_a_number'],
    ['1e5', 'not_a_number'],
    ['1,234.5.6', 'bad_grouping'],
    ['1.23.456', 'bad_grouping'],
    ['1234.567.890', 'bad_grouping'],
    ['12 34', 'bad_grouping'],
    ['1.234 567', 'bad_grouping'],
    ['1,2,3', 'bad_grouping'],
    [',5', 'bad_grouping'],
    ['5,', 'bad_grouping'],
    ['--5', 'bad_grouping'],
    ['3.5', 'ambiguous_dot'],
    ['0.435', 'ambiguous_dot'],
    ['9105.326', 'ambiguous_dot'],
  ])('"%s" is refused as %s', (text, code) => expect(plain(text)).toBe(code))

  it.each([
    ['3.5', ['3,5']],
    ['+3.25', ['3,25']],
    ['0.435', ['0,435']],
    ['9105.326', ['9.105,326', '9.105.326']],
    ['1,234.5', ['1.234,5']],
    ['1,234,567', ['1.234.567']],
    ['1,234.5.6', []],
    ['abc', []],
  ])('a refused "%s" offers %j', (text, suggestions) => {
    const read = parseNumber(text)
    expect(read.ok ? [] : read.error.suggestions).toEqual(suggestions)
  })

  it('only suggests what it would read itself', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9.,]{1,14}$/), (text) => {
        const read = parseNumber(text)
        const suggestions = read.ok ? [] : read.error.suggestions
        expect(suggestions.filter((suggestion) => !parseNumber(suggestion).ok)).toEqual([])
      }),
    )
  })

  it('tells a printed precision, trailing zeros included', () => {
    expect(['435,310', '1.463', '98%', '97,64%', '5, 40'].map(decimalsOf)).toEqual([3, 0, 0, 2, 2])
  })
})

describe('printed numbers', () => {
  it.each([
    ['9105.326', {}, '9.105,326'],
    ['896000', {}, '896.000'],
    ['435310000000', {}, '435.310.000.000'],
    ['435.31', { decimals: 3 }, '435,310'],
    ['8', { leadingZero: true }, '08'],
    ['10', { leadingZero: true }, '10'],
    ['0', { leadingZero: true }, '0'],
    ['-3', { leadingZero: true }, '-3'],
    ['1.5', { leadingZero: true }, '1,5'],
    ['-1234.5', {}, '-1.234,5'],
    ['0.005', { decimals: 2 }, '0,01'],
    ['-0.001', { decimals: 2 }, '0,00'],
    ['1e21', {}, '1.000.000.000.000.000.000.000'],
    ['1e-9', {}, '0,000000001'],
    ['-0', {}, '0'],
  ])('%s with %j prints as %s', (value, options, text) => expect(printNumber(value, options)).toBe(text))

  it('percentages are glued to their sign and show at most two decimals unless asked', () => {
    expect(printPercent('12.5')).toBe('12,5%')
    expect(printPercent('97.6439965')).toBe('97,64%')
    expect(printPercent('98.00')).toBe('98%')
    expect(printPercent('5.4', { decimals: 2 })).toBe('5,40%')
  })

  it('points show two decimals, half up', () => {
    expect(['2', '3.755', '3.7549', '0'].map(printPoints)).toEqual(['2,00', '3,76', '3,75', '0,00'])
  })

  it('a string that is no plain number is a bug of the caller', () => {
    expect(() => printNumber('1.234,5')).toThrow()
  })

  it('are read back as the same number at any size', () => {
    fc.assert(
      fc.property(decimals, (value) => {
        expect(plain(printNumber(value))).toBe(value.toFixed())
      }),
    )
  })

  it('of whole counts are read back with and without a leading zero', () => {
    fc.assert(
      fc.property(fc.nat(), (count) => {
        expect(plain(printNumber(String(count), { leadingZero: true }))).toBe(String(count))
      }),
    )
  })
})
