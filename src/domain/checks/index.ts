/** Checks on the spot (kiểm tra): teams and whom they visit, who takes part how, minutes and signatures, corrections. */
export * from './corrections.ts'
export * from './minutes.ts'
export * from './parts.ts'
export * from './teams.ts'
export * from './visits.ts'
