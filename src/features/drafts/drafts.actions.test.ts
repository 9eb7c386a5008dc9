import { describe, expect, it } from 'vitest'
import { openSite } from '../../../test/support/site.ts'
import { buildWorld } from '../../../test/support/world.ts'
import {
  adoptDraft,
  answerComment,
  type CommentDraftInput,
  circulateDraft,
  commentDraft,
  reviseDraft,
  startDraft,
  withdrawDraft,
} from './drafts.actions.ts'
import { findDraft, listComments, listVersions } from './drafts.store.ts'

describe('a draft that goes round the members', async () => {
  const site = await openSite('2026-02-01')
  const world = await buildWorld(site, { state: 'setup' })
  const [, unit2, unit3, unit4] = world.unitIds
  const begin = async (title: string) => {
    const { draftId } = await site.did('thuky', startDraft, {
      blocYearId: world.blocYearId,
      kind: 'regulation',
      title,
      body: 'Điều 5. Khối họp mỗi quý một lần.',
      file: null,
    })
    return draftId
  }
  const round = { dueOn: '2026-02-10', silenceMeans: 'agrees' } as const
  const says = (draftId: string, unitId: string, words: Partial<CommentDraftInput>): CommentDraftInput => ({
    draftId,
    unitId,
    agrees: false,
    passage: '',
    body: '',
    channel: 'screen',
    signer: '',
    file: null,
    ...words,
  })
  const at = (day: string) => {
    site.clock.now = new Date(`${day}T12:00:00+07:00`)
  }

  it('is written by the head or the secretary, and says something', async () => {
    const draft = {
      blocYearId: world.blocYearId,
      kind: 'plan',
      title: 'Kế hoạch',
      body: '',
      file: null,
    } as const
    expect(await site.act('ld3', startDraft, draft)).toMatchObject({ error: { code: 'not_your_role' } })
    expect(await site.act('ld1', startDraft, draft)).toMatchObject({
      error: { fields: { body: { code: 'draft_empty' } } },
    })
  })

  it('is hidden from the members while it is written, and takes no comment', async () => {
    const draftId = await begin('Quy chế đang soạn')
    const list = await (await site.browse('ld3')).get(world.at('du-thao'))
    expect(list.text).not.toContain('Quy chế đang soạn')
    expect((await (await site.browse('ld3')).get(world.at('du-thao', draftId))).status).toBe(404)
    const early = says(draftId, unit3, { body: 'Sớm quá' })
    expect(await site.act('ld3', commentDraft, early)).toMatchObject({
      error: { code: 'draft_not_circulating' },
    })
  })

  it('has a deadline that does not lie before its sending', async () => {
    const draftId = await begin('Quy chế')
    expect(await site.act('ld1', circulateDraft, { draftId, ...round, dueOn: '2026-01-31' })).toMatchObject({
      error: { fields: { dueOn: { code: 'due_before_circulated' } } },
    })
  })

  it('takes comments of members for themselves; the head records what came on paper', async () => {
    const draftId = await begin('Quy chế góp ý')
    await site.did('ld1', circulateDraft, { draftId, ...round })
    await site.did(
      'ld3',
      commentDraft,
      says(draftId, unit3, { body: 'Họp 6 tháng một lần', passage: 'Điều 5' }),
    )
    expect(await site.act('ld3', commentDraft, says(draftId, unit2, { agrees: true }))).toMatchObject({
      error: { code: 'not_your_role' },
    })
    await site.did(
      'thuky',
      commentDraft,
      says(draftId, unit4, { agrees: true, channel: 'paper', signer: 'KT. Giám đốc', saidOn: '2026-02-03' }),
    )
    const comments = await listComments(site.db, draftId)
    expect(comments.map((one) => [one.unitId, one.channel, one.onBehalf, one.saidOn])).toEqual([
      [unit3, 'screen', false, '2026-02-01'],
      [unit4, 'paper', true, '2026-02-03'],
    ])
  })

  it('takes no empty comment, no second agreement, and none for a unit outside', async () => {
    const draftId = await begin('Quy chế kiểm tra')
    await site.did('ld1', circulateDraft, { draftId, ...round })
    expect(await site.act('ld3', commentDraft, says(draftId, unit3, {}))).toMatchObject({
      error: { fields: { body: { code: 'comment_empty' } } },
    })
    await site.did('ld3', commentDraft, says(draftId, unit3, { agrees: true }))
    expect(await site.act('ld3', commentDraft, says(draftId, unit3, { agrees: true }))).toMatchObject({
      error: { code: 'agreed_already' },
    })
    const outside = says(draftId, world.provinceId, { agrees: true })
    expect(await site.act('ld1', commentDraft, outside)).toMatchObject({ error: { code: 'not_found' } })
  })

  it('has each comment answered, with a reason unless it is accepted as it is', async () => {
    const draftId = await begin('Quy chế trả lời')
    await site.did('ld1', circulateDraft, { draftId, ...round })
    const { commentId } = await site.did('ld3', commentDraft, says(draftId, unit3, { body: 'Bỏ Điều 5' }))
    expect(await site.act('ld1', answerComment, { commentId, answer: 'rejected', reason: '' })).toMatchObject(
      {
        error: { fields: { reason: { code: 'reason_required' } } },
      },
    )
    expect(await site.act('ld3', answerComment, { commentId, answer: 'accepted', reason: '' })).toMatchObject(
      {
        error: { code: 'not_your_role' },
      },
    )
    await site.did('ld1', answerComment, { commentId, answer: 'partly', reason: 'Giữ quý III' })
    const summary = await (await site.browse('ld2')).get(world.at('du-thao', draftId, 'tong-hop'))
    expect(summary.text).toContain('Bỏ Điều 5')
    expect(summary.text).toContain('tiếp thu một phần')
    expect(summary.text).toContain('Giữ quý III')
  })

  it('keeps what was sent round when a new version is written, and asks again', async () => {
    const draftId = await begin('Quy chế hai bản')
    await site.did('ld1', circulateDraft, { draftId, ...round })
    await site.did('ld3', commentDraft, says(draftId, unit3, { agrees: true }))
    const draft = await findDraft(site.db, draftId)
    const change = {
      draftId,
      title: 'Quy chế hai bản',
      body: 'Điều 5. Khối họp 6 tháng một lần.',
      file: null,
      changes: 'Sửa Điều 5',
    }
    await site.did('ld1', reviseDraft, { ...change, version: draft?.version ?? 0 })
    const versions = await listVersions(site.db, draftId)
    expect(versions.map((one) => [one.versionNumber, one.body])).toEqual([
      [2, 'Điều 5. Khối họp 6 tháng một lần.'],
      [1, 'Điều 5. Khối họp mỗi quý một lần.'],
    ])
    const member = await (await site.browse('ld3')).get(world.at('du-thao', draftId))
    expect(member.text).not.toContain('6 tháng')
    await site.did('ld1', circulateDraft, { draftId, ...round })
    expect(await site.act('ld3', commentDraft, says(draftId, unit3, { agrees: true }))).toMatchObject({
      ok: true,
    })
  })

  it('shows the second of two writers what the first one wrote', async () => {
    const draftId = await begin('Quy chế hai người')
    const change = {
      draftId,
      title: 'A',
      body: 'Bản của người thứ nhất',
      file: null,
      changes: 'x',
      version: 1,
    }
    await site.did('ld1', reviseDraft, change)
    const second = await site.act('thuky', reviseDraft, { ...change, body: 'Bản thứ hai' })
    expect(second).toMatchObject({
      error: {
        code: 'changed_meanwhile',
        differences: [{}, { field: 'body', after: 'Bản của người thứ nhất' }],
      },
    })
  })

  it('is adopted with what is missing listed, only with a reason', async () => {
    const draftId = await begin('Quy chế thông qua')
    await site.did('ld1', circulateDraft, { draftId, ...round })
    await site.did('ld3', commentDraft, says(draftId, unit3, { body: 'Chưa rõ' }))
    const adopt = { draftId, how: 'conference', note: 'Biên bản 20/02', reason: '' } as const
    expect(await site.act('ld1', adoptDraft, adopt)).toMatchObject({
      error: { fields: { reason: { code: 'adoption_lacks', params: ['1'] } } },
    })
    await site.did('ld1', adoptDraft, {
      ...adopt,
      adoptedOn: '2026-02-20',
      reason: 'Giải trình tại hội nghị',
    })
    expect(await findDraft(site.db, draftId)).toMatchObject({ state: 'adopted', adoptedOn: '2026-02-20' })
    expect(await site.act('ld1', withdrawDraft, { draftId, reason: 'Nhầm' })).toMatchObject({
      error: { code: 'draft_is_over' },
    })
  })

  it('is adopted by silence once the deadline has passed', async () => {
    const draftId = await begin('Quy chế im lặng')
    await site.did('ld1', circulateDraft, { draftId, ...round })
    const adopt = { draftId, how: 'silence', note: '', reason: '' } as const
    expect(await site.act('ld1', adoptDraft, adopt)).toMatchObject({
      error: { fields: { how: { code: 'silence_needs_a_deadline' } } },
    })
    at('2026-02-11')
    expect(await site.act('ld1', adoptDraft, adopt)).toMatchObject({ ok: true })
    at('2026-02-01')
  })

  it('is withdrawn with a reason and stays to be read', async () => {
    const draftId = await begin('Quy chế rút')
    await site.did('ld1', circulateDraft, { draftId, ...round })
    expect(await site.act('ld1', withdrawDraft, { draftId, reason: ' ' })).toMatchObject({
      error: { fields: { reason: { code: 'reason_required' } } },
    })
    await site.did('ld1', withdrawDraft, { draftId, reason: 'Soạn lại theo mẫu mới' })
    const seen = await (await site.browse('ld3')).get(world.at('du-thao', draftId))
    expect(seen.text).toContain('Soạn lại theo mẫu mới')
  })

  it('is worked on through pages without scripts', async () => {
    const secretary = await site.browse('thuky')
    const made = await secretary.post(world.at('du-thao', 'moi'), {
      kind: 'pledge',
      title: 'Bản giao ước năm 2026',
      body: 'Các đơn vị cam kết thi đua.',
    })
    expect(made.status).toBe(303)
    const sent = await secretary.post(`${made.location}/gui`, {
      circulatedOn: '2026-02-01',
      dueOn: '2026-02-08',
      silenceMeans: 'no_opinion',
    })
    expect(sent.status).toBe(303)
    const member = await site.browse('cv3')
    expect((await member.get(made.location)).text).toContain('Gửi ý kiến')
    const empty = await member.post(`${made.location}/gop-y/${world.unitSlugs[2]}`, { opinion: 'comments' })
    expect(empty.status).toBe(422)
    expect(empty.text).toContain('Hãy viết nội dung góp ý')
    const agreed = await member.post(`${made.location}/gop-y/${world.unitSlugs[2]}`, { opinion: 'agrees' })
    expect(agreed.status).toBe(303)
    expect((await secretary.get(made.location)).text).toContain('nhất trí')
    const forOther = await member.post(`${made.location}/gop-y/${world.unitSlugs[1]}`, { opinion: 'agrees' })
    expect(forOther.status).toBe(403)
    for (const page of ['', '/thong-qua', '/rut', '/ban-moi', '/tong-hop', `/gop-y/${world.unitSlugs[3]}`])
      expect((await secretary.get(`${made.location}${page}`)).status).toBe(200)
  })
})
