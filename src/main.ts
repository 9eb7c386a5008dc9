import { serve } from '@hono/node-server'
import { createApp, openStore } from './app.ts'
import { readConfig } from './config.ts'
import { EmbeddedServerRefused } from './db/embedded.ts'

const OLDEST_NODE = 22

async function main(): Promise<void> {
  if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
    throw new EmbeddedServerRefused(
      `Giao Ước needs Node.js ${OLDEST_NODE} or newer; this is ${process.versions.node}.`,
    )
  }
  const config = readConfig(process.env)
  const store = await openStore(config, { died: sayRestarting, lost: (error) => fail(error) })
  if (process.argv.includes('--demo')) {
    const { loadDemoQuickly } = await import('../seed/demo/demo.ts')
    await loadDemoQuickly(store, (line) => process.stdout.write(`${line}\n`))
  }
  const app = await createApp(config, store)
  const http = serve({ fetch: app.server.fetch, port: config.port, hostname: config.host }, (address) => {
    process.stdout.write(`Giao Ước: http://${config.host}:${address.port}\n`)
  })
  app.jobs
    .start()
    .catch((error: unknown) => process.stderr.write(`Jobs are not done by this process: ${error}\n`))
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    // Kept-alive connections would hold the door open for minutes.
    if ('closeIdleConnections' in http) http.closeIdleConnections()
    const late = setTimeout(() => {
      if ('closeAllConnections' in http) http.closeAllConnections()
    }, 5_000)
    http.close(() => {
      clearTimeout(late)
      void app
        .close()
        .then(() => store.close())
        .then(() => process.exit(0))
    })
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

function sayRestarting(): void {
  process.stderr.write('The embedded PostgreSQL ended unexpectedly and is being started again.\n')
}

function fail(error: unknown): never {
  const text =
    error instanceof EmbeddedServerRefused
      ? error.message
      : error instanceof Error
        ? (error.stack ?? error.message)
        : String(error)
  process.stderr.write(`${text}\n`)
  process.exit(1)
}

main().catch(fail)
