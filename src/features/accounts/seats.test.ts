import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { openSite } from '../../../test/support/site.ts'
import { buildWorld } from '../../../test/support/world.ts'
import { addCouncilMember, foundCouncil } from '../councils/councils.actions.ts'
import { addAccount, appoint } from './accounts.actions.ts'

describe('an account with a role on a council', async () => {
  const site = await openSite('2026-03-10')
  const world = await buildWorld(site)
  const { councilId } = await site.did('tinh', foundCouncil, {
    provinceId: world.provinceId,
    unitId: null,
    name: 'Hội đồng Thi đua - Khen thưởng tỉnh',
    basis: '',
    foundedOn: null,
  })

  const seat = (fullName: string) =>
    site.did('tinh', addCouncilMember, {
      councilId,
      personId: null,
      fullName,
      position: '',
      unitId: null,
      duty: 'member',
      fromDate: '2026-01-01',
    })
  const give = async (name: string, username: string) => {
    const { accountId } = await site.did('quantri', addAccount, {
      name,
      username,
      password: 'một câu dễ nhớ',
    })
    const nowhere = { provinceId: null, blocId: null, unitId: null, toDate: null, basis: '' }
    const role = { role: 'council_member', fromDate: '2026-01-01' } as const
    await site.did('quantri', appoint, { ...nowhere, ...role, accountId, councilId })
  }
  const seatOf = async (username: string) => {
    const { rows } = await sql<{ name: string }>`
      select p.full_name as name from person p join accounts."user" u on u.id = p.account_id
      where u.username = ${username}`.execute(site.db)
    return rows.map(({ name }) => name)
  }

  it('belongs to the member of its name', async () => {
    await seat('Ủy viên thứ nhất')
    await give('Ủy viên thứ nhất', 'uyvien1')
    expect(await seatOf('uyvien1')).toEqual(['Ủy viên thứ nhất'])
  })

  it('belongs to nobody when no member bears its name', async () => {
    await give('Người không có trong Hội đồng', 'nguoikhac')
    expect(await seatOf('nguoikhac')).toEqual([])
  })

  it('does not take a seat that another account holds', async () => {
    await give('Ủy viên thứ nhất', 'uyvien1b')
    expect(await seatOf('uyvien1b')).toEqual([])
    expect(await seatOf('uyvien1')).toEqual(['Ủy viên thứ nhất'])
  })
})
