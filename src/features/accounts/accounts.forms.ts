import { z } from 'zod'
import { choice, date, id, optionalDate, optionalId, optionalText, text } from '../../http/fields.ts'

/** A password as it was typed: a blank at its end belongs to it. */
const typedPassword = z.preprocess(
  (value) => value ?? '',
  z.string('required').min(1, 'required').max(200, 'too_long|200'),
)

const password = typedPassword.transform((value, context) => {
  if (value.length >= 8) return value
  context.addIssue({ code: 'custom', message: 'password_too_short' })
  return z.NEVER
})

const signInName = text(64).transform((value, context) => {
  if (/^[a-z0-9][a-z0-9._-]+$/i.test(value)) return value.toLowerCase()
  context.addIssue({ code: 'custom', message: 'username_shape' })
  return z.NEVER
})

export const signInForm = z.object({ username: text(200), password: typedPassword, ve: optionalText(500) })

export const installForm = z.object({
  provinceName: text(100),
  name: text(100),
  username: signInName,
  password,
})

export const accountForm = z.object({
  name: text(100),
  username: signInName,
  email: optionalText(200),
  password,
})

export const passwordForm = z.object({ current: typedPassword, next: password })

/** Roles that can be given by hand; those of head and deputy follow from the leadership of the bloc. */
export const givenRoles = [
  'administrator',
  'province_officer',
  'unit_leader',
  'unit_officer',
  'bloc_secretary',
  'teller',
  'council_chair',
  'council_standing',
  'council_secretary',
  'council_member',
  'news_editor',
  'news_approver',
  'observer',
] as const

export const appointForm = z.object({
  accountId: id(),
  role: choice(givenRoles),
  provinceId: optionalId(),
  blocId: optionalId(),
  unitId: optionalId(),
  councilId: optionalId(),
  fromDate: date(),
  toDate: optionalDate(),
  basis: optionalText(300),
})

export const dismissForm = z.object({ appointmentId: id() })

/** The name is not just `name`: the form of a new account stands on the same page. */
export const provinceForm = z
  .object({
    provinceName: text(100),
    certainty: choice(['confirmed', 'inferred']),
    note: optionalText(300),
  })
  .transform(({ provinceName, ...rest }) => ({ ...rest, name: provinceName }))
