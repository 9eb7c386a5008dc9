// Pictures for the guide, from a running demo:
//   npm run demo
//   node --import tsx scripts/take-screenshots.ts http://127.0.0.1:3000 [folder]
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'

const PASSWORD = 'giao-uoc-demo'
const BLOC = '/khoi/bac-ninh-khoi-kinh-te-ky-thuat'
const widths = [1280, 360] as const

/** A page of the guide: who looks at it, and where it lies. */
type Picture = {
  readonly name: string
  /** Nobody: as the public sees it. */
  readonly who?: string
  readonly path: string
  /** A link on that page to follow: the address holds a key that differs from demo to demo. */
  readonly follow?: RegExp
}

const pictures: readonly Picture[] = [
  { name: 'board', who: 'truongkhoi', path: `${BLOC}/2026` },
  { name: 'todo', who: 'chuyenvien', path: '/viec-can-lam' },
  { name: 'targets', who: 'chuyenvien', path: `${BLOC}/2026/chi-tieu/bac-ninh-so-xay-dung` },
  { name: 'results', who: 'chuyenvien', path: `${BLOC}/2026/ket-qua/bac-ninh-so-xay-dung` },
  { name: 'self-score', who: 'chuyenvien', path: `${BLOC}/2026/cham-diem/bac-ninh-so-xay-dung` },
  { name: 'ranking', who: 'tinh', path: `${BLOC}/2022/xep-hang` },
  { name: 'conference', who: 'tinh', path: `${BLOC}/2022/hoi-nghi`, follow: /\/hoi-nghi\/[0-9a-f-]{36}$/ },
  { name: 'awards', who: 'tinh', path: `${BLOC}/2022/khen-thuong` },
  {
    name: 'paper',
    who: 'tinh',
    path: `${BLOC}/2022/van-ban`,
    follow: /\/van-ban\/xem\/year-end-report(\?|$)/,
  },
  { name: 'news', path: '/tin-tuc', follow: /\/tin-tuc\/khoi-thi-dua-cac-so-ban-nganh/ },
]

const [address = 'http://127.0.0.1:3000', folder = join('docs', 'guide', 'images')] = process.argv.slice(2)
await mkdir(folder, { recursive: true })
const browser = await chromium.launch({ executablePath: installedChromium(), args: ['--no-sandbox'] })
try {
  for (const width of widths) await takeAll(browser, width)
} finally {
  await browser.close()
}

async function takeAll(of: Browser, width: number): Promise<void> {
  for (const who of new Set(pictures.map((one) => one.who))) {
    const context = await of.newContext({
      viewport: { width, height: 800 },
      colorScheme: 'light',
      locale: 'vi-VN',
    })
    const page = await context.newPage()
    if (who) await signIn(page, who)
    for (const picture of pictures) if (picture.who === who) await take(page, picture, width)
    await context.close()
  }
}

async function signIn(page: Page, who: string): Promise<void> {
  await page.goto(`${address}/dang-nhap`)
  await page.fill('input[name=username]', who)
  await page.fill('input[name=password]', PASSWORD)
  await page.click('main form button[type=submit]')
  await page.waitForURL((url) => url.pathname !== '/dang-nhap')
}

async function take(page: Page, { name, path, follow }: Picture, width: number): Promise<void> {
  await open(page, path)
  if (follow) {
    const links: string[] = await page.evaluate(
      '[...document.querySelectorAll("main a[href]")].map((one) => one.getAttribute("href"))',
    )
    const href = links.filter((one) => follow.test(one)).at(-1)
    if (!href) throw new Error(`${path} has no link to ${follow}: is this the demo?`)
    await open(page, href)
  }
  const file = join(folder, `${name}-${width}.png`)
  // A phone shows a page far longer than a picture can: its first screens are enough.
  const height = await page.evaluate('document.documentElement.scrollHeight')
  await page.setViewportSize({ width, height: Math.min(Number(height), width === 360 ? 1600 : 1200) })
  await page.screenshot({ path: file })
  await page.setViewportSize({ width, height: 800 })
  process.stdout.write(`${file}\n`)
}

async function open(page: Page, path: string): Promise<void> {
  const response = await page.goto(address + path)
  if (response?.status() !== 200) throw new Error(`${path} answered ${response?.status()}`)
}

function installedChromium(): string {
  const known = [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ]
  const path = known.find((one) => one !== undefined && existsSync(one))
  if (!path) throw new Error('No Chromium found; name one by CHROMIUM_PATH.')
  return path
}
