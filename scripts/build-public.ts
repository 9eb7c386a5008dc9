import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { extname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build, transform } from 'esbuild'
import { PurgeCSS } from 'purgecss'
import {
  type AssetManifest,
  assetsFolder,
  fontSourceDigest,
  publicFolder,
  readManifest,
  sourceDigest,
  usedTablerClasses,
} from '../src/ui/assets.ts'
import { subsetFonts } from './subset-fonts.ts'

const styleSheets = [
  'tokens',
  'base',
  'layout',
  'components',
  'tables',
  'forms',
  'year',
  'board',
  'chain',
  'paper',
  'scoring',
  'reading',
  'charts',
  'print',
]

const require = createRequire(import.meta.url)

/**
 * Builds everything a browser loads into `public/assets`: purged style sheet, subset fonts, htmx and islands,
 * each under a name that carries its content, with .br and .gz beside it, and `manifest.json` on top.
 */
export async function buildPublic(): Promise<AssetManifest> {
  await mkdir(assetsFolder, { recursive: true })
  const previous = await readManifest()
  const fonts = await buildFonts(previous)
  const css = await buildStyleSheet(fonts.files)
  const files: Record<string, string> = { ...fonts.files }
  files['app.css'] = await store('app.css', css)
  for (const [name, content] of await scripts()) files[name] = await store(name, content)
  for (const name of ['logo.svg', 'favicon.svg'])
    files[name] = await store(name, await readFile(join(publicFolder, name)))
  const manifest: AssetManifest = { sources: await sourceDigest(), fontSources: fonts.digest, files }
  await writeWhole(join(assetsFolder, 'manifest.json'), JSON.stringify(manifest, null, 2))
  return manifest
}

async function buildFonts(previous: AssetManifest | undefined) {
  const digest = await fontSourceDigest()
  if (previous?.fontSources === digest) {
    const kept = Object.entries(previous.files).filter(([name]) => name.endsWith('.woff2'))
    return { digest, files: Object.fromEntries(kept) }
  }
  const files: Record<string, string> = {}
  for (const { name, content } of await subsetFonts()) files[name] = await store(name, content)
  return { digest, files }
}

async function buildStyleSheet(fonts: Readonly<Record<string, string>>): Promise<string> {
  const own = await Promise.all(styleSheets.map((name) => readStyle(name)))
  const dark = await readStyle('dark')
  const text = [fontFaces(fonts), await purgedTabler(), own[0], darkTheme(dark), ...own.slice(1)].join('\n')
  const { code } = await transform(text, {
    loader: 'css',
    minify: true,
    target: ['chrome100', 'firefox100', 'safari15'],
  })
  return code
}

function readStyle(name: string): Promise<string> {
  return readFile(join(publicFolder, 'styles', `${name}.css`), 'utf8')
}

/** The dark rules are written once and apply to the reader's own choice and to the device's. */
function darkTheme(css: string): string {
  const byDevice = css.replaceAll(/:root\[data-bs-theme=["']dark["']\]/g, ':root:not([data-bs-theme])')
  return `${css}\n@media screen and (prefers-color-scheme: dark) {\n${byDevice}\n}`
}

async function purgedTabler(): Promise<string> {
  const raw = await readFile(require.resolve('@tabler/core/dist/css/tabler.min.css'), 'utf8')
  const [result] = await new PurgeCSS().purge({
    css: [{ raw }],
    content: [{ raw: [...(await usedTablerClasses())].join(' '), extension: 'html' }],
    safelist: { standard: elements },
    defaultExtractor: (content) => content.split(' '),
    variables: true,
    keyframes: true,
    fontFace: true,
  })
  return result?.css ?? ''
}

/** Elements are always kept: pages use plain HTML everywhere. */
const elements = (
  'html body a abbr address article aside b blockquote button caption cite code col colgroup dd details dfn div dl dt em ' +
  'fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr i iframe img input kbd label legend li main mark nav ol ' +
  'optgroup option output p pre progress q s samp section select small span strong sub summary sup svg table tbody td ' +
  'template textarea tfoot th thead time tr u ul video :root'
).split(' ')

function fontFaces(files: Readonly<Record<string, string>>): string {
  return Object.entries(files)
    .map(([name, file]) => {
      const weight = /\d+/.exec(name)?.[0] ?? '400'
      const figuresOnly = name.startsWith('figures')
      const family = figuresOnly ? 'Giao Uoc Figures' : 'Be Vietnam Pro'
      const range = figuresOnly ? 'unicode-range:U+25,U+2B-2E,U+30-39,U+2212;size-adjust:97%;' : ''
      return `@font-face{font-family:'${family}';font-weight:${weight};font-display:swap;${range}src:url(${file}) format('woff2')}`
    })
    .join('\n')
}

async function scripts(): Promise<[string, string | Buffer][]> {
  const htmx = await readFile(require.resolve('htmx.org/dist/htmx.min.js'))
  const events = await readFile(require.resolve('htmx.org/dist/ext/hx-sse.min.js'))
  const folder = join(publicFolder, 'islands')
  const islands = (await readdir(folder)).filter((name) => name.endsWith('.ts'))
  const bundled = await build({
    entryPoints: islands.map((name) => join(folder, name)),
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: ['chrome100', 'firefox100', 'safari15'],
    outdir: assetsFolder,
  })
  return [
    ['htmx.js', htmx],
    ['htmx-sse.js', events],
    ...bundled.outputFiles.map((file): [string, string] => [
      file.path.slice(assetsFolder.length + 1),
      file.text,
    ]),
  ]
}

async function store(name: string, content: string | Uint8Array): Promise<string> {
  const bytes = Buffer.from(content)
  const extension = extname(name)
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 10)
  const file = `${name.slice(0, -extension.length)}.${digest}${extension}`
  await writeWhole(join(assetsFolder, file), bytes)
  if (extension !== '.woff2') {
    const options = {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }
    await writeWhole(join(assetsFolder, `${file}.br`), brotliCompressSync(bytes, options))
    await writeWhole(join(assetsFolder, `${file}.gz`), gzipSync(bytes, { level: 9 }))
  }
  return file
}

/** Two processes may build at once; a reader must never meet half a file. */
async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const draft = `${path}.${process.pid}.draft`
  await writeFile(draft, content)
  await rename(draft, path)
}

async function removeForgotten(manifest: AssetManifest): Promise<void> {
  const wanted = new Set(Object.values(manifest.files))
  for (const file of await readdir(assetsFolder)) {
    const bare = file.replace(/\.(br|gz)$/, '')
    if (file !== 'manifest.json' && !wanted.has(bare)) await rm(join(assetsFolder, file), { force: true })
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const manifest = await buildPublic()
  await removeForgotten(manifest)
  const folder = fileURLToPath(pathToFileURL(assetsFolder))
  console.log(`${Object.keys(manifest.files).length} files in ${folder}`)
}
