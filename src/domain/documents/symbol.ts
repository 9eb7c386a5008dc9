import type { PaperSymbol } from './paper.ts'
import type { PaperCode } from './type-codes.ts'

/** Blank that leaves room to write a number by hand. */
const blank = '       '

/**
 * Number and symbol as printed (Nghị định 30/2020/NĐ-CP, Phụ lục I): a number below 10 has a leading 0, a letter
 * (công văn) has no code of type, a missing number leaves room.
 *
 * @example
 * printSymbol('BC', { number: 7, organ: 'SCT' }) // 'Số: 07/BC-SCT'
 * printSymbol('letter', { number: 123, organ: 'UBND-VP' }) // 'Số: 123/UBND-VP'
 * printSymbol('BC', { number: null, organ: 'SCT' }) // 'Số:       /BC-SCT'
 */
export function printSymbol(code: PaperCode, symbol: PaperSymbol): string {
  const number = symbol.number === null ? blank : ` ${String(symbol.number).padStart(2, '0')}`
  return `Số:${number}/${symbolTail(code, symbol.organ)}`
}

/**
 * Number and symbol inside a sentence, without "Số:".
 *
 * @example
 * symbolInText('TTr', { number: 252, organ: 'SNV' }) // '252/TTr-SNV'
 */
export function symbolInText(code: PaperCode, symbol: PaperSymbol): string {
  const number = symbol.number === null ? '…' : String(symbol.number).padStart(2, '0')
  return `${number}/${symbolTail(code, symbol.organ)}`
}

function symbolTail(code: PaperCode, organ: string): string {
  return code === 'letter' || code === 'form' ? organ : `${code}-${organ}`
}
