import { AxeBuilder } from '@axe-core/playwright'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  confirmAll,
  freezeSample,
  handInAll,
  moveTo,
} from '../../src/features/scoring/scoring.test-support.ts'
import { type Hall, openHall, type Person } from '../support/browser.ts'
import { openSite } from '../support/site.ts'
import { buildWorld } from '../support/world.ts'
import { castingOf, itIs, PASSWORD } from './cast.ts'

describe('the main pages for everybody: without scripts, by keyboard, on a telephone, by ear', async () => {
  const site = await openSite('2026-11-05')
  const world = await buildWorld(site)
  const [, , third] = world.unitSlugs
  let hall: Hall

  /** The ten main pages as the officer of a member unit meets them. */
  const mainPages = [
    '/',
    '/viec-can-lam',
    world.at(),
    world.at('viec', third),
    world.at('chi-tieu', third),
    world.at('ket-qua', third),
    world.at('cham-diem', third),
    world.at('xep-hang'),
    world.at('khen-thuong'),
    world.at('van-ban'),
  ] as const

  beforeAll(async () => {
    const cast = await castingOf(site)
    await cast('cv3.moi', 'Chuyên viên Sở Tài chính', 'unit_officer', { unitId: world.unitIds[2] })
    hall = await openHall(site)
    const head = await hall.person('ld1')
    const officer = await hall.person('cv3')
    await head.open(world.at('chi-tieu', 'danh-muc'))
    await head.send('Thêm vào danh mục', { 'Tên chỉ tiêu': 'Số hộ được tập huấn', 'Đơn vị tính': 'hộ' })
    await officer.open(world.at('chi-tieu', third, 'nhap'))
    await officer.send('Lưu', {
      'Chỉ tiêu': 'Số hộ được tập huấn',
      value: '100',
      'Cơ quan giao': 'UBND tỉnh',
    })
    await freezeSample(site, world)
  })

  /** Somebody who reads many pages one after the other, opened once for each kind of browser. */
  const readers = new Map<string, Promise<Person>>()
  const reader = (username: string, options: BrowserContextOptions = {}) => {
    const name = `${username} ${JSON.stringify(options)}`
    const known = readers.get(name) ?? hall.person(username, options)
    readers.set(name, known)
    return known
  }

  it('an officer signs in, enters a figure and sends the report with the keyboard alone, without scripts', async () => {
    const officer = await hall.person(undefined, { javaScriptEnabled: false })
    const { page } = officer
    await officer.open('/dang-nhap')
    await tabTo(page, (focused) => focused.name === 'username')
    await page.keyboard.type('cv3.moi')
    await page.keyboard.press('Tab')
    await page.keyboard.type(PASSWORD)
    await pressAndArrive(page, 'Enter')
    expect(await officer.told()).toContain('Chuyên viên Sở Tài chính')

    await officer.open(world.at())
    await tabTo(page, ({ words }) => words === 'Kết quả')
    await pressAndArrive(page, 'Enter')
    await tabTo(page, ({ words }) => words === 'Nhập kết quả của đơn vị')
    await pressAndArrive(page, 'Enter')
    expect(officer.path()).toBe(world.at('ket-qua', third))
    await tabTo(page, ({ name }) => name.startsWith('value.'))
    await page.keyboard.type('120')
    await tabTo(page, ({ words }) => words === 'Lưu tất cả')
    await pressAndArrive(page, 'Enter')
    await tabTo(page, ({ words }) => words === 'Gửi báo cáo năm')
    await pressAndArrive(page, 'Enter')
    expect(await officer.told()).toBe('Đã gửi Trưởng khối.')
    expect(await officer.reads()).toContain('chờ duyệt')
  })

  it('the first thing the keyboard reaches leads past the navigation to the content', async () => {
    const reader = await hall.person()
    await reader.open('/')
    await reader.page.keyboard.press('Tab')
    expect((await focusedOn(reader.page)).words).toContain('tới nội dung chính')
    await reader.page.keyboard.press('Enter')
    expect(await reader.page.evaluate('document.activeElement.id')).toBe('noi-dung')
  })

  it('brings the year to its ranking', async () => {
    itIs(site, '2026-11-20')
    await moveTo(site, world, 'scoring')
    await handInAll(site, world, ['9', '8', '8', '6'])
    await moveTo(site, world, 'appraisal')
    await confirmAll(site, world)
    await moveTo(site, world, 'conference')
    const officer = await hall.person('cv3')
    await officer.open(world.at('xep-hang'))
    expect(await officer.reads()).toContain('Hạng')
  })

  it.each(mainPages)('%s says without scripts what it says with them', async (path) => {
    const plain = await reader('cv3', { javaScriptEnabled: false })
    const full = await reader('cv3')
    expect((await plain.open(path))?.status()).toBe(200)
    await full.open(path)
    expect(await plain.reads()).toBe(await full.reads())
  })

  it.each(mainPages)('%s stays within a screen of 360 pixels', async (path) => {
    for (const username of ['cv3', 'ld1']) {
      const narrow = await reader(username, { viewport: { width: 360, height: 740 } })
      await narrow.open(path)
      const width = await narrow.page.evaluate('document.documentElement.scrollWidth')
      expect(width, `${path} as ${username}`).toBeLessThanOrEqual(360)
    }
  })

  it('the page of accounts with its many forms has nothing serious that axe finds', async () => {
    const administrator = await hall.person('quantri', { colorScheme: 'light' })
    await administrator.open('/quan-tri/tai-khoan')
    expect(await findings(administrator.page)).toEqual([])
    expect(await idsGivenTwice(administrator.page)).toEqual([])
  })

  it.each(mainPages)('%s has nothing serious that axe finds, in both languages', async (path) => {
    for (const [username, lang] of [
      ['cv3', 'vi'],
      ['ld1', 'en'],
    ] as const) {
      const { page, open } = await reader(username, { colorScheme: 'light' })
      await page.context().addCookies([{ name: 'giaouoc.lang', value: lang, url: hall.address }])
      await open(path)
      expect(await page.locator('html').getAttribute('lang')).toBe(lang)
      expect(await findings(page), `${path} as ${username} in ${lang}`).toEqual([])
      expect(await idsGivenTwice(page), `${path} as ${username}`).toEqual([])
    }
  })
})

