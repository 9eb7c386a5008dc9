/** Eligibility: bars, candidates from ranking, registration and vote, and departures with their reasons. */
export * from './bars.ts'
export * from './candidates.ts'
export * from './conditions.ts'
export * from './proposals.ts'
export * from './reasons.ts'
