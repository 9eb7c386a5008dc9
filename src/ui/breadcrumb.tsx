import { Icon } from './icon.tsx'
import { useUi } from './language.ts'
import type { Crumb } from './page-frame.ts'

/** The way from the front page to this page. */
export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  const ui = useUi()
  return (
    <nav class="gu-breadcrumb" aria-label={ui.breadcrumb}>
      <ol>
        {crumbs.map((crumb, index) => (
          <li>
            {index > 0 ? <Icon name="chevron-right" size={14} /> : null}
            {crumb.href ? (
              <a href={crumb.href}>{crumb.label}</a>
            ) : (
              <span aria-current="page">{crumb.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
