/**
 * Drafts (dự thảo) that are sent round for comments: who said what, what silence counts as, what adoption still lacks.
 */
export * from './adoption.ts'
export * from './opinions.ts'
