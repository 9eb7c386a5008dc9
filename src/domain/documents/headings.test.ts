import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { heading } from './blocks.ts'
import { headingLabel, outlineDepths, paragraphLabel, romanNumeral } from './headings.ts'

describe('structure of a paper', () => {
  it('labels phần, chương, mục, điều and khoản', () => {
    expect(headingLabel('part', 1)).toBe('Phần I')
    expect(headingLabel('chapter', 4)).toBe('Chương IV')
    expect(headingLabel('section', 2)).toBe('Mục 2')
    expect(headingLabel('group', 9)).toBe('IX.')
    expect(headingLabel('article', 5)).toBe('Điều 5.')
    expect(headingLabel('clause', 3)).toBe('3.')
  })

  it('letters points with the Vietnamese alphabet, đ included', () => {
    expect([1, 2, 3, 4, 5, 6].map((n) => paragraphLabel('point', n))).toEqual([
      'a)',
      'b)',
      'c)',
      'd)',
      'đ)',
      'e)',
    ])
    expect(paragraphLabel('clause', 2)).toBe('2.')
  })

  it('leaves no gap in the outline when levels are skipped', () => {
    const depths = outlineDepths([heading('group', 1, 'a'), heading('clause', 1, 'b')])
    expect([...depths]).toEqual([
      ['group', 1],
      ['clause', 2],
    ])
  })

  it('writes Roman numerals that read back to the same number', () => {
    const values: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 }
    const read = (roman: string) => {
      const signs = [...roman].map((sign) => values[sign] ?? 0)
      return signs.reduce((sum, value, i) => sum + (value < (signs[i + 1] ?? 0) ? -value : value), 0)
    }
    fc.assert(fc.property(fc.integer({ min: 1, max: 3999 }), (n) => read(romanNumeral(n)) === n))
    expect(romanNumeral(1994)).toBe('MCMXCIV')
  })
})
