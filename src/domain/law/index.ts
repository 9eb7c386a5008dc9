/** Law as dated data: what is in force on a day, what a paper cites, money, thresholds of councils. */
export * from './council.ts'
export * from './law.ts'
export * from './legal-basis.ts'
export * from './mark.ts'
export * from './money.ts'
