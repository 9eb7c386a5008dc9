import type { Child } from 'hono/jsx'

type PageHeaderProps = {
  title: string
  /** Stands quieter beside the title: "năm 2026". */
  aside?: string
  /** Where one is, above the title: "Tỉnh Bắc Ninh · 12 đơn vị". */
  eyebrow?: Child
  /** What is asked here, in one or two sentences. */
  lead?: Child
  /** The main action first. */
  actions?: Child
}

/** Head of a page: where one is, what it is, the main action. */
export function PageHeader({ title, aside, eyebrow, lead, actions }: PageHeaderProps) {
  return (
    <div class="gu-page-head">
      <div class="gu-page-head-text">
        {eyebrow ? <p class="gu-eyebrow">{eyebrow}</p> : null}
        <h1>
          {title}
          {aside ? <span> {aside}</span> : null}
        </h1>
        {lead ? <p class="gu-lead">{lead}</p> : null}
      </div>
      {actions ? (
        <div class="gu-page-head-actions">
          <div class="gu-button-row">{actions}</div>
        </div>
      ) : null}
    </div>
  )
}
