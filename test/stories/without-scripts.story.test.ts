import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
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
    const plain = await hall.person('cv3', { javaScriptEnabled: false })
    const full = await hall.person('cv3')
    expect((await plain.open(path))?.status()).toBe(200)
    await full.open(path)
    expect(await plain.reads()).toBe(await full.reads())
    await close(plain, full)
  })

  it.each(mainPages)('%s stays within a screen of 360 pixels', async (path) => {
    for (const username of ['cv3', 'ld1']) {
      const reader = await hall.person(username, { viewport: { width: 360, height: 740 } })
      await reader.open(path)
      const width = await reader.page.evaluate('document.documentElement.scrollWidth')
      expect(width, `${path} as ${username}`).toBeLessThanOrEqual(360)
      await close(reader)
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
      const reader = await hall.person(username, { colorScheme: 'light' })
      await reader.page.context().addCookies([{ name: 'giaouoc.lang', value: lang, url: hall.address }])
      await reader.open(path)
      expect(await reader.page.locator('html').getAttribute('lang')).toBe(lang)
      expect(await findings(reader.page), `${path} as ${username} in ${lang}`).toEqual([])
      expect(await idsGivenTwice(reader.page), `${path} as ${username}`).toEqual([])
      await close(reader)
    }
  })
})

/** What axe finds serious or critical, a line each. */
async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
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
  const focused = page.locator(':focus')
  if ((await focused.count()) === 0) return { name: '', words: '' }
  const words = await focused.first().textContent()
  return {
    name: (await focused.first().getAttribute('name')) ?? '',
    words: (words ?? '').replaceAll(/\s+/g, ' ').trim(),
  }
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

async function close(...people: readonly Person[]): Promise<void> {
  for (const { page } of people) await page.context().close()
}
