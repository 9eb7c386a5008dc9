import Big from 'big.js'
import { describe, expect, it } from 'vitest'
import { figureSentence, sharedName } from './sentence.ts'

describe('one indicator in two currencies', () => {
  it('is one sentence: vốn cấp mới và tăng thêm 376,958 triệu USD và 9.105,326 tỷ đồng', () => {
    const name = sharedName('vốn cấp mới và tăng thêm (ngoại tệ)', 'vốn cấp mới và tăng thêm (nội tệ)')
    expect(
      figureSentence({
        name,
        figure: { value: new Big('376.958'), unit: 'triệu USD' },
        otherCurrency: { value: new Big('9105.326'), unit: 'tỷ đồng' },
        comparisons: [],
      }),
    ).toBe('Vốn cấp mới và tăng thêm: 376,958 triệu USD và 9.105,326 tỷ đồng')
  })

  it('keeps its name where the two names share none', () => {
    expect(sharedName('Vốn ngoại tệ', 'Vốn nội tệ')).toBe('Vốn ngoại tệ')
    expect(sharedName('Vốn đầu tư', 'Vốn đầu tư')).toBe('Vốn đầu tư')
  })
})
