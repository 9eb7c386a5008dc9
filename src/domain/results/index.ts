/** Results (kết quả): figures as reports print them, their comparisons, and what looks wrong about them. */
export * from './comparison.ts'
export * from './figure.ts'
export * from './findings.ts'
export * from './neighbours.ts'
export * from './plausibility.ts'
export { valueInUnitOf } from './scale.ts'
