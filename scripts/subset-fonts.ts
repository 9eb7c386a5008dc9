import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import subsetFont from 'subset-font'

/** Letters of the interface: ASCII, every Vietnamese letter, and the signs used in figures and sentences. */
const letters = [
  ...Array.from({ length: 95 }, (_, i) => String.fromCodePoint(32 + i)),
  ...'ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư',
  ...Array.from({ length: 0x1efa - 0x1ea0 }, (_, i) => String.fromCodePoint(0x1ea0 + i)),
  ...'\u0300\u0301\u0303\u0309\u0323\u00a0–—‘’“”…·•×÷±−≤≥≈°²³§«»€₫→←↑↓½',
].join('')

const figures = '0123456789.,+-−%'

const textWeights = {
  400: '400Regular/BeVietnamPro_400Regular.ttf',
  500: '500Medium/BeVietnamPro_500Medium.ttf',
  700: '700Bold/BeVietnamPro_700Bold.ttf',
}
const figureWeights = { 400: '400Regular/Inter_400Regular.ttf', 700: '700Bold/Inter_700Bold.ttf' }

const require = createRequire(import.meta.url)

/** The font files of the pages: only the letters we write, figures in a family of their own. */
export async function subsetFonts(): Promise<{ name: string; content: Buffer }[]> {
  const text = Object.entries(textWeights).map(([weight, path]) =>
    subset(`text-${weight}.woff2`, `@expo-google-fonts/be-vietnam-pro/${path}`, letters),
  )
  const digits = Object.entries(figureWeights).map(([weight, path]) =>
    subset(`figures-${weight}.woff2`, `@expo-google-fonts/inter/${path}`, figures),
  )
  return Promise.all([...text, ...digits])
}

async function subset(name: string, source: string, characters: string) {
  const font = await readFile(require.resolve(source))
  const content = await subsetFont(font, characters, {
    targetFormat: 'woff2',
    noHinting: true,
    keepFeatures: ['kern', 'mark', 'mkmk', 'ccmp', 'locl', 'tnum'],
  })
  return { name, content }
}
