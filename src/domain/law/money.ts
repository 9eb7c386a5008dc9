import Big from 'big.js'
import type { AwardCode, Recipient } from '../awards/catalogue.ts'
import { type Instrument, type LawRow, lawInForce, markOn } from './law.ts'
import type { Mark } from './mark.ts'

/** Money of an award as a multiple of the base salary (lương cơ sở), a decimal string. */
export type MoneyRow = LawRow & {
  readonly award: AwardCode
  readonly recipient: Recipient
  readonly multiple: string
}

/** The base salary in đồng for a time, a decimal string. */
export type BaseSalaryRow = LawRow & { readonly dong: string }

/** The money that goes with an award on a day. */
export type AwardMoney = {
  readonly multiple: string
  readonly baseSalary: string
  /** Exact, in đồng. */
  readonly dong: string
  readonly mark: Mark
  readonly money: MoneyRow
  readonly salary: BaseSalaryRow
}

/**
 * Multiple × base salary on the day of the decision; null when one of the two is not known for that day. The result is
 * only as sure as the less sure of the two rows.
 *
 * @example
 * awardMoney(rows, 'co_chinh_phu', 'collective', '2026-11-21')?.dong // '30360000'
 */
export function awardMoney(
  rows: {
    readonly money: readonly MoneyRow[]
    readonly baseSalaries: readonly BaseSalaryRow[]
    readonly instruments: readonly Instrument[]
  },
  award: AwardCode,
  recipient: Recipient,
  decidedOn: string,
): AwardMoney | null {
  const money = lawInForce(rows.money, decidedOn).find(
    (row) => row.award === award && row.recipient === recipient,
  )
  const [salary] = lawInForce(rows.baseSalaries, decidedOn)
  if (money === undefined || salary === undefined) return null
  const marks = [money, salary].map((row) => markOn(row, rows.instruments, decidedOn))
  return {
    multiple: money.multiple,
    baseSalary: salary.dong,
    dong: new Big(money.multiple).times(salary.dong).toFixed(),
    mark: marks.find((mark) => mark !== 'confirmed') ?? 'confirmed',
    money,
    salary,
  }
}
