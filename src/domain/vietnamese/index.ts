/**
 * Vietnamese notation, read and printed exactly: numbers, quantities with their units, percentages, dates,
 * periods, words, and the keys by which names and texts are compared.
 */
export * from './bounds.ts'
export * from './calendar.ts'
export * from './dates.ts'
export * from './numbers.ts'
export * from './periods.ts'
export * from './quantities.ts'
export * from './text.ts'
export * from './units.ts'
export * from './words.ts'