/** What axe finds serious or critical, a line each. */
async function findings(page: Page): Promise<string[]> {
  // Our pages hold no frames, which is all the newer mode is for; it opens a page of its own each time.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
}

/** An id that stands twice sends a label or an error to the wrong field. */
async function idsGivenTwice(page: Page): Promise<unknown> {
  return page.evaluate(
    "[...document.querySelectorAll('[id]')].map(({ id }) => id).filter((id, place, all) => all.indexOf(id) !== place)",
  )
}

type Focused = { readonly name: string; readonly words: string }

async function focusedOn(page: Page): Promise<Focused> {
  const [name, words] = await page.evaluate<[string, string]>(
    "[document.activeElement?.getAttribute('name') ?? '', document.activeElement?.textContent ?? '']",
  )
  return { name, words: words.replaceAll(/\s+/g, ' ').trim() }
}

/** Presses Tab until what is wanted has the focus; a page that cannot be walked through is a failure. */
async function tabTo(page: Page, wanted: (focused: Focused) => boolean): Promise<void> {
  const passed: string[] = []
  for (let step = 0; step < 120; step += 1) {
    await page.keyboard.press('Tab')
    const focused = await focusedOn(page)
    if (wanted(focused)) return
    passed.push(focused.name || focused.words)
  }
  throw new Error(`The keyboard does not reach it at ${page.url()}; it passed ${passed.join(' · ')}`)
}

async function pressAndArrive(page: Page, key: string): Promise<void> {
  await Promise.all([page.waitForEvent('domcontentloaded'), page.keyboard.press(key)])
}
