import { hashPassword } from 'better-auth/crypto'
import { slug } from '../../src/domain/vietnamese/index.ts'
import {
  addAccount,
  addProvince,
  appoint,
  installSite,
} from '../../src/features/accounts/accounts.actions.ts'
import { foundBloc } from '../../src/features/blocs/blocs.actions.ts'
import { setLeadership } from '../../src/features/blocs/leadership.actions.ts'
import { addMember } from '../../src/features/blocs/members.actions.ts'
import { foundUnit } from '../../src/features/units/units.actions.ts'
import { openYear } from '../../src/features/years/years.actions.ts'
import type { Storyteller } from './storyteller.ts'

/** The one password of all demo accounts. */
export const DEMO_PASSWORD = 'giao-uoc-demo'

/** An account a visitor may sign in with; printed at start and listed in the README. */
export type DemoAccount = { readonly username: string; readonly who: string }

/** Who takes part, kept while the demo is being told. */
export type Cast = {
  readonly accounts: DemoAccount[]
  readonly passwordHash: string
  /** Province name → id. */
  readonly provinces: Map<string, string>
}

/** The administrator's name; made by the first-run action. */
export const ADMINISTRATOR = 'quantri'

/** First run: the first province and the administrator. */
export async function install(teller: Storyteller, provinceName: string): Promise<Cast> {
  const { provinceId } = await teller.do('', installSite, {
    provinceName,
    name: 'Quản trị hệ thống',
    username: ADMINISTRATOR,
    password: DEMO_PASSWORD,
  })
  return {
    accounts: [{ username: ADMINISTRATOR, who: 'Quản trị hệ thống · System administrator' }],
    passwordHash: await hashPassword(DEMO_PASSWORD),
    provinces: new Map([[provinceName, provinceId]]),
  }
}

/** A further province, with its officer of emulation. */
export async function enterProvince(
  teller: Storyteller,
  cast: Cast,
  name: string,
  options: { readonly certainty?: 'confirmed' | 'inferred'; readonly note?: string } = {},
): Promise<string> {
  const { provinceId } = await teller.do(ADMINISTRATOR, addProvince, {
    name,
    certainty: options.certainty ?? 'confirmed',
    note: options.note ?? '',
  })
  cast.provinces.set(name, provinceId)
  return provinceId
}

type Role = Parameters<typeof appoint.run>[1]['role']

/** An account with one role somewhere; its holder is filled in, never a real person. */
export async function enterAccount(
  teller: Storyteller,
  cast: Cast,
  account: { readonly username: string; readonly name: string; readonly show?: boolean },
  role: Role,
  where: {
    readonly provinceId?: string
    readonly blocId?: string
    readonly unitId?: string
    readonly councilId?: string
  },
  from = '2015-01-01',
): Promise<void> {
  const { accountId } = await teller.filledIn.do(ADMINISTRATOR, addAccount, {
    name: account.name,
    username: account.username,
    password: DEMO_PASSWORD,
    passwordHash: cast.passwordHash,
  })
  await giveRole(teller, accountId, role, where, from)
  if (account.show ?? true) cast.accounts.push({ username: account.username, who: account.name })
}

/** A further role of an account. */
export async function giveRole(
  teller: Storyteller,
  accountId: string,
  role: Role,
  where: {
    readonly provinceId?: string
    readonly blocId?: string
    readonly unitId?: string
    readonly councilId?: string
  },
  from = '2015-01-01',
): Promise<void> {
  await teller.filledIn.do(ADMINISTRATOR, appoint, {
    accountId,
    role,
    provinceId: where.provinceId ?? null,
    blocId: where.blocId ?? null,
    unitId: where.unitId ?? null,
    councilId: where.councilId ?? null,
    fromDate: from,
    toDate: null,
    basis: '',
  })
}

/** A unit as the story knows it. */
export type CastUnit = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly leader: string
}

export type UnitEntry = {
  /** Short key in the story and in the leader's sign-in name: `sct`. */
  readonly key: string
  readonly kind: string
  readonly name: string
  readonly shortName: string
  readonly fields?: readonly string[]
  readonly aliases?: readonly string[]
  /** True when the source document names it. */
  readonly said: boolean
  readonly foundedOn?: string
}

