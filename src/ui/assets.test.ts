import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import {
  type AssetManifest,
  assetsFolder,
  assetUrl,
  ensureAssets,
  isFresh,
  usedTablerClasses,
} from './assets.ts'
import { uiMessages } from './ui.messages.ts'

let manifest: AssetManifest

beforeAll(async () => {
  manifest = await ensureAssets()
})

test('an address carries the content it stands for', () => {
  expect(assetUrl('app.css')).toMatch(/^\/assets\/app\.[0-9a-f]{10}\.css$/)
})

test('what is sent compressed is the same file', async () => {
  const file = join(assetsFolder, manifest.files['app.css'] ?? '')
  const plain = await readFile(file)
  expect(brotliDecompressSync(await readFile(`${file}.br`)).equals(plain)).toBe(true)
  expect(gunzipSync(await readFile(`${file}.gz`)).equals(plain)).toBe(true)
})

test('the style sheet loads nothing but our own fonts', async () => {
  const css = await readFile(join(assetsFolder, manifest.files['app.css'] ?? ''), 'utf8')
  const addresses = Array.from(css.matchAll(/url\(["']?([^"')]{1,60})/g), ([, address]) => address ?? '')
  expect(addresses.length).toBeGreaterThan(4)
  for (const address of addresses)
    expect(address).toMatch(/^(text|figures)-\d+\.[0-9a-f]+\.woff2$|^data:image\/svg/)
})

test('missing files and changed sources are noticed', async () => {
  expect(await isFresh(manifest)).toBe(true)
  expect(await isFresh({ ...manifest, sources: 'earlier' })).toBe(false)
  expect(await isFresh({ ...manifest, files: { ...manifest.files, 'app.js': 'app.gone.js' } })).toBe(false)
})

test('rules of Tabler that pages use are kept, all others are not', async () => {
  const used = await usedTablerClasses()
  expect(used).toContain('btn-primary')
  expect(used).not.toContain('carousel')
  const css = await readFile(join(assetsFolder, manifest.files['app.css'] ?? ''), 'utf8')
  expect(css).toContain('.btn-primary')
  expect(css).not.toContain('.carousel')
})

test('English says everything that Vietnamese says', () => {
  expect(Object.keys(uiMessages.en).sort()).toEqual(Object.keys(uiMessages.vi).sort())
  for (const key of ['openYearBoard', 'signOut', 'irreversible'] as const) {
    expect(uiMessages.en[key]).not.toBe(uiMessages.vi[key])
  }
})
