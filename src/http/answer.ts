import type { Context as HonoContext } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Flash } from '../ui/index.ts'

const FLASH = 'giaouoc.said'

/** Redirects after something was done, and says so once on the next page. */
export function goSaying(c: HonoContext, path: string, flash: Flash): Response {
  setCookie(c, FLASH, Buffer.from(JSON.stringify(flash)).toString('base64url'), {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    maxAge: 30,
  })
  return c.redirect(path, 303)
}

/** The message left by the request before, taken away as it is read. */
export function takeFlash(c: HonoContext): Flash | undefined {
  const held = getCookie(c, FLASH)
  if (!held) return undefined
  deleteCookie(c, FLASH, { path: '/' })
  try {
    const flash = JSON.parse(Buffer.from(held, 'base64url').toString()) as Flash
    return typeof flash.text === 'string' && typeof flash.kind === 'string' ? flash : undefined
  } catch {
    return undefined
  }
}

/**
 * A path of our own to return to; anything else becomes the front page (no open redirect). Browsers drop tabs and line
 * breaks from an address, so that "/⇥/host" would lead away.
 */
export function safePath(path: string | undefined): string {
  return path && /^\/(?![/\\])/.test(path) && !/\p{Cc}/u.test(path) ? path : '/'
}
