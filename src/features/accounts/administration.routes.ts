import { getCookie } from 'hono/cookie'
import { ok } from '../../domain/result.ts'
import { type Ask, mayHere, query, yearOf } from '../../http/ask.ts'
import { type FormAgain, page, type Route, write } from '../../http/feature.ts'
import { type FormBody, parseForm } from '../../http/form.ts'
import { frameOf } from '../../http/frame.ts'
import { inOwnProvince, inYear, onSite } from '../../http/places.ts'
import { SESSION_COOKIE } from '../../http/session.ts'
import type { Lang } from '../../i18n/words.ts'
import {
  addAccount,
  addProvince,
  appoint,
  changePassword,
  dismiss,
  endOtherSessions,
} from './accounts.actions.ts'
import { accountForm, appointForm, dismissForm, passwordForm, provinceForm } from './accounts.forms.ts'
import { accountsWords } from './accounts.messages.ts'
import { accountsPaths } from './accounts.paths.ts'
import {
  AUDIT_PAGE,
  type AuditScope,
  findAccount,
  listAccounts,
  listAudit,
  listPlaces,
  listSessions,
} from './accounts.store.ts'
import { AdministrationPage } from './administration.page.tsx'
import { AuditPage } from './audit.page.tsx'
import { namesOfUnits } from './audit-record.store.ts'
import { unitKeysOf } from './audit-record.ts'
import { OwnAccountPage } from './own.page.tsx'

/** What an audit event of any topic is called; the composition root knows all topics. */
export type EventName = (event: string, lang: Lang) => string

/** One's own account, the administration of accounts, and the audit. */
export function administrationRoutes(eventName: EventName): readonly Route[] {
  return [
    page({ path: accountsPaths.own, permission: 'account.own', place: onSite, show: showOwn }),
    write({
      path: accountsPaths.password,
      permission: 'account.own',
      audit: 'account.password_changed',
      place: onSite,
      action: changePassword,
      read: readPassword,
      next: () => accountsPaths.own,
      said: (ask) => accountsWords(ask.lang).passwordChanged,
      again: showOwn,
    }),
    write({
      path: accountsPaths.endSessions,
      permission: 'account.own',
      audit: 'account.sessions_ended',
      place: onSite,
      action: endOtherSessions,
      read: (ask) => ok({ keepToken: tokenOf(ask) }),
      next: () => accountsPaths.own,
      said: (ask) => accountsWords(ask.lang).sessionsEnded,
      again: showOwn,
    }),
    page({ path: accountsPaths.list, permission: 'account.read', place: inOwnProvince, show: showAccounts }),
    write({
      path: accountsPaths.list,
      permission: 'account.manage',
      audit: 'account.added',
      place: onSite,
      action: addAccount,
      read: (_ask, body) => parseForm(accountForm, body),
      next: () => accountsPaths.list,
      said: (ask) => accountsWords(ask.lang).accountAdded,
      again: showAccounts,
    }),
    write({
      path: accountsPaths.addProvince,
      permission: 'account.manage',
      audit: 'province.added',
      place: onSite,
      action: addProvince,
      read: (_ask, body) => parseForm(provinceForm, body),
      next: () => accountsPaths.list,
      said: (ask) => accountsWords(ask.lang).provinceAdded,
      again: showAccounts,
    }),
    write({
      path: accountsPaths.appoint,
      permission: 'account.manage',
      audit: 'account.appointed',
      place: onSite,
      action: appoint,
      read: (_ask, body) => parseForm(appointForm, body),
      next: () => accountsPaths.list,
      said: (ask) => accountsWords(ask.lang).appointed,
      again: showAccounts,
    }),
    write({
      path: accountsPaths.endAppointment,
      permission: 'account.manage',
      audit: 'account.dismissed',
      place: onSite,
      action: dismiss,
      read: (_ask, body) => parseForm(dismissForm, body),
      next: () => accountsPaths.list,
      said: (ask) => accountsWords(ask.lang).dismissed,
      again: showAccounts,
    }),
    page({
      path: accountsPaths.audit,
      permission: 'audit.read',
      place: inOwnProvince,
      show: (ask) => showAudit(ask, eventName),
    }),
    page({
      path: accountsPaths.auditOfYear.route,
      permission: 'audit.read',
      place: inYear,
      show: (ask) => showAudit(ask, eventName),
    }),
  ]
}

/** The session of this request; the server has checked its signature already. */
function tokenOf(ask: Ask): string {
  return getCookie(ask.c, SESSION_COOKIE)?.split('.')[0] ?? ''
}

function readPassword(ask: Ask, body: FormBody) {
  const form = parseForm(passwordForm, body)
  return form.ok ? ok({ ...form.value, keepToken: tokenOf(ask) }) : form
}

async function showOwn(ask: Ask, again?: FormAgain) {
  const accountId = ask.actor.accountId ?? ''
  const [account, sessions] = await Promise.all([
    findAccount(ask.db, accountId),
    listSessions(ask.db, accountId),
  ])
  const inForce = account?.appointments.filter((one) => one.toDate === null || one.toDate >= ask.today) ?? []
  return OwnAccountPage({
    frame: frameOf(ask),
    name: ask.actor.name,
    username: ask.username,
    roles: inForce,
    sessions,
    here: tokenOf(ask),
    again,
  })
}

async function showAccounts(ask: Ask, again?: FormAgain) {
  const [accounts, places] = await Promise.all([listAccounts(ask.db), listPlaces(ask.db)])
  return AdministrationPage({
    frame: frameOf(ask),
    accounts,
    places,
    today: ask.today,
    mayManage: mayHere(ask, 'account.manage', {}),
    again,
  })
}

async function showAudit(ask: Ask, eventName: EventName) {
  const before = query(ask, 'truoc')
  const rows = await listAudit(ask.db, auditScopeOf(ask), /^\d+$/.test(before) ? before : null)
  const oldest = rows.length === AUDIT_PAGE ? rows.at(-1)?.id : undefined
  const year = ask.blocYear
  return AuditPage({
    frame: frameOf(ask),
    eyebrow: year ? `${year.bloc.name} ${year.year}` : '',
    rows,
    unitNames: await namesOfUnits(ask.db, unitKeysOf(rows.flatMap((row) => [row.before, row.after]))),
    eventName: (event) => eventName(event, ask.lang),
    olderHref: oldest ? `${ask.c.req.path}?truoc=${oldest}` : null,
  })
}

/** The administrator sees all of it, an officer of a province what happened there. */
function auditScopeOf(ask: Ask): AuditScope {
  if (ask.blocYear) return { blocYearId: yearOf(ask).id }
  if (mayHere(ask, 'account.manage', {})) return {}
  const followed = ask.actor.appointments.filter((one) => one.role === 'province_officer')
  return { provinceIds: followed.flatMap((one) => one.provinceId ?? []) }
}
