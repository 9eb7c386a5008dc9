import { beforeEach, describe, expect, it } from 'vitest'
import { openSite } from '../../../test/support/site.ts'
import { buildWorld } from '../../../test/support/world.ts'
import { findChosen } from '../../scopes/leadership.store.ts'
import { findYearById } from '../../scopes/scopes.store.ts'
import {
  acceptHandover,
  appointNextLeader,
  type DraftHandoverInput,
  draftHandover,
  giveHandover,
  recordSignedHandover,
} from './handovers.actions.ts'
import { findHandover, listItems } from './handovers.store.ts'

describe('the handover of the head', async () => {
  const site = await openSite('2026-12-20')
  const world = await buildWorld(site, { state: 'conference' })
  const [u1, u2, u3] = world.unitIds
  const next = await site.db
    .insertInto('blocYear')
    .values({ blocId: world.blocId, year: 2027 })
    .returning('id')
    .executeTakeFirstOrThrow()
  const base: DraftHandoverInput = {
    blocYearId: world.blocYearId,
    toUnitId: u3,
    conferenceId: null,
    heldOn: '2026-12-20',
    place: 'Hội trường Sở Công Thương',
    witness: 'Đại diện Sở Nội vụ',
    note: '',
    items: [{ title: 'Sổ theo dõi công tác thi đua của khối', quantity: '01 quyển', note: '' }],
  }
  const head = (forYear: number) => findChosen(site.db, { blocId: world.blocId, role: 'head', forYear })
  const headNow = async (yearId: string) => (await findYearById(site.db, yearId, '2026-12-20'))?.headUnitId

  beforeEach(async () => {
    await site.db.deleteFrom('handoverItem').execute()
    await site.db.deleteFrom('handover').execute()
    await site.db.deleteFrom('leadership').where('forYear', '=', 2027).execute()
  })

  it('is prepared with its list and may be changed until somebody has signed', async () => {
    const { handoverId } = await site.did('thuky', draftHandover, base)
    await site.did('thuky', draftHandover, {
      ...base,
      version: 1,
      items: [...base.items, { title: 'Bản giao ước', quantity: '', note: '' }],
    })
    expect((await listItems(site.db, handoverId)).map(({ title }) => title)).toEqual([
      'Sổ theo dõi công tác thi đua của khối',
      'Bản giao ước',
    ])
    const stale = await site.act('ld1', draftHandover, { ...base, version: 1, place: 'nơi khác' })
    expect(stale).toMatchObject({ error: { code: 'changed_meanwhile' } })
  })

  it('goes to another unit of the bloc, and to the head that was chosen if one was', async () => {
    expect(await site.act('thuky', draftHandover, { ...base, toUnitId: undefined })).toMatchObject({
      error: { fields: { toUnitId: { code: 'handover_to_nobody' } } },
    })
    expect(await site.act('thuky', draftHandover, { ...base, toUnitId: u1 })).toMatchObject({
      error: { fields: { toUnitId: { code: 'handover_between_two' } } },
    })
    await site.did('thuky', appointNextLeader, leader({ unitId: u2 }))
    expect(await site.act('thuky', draftHandover, base)).toMatchObject({
      error: { fields: { toUnitId: { code: 'handover_to_another_head' } } },
    })
    const { handoverId } = await site.did('thuky', draftHandover, { ...base, toUnitId: undefined })
    expect(await findHandover(site.db, handoverId)).toMatchObject({
      fromUnitId: u1,
      toUnitId: u2,
      toYear: 2027,
    })
  })

  it('is signed by both heads on screen; the new one leads the next year from that day, the old one keeps its own', async () => {
    const { handoverId } = await site.did('thuky', draftHandover, base)
    expect(await site.act('ld3', acceptHandover, { handoverId, acceptedBy: '' })).toMatchObject({
      error: { code: 'handover_not_given' },
    })
    const secretary = await site.act('thuky', giveHandover, {
      handoverId,
      givenBy: '',
      channel: 'screen',
      file: null,
    })
    expect(secretary).toMatchObject({ error: { code: 'handover_not_your_signature' } })
    await site.did('ld1', giveHandover, { handoverId, givenBy: '', channel: 'screen', file: null })
    expect(await headNow(next.id)).toBe(u1)
    expect(await site.act('ld2', acceptHandover, { handoverId, acceptedBy: '' })).toMatchObject({
      error: { code: 'not_your_role' },
    })
    expect(await site.did('ld3', acceptHandover, { handoverId, acceptedBy: '' })).toEqual({
      startsOn: '2026-12-20',
    })
    expect(await findHandover(site.db, handoverId)).toMatchObject({
      state: 'accepted',
      givenBy: 'Lãnh đạo Sở Công Thương',
      acceptedBy: 'Lãnh đạo Sở Tài chính',
    })
    expect(await head(2027)).toMatchObject({ unitId: u3, how: 'handover', fromDate: '2026-12-20' })
    expect(await headNow(next.id)).toBe(u3)
    expect(await headNow(world.blocYearId)).toBe(u1)
  })

  it('begins the term of the head chosen before, earlier than was planned, and that of the deputy', async () => {
    await site.did('thuky', appointNextLeader, leader({ unitId: u3, how: 'rotation' }))
    await site.did('thuky', appointNextLeader, leader({ unitId: u2, how: 'rotation', role: 'deputy' }))
    const { handoverId } = await site.did('thuky', draftHandover, base)
    await site.did('thuky', recordSignedHandover, {
      handoverId,
      signedOn: '2026-12-18',
      givenBy: 'Bên giao',
      acceptedBy: 'Bên nhận',
      file: null,
    })
    expect(await head(2027)).toMatchObject({ unitId: u3, how: 'rotation', fromDate: '2026-12-18' })
    const deputy = await findChosen(site.db, { blocId: world.blocId, role: 'deputy', forYear: 2027 })
    expect(deputy?.fromDate).toBe('2026-12-18')
  })

  it('leaves the term of a head whom a decision appointed where the decision put it', async () => {
    await site.did(
      'thuky',
      appointNextLeader,
      leader({ unitId: u3, how: 'appointed', fromDate: '2026-12-10' }),
    )
    const { handoverId } = await site.did('thuky', draftHandover, base)
    await site.did('thuky', recordSignedHandover, {
      handoverId,
      signedOn: '2026-12-18',
      givenBy: 'Bên giao',
      acceptedBy: 'Bên nhận',
      file: null,
    })
    expect((await head(2027))?.fromDate).toBe('2026-12-10')
  })

  it('is recorded from the signed paper, with both names', async () => {
    const { handoverId } = await site.did('thuky', draftHandover, base)
    const paper = { handoverId, signedOn: '2026-12-18', givenBy: 'Bên giao', acceptedBy: '', file: null }
    expect(await site.act('thuky', recordSignedHandover, paper)).toMatchObject({
      error: { fields: { acceptedBy: { code: 'signer_missing' } } },
    })
    await site.did('thuky', recordSignedHandover, { ...paper, acceptedBy: 'Bên nhận' })
    expect(await findHandover(site.db, handoverId)).toMatchObject({
      state: 'accepted',
      channel: 'paper',
      givenOn: '2026-12-18',
      acceptedOn: '2026-12-18',
    })
    expect(await site.act('thuky', draftHandover, base)).toMatchObject({
      error: { code: 'handover_already_given' },
    })
  })

  it('is not accepted before it was given', async () => {
    const { handoverId } = await site.did('thuky', draftHandover, base)
    await site.did('thuky', giveHandover, {
      handoverId,
      givenOn: '2026-12-19',
      givenBy: 'Bên giao',
      channel: 'paper',
      file: null,
    })
    const early = await site.act('ld3', acceptHandover, {
      handoverId,
      acceptedOn: '2026-12-01',
      acceptedBy: '',
    })
    expect(early).toMatchObject({ error: { fields: { acceptedOn: { code: 'accepted_before_given' } } } })
  })

  it('has a next head by turn or by decision only once, and with its basis', async () => {
    expect(await site.act('thuky', appointNextLeader, leader({ basis: '' }))).toMatchObject({
      error: { fields: { basis: { code: 'leader_basis_missing' } } },
    })
    await site.did('thuky', appointNextLeader, leader({}))
    expect(await site.act('thuky', appointNextLeader, leader({ unitId: u2 }))).toMatchObject({
      error: { fields: { unitId: { code: 'leader_already_chosen' } } },
    })
    expect(await site.act('ld2', appointNextLeader, leader({}))).toMatchObject({
      error: { code: 'not_your_role' },
    })
  })

  function leader(more: Partial<Parameters<typeof appointNextLeader.run>[1]>) {
    return {
      blocYearId: world.blocYearId,
      role: 'head',
      unitId: u3,
      how: 'rotation',
      fromDate: '2027-01-01',
      basis: 'Thứ tự luân phiên của khối',
      personName: '',
      personTitle: '',
      ...more,
    } as const
  }
})
