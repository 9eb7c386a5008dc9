import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { openSite } from '../../../test/support/site.ts'
import { buildWorld } from '../../../test/support/world.ts'
import { findStep } from '../../steps/steps.store.ts'
import { addIndicator } from './indicators.actions.ts'
import { listIndicators } from './indicators.store.ts'
import {
  acceptTargets,
  changeTarget,
  returnTargets,
  sendTargets,
  setTarget,
  withdrawTarget,
} from './targets.actions.ts'
import { findTarget, listTargetsOfMovement, listTargetsOfYear, listVersions } from './targets.store.ts'

const plain = {
  direction: 'up',
  decimals: 3,
  kind: 'level',
  fieldCode: 'industry_trade',
  partOfId: null,
  convertsToId: null,
  conversionFactor: null,
} as const

describe('targets', async () => {
  const site = await openSite('2026-03-10')
  const world = await buildWorld(site, { state: 'pledging' })
  const { blocYearId, unitIds } = world
  const unitId = unitIds[2]
  const indicator = async (name: string, unitOfMeasure: string, direction: 'up' | 'down' | 'none' = 'up') =>
    (
      await site.did('thuky', addIndicator, {
        ...plain,
        blocYearId,
        code: '',
        name,
        unitOfMeasure,
        direction,
      })
    ).indicatorId
  const exportsId = await indicator('Kim ngạch xuất khẩu', 'triệuUSD')
  const importsId = await indicator('Kim ngạch nhập khẩu', 'triệu USD')
  const pricesId = await indicator('Chỉ số giá tiêu dùng bình quân', '%', 'none')
  const at = { blocYearId, unitId, indicatorId: exportsId }
  const owner = { unitId, blocId: null, year: 2026, movementId: null }

  it('rest on a catalogue whose codes are taken once and whose units are mended', async () => {
    const again = { ...plain, blocYearId, code: 'kim-ngach-xuat-khau', name: 'Khác', unitOfMeasure: 'tấn' }
    expect(await site.act('thuky', addIndicator, again)).toMatchObject({
      error: { fields: { code: { code: 'indicator_code_taken' } } },
    })
    expect(await site.act('ld3', addIndicator, again)).toMatchObject({ error: { code: 'not_your_role' } })
    const found = (await listIndicators(site.db, world.provinceId)).find((one) => one.id === exportsId)
    expect(found).toMatchObject({ code: 'kim-ngach-xuat-khau', unitOfMeasure: 'triệu USD', shared: false })
  })

  it('are set for a unit with the assigning body and the printed comparison', async () => {
    const { targetId } = await site.did('cv3', setTarget, {
      ...at,
      kind: 'at_least',
      value: '1218',
      setBy: 'people_committee',
      basis: 'Nghị quyết 12/NQ-HĐND',
      comparisons: [{ kind: 'lastYear', direction: 'up', percent: '18', base: 'năm 2025' }],
    })
    expect(await findTarget(site.db, targetId)).toMatchObject({
      value: '1218',
      unitOfMeasure: 'triệu USD',
      versionNumber: 1,
      comparisons: [{ kind: 'lastYear', direction: 'up', percent: '18', base: 'năm 2025' }],
    })
    expect(await findStep(site.db, blocYearId, unitId, 'targets')).toMatchObject({ state: 'draft' })
  })

  it('are refused for another unit and, for the bloc as a whole, to a member', async () => {
    expect(await site.act('cv4', setTarget, { ...at, kind: 'yes_no', setBy: 'own' })).toMatchObject({
      error: { code: 'not_your_role' },
    })
    const bloc = { ...at, unitId: null, kind: 'at_least', value: '100', setBy: 'own' } as const
    expect(await site.act('ld3', setTarget, bloc)).toMatchObject({ error: { code: 'not_your_role' } })
  })

  it('keep a strict bound ("dưới 5%"), "không giao" and targets of the bloc', async () => {
    await site.did('thuky', setTarget, {
      ...at,
      indicatorId: pricesId,
      kind: 'at_most',
      strict: true,
      value: '5',
      setBy: 'several',
    })
    await site.did('thuky', setTarget, {
      ...at,
      unitId: null,
      indicatorId: pricesId,
      kind: 'not_assigned',
      setBy: 'unknown',
    })
    const all = await listTargetsOfYear(site.db, { year: 2026, blocId: world.blocId, unitIds })
    expect(
      all
        .filter((one) => one.indicatorId === pricesId)
        .map(({ kind, strict, value, blocId }) => [kind, strict, value, blocId]),
    ).toEqual(
      expect.arrayContaining([
        ['at_most', true, '5', null],
        ['not_assigned', false, null, world.blocId],
      ]),
    )
  })

  it('of 980 USD for an indicator in triệu USD asks what is meant, and stands only with a reason', async () => {
    const slip = {
      ...at,
      indicatorId: importsId,
      kind: 'at_least',
      value: '980',
      unitOfMeasure: 'USD',
      setBy: 'several',
    } as const
    const asked = await site.act('cv3', setTarget, slip)
    expect(asked).toMatchObject({
      error: {
        fields: {
          value: { code: 'figure_suspicious' },
          suspiciousReason: { code: 'suspicious_reason_needed' },
        },
      },
    })
    expect(JSON.stringify(asked)).toContain('Có phải 980 triệu USD không?')
    expect(await listVersions(site.db, { ...owner, indicatorId: importsId })).toEqual([])
    await site.did('cv3', setTarget, { ...slip, suspiciousReason: 'Văn bản gốc in như vậy' })
    expect((await listVersions(site.db, { ...owner, indicatorId: importsId }))[0]).toMatchObject({
      value: '980',
      unitOfMeasure: 'USD',
      suspiciousReason: 'Văn bản gốc in như vậy',
    })
  })

  it.each([
    [{ kind: 'at_least' }, 'value', 'required'],
    [{ kind: 'range', value: '5' }, 'valueMax', 'required'],
    [{ kind: 'range', value: '5', valueMax: '4' }, 'valueMax', 'range_reversed'],
    [{ kind: 'by_date' }, 'byDate', 'required'],
    [{ kind: 'level', value: '7' }, 'value', 'level_unknown'],
  ] as const)('need what their kind needs: %j', async (content, field, code) => {
    expect(await site.act('cv3', setTarget, { ...at, ...content, setBy: 'own' })).toMatchObject({
      error: { fields: { [field]: { code } } },
    })
  })

  it('show the second writer what the first one saved', async () => {
    const current = (await listVersions(site.db, { ...owner, indicatorId: exportsId }))[0]
    const mine = {
      ...at,
      kind: 'at_least',
      setBy: 'people_committee',
      basis: 'Nghị quyết 12/NQ-HĐND',
    } as const
    await site.did('ld3', setTarget, { ...mine, value: '1220', version: current?.version ?? 0 })
    const late = await site.act('cv3', setTarget, { ...mine, value: '1230', version: current?.version ?? 0 })
    expect(late).toMatchObject({
      error: { code: 'changed_meanwhile', differences: [{ field: 'value', after: '1220' }] },
    })
  })

  it('are taken out with a reason while nobody has signed', async () => {
    const { indicatorId } = await site.did('thuky', addIndicator, {
      ...plain,
      blocYearId,
      code: '',
      name: 'Nhập nhầm',
      unitOfMeasure: '',
    })
    await site.did('cv3', setTarget, { ...at, indicatorId, kind: 'yes_no', setBy: 'own' })
    await site.did('cv3', withdrawTarget, { ...at, indicatorId, reason: 'Nhập nhầm chỉ tiêu' })
    const all = await listTargetsOfYear(site.db, { year: 2026, blocId: world.blocId, unitIds })
    expect(all.some((one) => one.indicatorId === indicatorId)).toBe(false)
  })

  it('are sent, returned and accepted', async () => {
    await site.did('ld3', sendTargets, { blocYearId, unitId })
    await site.did('ld1', returnTargets, { blocYearId, unitId, reason: 'Thiếu văn bản giao' })
    await site.did('ld3', sendTargets, { blocYearId, unitId })
    await site.did('ld1', acceptTargets, { blocYearId, unitId })
    expect(await findStep(site.db, blocYearId, unitId, 'targets')).toMatchObject({ state: 'accepted' })
  })

  it('that are assigned change after signing only with the paper of the assigning body', async () => {
    await sign(unitId)
    const lower = {
      ...at,
      kind: 'at_least',
      value: '1100',
      setBy: 'people_committee',
      reason: 'UBND tỉnh giao lại',
    } as const
    expect(await site.act('ld3', setTarget, lower)).toMatchObject({ error: { code: 'target_signed' } })
    expect(await site.act('ld3', changeTarget, lower)).toMatchObject({
      error: { fields: { paperIssuer: { code: 'needs_assigning_paper' } } },
    })
    expect(await site.act('ld3', changeTarget, { ...lower, setBy: 'own' })).toMatchObject({
      error: { fields: { setBy: { code: 'origin_must_stay' } } },
    })
    await site.did('ld3', changeTarget, {
      ...lower,
      paper: { issuer: 'UBND tỉnh', number: '1511/QĐ-UBND', on: null },
    })
    const versions = await listVersions(site.db, { ...owner, indicatorId: exportsId })
    expect(versions.map(({ versionNumber, value, state }) => [versionNumber, value, state])).toEqual([
      [2, '1100', 'current'],
      [1, '1220', 'replaced'],
    ])
    expect(versions[0]).toMatchObject({
      basis: '1511/QĐ-UBND, UBND tỉnh',
      changeReason: 'UBND tỉnh giao lại',
    })
  })

  it("that are the unit's own change after signing with the head's consent", async () => {
    const { indicatorId } = await site.did('thuky', addIndicator, {
      ...plain,
      blocYearId,
      code: '',
      name: 'Số sáng kiến',
      unitOfMeasure: 'sáng kiến',
    })
    const own = { ...at, indicatorId, kind: 'at_least', setBy: 'own' } as const
    await site.did('cv3', setTarget, { ...own, value: '5' })
    const fewer = { ...own, value: '3', reason: 'Giảm biên chế' }
    expect(await site.act('ld3', changeTarget, fewer)).toMatchObject({
      error: { code: 'needs_head_consent' },
    })
    expect(await site.act('thuky', changeTarget, fewer)).toMatchObject({
      error: { code: 'needs_head_consent' },
    })
    await site.did('thuky', changeTarget, { ...fewer, headConsent: 'Trưởng khối đồng ý tại cuộc họp 05/3' })
    expect((await listVersions(site.db, { ...owner, indicatorId }))[0]).toMatchObject({
      value: '3',
      onBehalf: true,
    })
  })

  it('of a drive belong to the unit that launched it, beside those of the year', async () => {
    const found = await sql<{
      id: string
    }>`insert into movement (province_id, level, unit_id, year, kind, title)
      values (${world.provinceId}, 'unit', ${unitId}, 2021, 'special', 'Đợt thi đua đặc biệt') returning id`.execute(
      site.db,
    )
    const movementId = found.rows[0]?.id ?? ''
    const target = {
      blocYearId: null,
      unitId,
      movementId,
      indicatorId: pricesId,
      kind: 'at_most',
      strict: true,
      value: '5',
      setBy: 'several',
    } as const
    await site.did('ld3', setTarget, target)
    expect(await site.act('ld4', setTarget, target)).toMatchObject({ error: { code: 'not_your_role' } })
    expect(await listTargetsOfMovement(site.db, movementId)).toMatchObject([
      { year: 2021, unitId, value: '5' },
    ])
  })

  async function sign(unit: string): Promise<void> {
    await sql`with p as (insert into pledge (bloc_year_id, state, contents) values (${blocYearId}, 'signing', 'x') returning id)
      insert into pledge_signature (pledge_id, unit_id, signer_name, signed_on) select id, ${unit}, 'x', '2026-03-01' from p`.execute(
      site.db,
    )
  }
})
