import { existsSync } from 'node:fs'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Download,
  type Locator,
  type Page,
  type Response,
} from 'playwright-core'
import { afterAll } from 'vitest'
import { type Entry, enter, outlineOf, removeSentFiles } from './browser-fields.ts'
import { type Site, sessionCookie } from './site.ts'

/** A real browser in front of a site, for a story. */
export type Hall = {
  readonly address: string
  readonly browser: Browser
  /** Somebody whose session was opened beforehand, or (without a name) a reader from the public. */
  person(username?: string, options?: BrowserContextOptions): Promise<Person>
  /** Somebody who signs in through the sign-in page. */
  signIn(username: string, password: string, options?: BrowserContextOptions): Promise<Person>
}

export type Entries = Readonly<Record<string, Entry>>

/** Somebody at a browser, speaking of pages, fields and buttons by the words that stand on them. */
export type Person = {
  readonly page: Page
  open(path: string): Promise<Response | null>
  /** Follows a link by its words. */
  follow(words: string): Promise<void>
  /** Fills the form that has this button, by label or field name, and presses the button. */
  send(button: string, entries?: Entries, within?: string): Promise<void>
  /** The same for what is refused; answers with the sentences that say why. */
  sendInVain(button: string, entries?: Entries, within?: string): Promise<string>
  /** Fills fields and leaves them unsent. */
  fill(button: string, entries: Entries, within?: string): Promise<void>
  /** Text of the main part of the page. */
  reads(): Promise<string>
  /** The sentence that says what was done. */
  told(): Promise<string>
  /** The sentences of the error summary, if there is one. */
  faults(): Promise<string>
  /** What stands in a field now. */
  typed(field: string): Promise<string>
  /** What a link gives when it gives a file. */
  download(link: Locator): Promise<Buffer>
  path(): string
}

/** Opens a port and a browser; both end with the file's tests. */
export async function openHall(site: Site): Promise<Hall> {
  const address = await site.listen()
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  })
  afterAll(async () => {
    await browser.close()
    await removeSentFiles()
  })
  const person = async (username?: string, options: BrowserContextOptions = {}) => {
    const context = await newContext(browser, options)
    if (username) await context.addCookies([await cookieOf(site, address, username)])
    return personAt(await context.newPage(), address)
  }
  return {
    address,
    browser,
    person,
    signIn: async (username, password, options) => {
      const somebody = await person(undefined, options)
      await somebody.open('/dang-nhap')
      await somebody.send('Đăng nhập', { username, password })
      return somebody
    },
  }
}

/** Where the browser of this machine lies. */
export function chromiumPath(): string {
  const path = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
  if (!existsSync(path)) throw new Error(`No Chromium at ${path}: set CHROMIUM_PATH`)
  return path
}

async function newContext(browser: Browser, options: BrowserContextOptions): Promise<BrowserContext> {
  const context = await browser.newContext({
    locale: 'vi-VN',
    viewport: { width: 1280, height: 900 },
    ...options,
  })
  context.setDefaultTimeout(15_000)
  context.setDefaultNavigationTimeout(30_000)
  return context
}

async function cookieOf(site: Site, address: string, username: string) {
  const [pair = ''] = (await sessionCookie(site.db, username)).split(';')
  const [name = '', value = ''] = pair.split(/=(.*)/s)
  return { name, value, url: address }
}

/** Somebody at this page. */
export function personAt(page: Page, address: string): Person {
  // Leaving a form unsent asks first; the story always means it.
  page.on('dialog', (dialog) => void dialog.accept())
  const fill = async (button: string, entries: Entries, within?: string) => {
    const form = await formWith(page, button, within)
    for (const [field, entry] of Object.entries(entries)) await enter(form, field, entry)
    return form
  }
  const press = (button: string, entries: Entries = {}, within?: string) =>
    explained(page, `form with "${button}"`, async () => {
      const form = await fill(button, entries, within)
      await arrive(page, () => buttonIn(form, page, button).click())
    })
  return {
    page,
    open: (path) => page.goto(address + path, { waitUntil: 'domcontentloaded' }),
    follow: async (words) => {
      const link = page.getByRole('link', { name: words }).first()
      await explained(page, `link "${words}"`, () => arrive(page, () => link.click()))
    },
    send: async (button, entries, within) => {
      await press(button, entries, within)
      const faults = await textOf(page.locator('.gu-error-summary'))
      if (faults)
        throw new Error(`"${button}" was refused at ${page.url()}: ${faults}\n${await outlineOf(page)}`)
    },
    sendInVain: async (button, entries, within) => {
      await press(button, entries, within)
      return textOf(page.locator('.gu-error-summary'))
    },
    fill: async (button, entries, within) => {
      await explained(page, `form with "${button}"`, () => fill(button, entries, within))
    },
    reads: () => page.locator('main').innerText(),
    told: () => textOf(page.locator('main > .gu-alert')),
    faults: () => textOf(page.locator('.gu-error-summary')),
    typed: (field) => page.locator(`[name="${field}"]`).first().inputValue(),
    download: async (link) => {
      const waiting = page.waitForEvent('download')
      await link.first().click()
      return bytesOf(await waiting)
    },
    path: () => page.url().replace(address, ''),
  }
}

async function bytesOf(download: Download): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

async function textOf(found: Locator): Promise<string> {
  return (await found.allInnerTexts()).join('\n')
}

/** Does what leads to another document and waits until that one stands. */
async function arrive(page: Page, act: () => Promise<void>): Promise<void> {
  const arrived = page.waitForEvent('domcontentloaded', { timeout: 30_000 })
  await Promise.all([arrived, act()])
}

/** The form in which a button stands; `within` names a heading or words of the part it lies in. */
async function formWith(page: Page, button: string, within?: string): Promise<Locator> {
  const named = page.getByRole('button', { name: button, exact: true })
  await unfold(page, button)
  await named.first().waitFor({ state: 'attached' })
  const forms = page.locator('form').filter({ has: named })
  if (!within) return (await forms.count()) > 0 ? forms.first() : page.locator('form').first()
  const inside = forms.filter({ hasText: within })
  if ((await inside.count()) > 0) return inside.first()
  // The innermost part of the page that holds both the words and such a form.
  return page
    .locator('section, article, tr, li, details, div')
    .filter({ hasText: within })
    .filter({ has: named })
    .last()
    .locator('form')
    .filter({ has: named })
    .first()
}

/** Opens the folded part of the page in which a button lies, if it lies in one. */
async function unfold(page: Page, button: string): Promise<void> {
  if (await page.getByRole('button', { name: button, exact: true }).count()) return
  const hidden = page.getByRole('button', { name: button, exact: true, includeHidden: true })
  const folded = page.locator('details:not([open])').filter({ has: hidden }).first()
  if (await folded.count()) await folded.locator('summary').first().click()
}

function buttonIn(form: Locator, page: Page, button: string): Locator {
  return form
    .getByRole('button', { name: button, exact: true })
    .first()
    .or(page.locator('button[form]', { hasText: button }).first())
    .first()
}

/** A step that fails says what stood on the page. */
async function explained(page: Page, what: string, act: () => Promise<unknown>): Promise<void> {
  try {
    await act()
  } catch (error) {
    const outline = await outlineOf(page).catch(() => '')
    throw new Error(`${what} at ${page.url()}: ${(error as Error).message}\n${outline}`, { cause: error })
  }
}
