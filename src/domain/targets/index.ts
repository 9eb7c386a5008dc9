/** Targets (chỉ tiêu): their kinds, their words, and how far a result reaches them. */
export * from './completion.ts'
export * from './growth.ts'
export * from './record.ts'
export * from './series.ts'
export * from './statement.ts'
export * from './tally.ts'
export * from './target.ts'
export * from './words.ts'
