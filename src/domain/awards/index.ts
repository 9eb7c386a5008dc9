/** Awards (khen thưởng): the catalogue, printed names, and the way of a proposal to its outcome. */
export * from './catalogue.ts'
export * from './outcome.ts'
export * from './printed-name.ts'
