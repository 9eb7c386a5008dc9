import { describe, expect, it } from 'vitest'
import { printSymbol, symbolInText } from './symbol.ts'

describe('number and symbol', () => {
  it('prints type code and office after the number', () => {
    expect(printSymbol('QĐ', { number: 45, organ: 'UBND' })).toBe('Số: 45/QĐ-UBND')
    expect(printSymbol('TTr', { number: 252, organ: 'SNV' })).toBe('Số: 252/TTr-SNV')
    expect(printSymbol('BC', { number: 129, organ: 'SCT' })).toBe('Số: 129/BC-SCT')
  })

  it('puts a 0 before numbers below 10', () => {
    expect(printSymbol('BC', { number: 7, organ: 'SCT' })).toBe('Số: 07/BC-SCT')
    expect(printSymbol('BC', { number: 10, organ: 'SCT' })).toBe('Số: 10/BC-SCT')
  })

  it('prints no type code on a letter', () => {
    expect(printSymbol('letter', { number: 123, organ: 'UBND-VP' })).toBe('Số: 123/UBND-VP')
  })

  it('leaves room where the number is not known yet', () => {
    expect(printSymbol('BC', { number: null, organ: 'SCT' })).toBe('Số:       /BC-SCT')
    expect(symbolInText('BC', { number: null, organ: 'SCT' })).toBe('…/BC-SCT')
  })
})
