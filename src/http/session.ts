import type { Context as HonoContext } from 'hono'
import { getCookie, getSignedCookie } from 'hono/cookie'

/** Name of the session cookie, as the sign-in library sets it. */
export const SESSION_COOKIE = 'giaouoc.session_token'

/** Cookies whose signature was found good, by secret and text; checking one costs more than a small query. */
const checked = new Map<string, string>()

const MOST_CHECKED = 2000

/** The token of the session cookie; undefined without one, or when its signature is not ours. */
export async function readSession(c: HonoContext, secret: string): Promise<string | undefined> {
  const cookie = getCookie(c, SESSION_COOKIE)
  if (!cookie) return undefined
  const name = `${secret} ${cookie}`
  const known = checked.get(name)
  if (known) return known
  const token = await getSignedCookie(c, secret, SESSION_COOKIE)
  if (!token) return undefined
  if (checked.size >= MOST_CHECKED) checked.clear()
  checked.set(name, token)
  return token
}
