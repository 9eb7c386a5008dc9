/** Pledges (giao ước thi đua): versions, signatures, changes after signing. */
export * from './change.ts'
export * from './pledge.ts'
