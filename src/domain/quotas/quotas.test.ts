import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import ceilings from '../../../seed/reference/rules/ceilings.json' with { type: 'json' }
import seen from '../../../seed/reference/rules/flags-seen.json' with { type: 'json' }
import { type CeilingRow, ceilingFor, ceilingText, checkCeiling, governmentFlagShare } from './index.ts'

const rows = ceilings as readonly CeilingRow[]

describe('ceiling-by-units: ceilings by the size of a bloc', () => {
  test('every row is unverified and says where its number was seen', () => {
    expect(rows.every((row) => row.mark === 'unverified' && row.basis !== '')).toBe(true)
  })

  test('the flags and certificates seen in real blocs keep to the table', () => {
    for (const bloc of seen) {
      for (const award of ['co_chinh_phu', 'co_ubnd_tinh', 'bang_khen_chu_tich_tinh'] as const) {
        const row = ceilingFor(
          rows,
          award,
          bloc.units ?? 8,
          `${Math.max(bloc.year, 2020)}-12-01`,
          bloc.province,
        )
        expect(checkCeiling(row, award, bloc[award] ?? 0, null).result, `${bloc.province} ${award}`).toBe(
          'within',
        )
      }
    }
  })

  test('Bắc Ninh 2022: two flags of the province for twelve units, one for eleven', () => {
    expect(ceilingFor(rows, 'co_ubnd_tinh', 12, '2022-11-29', 'Bắc Ninh')?.most).toBe(2)
    expect(ceilingFor(rows, 'co_ubnd_tinh', 11, '2022-11-29', 'Bắc Ninh')?.most).toBe(1)
    expect(ceilingFor(rows, 'ldtt', 12, '2022-11-29', 'Bắc Ninh')).toBeNull()
  })

  test("a province's own row beats the general one in its time", () => {
    const [general] = rows.filter((row) => row.award === 'co_ubnd_tinh')
    if (general === undefined) throw new Error('no row')
    const own = {
      ...general,
      maxUnits: null,
      most: 4,
      province: 'Bắc Ninh',
      validFrom: '2026-01-01',
      validTo: '2026-12-31',
    }
    const all = [...rows, own]
    expect(ceilingFor(all, 'co_ubnd_tinh', 12, '2026-06-01', 'Bắc Ninh')?.most).toBe(4)
    expect(ceilingFor(all, 'co_ubnd_tinh', 12, '2027-01-01', 'Bắc Ninh')?.most).toBe(2)
    expect(ceilingFor(all, 'co_ubnd_tinh', 12, '2026-06-01', 'Hà Nam')?.most).toBe(2)
  })

  test('going over asks for a reason, which is kept; a blank reason is none', () => {
    const row = ceilingFor(rows, 'co_ubnd_tinh', 11, '2022-11-29', null)
    expect(checkCeiling(row, 'co_ubnd_tinh', 2, null).result).toBe('over')
    expect(checkCeiling(row, 'co_ubnd_tinh', 2, { reason: ' ', by: 'x', on: '2022-12-01' }).result).toBe(
      'over',
    )
    const override = { reason: 'hai đơn vị bằng điểm', by: 'x', on: '2022-12-01' }
    const check = checkCeiling(row, 'co_ubnd_tinh', 2, override)
    expect(check).toMatchObject({ result: 'over_with_reason', override })
    expect(ceilingText(check).vi).toBe('Đề nghị 2, vượt mức trần 1; lý do: hai đơn vị bằng điểm.')
  })

  test('no ceiling is ever exceeded silently', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.nat({ max: 20 }),
        fc.option(fc.string()),
        (units, proposed, reason) => {
          const row = ceilingFor(rows, 'co_ubnd_tinh', units, '2026-11-29', null)
          const override = reason === null ? null : { reason, by: 'x', on: '2026-11-29' }
          const check = checkCeiling(row, 'co_ubnd_tinh', proposed, override)
          const over = proposed > (row?.most ?? 0)
          expect(check.result === 'over' || (check.override?.reason.trim() ?? '') !== '').toBe(over)
        },
      ),
    )
  })
})

describe('quota-government-flag-20-percent', () => {
  test.each([
    ['Bắc Ninh 2022', 12, 54, '18.18', true],
    ['Nam Định 2021', 11, 31, '26.19', false],
    ['exactly one in five', 1, 4, '20', true],
    ['no flags at all', 0, 0, '0', true],
  ])('%s', (_case, government, province, percent, within) => {
    expect(governmentFlagShare(government, province)).toMatchObject({ percent, within })
  })
})
