import { describe, expect, it } from 'vitest'
import { openSite } from '../../../test/support/site.ts'
import { buildWorld } from '../../../test/support/world.ts'

describe('a round of checks on its pages', async () => {
  const site = await openSite('2026-11-10')
  const world = await buildWorld(site, { year: 2026, state: 'running' })
  const secretary = await site.browse('thuky')
  const at = (...rest: readonly string[]) => world.at('kiem-tra', ...rest)
  const plan = {
    title: 'Kiểm tra chéo năm 2026',
    purpose: 'Đánh giá thực chất',
    contents: 'Chỉ tiêu\nMinh chứng',
    startsOn: '2026-11-01',
    endsOn: '2026-11-30',
    basis: '',
  }
  let planPath = ''
  const visitPaths = async (name: string) => {
    const { text } = await (await site.browse(name)).get(at())
    return [...text.matchAll(/href="([^"]*\/cuoc\/[^"]*)"[^>]*>([^<]*)</g)].map(
      ([, href = '', unit = '']) => [unit, href] as const,
    )
  }

  it('tells an empty year what to do, and a member what to wait for', async () => {
    expect((await secretary.get(at())).text).toContain('Lập kế hoạch kiểm tra')
    const member = (await (await site.browse('cv3')).get(at())).text
    expect(member).toContain('lịch kiểm tra đơn vị của bạn sẽ hiện ở đây')
    expect(member).not.toContain('Lập kế hoạch kiểm tra</a>')
  })

  it('keeps what was typed when a plan is refused, with a sentence beside the field', async () => {
    const wrong = await secretary.post(at('ke-hoach-moi'), { ...plan, endsOn: '2026-10-01' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Ngày kết thúc không thể trước ngày bắt đầu.')
    expect(wrong.text).toContain('Đánh giá thực chất')
    const right = await secretary.post(at('ke-hoach-moi'), plan)
    expect(right.status).toBe(303)
    planPath = right.location
    expect((await secretary.get(planPath)).text).toContain('Chưa có đoàn nào')
  })

  it('proposes teams with the reasons why they are fair, and says what two teams cannot keep', async () => {
    const three = (await secretary.get(`${planPath}/phan-cong?so-doan=3`)).text
    expect(three).toContain('Không đơn vị nào kiểm tra đơn vị sẽ kiểm tra mình.')
    expect(three).not.toContain('Điều không giữ được')
    const two = (await secretary.get(`${planPath}/phan-cong?so-doan=2`)).text
    expect(two).toContain('Điều không giữ được')
    expect(two).not.toContain('Không đơn vị nào kiểm tra đơn vị sẽ kiểm tra mình.')
    expect((await secretary.get(`${planPath}/phan-cong?so-doan=9`)).text).toContain('Khối có 4 đơn vị')
    expect((await secretary.get(`${planPath}/phan-cong?so-doan=1`)).text).toContain('tự kiểm tra mình')
    expect((await secretary.post(`${planPath}/phan-cong`, { teams: '4' })).location).toBe(`${planPath}/lich`)
  })

  it('is scheduled as a grid; a wrong hour stays in its field', async () => {
    const grid = (await secretary.get(`${planPath}/lich`)).text
    const fields = Object.fromEntries(
      world.unitIds.map((unitId) => {
        const select = grid.slice(grid.indexOf(`name="team.${unitId}"`))
        return [`team.${unitId}`, /value="([0-9a-f-]{36})" selected/.exec(select)?.[1] ?? '']
      }),
    )
    const days = Object.fromEntries(world.unitIds.map((unitId) => [`plannedOn.${unitId}`, '2026-11-09']))
    const first = `plannedAt.${world.unitIds[0]}`
    const wrong = await secretary.post(`${planPath}/lich`, { ...fields, ...days, [first]: '8 giờ' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('8 giờ')
    const right = await secretary.post(`${planPath}/lich`, { ...fields, ...days, [first]: '8:00' })
    expect(right.status).toBe(303)
    expect((await secretary.get(planPath)).text).toContain('08:00, 09/11/2026')
  })

  it('takes persons of a team in rows, and refuses a unit that the team visits', async () => {
    const { text } = await secretary.get(planPath)
    const teamPath = /href="([^"]*\/doan\/[^"]*)"/.exec(text)?.[1] ?? ''
    const [head, deputy] = world.unitIds
    const team = {
      name: 'Đoàn số 1',
      version: '1',
      leadingUnitId: head,
      'personName.0': 'Nguyễn Văn Mẫu',
      'personTitle.0': 'Phó Giám đốc',
      'personUnit.0': head,
      'personDuty.0': 'leader',
      'personName.1': '',
    }
    const wrong = await secretary.post(teamPath, { ...team, units: [head, deputy] })
    expect(wrong.text).toContain('Đoàn không thể kiểm tra đơn vị nằm trong chính đoàn.')
    expect(wrong.text).toContain('Nguyễn Văn Mẫu')
    expect((await secretary.post(teamPath, { ...team, units: [head] })).status).toBe(303)
    expect((await secretary.get(planPath)).text).toContain('Nguyễn Văn Mẫu, Phó Giám đốc, Trưởng đoàn')
  })

  it('is announced on a page of its own, and then opens to the members', async () => {
    expect((await secretary.get(`${planPath}/thong-bao`)).text).toContain('phải ghi lý do')
    expect((await secretary.post(`${planPath}/thong-bao`, {})).status).toBe(303)
    expect(await visitPaths('cv3')).toHaveLength(4)
    expect((await (await site.browse('cv3')).get(`${planPath}/lich`)).status).toBe(403)
  })

  it('is recorded, observed, answered and signed form by form, without scripts', async () => {
    const team = await site.browse('ld2')
    const unit = await site.browse('ld3')
    const visit = (await visitPaths('ld2')).find(([name]) => name === 'Sở Tài chính')?.[1] ?? ''
    expect((await team.get(`${visit}/ket-qua`)).text).toContain('Minh chứng')
    const version = /name="version" value="(\d+)"/.exec((await team.get(`${visit}/ket-qua`)).text)?.[1] ?? ''
    const held = { heldOn: '2026-11-09', heldFrom: '8:00', attendedUnit: 'Trần Thị Mẫu, Giám đốc', version }
    expect((await team.post(`${visit}/ket-qua`, held)).status).toBe(303)
    expect((await team.post(`${visit}/ket-qua`, { ...held, heldTo: '9:00' })).status).toBe(409)
    const nothing = await team.post(`${visit}/nhan-xet`, { kind: 'strength', body: '' })
    expect(nothing.status).toBe(422)
    await team.post(`${visit}/nhan-xet`, { kind: 'shortcoming', body: 'Thiếu biểu 2' })
    await team.post(`${visit}/yeu-cau`, { body: 'Bổ sung biểu 2', dueOn: '2026-11-20' })
    const shown = (await unit.get(visit)).text
    const answer = /href="([^"]*\/tra-loi)"/.exec(shown)?.[1] ?? ''
    expect(shown).not.toContain('/nhan-xet"')
    await unit.post(answer, { answer: 'Đã bổ sung', files: new File(['biểu 2'], 'bieu-2.txt') })
    expect((await team.get(visit)).text).toContain('bieu-2.txt')
    const signer = { signerName: 'Người ký', signerTitle: 'Giám đốc', capacity: '' }
    const noName = await unit.post(`${visit}/ky/${world.unitSlugs[2]}`, { ...signer, signerName: '' })
    expect(noName.status).toBe(422)
    await unit.post(`${visit}/ky/${world.unitSlugs[2]}`, signer)
    const paper = { ...signer, capacity: 'KT.', signedOn: '2026-11-09' }
    expect((await secretary.post(`${visit}/ban-giay/${world.unitSlugs[1]}`, paper)).status).toBe(303)
    const signed = (await (await site.browse('cv4')).get(visit)).text
    expect(signed).toContain('Hai bên đã ký, ngày 10/11/2026.')
    expect(signed).toContain('ghi nhận bởi Thư ký khối')
    expect((await team.get(`${visit}/nhan-xet`)).text).toContain('Lý do sửa sau khi đã ký')
  })
})
