import { describe, expect, it } from 'vitest'
import { openSite } from '../../../test/support/site.ts'
import { buildWorld } from '../../../test/support/world.ts'
import { changeBloc, foundBloc } from './blocs.actions.ts'
import { findBloc } from './blocs.store.ts'
import { setLeadership } from './leadership.actions.ts'
import { listLeadership } from './leadership.store.ts'
import { addMember, endMembership } from './members.actions.ts'
import { dropBlocRule, setProvinceRule, setRule } from './rules.actions.ts'

const founding = {
  name: 'Cụm thi đua các ban quản lý',
  shortName: 'Cụm Ban quản lý',
  kind: 'cụm các ban quản lý',
  label: 'Cụm thi đua',
  headLabel: 'Cụm trưởng',
  deputyLabel: 'Cụm phó',
  foundedOn: '2020-01-15',
  foundingDecision: 'Quyết định số 1511',
  foundingDecisionMark: 'unverified',
  dissolvedOn: null,
}

describe('a bloc', async () => {
  const site = await openSite('2026-03-10')
  const world = await buildWorld(site)

  it('is founded by the province under its own words, and shows the mark of an unverified decision', async () => {
    const { slug } = await site.did('tinh', foundBloc, {
      ...founding,
      provinceId: world.provinceId,
      aliases: ['Khối các ban'],
    })
    expect(slug).toBe('bac-ninh-cum-ban-quan-ly')
    const page = await (await site.browse()).get(`/khoi/${slug}`)
    expect(page.text).toContain('Quyết định số 1511')
    expect(page.text).toContain('chưa kiểm chứng')
    expect(page.text).toContain('Khối các ban')
  })

  it('is not founded by a member unit', async () => {
    const again = { ...founding, shortName: 'Khác', provinceId: world.provinceId, aliases: [] }
    expect(await site.act('ld1', foundBloc, again)).toMatchObject({
      ok: false,
      error: { code: 'not_your_role' },
    })
  })

  it('is changed by whoever saw its newest data; the second writer sees what the first one changed', async () => {
    const bloc = await findBloc(site.db, world.blocId)
    const {
      name,
      shortName,
      kind,
      label,
      headLabel,
      deputyLabel,
      foundedOn,
      foundingDecision,
      foundingDecisionMark,
      dissolvedOn,
    } = bloc ?? (founding as never)
    const data = {
      name,
      shortName,
      kind,
      label,
      headLabel,
      deputyLabel,
      foundedOn,
      foundingDecision,
      foundingDecisionMark,
      dissolvedOn,
    }
    const first = { ...data, headLabel: 'Khối trưởng', blocId: world.blocId, aliases: [], version: 1 }
    await site.did('tinh', changeBloc, first)

    const second = await site.act('tinh', changeBloc, {
      ...data,
      kind: 'sở, ngành',
      blocId: world.blocId,
      aliases: [],
      version: 1,
    })

    expect(second).toEqual({
      ok: false,
      error: {
        code: 'changed_meanwhile',
        differences: [{ field: 'headLabel', before: 'Trưởng khối', after: 'Khối trưởng' }],
      },
    })
    const page = await (await site.browse('tinh')).post(`/khoi/${world.blocSlug}/sua`, {
      ...(Object.fromEntries(Object.entries(data).map(([key, value]) => [key, value ?? ''])) as Record<
        string,
        string
      >),
      foundingDecisionMark: 'confirmed',
      aliases: '',
      version: '1',
    })
    expect(page.status).toBe(409)
    expect(page.text).toContain('Cán bộ Thi đua - Khen thưởng tỉnh')
    expect(page.text).toContain('Khối trưởng')
  })
})

describe('membership', async () => {
  const site = await openSite('2026-03-10')
  const world = await buildWorld(site)
  const stay = {
    blocId: world.blocId,
    unitId: world.unitIds[3],
    fromDate: '2026-01-01',
    toDate: null,
    basis: '',
    position: null,
  }

  it('cannot overlap with another stay of the same unit', async () => {
    expect(await site.act('tinh', addMember, stay)).toMatchObject({
      ok: false,
      error: { fields: { fromDate: { code: 'membership_overlaps' } } },
    })
  })

  it('ends on its last day, and the page of the bloc tells who was in it on a day', async () => {
    const row = await site.db
      .selectFrom('membership')
      .select('id')
      .where('unitId', '=', world.unitIds[3])
      .executeTakeFirstOrThrow()
    await site.did('tinh', endMembership, {
      membershipId: row.id,
      toDate: '2025-12-31',
      basis: 'Quyết định kiện toàn',
    })
    const browser = await site.browse()
    const members = (text: string) =>
      text.slice(text.indexOf('Thành viên ngày'), text.indexOf('Đơn vị đã ra khỏi khối') + 1 || undefined)
    expect(members((await browser.get('/khoi/kinh-te?ngay=2025-12-31')).text)).toContain(
      'Quỹ Đầu tư phát triển',
    )
    const today = (await browser.get('/khoi/kinh-te')).text
    expect(members(today)).not.toContain('Quỹ Đầu tư phát triển')
    expect(today).toContain('Quyết định kiện toàn')
  })

  it('may begin again after it ended', async () => {
    await site.did('tinh', addMember, stay)
    expect(
      await site.act('tinh', endMembership, {
        membershipId: '00000000-0000-4000-8000-000000000000',
        toDate: '2026-02-01',
        basis: '',
      }),
    ).toMatchObject({
      ok: false,
      error: { code: 'not_found' },
    })
  })
})

