import type { PaperCode } from './type-codes.ts'

/**
 * How far a statement can be trusted; printed beside it.
 * `illustrative` minh họa · `unverified` chưa kiểm chứng · `habit` thông lệ, chưa có căn cứ.
 */
export type Mark = 'illustrative' | 'unverified' | 'habit'

/** A stretch of text in one style. With `mark`, the words of the mark follow the text in brackets. */
export interface Run {
  readonly text: string
  readonly bold?: boolean
  readonly italic?: boolean
  readonly mark?: Mark
}

/** Text of a paper: plain, or in runs where a part is bold, italic or marked. Line feeds start a new line. */
export type Words = string | readonly Run[]

/** Portrait (chiều đứng) unless a table needs the width of the sheet. */
export type Orientation = 'portrait' | 'landscape'

/**
 * Levels of the structure of a paper (Nghị định 30/2020/NĐ-CP, Phụ lục I): phần, chương, mục, điều, khoản,
 * and `group`, the "I. …" that reports use above "1. …".
 */
export type HeadingLevel = 'part' | 'chapter' | 'section' | 'group' | 'article' | 'clause'

/** A heading with a title of its own. `number: null` prints the title alone. */
export interface Heading {
  readonly kind: 'heading'
  readonly level: HeadingLevel
  readonly number: number | null
  readonly title: Words
}

/** A paragraph of the body. `plain` is justified with an indented first line; the others speak for themselves. */
export interface Paragraph {
  readonly kind: 'paragraph'
  readonly words: Words
  readonly align?: 'plain' | 'centre' | 'left'
}

/** A khoản ("1.") or điểm ("a)") that is running text, not a heading. */
export interface NumberedParagraph {
  readonly kind: 'numbered'
  readonly level: 'clause' | 'point'
  readonly number: number
  readonly words: Words
}

/** A list with dashes. */
export interface BulletList {
  readonly kind: 'list'
  readonly items: readonly Words[]
}

/** One column of a table: `width` is its share of the whole (any positive unit). */
export interface Column {
  readonly width: number
  readonly align: 'left' | 'centre' | 'right'
}

/** A cell; it may reach over `columns` columns and `rows` rows. */
export interface Cell {
  readonly words: Words
  readonly columns?: number
  readonly rows?: number
  readonly align?: Column['align']
}

/** A row of a table; `strong` prints it bold (a total, a group). */
export interface Row {
  readonly cells: readonly Cell[]
  readonly strong?: boolean
}

/** A table. `head` repeats on every page that the table reaches. */
export interface Table {
  readonly kind: 'table'
  readonly caption?: string
  readonly columns: readonly Column[]
  readonly head: readonly Row[]
  readonly rows: readonly Row[]
  /** `small` (11 pt) for tables with many columns; otherwise 12 pt. */
  readonly size?: 'normal' | 'small'
}

/** One value of a chart: an exact decimal string ("1334.251"), or null where nothing was reported. */
export type ChartValue = string | null

/** A row of values of a chart with its name in the key. */
export interface ChartSeries {
  readonly name: string
  readonly values: readonly ChartValue[]
}

/**
 * A chart as data; the writers draw it. `bar` lies, `column` stands; `heat` puts the categories down, the series
 * across and shades each cell by its share of a hundred.
 */
export interface Chart {
  readonly shape: 'column' | 'bar' | 'line' | 'heat'
  readonly categories: readonly string[]
  readonly series: readonly ChartSeries[]
  /** Unit of measure, printed on the axis ("tỷ đồng"). */
  readonly unit: string | null
}

/** A chart in a paper, with the caption printed under it and the text read aloud instead of it. */
export interface Figure {
  readonly kind: 'figure'
  readonly chart: Chart
  readonly caption: string
  readonly alternative: string
  /** Height in millimetres; the width is that of the text. */
  readonly height?: number
}

/** What a body or an annex is made of. */
export type Block = Heading | Paragraph | NumberedParagraph | BulletList | Table | Figure

