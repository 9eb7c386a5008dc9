import Big from 'big.js'
import { type Target, targetStatement } from '../../domain/targets/index.ts'
import type { Lang } from '../../i18n/words.ts'
import type { DriveTargetRow } from './drives.store.ts'

/** The aim of a target in words: as printed in its paper, else from its numbers. */
export function aimOf(row: DriveTargetRow, lang: Lang): string {
  if (row.printed !== '') return row.printed
  const target = targetOf(row)
  return target ? targetStatement(target, lang) : ''
}

function targetOf(row: DriveTargetRow): Target | undefined {
  const unit = row.unitOfMeasure
  if (row.kind === 'yes_no') return { kind: 'yes_no' }
  if (row.kind === 'not_assigned') return { kind: 'not_assigned' }
  if (row.kind === 'by_date') return row.byDate ? { kind: 'by_date', date: row.byDate } : undefined
  if (row.value === null) return undefined
  const value = new Big(row.value)
  switch (row.kind) {
    case 'at_least':
      return { kind: 'at_least', value, unit, inclusive: !row.strict }
    case 'at_most':
      return { kind: 'at_most', value, unit, inclusive: !row.strict }
    case 'range':
      return row.valueMax ? { kind: 'range', min: value, max: new Big(row.valueMax), unit } : undefined
    case 'growth': {
      const base = row.baseValue ? { base: new Big(row.baseValue) } : {}
      const baseName = row.baseYear ? { baseName: String(row.baseYear) } : {}
      return { kind: 'growth', percent: value, unit, ...base, ...baseName }
    }
    default:
      return undefined
  }
}
