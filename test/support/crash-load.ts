import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { CRITERIA, type CrashWorld } from './crash-world.ts'

/** One write that was sent, under an id of its own that the audit keeps, and what the sender was told. */
export type Attempt = {
  readonly requestId: string
  readonly kind: 'result' | 'score' | 'ballot'
  /** Who sent it: the unit. */
  readonly unitId: string
  /** The poll, for ballots. */
  readonly pollId: string
  /** What was written into every field of the form. */
  readonly value: number
  /** `unknown`: no answer, or one that says that something broke. */
  readonly told: 'done' | 'refused' | 'unknown'
  readonly answer: string
}

export type Load = {
  readonly attempts: readonly Attempt[]
  /** Waits for a figure and a sheet to be acknowledged from now on. */
  untilSaved(): Promise<void>
  /** Lets everybody vote in the polls up to this one. */
  release(polls: number): void
  /** Ends when nobody waits for an answer any more. */
  stop(): Promise<void>
}

/** Milliseconds: between two questions to a program that is away, between two saves, and until a unit votes. */
const PAUSE = 200
const BREATH = 30
const VOTING_TIME = 250

/** How many of the units save figures and points; all of them vote. */
const SAVING_UNITS = 3

/** `fetch` waits for ever for the rest of a compressed body whose sender was killed. */
const PLAIN = { 'accept-encoding': 'identity' }

type Writer = {
  readonly cookie: string
  readonly unitId: string
  readonly slug: string
}

/** Officers save figures and leaders points all the time, and every unit's leader votes. */
export function startLoad(
  url: string,
  { world, unitIds, unitSlugs, cookies, conferenceId, polls, indicatorIds }: CrashWorld,
): Load {
  const attempts: Attempt[] = []
  let stopping = false
  let released = 0
  const writer = (role: string, index: number): Writer => ({
    cookie: cookies.get(`${role}${index + 1}`) ?? '',
    unitId: unitIds[index] ?? '',
    slug: unitSlugs[index] ?? '',
  })

  const send = async (
    { cookie, unitId }: Writer,
    kind: Attempt['kind'],
    path: string,
    value: number,
    form: Readonly<Record<string, string>>,
    pollId = '',
  ): Promise<Attempt> => {
    const requestId = randomUUID()
    const answer = await fetch(url + path, {
      method: 'POST',
      headers: { cookie, origin: url, 'x-request-id': requestId, ...PLAIN },
      body: new URLSearchParams(form),
      redirect: 'manual',
    }).then(told, unanswered)
    const attempt = {
      requestId,
      kind,
      unitId,
      pollId,
      value,
      told: toldBy(answer.status),
      answer: `${answer.status} ${path}`,
    }
    attempts.push(attempt)
    return attempt
  }
  /** The page, however often it must be asked for while something is being started again. */
  const read = async ({ cookie }: Writer, path: string): Promise<string | undefined> => {
    while (!stopping) {
      const answer = await fetch(url + path, { headers: { cookie, ...PLAIN } }).then(told, unanswered)
      if (answer.status === 200) return answer.text
      if (answer.status !== 0 && answer.status < 500) throw new Error(`${path} answered ${answer.status}`)
      await sleep(PAUSE)
    }
    return undefined
  }

  const saveResults = async (who: Writer) => {
    const path = world.at('ket-qua', who.slug)
    for (let value = 1000; !stopping; value++) {
      await sleep(Math.random() * BREATH)
      const page = await read(who, path)
      if (page === undefined) return
      const fields = indicatorIds.flatMap((id) => [
        [`version.${id}`, hiddenIn(page, `version.${id}`) ?? '0'],
        [`value.${id}`, String(value)],
      ])
      await send(who, 'result', path, value, {
        period: String(world.year),
        channel: 'screen',
        ...Object.fromEntries(fields),
      })
    }
  }
  const saveScores = async (who: Writer) => {
    const path = world.at('cham-diem', who.slug)
    for (let value = 1; !stopping; value++) {
      await sleep(Math.random() * BREATH)
      const page = await read(who, path)
      if (page === undefined) return
      const points = CRITERIA.map((code) => [`points.${code}`, String(value)])
      await send(who, 'score', path, value, {
        stamp: hiddenIn(page, 'stamp') ?? '',
        channel: 'screen',
        ...Object.fromEntries(points),
      })
    }
  }
  const vote = async (who: Writer) => {
    for (const [number, poll] of polls.entries()) {
      while (number >= released) {
        if (stopping) return
        await sleep(10)
      }
      await sleep(Math.random() * VOTING_TIME)
      const path = world.at('hoi-nghi', conferenceId, 'bieu-quyet', poll.id, 'bo-phieu')
      const form = Object.fromEntries(poll.candidateIds.map((id) => [`stance.${id}`, 'for']))
      // Who got no answer sends the ballot again, until it is told that it was cast.
      for (;;) {
        const { told } = await send(
          who,
          'ballot',
          path,
          1,
          { asked: poll.candidateIds.join(' '), ...form },
          poll.id,
        )
        if (told !== 'unknown') break
        if (stopping) return
        await sleep(PAUSE)
      }
    }
  }

  const loops = unitIds.flatMap((_, index) => [
    ...(index < SAVING_UNITS ? [saveResults(writer('cv', index)), saveScores(writer('ld', index))] : []),
    vote(writer('ld', index)),
  ])
  // A loop that fails is told by `stop`, not by an unhandled rejection in between.
  const ended = Promise.allSettled(loops)
  return {
    attempts,
    untilSaved: async () => {
      const before = attempts.length
      const saved = (kind: Attempt['kind']) =>
        attempts.slice(before).some((one) => one.kind === kind && one.told === 'done')
      while (!(saved('result') && saved('score'))) await sleep(20)
    },
    release: (count) => {
      released = count
    },
    stop: async () => {
      stopping = true
      for (const loop of await ended) if (loop.status === 'rejected') throw loop.reason
    },
  }
}

/** The head of an answer counts even when its body breaks off. */
async function told(response: Response): Promise<{ status: number; text: string }> {
  const text = await response.text().catch(() => undefined)
  return { status: text === undefined && response.status === 200 ? 0 : response.status, text: text ?? '' }
}

function unanswered(): { status: number; text: string } {
  return { status: 0, text: '' }
}

/** Only a redirect says that it was done; 4xx is a refusal; the rest says nothing. */
function toldBy(status: number): Attempt['told'] {
  if (status === 303) return 'done'
  return status >= 400 && status < 500 ? 'refused' : 'unknown'
}

function hiddenIn(page: string, name: string): string | undefined {
  const at = page.indexOf(`name="${name}"`)
  return at < 0 ? undefined : /value="([^"]*)"/.exec(page.slice(at, at + 200))?.[1]
}
