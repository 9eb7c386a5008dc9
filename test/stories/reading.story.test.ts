import { AlignmentType, Document, Packer, Paragraph, TextRun } from 'docx'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Hall, openHall, type Person } from '../support/browser.ts'
import { openSite } from '../support/site.ts'
import { buildWorld } from '../support/world.ts'
import { newsOfTheYear, reportOf2020, reportOf2021, reportWithSlip } from './reading.reports.ts'

const members = [
  'Sở Thông tin và Truyền thông',
  'Sở Tài nguyên và Môi trường',
  'Sở Khoa học và Công nghệ',
  'Sở Nông nghiệp và Phát triển nông thôn',
] as const

describe('the reports of a bloc, read from files', async () => {
  const site = await openSite('2021-12-20')
  const world = await buildWorld(site, { year: 2021, names: members })
  await sql`insert into bloc_year (bloc_id, year, state) values (${world.blocId}, 2020, 'closed')`.execute(
    site.db,
  )
  let hall: Hall
  let secretary: Person
  beforeAll(async () => {
    hall = await openHall(site)
    secretary = await hall.person('thuky')
  })
  const list = world.at('doc-bao-cao')
  const inBloc = (count: string) =>
    sql<{ n: number }>`select count(*)::integer as n from result where ${sql.raw(count)}`
      .execute(site.db)
      .then((found) => found.rows[0]?.n)

  it('a Word report of 2020 is dropped on the page and read, and goes to its own year', async () => {
    await secretary.open(list)
    await secretary.send('Gửi và đọc', {
      files: { file: 'tong-ket-2020.docx', bytes: await wordOf(reportOf2020) },
    })
    expect(secretary.path()).toContain('/2020/doc-bao-cao/tep/')
    const text = await secretary.reads()
    expect(text).toContain('Chưa có gì được lưu')
    expect(text).toContain('1.128 tin bài')
    expect(await inBloc('true')).toBe(0)
  })

  it('thirty facts are confirmed by keyboard and saved in one go', async () => {
    const { page } = secretary
    const facts = await page.locator('[data-fact]').count()
    expect(facts).toBeGreaterThanOrEqual(30)
    await page.keyboard.press('j')
    for (let number = 0; number < facts; number++) await page.keyboard.press('a')
    // A figure whose owner the report does not say stays open; it is dropped by the same keys.
    for (let number = 0; number < facts; number++) await page.keyboard.press('k')
    for (const owner of await page.locator('select[name^="owner."]').all()) {
      if ((await owner.inputValue()) !== '') continue
      const index = (await owner.getAttribute('name'))?.split('.')[1] ?? ''
      await page.locator(`#take-${index}`).focus()
      await page.keyboard.press('x')
    }
    await Promise.all([
      page.waitForEvent('domcontentloaded'),
      page.getByRole('button', { name: 'Lưu các số đã đánh dấu' }).press('Enter'),
    ])
    expect(await secretary.told()).toMatch(/Đã lưu 3\d số liệu/)
    expect(await inBloc("year = 2020 and channel = 'file' and source_quote <> ''")).toBeGreaterThanOrEqual(30)
  })

  it('each saved figure shows the words and the file it came from', async () => {
    await secretary.open(`/khoi/kinh-te/2020/ket-qua/${world.unitSlugs[3]}`)
    expect(await secretary.reads()).toContain('5.711,7')
    await secretary.page.getByRole('link', { name: 'nguồn' }).first().click()
    await secretary.page.waitForLoadState('domcontentloaded')
    expect(secretary.path()).toMatch(/doc-bao-cao\/tep\/.+#s\d+$/)
    expect(await secretary.page.locator('mark').first().innerText()).not.toBe('')
  })

  it('two years of the bloc stand side by side', async () => {
    await secretary.open(list)
    await secretary.send('Gửi và đọc', {
      files: { file: 'tong-ket-2021.docx', bytes: await wordOf(reportOf2021) },
    })
    expect(secretary.path()).toContain('/2021/doc-bao-cao/tep/')
    // Every indicator is known from the year before, so all are ticked already.
    expect(await secretary.reads()).not.toContain('chỉ tiêu mới')
    await secretary.send('Lưu các số đã đánh dấu')
    expect(await secretary.told()).toContain('Đã lưu 3 số liệu')
    await secretary.open(`/khoi/kinh-te/2021/ket-qua/${world.unitSlugs[3]}`)
    const sheet = await secretary.reads()
    expect(sheet).toContain('6.020,5')
    expect(sheet).toContain('5.711,7')
  })

  it('“980 USD” is caught, asks what is meant, and is saved as mended', async () => {
    await secretary.open(list)
    await secretary.send('Gửi và đọc', {
      files: { file: 'xuat-nhap-khau.txt', bytes: new TextEncoder().encode(reportWithSlip) },
    })
    expect(await secretary.reads()).toContain('Có phải 980 triệu USD?')
    const slip = secretary.page.locator('[data-fact]', { hasText: '980' })
    expect(await slip.getByRole('checkbox').first().isChecked()).toBe(false)
    await secretary.send('Lưu các số đã đánh dấu', {
      'take.1': true,
      'figure.1': '980 triệu USD',
      'owner.1': 'Toàn khối',
    })
    expect(await secretary.told()).toContain('Đã lưu 1 số liệu')
    expect(await inBloc("value = 980 and unit_of_measure = 'triệu USD'")).toBe(1)
  })

  it('ten files come in together, and the page shows how far reading is', async () => {
    await secretary.open(list)
    const files = await Promise.all(
      Array.from({ length: 10 }, async (_one, index) => ({
        name: `tin-${index + 1}.docx`,
        mimeType: 'application/octet-stream',
        buffer: Buffer.from(await wordOf(newsOfTheYear(index))),
      })),
    )
    await secretary.page.locator('input[type=file]').setInputFiles(files)
    await secretary.send('Gửi và đọc')
    expect(await secretary.told()).toContain('Đã nhận 10 tệp')
    await secretary.page.getByText('/10 tệp').waitFor({ state: 'detached', timeout: 20_000 })
    expect(await secretary.page.getByRole('link', { name: /^tin-\d+\.docx$/ }).count()).toBe(10)
  })
})

async function wordOf(lines: readonly string[]): Promise<Uint8Array> {
  const [title = '', ...rest] = lines
  const head = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ text: title, bold: true })],
  })
  const body = rest.map((text) => new Paragraph({ children: [new TextRun(text)] }))
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children: [head, ...body] }] })))
}
