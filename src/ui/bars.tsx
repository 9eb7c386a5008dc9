import type { Child } from 'hono/jsx'
import type { Tone } from './state-badge.tsx'

/** One part of a bar; `amount` is only drawn, what is read stands in `label`. */
export type BarPart = { amount: number; tone: Tone; label: string }

type ProgressBarProps = {
  label: Child
  /** The same in figures, on the right: "71/96". */
  figure: string
  parts: readonly BarPart[]
  total: number
  /** Shows what each colour means, with its figure in the label. */
  withKey?: boolean
}

/** How much of a whole is done, in one or several parts. */
export function ProgressBar({ label, figure, parts, total, withKey }: ProgressBarProps) {
  return (
    <div class="gu-progress">
      <div class="gu-progress-head">
        <span>{label}</span>
        <b>{figure}</b>
      </div>
      <svg class="gu-bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
        {stacked(parts, total).map(({ tone, start, width }) => (
          <rect class={`gu-fill-${tone}`} x={start} y="0" width={width} height="1" />
        ))}
      </svg>
      {withKey ? <BarKey parts={parts} /> : null}
    </div>
  )
}

/** One line of a ranking; `amount` is drawn, `figure` is read. */
export type RankedBar = {
  label: string
  figure: string
  amount: number
  rank?: string
  href?: string
  tone?: Tone
  /** The reader's own unit. */
  mine?: boolean
}

/** A ranking as bars; they start at `from` so that close scores can still be told apart. */
export function BarList({
  items,
  from = 0,
  label,
}: {
  items: readonly RankedBar[]
  from?: number
  label?: string
}) {
  const most = Math.max(from + 1e-9, ...items.map((item) => item.amount))
  return (
    <ol class="gu-bar-list" aria-label={label}>
      {items.map((item) => (
        <li class={item.mine ? 'gu-mine' : undefined}>
          <span>
            {item.rank ? <span class="gu-rank">{item.rank}</span> : null}
            {item.href ? <a href={item.href}>{item.label}</a> : item.label}
          </span>
          <b>{item.figure}</b>
          <svg class="gu-bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
            <rect
              class={`gu-fill-${item.tone ?? 'accent'}`}
              width={percent(item.amount - from, most - from)}
              height="1"
            />
          </svg>
        </li>
      ))}
    </ol>
  )
}

function BarKey({ parts }: { parts: readonly BarPart[] }) {
  return (
    <ul class="gu-key">
      {parts.map((part) => (
        <li>
          <svg width="10" height="10" aria-hidden="true">
            <rect class={`gu-fill-${part.tone}`} width="10" height="10" />
          </svg>
          {part.label}
        </li>
      ))}
    </ul>
  )
}

function stacked(parts: readonly BarPart[], total: number) {
  let start = 0
  return parts.map((part) => {
    const width = percent(part.amount, total)
    const piece = { tone: part.tone, start, width }
    start += width
    return piece
  })
}

/** Width on a drawing of 100, two decimals are finer than any screen. */
function percent(amount: number, total: number): number {
  if (total <= 0) return 0
  return Math.round(Math.min(1, Math.max(0, amount / total)) * 10_000) / 100
}
