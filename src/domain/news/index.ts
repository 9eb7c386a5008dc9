/** News of a bloc (tin hoạt động cụm, khối thi đua): drafts from the records, and what to look at before publishing. */
export * from './draft.ts'
