import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { openSite } from '../../../test/support/site.ts'
import { buildWorld } from '../../../test/support/world.ts'
import {
  addPicture,
  approveNews,
  draftConferenceNews,
  editNews,
  publishNews,
  withdrawNews,
} from './news.actions.ts'
import { newsPaths } from './news.paths.ts'
import { findItem } from './news.store.ts'

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

describe('news of a bloc', async () => {
  const site = await openSite('2026-12-20')
  const world = await buildWorld(site, { state: 'conference' })
  let conferenceId = ''
  let itemId = ''

  beforeAll(async () => {
    const made = await sql<{ id: string }>`
      insert into conference (province_id, bloc_year_id, kind, title, held_on, state)
      values (${world.provinceId}, ${world.blocYearId}, 'year_end', 'Hội nghị tổng kết năm 2026', '2026-12-18', 'closed') returning id`.execute(
      site.db,
    )
    conferenceId = made.rows[0]?.id ?? ''
    await sql`insert into proposal (bloc_year_id, award_code, recipient, unit_id, name_withheld)
      values (${world.blocYearId}, 'co_ubnd_tinh', 'collective', ${world.unitIds[2]}, false),
             (${world.blocYearId}, 'bang_khen_chu_tich_tinh', 'collective', ${world.unitIds[3]}, true)`.execute(
      site.db,
    )
  })

  it('is drafted from the records after a conference, with awards and without withheld names', async () => {
    const drafted = await site.did('thuky', draftConferenceNews, {
      blocYearId: world.blocYearId,
      conferenceId,
    })
    itemId = drafted.itemId
    const item = await findItem(site.db, itemId)
    expect(item?.title).toBe('Khối thi đua Kinh tế tổng kết công tác thi đua, khen thưởng năm 2026')
    expect(item?.lead).toContain('Ngày 18/12/2026')
    expect(item?.body).toContain('Cờ thi đua của UBND tỉnh cho Sở Tài chính')
    expect(item?.body).toContain('cho 1 đơn vị')
    expect(item?.body).not.toContain('Quỹ Đầu tư phát triển')
  })

  it('cannot be read by the public before it is published', async () => {
    const item = await findItem(site.db, itemId)
    const visitor = await site.browse()
    expect((await visitor.get(newsPaths.item(item?.slug ?? ''))).status).toBe(404)
    expect((await visitor.get('/tin-tuc')).text).not.toContain(item?.title)
    expect((await visitor.get(newsPaths.edit(itemId))).location).toContain('/dang-nhap')
  })

  it('keeps what a second editor typed and shows what the first one changed', async () => {
    const item = await findItem(site.db, itemId)
    if (!item) throw new Error('no item')
    const text = {
      lead: item.lead,
      body: item.body,
      author: 'Văn phòng Sở',
      source: '',
      section: item.section,
    }
    await site.did('cv1', editNews, { itemId, version: item.version, title: 'Tiêu đề thứ nhất', ...text })
    const second = await (await site.browse('thuky')).post(newsPaths.edit(itemId), {
      version: String(item.version),
      title: 'Tiêu đề thứ hai',
      ...text,
    })
    expect(second.status).toBe(409)
    expect(second.text).toContain('Tiêu đề thứ hai')
    expect(second.text).toContain('Tiêu đề thứ nhất')
  })

  it('takes pictures only, judged by their content', async () => {
    const words = { caption: 'Đại biểu dự hội nghị', alt: 'Hội trường', author: '', source: '' }
    const refused = await site.act('thuky', addPicture, {
      itemId,
      file: { name: 'anh.png', bytes: new TextEncoder().encode('không phải ảnh') },
      ...words,
    })
    expect(refused).toMatchObject({ ok: false, error: { fields: { file: { code: 'file_kind_unknown' } } } })
    await site.did('thuky', addPicture, {
      itemId,
      file: { name: 'anh.png', bytes: new Uint8Array(PIXEL) },
      ...words,
    })
  })

  it('is approved by one who may, then published, and read by everybody with its picture', async () => {
    expect(await site.act('thuky', approveNews, { itemId })).toMatchObject({
      ok: false,
      error: { code: 'not_your_role' },
    })
    expect(await site.act('ld1', publishNews, { itemId })).toMatchObject({
      ok: false,
      error: { code: 'news_not_approved' },
    })
    await site.did('ld1', approveNews, { itemId })
    await site.did('ld1', publishNews, { itemId })
    const item = await findItem(site.db, itemId)
    const seen = await (await site.browse()).get(newsPaths.item(item?.slug ?? ''))
    expect(seen.status).toBe(200)
    expect(seen.text).toContain('Đại biểu dự hội nghị')
    expect(seen.text).toContain('Cờ thi đua của UBND tỉnh')
    const html = await (await site.browse()).get(newsPaths.html(item?.slug ?? ''))
    expect(html.text).not.toContain('class=')
    const docx = await (await site.browse()).get(newsPaths.docx(item?.slug ?? ''))
    expect(docx.text.startsWith('PK')).toBe(true)
  })

  it('can be withdrawn with a reason and is gone from the site', async () => {
    await site.did('ld1', withdrawNews, { itemId, reason: 'Sai số liệu' })
    const item = await findItem(site.db, itemId)
    expect((await (await site.browse()).get(newsPaths.item(item?.slug ?? ''))).status).toBe(404)
  })

  it('shows the year’s news to its members and a front page to everybody', async () => {
    expect((await (await site.browse('ld3')).get(world.at('tin-tuc'))).text).toContain('Tiêu đề thứ nhất')
    expect((await (await site.browse()).get('/')).status).toBe(200)
  })
})
