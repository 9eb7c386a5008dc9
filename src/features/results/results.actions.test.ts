import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { openSite } from '../../../test/support/site.ts'
import { buildWorld } from '../../../test/support/world.ts'
import { findStep } from '../../steps/steps.store.ts'
import {
  acceptReport,
  addEvidence,
  downgradeRating,
  rateUnit,
  returnReport,
  sendReport,
  withdrawEvidence,
  writeNarrative,
} from './reports.actions.ts'
import { listEvidence, listNarratives, listRatings } from './reports.store.ts'
import { recordResult, saveFigures } from './results.actions.ts'
import { listResults, listResultVersions } from './results.store.ts'

const text = (name: string, body = name) => ({ name, bytes: new TextEncoder().encode(body) })

describe('results', async () => {
  const site = await openSite('2026-11-20')
  const world = await buildWorld(site)
  const { blocYearId, blocId, unitIds } = world
  const unitId = unitIds[2]
  const indicator = async (name: string, unit: string, more = sql`null`) => {
    const found = await sql<{
      id: string
    }>`insert into indicator (province_id, code, name, unit_of_measure, part_of_id)
      values (${world.provinceId}, ${name}, ${name}, ${unit}, ${more}) returning id`.execute(site.db)
    return found.rows[0]?.id ?? ''
  }
  const outputId = await indicator('Giá trị sản xuất công nghiệp', 'tỷ đồng')
  const importsId = await indicator('Kim ngạch nhập khẩu', 'triệu USD')
  const projectsId = await indicator('Dự án được phê duyệt', 'dự án')
  const at = { blocYearId, unitId, indicatorId: outputId }
  const place = { unitId, blocId: null, indicatorId: outputId, year: 2026, period: '2026' }
  const current = async (indicatorId = outputId) =>
    (await listResultVersions(site.db, { ...place, indicatorId }))[0]

  it('keep value, estimate, bound, as-of day and the printed comparison exactly', async () => {
    await site.did('cv3', recordResult, {
      ...at,
      value: '150764.125',
      isEstimate: true,
      bound: 'over',
      qualifier: 'trên',
      asOf: '2026-11-10',
      printed: 'ước cả năm đạt trên 150.764,125 tỷ đồng',
      comparisons: [{ kind: 'lastYear', direction: 'up', percent: '12.5' }],
    })
    expect(await current()).toMatchObject({
      value: '150764.125',
      unitOfMeasure: 'tỷ đồng',
      isEstimate: true,
      bound: 'over',
      asOf: '2026-11-10',
      comparisons: [{ kind: 'lastYear', direction: 'up', percent: '12.5' }],
    })
    expect(await findStep(site.db, blocYearId, unitId, 'year_report')).toMatchObject({ state: 'draft' })
  })

  it('are refused for another unit, and read by nobody outside the bloc', async () => {
    expect(await site.act('cv4', recordResult, { ...at, value: '1' })).toMatchObject({
      error: { code: 'not_your_role' },
    })
    expect(await site.act('nguoila', recordResult, { ...at, value: '1' })).toMatchObject({
      error: { code: 'not_your_role' },
    })
  })

  it('of nothing at all are refused beside the value', async () => {
    const nothing = { ...at, indicatorId: projectsId, value: null }
    expect(await site.act('cv3', recordResult, nothing)).toMatchObject({
      error: { fields: { value: { code: 'result_says_something' } } },
    })
  })

  it('of 980 USD after 875 triệu USD ask what is meant, and stand with a reason', async () => {
    await site.did('cv3', recordResult, { ...at, indicatorId: importsId, period: '2025', value: '875' })
    const slip = { ...at, indicatorId: importsId, value: '980', unitOfMeasure: 'USD' }
    const asked = await site.act('cv3', recordResult, slip)
    expect(asked).toMatchObject({ error: { fields: { value: { code: 'figure_suspicious' } } } })
    expect(JSON.stringify(asked)).toContain('Có phải 980 triệu USD không?')
    await site.did('cv3', recordResult, { ...slip, overrideReason: 'In theo văn bản' })
    expect(await current(importsId)).toMatchObject({
      value: '980',
      unitOfMeasure: 'USD',
      overrideReason: 'In theo văn bản',
    })
  })

  it('are corrected in place until they are sent', async () => {
    await site.did('cv3', recordResult, { ...at, value: '150765', isEstimate: true })
    expect(await current()).toMatchObject({ value: '150765', versionNumber: 1, version: 2 })
  })

  it('tell the second writer what the first one saved, and save nothing', async () => {
    const entry = { indicatorId: outputId, value: '150000', isEstimate: true, version: 1 }
    const other = { indicatorId: projectsId, value: '3', total: '4', version: 0 }
    const late = await site.act('ld3', saveFigures, {
      blocYearId,
      unitId,
      period: '2026',
      figures: [other, entry],
    })
    expect(late).toMatchObject({
      error: {
        code: 'changed_meanwhile',
        differences: [{ field: `value.${outputId}`, after: 'ước đạt 150.765 tỷ đồng' }],
      },
    })
    expect(await current(projectsId)).toBeUndefined()
  })

  it('save as a grid: only what changed, and what the grid does not ask stays', async () => {
    const version = (await current())?.version ?? 0
    const same = { indicatorId: outputId, value: '150765.0', isEstimate: true, version }
    const ratio = { indicatorId: projectsId, value: '3', total: '4', version: 0 }
    const saved = await site.did('ld3', saveFigures, {
      blocYearId,
      unitId,
      period: '2026',
      figures: [same, ratio],
    })
    expect(saved).toMatchObject({ saved: 1 })
    const words = { ...at, indicatorId: projectsId, value: '3', total: '4', narrative: 'Ba trong bốn dự án' }
    await site.did('ld3', recordResult, words)
    const again = {
      indicatorId: projectsId,
      value: '4',
      total: '4',
      version: (await current(projectsId))?.version ?? 0,
    }
    await site.did('ld3', saveFigures, { blocYearId, unitId, period: '2026', figures: [again] })
    expect(await current(projectsId)).toMatchObject({ value: '4', narrative: 'Ba trong bốn dự án' })
  })

  it('of the bloc belong to a field and are entered by its head, not by a member', async () => {
    const field = { blocYearId, unitId: null, indicatorId: outputId, fieldCode: 'industry', value: '435.310' }
    expect(await site.act('ld3', recordResult, field)).toMatchObject({ error: { code: 'not_your_role' } })
    await site.did('ld1', recordResult, field)
    const all = await listResults(site.db, { blocId, unitIds }, 2026)
    expect(all.find((one) => one.blocId === blocId)).toMatchObject({
      fieldCode: 'industry',
      value: '435.310',
      unitId: null,
    })
  })

  it('are sent, and from then on replaced by a new version with a reason', async () => {
    await site.did('ld3', sendReport, { blocYearId, unitId, step: 'year_report' })
    expect(await site.act('cv3', recordResult, { ...at, value: '150766', isEstimate: true })).toMatchObject({
      error: { fields: { changeReason: { code: 'reason_required' } } },
    })
    await site.did('ld1', returnReport, {
      blocYearId,
      unitId,
      step: 'year_report',
      reason: 'Kiểm tra lại số ước',
    })
    await site.did('cv3', recordResult, { ...at, value: '150766', isEstimate: true })
    await site.did('ld3', sendReport, { blocYearId, unitId, step: 'year_report' })
    await site.did('ld1', acceptReport, { blocYearId, unitId, step: 'year_report' })
    expect(
      (await listResultVersions(site.db, place)).map(({ versionNumber, state }) => [versionNumber, state]),
    ).toEqual([
      [2, 'current'],
      [1, 'replaced'],
    ])
  })

  it('that were estimates are replaced by the official figure, also after acceptance', async () => {
    await site.did('cv3', recordResult, { ...at, value: '151002' })
    expect(await current()).toMatchObject({
      value: '151002',
      isEstimate: false,
      versionNumber: 3,
      changeReason: 'Số chính thức thay số ước.',
    })
  })

  it('are entered on behalf from a file, with the passage they come from', async () => {
    const entered = {
      blocYearId,
      unitId: unitIds[3],
      indicatorId: projectsId,
      value: '39',
      channel: 'file' as const,
    }
    await site.did('thuky', recordResult, {
      ...entered,
      sourceFile: text('bao-cao.txt'),
      sourceQuote: '39 dự án',
    })
    const [row] = await listResultVersions(site.db, { ...place, unitId: unitIds[3], indicatorId: projectsId })
    expect(row).toMatchObject({
      onBehalf: true,
      channel: 'file',
      sourceFileId: expect.any(String),
      sourceQuote: '39 dự án',
    })
  })

  it('carry evidence; the same file for two figures is flagged by its hash', async () => {
    const [output, projects] = [await current(), await current(projectsId)]
    const file = text('minh-chung.txt', 'một nội dung')
    await site.did('cv3', addEvidence, { blocYearId, unitId, resultId: output?.id ?? '', file })
    const { evidenceId } = await site.did('cv3', addEvidence, {
      blocYearId,
      unitId,
      resultId: projects?.id ?? '',
      file: text('ten-khac.txt', 'một nội dung'),
    })
    const rows = await listEvidence(site.db, unitIds, 2026)
    expect(rows.map((one) => [one.name, one.alsoProves])).toEqual([
      ['minh-chung.txt', ['Dự án được phê duyệt']],
      ['ten-khac.txt', ['Giá trị sản xuất công nghiệp']],
    ])
    expect(
      await site.act('cv4', addEvidence, { blocYearId, unitId, resultId: output?.id ?? '', file }),
    ).toMatchObject({
      error: { code: 'not_your_role' },
    })
    await site.did('cv3', withdrawEvidence, { blocYearId, unitId, evidenceId })
    expect((await listEvidence(site.db, unitIds, 2026)).map((one) => one.alsoProves)).toEqual([[]])
  })

  it('keep their evidence when a new version follows', async () => {
    await site.did('cv3', recordResult, { ...at, value: '151003', changeReason: 'Cục Thống kê công bố lại' })
    const [evidence] = await listEvidence(site.db, unitIds, 2026)
    expect(evidence?.resultId).toBe((await current())?.id)
  })

  it('take no file of an unknown kind', async () => {
    const wrong = { name: 'virus.exe', bytes: new Uint8Array([77, 90, 0, 0]) }
    const sent = await site.act('cv3', addEvidence, {
      blocYearId,
      unitId,
      resultId: (await current())?.id ?? '',
      file: wrong,
    })
    expect(sent).toMatchObject({ error: { fields: { file: { code: 'file_kind_unknown' } } } })
  })

  it('are told in words too, with the same care for a second writer', async () => {
    const part = { blocYearId, unitId, fieldCode: null, part: 'shortcomings', period: '' } as const
    await site.did('cv3', writeNarrative, { ...part, body: 'Giải ngân còn chậm.', version: 0 })
    const late = await site.act('ld3', writeNarrative, { ...part, body: 'Khác.', version: 0 })
    expect(late).toMatchObject({
      error: { code: 'changed_meanwhile', differences: [{ after: 'Giải ngân còn chậm.' }] },
    })
    await site.did('ld3', writeNarrative, { ...part, body: 'Giải ngân chậm ở hai dự án.', version: 1 })
    expect(await listNarratives(site.db, blocYearId, unitId)).toMatchObject([
      { body: 'Giải ngân chậm ở hai dự án.', version: 2 },
    ])
  })

  it('of nothing cannot be sent on screen, but a paper report can be recorded as sent', async () => {
    const empty = { blocYearId, unitId: unitIds[1], step: 'year_report' } as const
    expect(await site.act('ld2', sendReport, empty)).toMatchObject({ error: { code: 'report_empty' } })
    await site.did('ld1', sendReport, { ...empty, channel: 'paper' })
    expect(await findStep(site.db, blocYearId, unitIds[1], 'year_report')).toMatchObject({
      state: 'sent',
      channel: 'paper',
      onBehalf: true,
    })
  })
})

