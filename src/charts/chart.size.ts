import type { Figure } from '../domain/documents/paper.ts'

/** Pixels of a drawing to a millimetre of paper, so that 13 px type prints at about 11 pt. */
const pixelsPerMm = 3.4

/** Size of a figure on the page and of its drawing; the width is that of the text. */
export function chartSize(figure: Figure, widthMm: number) {
  const heightMm = figure.height ?? defaultHeight(figure)
  return {
    widthMm,
    heightMm,
    width: Math.round(widthMm * pixelsPerMm),
    height: Math.round(heightMm * pixelsPerMm),
  }
}

function defaultHeight({ chart }: Figure): number {
  if (chart.shape === 'heat') return Math.min(220, 40 + chart.categories.length * 9)
  if (chart.shape !== 'bar') return 80
  return Math.min(200, 30 + chart.categories.length * (6 + 4 * chart.series.length))
}
