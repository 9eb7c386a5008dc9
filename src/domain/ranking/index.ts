/**
 * Ranking of an emulation bloc (xếp hạng, xếp loại): places, ties, bars, classes, what-if; each with its reasons.
 */
export * from './bars.ts'
export * from './candidate.ts'
export * from './classes.ts'
export * from './describe.ts'
export * from './explain.ts'
export * from './fingerprint.ts'
export * from './heat-map.ts'
export * from './outside.ts'
export * from './presets.ts'
export * from './rank.ts'
export * from './rules.ts'
export { explainTieStep, type TieBreak, type TieDecisions, type TieStep, tieBreakName } from './tie-break.ts'
export * from './what-if.ts'
