/** Largest file that is read into facts, in bytes; uploads have a limit of their own. */
export const LARGEST_READ = 30 * 1024 * 1024

/** Most that the packed parts of a file may unfold to, in bytes. */
export const LARGEST_UNPACKED = 120 * 1024 * 1024

/** Most text kept from one file, in UTF-16 units; a year's report has a few hundred thousand. */
export const LONGEST_TEXT = 20_000_000

/** Deepest nesting of elements: real papers stay far below. */
export const DEEPEST_NESTING = 400

/** Longest a PDF may take, in milliseconds. */
export const LONGEST_READING_MS = 20_000
