import fc from 'fast-check'
import { expect, it } from 'vitest'
import { numberInWords } from './words.ts'

it.each([
  ['0', 'không'],
  ['5', 'năm'],
  ['10', 'mười'],
  ['11', 'mười một'],
  ['14', 'mười bốn'],
  ['15', 'mười lăm'],
  ['20', 'hai mươi'],
  ['21', 'hai mươi mốt'],
  ['24', 'hai mươi tư'],
  ['25', 'hai mươi lăm'],
  ['101', 'một trăm linh một'],
  ['115', 'một trăm mười lăm'],
  ['9105', 'chín nghìn một trăm linh năm'],
  ['20000', 'hai mươi nghìn'],
  ['1000005', 'một triệu không trăm linh năm'],
  ['30360000', 'ba mươi triệu ba trăm sáu mươi nghìn'],
  ['435310000000', 'bốn trăm ba mươi lăm tỷ ba trăm mười triệu'],
  ['1001000000000', 'một nghìn không trăm linh một tỷ'],
  ['10000000001', 'mười tỷ không trăm linh một'],
  ['1e18', 'một tỷ tỷ'],
  ['-3.05', 'âm ba phẩy không năm'],
  ['0.5', 'không phẩy năm'],
])('%s is read "%s"', (value, words) => expect(numberInWords(value)).toBe(words))

it('two different whole numbers below a trillion never sound the same', () => {
  const number = fc.nat({ max: 999_999_999_999 }).map(String)
  fc.assert(fc.property(number, number, (a, b) => (numberInWords(a) === numberInWords(b)) === (a === b)))
})
