import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { openSite } from '../../../../test/support/site.ts'
import { buildWorld, type World } from '../../../../test/support/world.ts'
import { classPresets, defaultRankingRules } from '../../../domain/ranking/index.ts'
import { saveHeadAppraisal } from '../appraisal/appraisal.actions.ts'
import { confirmAll, freezeSample, handInAll, moveTo } from '../scoring.test-support.ts'
import { freezeRanking } from './ranking.actions.ts'

const [canTho] = classPresets

describe('the pages beside the ranking', async () => {
  const site = await openSite()
  let world: World
  let at: World['at']

  beforeAll(async () => {
    world = await buildWorld(site, { state: 'scoring' })
    at = world.at
    await sql`truncate score_table, unit_step, bar, appraisal_assignment, pledge cascade`.execute(site.db)
    await freezeSample(site, world, { ranking: { ...defaultRankingRules, ...canTho?.rules } })
    await handInAll(site, world, ['10', '9', '8', '7'])
    await moveTo(site, world, 'appraisal')
    await confirmAll(site, world)
  })

  const see = async (who: string | undefined, path: string) => (await site.browse(who)).get(path)
  const trace = async () =>
    (
      await sql<{ t: string }>`select json_build_array(
        (select count(*) from audit.entry), (select sum(version) from score), (select count(*) from score),
        (select array_agg(scores_version || '/' || version) from score_table))::text as t`.execute(site.db)
    ).rows[0]?.t

  it('the heat map shows every unit over sections, then over criteria, with points in each cell', async () => {
    const sections = await see('ld1', at('xep-hang', 'ban-do-nhiet'))
    expect(sections.status).toBe(200)
    expect(sections.text).toContain('I. Nhiệm vụ chính trị')
    expect(sections.text).toMatch(/gu-heat-[1-5]" title="[\d,]+% điểm tối đa"/)
    const leaves = await see('ld1', `${at('xep-hang', 'ban-do-nhiet')}?muc=2`)
    expect(leaves.text).toContain('Giải quyết hồ sơ đúng hạn')
    expect((await see('ld1', `${at('xep-hang', 'ban-do-nhiet')}?muc=99&nhom=xyz&buoc=abc`)).status).toBe(200)
  })

  it('members see neither heat map nor what-if before the round is laid open', async () => {
    await moveTo(site, world, 'scoring')
    for (const page of ['ban-do-nhiet', 'thu']) {
      const seen = await see('cv3', `${at('xep-hang', page)}?buoc=head`)
      expect(seen.text).not.toContain('gu-heat')
      expect(seen.text).not.toContain('Sau thay đổi')
      expect([303, 403, 404]).toContain((await see(undefined, at('xep-hang', page))).status)
    }
    await moveTo(site, world, 'appraisal')
    expect((await see('cv3', `${at('xep-hang', 'ban-do-nhiet')}?buoc=head`)).text).not.toContain('buoc=head')
    expect((await see('cv3', at('xep-hang', 'cac-ban'))).text).toContain('Chưa có bản nào được chốt.')
  })

  it('what-if moves the places and their classes side by side, and writes nothing at all', async () => {
    const before = await trace()
    const params = new URLSearchParams({
      'node.0': 'I.3',
      'max.0': '0',
      'unit.0': world.unitIds[0] ?? '',
      'leaf.0': 'II.2',
      'points.0': '0',
      'unit.1': world.unitIds[1] ?? '',
      'leaf.1': 'I.2',
      'none.1': '1',
    })
    const seen = await see('ld1', `${at('xep-hang', 'thu')}?${params}`)
    expect(seen.status).toBe(200)
    expect(seen.text).toMatch(/đơn vị đổi hạng hoặc xếp loại/)
    expect(seen.text).toContain('▼ xuống')
    expect(seen.text).toContain('Xếp loại')
    expect(await trace()).toBe(before)
    const plain = await see('ld1', at('xep-hang', 'thu'))
    expect(plain.text).toContain('Chưa có thay đổi nào')
  })

  it('what-if refuses what is not of this table or bloc in words beside the field', async () => {
    const params = new URLSearchParams({
      'node.0': 'Z.9',
      'max.0': '5',
      'node.1': 'I',
      'max.1': 'nhiều',
      'unit.0': '00000000-0000-4000-8000-000000000000',
      'leaf.0': 'I.1',
      'points.0': '3',
      'unit.1': world.unitIds[0] ?? '',
      'leaf.1': 'I.1',
      'points.1': '41',
    })
    const seen = await see('ld1', `${at('xep-hang', 'thu')}?${params}`)
    expect(seen.text).toContain('Chọn nhóm hoặc tiêu chí rồi ghi điểm tối đa mới.')
    expect(seen.text).toContain('Cần một số từ 0 trở lên.')
    expect(seen.text).toContain('Chọn đơn vị, tiêu chí')
    expect(seen.text).toContain('Điểm phải từ 0 đến 40.')
    expect(seen.text).toContain('Chưa có thay đổi nào')
  })

  it('frozen versions stand side by side with what changed between two', async () => {
    const { blocYearId } = world
    await site.did('ld1', freezeRanking, { blocYearId, layer: 'head' })
    await site.did('ld2', saveHeadAppraisal, {
      blocYearId,
      unitId: world.unitIds[0] ?? '',
      lines: { 'I.3': { points: '1', reason: 'Kiểm tra lại' } },
      finish: true,
    })
    await site.did('ld1', freezeRanking, { blocYearId, layer: 'head' })
    const seen = await see('ld1', at('xep-hang', 'cac-ban'))
    expect(seen.text).toMatch(/đơn vị có thay đổi/)
    expect(seen.text).not.toContain('Hai bản giống nhau')
  })
})
