import type { Child } from 'hono/jsx'
import { Icon, type IconName } from './icon.tsx'

/** Something that happened. */
export type TimelineEntry = {
  title: Child
  /** As written for the reader: "05/01/2026 14:30". */
  time: string
  /** The same for machines: "2026-01-05T14:30". */
  datetime?: string
  who?: string
  text?: Child
  icon?: IconName
  tone?: 'neutral' | 'accent' | 'good' | 'warning' | 'award'
}

/** What happened, in order: changes of a year, versions of a paper, the way of a proposal. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol class="gu-timeline">
      {entries.map((entry) => (
        <li class={entry.tone ? `gu-timeline-${entry.tone}` : undefined}>
          <span class="gu-timeline-dot" aria-hidden="true">
            <Icon name={entry.icon ?? 'check'} size={16} />
          </span>
          <div>
            <div class="gu-timeline-head">
              <span>{entry.title}</span>
              <time datetime={entry.datetime}>{entry.time}</time>
            </div>
            {entry.who ? <div class="gu-timeline-text">{entry.who}</div> : null}
            {entry.text ? <div class="gu-timeline-text">{entry.text}</div> : null}
          </div>
        </li>
      ))}
    </ol>
  )
}
