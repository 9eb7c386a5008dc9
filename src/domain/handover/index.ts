/** Handover (bàn giao) of the head's duty. */
export * from './handover.ts'
