import { Resvg } from '@resvg/resvg-js'
import { tinosPaths } from './tinos.ts'

/** A drawing as PNG, for word processors that do not show SVG; `scale` pixels for each unit of the drawing. */
export function pngOf(svg: string, scale = 2): Uint8Array {
  const drawing = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: scale },
    font: { fontFiles: [...tinosPaths()], loadSystemFonts: false, defaultFontFamily: 'Tinos' },
    background: '#ffffff',
  })
  return drawing.render().asPng()
}
