import { describe, expect, it } from 'vitest'
import type { FigureRecord } from '../results/index.ts'
import { completion, type TargetRecord, targetOf, targetResultOf, targetStatement } from './index.ts'

const empty: TargetRecord = {
  kind: 'at_least',
  strict: false,
  value: null,
  valueMax: null,
  byDate: null,
  baseValue: null,
  baseYear: null,
  unitOfMeasure: '',
}
const figure: FigureRecord = {
  value: '1463',
  valueMax: null,
  total: null,
  unitOfMeasure: 'ha',
  isEstimate: false,
  bound: null,
  qualifier: '',
  asOf: null,
  outsidePlan: false,
}

describe('a stored target', () => {
  it.each<[Partial<TargetRecord>, string]>([
    [{ value: '44462', unitOfMeasure: 'tỷ đồng' }, '≥ 44.462 tỷ đồng'],
    [{ value: '100', strict: true, unitOfMeasure: 'nhãn hiệu' }, 'trên 100 nhãn hiệu'],
    [{ kind: 'at_most', value: '5', strict: true, unitOfMeasure: '%' }, 'dưới 5%'],
    [{ kind: 'range', value: '95', valueMax: '105', unitOfMeasure: '%' }, 'từ 95% đến 105%'],
    [{ kind: 'by_date', byDate: '2021-12-31', strict: true }, 'trước 31/12/2021'],
    [{ kind: 'by_date', byDate: '2021-12-31' }, 'chậm nhất ngày 31/12/2021'],
    [{ kind: 'growth', value: '18', baseYear: 2020, unitOfMeasure: 'tỷ đồng' }, 'tăng 18% so với năm 2020'],
    [{ kind: 'level', value: '3' }, 'hoàn thành tốt nhiệm vụ'],
    [{ kind: 'yes_no' }, 'có thực hiện'],
    [{ kind: 'not_assigned' }, 'không giao'],
  ])('%j says %s', (record, words) => {
    expect(targetStatement(targetOf({ ...empty, ...record }, 'up'))).toBe(words)
  })

  it.each<[Partial<TargetRecord>, Partial<FigureRecord> | undefined, string]>([
    [{ value: '1498.3', unitOfMeasure: 'ha' }, {}, 'missed'],
    [{ value: '1498.3', unitOfMeasure: 'ha' }, undefined, 'no_result'],
    [{ value: '1498.3', unitOfMeasure: 'ha' }, { value: null }, 'not_comparable'],
    [{ value: '1000', unitOfMeasure: 'ha' }, { outsidePlan: true }, 'not_comparable'],
    [{ kind: 'by_date', byDate: '2021-12-31' }, { asOf: '2021-12-30' }, 'met'],
    [{ kind: 'by_date', byDate: '2021-12-31' }, {}, 'not_comparable'],
    [{ kind: 'yes_no' }, { value: '0' }, 'missed'],
    [{ kind: 'yes_no' }, { value: '1' }, 'met'],
    [{ kind: 'level', value: '3' }, { value: '4' }, 'exceeded'],
    [{ kind: 'growth', value: '10', baseValue: '1000', unitOfMeasure: 'ha' }, {}, 'exceeded'],
    [{ kind: 'not_assigned' }, {}, 'not_assigned'],
  ])('%j against %j is %s', (target, result, verdict) => {
    const record = { ...empty, ...target }
    const reported = result && { ...figure, ...result }
    expect(completion(targetOf(record, 'up'), targetResultOf(reported, record.kind)).verdict).toBe(verdict)
  })

  it('below an upper bound exceeds it only where lower is better', () => {
    const limit = { ...empty, kind: 'at_most', value: '2000', unitOfMeasure: 'ha' } as const
    const result = targetResultOf(figure, 'at_most')
    expect(completion(targetOf(limit, 'down'), result).verdict).toBe('exceeded')
    expect(completion(targetOf(limit, 'none'), result).verdict).toBe('met')
  })
})
