import autocannon from 'autocannon'
import { type Figure, round } from './figure.ts'

const SECONDS = 6
const CONNECTIONS = 8

/** Requests a second and the latency of one page, at eight connections, after a warm-up. */
export async function loadOf(name: string, url: string, cookie: string): Promise<readonly Figure[]> {
  await run(url, cookie, 2)
  const result = await run(url, cookie, SECONDS)
  if (result.non2xx > 0)
    throw new Error(`${url} answered ${result.non2xx} times with something else than 2xx`)
  const n = result.requests.total
  const note = `${CONNECTIONS} connections, ${SECONDS} s after 2 s of warm-up, signed in`
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

function run(url: string, cookie: string, duration: number) {
  return autocannon({ url, connections: CONNECTIONS, duration, headers: cookie ? { cookie } : {} })
}
