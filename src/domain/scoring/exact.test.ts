import Big from 'big.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compare,
  fraction,
  isWhole,
  minus,
  over,
  plainText,
  plus,
  roundedText,
  roundFraction,
  roundOnce,
  times,
  wholePart,
} from './exact.ts'

const anyDecimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.integer({ min: 0, max: 20 }), fc.boolean())
  .map(([digits, decimals, small]) => {
    const n = small ? digits % 100_000n : digits
    return new Big(`${n}e-${decimals}`).toFixed()
  })
const exactly = { decimals: 60, mode: 'halfUp' } as const

describe('exact arithmetic', () => {
  it('sums, differences and products are exact at any size', () => {
    fc.assert(
      fc.property(anyDecimal, anyDecimal, (a, b) => {
        const [x, y] = [fraction(a), fraction(b)]
        expect(roundFraction(plus(x, y), exactly).eq(new Big(a).plus(b))).toBe(true)
        expect(roundFraction(minus(x, y), exactly).eq(new Big(a).minus(b))).toBe(true)
        expect(roundFraction(times(x, y), exactly).eq(new Big(a).times(b))).toBe(true)
        expect(Math.sign(compare(x, y))).toBe(new Big(a).cmp(b))
      }),
    )
  })

  it('a quotient times its divisor is the dividend again, with nothing lost', () => {
    fc.assert(
      fc.property(anyDecimal, anyDecimal, (a, b) => {
        fc.pre(!new Big(b).eq(0))
        expect(compare(times(over(fraction(a), fraction(b)), fraction(b)), fraction(a))).toBe(0)
      }),
    )
  })

  it('rounds as big.js does, at any size', () => {
    fc.assert(
      fc.property(anyDecimal, fc.integer({ min: 0, max: 6 }), (a, decimals) => {
        const value = fraction(a)
        const round = (mode: 'halfUp' | 'halfEven' | 'down') =>
          roundFraction(value, { decimals, mode }).toFixed()
        expect(new Big(round('halfUp')).eq(new Big(a).round(decimals, Big.roundHalfUp))).toBe(true)
        expect(new Big(round('halfEven')).eq(new Big(a).round(decimals, Big.roundHalfEven))).toBe(true)
        expect(new Big(round('down')).eq(new Big(a).round(decimals, Big.roundDown))).toBe(true)
        expect(roundOnce(value, { decimals, mode: 'halfUp' }).exact).toBe(new Big(a).round(decimals).eq(a))
        expect(
          new Big(roundedText(value, decimals)).eq(new Big(a).round(decimals, Big.roundHalfUp)) ||
            isWhole(value),
        ).toBe(true)
      }),
    )
  })

  it('a text prints back as the shortest writing of the same number', () => {
    fc.assert(
      fc.property(anyDecimal, (a) => {
        expect(roundedText(fraction(a), 20)).toBe(plainText(a))
      }),
    )
    expect(plainText('05.10')).toBe('5.1')
    expect(plainText('-0.0')).toBe('0')
  })

  it('crosses from small to big numbers without a seam', () => {
    const edge = String(Number.MAX_SAFE_INTEGER)
    expect(roundedText(plus(fraction(edge), fraction('1')))).toBe('9007199254740992')
    expect(roundedText(times(fraction(edge), fraction(edge)))).toBe('81129638414606663681390495662081')
    expect(wholePart(over(fraction('435310000000000'), fraction('0.0001')))).toBe(4_353_100_000_000_000_000n)
  })

  it('refuses what is no plain decimal, and division by zero', () => {
    for (const text of ['', '1,5', '1e5', ' 1', '.5', '5.', 'NaN']) {
      expect(() => fraction(text)).toThrow('not a plain decimal')
    }
    expect(() => over(fraction('1'), fraction('0.00'))).toThrow('division by zero')
  })
})
