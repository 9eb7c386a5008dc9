import { z } from 'zod'
import { type ComparisonRecord, comparisonRecord, parseComparison } from '../domain/results/index.ts'
import { parseQuantity } from '../domain/vietnamese/index.ts'

/** A figure as typed: number, range or x/y, with whatever unit, bound and estimate stood around it. */
export type TypedQuantity = {
  readonly value: string
  readonly valueMax: string | null
  readonly total: string | null
  /** '' when only the number was typed. */
  readonly unitOfMeasure: string
  readonly bound: 'over' | 'under' | 'about' | null
  /** The word of the bound: "hơn". */
  readonly qualifier: string
  readonly isEstimate: boolean
}

/** A figure typed as reports print it ("ước đạt trên 3.720 triệu USD", "03/04"), or null when left empty. */
export function optionalQuantity() {
  return typed.transform((text, context): TypedQuantity | null => {
    if (text.trim() === '') return null
    const read = parseQuantity(text)
    if (!read.ok) {
      const [suggestion] = read.error.suggestions
      const code = suggestion ? 'number_unclear' : 'number_unreadable'
      context.addIssue({ code: 'custom', message: [code, text.trim(), suggestion].filter(Boolean).join('|') })
      return z.NEVER
    }
    const { value, valueMax, total, unit, bound, boundWord, estimate } = read.value
    return {
      value: value.toFixed(),
      valueMax: valueMax?.toFixed() ?? null,
      total: total?.toFixed() ?? null,
      unitOfMeasure: unit ?? '',
      bound: bound ?? null,
      qualifier: boundWord ?? '',
      isEstimate: estimate,
    }
  })
}

/** Comparisons as reports print them, one a line: "tăng 12,5% so với năm 2020". */
export function comparisons() {
  return typed.transform((text, context): readonly ComparisonRecord[] => {
    const found: ComparisonRecord[] = []
    for (const line of text.split(/[\n;]/)) {
      if (line.trim() === '') continue
      const read = parseComparison(line)
      if (read.ok) found.push(comparisonRecord(read.value))
      else context.addIssue({ code: 'custom', message: `comparison_unreadable|${line.trim()}` })
    }
    return found
  })
}

const typed = z.preprocess((value) => (Array.isArray(value) ? value[0] : (value ?? '')), z.string('required'))
