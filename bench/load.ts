import autocannon from 'autocannon'
import { type Figure, round } from './figure.ts'

const SECONDS = 6
const CONNECTIONS = 8

/** Whether a page is asked for as it is, or under an address of its own each time, so that it is made anew. */
export type Asking = 'again' | 'anew'

const howAsked: Readonly<Record<Asking, string>> = {
  again: 'one reader asks for the same page while nothing is written',
  anew: 'each request has an address of its own, so that every page is made from the database',
}

/** Requests a second and the latency of one page, at eight connections, after a warm-up. */
export async function loadOf(
  name: string,
  url: string,
  cookie: string,
  asking: Asking = 'again',
): Promise<readonly Figure[]> {
  await run(url, cookie, 2, asking)
  const result = await run(url, cookie, SECONDS, asking)
  if (result.non2xx > 0)
    throw new Error(`${url} answered ${result.non2xx} times with something else than 2xx`)
  const n = result.requests.total
  const note = `${CONNECTIONS} connections, ${SECONDS} s after 2 s of warm-up, signed in; ${howAsked[asking]}`
  return [
    { name: `${name}_rps`, value: round(result.requests.average), unit: 'req/s', n, note },
    {
      name: `${name}_p95_ms`,
      value: round(result.latency.p97_5),
      unit: 'ms',
      n,
      p50: round(result.latency.p50),
      p95: round(result.latency.p97_5),
      p99: round(result.latency.p99),
      note: `${note}; the p95 given is the 97.5th percentile, which is not below it`,
    },
  ]
}

function run(url: string, cookie: string, duration: number, asking: Asking) {
  const headers = cookie ? { cookie } : {}
  const { pathname } = new URL(url)
  let n = 0
  const setupRequest = (request: autocannon.Request) => ({ ...request, path: `${pathname}?lan=${++n}` })
  const requests = asking === 'anew' ? { requests: [{ setupRequest }] } : {}
  return autocannon({ url, connections: CONNECTIONS, duration, headers, ...requests })
}
