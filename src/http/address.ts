import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context as HonoContext } from 'hono'

/** The address at the other end of the connection. What a client writes into headers is never believed. */
export function addressOf(c: HonoContext): string {
  // Without a connection (the server asked in process) there is no bindings object to look into.
  return c.env && 'incoming' in c.env ? (getConnInfo(c).remote.address ?? NO_CONNECTION) : NO_CONNECTION
}

const NO_CONNECTION = '127.0.0.1'
