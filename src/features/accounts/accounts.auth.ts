import { betterAuth } from 'better-auth'
import { username } from 'better-auth/plugins'
import type pg from 'pg'
import { SESSION_SECONDS } from '../../scopes/actors.store.ts'

/** Header in which our own server states the caller's address; whatever a client sends there is overwritten. */
export const ADDRESS_HEADER = 'x-giaouoc-address'

export type AuthSettings = {
  readonly pool: pg.Pool
  readonly baseUrl: string
  readonly secret: string
}

/**
 * Signing in, sessions and passwords. Who may do what is not decided here but in `domain/permissions`.
 * `pool` must have `search_path=accounts`.
 */
export function createAuth({ pool, baseUrl, secret }: AuthSettings) {
  return betterAuth({
    database: pool,
    baseURL: baseUrl,
    basePath: '/api/auth',
    secret,
    telemetry: { enabled: false },
    logger: { level: 'error' },
    trustedOrigins: [baseUrl],
    emailAndPassword: { enabled: true, disableSignUp: false, minPasswordLength: 8, autoSignIn: false },
    plugins: [username({ minUsernameLength: 2, maxUsernameLength: 64, usernameValidator: isSignInName })],
    session: { expiresIn: SESSION_SECONDS },
    rateLimit: {
      enabled: true,
      storage: 'database',
      // One office shares one address: the limit is per address and therefore generous; each sign-in name has one of
      // its own (`countSignInTry`).
      window: 60,
      max: 300,
      customRules: { '/sign-in/*': { window: 60, max: 60 } },
    },
    advanced: {
      database: { generateId: 'uuid' },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      cookiePrefix: 'giaouoc',
      // The library's own way would rename the cookie, which our server reads by one name.
      useSecureCookies: false,
      defaultCookieAttributes: { secure: baseUrl.startsWith('https://') },
    },
  })
}

export type Auth = ReturnType<typeof createAuth>

function isSignInName(name: string): boolean {
  return /^[a-z0-9][a-z0-9._-]*$/i.test(name)
}