describe('the yearly rating', async () => {
  const site = await openSite('2026-12-14')
  const world = await buildWorld(site)
  const { blocYearId, unitIds } = world
  const unitId = unitIds[2]
  const rating = {
    blocYearId,
    unitId,
    subject: 'unit',
    level: 'excellent',
    decidedBy: 'UBND tỉnh',
    decision: '15/QĐ-UBND',
    decidedOn: '2026-12-10',
  } as const

  it('is kept for the unit and for its party organisation', async () => {
    await site.did('cv3', rateUnit, rating)
    await site.did('thuky', rateUnit, { ...rating, subject: 'party', level: 'good' })
    const rows = await listRatings(site.db, [unitId], 2026)
    expect(Object.fromEntries(rows.map(({ subject, level }) => [subject, level]))).toEqual({
      party: 'good',
      unit: 'excellent',
    })
  })

  it('is not decided tomorrow, nor recorded by a stranger', async () => {
    expect(await site.act('cv3', rateUnit, { ...rating, decidedOn: '2026-12-15' })).toMatchObject({
      error: { fields: { decidedOn: { code: 'decision_in_future' } } },
    })
    expect(await site.act('cv4', rateUnit, rating)).toMatchObject({ error: { code: 'not_your_role' } })
  })

  it('may be lowered later, never raised that way, and the first level stays readable', async () => {
    const lower = {
      blocYearId,
      unitId,
      subject: 'party',
      downgradedOn: '2026-12-14',
      reason: 'Kết luận kiểm tra',
    } as const
    expect(await site.act('tinh', downgradeRating, { ...lower, downgradedTo: 'good' })).toMatchObject({
      error: { fields: { downgradedTo: { code: 'rating_not_lower' } } },
    })
    await site.did('tinh', downgradeRating, { ...lower, downgradedTo: 'completed' })
    const party = (await listRatings(site.db, [unitId], 2026)).find((one) => one.subject === 'party')
    expect(party).toMatchObject({
      level: 'good',
      downgradedTo: 'completed',
      downgradeReason: 'Kết luận kiểm tra',
    })
    expect(await site.act('cv3', rateUnit, { ...rating, subject: 'party' })).toMatchObject({
      error: { code: 'rating_downgraded' },
    })
  })
})
