/** Units (đơn vị): their kinds and their life through mergers, splits and new names. */
export * from './kinds.ts'
export * from './life.ts'
export * from './within-year.ts'
