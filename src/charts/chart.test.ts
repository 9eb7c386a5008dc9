import { describe, expect, it } from 'vitest'
import type { Chart } from '../domain/documents/paper.ts'
import { pngOf } from './chart.png.ts'
import { drawChart, vietnameseDecimal } from './chart.svg.ts'

const chart: Chart = {
  shape: 'column',
  categories: ['2020', '2021'],
  series: [
    { name: 'Kế hoạch', values: ['1334.251', null] },
    { name: 'Thực <hiện> & "đạt"', values: ['1200', '1400.5'] },
  ],
  unit: 'tỷ đồng',
}

const size = { width: 560, height: 270 }

describe('a chart', () => {
  it.each(['column', 'bar', 'line'] as const)(
    'is drawn as a %s chart with its words and exact figures',
    (shape) => {
      const svg = drawChart({ ...chart, shape }, size)
      for (const text of ['Kế hoạch', '2020', '2021', 'tỷ đồng', '1.334,251', '1.400,5'])
        expect(svg).toContain(text)
      expect(svg).toContain('Thực &lt;hiện&gt; &amp;')
      expect(svg).toContain('Tinos')
    },
  )

  it('is drawn as a heat map: units down, criteria across, each cell with its share', () => {
    const heat: Chart = {
      shape: 'heat',
      categories: ['Sở Tài chính', 'Sở Xây dựng'],
      series: [
        { name: 'I', values: ['97.5', '40'] },
        { name: 'II', values: [null, '86.25'] },
      ],
      unit: '%',
    }
    const svg = drawChart(heat, size)
    for (const text of ['Sở Tài chính', 'II', '97,5', '40', '86,25', 'từ 95%', '#8f1d1d'])
      expect(svg).toContain(text)
    expect(svg).not.toMatch(/<style|style=|<script/)
  })

  it('carries no style sheet, style attribute or script, for pages under a strict policy', () => {
    expect(drawChart(chart, size)).not.toMatch(/<style|style=|<script|javascript:|href=/)
  })

  it('is the same each time it is drawn', () => {
    expect(drawChart(chart, size)).toBe(drawChart(chart, size))
  })

  it('becomes a PNG of twice its size', () => {
    const png = Buffer.from(pngOf(drawChart(chart, size)))
    expect(png.toString('latin1', 1, 4)).toBe('PNG')
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1120, 540])
  })
})

describe('figures on a chart', () => {
  it('are in Vietnamese notation', () => {
    expect(vietnameseDecimal('1334.251')).toBe('1.334,251')
    expect(vietnameseDecimal('-9105326')).toBe('-9.105.326')
    expect(vietnameseDecimal('100')).toBe('100')
    expect(vietnameseDecimal('0.5')).toBe('0,5')
  })
})
