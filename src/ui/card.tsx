import type { Child } from 'hono/jsx'

type CardProps = {
  title?: string
  /** A sentence under the title. */
  subtitle?: Child
  /** Beside the title: a link, a legend, a small button. */
  aside?: Child
  footer?: Child
  /** `accent`: what is asked of the reader; `award`: titles, flags, certificates. */
  kind?: 'plain' | 'accent' | 'award'
  /** No inner margin: tables and lists that reach the edge. */
  flush?: boolean
  /** Level of the heading; 2 unless the card stands inside another section. */
  level?: 2 | 3
  id?: string
  children?: Child
}

/** A sheet of paper on the page. */
export function Card({
  title,
  subtitle,
  aside,
  footer,
  kind = 'plain',
  flush,
  level = 2,
  id,
  children,
}: CardProps) {
  return (
    <section class={kind === 'plain' ? 'gu-card' : `gu-card gu-card-${kind}`} id={id}>
      {title || aside ? (
        <div class="gu-card-head">
          {title ? level === 2 ? <h2>{title}</h2> : <h3>{title}</h3> : null}
          {aside ? <div class="gu-card-aside">{aside}</div> : null}
          {subtitle ? <p>{subtitle}</p> : null}
        </div>
      ) : null}
      {children ? <div class={flush ? 'gu-card-flush' : 'gu-card-body'}>{children}</div> : null}
      {footer ? <div class="gu-card-foot">{footer}</div> : null}
    </section>
  )
}

type StatProps = {
  label: string
  /** Already written for the reader: "9.105,326". */
  value: string
  unit?: string
  note?: Child
  href?: string
}

/** One figure at a glance. */
export function Stat({ label, value, unit, note, href }: StatProps) {
  return (
    <div class="gu-card gu-stat">
      <span class="gu-stat-label">{href ? <a href={href}>{label}</a> : label}</span>
      <span class="gu-stat-value">
        {value}
        {unit ? <small> {unit}</small> : null}
      </span>
      {note ? <span class="gu-stat-note">{note}</span> : null}
    </div>
  )
}
