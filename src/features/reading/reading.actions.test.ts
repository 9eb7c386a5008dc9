import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { openSite } from '../../../test/support/site.ts'
import { buildWorld } from '../../../test/support/world.ts'
import { findStep } from '../../steps/steps.store.ts'
import { recordResult } from '../results/results.actions.ts'
import { addIndicator } from '../targets/indicators.actions.ts'
import { setTarget } from '../targets/targets.actions.ts'
import { type ConfirmedFigure, confirmReportWith } from './confirm.actions.ts'
import { dropReport, keepReports, MOST_FILES, moveReport } from './reading.actions.ts'
import { findReadingOfFile } from './reading.store.ts'
import { readReports } from './reading.work.ts'

const confirmReport = confirmReportWith({ addIndicator, recordResult, setTarget })

const REPORT = `BÁO CÁO TỔNG KẾT KHỐI THI ĐUA KINH TẾ NĂM 2026
Sở Công Thương: Giá trị sản xuất công nghiệp ước đạt 150.764 tỷ đồng, tăng 12,5% so với năm 2025.
Sở Xây dựng thẩm định 39 dự án đầu tư.
Năm 2027 phấn đấu giá trị sản xuất công nghiệp đạt 160.000 tỷ đồng.`

const file = (name: string, body: string) => ({ name, bytes: new TextEncoder().encode(body) })

type StoredResult = {
  readonly value: string
  readonly state: string
  readonly channel: string
  readonly onBehalf: boolean
  readonly sourceQuote: string
  readonly sourceStart: number
  readonly sourceFileId: string
  readonly changeReason: string
}

