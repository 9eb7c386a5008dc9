/** Quotas: award ceilings by the size of a bloc and the 20% share of Government flags. */
export * from './quotas.ts'
