import { sql } from 'kysely'
import type { Database } from '../../src/db/database.ts'
import { slug } from '../../src/domain/vietnamese/index.ts'
import type { Site } from './site.ts'

/** A small province with one bloc in one year, and an account for each role. */
export type World = {
  readonly provinceId: string
  readonly blocId: string
  readonly blocSlug: string
  readonly year: number
  readonly blocYearId: string
  /** Four member units: the first is head, the second deputy. */
  readonly unitIds: readonly [string, string, string, string]
  readonly unitSlugs: readonly [string, string, string, string]
  /** Address below the year: `at('chi-tieu')`. */
  at(...rest: readonly string[]): string
}

/** Accounts of the world: `quantri`, `tinh`, `thuky`, and per unit n (1 to 4) `ld{n}` (leader), `cv{n}` (officer). */
export async function buildWorld(
  site: Pick<Site, 'db'>,
  options: { year?: number; state?: string; names?: readonly string[] } = {},
): Promise<World> {
  const { db } = site
  const year = options.year ?? 2026
  const names = options.names ?? ['Sở Công Thương', 'Sở Xây dựng', 'Sở Tài chính', 'Quỹ Đầu tư phát triển']
  const provinceId = await one(
    db,
    sql`insert into province (slug, name) values ('bac-ninh', 'Bắc Ninh') returning id`,
  )
  const blocId = await one(
    db,
    sql`insert into bloc (province_id, slug, name, short_name) values (${provinceId}, 'kinh-te', 'Khối thi đua Kinh tế', 'Khối Kinh tế') returning id`,
  )
  const blocYearId = await one(
    db,
    sql`insert into bloc_year (bloc_id, year, state) values (${blocId}, ${year}, ${options.state ?? 'running'}) returning id`,
  )
  const unitIds: string[] = []
  const unitSlugs: string[] = []
  for (const [position, name] of names.entries()) {
    const unitSlug = slug(`Bắc Ninh ${name}`)
    const unitId = await one(
      db,
      sql`insert into unit (province_id, slug, kind) values (${provinceId}, ${unitSlug}, 'department') returning id`,
    )
    await sql`insert into unit_name (unit_id, name, short_name) values (${unitId}, ${name}, ${name})`.execute(
      db,
    )
    await sql`insert into membership (bloc_id, unit_id, from_date, position) values (${blocId}, ${unitId}, ${`${year - 5}-01-01`}::date, ${position})`.execute(
      db,
    )
    await account(db, `ld${position + 1}`, `Lãnh đạo ${name}`, 'unit_leader', {
      unitId,
      provinceId: null,
      blocId: null,
    })
    await account(db, `cv${position + 1}`, `Chuyên viên ${name}`, 'unit_officer', {
      unitId,
      provinceId: null,
      blocId: null,
    })
    unitIds.push(unitId)
    unitSlugs.push(unitSlug)
  }
  for (const [role, unitId] of [
    ['head', unitIds[0]],
    ['deputy', unitIds[1]],
  ] as const) {
    await sql`insert into leadership (bloc_id, unit_id, role, for_year, from_date, how) values (${blocId}, ${unitId}, ${role}, ${year}, ${`${year - 1}-12-20`}::date, 'elected')`.execute(
      db,
    )
  }
  const nowhere = { provinceId: null, blocId: null, unitId: null }
  await account(db, 'quantri', 'Quản trị hệ thống', 'administrator', nowhere)
  await account(db, 'tinh', 'Cán bộ Thi đua - Khen thưởng tỉnh', 'province_officer', {
    ...nowhere,
    provinceId,
  })
  await account(db, 'thuky', 'Thư ký khối', 'bloc_secretary', { ...nowhere, blocId })
  await account(db, 'nguoila', 'Người ngoài khối', 'observer', {
    ...nowhere,
    provinceId: await one(
      db,
      sql`insert into province (slug, name) values ('noi-khac', 'Nơi khác') returning id`,
    ),
  })
  return {
    provinceId,
    blocId,
    blocSlug: 'kinh-te',
    year,
    blocYearId,
    unitIds: unitIds as unknown as World['unitIds'],
    unitSlugs: unitSlugs as unknown as World['unitSlugs'],
    at: (...rest) => ['/khoi/kinh-te', String(year), ...rest].join('/'),
  }
}

async function account(
  db: Database,
  username: string,
  name: string,
  role: string,
  scope: { provinceId: string | null; blocId: string | null; unitId: string | null },
): Promise<void> {
  const accountId = await one(
    db,
    sql`insert into accounts."user" (name, email, "emailVerified", username) values (${name}, ${`${username}@giaouoc.invalid`}, true, ${username}) returning id`,
  )
  await sql`insert into appointment (account_id, role, province_id, bloc_id, unit_id, from_date)
    values (${accountId}, ${role}, ${scope.provinceId}, ${scope.blocId}, ${scope.unitId}, '2000-01-01')`.execute(
    db,
  )
}

async function one(db: Database, query: ReturnType<typeof sql>): Promise<string> {
  const found = await query.execute(db)
  return (found.rows[0] as { id: string }).id
}
