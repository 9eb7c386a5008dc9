import { existsSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serveGallery } from '../../scripts/gallery-server.ts'

const chromiumPath =
  process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(existsSync)

let server: Awaited<ReturnType<typeof serveGallery>>
let browser: Browser

beforeAll(async () => {
  server = await serveGallery()
  browser = await chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox'] })
})

afterAll(async () => {
  await browser?.close()
  await server?.close()
})

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  test.each([1280, 360])('nobody is shut out of any component at %i px', async (width) => {
    await onGallery({ width, query: `?theme=${theme}` }, async (page) => {
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
      const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      expect(
        grave.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`),
      ).toEqual([])
    })
  })
})

test('no page is wider than a phone', async () => {
  await onGallery({ width: 360 }, async (page) => {
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360)
  })
})

test('the device decides on dark colours when the reader chose nothing', async () => {
  const light = await background({ query: '', colorScheme: 'light' })
  const dark = await background({ query: '', colorScheme: 'dark' })
  expect(dark).not.toBe(light)
  expect(await background({ query: '?theme=light', colorScheme: 'dark' })).toBe(light)
  expect(await background({ query: '?theme=dark', colorScheme: 'light' })).toBe(dark)
})

test('the strict content policy has nothing to complain about', async () => {
  const context = await browser.newContext()
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(server.url)
  expect(complaints).toEqual([])
  await context.close()
})

test('menus and the board unfold without scripts', async () => {
  await onGallery({ width: 360, javaScriptEnabled: false }, async (page) => {
    const finished = page.locator('.gu-cell-done').first()
    expect(await finished.isVisible()).toBe(false)
    await page.locator('.gu-board-toggle').check()
    expect(await finished.isVisible()).toBe(true)
    await page.locator('.gu-phone-menu > summary').click()
    expect(await page.locator('.gu-phone-menu nav a').first().isVisible()).toBe(true)
  })
})

test('the first load stays light over the wire', async () => {
  expect(await kilobytes('')).toBeLessThanOrEqual(120)
  expect(await kilobytes('?public=1')).toBeLessThanOrEqual(60)
})

test('figures stand under each other: every digit is equally wide', async () => {
  await onGallery({ width: 1280 }, async (page) => {
    const widths = await page.evaluate(`(() => {
      const cell = document.querySelector('td.gu-num')
      return [...'0123456789'].map((digit) => {
        cell.innerHTML = '<span>' + digit.repeat(20) + '</span>'
        return Math.round(cell.firstChild.getBoundingClientRect().width * 10)
      })
    })()`)
    expect(new Set(widths as number[]).size).toBe(1)
  })
})

type Visit = { width?: number; query?: string; colorScheme?: 'light' | 'dark'; javaScriptEnabled?: boolean }

async function onGallery(
  { width = 1280, query = '', ...options }: Visit,
  look: (page: Page) => Promise<void>,
) {
  const context = await browser.newContext({ viewport: { width, height: 800 }, ...options })
  const page = await context.newPage()
  await page.goto(`${server.url}/${query}`)
  await page.evaluate('document.fonts.ready')
  await look(page)
  await context.close()
}

async function background(visit: Visit): Promise<string> {
  let colour = ''
  await onGallery(visit, async (page) => {
    colour = String(await page.evaluate('getComputedStyle(document.body).backgroundColor'))
  })
  return colour
}

/** Bytes of files over the wire; the page itself is the largest there is and is measured by the bench. */
async function kilobytes(query: string): Promise<number> {
  const context = await browser.newContext()
  const page = await context.newPage()
  const sizes: Promise<number>[] = []
  page.on('requestfinished', (request) => {
    if (request.url().includes('/assets/')) sizes.push(request.sizes().then((size) => size.responseBodySize))
  })
  await page.goto(`${server.url}/${query}`, { waitUntil: 'networkidle' })
  const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  await context.close()
  return total / 1000
}
