import { Icon } from './icon.tsx'
import { useUi } from './language.ts'
import type { PageFrame, YearChoice } from './page-frame.ts'
import { Mark } from './state-badge.tsx'
import { YearPathSmall } from './year-path.tsx'

/** Which bloc, which year, which step: the first of the three questions every page answers. */
export function ContextBar({ frame }: { frame: PageFrame }) {
  const { bloc, yearPath } = frame
  if (!bloc) return null
  return (
    <div class="gu-context">
      <div class="gu-container gu-context-row">
        <div class="gu-context-bloc">
          {bloc.href ? (
            <a href={bloc.href} title={bloc.name}>
              {bloc.shortName}
            </a>
          ) : (
            <span title={bloc.name}>{bloc.shortName}</span>
          )}
          <span class="gu-context-province">{bloc.provinceName}</span>
          {bloc.inferred ? <Mark kind="guess" /> : null}
          {bloc.illustrative ? <Mark kind="sample" /> : null}
        </div>
        <YearSwitch years={bloc.years} />
        {yearPath ? <YearPathSmall stations={yearPath.stations} href={yearPath.href} /> : null}
      </div>
    </div>
  )
}

function YearSwitch({ years }: { years: readonly YearChoice[] }) {
  const ui = useUi()
  const current = years.find((choice) => choice.current)
  if (years.length === 0) return null
  return (
    <details class="gu-dropdown gu-years" name="gu-header-menu">
      <summary title={ui.yearSwitch}>
        <span class="visually-hidden">{ui.yearSwitch}: </span>
        {current ? ui.year(current.year) : ui.otherYears}
        <Icon name="chevron-down" size={16} />
      </summary>
      <ul class="gu-dropdown-panel">
        {years.map((choice) => (
          <li>
            <a href={choice.href} aria-current={choice.current ? 'true' : undefined}>
              <span class="gu-figure">{ui.year(choice.year)}</span>
              {choice.note ? <span class="gu-muted">{choice.note}</span> : null}
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}
