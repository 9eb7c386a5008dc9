import { useUi } from './language.ts'

/** One view of the same thing, at an address of its own. */
export type Tab = { label: string; href: string; current?: boolean; count?: number }

/** Views of one thing; each is a link, so it can be opened, sent and printed. */
export function Tabs({ tabs, label }: { tabs: readonly Tab[]; label: string }) {
  return (
    <nav class="gu-tabs" aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li>
            <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
              {tab.label}
              {tab.count === undefined ? null : <span class="gu-count">{tab.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

type PaginationProps = { page: number; pages: number; hrefOf: (page: number) => string }

/** Previous, present and next page of a long list. */
export function Pagination({ page, pages, hrefOf }: PaginationProps) {
  const ui = useUi()
  if (pages <= 1) return null
  return (
    <nav class="gu-pagination" aria-label={ui.pages}>
      {page > 1 ? (
        <a class="btn gu-btn-secondary btn-sm" href={hrefOf(page - 1)} rel="prev">
          {ui.previousPage}
        </a>
      ) : null}
      <span class="gu-figure">{ui.page(page, pages)}</span>
      {page < pages ? (
        <a class="btn gu-btn-secondary btn-sm" href={hrefOf(page + 1)} rel="next">
          {ui.nextPage}
        </a>
      ) : null}
    </nav>
  )
}
