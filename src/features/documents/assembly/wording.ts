import { printDate, printNumber } from '../../../domain/vietnamese/index.ts'

/** A text with its first letter small, for the middle of a sentence. */
export function lowered(text: string): string {
  return text.slice(0, 1).toLocaleLowerCase('vi') + text.slice(1)
}

/** A text with its first letter capital. */
export function raised(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase('vi') + text.slice(1)
}

/** A text with a full stop, unless it ends with a sign of its own. */
export function stopped(text: string): string {
  return /[.;!?…]$/.test(text) ? text : `${text}.`
}

/** " ngày 08/01/2021", or nothing when the day is not known. */
export function onDay(date: string | null): string {
  return date === null ? '' : ` ngày ${printDate(date)}`
}

/** A count as papers print it: below 10 with a leading 0. */
export function counted(number: number): string {
  return printNumber(String(number), { leadingZero: true })
}

/** "Nguyễn Văn A, Giám đốc" → name and capacity; both may be typed in one field. */
export function nameAndCapacity(text: string): { readonly name: string; readonly capacity: string } {
  const [name = '', ...rest] = text.split(',')
  return { name: name.trim(), capacity: rest.join(',').trim() }
}
