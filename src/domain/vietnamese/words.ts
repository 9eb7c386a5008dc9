import Big from 'big.js'

/**
 * A number in Vietnamese words, lower case, with the official readings linh, mốt, tư, lăm. Decimals are read
 * digit by digit after "phẩy". Exact at any size: above 10⁹ the word "tỷ" repeats.
 *
 * @param value exact number or plain notation ("9105")
 * @example numberInWords('9105') // 'chín nghìn một trăm linh năm'
 * @example numberInWords('-3.05') // 'âm ba phẩy không năm'
 */
export function numberInWords(value: Big | string): string {
  const [whole = '0', decimals = ''] = new Big(value).abs().toFixed().split('.')
  const spoken = [wholeInWords(whole)]
  if (decimals) spoken.push('phẩy', ...decimals.split('').map(digitName))
  return (new Big(value).lt(0) ? 'âm ' : '') + spoken.join(' ')
}

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const
const GROUP_NAMES = ['', 'nghìn', 'triệu'] as const

function digitName(digit: string): string {
  return DIGITS[Number(digit)] ?? ''
}

function wholeInWords(digits: string): string {
  return /^0+$/.test(digits) ? 'không' : billionsInWords(digits, false).join(' ')
}

/** The digits left of the last nine count billions and are read the same way, however many they are. */
function billionsInWords(digits: string, follows: boolean): readonly string[] {
  if (digits.length <= 9) return belowBillion(digits.padStart(9, '0'), follows)
  const billions = billionsInWords(digits.slice(0, -9), follows)
  const rest = belowBillion(digits.slice(-9), true)
  return billions.length === 0 ? rest : [...billions, 'tỷ', ...rest]
}

/** @param follows whether higher digits were spoken, so that a small group needs "không trăm" */
function belowBillion(nineDigits: string, follows: boolean): readonly string[] {
  const words: string[] = []
  for (const [index, power] of [2, 1, 0].entries()) {
    const group = nineDigits.slice(index * 3, index * 3 + 3)
    if (group === '000') continue
    words.push(...groupInWords(group, follows || words.length > 0))
    const name = GROUP_NAMES[power]
    if (name) words.push(name)
  }
  return words
}

function groupInWords(group: string, follows: boolean): readonly string[] {
  const [hundreds = '0', tens = '0', units = '0'] = group
  const words: string[] = []
  if (hundreds !== '0' || follows) words.push(digitName(hundreds), 'trăm')
  if (tens === '0' && units !== '0' && words.length > 0) words.push('linh')
  if (tens === '1') words.push('mười')
  if (tens > '1') words.push(digitName(tens), 'mươi')
  if (units !== '0') words.push(unitName(tens, units))
  return words
}

function unitName(tens: string, units: string): string {
  if (units === '5' && tens !== '0') return 'lăm'
  if (units === '1' && tens > '1') return 'mốt'
  if (units === '4' && tens > '1') return 'tư'
  return digitName(units)
}
