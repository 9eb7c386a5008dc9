import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What `scripts/build-public.ts` made, and from what, so that a change of the sources is noticed. */
export type AssetManifest = {
  readonly sources: string
  readonly fontSources: string
  /** Plain name (`app.css`) → name that carries the content (`app.1f3a….css`). */
  readonly files: Readonly<Record<string, string>>
}

/** Plain names that pages may ask for. */
export type AssetName =
  | 'app.css'
  | 'app.js'
  | 'htmx.js'
  | 'reading.js'
  | 'htmx-sse.js'
  | 'logo.svg'
  | 'favicon.svg'
  | 'text-400.woff2'
  | 'text-500.woff2'
  | 'text-700.woff2'
  | 'figures-400.woff2'
  | 'figures-700.woff2'

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')

/** Sources of style, logo and islands. */
export const publicFolder = join(root, 'public')

/** Built files; served under `/assets/` with a year of caching, as their names change with their content. */
export const assetsFolder = join(publicFolder, 'assets')

const require = createRequire(import.meta.url)

/** Tabler's own versions of components that this folder draws itself; as plain words they stand everywhere. */
const drawnByUs = (
  'alert avatar breadcrumb calendar chart empty figure footer hover icon legend map page placeholder progress ' +
  'required status steps timeline'
).split(' ')

let known: AssetManifest | undefined

/**
 * Builds the assets when they are missing or older than their sources; call it once before serving.
 * Where the build tools are not installed (a production install), what was built before is used.
 */
export async function ensureAssets(): Promise<AssetManifest> {
  const present = await readManifest()
  if (present && (await isFresh(present))) return remember(present)
  try {
    const { buildPublic } = await import('../../scripts/build-public.ts')
    return remember(await buildPublic())
  } catch (error) {
    if (present && isMissingPackage(error)) return remember(present)
    throw error
  }
}

/** Address of a built file, e.g. `assetUrl('app.css')` → `/assets/app.1f3a….css`. */
export function assetUrl(name: AssetName): string {
  known ??= readManifestNow()
  const file = known.files[name]
  if (!file) throw new Error(`No built asset named ${name}: run "npm run build"`)
  return `/assets/${file}`
}

/** The manifest on disk, or undefined when nothing was built yet. */
export async function readManifest(): Promise<AssetManifest | undefined> {
  try {
    return JSON.parse(await readFile(join(assetsFolder, 'manifest.json'), 'utf8')) as AssetManifest
  } catch {
    return undefined
  }
}

/** Digest of all that the built files depend on; a page that uses one more Tabler class changes it. */
export async function sourceDigest(): Promise<string> {
  const hash = createHash('sha256')
  for (const folder of ['styles', 'islands', '.']) {
    for (const file of await sourceFiles(join(publicFolder, folder))) hash.update(await readFile(file))
  }
  hash.update(await readFile(join(root, 'scripts', 'build-public.ts')))
  for (const name of ['@tabler/core', 'htmx.org']) hash.update(packageVersion(name))
  hash.update(await fontSourceDigest())
  hash.update([...(await usedTablerClasses())].join(' '))
  return hash.digest('hex')
}

/** Digest of what the font files depend on: subsetting is the slow part and is repeated only when this changes. */
export async function fontSourceDigest(): Promise<string> {
  const hash = createHash('sha256')
  for (const name of ['@expo-google-fonts/be-vietnam-pro', '@expo-google-fonts/inter'])
    hash.update(packageVersion(name))
  hash.update(await readFile(join(root, 'scripts', 'subset-fonts.ts')))
  return hash.digest('hex')
}

/** Class names of Tabler that some page or component mentions. */
export async function usedTablerClasses(): Promise<ReadonlySet<string>> {
  const css = await readFile(require.resolve('@tabler/core/dist/css/tabler.min.css'), 'utf8')
  const offered = new Set(Array.from(css.matchAll(/\.(-?[a-z_][\w-]*)/gi), (match) => match[1] ?? ''))
  for (const name of drawnByUs) offered.delete(name)
  const used = new Set<string>()
  for (const file of await pageFiles()) {
    for (const word of quotedWords(await readFile(file, 'utf8'))) if (offered.has(word)) used.add(word)
  }
  return new Set([...used].sort())
}

/** Words inside quotes: class names stand nowhere else, so a variable named `row` keeps no rule alive. */
function quotedWords(source: string): string[] {
  const quoted = source.matchAll(/'[^'\n]*'|"[^"\n]*"|`[^`]*`/g)
  return Array.from(quoted, ([text]) => text.match(/[a-z][\w-]*/gi) ?? []).flat()
}

/** True when all files are there and nothing they are made from has changed. */
export async function isFresh(manifest: AssetManifest): Promise<boolean> {
  const present = new Set(await readdir(assetsFolder))
  return (
    Object.values(manifest.files).every((file) => present.has(file)) &&
    manifest.sources === (await sourceDigest())
  )
}

async function pageFiles(): Promise<string[]> {
  const entries = await readdir(join(root, 'src'), { recursive: true })
  return entries.filter((name) => name.endsWith('.tsx')).map((name) => join(root, 'src', name))
}

async function sourceFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(folder, entry.name))
  return files.sort()
}

function packageVersion(name: string): string {
  const description: unknown = JSON.parse(
    readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'),
  )
  return typeof description === 'object' && description && 'version' in description
    ? String(description.version)
    : ''
}

function readManifestNow(): AssetManifest {
  return JSON.parse(readFileSync(join(assetsFolder, 'manifest.json'), 'utf8')) as AssetManifest
}

function remember(manifest: AssetManifest): AssetManifest {
  known = manifest
  return manifest
}

function isMissingPackage(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND'
}
