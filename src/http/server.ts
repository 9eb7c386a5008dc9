import { randomUUID } from 'node:crypto'
import { Hono, type Context as HonoContext } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { getCookie, setCookie, setSignedCookie } from 'hono/cookie'
import { csrf } from 'hono/csrf'
import { secureHeaders } from 'hono/secure-headers'
import { type Enqueue, perform, todayOf } from '../actions/action.ts'
import type { Database } from '../db/database.ts'
import { may, mightBeAllowed, nobody } from '../domain/permissions/index.ts'
import type { Lang } from '../i18n/words.ts'
import { findSignedIn, readState, renewSession, SESSION_SECONDS } from '../scopes/actors.store.ts'
import { renderPage, type Theme } from '../ui/index.ts'
import { goSaying, safePath, takeFlash } from './answer.ts'
import { type Ask, contextOf } from './ask.ts'
import { serveAssets } from './assets.ts'
import type { Answer, Feature, FormAgain, HandledRoute, PageRoute, Place, WriteRoute } from './feature.ts'
import { type FormBody, LARGEST_BODY, readBody } from './form.ts'
import { frameOf } from './frame.ts'
import { createKeptPages, type KeptPage, type KeptPages, type PageView } from './kept-pages.ts'
import { problemWords } from './problem.messages.ts'
import { ProblemPage } from './problem.page.tsx'
import { createSpeaker, type Speaker } from './say.ts'
import { readSession, SESSION_COOKIE } from './session.ts'

/** Everything the web server needs; built once by the composition root. */
export type ServerParts = {
  readonly db: Database
  readonly features: readonly Feature[]
  readonly now: () => Date
  readonly baseUrl: string
  /** Signs the session cookie; the same secret as the sign-in library's. */
  readonly secret: string
  /** How much waits for this person; shown on every page. */
  readonly countToDos: (ask: Ask) => Promise<number>
  readonly isReady: () => Promise<boolean>
  readonly enqueue: Enqueue
  readonly log: (entry: Readonly<Record<string, unknown>>) => void
}

/** The web application: health, assets, and the routes of all features. */
export function createServer(parts: ServerParts): Hono {
  const app = new Hono()
  const speaker = createSpeaker(parts.features)
  const pages = createKeptPages()

  app.get('/healthz', (c) => c.text('ok'))
  app.get('/readyz', async (c) => ((await parts.isReady()) ? c.text('ready') : c.text('not ready', 503)))
  app.get('/assets/:name', serveAssets())

  app.use(announceEncodings)
  app.use(compress())
  app.use(securityHeaders())
  app.use(csrf({ origin: (origin, c) => origin === new URL(c.req.url).origin || origin === parts.baseUrl }))
  app.use(bodyLimit({ maxSize: LARGEST_BODY, onError: (c) => problem(parts, c, 413) }))
  app.get('/tuy-chon', rememberPreferences)

  for (const feature of parts.features) {
    for (const route of feature.routes) {
      if (route.method === 'GET') app.get(route.path, (c) => answerPage(parts, pages, c, route))
      else if ('handle' in route) app.post(route.path, (c) => answerHandled(parts, c, route))
      else app.post(route.path, (c) => answerWrite(parts, speaker, c, route))
    }
  }
  app.notFound((c) => problem(parts, c, 404))
  app.onError((error, c) => {
    if ('getResponse' in error && c.req.method === 'POST') return problem(parts, c, 403, 'origin')
    const id = randomUUID().slice(0, 8)
    parts.log({
      level: 'error',
      id,
      path: c.req.path,
      method: c.req.method,
      error: error.stack ?? String(error),
    })
    return problem(parts, c, 500, id)
  })
  return app
}

/** Said before the answer is made: the compressing step would rebuild a finished answer to say it, at a quarter of its cost. */
function announceEncodings(c: HonoContext, next: () => Promise<void>): Promise<void> {
  c.header('Vary', 'Accept-Encoding')
  return next()
}

function securityHeaders() {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
      manifestSrc: ["'self'"],
    },
    referrerPolicy: 'same-origin',
    crossOriginOpenerPolicy: 'same-origin',
    strictTransportSecurity: false,
  })
}

