import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { adoptionLacks, countStances, type Opinion, type Round, stances } from './index.ts'

const round: Round = {
  unitIds: ['a', 'b', 'c'],
  opinions: [],
  dueOn: '2026-02-10',
  silence: 'agrees',
  today: '2026-02-10',
}

describe('where the units stand on a draft', () => {
  test('the day of the deadline still belongs to a unit, the day after counts its silence', () => {
    expect(stances(round).get('a')).toBe('waiting')
    expect(stances({ ...round, today: '2026-02-11' }).get('a')).toBe('silent_agrees')
    expect(stances({ ...round, today: '2026-02-11', silence: 'no_opinion' }).get('a')).toBe(
      'silent_no_opinion',
    )
  })

  test('a comment weighs more than an agreement of the same unit', () => {
    const opinions = [
      { unitId: 'a', agrees: true },
      { unitId: 'a', agrees: false },
      { unitId: 'b', agrees: true },
    ]
    const found = stances({ ...round, opinions })
    expect([...found.values()]).toEqual(['commented', 'agrees', 'waiting'])
  })

  test('every unit asked is counted exactly once, and opinions of others are not counted', () => {
    const opinion = fc.record({ unitId: fc.constantFrom('a', 'b', 'c', 'x'), agrees: fc.boolean() })
    fc.assert(
      fc.property(
        fc.array(opinion),
        fc.constantFrom('2026-02-09', '2026-02-12'),
        (opinions: Opinion[], today) => {
          const count = countStances({ ...round, opinions, today })
          const sum =
            count.agrees + count.commented + count.waiting + count.silent_agrees + count.silent_no_opinion
          expect(sum).toBe(3)
          expect(count.agreeing).toBe(count.agrees + count.silent_agrees)
        },
      ),
    )
  })
})

describe('adopting a draft', () => {
  test('by silence is open only after the deadline of a draft that said so', () => {
    const over = { ...round, today: '2026-02-11' }
    expect(adoptionLacks({ how: 'silence', round, unanswered: 0 })).toMatchObject({
      error: { code: 'silence_needs_a_deadline' },
    })
    expect(
      adoptionLacks({ how: 'silence', round: { ...over, silence: 'no_opinion' }, unanswered: 0 }),
    ).toMatchObject({ error: { code: 'silence_is_no_agreement' } })
    expect(adoptionLacks({ how: 'silence', round: over, unanswered: 0 })).toEqual({ ok: true, value: [] })
  })

  test('in writing lists open comments, an open deadline, and that not more than half agree', () => {
    const opinions = [{ unitId: 'a', agrees: true }]
    const lacks = adoptionLacks({ how: 'writing', round: { ...round, opinions }, unanswered: 2 })
    expect(lacks).toEqual({
      ok: true,
      value: [
        { code: 'comments_unanswered', count: 2 },
        { code: 'deadline_not_over', dueOn: '2026-02-10' },
        { code: 'less_than_half_agree', agreeing: 1, asked: 3 },
      ],
    })
  })

  test('half of an even number is not yet more than half', () => {
    const opinions = [
      { unitId: 'a', agrees: true },
      { unitId: 'b', agrees: true },
    ]
    const four = { ...round, unitIds: ['a', 'b', 'c', 'd'], opinions, dueOn: null }
    const lacks = adoptionLacks({ how: 'writing', round: four, unanswered: 0 })
    expect(lacks.ok && lacks.value.map((lack) => lack.code)).toEqual(['less_than_half_agree'])
  })

  test('at the conference a draft that never went round is a lack, not a refusal', () => {
    expect(adoptionLacks({ how: 'conference', round: null, unanswered: 0 })).toEqual({
      ok: true,
      value: [{ code: 'never_circulated' }],
    })
  })
})
