import { hashPassword } from 'better-auth/crypto'
import { addAccount, appoint } from '../../src/features/accounts/accounts.actions.ts'
import type { Site } from '../support/site.ts'

/** The one password of everybody in the stories. */
export const PASSWORD = 'một câu dễ nhớ'

type Role = Parameters<typeof appoint.run>[1]['role']
type Where = Partial<Record<'provinceId' | 'blocId' | 'unitId' | 'councilId', string>>

/** Gives accounts with a role each, as the administrator `quantri` does; the password is hashed only once. */
export async function castingOf(site: Site) {
  const passwordHash = await hashPassword(PASSWORD)
  return async (username: string, name: string, role: Role, where: Where = {}): Promise<void> => {
    const { accountId } = await site.did('quantri', addAccount, {
      name,
      username,
      password: PASSWORD,
      passwordHash,
    })
    await site.did('quantri', appoint, {
      accountId,
      role,
      provinceId: null,
      blocId: null,
      unitId: null,
      councilId: null,
      fromDate: '2015-01-01',
      toDate: null,
      basis: '',
      ...where,
    })
  }
}

/** Moves the site's clock to nine in the morning of a day in Vietnam. */
export function itIs(site: Site, day: string): void {
  site.clock.now = new Date(`${day}T09:00:00+07:00`)
}
