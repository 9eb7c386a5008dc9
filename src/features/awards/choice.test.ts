import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type BarCode, barCodes, barOf, isHard } from '../../domain/eligibility/index.ts'
import type { CeilingRow } from '../../domain/quotas/index.ts'
import { blocAwards, type ChoiceInput, candidatesOf, ceilingOf, checkChoice, leftOut } from './choice.ts'
import { proposalModes } from './proposals.store.ts'

const units = ['a', 'b', 'c', 'd', 'e'] as const

const ceiling: CeilingRow = {
  award: 'bang_khen_chu_tich_tinh',
  minUnits: 1,
  maxUnits: null,
  most: 3,
  validFrom: '2020-01-01',
  validTo: null,
  mark: 'unverified',
  basis: 'x',
  province: null,
}

const base: ChoiceInput = {
  award: 'bang_khen_chu_tich_tinh',
  year: 2026,
  units: 5,
  province: 'Bắc Ninh',
  facts: {
    ranking: units.map((unitId, index) => ({ unitId, rank: index + 1, score: String(99 - index) })),
    ranked: 'frozen',
    registered: [],
    bars: [],
    polls: [],
    provinceRules: [],
    blocRules: [],
  },
  ceilings: [ceiling],
  proposals: [],
  date: '2026-12-05',
}

const proposed = (unitId: string | null, award = base.award) =>
  ({ awardCode: award, unitId, recipient: 'collective', state: 'proposed', departureReason: '' }) as const

const bar = (unitId: string, code: BarCode) => barOf({ unitId, code, from: '2026-01-01', liftedOn: null })

describe('the choice for an award', () => {
  it('lets no unit through that confirmed law suspends or bars, whatever its rank, the way or the reason', () => {
    const hard = barCodes.filter((code) => isHard(bar('a', code)))
    fc.assert(
      fc.property(
        fc.constantFrom(...units),
        fc.constantFrom(...hard),
        fc.constantFrom(...proposalModes),
        fc.constantFrom(...blocAwards),
        fc.string(),
        (unitId, code, mode, award, reason) => {
          const input = { ...base, award, facts: { ...base.facts, bars: [bar(unitId, code)] } }
          expect(checkChoice(input, { unitId, mode, reason }).ok).toBe(false)
        },
      ),
    )
    expect(hard).toContain('inspection')
  })

  it('never goes over a ceiling without saying so, however many are proposed', () => {
    fc.assert(
      fc.property(fc.nat(12), fc.integer({ min: 1, max: 12 }), fc.string(), (have, more, reason) => {
        const input = { ...base, proposals: Array.from({ length: have }, () => proposed(null)) }
        const { result } = ceilingOf(input, more, reason)
        if (have + more <= 3) expect(result).toBe('within')
        else expect(result).toBe(reason.trim() === '' ? 'over' : 'over_with_reason')
      }),
    )
  })

  it('counts neither withdrawn proposals nor persons against the ceiling of units', () => {
    const proposals = [
      { ...proposed('a'), state: 'withdrawn' as const },
      { ...proposed(null), recipient: 'person' as const },
    ]
    expect(ceilingOf({ ...base, proposals }, 0).proposed).toBe(0)
  })

  it('suggests the best three, and the next ones once the first two are proposed for flags', () => {
    const suggested = (input: ChoiceInput) =>
      candidatesOf(input).flatMap(({ unitId, standing }) => (standing === 'suggested' ? [unitId] : []))
    expect(suggested(base)).toEqual(['a', 'b', 'c'])
    const flags = [proposed('a', 'co_chinh_phu'), proposed('b', 'co_ubnd_tinh')]
    expect(suggested({ ...base, proposals: flags })).toEqual(['c', 'd', 'e'])
  })

  it('holds a unit to its registration only where others registered', () => {
    const registered = [{ unitId: 'a', awardCode: 'co_ubnd_tinh' as const }]
    const input = { ...base, facts: { ...base.facts, registered } }
    expect(checkChoice(input, { unitId: 'a', mode: 'score', reason: '' }).ok).toBe(true)
    expect(checkChoice(input, { unitId: 'b', mode: 'score', reason: '' })).toMatchObject({
      error: { code: 'proposal_reason_needed' },
    })
    expect(checkChoice(base, { unitId: 'b', mode: 'score', reason: '' }).ok).toBe(true)
  })

  it('names the suggested units a list forgets, unless unnamed places are left for them or a reason was given', () => {
    const list = [proposed('a'), proposed('c')]
    expect(leftOut({ ...base, proposals: list })).toEqual(['b'])
    expect(leftOut({ ...base, proposals: [...list, proposed(null)] })).toEqual([])
    expect(
      leftOut({ ...base, proposals: [proposed('a'), { ...proposed('d'), departureReason: 'Đột xuất' }] }),
    ).toEqual([])
    expect(leftOut(base)).toEqual([])
  })
})
