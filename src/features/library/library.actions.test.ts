import { describe, expect, it } from 'vitest'
import { openSite } from '../../../test/support/site.ts'
import { buildWorld } from '../../../test/support/world.ts'
import {
  type AddGuidingPaperInput,
  acknowledgePaper,
  addGuidingPaper,
  recordReceipt,
  reviseGuidingPaper,
} from './library.actions.ts'
import { findPaper, listAddressees } from './library.store.ts'

describe('the library of guiding papers', async () => {
  const site = await openSite('2026-03-10')
  const world = await buildWorld(site)
  const [unit1, unit2, unit3, unit4] = world.unitIds
  const programme: AddGuidingPaperInput = {
    provinceId: world.provinceId,
    blocId: null,
    year: 2026,
    type: 'CTr',
    number: '298/CTr-UBND',
    issuer: 'UBND tỉnh',
    issuedOn: '2025-12-25',
    title: 'Phát động phong trào thi đua năm 2026',
    summary: '',
    file: null,
    addresseeIds: [unit1, unit2, unit3],
  }
  const { paperId } = await site.did('tinh', addGuidingPaper, programme)
  const ofUnit = async (id: string) =>
    (await listAddressees(site.db, paperId, '2026-03-10')).find((one) => one.unitId === id)

  it('takes papers of the province from the province alone', async () => {
    for (const account of ['ld1', 'thuky', 'quantri', 'nguoila'])
      expect(await site.act(account, addGuidingPaper, programme)).toMatchObject({
        ok: false,
        error: { code: 'not_your_role' },
      })
  })

  it('takes papers of the bloc from its head, deputy and secretary, not from a member', async () => {
    const own = { ...programme, blocId: world.blocId, type: 'HD', number: '03/HD-KTĐ' }
    for (const account of ['ld1', 'cv2', 'thuky'])
      expect(await site.act(account, addGuidingPaper, own)).toMatchObject({ ok: true })
    expect(await site.act('ld3', addGuidingPaper, own)).toMatchObject({ ok: false })
  })

  it('keeps a paper of which only the number is known', async () => {
    const unknown = { ...programme, type: 'QĐ', number: '1511', issuer: '', issuedOn: null, addresseeIds: [] }
    const added = await site.did('tinh', addGuidingPaper, unknown)
    const seen = await (await site.browse()).get(`/van-ban-chi-dao/${added.paperId}`)
    expect(seen.text).toContain('Quyết định số 1511 (chưa rõ cơ quan, ngày ban hành)')
  })

  it('counts a paper as read when somebody of an addressee opens it, and only then', async () => {
    await (await site.browse('tinh')).get(`/van-ban-chi-dao/${paperId}`)
    expect((await ofUnit(unit2))?.readAt).toBeNull()
    await (await site.browse('cv2')).get(`/van-ban-chi-dao/${paperId}`)
    expect((await ofUnit(unit2))?.readAt).not.toBeNull()
    expect((await ofUnit(unit3))?.readAt).toBeNull()
  })

  it('lets an addressee acknowledge once, for itself alone', async () => {
    await site.did('ld2', acknowledgePaper, { paperId, unitId: unit2 })
    expect(await ofUnit(unit2)).toMatchObject({ acknowledgedOn: '2026-03-10', channel: 'screen' })
    expect(await site.act('ld2', acknowledgePaper, { paperId, unitId: unit2 })).toMatchObject({
      error: { code: 'paper_acknowledged_already' },
    })
    expect(await site.act('ld2', acknowledgePaper, { paperId, unitId: unit3 })).toMatchObject({
      error: { code: 'not_your_role' },
    })
    expect(await site.act('ld4', acknowledgePaper, { paperId, unitId: unit4 })).toMatchObject({
      error: { code: 'paper_not_addressed' },
    })
  })

  it('lets the sender record a receipt from the delivery book, dated and on behalf', async () => {
    const receipt = { paperId, unitId: unit3, on: '2026-01-05', note: 'Văn thư ký nhận' }
    expect(await site.act('ld3', recordReceipt, receipt)).toMatchObject({ ok: false })
    await site.did('tinh', recordReceipt, receipt)
    expect(await ofUnit(unit3)).toMatchObject({
      acknowledgedOn: '2026-01-05',
      channel: 'paper',
      onBehalf: true,
    })
  })

  it('shows the second of two writers what the first one changed', async () => {
    const paper = await findPaper(site.db, paperId)
    const change = {
      paperId,
      type: 'CTr',
      number: '298/CTr-UBND',
      issuer: 'UBND tỉnh Bắc Ninh',
      issuedOn: '2025-12-25',
      title: 'Phát động phong trào thi đua năm 2026',
      summary: '',
      file: null,
      addresseeIds: [unit4],
      version: paper?.version ?? 0,
    }
    await site.did('tinh', reviseGuidingPaper, change)
    expect(await site.act('tinh', reviseGuidingPaper, { ...change, issuer: 'UBND' })).toMatchObject({
      error: {
        code: 'changed_meanwhile',
        differences: [{ field: 'issuer', before: 'UBND', after: 'UBND tỉnh Bắc Ninh' }],
      },
    })
    expect(await ofUnit(unit4)).toBeDefined()
  })

  it('refuses a file that is not what its name says, beside the field, and keeps what was typed', async () => {
    const tinh = await site.browse('tinh')
    const sent = await tinh.post('/van-ban-chi-dao/moi', {
      provinceId: world.provinceId,
      year: '2026',
      type: 'KH',
      number: '20/KH-UBND',
      title: 'Kế hoạch thi đua',
      file: new File([new Uint8Array([0, 1, 2, 3])], 'ke-hoach.pdf'),
    })
    expect(sent.status).toBe(422)
    expect(sent.text).toContain('20/KH-UBND')
    expect(sent.text).toContain('ke-hoach.pdf')
  })

  it('shows the state of acknowledgement to the sender, and to a member only its own', async () => {
    const sender = await (await site.browse('tinh')).get(`/van-ban-chi-dao/${paperId}`)
    expect(sender.text).toContain('Sở Xây dựng')
    const stranger = await (await site.browse()).get(`/van-ban-chi-dao/${paperId}`)
    expect(stranger.text).not.toContain('Sở Xây dựng')
    const list = await (await site.browse('ld3')).get(world.at('phong-trao', 'van-ban-chi-dao'))
    expect(list.text).toContain('298/CTr-UBND')
    expect(list.text).toContain('03/HD-KTĐ')
  })

  it('answers 404 for addresses that are no paper', async () => {
    expect((await (await site.browse('tinh')).get('/van-ban-chi-dao/khong-co')).status).toBe(404)
  })
})
