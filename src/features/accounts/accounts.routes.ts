import { perform } from '../../actions/action.ts'
import { addressOf } from '../../http/address.ts'
import { goSaying, safePath } from '../../http/answer.ts'
import { type Ask, contextOf, query } from '../../http/ask.ts'
import type { Feature, FormAgain } from '../../http/feature.ts'
import { handled, page, write } from '../../http/feature.ts'
import { type FormBody, parseForm } from '../../http/form.ts'
import { frameOf } from '../../http/frame.ts'
import { onSite } from '../../http/places.ts'
import { installSite, recordSignIn, recordSignOut } from './accounts.actions.ts'
import { ADDRESS_HEADER, type Auth } from './accounts.auth.ts'
import { installForm, signInForm } from './accounts.forms.ts'
import { accountsEvents, accountsFaults, accountsWords } from './accounts.messages.ts'
import { accountsPaths } from './accounts.paths.ts'
import { countSignInTry, forgetSignInTries, isEmptySite } from './accounts.store.ts'
import { administrationRoutes, type EventName } from './administration.routes.ts'
import { InstallPage, SignInPage } from './sign-in.page.tsx'

/** Accounts, with the sign-in library that keeps passwords and sessions. */
export function accountsFeature(auth: Auth, eventName: EventName): Feature {
  return {
    name: 'accounts',
    faults: accountsFaults,
    events: accountsEvents,
    routes: [
      page({ path: accountsPaths.signIn, permission: 'site.install', place: onSite, show: showSignIn }),
      handled({
        path: accountsPaths.signIn,
        permission: 'site.install',
        audit: 'account.signed_in',
        place: onSite,
        handle: (ask, body) => signIn(auth, ask, body),
        again: showSignIn,
      }),
      handled({
        path: accountsPaths.signOut,
        permission: 'account.own',
        audit: 'account.signed_out',
        place: onSite,
        handle: (ask) => signOut(auth, ask),
        again: showSignIn,
      }),
      page({ path: accountsPaths.install, permission: 'site.install', place: onSite, show: showInstall }),
      write({
        path: accountsPaths.install,
        permission: 'site.install',
        audit: 'site.installed',
        place: onSite,
        action: installSite,
        read: (_ask, body) => parseForm(installForm, body),
        next: () => accountsPaths.signIn,
        said: (ask) => accountsWords(ask.lang).installed,
        again: showInstall,
      }),
      ...administrationRoutes(eventName),
    ],
  }
}

async function showSignIn(ask: Ask, again?: FormAgain) {
  if (await isEmptySite(ask.db)) return ask.c.redirect(accountsPaths.install, 303)
  return SignInPage({ frame: frameOf(ask), back: safePath(query(ask, 've')), again })
}

async function showInstall(ask: Ask, again?: FormAgain) {
  if (!(await isEmptySite(ask.db))) return ask.c.redirect(accountsPaths.signIn, 303)
  return InstallPage({ frame: frameOf(ask), again })
}

async function signIn(auth: Auth, ask: Ask, body: FormBody): Promise<Response | FormAgain> {
  const t = accountsWords(ask.lang)
  const again = { action: accountsPaths.signIn, values: { ...body.texts, password: '' }, errors: {} }
  const input = parseForm(signInForm, body)
  if (!input.ok) return { ...again, problem: accountsFaults(ask.lang).sign_in_wrong }
  const { username, password, ve } = input.value
  if (!(await countSignInTry(ask.db, username, ask.now))) {
    return { ...again, problem: accountsFaults(ask.lang).sign_in_too_often }
  }
  const byEmail = username.includes('@')
  const answer = await callLibrary(auth, ask, byEmail ? 'sign-in/email' : 'sign-in/username', {
    ...(byEmail ? { email: username } : { username }),
    password,
  })
  if (answer.status === 429) return { ...again, problem: accountsFaults(ask.lang).sign_in_too_often }
  if (!answer.ok) return { ...again, problem: accountsFaults(ask.lang).sign_in_wrong }
  await forgetSignInTries(ask.db, username, ask.now)
  const { user } = (await answer.json()) as { user: { id: string; name: string } }
  await perform(
    recordSignIn,
    { ...contextOf(ask), actor: { accountId: user.id, name: user.name, appointments: [] } },
    {},
  )
  const response = goSaying(ask.c, safePath(ve), { kind: 'success', text: t.signedIn(user.name) })
  return withCookies(response, answer)
}

async function signOut(auth: Auth, ask: Ask): Promise<Response> {
  await perform(recordSignOut, contextOf(ask), {})
  const answer = await callLibrary(auth, ask, 'sign-out', {})
  const response = goSaying(ask.c, accountsPaths.signIn, {
    kind: 'success',
    text: accountsWords(ask.lang).signedOut,
  })
  return withCookies(response, answer)
}

/** The library takes JSON only: our form is handed on as a request of its own. */
function callLibrary(auth: Auth, ask: Ask, path: string, data: unknown): Promise<Response> {
  return auth.handler(
    new Request(`${ask.baseUrl}/api/auth/${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: ask.baseUrl,
        cookie: ask.c.req.header('cookie') ?? '',
        'user-agent': ask.c.req.header('user-agent') ?? '',
        [ADDRESS_HEADER]: addressOf(ask.c),
      },
      body: JSON.stringify(data),
    }),
  )
}

function withCookies(response: Response, from: Response): Response {
  for (const cookie of from.headers.getSetCookie()) response.headers.append('set-cookie', cookie)
  return response
}
