import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { addSecondBloc } from '../../../test/support/second-bloc.ts'
import { openSite } from '../../../test/support/site.ts'
import { buildWorld } from '../../../test/support/world.ts'
import { recordResult } from '../results/results.actions.ts'
import { addIndicator, restoreIndicator, retireIndicator, reviseIndicator } from './indicators.actions.ts'
import { findIndicator, listIndicators, listIndicatorVersions } from './indicators.store.ts'
import { setTarget } from './targets.actions.ts'

describe('an indicator of the catalogue', async () => {
  const site = await openSite('2026-11-20')
  const world = await buildWorld(site)
  const beside = await addSecondBloc(site, 'b', {
    provinceId: world.provinceId,
    year: 2026,
    state: 'running',
  })
  const abroad = await addSecondBloc(site, 'c', { year: 2026, state: 'running' })
  const { blocYearId, provinceId, unitIds } = world
  const measure = {
    unitOfMeasure: 'tấn',
    direction: 'up' as const,
    decimals: 0,
    kind: 'level' as const,
    fieldCode: null,
    partOfId: null,
    convertsToId: null,
    conversionFactor: null,
  }
  const add = async (name: string) =>
    (await site.did('thuky', addIndicator, { blocYearId, code: '', name, ...measure })).indicatorId
  const steel = await add('Sản lượng thép')
  const of = async (id: string) => findIndicator(site.db, id, provinceId)
  const change = async (id: string, more: object = {}) => ({
    blocYearId,
    indicatorId: id,
    name: 'Sản lượng thép',
    ...measure,
    reason: '',
    version: (await of(id))?.version ?? 0,
    ...more,
  })
  let newer = ''

  it('is mended in place as long as nothing rests on it', async () => {
    const revised = await site.did('thuky', reviseIndicator, await change(steel, { direction: 'none' }))
    expect(revised).toEqual({ indicatorId: steel, isNewVersion: false })
    expect(await of(steel)).toMatchObject({ direction: 'none', versionNumber: 1, version: 2 })
  })

  it('tells who changes it second what the first one saved', async () => {
    const late = await change(steel, { version: 1, unitOfMeasure: 'kg', direction: 'none' })
    expect(await site.act('tinh', reviseIndicator, late)).toMatchObject({
      error: { code: 'changed_meanwhile', differences: [{ field: 'unitOfMeasure', after: 'tấn' }] },
    })
  })

  it('in use changes by a new version with a reason: what was recorded keeps its meaning', async () => {
    const at = { blocYearId, unitId: unitIds[2], indicatorId: steel }
    await site.did('cv3', recordResult, { ...at, value: '5000' })
    const wanted = await change(steel, { unitOfMeasure: 'nghìn tấn' })
    expect(await site.act('thuky', reviseIndicator, wanted)).toMatchObject({
      error: { fields: { reason: { code: 'indicator_in_use' } } },
    })
    const done = await site.did('thuky', reviseIndicator, { ...wanted, reason: 'Theo biểu mẫu mới' })
    expect(done.isNewVersion).toBe(true)
    newer = done.indicatorId
    expect(await of(steel)).toMatchObject({ unitOfMeasure: 'tấn', isCurrent: false, versionNumber: 1 })
    expect(await of(newer)).toMatchObject({ unitOfMeasure: 'nghìn tấn', isCurrent: true, versionNumber: 2 })
    const versions = await listIndicatorVersions(site.db, { code: 'san-luong-thep', provinceId })
    expect(versions.map((one) => [one.versionNumber, one.changeReason])).toEqual([
      [2, 'Theo biểu mẫu mới'],
      [1, ''],
    ])
    const stored = await sql<{ indicatorId: string }>`select indicator_id from result`.execute(site.db)
    expect(stored.rows).toEqual([{ indicatorId: steel }])
  })

  it('of an old version takes no new target and no new figure', async () => {
    const at = { blocYearId, unitId: unitIds[3], indicatorId: steel }
    const set = { ...at, kind: 'at_least', setBy: 'own', value: '1' } as const
    expect(await site.act('cv4', setTarget, set)).toMatchObject({
      error: { fields: { indicatorId: { code: 'indicator_replaced' } } },
    })
    expect(await site.act('cv4', recordResult, { ...at, value: '1' })).toMatchObject({
      error: { fields: { value: { code: 'indicator_replaced' } } },
    })
    expect(await site.act('thuky', reviseIndicator, await change(steel))).toMatchObject({
      error: { code: 'indicator_replaced' },
    })
  })

  it('that another bloc uses too is changed by the province alone', async () => {
    const at = { blocYearId: beside.blocYearId, unitId: beside.unitIds[1], indicatorId: newer }
    await site.did('tinh', setTarget, { ...at, kind: 'at_least', setBy: 'own', value: '1' })
    const wanted = await change(newer, { decimals: 2, reason: 'Hai số lẻ' })
    expect(await site.act('thuky', reviseIndicator, wanted)).toMatchObject({
      error: { code: 'indicator_used_elsewhere' },
    })
    expect(await site.did('tinh', reviseIndicator, wanted)).toMatchObject({ isNewVersion: true })
  })

  it('that comes with the program stays as it is, and one of another province is not there', async () => {
    const shared = (await listIndicators(site.db, provinceId)).find((one) => one.shared)?.id ?? ''
    expect(await site.act('tinh', reviseIndicator, await change(shared))).toMatchObject({
      error: { code: 'indicator_shared' },
    })
    const theirs = { ...(await change(newer)), blocYearId: abroad.blocYearId }
    expect(await site.act('tinh-c', reviseIndicator, theirs)).toMatchObject({ error: { code: 'not_found' } })
    const part = { blocYearId: abroad.blocYearId, code: '', name: 'Phần', ...measure, partOfId: newer }
    expect(await site.act('tinh-c', addIndicator, part)).toMatchObject({
      error: { fields: { partOfId: { code: 'choice_required' } } },
    })
    const set = { blocYearId: abroad.blocYearId, unitId: abroad.unitIds[0], indicatorId: newer }
    expect(
      await site.act('tinh-c', setTarget, { ...set, kind: 'at_least', setBy: 'own', value: '1' }),
    ).toMatchObject({ error: { fields: { indicatorId: { code: 'choice_required' } } } })
    expect(await site.act('tinh-c', recordResult, { ...set, value: '1' })).toMatchObject({
      error: { fields: { indicatorId: { code: 'choice_required' } } },
    })
  })

  it('is not a part of itself, and not the second currency of a second currency', async () => {
    const dollars = await add('Vốn (USD)')
    const dong = await add('Vốn (đồng)')
    await site.did('thuky', reviseIndicator, {
      ...(await change(dong, { name: 'Vốn (đồng)' })),
      otherCurrencyOfId: dollars,
    })
    expect(await of(dong)).toMatchObject({ otherCurrencyOfName: 'Vốn (USD)' })
    const third = { blocYearId, code: '', name: 'Vốn (EUR)', ...measure, otherCurrencyOfId: dong }
    expect(await site.act('thuky', addIndicator, third)).toMatchObject({
      error: { fields: { otherCurrencyOfId: { code: 'other_currency_chained' } } },
    })
    const itself = await change(dollars, { partOfId: dollars })
    expect(await site.act('thuky', reviseIndicator, itself)).toMatchObject({
      error: { fields: { partOfId: { code: 'indicator_of_itself' } } },
    })
  })

  it('is retired with a reason, and its code taken up again', async () => {
    const coal = await add('Sản lượng than')
    expect(
      await site.act('thuky', retireIndicator, { blocYearId, indicatorId: coal, reason: '' }),
    ).toMatchObject({ error: { fields: { reason: { code: 'reason_required' } } } })
    expect(
      await site.act('cv3', retireIndicator, { blocYearId, indicatorId: coal, reason: 'x' }),
    ).toMatchObject({ error: { code: 'not_your_role' } })
    await site.did('thuky', retireIndicator, { blocYearId, indicatorId: coal, reason: 'Không còn giao' })
    expect((await listIndicators(site.db, provinceId)).some((one) => one.id === coal)).toBe(false)
    await site.did('thuky', restoreIndicator, { blocYearId, indicatorId: coal })
    expect(await of(coal)).toMatchObject({ isCurrent: true, retiredOn: null })
  })

  it('is shown with its versions to members, and with its forms to who manages the catalogue', async () => {
    const path = world.at('chi-tieu', 'danh-muc', newer)
    const seen = await (await site.browse('cv3')).get(path)
    expect(seen.text).toContain('Các bản của mã này')
    expect(seen.text).not.toContain('Lưu thành bản mới')
    const blocked = await (await site.browse('thuky')).get(path)
    expect(blocked.status).toBe(200)
    const list = await (await site.browse('thuky')).get(world.at('chi-tieu', 'danh-muc'))
    expect(list.text).toContain('Cùng chỉ tiêu, tính bằng tiền khác')
  })
})
