/** Blocs (khối, cụm thi đua): labels, dated members, heads and deputies, two layers of rules. */
export * from './labels.ts'
export * from './leadership.ts'
export * from './membership.ts'
export * from './poll-by-rules.ts'
export * from './rule-catalogue.ts'
export * from './rules.ts'
