import { BarChart, HeatmapChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent, VisualMapPiecewiseComponent } from 'echarts/components'
import * as echarts from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import type { Chart, ChartSeries } from '../domain/documents/paper.ts'
import { drawableText } from './printable.ts'

echarts.use([
  BarChart,
  LineChart,
  HeatmapChart,
  GridComponent,
  LegendComponent,
  VisualMapPiecewiseComponent,
  SVGRenderer,
])

/** Far enough apart in lightness to be told from each other on a black and white print. */
const colours = ['#8f1d1d', '#c9b79c', '#5b6770', '#d98c5f', '#2f3b45', '#e3dccd']

/** Size of a drawing in pixels. */
export interface DrawingSize {
  readonly width: number
  readonly height: number
}

/**
 * A chart as SVG with selectable text in Tinos, the same picture for page, DOCX and PDF. It carries neither style
 * sheets nor style attributes, so that a page under a strict content security policy may inline it.
 */
export function drawChart(chart: Chart, size: DrawingSize): string {
  const canvas = echarts.init(null, null, { renderer: 'svg', ssr: true, ...size })
  try {
    canvas.setOption(chart.shape === 'heat' ? heatOptionOf(chart) : optionOf(chart))
    return withoutStyles(canvas.renderToSVGString())
  } finally {
    canvas.dispose()
  }
}

/**
 * A decimal string in Vietnamese notation, digit by digit.
 *
 * @example
 * vietnameseDecimal('1334.251') // '1.334,251'
 */
export function vietnameseDecimal(value: string): string {
  const [whole = '', fraction] = value.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.')
  return fraction === undefined ? grouped : `${grouped},${fraction}`
}

function optionOf(chart: Chart): echarts.EChartsCoreOption {
  const text = { fontFamily: 'Tinos', fontSize: 13, color: '#000000' }
  const categories = {
    type: 'category',
    data: chart.categories.map(drawableText),
    axisLabel: { ...text, interval: 0, width: chart.shape === 'bar' ? 190 : 90, overflow: 'break' },
    axisTick: { show: false },
    axisLine: { lineStyle: { color: '#555555' } },
    inverse: chart.shape === 'bar',
  }
  const values = {
    type: 'value',
    name: chart.unit === null ? '' : drawableText(chart.unit),
    nameTextStyle: { ...text, fontSize: 12 },
    axisLabel: { ...text, fontSize: 12, formatter: (value: number) => vietnameseDecimal(String(value)) },
    splitLine: { lineStyle: { color: '#dddddd' } },
  }
  return {
    animation: false,
    color: colours,
    textStyle: text,
    legend: { show: chart.series.length > 1, bottom: 0, textStyle: text, data: chart.series.map(nameOf) },
    grid: { left: 8, right: 48, top: 34, bottom: chart.series.length > 1 ? 34 : 8, outerBoundsMode: 'same' },
    xAxis: chart.shape === 'bar' ? values : categories,
    yAxis: chart.shape === 'bar' ? categories : values,
    series: chart.series.map((series) => seriesOf(chart.shape, series)),
  }
}

/** Shades of a heat map by share of the maximum, light to dark, told apart on a black and white print. */
const shades = [
  { lt: 50, label: 'dưới 50%', color: '#ffffff' },
  { gte: 50, lt: 70, label: '50 – dưới 70%', color: '#f3ddd3' },
  { gte: 70, lt: 85, label: '70 – dưới 85%', color: '#e0ad98' },
  { gte: 85, lt: 95, label: '85 – dưới 95%', color: '#c9795f' },
  { gte: 95, label: 'từ 95%', color: '#8f1d1d' },
]

function heatOptionOf(chart: Chart): echarts.EChartsCoreOption {
  const text = { fontFamily: 'Tinos', fontSize: 12, color: '#000000' }
  const axis = { type: 'category', axisTick: { show: false }, axisLine: { show: false } }
  const cells = chart.series.flatMap((series, x) =>
    series.values.flatMap((value, y) => {
      if (value === null) return []
      const label = { color: Number(value) >= 95 ? '#ffffff' : '#000000' }
      return [{ value: [x, y, Number(value)], name: vietnameseDecimal(value), label }]
    }),
  )
  return {
    animation: false,
    textStyle: text,
    grid: { left: 8, right: 16, top: 8, bottom: 44, outerBoundsMode: 'same' },
    xAxis: {
      ...axis,
      position: 'top',
      data: chart.series.map(nameOf),
      axisLabel: { ...text, interval: 0, width: 90, overflow: 'break' },
    },
    yAxis: {
      ...axis,
      inverse: true,
      data: chart.categories.map(drawableText),
      axisLabel: { ...text, interval: 0, width: 190, overflow: 'break' },
    },
    visualMap: {
      type: 'piecewise',
      pieces: shades,
      orient: 'horizontal',
      left: 'center',
      bottom: 4,
      textStyle: text,
      showLabel: true,
      selectedMode: false,
    },
    series: [
      {
        type: 'heatmap',
        data: cells,
        itemStyle: { borderColor: '#555555', borderWidth: 1 },
        label: { show: true, ...text, formatter: ({ name }: { name: string }) => name },
      },
    ],
  }
}

function seriesOf(shape: Chart['shape'], series: ChartSeries): object {
  const label = (at: { dataIndex: number }) => vietnameseDecimal(series.values[at.dataIndex] ?? '')
  return {
    type: shape === 'line' ? 'line' : 'bar',
    name: nameOf(series),
    // A drawing has no more than pixel precision; the label keeps every digit.
    data: series.values.map((value) => (value === null ? '-' : Number(value))),
    label: {
      show: true,
      position: shape === 'bar' ? 'right' : 'top',
      fontFamily: 'Tinos',
      fontSize: 12,
      color: '#000000',
      formatter: label,
    },
    barMaxWidth: 36,
    symbolSize: 7,
  }
}

function nameOf(series: ChartSeries): string {
  return drawableText(series.name)
}

function withoutStyles(svg: string): string {
  return (
    svg
      .replace(/<style[\s\S]*?<\/style>/g, '')
      // Names of dropped styles and notes for scripts, which differ from drawing to drawing.
      .replace(/ (class|ecmeta_\w+)="[^"]*"/g, '')
      .replace(/ style="([^"]*)"/g, (_, style: string) =>
        style
          .split(';')
          .map((rule) => rule.split(':').map((part) => part.trim()))
          .filter(([name, value]) => name && value && /^[a-z-]+$/.test(name))
          .map(([name, value]) => ` ${name}="${value}"`)
          .join(''),
      )
  )
}
