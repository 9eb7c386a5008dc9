import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { openSite } from '../../../test/support/site.ts'
import { loadReference } from '../../db/reference.ts'
import { unitOf } from '../../domain/vietnamese/index.ts'
import { listIndicators } from './indicators.store.ts'

/** Every indicator of the five reports: its code in the catalogue, the unit it was printed in, the figures it is. */
function fileOf(name: string): [string, string, string][] {
  const text = readFileSync(new URL(`../../../test/${name}`, import.meta.url), 'utf8')
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return lines.map((line) => line.split('|').map((cell) => cell.trim()) as [string, string, string])
}

describe('the shared catalogue of indicators', async () => {
  const site = await openSite()
  const found = await sql<{
    id: string
  }>`insert into province (slug, name) values ('ha-giang', 'Hà Giang') returning id`.execute(site.db)
  const indicators = await listIndicators(site.db, found.rows[0]?.id ?? '')
  const of = (code: string) => indicators.find((one) => one.code === code)

  it('comes with the program, each with a unit that is understood and a field of work', () => {
    expect(indicators.length).toBeGreaterThan(45)
    for (const { code, unitOfMeasure, fieldCode, shared, kind } of indicators) {
      expect([code, shared, fieldCode === null]).toEqual([code, true, false])
      if (kind !== 'narrative') expect([code, unitOf(unitOfMeasure)?.name]).toEqual([code, unitOfMeasure])
    }
  })

  it('knows totals and their parts, and what is converted into what', () => {
    const parts = indicators.filter((one) => one.partOfId === of('tin-bai-tuyen-truyen')?.id)
    expect(parts).toHaveLength(4)
    expect(of('cay-phan-tan')).toMatchObject({ convertsToUnit: 'ha', conversionFactor: '0.666667' })
    expect(of('chi-so-gia-tieu-dung')).toMatchObject({ direction: 'none', unitOfMeasure: '%' })
  })

  it.each(fileOf('cases/printed-indicators.txt'))('holds %s (%s, figure %s)', (code, unit) => {
    expect([code, of(code)?.unitOfMeasure]).toEqual([code, unit])
  })

  it('shows one indicator in two currencies as one', () => {
    expect(of('von-dau-tu-noi-te')?.otherCurrencyOfId).toBe(of('von-dau-tu-ngoai-te')?.id)
  })

  it('is not written twice at the next start', async () => {
    await loadReference(site.db)
    const again = await sql<{ count: string }>`select count(*) from indicator`.execute(site.db)
    expect(Number(again.rows[0]?.count)).toBe(indicators.length)
  })
})
