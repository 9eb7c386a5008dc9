import Big from 'big.js'
import { describe, expect, it } from 'vitest'
import { type Entry, parseTable, rollUp } from '../scoring/index.ts'
import { depthOf, type HeatCell, heatMap } from './index.ts'

const judged = { kind: 'judgement' }
const parsed = parseTable({
  code: 't',
  name: 't',
  maximum: 100,
  penaltyMaximum: 10,
  children: [
    { code: 'I', name: 'Tổ chức', maxPoints: 20, method: judged },
    {
      code: 'II',
      name: 'Thực hiện',
      maxPoints: 80,
      children: [
        { code: 'II.1', name: 'a', maxPoints: 40, method: judged },
        { code: 'II.2', name: 'b', maxPoints: 40, method: judged },
      ],
    },
    { code: 'P', name: 'Trừ', maxPoints: 10, side: 'penalty', method: { kind: 'penalty', pointPerUnit: 2 } },
  ],
})
if (!parsed.ok) throw new Error('table')
const table = parsed.value

function unit(points: Readonly<Record<string, string | null>>) {
  const entries = Object.entries(points).map(([code, value]): [string, Entry] => [
    code,
    value === null ? { state: 'notAssigned' } : { state: 'scored', points: new Big(value) },
  ])
  return { unit: 'u', score: rollUp(table, new Map(entries)) }
}

const said = (cell: HeatCell) =>
  cell.state === 'scored' ? `${cell.points.toFixed()} ${cell.percent.toFixed()}% ${cell.shade}` : cell.state

describe('the heat map', () => {
  it('shows each unit over the sections, or over what is below them', () => {
    const units = [unit({ I: '19', 'II.1': '20', 'II.2': '34', P: '-4' })]
    const sections = heatMap(table, units, 1)
    expect(sections.columns.map(({ code, foldable }) => `${code} ${foldable}`)).toEqual([
      'I false',
      'II true',
      'P false',
    ])
    expect(sections.rows[0]?.cells.map(said)).toEqual(['19 95% 5', '54 67.5% 2', '-4 60% 2'])
    const below = heatMap(table, units, 2)
    expect(below.columns.map(({ code }) => code)).toEqual(['I', 'II.1', 'II.2', 'P'])
    expect(below.rows[0]?.cells.map(said)).toEqual(['19 95% 5', '20 50% 2', '34 85% 4', '-4 60% 2'])
    expect(heatMap(table, units, 1, 'II').columns.map(({ code }) => code)).toEqual(['II.1', 'II.2'])
    expect(depthOf(table.children)).toBe(2)
  })

  it('leaves "không giao" out of the maximum, and never shows a missing score as 0', () => {
    const [row] = heatMap(table, [unit({ I: '0', 'II.1': null, 'II.2': '40' })], 2).rows
    expect(row?.cells.map(said)).toEqual(['0 0% 1', 'notAssigned', '40 100% 5', 'missing'])
    const [above] = heatMap(table, [unit({ 'II.1': null, 'II.2': '40' })], 1).rows
    expect(above?.cells.map(said)).toEqual(['missing', '40 100% 5', 'missing'])
  })
})
