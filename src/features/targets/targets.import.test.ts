import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { openSite } from '../../../test/support/site.ts'
import { buildWorld } from '../../../test/support/world.ts'
import { readWorkbook } from '../../spreadsheets/read.ts'
import { importTargets } from './import.actions.ts'
import { setTarget } from './targets.actions.ts'
import { listTargetsOfYear } from './targets.store.ts'

describe('targets from a spreadsheet', async () => {
  const site = await openSite('2026-02-20')
  const world = await buildWorld(site, { state: 'pledging' })
  const { blocYearId, blocId, unitIds, unitSlugs } = world
  const unitId = unitIds[2]
  const path = world.at('chi-tieu', unitSlugs[2])
  const indicator = async (code: string, name: string, unit: string, kind = 'level', direction = 'up') => {
    const found = await sql<{
      id: string
    }>`insert into indicator (province_id, code, name, unit_of_measure, kind, direction)
      values (${world.provinceId}, ${code}, ${name}, ${unit}, ${kind}, ${direction}) returning id`.execute(
      site.db,
    )
    return found.rows[0]?.id ?? ''
  }
  const revenue = await indicator('thu', 'Thu ngân sách của sở', 'tỷ đồng')
  const trade = await indicator('xk', 'Xuất khẩu của sở', 'triệu USD')
  const poverty = await indicator('ngheo', 'Tỷ lệ hộ nghèo của sở', '%', 'share', 'down')
  const reform = await indicator('cchc', 'Đề án cải cách của sở', '', 'date', 'none')
  const meeting = await indicator('hn', 'Tổ chức hội nghị của sở', '', 'yes_no', 'none')
  const rating = await indicator('xl', 'Xếp loại của sở', '')
  const officer = await site.browse('cv3')
  const preview = (form: Readonly<Record<string, string | File>>) =>
    officer.post(`${path}/bang-tinh/xem-truoc`, form)
  const stampIn = (text: string) => /name="stamp" value="([^"]*)"/.exec(text)?.[1] ?? ''
  const confirm = (text: string, form: Readonly<Record<string, string>>) =>
    officer.post(`${path}/bang-tinh`, { stamp: stampIn(text), ...form })
  const stored = async () =>
    new Map(
      (await listTargetsOfYear(site.db, { year: 2026, blocId, unitIds: [unitId] })).map((one) => [
        one.indicatorId,
        one,
      ]),
    )

  it('of every kind are pasted, shown in words and set together', async () => {
    const pasted = [
      'Mã\tChỉ số\tCách đánh giá\tMức giao\tCơ quan giao\tVăn bản giao',
      'thu\tThu ngân sách của sở\tít nhất (≥)\t44.462\tUBND tỉnh giao\tQuyết định số 12/QĐ-UBND',
      '\tXuất khẩu của sở\t\ttrên 3.720 triệu USD',
      'ngheo\t\t\tdưới 5%',
      'cchc\t\t\t31/12/2026',
      'hn\t\tcó thực hiện\t',
      'xl\t\tmức độ hoàn thành nhiệm vụ\tHoàn thành tốt nhiệm vụ',
    ].join('\n')
    const shown = await preview({ pasted })
    for (const words of [
      '≥ 44.462 tỷ đồng',
      'trên 3.720 triệu USD',
      'dưới 5%',
      'chậm nhất ngày 31/12/2026',
      'Ghi 6 dòng',
    ]) {
      expect(wordsOf(shown.text)).toContain(words)
    }
    expect((await stored()).size).toBe(0)
    expect(await confirm(shown.text, { pasted })).toMatchObject({ status: 303, location: path })
    const set = await stored()
    expect(set.get(revenue)).toMatchObject({
      value: '44462',
      setBy: 'people_committee',
      basis: 'Quyết định số 12/QĐ-UBND',
    })
    expect(set.get(trade)).toMatchObject({ kind: 'at_least', strict: true, value: '3720', setBy: 'own' })
    expect(set.get(poverty)).toMatchObject({ kind: 'at_most', strict: true, value: '5' })
    expect(set.get(reform)).toMatchObject({ kind: 'by_date', byDate: '2026-12-31' })
    expect(set.get(meeting)).toMatchObject({ kind: 'yes_no' })
    expect(set.get(rating)).toMatchObject({ kind: 'level', value: '3' })
  })

  it('in the template come back as they are stored', async () => {
    const template = await officer.get(`${path}/bang-tinh/mau`)
    const shown = await preview({ file: new File([template.bytes], 'mau.xlsx') })
    expect(wordsOf(shown.text)).toContain('Không có gì để ghi')
  })

  it('are all left alone when one line is wrong, and "không giao" is no zero', async () => {
    const bad = 'Mã\tMức giao\nthu\tkhông giao\nxk\tnhiều'
    const refused = await confirm((await preview({ pasted: bad })).text, { pasted: bad })
    expect(refused.status).toBe(422)
    expect((await stored()).get(revenue)).toMatchObject({ value: '44462' })
    const good = 'Mã\tMức giao\nthu\tkhông giao'
    expect(await confirm((await preview({ pasted: good })).text, { pasted: good })).toMatchObject({
      status: 303,
    })
    expect((await stored()).get(revenue)).toMatchObject({ kind: 'not_assigned', value: null })
  })

  it('are refused when somebody saved after the preview', async () => {
    const pasted = 'Mã\tMức giao\nxk\t4.000'
    const shown = await preview({ pasted })
    const at = { blocYearId, unitId, indicatorId: trade }
    await site.did('cv3', setTarget, { ...at, kind: 'at_least', value: '3900', setBy: 'own' })
    const refused = await confirm(shown.text, { pasted })
    expect(refused.status).toBe(409)
    expect(wordsOf(refused.text)).toContain('3900')
    expect((await stored()).get(trade)).toMatchObject({ value: '3900' })
  })

  it('that were signed are not changed by a file', async () => {
    await sql`with p as (insert into pledge (bloc_year_id, state, contents) values (${blocYearId}, 'signing', 'x') returning id)
      insert into pledge_signature (pledge_id, unit_id, signer_name, signed_on)
      select id, ${unitId}, 'x', '2026-02-10' from p`.execute(site.db)
    const shown = await preview({ pasted: 'Mã\tMức giao\nxk\t4.000' })
    expect(wordsOf(shown.text)).toContain('Giao ước đã ký nên không sửa thẳng được')
  })

  it('are entered by nobody else; the bloc reads them', async () => {
    const source = { kind: 'text', text: 'Mã\tMức giao\nxk\t1' } as const
    const input = { blocYearId, unitId, source, mended: {}, reasons: {}, stamp: '', changeReason: '' }
    for (const stranger of ['cv4', 'nguoila', 'quantri']) {
      expect(await site.act(stranger, importTargets, input)).toMatchObject({
        error: { code: 'not_your_role' },
      })
    }
    const seen = readWorkbook((await (await site.browse('ld2')).get(world.at('chi-tieu', 'xuat'))).bytes)
    expect(seen[0]?.rows.flatMap((row) => row.cells.map((cell) => cell.text))).toContain('≥ 3.900 triệu USD')
    expect((await (await site.browse('nguoila')).get(world.at('chi-tieu', 'xuat'))).status).toBe(403)
  })

  /** What a reader sees. */
  function wordsOf(html: string): string {
    return (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '').replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
  }
})