async function answerPage(
  parts: ServerParts,
  pages: KeptPages,
  c: HonoContext,
  route: PageRoute,
): Promise<Response> {
  const reader = await openReader(parts, c)
  const view = route.keep && !reader.flash ? await viewOf(parts, reader) : undefined
  const known = view && pages.find(view)
  if (known) return sendKept(c, known)
  const found = await placeAsk(parts, reader, route.place)
  if (!found.placed) return problem(parts, c, 404)
  const { ask } = found
  if (!may(ask.actor, route.permission, ask.scope).ok) return refuseAccess(parts, c, ask)
  const answer = await route.show(ask)
  return view && !(answer instanceof Response)
    ? sendKept(c, pages.keep(view, renderPage(answer)))
    : reply(c, answer, 200)
}

async function viewOf({ db }: ServerParts, reader: Reader): Promise<PageView> {
  const { lang, theme, now, actor, c } = reader
  const { pathname, search } = new URL(c.req.url)
  const state = reader.state || (await readState(db))
  return { state, address: pathname + search, account: actor.accountId ?? '', lang, theme, now }
}

async function sendKept(c: HonoContext, page: KeptPage): Promise<Response> {
  const headers = { 'Content-Type': 'text/html; charset=UTF-8' }
  if (!/\bgzip\b/.test(c.req.header('accept-encoding') ?? ''))
    return c.body(bytesOf(page.plain), 200, headers)
  return c.body(bytesOf(await page.packed()), 200, { ...headers, 'Content-Encoding': 'gzip' })
}

/** The platform's types want bytes that no other thread can change; these are such. */
function bytesOf(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes as Uint8Array<ArrayBuffer>
}

async function answerWrite(
  parts: ServerParts,
  speaker: Speaker,
  c: HonoContext,
  route: WriteRoute,
): Promise<Response> {
  const found = await openAsk(parts, c, route.place)
  if (!found.placed) return problem(parts, c, 404)
  const { ask } = found
  if (!mightBeAllowed(ask.actor, route.permission, ask.scope)) return refuseAccess(parts, c, ask)
  const body = await readBody(c)
  const input = route.read(ask, body)
  if (!input.ok) {
    return showAgain(c, ask, route, { ...again(c, body), errors: speaker.fields(ask.lang, input.error) })
  }
  const outcome = await perform(route.action, contextOf(ask), input.value)
  if (outcome.ok) {
    const value = outcome.value as never
    return goSaying(c, route.next(ask, value), { kind: 'success', text: route.said(ask, value) })
  }
  const { code } = outcome.error
  if (code === 'not_signed_in' || code === 'not_your_role') return refuseAccess(parts, c, ask)
  if (code === 'not_found') return problem(parts, c, 404)
  const { problem: sentence, errors } = speaker.failure(ask.lang, outcome.error)
  return showAgain(c, ask, route, {
    ...again(c, body),
    errors,
    ...(sentence ? { problem: sentence } : {}),
    ...(outcome.error.differences ? { differences: outcome.error.differences } : {}),
  })
}

async function answerHandled(parts: ServerParts, c: HonoContext, route: HandledRoute): Promise<Response> {
  const found = await openAsk(parts, c, route.place)
  if (!found.placed) return problem(parts, c, 404)
  const { ask } = found
  if (!may(ask.actor, route.permission, ask.scope).ok) return refuseAccess(parts, c, ask)
  const body = await readBody(c)
  const outcome = await route.handle(ask, body)
  if (outcome instanceof Response) return outcome
  return showAgain(c, ask, route, outcome)
}

function again(c: HonoContext, body: FormBody): FormAgain {
  return { action: c.req.path, values: body.texts, errors: {} }
}

async function showAgain(
  c: HonoContext,
  ask: Ask,
  route: Pick<WriteRoute, 'again'>,
  form: FormAgain,
): Promise<Response> {
  return reply(c, await route.again(ask, form), form.differences ? 409 : 422)
}

function reply(c: HonoContext, answer: Answer, status: 200 | 409 | 422): Response {
  if (answer instanceof Response) return answer
  // As bytes: measuring and sending a long text would encode it twice.
  return c.body(Buffer.from(renderPage(answer)), status, { 'Content-Type': 'text/html; charset=UTF-8' })
}

function refuseAccess(parts: ServerParts, c: HonoContext, ask: Ask): Response | Promise<Response> {
  if (ask.actor.accountId === null && c.req.method === 'GET') {
    return c.redirect(`/dang-nhap?ve=${encodeURIComponent(frameOf(ask).path)}`, 303)
  }
  return problem(parts, c, 403)
}

type Placed = { readonly ask: Ask; readonly placed: boolean }

