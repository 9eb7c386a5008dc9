import { openStore } from './app.ts'
import { readConfig } from './config.ts'
import { EmbeddedServerRefused } from './db/embedded.ts'

const USAGE = `Giao Ước, dòng lệnh / command line
  read FILE… --json      đọc báo cáo (txt, html, docx, doc, pdf, xlsx) / reads reports into facts
  migrate                đưa cơ sở dữ liệu lên bản mới nhất / brings the database to the newest shape
  demo                   nạp dữ liệu mẫu / loads the demo data
  recount POLL           đếm lại phiếu và so với kết quả đã lưu / counts the ballots again and compares`

/** Wrong use: exit 2. */
class WrongUse extends Error {}

/** Refused or failed for a reason that is one sentence: exit 1. */
class Failed extends Error {}

type Command = (args: readonly string[]) => Promise<void>

const commands: Readonly<Record<string, Command>> = {
  read: async (args) => {
    const files = args.filter((one) => one !== '--json')
    if (files.length === 0) throw new WrongUse('read: name at least one file')
    const { readFiles } = await import('./features/reading/reading.files.ts')
    process.stdout.write(`${JSON.stringify(await readFiles(files), null, args.includes('--json') ? 0 : 2)}\n`)
  },
  migrate: () =>
    withStore(async () => {
      process.stdout.write('Cơ sở dữ liệu đã ở bản mới nhất.\n')
    }),
  demo: () =>
    withStore(async (store) => {
      const { loadDemoQuickly } = await import('../seed/demo/demo.ts')
      await loadDemoQuickly(store, (line) => process.stdout.write(`${line}\n`))
    }),
  recount: ([poll]) =>
    withStore(async (store) => {
      if (!poll) throw new WrongUse('recount: name the poll')
      const { recount } = await import('./features/conferences/recount.ts')
      const outcome = await recount(store.db, poll)
      if (!outcome.ok) throw new Failed(outcome.error)
      process.stdout.write(`${outcome.value}\n`)
    }),
}

async function withStore(
  work: (store: Awaited<ReturnType<typeof openStore>>) => Promise<void>,
): Promise<void> {
  const store = await openStore(readConfig(process.env))
  try {
    await work(store)
  } finally {
    await store.close()
  }
}

async function main(): Promise<void> {
  const [name = '', ...args] = process.argv.slice(2)
  const command = commands[name]
  if (!command) throw new WrongUse(name === '' ? 'name a command' : `there is no command ${name}`)
  await command(args)
}

main().catch((error: unknown) => {
  if (error instanceof WrongUse) {
    process.stderr.write(`${error.message}\n${USAGE}\n`)
    process.exit(2)
  }
  const refusedFile = error instanceof Error && error.name === 'FileRefused'
  const known = error instanceof Failed || error instanceof EmbeddedServerRefused || refusedFile
  process.stderr.write(
    `${known || !(error instanceof Error) ? String((error as Error).message ?? error) : (error.stack ?? error.message)}\n`,
  )
  process.exit(1)
})