/**
 * Units of a province with a leader's account each (`{key}.{province}`), entered by the province's officer.
 */
export async function enterUnits(
  teller: Storyteller,
  cast: Cast,
  officer: string,
  provinceName: string,
  entries: readonly UnitEntry[],
): Promise<Record<string, CastUnit>> {
  const provinceId = cast.provinces.get(provinceName) ?? ''
  const units: Record<string, CastUnit> = {}
  for (const entry of entries) {
    const as = entry.said ? teller.asSaid : teller.filledIn
    const { unitId, slug: unitSlug } = await as.do(officer, foundUnit, {
      provinceId,
      kind: entry.kind,
      name: entry.name,
      shortName: entry.shortName,
      parentId: null,
      foundedOn: entry.foundedOn ?? null,
      basis: '',
      fields: entry.fields ?? [],
      aliases: entry.aliases ?? [],
    })
    const leader = `${entry.key}.${slug(provinceName).replaceAll('-', '')}`
    await enterAccount(
      teller,
      cast,
      { username: leader, name: `Lãnh đạo ${entry.name} (minh họa)`, show: false },
      'unit_leader',
      { unitId },
    )
    units[entry.key] = { id: unitId, slug: unitSlug, name: entry.name, leader }
  }
  return units
}

export type BlocEntry = {
  readonly name: string
  readonly shortName: string
  readonly kind: string
  readonly label?: string
  readonly headLabel?: string
  readonly deputyLabel?: string
  readonly aliases?: readonly string[]
  readonly slug?: string
}

export type CastBloc = { readonly id: string; readonly slug: string }

/** A bloc with its members from a day on; a member the document does not name is marked as filled in. */
export async function enterBloc(
  teller: Storyteller,
  cast: Cast,
  officer: string,
  provinceName: string,
  entry: BlocEntry,
  members: readonly { readonly unit: CastUnit; readonly said: boolean }[],
  memberSince: string,
): Promise<CastBloc> {
  const { blocId, slug: blocSlug } = await teller.asSaid.do(officer, foundBloc, {
    provinceId: cast.provinces.get(provinceName) ?? '',
    name: entry.name,
    shortName: entry.shortName,
    kind: entry.kind,
    label: entry.label ?? 'Khối thi đua',
    headLabel: entry.headLabel ?? 'Trưởng khối',
    deputyLabel: entry.deputyLabel ?? 'Phó Trưởng khối',
    foundedOn: null,
    foundingDecision: '',
    foundingDecisionMark: 'unverified',
    dissolvedOn: null,
    aliases: entry.aliases ?? [],
    slug: entry.slug ?? slug(`${provinceName} ${entry.shortName}`),
  })
  for (const [position, member] of members.entries()) {
    const as = member.said ? teller.asSaid : teller.filledIn
    await as.do(officer, addMember, {
      blocId,
      unitId: member.unit.id,
      fromDate: memberSince,
      toDate: null,
      basis: '',
      position,
    })
  }
  return { id: blocId, slug: blocSlug }
}

/** A year of a bloc with its head (and deputy), opened by the province. */
export async function enterYear(
  teller: Storyteller,
  officer: string,
  bloc: CastBloc,
  year: number,
  head: {
    readonly unit: CastUnit
    readonly said: boolean
    readonly how: 'elected' | 'rotation' | 'appointed' | 'handover' | 'unknown'
  },
  deputy?: {
    readonly unit: CastUnit
    readonly said: boolean
    readonly how: 'elected' | 'rotation' | 'appointed' | 'handover' | 'unknown'
  },
): Promise<string> {
  for (const [role, leader] of [
    ['head', head],
    ['deputy', deputy],
  ] as const) {
    if (!leader) continue
    const as = leader.said ? teller.asSaid : teller.filledIn
    await as.do(officer, setLeadership, {
      blocId: bloc.id,
      unitId: leader.unit.id,
      role,
      forYear: year,
      fromDate: `${year}-01-01`,
      how: leader.how,
      basis: '',
      personName: '',
      personTitle: '',
    })
  }
  const { blocYearId } = await teller.do(officer, openYear, { blocId: bloc.id, year })
  return blocYearId
}
