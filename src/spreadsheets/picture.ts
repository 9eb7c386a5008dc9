import type { Chart } from '../domain/documents/paper.ts'
import type { SheetPicture } from './workbook.ts'

/** Width of a picture under a table, in pixels: that of an A4 page on its side. */
const WIDTH = 900

/**
 * A chart as a picture for a sheet, as pages and papers draw it; spreadsheets show no SVG. The drawing libraries are
 * loaded at the first one.
 *
 * @param words what the chart shows, for those who cannot see it
 */
export async function pictureOf(chart: Chart, words: string): Promise<SheetPicture> {
  const [{ drawChart }, { pngOf }] = await Promise.all([
    import('../charts/chart.svg.ts'),
    import('../charts/chart.png.ts'),
  ])
  const height = heightOf(chart)
  return { png: pngOf(drawChart(chart, { width: WIDTH, height })), width: WIDTH, height, words }
}

function heightOf({ shape, categories, series }: Chart): number {
  if (shape === 'heat') return 140 + categories.length * 24
  if (shape === 'bar') return 60 + categories.length * (12 + 12 * series.length)
  return 300
}
