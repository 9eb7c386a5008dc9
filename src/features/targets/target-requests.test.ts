import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { addSecondBloc } from '../../../test/support/second-bloc.ts'
import { openSite } from '../../../test/support/site.ts'
import { buildWorld } from '../../../test/support/world.ts'
import { launchDrive } from '../movements/drives.actions.ts'
import { draftPledge, openPledgeSigning, signPledge } from '../pledges/pledges.actions.ts'
import {
  agreeTargetChange,
  refuseTargetChange,
  requestTargetChange,
  takeBackTargetChange,
} from './target-requests.actions.ts'
import { listRequests } from './target-requests.store.ts'
import { changeTarget, setTarget } from './targets.actions.ts'
import { listTargetsOfMovement, listTargetsOfYear } from './targets.store.ts'

describe('targets after signing, and of drives', async () => {
  const site = await openSite('2026-03-20')
  const world = await buildWorld(site, { state: 'pledging' })
  const beside = await addSecondBloc(site, 'b', {
    provinceId: world.provinceId,
    year: 2026,
    state: 'running',
  })
  const { blocYearId, unitIds } = world
  const [, , unit] = world.unitSlugs
  const unitId = unitIds[2]
  const indicator = async (name: string) => {
    const found = await sql<{
      id: string
    }>`insert into indicator (province_id, code, name, unit_of_measure)
      values (${world.provinceId}, ${name}, ${name}, 'ha') returning id`.execute(site.db)
    return found.rows[0]?.id ?? ''
  }
  const own = await indicator('Chăm sóc rừng')
  const assigned = await indicator('Trồng rừng')
  const at = { blocYearId, unitId }
  await site.did('cv3', setTarget, { ...at, indicatorId: own, kind: 'at_least', setBy: 'own', value: '100' })
  await site.did('cv3', setTarget, {
    ...at,
    indicatorId: assigned,
    kind: 'at_least',
    setBy: 'people_committee',
    value: '1498.3',
  })
  const targetOf = async (indicatorId: string) => {
    const all = await listTargetsOfYear(site.db, { year: 2026, blocId: world.blocId, unitIds })
    return all.find((one) => one.indicatorId === indicatorId && one.unitId === unitId)
  }
  const wanted = async (value: string, reason = 'Mưa lũ', indicatorId = own) => {
    const target = await targetOf(indicatorId)
    const said = { kind: 'at_least', setBy: 'own', value, reason } as const
    return { ...at, targetId: target?.id ?? '', version: target?.version ?? 0, ...said }
  }
  const place = async () => ({ ...at, targetId: (await targetOf(own))?.id ?? '' })

  it('needs no consent before the pledge is signed', async () => {
    expect(await site.act('cv3', requestTargetChange, await wanted('80'))).toMatchObject({
      error: { code: 'target_not_signed' },
    })
    await site.did('ld1', draftPledge, { blocYearId, title: 'Giao ước', preamble: '', contents: 'Thi đua' })
    await site.did('ld1', openPledgeSigning, { blocYearId })
    await site.did('ld3', signPledge, {
      ...at,
      signerName: 'A',
      signerTitle: 'Giám đốc',
      capacity: '',
      signedOn: '2026-03-20',
    })
  })

  it('an own target: the unit asks with a reason, and the signed one holds meanwhile', async () => {
    const direct = { ...(await wanted('80')), indicatorId: own }
    expect(await site.act('cv3', changeTarget, direct)).toMatchObject({
      error: { code: 'needs_head_consent' },
    })
    expect(await site.act('cv3', requestTargetChange, await wanted('80', ' '))).toMatchObject({
      error: { fields: { reason: { code: 'reason_required' } } },
    })
    expect(await site.act('cv3', requestTargetChange, await wanted('100'))).toMatchObject({
      error: { fields: { value: { code: 'nothing_changes' } } },
    })
    expect(await site.act('cv4', requestTargetChange, await wanted('80'))).toMatchObject({
      error: { code: 'not_your_role' },
    })
    await site.did('cv3', requestTargetChange, await wanted('80'))
    expect(await site.act('ld3', requestTargetChange, await wanted('70'))).toMatchObject({
      error: { fields: { reason: { code: 'target_request_waiting_once' } } },
    })
    expect(await targetOf(own)).toMatchObject({ value: '100', versionNumber: 1 })
  })

  it('waits among the duties of the head; the unit, another member or a stranger does not decide', async () => {
    const { text } = await (await site.browse('ld1')).get('/viec-can-lam')
    expect(text).toContain('Quyết định đề nghị đổi chỉ tiêu: Chăm sóc rừng')
    for (const who of ['ld3', 'ld4', 'ld-b-1', 'nguoila']) {
      expect([who, await site.act(who, agreeTargetChange, { ...(await place()), answer: '' })]).toMatchObject(
        [who, { error: { code: 'not_your_role' } }],
      )
    }
    expect(await site.act('thuky', agreeTargetChange, { ...(await place()), answer: ' ' })).toMatchObject({
      error: { fields: { answer: { code: 'head_consent_words_needed' } } },
    })
    const elsewhere = { ...(await place()), blocYearId: beside.blocYearId, unitId: beside.unitIds[0] }
    expect(await site.act('ld-b-1', agreeTargetChange, { ...elsewhere, answer: '' })).toMatchObject({
      error: { code: 'not_found' },
    })
  })

  it('is refused with the reason the unit reads, asked again, and agreed: a new version, the old one kept', async () => {
    expect(await site.act('ld1', refuseTargetChange, { ...(await place()), answer: '' })).toMatchObject({
      error: { fields: { refusal: { code: 'reason_required' } } },
    })
    await site.did('ld1', refuseTargetChange, { ...(await place()), answer: 'Chưa có số thiệt hại.' })
    const page = world.at('chi-tieu', unit, 'doi', (await place()).targetId)
    expect((await (await site.browse('cv3')).get(page)).text).toContain('Chưa có số thiệt hại.')
    await site.did('cv3', requestTargetChange, await wanted('85'))
    await site.did('ld3', takeBackTargetChange, await place())
    await site.did('cv3', requestTargetChange, await wanted('90', 'Thiệt hại 10 ha do lũ'))
    const before = await place()
    await site.did('ld1', agreeTargetChange, { ...before, answer: 'Thống nhất ngày 20/3' })
    expect(await targetOf(own)).toMatchObject({
      value: '90',
      versionNumber: 2,
      changeReason: 'Thiệt hại 10 ha do lũ',
      setBy: 'own',
    })
    const states = (await listRequests(site.db, before.targetId)).map((request) => request.state)
    expect(states).toEqual(['agreed', 'taken_back', 'refused'])
    expect(await site.act('ld1', agreeTargetChange, { ...before, answer: '' })).toMatchObject({
      error: { code: 'not_found' },
    })
  })

  it('an assigned target is not asked of the head: it takes the paper of the assigning body', async () => {
    expect(await site.act('cv3', requestTargetChange, await wanted('1400', 'x', assigned))).toMatchObject({
      error: { fields: { paperIssuer: { code: 'needs_assigning_paper' } } },
    })
    const change = { ...(await wanted('1400', 'Điều chỉnh', assigned)), indicatorId: assigned }
    const paper = { issuer: 'UBND tỉnh', number: '12/QĐ-UBND', on: '2026-03-19' }
    await site.did('cv3', changeTarget, { ...change, setBy: 'people_committee', paper })
    expect(await targetOf(assigned)).toMatchObject({ value: '1400', versionNumber: 2 })
  })

  it('works without a script: the unit sends the form, the head agrees on the same page', async () => {
    const target = await targetOf(own)
    const page = world.at('chi-tieu', unit, 'doi', target?.id ?? '')
    const officer = await site.browse('cv3')
    expect((await officer.get(page)).text).toContain('Gửi đề nghị đổi')
    const form = {
      indicatorId: own,
      version: String(target?.version),
      rule: 'at_least',
      value: '95',
      setBy: 'own',
      channel: 'screen',
      reason: '',
    }
    const wrong = await officer.post(`${page}/de-nghi`, form)
    expect([wrong.status, wrong.text.includes('value="95"')]).toEqual([422, true])
    const sent = await officer.post(`${page}/de-nghi`, { ...form, reason: 'Trồng bù' })
    expect(sent.location).toBe(world.at('chi-tieu', unit))
    expect((await officer.get(world.at('chi-tieu', unit))).text).toContain('chờ đồng ý đổi')
    expect((await (await site.browse('cv4')).get(world.at('chi-tieu', unit))).text).not.toContain(
      'chờ đồng ý đổi',
    )
    const head = await site.browse('ld1')
    expect((await head.get(page)).text).toContain('Đồng ý đổi')
    expect((await head.post(`${page}/dong-y`, { answer: '' })).status).toBe(303)
    expect(await targetOf(own)).toMatchObject({ value: '95', versionNumber: 3 })
  })

  it('of a special drive are entered, changed with a reason and taken out by the unit that owns it', async () => {
    const { movementId } = await site.did('ld3', launchDrive, {
      title: '60 ngày đêm trồng rừng',
      occasion: '',
      theme: '',
      contents: '',
      standards: '',
      startsOn: null,
      endsOn: null,
      guidingPaperId: null,
      provinceId: world.provinceId,
      ownerUnitId: unitId,
      councilId: null,
      parentId: null,
      year: 2026,
      launchedOn: null,
      file: null,
      note: '',
      channel: 'screen',
    })
    const path = `/dot-thi-dua/${movementId}/chi-tieu`
    const owner = await site.browse('cv3')
    expect((await owner.get(`/dot-thi-dua/${movementId}`)).text).toContain(`href="${path}"`)
    expect((await (await site.browse('cv4')).get(`/dot-thi-dua/${movementId}`)).text).not.toContain(path)
    expect((await (await site.browse('cv4')).get(path)).status).toBe(403)
    const form = {
      indicatorId: assigned,
      version: '0',
      rule: 'at_least',
      value: '300',
      setBy: 'own',
      channel: 'screen',
    }
    expect((await owner.post(path, { ...form, value: '' })).status).toBe(422)
    expect((await owner.post(path, form)).location).toBe(`/dot-thi-dua/${movementId}`)
    const [target] = await listTargetsOfMovement(site.db, movementId)
    expect(target).toMatchObject({ value: '300', unitId, movementId })
    const change = { ...form, version: String(target?.version), value: '320' }
    expect((await owner.post(`${path}/${target?.id}`, change)).status).toBe(422)
    expect((await owner.post(`${path}/${target?.id}`, { ...change, reason: 'Thêm đất' })).status).toBe(303)
    const [changed] = await listTargetsOfMovement(site.db, movementId)
    expect(changed).toMatchObject({ value: '320', versionNumber: 2 })
    const stranger = await site.browse('ld-b-1')
    expect((await stranger.post(`${path}/${changed?.id}/bo`, { ...change, reason: 'x' })).status).toBe(403)
    const gone = { indicatorId: assigned, version: String(changed?.version), reason: 'Nhầm' }
    expect((await owner.post(`${path}/${changed?.id}/bo`, gone)).status).toBe(303)
    expect(await listTargetsOfMovement(site.db, movementId)).toEqual([])
    const theirs = { blocYearId: null, unitId: beside.unitIds[0], movementId, indicatorId: assigned }
    expect(
      await site.act('ld-b-1', setTarget, { ...theirs, kind: 'at_least', setBy: 'own', value: '1' }),
    ).toMatchObject({ error: { code: 'not_found' } })
  })
})
