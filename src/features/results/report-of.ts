import { periodOf } from '../../domain/vietnamese/index.ts'

/** The report a period belongs to; the first half and its quarters are reported at mid-year. */
export function reportOf(period: string): 'mid_report' | 'year_report' {
  const { kind, number } = periodOf(period)
  const first = (kind === 'half' && number === 1) || (kind === 'quarter' && number <= 2)
  return first || (kind === 'month' && number <= 6) ? 'mid_report' : 'year_report'
}