describe('head and deputy', async () => {
  const site = await openSite('2026-03-10')
  const world = await buildWorld(site)
  const [, second] = world.unitIds
  const appointment = {
    blocId: world.blocId,
    unitId: second,
    role: 'head' as const,
    forYear: 2026,
    fromDate: '2026-03-01',
    how: 'appointed' as const,
    basis: 'Quyết định số 12',
    personName: 'Giám đốc Sở',
    personTitle: 'Giám đốc',
  }

  it('change within a year: the old head ends on the day before, and both stay on record', async () => {
    await site.did('tinh', setLeadership, appointment)
    const heads = (await listLeadership(site.db, world.blocId)).filter((row) => row.role === 'head')
    expect(heads).toMatchObject([
      { unitId: second, fromDate: '2026-03-01', toDate: null, how: 'appointed' },
      { unitId: world.unitIds[0], fromDate: '2025-12-20', toDate: '2026-02-28', how: 'elected' },
    ])
  })

  it('must be members of the bloc in that year', async () => {
    expect(await site.act('tinh', setLeadership, { ...appointment, forYear: 2015 })).toMatchObject({
      ok: false,
      error: { fields: { unitId: { code: 'leader_not_member', params: ['2015'] } } },
    })
  })

  it('are named by the province alone', async () => {
    for (const user of ['ld1', 'thuky', 'quantri']) {
      expect(await site.act(user, setLeadership, appointment)).toMatchObject({
        ok: false,
        error: { code: 'not_your_role' },
      })
    }
  })
})

describe('rules', async () => {
  const site = await openSite('2026-03-10')
  const world = await buildWorld(site)
  const rule = { blocYearId: world.blocYearId, key: 'voting.quorum' as const, basis: '' }

  it('start as habits, proposed here and marked as without basis', async () => {
    const page = await (await site.browse('ld3')).get(world.at('quy-dinh'))
    expect(page.text).toContain('quá nửa')
    expect(page.text).toContain('thông lệ, chưa có căn cứ')
    expect(page.text).toContain('đề xuất sẵn')
  })

  it('are set by the head with the regulation they rest on, and given up again', async () => {
    await site.did('ld1', setRule, { ...rule, value: 'more_than_half', basis: 'Quy chế hoạt động năm 2026' })
    const browser = await site.browse('ld1')
    expect((await browser.get(world.at('quy-dinh'))).text).toContain('Quy chế hoạt động năm 2026')
    await site.did('ld1', dropBlocRule, { blocYearId: world.blocYearId, key: 'voting.quorum' })
    expect((await browser.get(world.at('quy-dinh'))).text).not.toContain('Quy chế hoạt động năm 2026')
  })

  it('take only values of the catalogue', async () => {
    expect(await site.act('ld1', setRule, { ...rule, value: 'nine_tenths_of_all' as never })).toMatchObject({
      ok: false,
      error: { fields: { value: { code: 'rule_value_wrong' } } },
    })
  })

  it('are closed to a plain member', async () => {
    expect(await site.act('ld3', setRule, { ...rule, value: 'more_than_half' })).toMatchObject({
      ok: false,
      error: { code: 'not_your_role' },
    })
  })

  it('that the province has locked cannot be changed by a bloc, and a lock needs its decision', async () => {
    const locked = {
      provinceId: world.provinceId,
      key: 'voting.method' as const,
      value: 'hands' as const,
      fromYear: 2026,
      toYear: null,
      locked: true,
      basis: '',
    }
    expect(await site.act('tinh', setProvinceRule, locked)).toMatchObject({
      ok: false,
      error: { fields: { basis: { code: 'rule_lock_needs_basis' } } },
    })
    await site.did('tinh', setProvinceRule, { ...locked, basis: 'Quyết định số 86' })
    const refused = await site.act('ld1', setRule, { ...rule, key: 'voting.method', value: 'secret' })
    expect(refused).toMatchObject({ ok: false, error: { code: 'rule_locked' } })
    const page = await (await site.browse('ld1')).get(world.at('quy-dinh'))
    expect(page.text).toContain('tỉnh đã khóa')
  })

  it('in an order of steps are typed as ranks', async () => {
    const browser = await site.browse('ld1')
    const seen = await browser.post(world.at('quy-dinh', 'voting.ties'), {
      'value.score': '1',
      'value.second_ballot': '2',
      'value.head_and_deputy': '',
      basis: '',
    })
    expect(seen.status).toBe(303)
    expect((await browser.get(world.at('quy-dinh'))).text).toMatch(/xét theo điểm thi đua → bỏ phiếu lần hai/)
  })
})
