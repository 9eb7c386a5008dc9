import { createRequire } from 'node:module'
import type { SheetPicture } from './workbook.ts'

/** Pixels for each unit of a drawing: sharp in print, small on disk. */
const SCALE = 2

/**
 * A drawing as a picture for a sheet; spreadsheets show no SVG. The drawing library is loaded at the first one.
 *
 * @param words what the drawing shows, for those who cannot see it
 */
export async function pictureOf(svg: string, words: string): Promise<SheetPicture> {
  const { Resvg } = await import('@resvg/resvg-js')
  const drawing = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: SCALE },
    font: { fontFiles: faces(), loadSystemFonts: false, defaultFontFamily: 'Tinos' },
    background: '#ffffff',
  })
  const { width, height } = drawing
  return { png: drawing.render().asPng(), width: Math.round(width), height: Math.round(height), words }
}

function faces(): string[] {
  const { resolve } = createRequire(import.meta.url)
  return ['400Regular/Tinos_400Regular.ttf', '700Bold/Tinos_700Bold.ttf'].map((face) =>
    resolve(`@expo-google-fonts/tinos/${face}`),
  )
}
