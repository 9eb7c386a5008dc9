import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineWidth, longestLineWidth, tinosDraws } from './tinos.ts'

describe('the font Tinos', () => {
  it('draws every Vietnamese letter and the signs of Vietnamese figures', () => {
    const letters = 'ăâđêôơưĂÂĐÊÔƠƯ ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ ₫%–—“”‘’…≥≤□'
    for (const letter of letters) expect(tinosDraws(letter.codePointAt(0) ?? 0)).toBe(true)
  })

  it('lacks emoji and Chinese letters', () => {
    for (const letter of '漢😀') expect(tinosDraws(letter.codePointAt(0) ?? 0)).toBe(false)
  })

  it('has the metrics of Times New Roman: digits of half an em, 250 units of space', () => {
    for (const face of ['regular', 'italic', 'bold', 'boldItalic'] as const) {
      expect(lineWidth('0', 72, face)).toBeCloseTo(12.7, 3)
      expect(lineWidth(' ', 72, face)).toBeCloseTo(25.4 / 4, 3)
    }
  })
})

describe('the longest line of a text', () => {
  it('is never wider than the room, nor than the whole text on one line', () => {
    const words = fc.array(fc.constantFrom('khối', 'thi', 'đua', 'kinh', 'tế'), {
      minLength: 1,
      maxLength: 12,
    })
    fc.assert(
      fc.property(words, fc.integer({ min: 20, max: 80 }), (parts, room) => {
        const text = parts.join(' ')
        const longest = longestLineWidth(text, 12, 'bold', room)
        expect(longest).toBeLessThanOrEqual(room)
        expect(longest).toBeLessThanOrEqual(lineWidth(text, 12, 'bold') + 1e-9)
      }),
    )
  })

  it('is the whole text where it fits', () => {
    expect(longestLineWidth('SỞ CÔNG THƯƠNG', 12, 'bold', 67)).toBe(lineWidth('SỞ CÔNG THƯƠNG', 12, 'bold'))
  })
})
