import { readFile } from 'node:fs/promises'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename, extname, join } from 'node:path'
import { jsx } from 'hono/jsx'
import { assetsFolder, ensureAssets } from '../src/ui/assets.ts'
import { frame } from '../src/ui/gallery.content.ts'
import { Gallery } from '../src/ui/gallery.tsx'
import type { PageFrame } from '../src/ui/page-frame.ts'
import { renderPage } from '../src/ui/render.tsx'

/** The policy of the product: nothing from outside, nothing inline. */
const contentPolicy =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'"

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** Serves the gallery as the product would; `?theme=`, `?lang=` and `?public=1` change its frame. */
export async function serveGallery(): Promise<{ url: string; close: () => Promise<void> }> {
  await ensureAssets()
  const server = createServer((request, response) => {
    const address = new URL(request.url ?? '/', 'http://localhost')
    if (address.pathname.startsWith('/assets/')) void sendAsset(address.pathname, response)
    else sendGallery(address, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    })
  return { url: `http://127.0.0.1:${port}`, close }
}

function sendGallery(address: URL, response: ServerResponse): void {
  const html = renderPage(jsx(Gallery, { frame: frameFor(address) }))
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': contentPolicy,
  })
  response.end(html)
}

function frameFor({ searchParams, pathname }: URL): PageFrame {
  const theme = searchParams.get('theme')
  const lang = searchParams.get('lang')
  const open = searchParams.has('public') ? { user: undefined, bloc: undefined, yearPath: undefined } : {}
  return {
    ...frame,
    ...open,
    path: pathname,
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    lang: lang === 'en' ? 'en' : 'vi',
  }
}

async function sendAsset(path: string, response: ServerResponse): Promise<void> {
  const file = join(assetsFolder, basename(path))
  const compressed = await readFile(`${file}.br`).catch(() => undefined)
  const content = compressed ?? (await readFile(file).catch(() => undefined))
  if (!content) return void response.writeHead(404).end()
  const type = types[extname(file)] ?? 'application/octet-stream'
  response.writeHead(200, { 'content-type': type, ...(compressed ? { 'content-encoding': 'br' } : {}) })
  response.end(content)
}
