import { sql } from 'kysely'
import type { Site } from './site.ts'

/** A further bloc with two units, an account for each of its roles, and an officer who follows this bloc alone. */
export type SecondBloc = {
  readonly provinceId: string
  readonly blocId: string
  readonly blocYearId: string
  /** The first is head. */
  readonly unitIds: readonly [string, string]
}

/**
 * Accounts are named after `tag`: `ld-{tag}-1` and `ld-{tag}-2` (leaders), `cv-{tag}-2` (officer), `thuky-{tag}`,
 * `tinh-{tag}`.
 * @param provinceId left out: the bloc lies in a province of its own, and the officer follows all of it.
 */
export async function addSecondBloc(
  { db }: Pick<Site, 'db'>,
  tag: string,
  options: { readonly provinceId?: string; readonly year: number; readonly state: string },
): Promise<SecondBloc> {
  const { year, state } = options
  const one = async (query: ReturnType<typeof sql>): Promise<string> =>
    ((await query.execute(db)).rows[0] as { id: string }).id
  const provinceId =
    options.provinceId ??
    (await one(
      sql`insert into province (slug, name) values (${`tinh-${tag}`}, ${`Tỉnh ${tag}`}) returning id`,
    ))
  const blocId = await one(sql`
    insert into bloc (province_id, slug, name, short_name)
    values (${provinceId}, ${`khoi-${tag}`}, ${`Khối thi đua ${tag}`}, ${`Khối ${tag}`}) returning id`)
  const blocYearId = await one(
    sql`insert into bloc_year (bloc_id, year, state) values (${blocId}, ${year}, ${state}) returning id`,
  )
  const account = async (
    name: string,
    role: string,
    where: Partial<Record<'province' | 'bloc' | 'unit', string>>,
  ) => {
    const id = await one(sql`
      insert into accounts."user" (name, email, "emailVerified", username)
      values (${name}, ${`${name}@giaouoc.invalid`}, true, ${name}) returning id`)
    await sql`
      insert into appointment (account_id, role, province_id, bloc_id, unit_id, from_date)
      values (${id}, ${role}, ${where.province ?? null}, ${where.bloc ?? null}, ${where.unit ?? null}, '2000-01-01')`.execute(
      db,
    )
  }
  const unit = async (number: number): Promise<string> => {
    const id = await one(sql`
      insert into unit (province_id, slug, kind) values (${provinceId}, ${`don-vi-${tag}-${number}`}, 'department') returning id`)
    await sql`
      insert into unit_name (unit_id, name, short_name) values (${id}, ${`Đơn vị ${tag} ${number}`}, ${`${tag}${number}`})`.execute(
      db,
    )
    await sql`
      insert into membership (bloc_id, unit_id, from_date, position)
      values (${blocId}, ${id}, make_date(${year - 2}, 1, 1), ${number})`.execute(db)
    await account(`ld-${tag}-${number}`, 'unit_leader', { unit: id })
    await account(`cv-${tag}-${number}`, 'unit_officer', { unit: id })
    return id
  }
  const unitIds = [await unit(1), await unit(2)] as const
  await sql`
    insert into leadership (bloc_id, unit_id, role, for_year, from_date, how)
    values (${blocId}, ${unitIds[0]}, 'head', ${year}, make_date(${year - 1}, 12, 20), 'elected')`.execute(db)
  await account(`thuky-${tag}`, 'bloc_secretary', { bloc: blocId })
  await account(`tinh-${tag}`, 'province_officer', {
    province: provinceId,
    ...(options.provinceId ? { bloc: blocId } : {}),
  })
  return { provinceId, blocId, blocYearId, unitIds }
}
