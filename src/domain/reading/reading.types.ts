/**
 * What the reader finds in a report: the facts of one text, each with the words it came from.
 * Offsets are UTF-16 indices into the text as it was given, `quote` is always `text.slice(start, end)`.
 * Numbers are exact decimal strings in plain notation ("9105.326").
 */

/** Place of a fact in the text as given. */
export interface Place {
  readonly quote: string
  readonly start: number
  readonly end: number
}

/** What a figure is compared with (so sánh): plan, last year, the same period, or something else. */
export interface Comparison {
  readonly kind: 'plan' | 'lastYear' | 'samePeriod' | 'other'
  /** Present: `percent` is a change. Absent: `percent` is a ratio to the base. */
  readonly direction?: 'up' | 'down' | 'same'
  readonly percent?: string
  readonly times?: string
  readonly amount?: string
  readonly amountUnit?: string
  readonly planValue?: string
  readonly base?: string
}

/** A figure (số liệu của một chỉ tiêu). */
export interface Indicator extends Place {
  readonly name: string
  readonly value: string
  readonly valueMax?: string
  readonly total?: string
  readonly unit: string
  readonly qualifier?: string
  readonly comparisons?: readonly Comparison[]
  readonly target?: boolean
  readonly period?: string
  readonly reportingUnit?: string
  readonly warnings?: readonly string[]
}

/** How far an award has come. */
export type AwardStatus = 'proposed' | 'submitted' | 'voted' | 'given' | 'target'

/** An award (hình thức khen thưởng, danh hiệu) with the units or persons named for it, or only their number. */
export interface Award extends Place {
  readonly kind: string
  readonly recipients: readonly string[]
  readonly count?: number
  readonly status: AwardStatus
}

/** Head or deputy of a bloc (Trưởng khối, Phó khối; Cụm trưởng, Cụm phó). */
export interface Head extends Place {
  readonly role: string
  readonly unit: string
  readonly forYear?: number
  readonly how: 'elected' | 'handover' | 'assigned' | 'current'
  readonly fromUnit?: string
}

/** A paper named in the text by its number. */
export interface DocumentMention extends Place {
  readonly number: string
  readonly date?: string
}

/** A day, or a span of days as "from/to", in ISO form. */
export interface DateMention extends Place {
  readonly iso: string
}

/** A doubt about the text, in words for the person who confirms. */
export interface ReadingWarning {
  readonly code: string
  readonly message: string
  readonly start?: number
  readonly end?: number
}

/** Everything read from one text. */
export interface Reading {
  readonly blocName: string | null
  /** The year under review, not the year of the meeting. */
  readonly year: number | null
  readonly province: string | null
  readonly units: readonly string[]
  readonly indicators: readonly Indicator[]
  readonly awards: readonly Award[]
  readonly heads: readonly Head[]
  readonly documents: readonly DocumentMention[]
  readonly dates: readonly DateMention[]
  readonly warnings: readonly ReadingWarning[]
}
