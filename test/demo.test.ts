import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadDemo } from '../seed/demo/demo.ts'
import { driveTargets, sourceAwards, sourceFigures, sourceLeaders } from './cases/source-facts.ts'
import { openSite } from './support/site.ts'

describe('the demo tells the five source documents', async () => {
  const site = await openSite('2026-11-22')
  const told: string[] = []

  beforeAll(async () => {
    await loadDemo(site.db, (line) => told.push(line))
  })

  const rows = async <T>(query: ReturnType<typeof sql>): Promise<readonly T[]> =>
    (await query.execute(site.db)).rows as readonly T[]

  it('prints the accounts a visitor may use, one for each role, with their one password', () => {
    const text = told.join('\n')
    for (const name of [
      'quantri',
      'tinh',
      'truongkhoi',
      'phokhoi',
      'thuky',
      'lanhdao',
      'chuyenvien',
      'kiemphieu',
      'theodoi',
      'bientap',
      'duyettin',
    ]) {
      expect(text).toContain(name)
    }
    expect(text).toContain('giao-uoc-demo')
  })

  it('is told once: a second start changes nothing', async () => {
    const [before] = await rows<{ n: string }>(sql`select count(*) as n from audit.entry`)
    await loadDemo(site.db, () => undefined)
    const [after] = await rows<{ n: string }>(sql`select count(*) as n from audit.entry`)
    expect(after).toEqual(before)
  })

  type Found = {
    readonly name: string
    readonly value: string | null
    readonly total: string | null
    readonly unitOfMeasure: string
    readonly isEstimate: boolean
    readonly bound: string | null
    readonly asOf: string | null
    readonly outsidePlan: boolean
    readonly comparisons: readonly Record<string, unknown>[]
    readonly partOf: string | null
    readonly narrative: string
    readonly illustrative: boolean
  }

  describe.each(
    sourceFigures.map(
      (figure) =>
        [
          `${figure.province} ${figure.year}: ${figure.unit ?? figure.field ?? 'khối'}, ${figure.indicator.source}`,
          figure,
        ] as const,
    ),
  )('%s', (_name, figure) => {
    it('stands with its value, unit, flags and comparisons as printed', async () => {
      const found = await rows<Found>(sql`
          select i.name, r.value, r.total, coalesce(nullif(r.unit_of_measure, ''), i.unit_of_measure) as unit_of_measure,
            r.is_estimate, r.bound, r.as_of, r.outside_plan, r.comparisons, r.narrative, r.illustrative,
            coalesce(pi.name, ii.name) as part_of
          from result r
          join indicator i on i.id = r.indicator_id
          left join result pr on pr.id = r.part_of_id
          left join indicator pi on pi.id = pr.indicator_id
          left join indicator ii on ii.id = i.part_of_id
          left join unit u on u.id = r.unit_id
          left join unit_name n on n.unit_id = u.id
          left join bloc b on b.id = r.bloc_id
          join province p on p.id = coalesce(u.province_id, b.province_id)
          where r.state = 'current' and p.name = ${figure.province} and r.year = ${figure.year}
            and (${figure.unit}::text is null or n.name = ${figure.unit})
            and (${figure.field ?? null}::text is null or r.field_code = ${figure.field ?? null})`)
      const matching = found.filter((one) => figure.indicator.test(one.name))
      expect(matching.map((one) => one.name)).toHaveLength(1)
      const [one] = matching as [Found]
      expect(one.illustrative).toBe(false)
      if (figure.value === null) expect(one.narrative).not.toBe('')
      else expect(Number(one.value)).toBe(Number(figure.value))
      expect(one.total === null ? undefined : Number(one.total)).toBe(
        figure.total === undefined ? undefined : Number(figure.total),
      )
      expect(one.unitOfMeasure).toBe(figure.unitOfMeasure)
      expect(one.isEstimate).toBe(figure.estimate ?? false)
      expect(one.bound ?? undefined).toBe(figure.bound)
      expect(one.asOf ?? undefined).toBe(figure.asOf)
      expect(one.outsidePlan).toBe(figure.outsidePlan ?? false)
      if (figure.partOf) expect(one.partOf ?? '').toMatch(figure.partOf)
      expect(one.comparisons).toHaveLength(figure.comparisons?.length ?? 0)
      for (const [index, expected] of (figure.comparisons ?? []).entries()) {
        const said = one.comparisons[index] as Record<string, string>
        for (const [key, value] of Object.entries(expected)) {
          if (/^[0-9.]+$/.test(value)) expect(Number(said[key])).toBe(Number(value))
          else expect(said[key]).toBe(value)
        }
      }
    })
  })

  it('leaves three units of Hà Giang without a figure, as the document does', async () => {
    const silent = await rows<{ name: string }>(sql`
      select n.name from membership m
      join bloc b on b.id = m.bloc_id and b.short_name = 'Khối Kinh tế ngành'
      join province p on p.id = b.province_id and p.name = 'Hà Giang'
      join unit_name n on n.unit_id = m.unit_id
      where not exists (select 1 from result r where r.unit_id = m.unit_id) order by n.name collate "vi-x-icu"`)
    expect(silent.map((one) => one.name)).toEqual([
      'Ban Quản lý Khu kinh tế',
      'Sở Công thương',
      'Sở Xây dựng',
    ])
  })

  it('keeps the six targets of the drive, the import one as printed with what it must mean', async () => {
    const found = await rows<{
      name: string
      kind: string
      value: string
      unitOfMeasure: string
      strict: boolean
      comparisons: { percent: string }[]
      suspiciousReason: string
      setByNote: string
    }>(sql`
      select i.name, t.kind, t.value, t.unit_of_measure, t.strict, t.comparisons, t.suspicious_reason, t.set_by_note
      from target t join indicator i on i.id = t.indicator_id join movement m on m.id = t.movement_id
      where m.kind = 'special' and t.state = 'current'`)
    expect(found).toHaveLength(driveTargets.length)
    for (const target of driveTargets) {
      const one = found.find((row) => target.indicator.test(row.name))
      expect(one, target.indicator.source).toBeDefined()
      expect(one?.kind).toBe(target.kind)
      expect(Number(one?.value)).toBe(Number(target.value))
      expect(one?.unitOfMeasure).toBe(target.unitOfMeasure)
      expect(one?.strict).toBe(target.strict)
      expect(one?.comparisons[0]?.percent ?? null).toBe(target.percent)
    }
    const imported = found.find((row) => /nhập khẩu/.test(row.name))
    expect(imported?.suspiciousReason).toContain('980 triệu USD')
  })

  it('keeps the one aim in numbers of Bắc Ninh: 100% of the units complete their tasks well in 2023', async () => {
    const [aim] = await rows<{ aimValue: string; aimUnit: string; forYear: number }>(sql`
      select aim_value, aim_unit, for_year from direction where aim_value is not null`)
    expect(Number(aim?.aimValue)).toBe(100)
    expect(aim).toMatchObject({ aimUnit: '% đơn vị', forYear: 2023 })
  })

  it.each(sourceAwards.map((award) => [`${award.province} ${award.year} ${award.wording}`, award] as const))(
    '%s is proposed to the units printed, no more and no fewer',
    async (_name, award) => {
      const found = await rows<{
        printedWording: string
        name: string | null
        nameWithheld: boolean
        state: string
      }>(sql`
        select p.printed_wording, n.name, p.name_withheld, p.state
        from proposal p join bloc_year y on y.id = p.bloc_year_id join bloc b on b.id = y.bloc_id
        join province v on v.id = b.province_id
        left join lateral (select name from unit_name where unit_id = p.unit_id and valid_from <= make_date(y.year, 12, 31) order by valid_from desc limit 1) n on true
        where v.name = ${award.province} and y.year = ${award.year} and p.award_code = ${award.award} and p.state <> 'withdrawn'`)
      expect(
        found
          .filter((one) => !one.nameWithheld)
          .map((one) => one.name ?? '')
          .sort((one, other) => (one < other ? -1 : 1)),
      ).toEqual([...award.units])
      expect(found.filter((one) => one.nameWithheld)).toHaveLength(award.unnamed)
      expect(new Set(found.map((one) => one.printedWording))).toEqual(new Set([award.wording]))
    },
  )

  it('proposes nothing in Hà Nam and in the Hà Giang bloc, as nothing is reported', async () => {
    const [found] = await rows<{ n: string }>(sql`
      select count(*) as n from proposal p join bloc_year y on y.id = p.bloc_year_id join bloc b on b.id = y.bloc_id
      join province v on v.id = b.province_id where v.name in ('Hà Nam', 'Hà Giang')`)
    expect(Number(found?.n)).toBe(0)
  })

  it.each(
    sourceLeaders.map((leader) => [`${leader.province} ${leader.forYear} ${leader.role}`, leader] as const),
  )('%s is the unit printed, come to it as printed', async (_name, leader) => {
    const found = await rows<{ name: string; how: string }>(sql`
        select n.name, l.how from leadership l join bloc b on b.id = l.bloc_id join province p on p.id = b.province_id
        join lateral (select name from unit_name where unit_id = l.unit_id and valid_from <= '2024-01-01' order by valid_from desc limit 1) n on true
        where p.name = ${leader.province} and l.for_year = ${leader.forYear} and l.role = ${leader.role} and l.to_date is null`)
    expect(found).toEqual([{ name: leader.unit, how: leader.how }])
  })

  it('invents no election in Hà Giang: the duty is handed over at the conference', async () => {
    const polls = await rows(sql`
      select 1 from poll k join conference c on c.id = k.conference_id join bloc_year y on y.id = c.bloc_year_id
      join bloc b on b.id = y.bloc_id join province p on p.id = b.province_id where p.name = 'Hà Giang'`)
    expect(polls).toEqual([])
    const [handover] = await rows<{ state: string; heldOn: string }>(sql`
      select h.state, h.held_on from handover h join bloc_year y on y.id = h.bloc_year_id join bloc b on b.id = y.bloc_id
      join province p on p.id = b.province_id where p.name = 'Hà Giang'`)
    expect(handover).toEqual({ state: 'accepted', heldOn: '2020-12-16' })
  })

  it('counts twelve members in Bắc Ninh 2022 and eight in Hà Giang 2020, the unnamed ones marked', async () => {
    const found = await rows<{ province: string; members: number; illustrative: number }>(sql`
      select p.name as province, count(*)::int as members, (count(*) filter (where m.illustrative))::int as illustrative
      from bloc b join province p on p.id = b.province_id join membership m on m.bloc_id = b.id
      where m.from_date <= '2022-12-31' and b.short_name in ('Khối Kinh tế - Kỹ thuật', 'Khối Kinh tế ngành') and p.name in ('Bắc Ninh', 'Hà Giang')
      group by 1 order by 1`)
    expect(found).toEqual([
      { province: 'Bắc Ninh', members: 12, illustrative: 8 },
      { province: 'Hà Giang', members: 8, illustrative: 0 },
    ])
  })

  it('lists the four other blocs of Hà Giang with their news, and says that Hà Nam is a guess', async () => {
    const blocs = await rows<{ shortName: string; items: number }>(sql`
      select b.short_name, (select count(*)::int from news_item w where w.bloc_id = b.id and w.state = 'published') as items
      from bloc b join province p on p.id = b.province_id where p.name = 'Hà Giang' order by b.short_name collate "vi-x-icu"`)
    expect(blocs).toEqual([
      { shortName: 'Khối các huyện vùng 30a', items: 2 },
      { shortName: 'Khối Kinh tế - Tổng hợp', items: 1 },
      { shortName: 'Khối Kinh tế ngành', items: 1 },
      { shortName: 'Khối Nội chính', items: 1 },
      { shortName: 'Khối Văn hóa - Xã hội', items: 1 },
    ])
    const [province] = await rows<{ certainty: string }>(
      sql`select certainty from province where name = 'Hà Nam'`,
    )
    expect(province?.certainty).toBe('inferred')
  })

  it('keeps the readers of the originals apart from ours', async () => {
    const found = await rows<{ originalViews: number }>(sql`
      select original_views from news_item where original_views is not null order by original_views`)
    expect(found.map((one) => one.originalViews)).toEqual([167, 169])
  })

  it('ranks Bắc Ninh 2022 in accord with the printed awards, on at least thirty criteria', async () => {
    const [ranking] = await rows<{ rows: { places?: { unit: string; rank: number }[] } }>(sql`
      select k.rows from ranking k join score_table t on t.id = k.score_table_id join bloc_year y on y.id = t.bloc_year_id
      where y.year = 2022 order by k.version_number desc limit 1`)
    expect(ranking).toBeDefined()
    const first = await rows<{ name: string; points: string }>(sql`
      select n.name, sum(s.points) as points from score s join criterion c on c.id = s.criterion_id
      join score_table t on t.id = c.score_table_id join bloc_year y on y.id = t.bloc_year_id and y.year = 2022
      join lateral (select name from unit_name where unit_id = s.unit_id and valid_from <= '2022-12-31' order by valid_from desc limit 1) n on true
      where s.layer = 'final' group by 1 order by 2 desc limit 3`)
    expect(first.map((one) => one.name)).toEqual([
      'Sở Thông tin và Truyền thông',
      'Sở Công thương',
      'Quỹ đầu tư phát triển',
    ])
    const [leaves] = await rows<{ n: number }>(sql`
      select count(*)::int as n from criterion c join score_table t on t.id = c.score_table_id join bloc_year y on y.id = t.bloc_year_id
      where y.year = 2022 and c.method is not null and c.side = 'normal'`)
    expect(leaves?.n).toBeGreaterThanOrEqual(30)
  })

  it('leaves Bắc Ninh 2026 at self-scoring with one unit late, one returned and one by paper', async () => {
    const found = await rows<{ name: string; state: string; channel: string }>(sql`
      select n.name, s.state, s.channel from unit_step s join bloc_year y on y.id = s.bloc_year_id and y.year = 2026
      join lateral (select name from unit_name where unit_id = s.unit_id order by valid_from desc limit 1) n on true
      where s.step = 'self_score'`)
    const of = (name: string) => found.find((one) => one.name === name)
    expect(of('Sở Xây dựng')?.state).toBe('returned')
    expect(of('Cục Thống kê tỉnh')?.channel).toBe('paper')
    expect(of('Quỹ Đầu tư phát triển')).toBeUndefined()
  })

  it('names no private person: every name it fills in says so', async () => {
    const names = await rows<{ name: string }>(sql`
      select full_name as name from person union select signer_name from pledge_signature union select name from accounts."user"
      union select person_name from leadership where person_name <> ''`)
    for (const { name } of names) expect(name).toMatch(/minh họa|^Quản trị hệ thống|^Đại diện /)
  })

  it('shows its pages to whoever may see them', async () => {
    const visitor = await site.browse()
    for (const path of ['/', '/tin-tuc', '/khoi', '/don-vi', '/dot-thi-dua']) {
      expect((await visitor.get(path)).status, path).toBe(200)
    }
    const head = await site.browse('truongkhoi')
    for (const part of [
      '',
      '/chi-tieu',
      '/giao-uoc',
      '/dang-ky',
      '/phong-trao',
      '/du-thao',
      '/tin-tuc',
      '/khen-thuong',
      '/ket-qua',
    ]) {
      expect((await head.get(`/khoi/bac-ninh-khoi-kinh-te-ky-thuat/2026${part}`)).status, part).toBe(200)
    }
  })
})
