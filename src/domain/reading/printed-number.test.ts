import { describe, expect, it } from 'vitest'
import { printedValue, readPrintedNumber } from './printed-number.ts'

describe('a printed number', () => {
  it.each([
    ['9.105,326', '9105.326'],
    ['435,310', '435.31'],
    ['1.463', '1463'],
    ['08', '8'],
    ['0,85', '0.85'],
    ['896.000', '896000'],
    ['1,234,567', '1234567'],
    ['3.5', '3.5'],
    ['5.711.7', '5711.7'],
    ['12.3.2021', null],
    ['1.2.3', null],
  ])('%s is %s', (printed, value) => expect(printedValue(printed)).toBe(value))

  it('mends a stray space after a word, not after the number of a heading', () => {
    expect(readPrintedNumber('7. 215 hộ', 0, 'word')).toEqual({ end: 6, value: '7215' })
    expect(readPrintedNumber('7. 215 hộ', 0, 'line')).toEqual({ end: 1, value: '7' })
  })
})
