import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leaves, parseTable } from '../../../domain/scoring/index.ts'
import { readPastedLines } from './pasted-lines.ts'

function read(text: string) {
  const lines = readPastedLines(text, 'Bảng điểm')
  if (!lines.ok) return lines
  const table = parseTable(lines.value.table)
  if (!table.ok) throw new Error(table.error[0]?.path)
  return { ok: true as const, value: { ...lines.value, table: table.value } }
}

describe('a table from pasted lines', () => {
  it('puts I.1 below I, reads Vietnamese numbers and the usual rules', () => {
    const found = read(
      [
        'I; Nhiệm vụ chính trị; 60',
        'I.1; Thu ngân sách; 40,5; chỉ tiêu',
        'I.2; Cải cách; 19,5; chấm',
        'II; Hoạt động khối; 40; đạt',
        'T; Sáng kiến; 5; thưởng 2,5',
      ].join('\n'),
    )
    if (!found.ok) throw new Error('unreadable')
    expect(found.value.maximum).toBe('100')
    expect(
      leaves(found.value.table).map(({ code, maxPoints, side, method }) => [code, maxPoints, side, method]),
    ).toEqual([
      ['I.1', '40.5', 'normal', { kind: 'ratio', of: 'attainment' }],
      ['I.2', '19.5', 'normal', { kind: 'judgement' }],
      ['II', '40', 'normal', { kind: 'yesNo' }],
      ['T', '5', 'bonus', { kind: 'bonus', pointPerUnit: '2.5' }],
    ])
  })

  it('takes tabs as a spreadsheet pastes them', () => {
    expect(read('1\tThực hiện chỉ tiêu\t100\tchấm')).toMatchObject({ ok: true, value: { maximum: '100' } })
  })

  it.each([
    ['1; Chỉ có tên', 'pasted_needs_three'],
    ['1; Tên; nhiều; chấm', 'pasted_points_unreadable'],
    ['1; Tên; 5; theo cảm tính', 'pasted_rule_unknown'],
    ['1; Tên; 5\n1; Tên khác; 5', 'pasted_code_twice'],
  ])('says which line cannot be read: %s', (text, code) => {
    expect(read(text)).toMatchObject({ error: [{ code, line: text.split('\n').length }] })
  })

  it('keeps every line and sums the top ones, whatever the points', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 30 }), (points) => {
        const found = read(points.map((each, i) => `${i + 1}; Tiêu chí; ${each}`).join('\n'))
        if (!found.ok) throw new Error('unreadable')
        expect(leaves(found.value.table)).toHaveLength(points.length)
        expect(found.value.maximum).toBe(String(points.reduce((sum, each) => sum + each, 0)))
      }),
    )
  })
})
