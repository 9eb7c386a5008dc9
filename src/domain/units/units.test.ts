import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  aliveOn,
  forebearsOn,
  lifeFaults,
  nameOn,
  successorsOn,
  type UnitEvent,
  unitKindLabels,
  unitKinds,
  yearOfUnit,
} from './index.ts'

const reform = '2025-03-01'
const events: readonly UnitEvent[] = [
  { kind: 'founded', unitId: 'so-nn', on: '1996-01-01', name: 'Sở Nông nghiệp và Phát triển nông thôn' },
  { kind: 'founded', unitId: 'so-tnmt', on: '2003-01-01', name: 'Sở Tài nguyên và Môi trường' },
  { kind: 'founded', unitId: 'so-nnmt', on: reform, name: 'Sở Nông nghiệp và Môi trường' },
  {
    kind: 'merged_into',
    unitId: 'so-nn',
    on: reform,
    successorId: 'so-nnmt',
    basis: 'Nghị quyết của HĐND tỉnh',
  },
  { kind: 'merged_into', unitId: 'so-tnmt', on: reform, successorId: 'so-nnmt' },
  { kind: 'founded', unitId: 'so-buu-chinh', on: '2004-01-01', name: 'Sở Bưu chính, Viễn thông' },
  { kind: 'renamed', unitId: 'so-buu-chinh', on: '2008-03-01', name: 'Sở Thông tin và Truyền thông' },
  { kind: 'founded', unitId: 'so-cu', on: '2000-01-01', name: 'Sở cũ' },
  { kind: 'split_from', unitId: 'a', on: '2010-01-01', originId: 'so-cu' },
  { kind: 'split_from', unitId: 'so-nn', on: '2010-01-01', originId: 'so-cu' },
  { kind: 'dissolved', unitId: 'so-cu', on: '2010-01-01' },
  { kind: 'founded', unitId: 'a', on: '2010-01-01', name: 'A' },
  { kind: 'split_from', unitId: 'phong', on: '2015-01-01', originId: 'a' },
  { kind: 'founded', unitId: 'ban', on: '2000-01-01', name: 'Ban' },
  { kind: 'dissolved', unitId: 'ban', on: '2025-07-01' },
]

describe('the life of a unit', () => {
  test('history keeps the name of its year', () => {
    expect(nameOn(events, 'so-buu-chinh', '2007-12-31')).toBe('Sở Bưu chính, Viễn thông')
    expect(nameOn(events, 'so-buu-chinh', '2008-03-01')).toBe('Sở Thông tin và Truyền thông')
    expect(nameOn(events, 'so-nn', '2026-01-01')).toBe('Sở Nông nghiệp và Phát triển nông thôn')
    expect(nameOn(events, 'so-nn', '1990-01-01')).toBe('Sở Nông nghiệp và Phát triển nông thôn')
    expect(nameOn(events, 'unknown', '2026-01-01')).toBeNull()
  })

  test('a unit lives until the day before it merges', () => {
    expect(aliveOn(events, 'so-nn', '2025-02-28')).toBe(true)
    expect(aliveOn(events, 'so-nn', reform)).toBe(false)
    expect(aliveOn(events, 'so-nnmt', '2025-02-28')).toBe(false)
    expect(aliveOn(events, 'so-nnmt', reform)).toBe(true)
    expect(aliveOn(events, 'unknown', reform)).toBe(false)
  })

  test('successors are followed through splits and mergers', () => {
    expect(successorsOn(events, 'so-cu', '2012-01-01').unitIds).toEqual(['a', 'so-nn'])
    const later = successorsOn(events, 'so-cu', '2026-01-01')
    expect(later.unitIds).toEqual(['a', 'so-nnmt'])
    expect(later.via.map((event) => event.kind)).toEqual(['dissolved', 'merged_into'])
    expect(successorsOn(events, 'ban', '2026-01-01').unitIds).toEqual([])
  })

  test('a unit from which another was split off goes on', () => {
    expect(aliveOn(events, 'a', '2016-01-01')).toBe(true)
    expect(successorsOn(events, 'a', '2016-01-01').unitIds).toEqual(['a'])
    expect(forebearsOn(events, 'phong', '2016-01-01')).toEqual(['a', 'so-cu'])
  })

  test('a merged unit brings the records of those that went into it', () => {
    expect(forebearsOn(events, 'so-nnmt', '2026-01-01')).toEqual(['so-nn', 'so-tnmt', 'so-cu'])
    expect(forebearsOn(events, 'so-nnmt', '2025-02-28')).toEqual([])
  })

  test('faults in the records are named', () => {
    const faulty: UnitEvent[] = [
      { kind: 'founded', unitId: 'x', on: '2020-01-01', name: 'X' },
      { kind: 'founded', unitId: 'x', on: '2021-01-01', name: 'X' },
      { kind: 'renamed', unitId: 'x', on: '2019-01-01', name: 'Y' },
      { kind: 'merged_into', unitId: 'x', on: '2022-01-01', successorId: 'x' },
      { kind: 'renamed', unitId: 'x', on: '2023-01-01', name: 'Z' },
    ]
    expect(lifeFaults(faulty, 'x')).toEqual([
      'founded_twice',
      'event_before_founding',
      'event_after_end',
      'own_successor',
    ])
    expect(lifeFaults(events, 'so-nn')).toEqual([])
  })

  test('no tangle of mergers makes the walk endless, and who carries on is alive', () => {
    const ids = ['a', 'b', 'c', 'd']
    const merger = fc.record({
      kind: fc.constant('merged_into' as const),
      unitId: fc.constantFrom(...ids),
      on: fc.constantFrom('2020-01-01', '2021-01-01'),
      successorId: fc.constantFrom(...ids),
    })
    const founded = ids.map(
      (unitId): UnitEvent => ({ kind: 'founded', unitId, on: '2000-01-01', name: unitId }),
    )
    fc.assert(
      fc.property(fc.array(merger), (mergers) => {
        const all = [...founded, ...mergers]
        for (const id of successorsOn(all, 'a', '2022-01-01').unitIds) {
          expect(aliveOn(all, id, '2022-01-01')).toBe(true)
        }
      }),
    )
  })
})

describe('unit-merges-within-the-year', () => {
  test('its targets, pledge and scores pass to the successor with a reason', () => {
    expect(yearOfUnit(events, 'so-nn', '2025-11-29')).toMatchObject({
      outcome: 'passes_on',
      on: reform,
      toUnitId: 'so-nnmt',
    })
    const year = yearOfUnit(events, 'so-nn', '2025-11-29')
    expect(year.outcome === 'passes_on' && year.reason.vi).toBe(
      'đơn vị hợp nhất từ ngày 01/03/2025 (Nghị quyết của HĐND tỉnh); đơn vị kế thừa tiếp nhận',
    )
  })

  test('they stay, are divided by hand, or close', () => {
    expect(yearOfUnit(events, 'so-nn', '2022-11-29')).toEqual({ outcome: 'stays' })
    expect(yearOfUnit(events, 'so-cu', '2010-12-01')).toMatchObject({
      outcome: 'to_be_divided',
      among: ['a', 'so-nn'],
    })
    expect(yearOfUnit(events, 'ban', '2025-11-29')).toMatchObject({ outcome: 'closes', on: '2025-07-01' })
  })
})

test('every kind of unit has its words in both languages', () => {
  expect(unitKinds.every((kind) => unitKindLabels[kind].vi !== '' && unitKindLabels[kind].en !== '')).toBe(
    true,
  )
})
