import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { openSite } from '../../../test/support/site.ts'
import { buildWorld } from '../../../test/support/world.ts'
import { readWorkbook } from '../../spreadsheets/read.ts'
import type { WorkbookModel } from '../../spreadsheets/workbook.ts'
import { writeWorkbook } from '../../spreadsheets/write.ts'
import { importFigures } from './import.actions.ts'
import { recordResult } from './results.actions.ts'
import { listResultVersions } from './results.store.ts'

describe('results from a spreadsheet', async () => {
  const site = await openSite('2026-11-20')
  const world = await buildWorld(site)
  const { blocYearId, unitIds, unitSlugs } = world
  const unitId = unitIds[2]
  const path = world.at('ket-qua', unitSlugs[2])
  const indicator = async (code: string, name: string, unit: string, kind = 'level') => {
    const found = await sql<{
      id: string
    }>`insert into indicator (province_id, code, name, unit_of_measure, kind)
      values (${world.provinceId}, ${code}, ${name}, ${unit}, ${kind}) returning id`.execute(site.db)
    return found.rows[0]?.id ?? ''
  }
  const outputId = await indicator('sx-cn', 'Giá trị sản xuất của ngành', 'tỷ đồng')
  const importsId = await indicator('nk', 'Kim ngạch nhập khẩu', 'triệu USD')
  const projectsId = await indicator('da', 'Dự án được phê duyệt', 'dự án')
  const doneId = await indicator('tb', 'Tổ chức hội nghị', '', 'yes_no')
  const current = async (indicatorId: string, unit = unitId) => {
    const place = { unitId: unit, blocId: null, indicatorId, year: 2026, period: '2026' }
    return (await listResultVersions(site.db, place)).find((one) => one.state === 'current')
  }
  await site.did('cv3', recordResult, {
    blocYearId,
    unitId,
    indicatorId: importsId,
    period: '2025',
    value: '875',
  })
  const officer = await site.browse('cv3')
  const preview = (form: Readonly<Record<string, string | File>>) =>
    officer.post(`${path}/bang-tinh/xem-truoc`, form)
  const stampIn = (text: string) => /name="stamp" value="([^"]*)"/.exec(text)?.[1] ?? ''
  const confirm = (text: string, form: Readonly<Record<string, string>>) =>
    officer.post(`${path}/bang-tinh`, { stamp: stampIn(text), ...form })

  it('are pasted, shown, warned of "980 USD", mended and written together', async () => {
    const pasted =
      'Chỉ tiêu\tĐVT\tKết quả\nGiá trị sản xuất của ngành\ttỷ đồng\t150.764,125\nKim ngạch nhập khẩu\t\t980 USD'
    const shown = await preview({ pasted })
    expect(shown.status).toBe(200)
    expect(wordsOf(shown.text)).toContain('150.764,125 tỷ đồng')
    expect(wordsOf(shown.text)).toContain('Có phải 980 triệu USD không?')
    expect(shown.text).toContain(`name="reason.${importsId}"`)
    expect(await current(outputId)).toBeUndefined()

    const refused = await confirm(shown.text, { pasted })
    expect(refused.status).toBe(422)
    expect(await current(outputId)).toBeUndefined()

    const mended = { pasted, [`mended.${importsId}`]: '980 triệu USD' }
    const again = await preview(mended)
    expect(wordsOf(again.text)).not.toContain('Có phải 980 triệu USD không?')
    const written = await confirm(again.text, mended)
    expect(written).toMatchObject({ status: 303, location: path })
    expect(await current(outputId)).toMatchObject({ value: '150764.125', channel: 'screen' })
    expect(await current(importsId)).toMatchObject({ value: '980', unitOfMeasure: 'triệu USD' })
  })

  it('in the template come back as they are stored', async () => {
    const template = await download(`${path}/bang-tinh/mau`)
    const file = new File([template], 'mau.xlsx')
    const shown = await preview({ file })
    expect(wordsOf(shown.text)).toContain('Không có gì để ghi')
  })

  it('of a filled file are written with the file as their source', async () => {
    const bytes = await writeWorkbook(
      filled([
        ['da', 'Dự án được phê duyệt', '48/52'],
        ['tb', 'Tổ chức hội nghị', 'Có'],
      ]),
    )
    const shown = await preview({ file: new File([new Uint8Array(bytes)], 'ket-qua.xlsx') })
    const held = /name="held" value="([^"]*)"/.exec(shown.text)?.[1] ?? ''
    expect(await confirm(shown.text, { held, heldName: 'ket-qua.xlsx' })).toMatchObject({ status: 303 })
    const stored = await current(projectsId)
    expect(stored).toMatchObject({ value: '48', total: '52', channel: 'file' })
    expect(stored?.sourceFileId).toBeTruthy()
    expect(await current(doneId)).toMatchObject({ value: '1' })
  })

  it('are told by sheet and cell what is wrong, and nothing is written', async () => {
    const model = filled([
      ['sx-cn', 'Giá trị sản xuất của ngành', 'nhiều'],
      ['sx-cn', 'Giá trị sản xuất của ngành', '7'],
      ['xx', 'Chỉ số lạ', '5'],
    ])
    const bytes = await writeWorkbook(model)
    const shown = await preview({ file: new File([new Uint8Array(bytes)], 'sai.xlsx') })
    expect(wordsOf(shown.text)).toContain('Kết quả, ô C3')
    expect(wordsOf(shown.text)).toContain('“nhiều” không phải là một con số')
    expect(wordsOf(shown.text)).toContain('Mục này đã có ở dòng 3')
    expect(wordsOf(shown.text)).toContain('Không có mục nào tên hay mã là “xx”')
    const held = /name="held" value="([^"]*)"/.exec(shown.text)?.[1] ?? ''
    expect((await confirm(shown.text, { held, heldName: 'sai.xlsx' })).status).toBe(422)
    expect(await current(outputId)).toMatchObject({ value: '150764.125' })
  })

  it('are refused with the differences when somebody saved after the preview', async () => {
    const pasted = 'Chỉ số\tKết quả\nGiá trị sản xuất của ngành\t160.000'
    const shown = await preview({ pasted })
    await site.did('cv3', recordResult, { blocYearId, unitId, indicatorId: outputId, value: '155000' })
    const refused = await confirm(shown.text, { pasted })
    expect(refused.status).toBe(409)
    expect(wordsOf(refused.text)).toContain('155.000')
    expect(await current(outputId)).toMatchObject({ value: '155000' })
    expect(await confirm(refused.text, { pasted })).toMatchObject({ status: 303 })
    expect(await current(outputId)).toMatchObject({ value: '160000' })
  })

  it('say in one sentence that a file is no workbook', async () => {
    const old = await preview({ file: new File([new Uint8Array([1, 2, 3, 0, 5])], 'ket-qua.xlsx') })
    expect(old.status).toBe(422)
    expect(wordsOf(old.text)).toContain('không thuộc loại được nhận')
    const nothing = await preview({ pasted: '' })
    expect(wordsOf(nothing.text)).toContain('Hãy chọn một tệp Excel')
    const noTable = await preview({ file: new File([await bytesOf([['a', 'b', 'c']], 'Khác')], 'a.xlsx') })
    expect(wordsOf(noTable.text)).toContain('Không tìm thấy bảng cần nhập')
  })

  it('are entered by nobody else and read by the bloc', async () => {
    const input = {
      blocYearId,
      unitId,
      period: '2026',
      source: { kind: 'text', text: 'Chỉ số\tKết quả\nDự án được phê duyệt\t1' } as const,
      mended: {},
      reasons: {},
      stamp: '',
      changeReason: '',
    }
    for (const stranger of ['cv4', 'nguoila', 'quantri']) {
      expect([stranger, await site.act(stranger, importFigures, input)]).toMatchObject([
        stranger,
        { error: { code: 'not_your_role' } },
      ])
    }
    const elsewhere = { ...input, unitId: '00000000-0000-4000-8000-000000000000' }
    expect(await site.act('cv3', importFigures, elsewhere)).toMatchObject({ ok: false })
    expect((await (await site.browse('nguoila')).get(`${path}/xuat`)).status).toBe(403)
    const seen = readWorkbook(await download(`${path}/xuat`))
    expect(seen[0]?.rows.flatMap((row) => row.cells.map((cell) => cell.text))).toContain('160.000')
  })

  /** What a reader sees. */
  function wordsOf(html: string): string {
    return (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '').replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
  }

  async function download(address: string): Promise<Uint8Array<ArrayBuffer>> {
    const { status, bytes } = await officer.get(address)
    expect(status).toBe(200)
    return bytes
  }

  function filled(rows: readonly (readonly [string, string, string])[], name = 'Kết quả'): WorkbookModel {
    const columns = ['Mã', 'Chỉ số', 'Kết quả'].map((title) => ({
      title: name === 'Khác' ? `${title} x` : title,
      width: 20,
    }))
    return { title: name, sheets: [{ name, title: name, columns, rows: rows.map((cells) => ({ cells })) }] }
  }

  async function bytesOf(rows: readonly (readonly [string, string, string])[], name: string) {
    return new Uint8Array(await writeWorkbook(filled(rows, name)))
  }
})
