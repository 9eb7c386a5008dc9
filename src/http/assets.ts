import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Context as HonoContext } from 'hono'
import { assetsFolder } from '../ui/assets.ts'

type Asset = {
  readonly plain: Uint8Array
  readonly br?: Uint8Array
  readonly gzip?: Uint8Array
  readonly type: string
}

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
  json: 'application/json',
  png: 'image/png',
  ico: 'image/x-icon',
}

/** Serves the built assets from memory: few and small, with the answer the browser can unpack. */
export function serveAssets(): (c: HonoContext) => Response | Promise<Response> {
  const assets = readAssets()
  return (c) => {
    const asset = assets.get(c.req.param('name') ?? '')
    if (!asset) return c.notFound()
    const accepts = c.req.header('accept-encoding') ?? ''
    const headers: Record<string, string> = {
      'content-type': asset.type,
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
    }
    if (asset.br && /\bbr\b/.test(accepts)) return reply(asset.br, { ...headers, 'content-encoding': 'br' })
    if (asset.gzip && /\bgzip\b/.test(accepts))
      return reply(asset.gzip, { ...headers, 'content-encoding': 'gzip' })
    return reply(asset.plain, headers)
  }
}

function reply(bytes: Uint8Array, headers: Record<string, string>): Response {
  return new Response(bytes as Uint8Array<ArrayBuffer>, { headers })
}

function readAssets(): ReadonlyMap<string, Asset> {
  const names = readdirSync(assetsFolder)
  const read = (name: string) => readFileSync(join(assetsFolder, name))
  return new Map(
    names
      .filter((name) => !name.endsWith('.br') && !name.endsWith('.gz'))
      .map((name) => [
        name,
        {
          plain: read(name),
          ...(names.includes(`${name}.br`) ? { br: read(`${name}.br`) } : {}),
          ...(names.includes(`${name}.gz`) ? { gzip: read(`${name}.gz`) } : {}),
          type: TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
        },
      ]),
  )
}
