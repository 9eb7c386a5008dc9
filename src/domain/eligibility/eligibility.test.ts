import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import barRows from '../../../seed/reference/rules/bars.json' with { type: 'json' }
import {
  type Bar,
  barOf,
  barsOn,
  type CandidateInput,
  candidateReasonText,
  candidatesFor,
  cappedRating,
  checkProposals,
  ratings,
  seventyPercent,
  yearsRunning,
} from './index.ts'

/** Twelve units as in Bắc Ninh 2022; places 4 and 5 are equal. */
const units = Array.from({ length: 12 }, (_, index) => `u${index + 1}`)
const ranking = units.map((unitId, index) => ({
  unitId,
  rank: index === 4 ? 4 : index + 1,
  score: String(100 - (index === 4 ? 3 : index)),
}))

const input: CandidateInput = {
  award: 'co_ubnd_tinh',
  mode: 'by_score',
  topN: 3,
  ceiling: 2,
  ranking,
  registered: new Set(units),
  registrationRequired: true,
  bars: [],
  date: '2022-11-29',
  voted: null,
}

const review: Bar = barOf({ unitId: 'u1', code: 'inspection', from: '2022-10-01', liftedOn: null })

function standing(change: Partial<CandidateInput>, unitId: string): string | undefined {
  return candidatesFor({ ...input, ...change }).find((one) => one.unitId === unitId)?.standing
}

function suggested(change: Partial<CandidateInput>): string[] {
  return candidatesFor({ ...input, ...change })
    .filter((one) => one.standing === 'suggested')
    .map(({ unitId }) => unitId)
}

describe('candidates for an award', () => {
  test('by score the best up to the ceiling are suggested, with their rank as reason', () => {
    expect(suggested({})).toEqual(['u1', 'u2'])
    const [first] = candidatesFor(input)
    expect(first?.reasons.map((reason) => candidateReasonText(reason).vi)).toEqual([
      'xếp thứ 1, 100 điểm',
      'đã đăng ký từ đầu năm',
      'trong mức trần 2',
    ])
  })

  test('equals at the last place are left to people', () => {
    expect(suggested({ ceiling: 4 })).toEqual(['u1', 'u2', 'u3'])
    const four = candidatesFor({ ...input, ceiling: 4 }).filter(
      ({ unitId }) => unitId === 'u4' || unitId === 'u5',
    )
    expect(four.map((one) => one.reasons.at(-1)?.code)).toEqual(['tied_at_ceiling', 'tied_at_ceiling'])
    expect(suggested({ ceiling: 5 })).toEqual(['u1', 'u2', 'u3', 'u4', 'u5'])
  })

  test('among the top n the vote decides; before it nobody is suggested', () => {
    const mode = 'vote_among_top_n'
    expect(suggested({ mode })).toEqual([])
    expect(standing({ mode }, 'u3')).toBe('to_vote')
    expect(standing({ mode }, 'u4')).toBe('possible')
    expect(suggested({ mode, voted: ['u3', 'u1'] })).toEqual(['u1', 'u3'])
    expect(standing({ mode, voted: ['u3', 'u1'] }, 'u2')).toBe('possible')
    expect(standing({ mode: 'by_vote' }, 'u12')).toBe('to_vote')
  })

  test('an open review suspends: the next moves up, and the unit is back when cleared', () => {
    expect(standing({ bars: [review] }, 'u1')).toBe('suspended')
    expect(suggested({ bars: [review] })).toEqual(['u2', 'u3'])
    const third = candidatesFor({ ...input, bars: [review] }).find(({ unitId }) => unitId === 'u3')
    expect(third?.reasons).toContainEqual({ code: 'moves_up', places: 1 })
    expect(suggested({ bars: [{ ...review, liftedOn: '2022-11-29' }] })).toEqual(['u1', 'u2'])
  })

  test('a unit that did not register is only possible, unless the bloc does not ask for it', () => {
    const registered = new Set(units.filter((id) => id !== 'u1'))
    expect(standing({ registered }, 'u1')).toBe('possible')
    expect(suggested({ registered })).toEqual(['u2', 'u3'])
    expect(suggested({ registered, registrationRequired: false })).toEqual(['u1', 'u2'])
  })

  test('a bar is explained with its basis, and its mark when it is not confirmed', () => {
    const soft = barOf({ ...review, code: 'below_good' })
    const [first] = candidatesFor({ ...input, bars: [soft] })
    expect(first?.standing).toBe('barred')
    const last = first?.reasons.at(-1)
    expect(last && candidateReasonText(last).vi).toBe(
      'không xét: xếp loại dưới mức hoàn thành tốt (Cần Thơ, Quyết định 2579/QĐ-UBND năm 2025; chưa kiểm chứng)',
    )
  })
})

describe('what is only shown', () => {
  test('a missing pledge is noted beside the name and changes nothing', () => {
    const noted = barOf({ ...review, code: 'no_pledge' })
    expect(suggested({ bars: [noted] })).toEqual(['u1', 'u2'])
    expect(candidatesFor({ ...input, bars: [noted] })[0]?.reasons).toContainEqual({
      code: 'barred',
      bar: noted,
    })
  })

  test('a province confirms a bar with its own decision', () => {
    const ruled = barOf(
      { ...review, code: 'violation_list' },
      { basis: 'Quyết định của tỉnh', mark: 'confirmed' },
    )
    expect(
      checkProposals(candidatesFor({ ...input, bars: [ruled] }), ['u1', 'u2', 'u3'], new Map([['u1', 'x']])),
    ).toEqual({
      ok: false,
      error: [{ unitId: 'u1', code: 'barred' }],
    })
  })
})

