import { describe, expect, test } from 'vitest'
import baseSalaries from '../../../seed/reference/law/base-salaries.json' with { type: 'json' }
import citations from '../../../seed/reference/law/citations.json' with { type: 'json' }
import councilQuorum from '../../../seed/reference/law/council-quorum.json' with { type: 'json' }
import thresholds from '../../../seed/reference/law/council-thresholds.json' with { type: 'json' }
import deadlines from '../../../seed/reference/law/deadlines.json' with { type: 'json' }
import disqualifiers from '../../../seed/reference/law/disqualifiers.json' with { type: 'json' }
import dossiers from '../../../seed/reference/law/dossiers.json' with { type: 'json' }
import forms from '../../../seed/reference/law/forms.json' with { type: 'json' }
import instruments from '../../../seed/reference/law/instruments.json' with { type: 'json' }
import money from '../../../seed/reference/law/money.json' with { type: 'json' }
import principles from '../../../seed/reference/law/principles.json' with { type: 'json' }
import quotas from '../../../seed/reference/law/quotas.json' with { type: 'json' }
import standards from '../../../seed/reference/law/standards.json' with { type: 'json' }
import { awardCodes } from '../awards/catalogue.ts'
import { meets } from '../voting/poll.ts'
import {
  awardMoney,
  type BaseSalaryRow,
  type CitationRow,
  type CouncilThresholdRow,
  councilThreshold,
  decisiveDate,
  type Instrument,
  type LawRow,
  lawBetween,
  lawInForce,
  lawOfProvince,
  legalBasisFor,
  type MoneyRow,
  markLabels,
  markOn,
} from './index.ts'

const acts = instruments as readonly Instrument[]
const basis = { instruments: acts, citations: citations as readonly CitationRow[] }
const moneyRows = {
  money: money as readonly MoneyRow[],
  baseSalaries: baseSalaries as readonly BaseSalaryRow[],
  instruments: acts,
}
const everyRow = [
  ...thresholds,
  ...councilQuorum,
  ...deadlines,
  ...disqualifiers,
  ...dossiers,
  ...forms,
  ...money,
  ...principles,
  ...quotas,
  ...standards,
  ...baseSalaries,
] as readonly LawRow[]

function cited(paperKind: string, date: string, province: string | null = null): string[] {
  return legalBasisFor(basis, paperKind, date, province).map((line) => line.instrumentId)
}

describe('the rows of law', () => {
  test('each has an id of its own, a mark, a period that does not end before it begins', () => {
    const ids = [...everyRow, ...acts].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const row of [...everyRow, ...acts]) {
      expect(Object.keys(markLabels), row.id).toContain(row.mark)
      expect(row.validTo === null || row.validFrom <= row.validTo, row.id).toBe(true)
      expect(row.validFrom, row.id).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    }
  })

  test('what is called confirmed names where it was read, and every instrument it names is listed', () => {
    const known = new Set(acts.map(({ id }) => id))
    for (const row of everyRow) {
      if (row.mark === 'confirmed') expect(row.source, row.id).toMatch(/^https?:/)
      if (row.instrument !== null) expect(known.has(row.instrument), row.id).toBe(true)
    }
  })

  test('every award of the catalogue has a standard on any day of 2026', () => {
    const awards = new Set(lawInForce(standards, '2026-06-01').map(({ award }) => award))
    expect(awardCodes.filter((code) => !awards.has(code))).toEqual([])
  })

  test('on any day exactly one base salary and at most one decree and one circular are in force', () => {
    for (const date of [
      '2020-12-16',
      '2022-11-29',
      '2024-01-01',
      '2025-06-30',
      '2025-07-01',
      '2025-08-05',
      '2026-12-01',
    ]) {
      expect(lawInForce(baseSalaries, date)).toHaveLength(1)
      for (const group of ['law', 'decree', 'circular']) {
        expect(
          lawInForce(acts, date).filter((act) => act.group === group).length,
          `${group} ${date}`,
        ).toBeLessThan(2)
      }
    }
  })
})

describe('legal-basis-by-date', () => {
  test('a paper of 2020 cites the law of 2020', () => {
    expect(cited('submission', '2020-12-16')).toEqual([
      'luat-2003',
      'luat-2005',
      'luat-2013',
      'nd-91-2017',
      'tt-12-2019',
    ])
    expect(legalBasisFor(basis, 'submission', '2020-12-16', null)[0]?.text).toBe(
      'Căn cứ Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003',
    )
  })

  test.each([
    ['2023-12-31', ['luat-2003', 'luat-2005', 'luat-2013', 'nd-91-2017', 'tt-12-2019']],
    ['2024-06-15', ['luat-06-2022', 'nd-98-2023', 'tt-01-2024']],
    ['2025-06-15', ['luat-06-2022', 'nd-98-2023', 'tt-01-2024']],
    ['2025-07-15', ['luat-06-2022', 'nd-152-2025', 'tt-01-2024']],
    ['2025-08-05', ['luat-06-2022', 'nd-152-2025', 'tt-15-2025']],
    ['2026-10-15', ['luat-06-2022', 'luat-06-2026', 'nd-152-2025', 'tt-15-2025']],
  ])('the same submission dated %s cites %j', (date, ids) => {
    expect(cited('submission', date)).toEqual(ids)
  })

  test("a province's own decision is cited by its own papers only", () => {
    expect(cited('submission', '2026-01-15', 'Bắc Ninh')).toContain('qd-86-2025-bac-ninh')
    expect(cited('submission', '2026-01-15', 'Hà Nam')).not.toContain('qd-86-2025-bac-ninh')
    expect(cited('submission', '2025-12-14', 'Bắc Ninh')).not.toContain('qd-86-2025-bac-ninh')
  })

  test('an invitation and an unknown paper cite nothing', () => {
    expect(cited('invitation', '2026-01-15')).toEqual([])
    expect(cited('thư tay', '2026-01-15')).toEqual([])
  })
})