/** Who asks, before it is known about what. */
type Reader = Omit<Ask, 'scope' | 'blocYear'> & {
  /** Name of the state of the database the request sees; empty where no session was looked up. */
  readonly state: string
}

async function openAsk(parts: ServerParts, c: HonoContext, place: Place): Promise<Placed> {
  return placeAsk(parts, await openReader(parts, c), place)
}

async function openReader(parts: ServerParts, c: HonoContext): Promise<Reader> {
  const now = parts.now()
  const today = todayOf({ now: () => now })
  const token = await readSession(c, parts.secret)
  const signedIn = token ? await findSignedIn(parts.db, token, today) : undefined
  if (token && signedIn?.sessionIsOld) await renew(parts, c, token)
  return {
    c,
    db: parts.db,
    lang: languageOf(c),
    theme: themeOf(c),
    actor: signedIn?.actor ?? nobody,
    username: signedIn?.username ?? '',
    today,
    now,
    requestId: requestIdOf(c),
    baseUrl: parts.baseUrl,
    enqueue: parts.enqueue,
    todoCount: 0,
    flash: takeFlash(c),
    state: signedIn?.state ?? '',
  }
}

async function placeAsk(parts: ServerParts, reader: Reader, place: Place): Promise<Placed> {
  const found = await place(reader)
  const ask: Ask = { ...reader, scope: found?.scope ?? {}, blocYear: found?.blocYear }
  const todoCount = ask.actor.accountId && ask.c.req.method === 'GET' ? await parts.countToDos(ask) : 0
  return { ask: { ...ask, todoCount }, placed: found !== undefined }
}

async function renew(parts: ServerParts, c: HonoContext, token: string): Promise<void> {
  await renewSession(parts.db, token)
  await setSignedCookie(c, SESSION_COOKIE, token, parts.secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: parts.baseUrl.startsWith('https://'),
    maxAge: SESSION_SECONDS,
  })
}

/** The id a proxy gave the request, where it looks like one; it is kept in the audit. */
function requestIdOf(c: HonoContext): string {
  const given = c.req.header('x-request-id') ?? ''
  return /^[\w.-]{1,64}$/.test(given) ? given : randomUUID()
}

async function problem(
  parts: ServerParts,
  c: HonoContext,
  status: 403 | 404 | 413 | 500,
  detail = '',
): Promise<Response> {
  const { ask } = await openAsk(parts, c, async () => ({ scope: {} })).catch(() => ({
    ask: bareAsk(parts, c),
  }))
  const t = problemWords(ask.lang)
  const texts = {
    403: detail === 'origin' ? [t.strangeOriginTitle, t.strangeOrigin] : [t.forbiddenTitle, t.forbidden],
    404: [t.notFoundTitle, t.notFound],
    413: [t.tooLargeTitle, t.tooLarge],
    500: [t.brokenTitle, t.broken(detail)],
  } as const
  const [title, text] = texts[status]
  return c.html(
    renderPage(ProblemPage({ frame: frameOf(ask), title, text, offerSignIn: status === 403 })),
    status,
  )
}

/** For saying that something is wrong even when the database is what is wrong. */
function bareAsk(parts: ServerParts, c: HonoContext): Ask {
  return {
    c,
    db: parts.db,
    lang: languageOf(c),
    theme: themeOf(c),
    actor: nobody,
    username: '',
    today: '',
    now: parts.now(),
    requestId: '',
    baseUrl: parts.baseUrl,
    enqueue: parts.enqueue,
    todoCount: 0,
    flash: undefined,
    scope: {},
    blocYear: undefined,
  }
}

function languageOf(c: HonoContext): Lang {
  return getCookie(c, 'giaouoc.lang') === 'en' ? 'en' : 'vi'
}

function themeOf(c: HonoContext): Theme {
  const theme = getCookie(c, 'giaouoc.theme')
  return theme === 'light' || theme === 'dark' ? theme : 'auto'
}

/** `/tuy-chon?lang=en&theme=dark&ve=/…`: language and appearance are the reader's, kept in a cookie. */
function rememberPreferences(c: HonoContext): Response {
  const { lang, theme, ve } = c.req.query()
  const keep = { path: '/', httpOnly: true, sameSite: 'Lax', maxAge: 31_536_000 } as const
  if (lang === 'vi' || lang === 'en') setCookie(c, 'giaouoc.lang', lang, keep)
  if (theme === 'light' || theme === 'dark' || theme === 'auto') setCookie(c, 'giaouoc.theme', theme, keep)
  return c.redirect(safePath(ve), 303)
}
