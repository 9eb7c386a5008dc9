import { hashPassword, verifyPassword } from 'better-auth/crypto'
import { action, done } from '../../actions/action.ts'
import { refuse, refuseField } from '../../actions/failure.ts'
import type { Appointment } from '../../domain/permissions/index.ts'
import { slug } from '../../domain/vietnamese/index.ts'
import {
  deleteSessions,
  endAppointment,
  findPasswordHash,
  giveSeatItsAccount,
  insertAccount,
  insertAppointment,
  insertProvince,
  isEmptySite,
  isTaken,
  lockInstallation,
  updatePassword,
} from './accounts.store.ts'

export type InstallInput = {
  readonly provinceName: string
  readonly name: string
  readonly username: string
  readonly password: string
}

/** First run: the province and its first administrator, who is also its first officer. Only on an empty site. */
export const installSite = action({
  permission: 'site.install',
  audit: 'site.installed',
  scope: async () => ({}),
  run: async (trx, input: InstallInput, deed) => {
    await lockInstallation(trx)
    if (!(await isEmptySite(trx))) return refuse('site_already_installed')
    const provinceId = await insertProvince(trx, {
      slug: slug(input.provinceName),
      name: input.provinceName,
      certainty: 'confirmed',
      note: '',
    })
    const accountId = await insertAccount(trx, await accountOf(input))
    for (const role of ['administrator', 'province_officer'] as const) {
      await insertAppointment(trx, {
        ...nowhere,
        accountId,
        role,
        provinceId,
        fromDate: deed.today,
        toDate: null,
        basis: '',
      })
    }
    return done(
      { provinceId, accountId },
      {
        entity: 'province',
        entityId: provinceId,
        after: { province: input.provinceName, administrator: input.username },
      },
    )
  },
})

const nowhere = { provinceId: null, blocId: null, unitId: null, councilId: null }

export type ProvinceInput = {
  readonly name: string
  readonly certainty: 'confirmed' | 'inferred'
  readonly note: string
}

/** A further province in the same installation. */
export const addProvince = action({
  permission: 'account.manage',
  audit: 'province.added',
  scope: async () => ({}),
  run: async (trx, input: ProvinceInput) => {
    const id = await insertProvince(trx, { slug: slug(input.name), ...input })
    return done({ provinceId: id }, { entity: 'province', entityId: id, after: input })
  },
})

export type AccountInput = {
  readonly name: string
  readonly username: string
  readonly email?: string
  readonly password: string
  /** Hash of `password` where it is known already, so that many accounts can be made at once. */
  readonly passwordHash?: string
}

/** A new account; what it may do follows from its appointments. */
export const addAccount = action({
  permission: 'account.manage',
  audit: 'account.added',
  scope: async () => ({}),
  constraintFields: { user_username_key: 'username', user_email_key: 'email' },
  run: async (trx, input: AccountInput) => {
    // Asked for first: an account without an address gets one made of its name, which would be refused instead.
    if (await isTaken(trx, input.username)) return refuseField('username', 'user_username_key')
    const id = await insertAccount(trx, await accountOf(input))
    return done(
      { accountId: id },
      { entity: 'account', entityId: id, after: { name: input.name, username: input.username } },
    )
  },
})

async function accountOf(input: AccountInput) {
  return {
    name: input.name,
    username: input.username,
    email: input.email || `${input.username.toLowerCase()}@giaouoc.invalid`,
    passwordHash: input.passwordHash ?? (await hashPassword(input.password)),
  }
}

export type AppointInput = Omit<Appointment, 'role'> & {
  readonly role: Appointment['role']
  readonly accountId: string
  readonly basis: string
}

/** Gives an account a role somewhere, from a day on. */
export const appoint = action({
  permission: 'account.manage',
  audit: 'account.appointed',
  scope: async () => ({}),
  run: async (trx, input: AppointInput) => {
    if (input.toDate !== null && input.toDate < input.fromDate)
      return refuseField('toDate', 'appointment_order')
    const id = await insertAppointment(trx, input)
    if (input.councilId !== null) await giveSeatItsAccount(trx, input.accountId, input.councilId)
    return done({ appointmentId: id }, { entity: 'appointment', entityId: id, after: input })
  },
})

/** Ends an appointment today; what was done under it stays. */
export const dismiss = action({
  permission: 'account.manage',
  audit: 'account.dismissed',
  scope: async () => ({}),
  run: async (trx, input: { readonly appointmentId: string }, deed) => {
    if (!(await endAppointment(trx, input.appointmentId, deed.today))) return refuse('not_found')
    return done({}, { entity: 'appointment', entityId: input.appointmentId, after: { toDate: deed.today } })
  },
})

export type PasswordInput = { readonly current: string; readonly next: string; readonly keepToken: string }

/** Changes one's own password and ends the sessions elsewhere. */
export const changePassword = action({
  permission: 'account.own',
  audit: 'account.password_changed',
  scope: async () => ({}),
  run: async (trx, input: PasswordInput, deed) => {
    const accountId = deed.accountId ?? ''
    const hash = await findPasswordHash(trx, accountId)
    if (!hash || !(await verifyPassword({ hash, password: input.current }))) {
      return refuseField('current', 'password_wrong')
    }
    await updatePassword(trx, accountId, await hashPassword(input.next))
    await deleteSessions(trx, accountId, input.keepToken)
    return done({}, { entity: 'account', entityId: accountId })
  },
})

/** Signs out everywhere but here. */
export const endOtherSessions = action({
  permission: 'account.own',
  audit: 'account.sessions_ended',
  scope: async () => ({}),
  run: async (trx, input: { readonly keepToken: string }, deed) => {
    await deleteSessions(trx, deed.accountId ?? '', input.keepToken)
    return done({}, { entity: 'account', entityId: deed.accountId ?? '' })
  },
})

/** Leaves a trace of a sign-in; the session itself is the sign-in library's. */
export const recordSignIn = action({
  permission: 'account.own',
  audit: 'account.signed_in',
  scope: async () => ({}),
  run: async (_trx, _input: Record<never, never>, deed) =>
    done({}, { entity: 'account', entityId: deed.accountId ?? '' }),
})

/** Leaves a trace of a sign-out. */
export const recordSignOut = action({
  permission: 'account.own',
  audit: 'account.signed_out',
  scope: async () => ({}),
  run: async (_trx, _input: Record<never, never>, deed) =>
    done({}, { entity: 'account', entityId: deed.accountId ?? '' }),
})
