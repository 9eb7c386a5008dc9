import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, normaliseTones, sameName, slug } from './text.ts'

describe('tone placement', () => {
  it.each([
    ['hoà', 'hòa'],
    ['Hoà Bình', 'Hòa Bình'],
    ['HOÀ', 'HÒA'],
    ['Uỷ ban', 'Ủy ban'],
    ['thuỷ sản', 'thủy sản'],
    ['khoẻ', 'khỏe'],
    ['quý III', 'quý III'],
    ['QUỸ đầu tư', 'QUỸ đầu tư'],
    ['hoàn thành', 'hoàn thành'],
    ['tuyến', 'tuyến'],
    ['hòa', 'hòa'],
    ['h\u006fa\u0300', 'hòa'],
  ])('"%s" is written "%s"', (text, unified) => expect(normaliseTones(text)).toBe(unified))

  it('once unified stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(normaliseTones(normaliseTones(text))).toBe(normaliseTones(text))
      }),
    )
  })
})

describe('folding', () => {
  it('drops case, tones and the bar of đ', () => {
    expect(fold('Sở Khoa học và Công nghệ ĐẮK LẮK, Hoà Bình')).toBe(
      'so khoa hoc va cong nghe dak lak, hoa binh',
    )
  })

  it('keeps positions: every letter of a composed text gives one letter', () => {
    const text = 'Đề nghị tặng Cờ thi đua của Chính phủ ươưỡẫ'
    expect(fold(text)).toHaveLength(text.length)
  })

  it('makes addresses', () => {
    expect(slug('  Xếp hạng – năm 2025!')).toBe('xep-hang-nam-2025')
    expect(slug('…')).toBe('')
  })
})

describe('names', () => {
  it.each([
    ['SỞ  TÀI CHÍNH', 'Sở Tài chính'],
    ['Sở Văn hoá', 'Sở Văn hóa'],
    ['TT & TT', 'TT và TT'],
    ['Khối Kinh tế – Tổng hợp', 'khối kinh tế-tổng hợp'],
  ])('"%s" and "%s" are one', (a, b) => expect(sameName(a, b)).toBe(true))

  it.each([
    ['Hà', 'Hạ'],
    ['Sở Y tế', 'Sở Y'],
  ])('"%s" and "%s" are two', (a, b) => expect(sameName(a, b)).toBe(false))
})
