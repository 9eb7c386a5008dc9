import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { serveGallery } from './gallery-server.ts'

// Pictures of the gallery for people to look at: node --import tsx scripts/look-at-gallery.ts [folder]
const folder = process.argv[2] ?? join('var', 'look')
await mkdir(folder, { recursive: true })
const server = await serveGallery()
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
})
for (const width of [1280, 360])
  for (const theme of ['light', 'dark'] as const) await picture(browser, width, theme)
await print(browser)
await browser.close()
await server.close()

async function picture(browser: Browser, width: number, theme: 'light' | 'dark'): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: theme })
  const page = await context.newPage()
  page.on('console', (message) => console.log(width, theme, message.text()))
  await page.goto(server.url)
  const wide = await page.evaluate('document.documentElement.scrollWidth')
  console.log(`${width} ${theme}: page is ${String(wide)} wide`)
  await page.screenshot({ path: join(folder, `gallery-${width}-${theme}.png`), fullPage: true })
  await context.close()
}

async function print(browser: Browser): Promise<void> {
  const page = await browser.newPage()
  await page.goto(server.url)
  await page.pdf({ path: join(folder, 'gallery.pdf'), preferCSSPageSize: true })
}
