import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { DEMO_PASSWORD, install } from '../seed/demo/cast.ts'
import { tellOnce } from '../seed/demo/once.ts'
import { storyteller } from '../seed/demo/storyteller.ts'
import { openSite, sessionCookie } from './support/site.ts'

/** A demo that is cut short after its first deed. */
class Cut extends Error {}

describe('a demo that was cut short', async () => {
  const site = await openSite()
  const begin = () => install(storyteller(site.db, { on: '2020-01-02', illustrative: false }), 'Bắc Ninh')
  const cutShort = () =>
    tellOnce(site.db, async () => {
      await begin()
      throw new Cut()
    })
  const provinces = async () =>
    (await sql<{ name: string }>`select name from province`.execute(site.db)).rows.map(({ name }) => name)

  it('is thrown away and told again from an empty database, law and catalogues included', async () => {
    await expect(cutShort()).rejects.toThrow(Cut)
    await expect(cutShort()).rejects.toThrow(Cut)
    expect(await provinces()).toEqual(['Bắc Ninh'])
    expect(await tellOnce(site.db, async () => void (await begin()))).toBe('told')
    expect(await provinces()).toEqual(['Bắc Ninh'])
    const kept = await sql<{ n: number }>`select count(*)::int as n from award`.execute(site.db)
    expect(kept.rows[0]?.n).toBeGreaterThan(0)
  })

  it('is not told again once it was told to its end', async () => {
    const again = await tellOnce(site.db, () => Promise.reject(new Error(DEMO_PASSWORD)))
    expect(again).toBe('there_already')
  })
})

describe('a demo that was cut short and then used', async () => {
  const site = await openSite()

  it('is left as it is', async () => {
    const told = tellOnce(site.db, async () => {
      await install(storyteller(site.db, { on: '2020-01-02', illustrative: false }), 'Bắc Ninh')
      throw new Cut()
    })
    await expect(told).rejects.toThrow(Cut)
    await sessionCookie(site.db, 'quantri')
    expect(await tellOnce(site.db, () => Promise.reject(new Error('told')))).toBe('in_use')
  })
})