/** Blocks on sheets of their own, in their own orientation, in the middle of a body. */
export interface Sheet {
  readonly kind: 'sheet'
  readonly orientation: Orientation
  readonly blocks: readonly Block[]
}

/**
 * Who issues a paper. A bloc has no seal: it prints its own name under that of the superior agency, and takes
 * number and symbol from its head unit.
 */
export type Issuer =
  | { readonly kind: 'agency'; readonly superior: string | null; readonly name: string }
  | {
      readonly kind: 'bloc'
      readonly superior: string | null
      readonly name: string
      /** Abbreviation of the head unit ("SCT"), the only one whose symbol the paper may bear. */
      readonly headUnitSymbol: string
    }

/** Number and symbol: `number: null` leaves room to write it by hand; `organ` is "SCT", or "UBND-VP" on a letter. */
export interface PaperSymbol {
  readonly number: number | null
  readonly organ: string
}

/**
 * One line above a signature: TM. (for a collective), KT. (deputy for the head), TL. (by order),
 * TUQ. (authorised), Q. (acting), or the plain title.
 */
export type SignatureLine =
  | { readonly code: 'TM.' | 'KT.' | 'TL.' | 'TUQ.' | 'Q.'; readonly of: string }
  | { readonly title: string }

/** One signature: lines in capitals, an optional hint in italics, room to sign, the name without title or degree. */
export interface Signature {
  readonly lines: readonly SignatureLine[]
  readonly hint?: string
  /** Null leaves the name to be written by hand. */
  readonly name: string | null
  readonly mark?: Mark
}

/** How a unit has signed: on paper or on screen, on an ISO date. */
export interface Signed {
  readonly on: 'paper' | 'screen'
  readonly date: string
}

/** The signature of one unit in a paper that many sign. `signed: null` leaves room to sign. */
export interface UnitSignature {
  readonly unit: string
  /** Capacity of the signer: "Giám đốc", "KT. Giám đốc, Phó Giám đốc". */
  readonly capacity: string
  readonly name: string | null
  readonly signed: Signed | null
  readonly mark?: Mark
}

/** The foot of a paper: one signature, several side by side (minutes: secretary left, chair right), or many units. */
export type Signatures =
  | { readonly kind: 'one'; readonly signature: Signature }
  | { readonly kind: 'several'; readonly signatures: readonly Signature[] }
  | { readonly kind: 'units'; readonly rows: readonly UnitSignature[]; readonly leader: Signature | null }

/** A phụ lục; it starts on a new page and counts its own pages. */
export interface Annex {
  readonly title: string
  readonly orientation: Orientation
  readonly blocks: readonly Block[]
}

/**
 * A paper as plain data, in the parts of Nghị định 30/2020/NĐ-CP, Phụ lục I. It holds what is said, never how it
 * looks; `checkPaper` refuses wrong combinations, the writers print it as DOCX and PDF/A.
 */
export interface Paper {
  readonly code: PaperCode
  readonly issuer: Issuer
  /** Null for papers that bear no number (bản đăng ký, bảng tự chấm). */
  readonly symbol: PaperSymbol | null
  readonly place: string
  /** ISO date; null leaves room to write it by hand. */
  readonly date: string | null
  /** Tên loại ("Báo cáo"); null on a letter (công văn). */
  readonly name: string | null
  /** Trích yếu. */
  readonly subject: string
  /** Kính gửi. */
  readonly addressees: readonly string[]
  /** Căn cứ, without the closing ";" or ".". */
  readonly bases: readonly Words[]
  readonly orientation: Orientation
  readonly body: readonly (Block | Sheet)[]
  /** Whether "./." closes the text. */
  readonly endMark: boolean
  readonly signatures: Signatures
  /** Nơi nhận, without dash and ";". */
  readonly recipients: readonly string[]
  readonly annexes: readonly Annex[]
  /** Code by which anybody can ask whether a print is genuine; in the top margin of an issued paper. */
  readonly verification?: string
}