describe('reports read from files', async () => {
  const site = await openSite('2026-12-20')
  const world = await buildWorld(site)
  const { blocYearId, unitIds } = world
  const [first, second, third] = unitIds

  const hand = async (username: string, name: string, body: string, unitId: string | null = null) => {
    const { fileIds } = await site.did(username, keepReports, {
      blocYearId,
      unitId,
      files: [file(name, body)],
    })
    await readReports(await site.context(username), fileIds)
    return fileIds[0] ?? ''
  }
  const read = (fileId: string) => findReadingOfFile(site.db, fileId)
  const results = async () =>
    (
      await sql<StoredResult>`select value, state, channel, on_behalf, source_quote, source_start, source_file_id, change_reason
        from result order by created_at, version_number`.execute(site.db)
    ).rows
  const output = (more: Partial<ConfirmedFigure> = {}): ConfirmedFigure => ({
    index: 0,
    name: 'Giá trị sản xuất công nghiệp',
    owner: `unit:${first}`,
    kind: 'result',
    period: '2026',
    value: '150764',
    unitOfMeasure: 'tỷ đồng',
    isEstimate: true,
    ...more,
  })

  beforeAll(async () => {
    await site.did('ld1', addIndicator, {
      blocYearId,
      code: '',
      name: 'Giá trị sản xuất công nghiệp',
      unitOfMeasure: 'tỷ đồng',
      direction: 'up',
      decimals: 3,
      kind: 'level',
      fieldCode: null,
      partOfId: null,
      convertsToId: null,
      conversionFactor: null,
    })
  })

  it('are kept, read, and wait for a person: nothing is saved by reading', async () => {
    const fileId = await hand('ld1', 'bao-cao.txt', REPORT)
    const reading = await read(fileId)
    expect(reading).toMatchObject({ state: 'to_confirm', factYear: 2026, unitId: null })
    expect(reading?.facts?.indicators.map((one) => one.value)).toEqual(
      expect.arrayContaining(['150764', '39', '160000']),
    )
    for (const { quote, start, end } of reading?.facts?.indicators ?? [])
      expect(reading?.text.slice(start, end)).toBe(quote)
    expect(await results()).toEqual([])
  })

  it('are confirmed at once: figures, new indicators and targets in one go, with where they come from', async () => {
    const fileId = await hand('ld1', 'nam.txt', `${REPORT}\nHết.`)
    const reading = await read(fileId)
    const facts = reading?.facts?.indicators ?? []
    const at = (value: string) => facts.findIndex((one) => one.value === value)
    const done = await site.did('ld1', confirmReport, {
      fileId,
      changeReason: '',
      figures: [
        output({ index: at('150764') }),
        {
          index: at('39'),
          name: 'Dự án được thẩm định',
          owner: `unit:${second}`,
          kind: 'result',
          period: '2026',
          value: '39',
          unitOfMeasure: 'dự án',
        },
      ],
    })
    expect(done).toMatchObject({ saved: 2 })
    const [stored, permits] = await results()
    const fact = facts[at('150764')]
    expect(stored).toMatchObject({
      value: '150764',
      channel: 'file',
      onBehalf: false,
      sourceFileId: fileId,
      sourceQuote: fact?.quote,
      sourceStart: fact?.start,
    })
    expect(permits).toMatchObject({ value: '39', onBehalf: true })
    expect(await findStep(site.db, blocYearId, second, 'year_report')).toMatchObject({
      state: 'draft',
      onBehalf: true,
      channel: 'file',
    })
    const after = await read(fileId)
    expect(after).toMatchObject({ state: 'confirmed', saved: 2, settledByName: 'Lãnh đạo Sở Công Thương' })
    expect(after?.decisions[at('160000')]).toEqual({ saved: false })
  })

  it('make a new version, with the reason, of a figure that stands already', async () => {
    const fileId = await hand('ld1', 'chinh-thuc.txt', REPORT.replace('ước đạt 150.764', 'đạt 151.000'))
    await site.did('ld1', confirmReport, {
      fileId,
      changeReason: 'Theo báo cáo chính thức.',
      figures: [output({ value: '151000', isEstimate: false })],
    })
    const versions = (await results()).filter((one) => one.value.startsWith('15'))
    expect(versions).toMatchObject([
      { value: '150764', state: 'replaced' },
      { value: '151000', state: 'current', changeReason: 'Theo báo cáo chính thức.' },
    ])
  })

  it('refuse a stored figure that the form had not shown', async () => {
    const fileId = await hand('ld1', 'khac.txt', REPORT)
    const refused = await site.act('ld1', confirmReport, {
      fileId,
      changeReason: 'x',
      figures: [output({ value: '99', seen: { placeKey: '', version: 0 } })],
    })
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'changed_meanwhile', differences: [{ field: 'figure.0' }] },
    })
    expect(await read(fileId)).toMatchObject({ state: 'to_confirm' })
  })

  it('save all or nothing, and say at each figure what is wrong', async () => {
    const fileId = await hand('ld1', 'loi.txt', REPORT)
    const before = await results()
    const refused = await site.act('ld1', confirmReport, {
      fileId,
      changeReason: '',
      figures: [
        output({ owner: `unit:${unitIds[3]}` }),
        output({ index: 1, owner: `unit:${unitIds[3]}`, value: '5' }),
        output({ index: 2, owner: `unit:${unitIds[2]}`, value: '980', unitOfMeasure: 'đồng' }),
      ],
    })
    expect(refused).toMatchObject({
      ok: false,
      error: {
        code: 'fields_wrong',
        fields: {
          'figure.1': { code: 'figure_taken_twice', params: ['1'] },
          'figure.2': { code: 'figure_suspicious' },
          'overrideReason.2': { code: 'suspicious_reason_needed' },
        },
      },
    })
    expect(await results()).toEqual(before)
  })

  it('put a target into the year it is for, if the bloc has that year', async () => {
    const fileId = await hand('ld1', 'muc-tieu.txt', REPORT)
    const target = output({ index: 2, kind: 'target', value: '160000', isEstimate: false })
    const nowhere = await site.act('ld1', confirmReport, {
      fileId,
      changeReason: '',
      figures: [{ ...target, period: '2027' }],
    })
    expect(nowhere).toMatchObject({
      ok: false,
      error: { fields: { 'period.2': { code: 'target_year_not_open', params: ['2027'] } } },
    })
    await site.did('ld1', confirmReport, { fileId, changeReason: '', figures: [target] })
    const stored = await sql`select year, kind, value, channel, on_behalf, set_by from target`.execute(
      site.db,
    )
    expect(stored.rows).toEqual([
      { year: 2026, kind: 'at_least', value: '160000', channel: 'file', onBehalf: false, setBy: 'unknown' },
    ])
  })

  it('of a unit may be handed in by its own people, who take what the catalogue has', async () => {
    const own = `Sở Tài chính báo cáo kết quả năm 2026. Thẩm định 41 dự án. Xử lý 12 vụ vi phạm.`
    const fileId = await hand('cv3', 'so-tai-chinh.txt', own, third)
    const figure = (name: string, value: string, unit: string): ConfirmedFigure => ({
      ...output(),
      name,
      owner: `unit:${third}`,
      value,
      unitOfMeasure: unit,
      isEstimate: false,
    })
    const unknown = await site.act('cv3', confirmReport, {
      fileId,
      changeReason: '',
      figures: [figure('Vụ vi phạm đã xử lý', '12', 'vụ')],
    })
    expect(unknown).toMatchObject({ error: { fields: { 'name.0': { code: 'new_indicator_not_yours' } } } })
    const strange = await site.act('cv3', confirmReport, {
      fileId,
      changeReason: '',
      figures: [output({ owner: `unit:${first}` })],
    })
    expect(strange).toMatchObject({ error: { fields: { 'owner.0': { code: 'figure_not_yours' } } } })
    await site.did('cv3', confirmReport, {
      fileId,
      changeReason: 'Số mới.',
      counts: true,
      figures: [figure('Dự án được thẩm định', '41', 'dự án')],
    })
    expect(await findStep(site.db, blocYearId, third, 'year_report')).toMatchObject({
      state: 'sent',
      channel: 'file',
      onBehalf: false,
    })
  })

  it('of the first half count as the mid-year report, sent on behalf when the head hands them in', async () => {
    const half = 'BÁO CÁO SƠ KẾT 6 THÁNG ĐẦU NĂM 2026. Sở Tài chính thẩm định 20 dự án.'
    const fileId = await hand('ld1', 'sau-thang.txt', half, third)
    await site.did('ld1', confirmReport, {
      fileId,
      changeReason: '',
      counts: true,
      figures: [
        {
          ...output(),
          name: 'Dự án được thẩm định',
          owner: `unit:${third}`,
          period: '2026H1',
          value: '20',
          unitOfMeasure: 'dự án',
          isEstimate: false,
        },
      ],
    })
    expect(await findStep(site.db, blocYearId, third, 'mid_report')).toMatchObject({
      state: 'sent',
      channel: 'file',
      onBehalf: true,
    })
  })

  it('are not taken from members of other units or from outside', async () => {
    const input = { blocYearId, unitId: second, files: [file('a.txt', REPORT)] }
    for (const username of ['cv3', 'nguoila', 'quantri'])
      expect(await site.act(username, keepReports, input)).toMatchObject({ error: { code: 'not_your_role' } })
    expect(await site.act('cv3', keepReports, { ...input, unitId: null })).toMatchObject({
      error: { code: 'not_your_role' },
    })
    const fileId = await hand('thuky', 'b.txt', REPORT)
    for (const spec of [dropReport, confirmReport] as const)
      expect(await site.act('cv3', spec, { fileId, changeReason: '', figures: [output()] })).toMatchObject({
        error: { code: 'not_your_role' },
      })
  })

  it('are refused one by one: a bad file does not hold up the good ones', async () => {
    const files = [file('a.txt', REPORT), file('b.exe', 'x'), file('c.txt', ''), file('d.csv', 'a;b')]
    const kept = await site.did('ld1', keepReports, { blocYearId, unitId: null, files })
    expect(kept.fileIds).toHaveLength(1)
    expect(kept.refused).toEqual([
      { code: 'file_kind_unknown', params: ['b.exe'] },
      { code: 'file_empty', params: ['c.txt'] },
      { code: 'report_kind_unknown', params: ['d.csv'] },
    ])
    const none = await site.act('ld1', keepReports, { blocYearId, unitId: null, files: files.slice(1, 2) })
    expect(none).toMatchObject({ error: { fields: { files: { code: 'file_kind_unknown' } } } })
    const many = Array.from({ length: MOST_FILES + 1 }, (_one, index) => file(`${index}.txt`, REPORT))
    expect(await site.act('ld1', keepReports, { blocYearId, unitId: null, files: many })).toMatchObject({
      error: { fields: { files: { code: 'too_many_files' } } },
    })
    expect(await site.act('ld1', keepReports, { blocYearId, unitId: null, files: [] })).toMatchObject({
      error: { fields: { files: { code: 'file_required' } } },
    })
  })

  it('that hold no text stay in the list with the reason', async () => {
    const fileId = await hand('ld1', 'trong.txt', '   \n  ')
    expect(await read(fileId)).toMatchObject({ state: 'unreadable', refusal: 'empty' })
  })

  it('that were settled are not settled again', async () => {
    const fileId = await hand('ld1', 'bo.txt', REPORT)
    await site.did('ld1', dropReport, { fileId })
    for (const spec of [dropReport, confirmReport] as const)
      expect(await site.act('ld1', spec, { fileId, changeReason: '', figures: [output()] })).toMatchObject({
        error: { code: 'reading_settled' },
      })
    const empty = await hand('ld1', 'khong.txt', REPORT)
    expect(
      await site.act('ld1', confirmReport, { fileId: empty, changeReason: '', figures: [] }),
    ).toMatchObject({
      error: { code: 'nothing_taken' },
    })
    expect(
      await site.act('ld1', confirmReport, { fileId: empty, changeReason: '', figures: [], counts: true }),
    ).toMatchObject({ error: { code: 'report_of_nobody' } })
    expect(
      await site.act('ld1', confirmReport, {
        fileId: empty,
        version: 1,
        changeReason: '',
        figures: [output()],
      }),
    ).toMatchObject({ error: { code: 'reading_changed' } })
  })

  it('of an earlier year go to that year, where whoever hands them in may write', async () => {
    await sql`insert into bloc_year (bloc_id, year, state) values (${world.blocId}, 2025, 'closed')`.execute(
      site.db,
    )
    const old = REPORT.replaceAll('2026', '2025').replaceAll('2027', '2026')
    const bySecretary = await hand('thuky', 'nam-2025.txt', old)
    expect(await read(bySecretary)).toMatchObject({ factYear: 2025, year: 2025 })
    // The head of 2026 did not lead in 2025.
    const byHead = await hand('ld1', 'nam-2025.txt', old)
    expect(await read(byHead)).toMatchObject({ factYear: 2025, year: 2026 })
    expect(await site.act('ld1', moveReport, { fileId: byHead, year: 2025 })).toMatchObject({
      error: { code: 'year_not_yours' },
    })
    await site.did('thuky', moveReport, { fileId: byHead, year: 2025 })
    expect(await read(byHead)).toMatchObject({ year: 2025 })
    await site.did('thuky', confirmReport, {
      fileId: byHead,
      changeReason: '',
      figures: [output({ period: '2025' })],
    })
    expect((await results()).at(-1)).toMatchObject({ value: '150764', state: 'current', channel: 'file' })
  })
})
