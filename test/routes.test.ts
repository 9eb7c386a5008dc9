import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { mightBeAllowed, nobody, type Scope } from '../src/domain/permissions/index.ts'
import type { Route } from '../src/http/feature.ts'
import { findActor } from '../src/scopes/actors.store.ts'
import { findYear, scopeOfYear } from '../src/scopes/scopes.store.ts'
import { inlineParts } from './support/inline-parts.ts'
import { type Browse, openSite } from './support/site.ts'
import { buildWorld } from './support/world.ts'

const SOMETHING = '00000000-0000-4000-8000-000000000000'
const accounts = ['', 'quantri', 'tinh', 'thuky', 'ld1', 'cv1', 'ld2', 'ld3', 'cv3', 'nguoila'] as const

describe('every route of the site', async () => {
  const site = await openSite()
  const world = await buildWorld(site)
  const routes = site.features.flatMap((feature) => feature.routes.map((route) => ({ feature, route })))
  const browsers = new Map<string, Browse>()
  let yearScope: Scope = {}

  beforeAll(async () => {
    await sql`insert into accounts."user" (name, email, "emailVerified") values ('x', 'x@giaouoc.invalid', true)`.execute(
      site.db,
    )
    for (const account of accounts) browsers.set(account, await site.browse(account || undefined))
    const year = await findYear(site.db, world.blocSlug, world.year, '2026-11-21')
    if (year) yearScope = scopeOfYear(year)
  })

  it('is met once: no two routes share method and path', () => {
    const seen = routes.map(({ route }) => `${route.method} ${route.path}`)
    expect(seen.filter((one, index) => seen.indexOf(one) !== index)).toEqual([])
  })

  it.each(routes.filter(({ route }) => route.method === 'POST').map((one) => [one.route.path, one] as const))(
    'POST %s states its permission and an audit event that has a name in both languages',
    (_path, { feature, route }) => {
      expect(route.permission).toBeTruthy()
      if (route.method !== 'POST') return
      expect(feature.events[route.audit]).toMatchObject({ vi: expect.any(String), en: expect.any(String) })
      if ('action' in route) {
        expect(route.action.audit).toBe(route.audit)
        expect(route.action.permission).toBe(route.permission)
      }
    },
  )

  describe.each(accounts)('as %s', (account) => {
    it.each(routes.map(({ route }) => [`${route.method} ${route.path}`, route] as const))(
      '%s opens only to those who may',
      async (_name, route) => {
        const browse = browsers.get(account) as Browse
        const actor = account ? ((await findActor(site.db, account, '2026-11-21')) ?? nobody) : nobody
        if (route.path === '/dang-xuat') return
        const path = fill(route)
        const seen = route.method === 'GET' ? await browse.get(path) : await browse.post(path, {})
        expect(seen.status, `${path} answered ${seen.status}`).toBeLessThan(500)
        expect(inlineParts(seen)).toEqual([])
        const here: Scope = route.path.startsWith('/khoi/:bloc/:year') ? yearScope : {}
        const ofUnit = route.path.includes(':unit')
          ? { unitId: world.unitIds[2], provinceId: world.provinceId }
          : {}
        const mayBe = mightBeAllowed(actor, route.permission, { ...here, ...ofUnit })
        if (!mayBe) expect(opened(seen.status, seen.location), `${path} answered ${seen.status}`).toBe(false)
      },
    )
  })

  function fill(route: Route): string {
    return route.path
      .replace(/:bloc\b(\{[^}]*\})?/, world.blocSlug)
      .replace(/:year\b(\{[^}]*\}+)?/, String(world.year))
      .replace(/:unit\b(\{[^}]*\})?/, world.unitSlugs[2])
      .replace(/:[a-zA-Z]+(\{[^}]*\})?/g, SOMETHING)
  }
})

/** An answer that shows or does something: not refused, not absent, not sent to the sign-in page. */
function opened(status: number, location: string): boolean {
  if (status === 403 || status === 404) return false
  return !(status === 303 && location.startsWith('/dang-nhap'))
}
