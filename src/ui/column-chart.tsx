/** One column of a chart; amounts are only drawn, what is read stands in the figures. */
export type ChartColumn = {
  /** Under the column: "6 tháng", "2025". */
  label: string
  /** Above the column: "9.105,326"; empty where there is nothing to draw. */
  figure: string
  amount: number | null
  /** What was to be reached, drawn as a line across the column. */
  goal?: number | null
  /** An estimate: drawn with a broken edge. */
  soft?: boolean
}

type ChartProps = {
  /** Read aloud in place of the picture; the same figures stand in a table beside it. */
  label: string
  columns: readonly ChartColumn[]
  /** What the marks mean: "Kết quả", "Chỉ tiêu", "Số ước". */
  legend: { value: string; goal?: string; soft?: string }
}

const WIDTH = 36
/** What a digit above a column takes; long figures move the columns apart. */
const DIGIT = 7
const TOP = 24
const BOTTOM = 132

/** Columns side by side with the goal of each: told apart by shape, so that they print in black and white. */
export function ColumnChart({ label, columns, legend }: ChartProps) {
  const scale = scaleOf(columns, TOP, BOTTOM)
  const pitch = Math.max(64, ...columns.map(({ figure }) => figure.length * DIGIT + 8))
  const width = Math.max(3, columns.length) * pitch
  return (
    <section class="gu-chart" aria-label={label} tabindex={0}>
      <svg
        width={width}
        height={BOTTOM + 28}
        viewBox={`0 0 ${width} ${BOTTOM + 28}`}
        role="img"
        aria-label={label}
      >
        <line class="gu-chart-axis" x1="0" x2={width} y1={scale(0)} y2={scale(0)} />
        {columns.map((column, index) => (
          <Column column={column} middle={(index + 0.5) * pitch} scale={scale} />
        ))}
      </svg>
      <ul class="gu-key">
        <li>
          <svg width="12" height="12" aria-hidden="true">
            <rect class="gu-chart-bar" width="12" height="12" />
          </svg>
          {legend.value}
        </li>
        {legend.soft && columns.some((column) => column.soft) ? (
          <li>
            <svg width="12" height="12" aria-hidden="true">
              <rect class="gu-chart-bar gu-chart-soft" x="1" y="1" width="10" height="10" />
            </svg>
            {legend.soft}
          </li>
        ) : null}
        {legend.goal && columns.some((column) => isGiven(column.goal)) ? (
          <li>
            <svg width="18" height="12" aria-hidden="true">
              <line class="gu-chart-goal" x1="0" x2="18" y1="6" y2="6" />
            </svg>
            {legend.goal}
          </li>
        ) : null}
      </ul>
    </section>
  )
}

/** The same in the height of a line, for tables. */
export function ColumnSpark({ label, columns }: Pick<ChartProps, 'label' | 'columns'>) {
  const scale = scaleOf(columns, 2, 26)
  return (
    <svg
      class="gu-spark"
      width={columns.length * 14}
      height="28"
      viewBox={`0 0 ${columns.length * 14} 28`}
      role="img"
      aria-label={label}
    >
      <title>{label}</title>
      {columns.map(({ amount, goal, soft }, index) => (
        <>
          {amount === null ? null : (
            <Bar amount={amount} x={index * 14 + 2} width={10} scale={scale} soft={soft} />
          )}
          {isGiven(goal) ? (
            <line
              class="gu-chart-goal"
              x1={index * 14}
              x2={index * 14 + 14}
              y1={scale(goal)}
              y2={scale(goal)}
            />
          ) : null}
        </>
      ))}
    </svg>
  )
}

type Scale = (amount: number) => number

function Column({ column, middle, scale }: { column: ChartColumn; middle: number; scale: Scale }) {
  const { label, figure, amount, goal, soft } = column
  const top = Math.min(scale(amount ?? 0), scale(0))
  return (
    <>
      {amount === null ? null : (
        <Bar amount={amount} x={middle - WIDTH / 2} width={WIDTH} scale={scale} soft={soft} />
      )}
      {isGiven(goal) ? (
        <line
          class="gu-chart-goal"
          x1={middle - WIDTH / 2 - 8}
          x2={middle + WIDTH / 2 + 8}
          y1={scale(goal)}
          y2={scale(goal)}
        />
      ) : null}
      <text class="gu-chart-figure" x={middle} y={rounded(top - 6)} text-anchor="middle">
        {figure}
      </text>
      <text class="gu-chart-label" x={middle} y={BOTTOM + 20} text-anchor="middle">
        {label}
      </text>
    </>
  )
}

function Bar({
  amount,
  x,
  width,
  scale,
  soft,
}: {
  amount: number
  x: number
  width: number
  scale: Scale
  soft?: boolean | undefined
}) {
  const [from, to] = [scale(Math.max(amount, 0)), scale(Math.min(amount, 0))]
  const height = rounded(Math.max(1, to - from))
  return (
    <rect
      class={soft ? 'gu-chart-bar gu-chart-soft' : 'gu-chart-bar'}
      x={x}
      y={from}
      width={width}
      height={height}
    />
  )
}

/** From an amount to its place on the drawing; zero always belongs to it. */
function scaleOf(columns: readonly ChartColumn[], top: number, bottom: number): Scale {
  const drawn = columns.flatMap(({ amount, goal }) => [amount, goal].filter(isGiven))
  const most = Math.max(0, ...drawn)
  const least = Math.min(0, ...drawn)
  const span = most - least || 1
  return (amount) => rounded(top + ((most - amount) / span) * (bottom - top))
}

function isGiven(amount: number | null | undefined): amount is number {
  return amount !== null && amount !== undefined
}

/** Two decimals are finer than any screen. */
function rounded(place: number): number {
  return Math.round(place * 100) / 100
}
