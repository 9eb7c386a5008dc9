import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** The four faces of Tinos, which has the metrics of Times New Roman and may be embedded freely. */
export type TinosFace = 'regular' | 'italic' | 'bold' | 'boldItalic'

const files: Readonly<Record<TinosFace, string>> = {
  regular: '400Regular/Tinos_400Regular.ttf',
  italic: '400Regular_Italic/Tinos_400Regular_Italic.ttf',
  bold: '700Bold/Tinos_700Bold.ttf',
  boldItalic: '700Bold_Italic/Tinos_700Bold_Italic.ttf',
}

interface Metrics {
  readonly unitsPerEm: number
  /** Advance width in font units for each code point that the face can draw. */
  readonly advances: ReadonlyMap<number, number>
}

const loaded = new Map<TinosFace, Metrics>()

/** Path of a face on disk. */
function tinosPath(face: TinosFace): string {
  return createRequire(import.meta.url).resolve(`@expo-google-fonts/tinos/${files[face]}`)
}

/** Paths of all four faces. */
export function tinosPaths(): readonly string[] {
  return (Object.keys(files) as TinosFace[]).map(tinosPath)
}

/** Whether Tinos can draw the code point. The four faces cover the same ones. */
export function tinosDraws(codePoint: number): boolean {
  return metricsOf('regular').advances.has(codePoint)
}

/** Every code point that Tinos can draw. */
export function tinosCodePoints(): readonly number[] {
  return [...metricsOf('regular').advances.keys()]
}

/** Width of one line of text in millimetres. */
export function lineWidth(text: string, points: number, face: TinosFace): number {
  const { unitsPerEm, advances } = metricsOf(face)
  const units = [...text].reduce((sum, letter) => sum + (advances.get(letter.codePointAt(0) ?? 0) ?? 0), 0)
  return ((units / unitsPerEm) * points * 25.4) / 72
}

/** Width of the longest line in millimetres when the text is broken at spaces to fit `available` millimetres. */
export function longestLineWidth(text: string, points: number, face: TinosFace, available: number): number {
  let longest = 0
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    line = lineWidth(longer, points, face) > available ? word : longer
    longest = Math.max(longest, lineWidth(line, points, face))
  }
  return Math.min(longest, available)
}

function metricsOf(face: TinosFace): Metrics {
  const known = loaded.get(face)
  if (known !== undefined) return known
  const metrics = readMetrics(readFileSync(tinosPath(face)))
  loaded.set(face, metrics)
  return metrics
}

/** Reads the tables head, hhea, hmtx and cmap (format 4, which covers the basic plane) of a TrueType file. */
function readMetrics(font: Buffer): Metrics {
  const table = (tag: string) => {
    for (let i = 0; i < font.readUInt16BE(4); i++) {
      const at = 12 + i * 16
      if (font.toString('latin1', at, at + 4) === tag) return font.readUInt32BE(at + 8)
    }
    throw new Error(`The font has no table ${tag}`)
  }
  const hmtx = table('hmtx')
  const measured = font.readUInt16BE(table('hhea') + 34)
  const advances = new Map<number, number>()
  for (const [codePoint, glyph] of characterMap(font, table('cmap'))) {
    advances.set(codePoint, font.readUInt16BE(hmtx + Math.min(glyph, measured - 1) * 4))
  }
  return { unitsPerEm: font.readUInt16BE(table('head') + 18), advances }
}

function* characterMap(font: Buffer, cmap: number): Iterable<readonly [number, number]> {
  const map = cmapFormat4(font, cmap)
  const segments = font.readUInt16BE(map + 6) / 2
  for (let i = 0; i < segments; i++) {
    const end = font.readUInt16BE(map + 14 + i * 2)
    const startAt = map + 16 + segments * 2 + i * 2
    const start = font.readUInt16BE(startAt)
    const delta = font.readUInt16BE(startAt + segments * 2)
    const rangeAt = startAt + segments * 4
    const range = font.readUInt16BE(rangeAt)
    for (let code = start; code <= end && code !== 0xffff; code++) {
      const raw = range === 0 ? code : font.readUInt16BE(rangeAt + range + (code - start) * 2)
      const glyph = raw === 0 ? 0 : (raw + delta) & 0xffff
      if (glyph !== 0) yield [code, glyph]
    }
  }
}

function cmapFormat4(font: Buffer, cmap: number): number {
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i++) {
    const at = cmap + font.readUInt32BE(cmap + 8 + i * 8)
    if (font.readUInt16BE(at) === 4) return at
  }
  throw new Error('The font has no character map of format 4')
}
