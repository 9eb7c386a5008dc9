/** Reading (đọc báo cáo): the text of a report or news item turned into facts, each with the place it was read at. */
export { readReport } from './reading.ts'
export * from './reading.types.ts'
