import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  awardByPrintedName,
  awardCodes,
  awardName,
  awards,
  hasOutcome,
  type OutcomeStep,
  outcomeOf,
  outcomeStates,
  outcomeSteps,
  type ProposalWay,
  takeStep,
} from './index.ts'

describe('the catalogue', () => {
  test('it lists the awards from the lowest to the highest', () => {
    const orders = awardCodes.map((code) => awards[code].order)
    expect(orders).toEqual([...orders].sort((a, b) => a - b))
    expect(new Set(orders).size).toBe(awardCodes.length)
    expect(awardCodes.every((code) => awards[code].code === code)).toBe(true)
  })

  test('a bloc chooses flags and certificates of the province, and proposes for the Government flag', () => {
    expect(awardCodes.filter((code) => awards[code].chosenByBloc)).toEqual([
      'bang_khen_chu_tich_tinh',
      'co_ubnd_tinh',
      'co_chinh_phu',
    ])
  })
})

describe('printed names', () => {
  test.each([
    ['Cờ thi đua của Chính phủ', 'co_chinh_phu'],
    ['Cờ thi đua của UBND tỉnh', 'co_ubnd_tinh'],
    ['Cờ thi đua của Ủy ban nhân dân tỉnh Bắc Kạn', 'co_ubnd_tinh'],
    ['Bằng khen của Chủ tịch UBND tỉnh', 'bang_khen_chu_tich_tinh'],
    ['Bằng khen của UBND tỉnh', 'bang_khen_chu_tich_tinh'],
    ['bằng  khen của Thủ tướng Chính phủ', 'bang_khen_thu_tuong'],
    ['danh hiệu “Tập thể lao động xuất sắc”', 'tap_the_lao_dong_xuat_sac'],
    ['Tập thể Lao động tiên tiến', 'ttldtt'],
    ['Chiến sỹ thi đua cấp tỉnh', 'cstd_tinh'],
    ['Chiến sĩ thi đua cơ sở', 'cstdcs'],
    ['Giấy khen của Giám đốc Sở Công Thương', 'giay_khen'],
    ['Huân chương Lao động', null],
  ])('"%s" means %s', (printed, code) => {
    expect(awardByPrintedName(printed)).toBe(code)
  })

  test('every name of the catalogue is understood, also in decomposed letters', () => {
    for (const code of awardCodes) {
      expect(awardByPrintedName(awards[code].name.vi)).toBe(code)
      expect(awardByPrintedName(awards[code].name.vi.normalize('NFD'))).toBe(code)
    }
  })

  test('the printed wording is kept where there is one', () => {
    expect(awardName('bang_khen_chu_tich_tinh', 'Bằng khen của UBND tỉnh')).toBe('Bằng khen của UBND tỉnh')
    expect(awardName('bang_khen_chu_tich_tinh', ' ')).toBe('Bằng khen của Chủ tịch UBND tỉnh')
  })
})

describe('award-decided-above-the-bloc: the way of a proposal', () => {
  const start: ProposalWay = { proposedOn: '2022-11-29', steps: [] }
  const decision = { number: '1234/QĐ-UBND', on: '2023-01-15', issuer: 'Chủ tịch UBND tỉnh Bắc Ninh' }

  function walk(way: ProposalWay, ...steps: OutcomeStep[]): ProposalWay {
    return steps.reduce((before, step) => {
      const after = takeStep(before, step)
      if (!after.ok) throw new Error(after.error)
      return after.value
    }, way)
  }

  test('proposed, submitted, returned, submitted again, before the council, granted, presented', () => {
    const way = walk(
      start,
      { to: 'submitted', on: '2022-12-05' },
      { to: 'returned', on: '2022-12-06', reason: 'thiếu biên bản kiểm phiếu' },
      { to: 'submitted', on: '2022-12-08' },
      { to: 'council', on: '2022-12-12' },
      { to: 'granted', decision },
      { to: 'presented', on: '2023-07-17', at: 'Hội nghị sơ kết' },
    )
    expect(outcomeOf(way)).toBe('presented')
    expect(takeStep(way, { to: 'refused', on: '2023-08-01', reason: 'x' })).toEqual({
      ok: false,
      error: 'step_not_open',
    })
  })

  test('a certificate may be granted without a council', () => {
    expect(outcomeOf(walk(start, { to: 'submitted', on: '2022-12-05' }, { to: 'granted', decision }))).toBe(
      'granted',
    )
  })

  test.each([
    ['reason_needed', { to: 'refused', on: '2022-12-20', reason: ' ' }],
    ['reason_needed', { to: 'returned', on: '2022-12-20', reason: '' }],
    ['reason_needed', { to: 'withdrawn', on: '2022-12-20', reason: '' }],
    ['decision_number_needed', { to: 'granted', decision: { ...decision, number: '' } }],
    ['decision_issuer_needed', { to: 'granted', decision: { ...decision, issuer: '' } }],
    ['bloc_cannot_decide', { to: 'granted', decision: { ...decision, issuedByBloc: true } }],
    ['before_previous_step', { to: 'council', on: '2022-12-01' }],
    ['step_not_open', { to: 'presented', on: '2022-12-20', at: null }],
  ] as const)('a submitted proposal is held back: %s', (error, step) => {
    expect(takeStep(walk(start, { to: 'submitted', on: '2022-12-05' }), step)).toEqual({ ok: false, error })
  })

  test('from every state without an outcome an outcome can still be reached, and none follows a refusal', () => {
    const reach = (state: (typeof outcomeStates)[number]): Set<string> => {
      const found = new Set<string>([state])
      for (const one of found) for (const next of outcomeSteps[one as typeof state]) found.add(next)
      return found
    }
    fc.assert(
      fc.property(fc.constantFrom(...outcomeStates), (state) => {
        expect([...reach(state)].some((one) => hasOutcome(one as typeof state))).toBe(true)
      }),
    )
    expect([...outcomeSteps.refused, ...outcomeSteps.withdrawn]).toEqual([])
  })
})
