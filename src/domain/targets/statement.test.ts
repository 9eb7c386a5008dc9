import Big from 'big.js'
import { expect, it } from 'vitest'
import { targetStatement } from './statement.ts'
import { tally } from './tally.ts'
import type { Target } from './target.ts'

it.each<[Target, string, string]>([
  [{ kind: 'at_least', value: new Big(44462), unit: 'tỷ đồng' }, '≥ 44.462 tỷ đồng', '≥ 44.462 tỷ đồng'],
  [{ kind: 'at_least', value: new Big('99.82'), unit: '%' }, '≥ 99,82%', '≥ 99,82%'],
  [{ kind: 'at_least', value: new Big(8), unit: '%/năm' }, '≥ 8%/năm', '≥ 8%/năm'],
  [{ kind: 'at_least', value: new Big(100), unit: '', inclusive: false }, 'trên 100', 'above 100'],
  [{ kind: 'at_most', value: new Big(5), unit: '%', inclusive: false }, 'dưới 5%', 'below 5%'],
  [{ kind: 'at_most', value: new Big(5), unit: '%' }, '≤ 5%', '≤ 5%'],
  [
    { kind: 'range', min: new Big('96.4'), max: new Big(128), unit: '%' },
    'từ 96,4% đến 128%',
    'from 96,4% to 128%',
  ],
  [{ kind: 'range', min: new Big(10), max: new Big(15), unit: 'ha' }, 'từ 10 đến 15 ha', 'from 10 to 15 ha'],
  [{ kind: 'by_date', date: '2021-12-31' }, 'trước 31/12/2021', 'before 31/12/2021'],
  [{ kind: 'by_date', date: '2021-12-31', inclusive: true }, 'chậm nhất ngày 31/12/2021', 'by 31/12/2021'],
  [{ kind: 'yes_no' }, 'có thực hiện', 'to be done'],
  [
    { kind: 'growth', percent: new Big(18), unit: 'triệu USD', baseName: 'năm 2020' },
    'tăng 18% so với năm 2020',
    'up 18% against năm 2020',
  ],
  [{ kind: 'growth', percent: new Big(-5), unit: 'vụ' }, 'giảm 5%', 'down 5%'],
  [
    { kind: 'level', level: 'hoàn thành tốt', ladder: ['hoàn thành tốt'] },
    'hoàn thành tốt',
    'hoàn thành tốt',
  ],
  [{ kind: 'not_assigned' }, 'không giao', 'not assigned'],
])('%j reads "%s", in English "%s"', (target, vi, en) => {
  expect(targetStatement(target)).toBe(vi)
  expect(targetStatement(target, 'en')).toBe(en)
})

it('verdicts are counted; what was not assigned is no target', () => {
  expect(
    tally(['exceeded', 'exceeded', 'met', 'missed', 'no_result', 'not_assigned', 'not_comparable']),
  ).toEqual({
    exceeded: 2,
    met: 1,
    missed: 1,
    noResult: 1,
    notComparable: 1,
    notAssigned: 1,
    assigned: 6,
    reached: 3,
  })
})
