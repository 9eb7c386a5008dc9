import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'
import { type Figure, round } from './figure.ts'

/** Bytes over the wire of a first visit with a cold cache, by a real browser. */
export async function firstLoads(
  pages: readonly {
    readonly name: string
    readonly url: string
    readonly cookie: string
    readonly what: string
  }[],
): Promise<readonly Figure[]> {
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
  if (!existsSync(executablePath))
    throw new Error(`there is no Chromium at ${executablePath}: set CHROMIUM_PATH`)
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  })
  try {
    const figures: Figure[] = []
    for (const { name, url, cookie, what } of pages) {
      const { bytes, requests } = await visit(browser, url, cookie)
      const note = `${what}: ${requests} requests with heads and bodies as sent, compressed`
      figures.push({ name, value: round(bytes / 1000), unit: 'kB', n: 1, note })
    }
    return figures
  } finally {
    await browser.close()
  }
}

async function visit(browser: Browser, url: string, cookie: string) {
  const context = await browser.newContext({ locale: 'vi-VN', viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  const wire = await context.newCDPSession(page)
  await wire.send('Network.enable')
  let bytes = 0
  let requests = 0
  wire.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
    requests++
  })
  for (const pair of cookie.split('; ').filter(Boolean)) {
    const [name = '', value = ''] = pair.split(/=(.*)/s)
    await context.addCookies([{ name, value, url }])
  }
  const answer = await page.goto(url, { waitUntil: 'networkidle' })
  if (answer?.status() !== 200) throw new Error(`${url} answered ${answer?.status()}`)
  await context.close()
  return { bytes, requests }
}
