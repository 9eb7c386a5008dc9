import { describe, expect, it } from 'vitest'
import { openSite } from '../../../test/support/site.ts'
import { buildWorld } from '../../../test/support/world.ts'
import { listSteps } from '../../steps/steps.store.ts'
import {
  changePledge,
  closePledgeSigning,
  draftPledge,
  openPledgeSigning,
  recordPaperSignature,
  signPledge,
} from './pledges.actions.ts'
import { listPledges, listSignatures } from './pledges.store.ts'

const text = {
  title: 'Bản giao ước thi đua năm 2026',
  preamble: 'Các đơn vị trong Khối thống nhất ký kết giao ước.',
  contents: 'Hoàn thành các chỉ tiêu được giao.\nThực hiện tốt cải cách hành chính.',
}
const signer = { signerName: 'Người ký thử', signerTitle: 'Giám đốc', capacity: '' } as const

describe('the joint pledge', async () => {
  const site = await openSite('2026-03-10')
  const world = await buildWorld(site, { state: 'pledging' })
  const { blocYearId, unitIds } = world
  const state = async () => (await listPledges(site.db, blocYearId))[0]?.state

  it('is written by the head, not by a member', async () => {
    expect(await site.act('ld3', draftPledge, { blocYearId, ...text })).toMatchObject({
      error: { code: 'not_your_role' },
    })
    await site.did('thuky', draftPledge, { blocYearId, ...text })
    expect(await state()).toBe('draft')
  })

  it('tells the second writer what the first one wrote', async () => {
    await site.did('ld1', draftPledge, { blocYearId, ...text, preamble: 'Lời mở đầu mới.', version: 1 })
    const late = await site.act('thuky', draftPledge, { blocYearId, ...text, version: 1 })
    expect(late).toMatchObject({
      error: { code: 'changed_meanwhile', differences: [{ field: 'preamble', after: 'Lời mở đầu mới.' }] },
    })
  })

  it('cannot be signed before signing is open', async () => {
    const early = await site.act('ld3', signPledge, { blocYearId, unitId: unitIds[2], ...signer })
    expect(early).toMatchObject({ error: { code: 'pledge_not_open' } })
  })

  it('is signed on screen by the leader of the unit alone', async () => {
    await site.did('ld1', openPledgeSigning, { blocYearId })
    for (const other of ['cv3', 'ld1', 'tinh']) {
      const refused = await site.act(other, signPledge, { blocYearId, unitId: unitIds[2], ...signer })
      expect(refused).toMatchObject({ error: { code: 'not_your_role' } })
    }
    expect(await site.did('ld3', signPledge, { blocYearId, unitId: unitIds[2], ...signer })).toEqual({
      complete: false,
    })
    const twice = await site.act('ld3', signPledge, { blocYearId, unitId: unitIds[2], ...signer })
    expect(twice).toMatchObject({ error: { fields: { unitId: { code: 'pledge_signed_once' } } } })
  })

  it('is signed on paper too: who, in what capacity, when, with the scan, recorded on behalf', async () => {
    const scan = { name: 'giao-uoc.png', bytes: PNG }
    const paper = { blocYearId, ...signer, capacity: 'KT.' as const, signedOn: '2026-03-01', scan }
    await site.did('thuky', recordPaperSignature, { ...paper, unitId: unitIds[3] })
    const [, last] = await listSignatures(site.db, blocYearId)
    expect(last).toMatchObject({
      channel: 'paper',
      capacity: 'KT.',
      signedOn: '2026-03-01',
      recordedByName: 'Thư ký khối',
    })
    expect(last?.scanFileId).not.toBeNull()
    const steps = await listSteps(site.db, blocYearId)
    expect(steps.find((one) => one.unitId === unitIds[3])).toMatchObject({
      step: 'pledge',
      state: 'accepted',
      channel: 'paper',
      onBehalf: true,
    })
  })

  it('takes no paper of tomorrow', async () => {
    const tomorrow = { blocYearId, unitId: unitIds[1], ...signer, signedOn: '2026-03-11' }
    expect(await site.act('thuky', recordPaperSignature, tomorrow)).toMatchObject({
      error: { fields: { signedOn: { code: 'signature_in_future' } } },
    })
  })

  it('is closed with the missing units named, and only with a reason', async () => {
    expect(await site.act('ld1', closePledgeSigning, { blocYearId, reason: ' ' })).toMatchObject({
      error: { fields: { reason: { code: 'reason_required' } } },
    })
    const { missing } = await site.did('ld1', closePledgeSigning, {
      blocYearId,
      reason: 'Hai đơn vị đang sáp nhập',
    })
    expect(missing).toEqual([unitIds[0], unitIds[1]])
    expect(await state()).toBe('signed')
  })

  it('changes after signing only by a new version with reason, basis and adoption; the old one stays', async () => {
    const change = {
      blocYearId,
      ...text,
      contents: `${text.contents}\nGiữ gìn đoàn kết.`,
      reason: '',
      basis: '',
      adopted: false,
    }
    expect(await site.act('ld1', changePledge, change)).toMatchObject({
      error: { fields: { reason: { code: 'reason_needed' } } },
    })
    expect(await site.act('ld1', changePledge, { ...change, reason: 'Bổ sung' })).toMatchObject({
      error: { fields: { adopted: { code: 'needs_adoption' } } },
    })
    await site.did('ld1', changePledge, {
      ...change,
      reason: 'Bổ sung',
      basis: 'Biên bản họp khối',
      adopted: true,
    })
    const versions = await listPledges(site.db, blocYearId)
    expect(versions.map((one) => [one.versionNumber, one.state])).toEqual([
      [2, 'signing'],
      [1, 'replaced'],
    ])
    expect((await listSignatures(site.db, blocYearId)).filter((one) => one.versionNumber === 1)).toHaveLength(
      2,
    )
  })

  it('is signed by itself when the last unit has signed, dated by the latest signature', async () => {
    for (const unit of [0, 1, 3] as const) {
      const day = { signedOn: `2026-03-0${unit + 1}` }
      await site.did('tinh', recordPaperSignature, { blocYearId, unitId: unitIds[unit], ...signer, ...day })
    }
    expect(await site.did('ld3', signPledge, { blocYearId, unitId: unitIds[2], ...signer })).toEqual({
      complete: true,
    })
    expect((await listPledges(site.db, blocYearId))[0]).toMatchObject({
      state: 'signed',
      signedOn: '2026-03-10',
    })
  })
})

const PNG = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
)
