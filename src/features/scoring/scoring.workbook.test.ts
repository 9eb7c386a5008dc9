import { describe, expect, it } from 'vitest'
import { openSite } from '../../../test/support/site.ts'
import { buildWorld } from '../../../test/support/world.ts'
import { readWorkbook } from '../../spreadsheets/read.ts'
import { confirmAll, freezeSample, fullSheet, handInAll, moveTo } from './scoring.test-support.ts'
import { importSelfScores } from './sheet/score-sheet-import.actions.ts'
import { saveSelfScores } from './sheet/sheet.actions.ts'

describe('scores and spreadsheets', async () => {
  const site = await openSite('2026-11-20')
  const world = await buildWorld(site, { state: 'scoring' })
  const { blocYearId, unitIds, unitSlugs } = world
  const [, , unitId] = unitIds
  const path = world.at('cham-diem', unitSlugs[2])
  await freezeSample(site, world)
  const officer = await site.browse('cv3')
  const preview = (form: Readonly<Record<string, string | File>>) =>
    officer.post(`${path}/bang-tinh/xem-truoc`, form)
  const stampIn = (text: string) => /name="stamp" value="([^"]*)"/.exec(text)?.[1] ?? ''
  const confirm = (text: string, form: Readonly<Record<string, string>>) =>
    officer.post(`${path}/bang-tinh`, { stamp: stampIn(text), ...form })
  const cellsOf = (bytes: Uint8Array) =>
    readWorkbook(bytes).map(({ name, rows }) => ({
      name,
      rows: rows.map((row) => row.cells.map((cell) => cell.text)),
    }))

  it('a pasted self-score is shown by criterion, held to the rules, and saved as a whole', async () => {
    await site.did('cv3', saveSelfScores, { blocYearId, unitId, entries: fullSheet('8') })
    const bad = 'Mã\tĐiểm tự chấm\nI.1\t41\nI.3\tchín'
    const refused = await preview({ pasted: bad })
    expect(wordsOf(refused.text)).toContain('“chín” không phải là một con số')
    expect((await confirm(refused.text, { pasted: bad })).status).toBe(422)

    const good =
      'Mã\tTiêu chí\tĐiểm tự chấm\tKhông giao\tGiải trình\nI.1\t\t38,5\t\t\nI.3\t\t9,5\t\tThêm một mô hình\nII.2\t\t\tx\tKhông tổ chức'
    const shown = await preview({ pasted: good })
    expect(wordsOf(shown.text)).toContain('I.1 Thực hiện chỉ tiêu được giao')
    expect(wordsOf(shown.text)).toContain('9,5 – Thêm một mô hình')
    expect(wordsOf(shown.text)).toContain('không giao')
    expect(await confirm(shown.text, { pasted: good })).toMatchObject({ status: 303, location: path })
    const [sheet] = cellsOf((await officer.get(`${path}/xuat`)).bytes)
    const line = (code: string) => sheet?.rows.find((row) => row[0] === code)
    expect(line('I.1')?.slice(0, 4)).toEqual(['I.1', 'Thực hiện chỉ tiêu được giao', '40', '38,5'])
    expect(line('I.2')?.[3]).toBe('18')
    expect(line('II.2')?.[3]).toBe('không giao')
  })

  it('the template comes back as it is stored', async () => {
    const template = await officer.get(`${path}/bang-tinh/mau`)
    const shown = await preview({ file: new File([template.bytes], 'mau.xlsx') })
    expect(wordsOf(shown.text)).toContain('Không có gì để ghi')
  })

  it('a sheet saved by somebody else after the preview is not overwritten', async () => {
    const pasted = 'Mã\tĐiểm\nI.1\t20'
    const shown = await preview({ pasted })
    await site.did('cv3', saveSelfScores, { blocYearId, unitId, entries: fullSheet('7') })
    const refused = await confirm(shown.text, { pasted })
    expect(refused.status).toBe(409)
    expect(wordsOf(refused.text)).toContain('I.1')
  })

  it('nobody enters points for another unit', async () => {
    const source = { kind: 'text', text: 'Mã\tĐiểm\nI.1\t20' } as const
    const input = { blocYearId, unitId, source, mended: {}, reasons: {}, stamp: '', changeReason: '' }
    for (const stranger of ['cv4', 'nguoila', 'quantri']) {
      expect(await site.act(stranger, importSelfScores, input)).toMatchObject({
        error: { code: 'not_your_role' },
      })
    }
  })

  it('a member exports its own points, and those of others only after the round', async () => {
    await handInAll(site, world, ['9', '8', '7', '6'])
    const member = await site.browse('cv4')
    const columnsOf = async (who: typeof member) => {
      const [sheet] = cellsOf((await who.get(world.at('cham-diem', 'xuat'))).bytes)
      return sheet?.rows.find((row) => row[0] === 'I.1')?.slice(3)
    }
    expect(await columnsOf(member)).toEqual(['', '', '', '40'])
    expect(await columnsOf(await site.browse('ld1'))).toEqual(['40', '40', '40', '40'])
    expect((await member.get(`${path}/xuat`)).status).toBe(303)
    const year = cellsOf((await member.get(world.at('xuat-excel'))).bytes)
    const scores = year.find((sheet) => sheet.name === 'Điểm - Tự chấm')
    expect(scores?.rows.find((row) => row[0] === 'I.1')?.slice(3)).toEqual(['', '', '', '40'])
    expect(year.map((sheet) => sheet.name)).not.toContain('Xếp hạng')
    for (const address of [world.at('cham-diem', 'xuat'), `${path}/xuat`, world.at('xuat-excel')]) {
      expect([address, (await (await site.browse('nguoila')).get(address)).status]).toEqual([address, 403])
      expect([address, (await (await site.browse()).get(address)).status]).toEqual([address, 303])
    }
  })

  it('the ranking is exported as its page shows it, to the public only once published', async () => {
    await moveTo(site, world, 'conference')
    await confirmAll(site, world)
    const [ranking] = cellsOf((await officer.get(world.at('xep-hang', 'xuat'))).bytes)
    expect(ranking?.rows.slice(2).map((row) => row[1])).toHaveLength(4)
    expect(await (await site.browse()).get(world.at('xep-hang', 'xuat'))).toMatchObject({ status: 303 })
    const year = cellsOf((await officer.get(world.at('xuat-excel'))).bytes)
    expect(year.map((sheet) => sheet.name)).toEqual(
      expect.arrayContaining(['Bảng điểm', 'Điểm - Tự chấm', 'Xếp hạng']),
    )
  })

  /** What a reader sees. */
  function wordsOf(html: string): string {
    return (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '').replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
  }
})