describe('law-decisive-date', () => {
  test('a dossier received before 01/10/2026 goes on under the old law, whenever it is printed', () => {
    const received = decisiveDate('2026-09-30', '2026-12-15')
    expect(received).toMatchObject({ date: '2026-09-30', because: 'received' })
    expect(cited('submission', received.date)).not.toContain('luat-06-2026')
    expect(cited('submission', decisiveDate(null, '2026-12-15').date)).toContain('luat-06-2026')
  })

  test('from 01/10/2026 what was read in the law of 2022 is unverified, because the amended articles are not known', () => {
    const flag = (standards as readonly LawRow[]).find(({ id }) => id === 'standard-co-chinh-phu')
    if (flag === undefined) throw new Error('no row')
    expect(markOn(flag, acts, '2026-09-30')).toBe('confirmed')
    expect(markOn(flag, acts, '2026-10-01')).toBe('unverified')
    expect(markOn({ mark: 'habit', instrument: 'luat-06-2022' }, acts, '2026-10-01')).toBe('habit')
  })

  test('what differs between two days is listed', () => {
    const { begun, ended } = lawBetween(acts, '2025-06-30', '2025-07-01')
    expect(ended.map(({ id }) => id)).toEqual(['nd-98-2023'])
    expect(begun.map(({ id }) => id)).toContain('nd-152-2025')
  })
})

describe('award-money', () => {
  test.each([
    ['co_chinh_phu', 'collective', '30360000'],
    ['co_ubnd_tinh', 'collective', '20240000'],
    ['bang_khen_thu_tuong', 'collective', '17710000'],
    ['bang_khen_chu_tich_tinh', 'collective', '7590000'],
    ['bang_khen_chu_tich_tinh', 'person', '3795000'],
    ['tap_the_lao_dong_xuat_sac', 'collective', '3795000'],
    ['ttldtt', 'collective', '2024000'],
    ['cstdtq', 'person', '11385000'],
    ['cstd_tinh', 'person', '7590000'],
    ['cstdcs', 'person', '2530000'],
    ['ldtt', 'person', '759000'],
    ['giay_khen', 'collective', '1518000'],
  ] as const)('at 2.530.000 đồng the award %s of a %s is %s đồng', (award, recipient, dong) => {
    expect(awardMoney(moneyRows, award, recipient, '2026-07-01')?.dong).toBe(dong)
  })

  test('the base salary is that of the day of the decision', () => {
    expect(awardMoney(moneyRows, 'co_chinh_phu', 'collective', '2026-06-30')).toMatchObject({
      dong: '28080000',
      baseSalary: '2340000',
      mark: 'confirmed',
    })
  })

  test('the sum is only as sure as its less sure row, and unknown for the law of 2003', () => {
    expect(awardMoney(moneyRows, 'bang_khen_chu_tich_tinh', 'person', '2026-07-01')?.mark).toBe('unverified')
    expect(awardMoney(moneyRows, 'co_chinh_phu', 'collective', '2026-10-01')?.mark).toBe('unverified')
    expect(awardMoney(moneyRows, 'co_chinh_phu', 'collective', '2022-12-12')).toBeNull()
  })
})

describe('council-vote-threshold', () => {
  const rows = thresholds as readonly CouncilThresholdRow[]

  test('80% for flags and 90% for fighters of the province, of all members', () => {
    const flag = councilThreshold(rows, acts, 'co_ubnd_tinh', '2025-01-15')
    expect(flag).toMatchObject({ mark: 'confirmed', row: { base: 'all', article: 'Điều 30 khoản 7' } })
    expect(flag !== null && [meets(flag.share, 12, 15), meets(flag.share, 11, 15)]).toEqual([true, false])
    const fighter = councilThreshold(rows, acts, 'cstd_tinh', '2025-01-15')
    expect(fighter !== null && [meets(fighter.share, 14, 15), meets(fighter.share, 13, 15)]).toEqual([
      true,
      false,
    ])
  })

  test('under the decree of 2025 the same figures are unverified; a certificate needs no ballot', () => {
    expect(councilThreshold(rows, acts, 'co_ubnd_tinh', '2025-07-15')?.mark).toBe('unverified')
    expect(councilThreshold(rows, acts, 'bang_khen_chu_tich_tinh', '2025-07-15')).toBeNull()
  })
})

test('rows of one province do not reach another', () => {
  const ids = (province: string | null) =>
    lawOfProvince(deadlines, '2026-11-21', province).map(({ id }) => id)
  expect(ids('Bắc Ninh')).toContain('deadline-province-dossiers-bac-ninh')
  expect(ids('Hà Nam')).not.toContain('deadline-province-dossiers-bac-ninh')
  expect(ids(null)).toContain('deadline-co-chinh-phu')
})