describe('proposals', () => {
  const candidates = candidatesFor(input)

  test('what follows the ranking needs no reason', () => {
    expect(checkProposals(candidates, ['u1', 'u2'], new Map())).toEqual({ ok: true, value: [] })
  })

  test('departing from the ranking needs a reason for the one taken and the one left out', () => {
    expect(
      checkProposals(candidates, ['u1', 'u3'], new Map([['u3', 'nổi trội về cải cách hành chính']])),
    ).toEqual({
      ok: false,
      error: [{ unitId: 'u2', code: 'reason_needed' }],
    })
    const reasons = new Map([
      ['u3', 'nổi trội'],
      ['u2', 'đã nhận Cờ năm trước'],
    ])
    expect(checkProposals(candidates, ['u1', 'u3'], reasons)).toEqual({
      ok: true,
      value: [
        { unitId: 'u3', code: 'proposed_though_not_suggested', reason: 'nổi trội' },
        { unitId: 'u2', code: 'suggested_but_left_out', reason: 'đã nhận Cờ năm trước' },
      ],
    })
  })

  test('a stranger, and a unit whose vote is not held, are refused', () => {
    const open = candidatesFor({ ...input, mode: 'by_vote' })
    expect(checkProposals(open, ['u1', 'x'], new Map())).toEqual({
      ok: false,
      error: [
        { unitId: 'u1', code: 'vote_not_held' },
        { unitId: 'x', code: 'not_in_ranking' },
      ],
    })
  })

  test('a bar that is only a habit gives way to a reason', () => {
    const soft = candidatesFor({ ...input, bars: [{ ...review, mark: 'habit' }] })
    const reasons = new Map([
      ['u1', 'khối thống nhất'],
      ['u3', 'nhường suất'],
    ])
    const checked = checkProposals(soft, ['u1', 'u2'], reasons)
    expect(checked.ok && checked.value.map(({ code }) => code)).toEqual([
      'proposed_against_soft_bar',
      'suggested_but_left_out',
    ])
  })
})

describe('bar-under-review', () => {
  const event = fc.record({
    from: fc.integer({ min: 1, max: 28 }),
    lasts: fc.option(fc.integer({ min: 1, max: 28 })),
    unitId: fc.constantFrom('u1', 'u2', 'u3'),
  })
  const day = (n: number) => `2022-${n > 28 ? '03' : '02'}-${String(n > 28 ? n - 28 : n).padStart(2, '0')}`

  test('no order of events, mode or reason lets an open review through', () => {
    fc.assert(
      fc.property(
        fc.array(event, { maxLength: 6 }),
        fc.constantFrom('by_score', 'by_vote', 'vote_among_top_n' as const),
        fc.integer({ min: 1, max: 28 }),
        (events, mode, today) => {
          const bars = events.map(
            ({ from, lasts, unitId }): Bar => ({
              ...review,
              unitId,
              from: day(from),
              liftedOn: lasts === null ? null : day(from + lasts),
            }),
          )
          const date = day(today)
          const all = candidatesFor({ ...input, mode, bars, date, voted: units })
          const reasons = new Map(units.map((id) => [id, 'lý do']))
          for (const unitId of ['u1', 'u2', 'u3']) {
            const open = barsOn(bars, unitId, date).length > 0
            expect(checkProposals(all, [unitId], reasons).ok).toBe(!open)
          }
        },
      ),
    )
  })
})

describe('bloc-rating-caps', () => {
  test('khiển trách caps at good, cảnh cáo at completed, no self-score is not completed', () => {
    const facts = { leaderDiscipline: 'none', selfScored: true } as const
    expect(cappedRating('excellent', facts)).toBe('excellent')
    expect(cappedRating('excellent', { ...facts, leaderDiscipline: 'khien_trach' })).toBe('good')
    expect(cappedRating('excellent', { ...facts, leaderDiscipline: 'canh_cao' })).toBe('completed')
    expect(cappedRating('not_completed', { ...facts, leaderDiscipline: 'khien_trach' })).toBe('not_completed')
    expect(cappedRating('excellent', { ...facts, selfScored: false })).toBe('not_completed')
    expect(ratings).toHaveLength(4)
  })

  test('each rule seen inside blocs names its province, basis and source', () => {
    for (const rule of barRows) {
      expect(rule.province, rule.id).not.toBe('')
      expect(rule.basis, rule.id).not.toBe('')
      expect(rule.source, rule.id).toMatch(/^https?:/)
    }
  })
})

describe('conditions of standards', () => {
  const fighter = [2023, 2024, 2025].map((year) => ({ award: 'cstdcs', year }) as const)

  test('standard-cstd-tinh: three Chiến sĩ thi đua cơ sở in a row, without a gap', () => {
    expect(yearsRunning(fighter, 'cstdcs', 2026, 3, null).outcome).toBe('met')
    const gap = yearsRunning(fighter.slice(1), 'cstdcs', 2026, 3, null)
    expect(gap).toEqual({
      outcome: 'not_met',
      because: { code: 'years_running', years: [2023, 2024, 2025], missing: [2023] },
    })
  })

  test('running years that cross a merger are unknown until somebody confirms them', () => {
    expect(yearsRunning(fighter, 'cstdcs', 2026, 3, 2025).outcome).toBe('unknown')
    expect(yearsRunning(fighter, 'cstdcs', 2026, 3, 2022).outcome).toBe('met')
  })

  test('standard-ttldxs: 70% of members, exactly', () => {
    expect(seventyPercent(7, 10).outcome).toBe('met')
    expect(seventyPercent(699, 1000).outcome).toBe('not_met')
    expect(seventyPercent(0, 0).outcome).toBe('unknown')
  })
})
