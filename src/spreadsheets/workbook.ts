import type { IsoDate } from '../domain/vietnamese/index.ts'

/** What stands in a cell: words, a figure in plain decimals ("9105.326"), a day, or nothing. */
export type CellContent = string | { readonly figure: string } | { readonly day: IsoDate } | null

/** One column of a sheet. */
export type SheetColumn = {
  readonly title: string
  /** In characters of the usual letter size. */
  readonly width: number
  /** Figures and days stand right. */
  readonly kind?: 'words' | 'figure' | 'day'
  /** Answers offered in a list; others may be typed where the import understands them. */
  readonly choices?: readonly string[]
  /** Shown beside a cell that is chosen. */
  readonly hint?: string
  /** To be filled in: stays open when the sheet is locked, and has a light ground. */
  readonly open?: boolean
}

/** How a line stands out; nothing is typed into a heading. */
export type SheetRowKind = 'group' | 'total'

export type SheetRow = { readonly cells: readonly CellContent[]; readonly kind?: SheetRowKind }

/** A picture under the table. */
export type SheetPicture = {
  readonly png: Uint8Array
  readonly width: number
  readonly height: number
  /** What it shows, for those who cannot see it. */
  readonly words: string
}

/** One sheet, ready to be written: title, table with a head that repeats on each printed page, notes. */
export type SheetModel = {
  readonly name: string
  readonly title: string
  /** Sentences between title and table. */
  readonly lead?: readonly string[]
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly SheetRow[]
  /** Sentences under the table: sources, marks. */
  readonly notes?: readonly string[]
  readonly pictures?: readonly SheetPicture[]
  readonly orientation?: 'portrait' | 'landscape'
  /** Only open columns can be changed; there is no password, so whoever must can unlock it. */
  readonly locked?: boolean
  /** Empty lines kept open under the rows. */
  readonly spareRows?: number
}

export type WorkbookModel = { readonly title: string; readonly sheets: readonly SheetModel[] }

/** The media type of a workbook. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
