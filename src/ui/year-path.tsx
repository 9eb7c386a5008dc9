import type { Child } from 'hono/jsx'
import type { CellKind } from '../domain/years/cell.ts'
import type { StationStatus } from '../domain/years/path.ts'
import { Icon } from './icon.tsx'
import { useUi } from './language.ts'
import { StateBadge } from './state-badge.tsx'

/** One station of the year; `event` marks sơ kết, which happens inside another step and may be skipped. */
export type YearStation = {
  label: string
  status: StationStatus
  event?: boolean
  href?: string
  /** A date or a few words under the label, e.g. "12/03". */
  note?: string
}

/** One thing that is missing before the next step, with who owes it. */
export type Lack = { text: string; state?: CellKind; stateLabel?: string; href?: string }

type YearPathProps = {
  stations: readonly YearStation[]
  lacks?: readonly Lack[]
  /** What the lacks hold up, in words that follow "before": "thẩm định". */
  nextLabel?: string
  /** "Hạn: 10/12/2026 · còn 19 ngày" */
  deadline?: string
  /** The step's main action. */
  action?: Child
  /** What the path is the path of, when it is not that of a year. */
  label?: string
}

/** The picture of the product: the stations of a year, the present one open, what is missing under it. */
export function YearPath({ stations, lacks, nextLabel, deadline, action, label }: YearPathProps) {
  const ui = useUi()
  const at = presentIndex(stations)
  const short = stations.length === 6 ? ' gu-path-of-6' : ''
  return (
    <section class={`gu-path gu-path-at-${at + 1}${short}`} aria-label={label ?? ui.yearPath}>
      <PathHead stations={stations} at={at} />
      <ol class="gu-path-stations">
        {stations.map((station) => (
          <Station station={station} />
        ))}
      </ol>
      <AllStations stations={stations} />
      {lacks ? <Lacks lacks={lacks} nextLabel={nextLabel} deadline={deadline} action={action} /> : null}
    </section>
  )
}

/** The same path in the height of a line, for every page of that year. */
export function YearPathSmall({ stations, href }: { stations: readonly YearStation[]; href?: string }) {
  const ui = useUi()
  const at = presentIndex(stations)
  const label = stations[at]?.label ?? ''
  const inside = (
    <>
      <span class="gu-path-bars" aria-hidden="true">
        {stations.map((station) => (
          <i class={stationClass(station)} />
        ))}
      </span>
      <span class="visually-hidden">{ui.yearPathStep(at + 1, stations.length, label)}</span>
      <span class="gu-path-small-text" aria-hidden="true">
        <span class="gu-muted">{ui.yearPathShort(at + 1, stations.length)}</span> <b>{label}</b>
      </span>
    </>
  )
  return href ? (
    <a class="gu-path-small" href={href} title={ui.openYearBoard}>
      {inside}
    </a>
  ) : (
    <div class="gu-path-small">{inside}</div>
  )
}

/** What a phone shows first: the present step in words between its neighbours. */
function PathHead({ stations, at }: { stations: readonly YearStation[]; at: number }) {
  const ui = useUi()
  const next = stations.slice(at + 1).find((station) => !station.event)
  return (
    <div class="gu-path-head" aria-hidden="true">
      <span class="gu-path-now">
        <span>{ui.yearPathShort(at + 1, stations.length)}</span>
        <strong>{stations[at]?.label}</strong>
      </span>
      {next ? (
        <span class="gu-muted">
          {ui.next}: {next.label}
        </span>
      ) : null}
    </div>
  )
}

/** On a phone the stations are bars without words; here are the words. */
function AllStations({ stations }: { stations: readonly YearStation[] }) {
  const ui = useUi()
  return (
    <details class="gu-path-all">
      <summary>{ui.allStations}</summary>
      <ol>
        {stations.map((station) => (
          <li class={stationClass(station)}>
            {station.href ? <a href={station.href}>{station.label}</a> : station.label}
            <span class="gu-muted"> {ui.station[station.status]}</span>
          </li>
        ))}
      </ol>
    </details>
  )
}

function Station({ station }: { station: YearStation }) {
  const ui = useUi()
  return (
    <li class={stationClass(station)} aria-current={station.status === 'present' ? 'step' : undefined}>
      <span class="gu-path-dot" aria-hidden="true">
        {station.status === 'past' ? <Icon name="check" size={14} /> : null}
      </span>
      <span class="gu-path-label">
        {station.href ? <a href={station.href}>{station.label}</a> : station.label}
        <span class="visually-hidden"> ({ui.station[station.status]})</span>
        {station.note ? <small>{station.note}</small> : null}
      </span>
    </li>
  )
}

function Lacks({ lacks, nextLabel, deadline, action }: Omit<YearPathProps, 'stations'>) {
  const ui = useUi()
  const none = !lacks || lacks.length === 0
  return (
    <div class={none ? 'gu-path-lacks gu-path-clear' : 'gu-path-lacks'}>
      <div class="gu-path-lacks-body">
        {none ? (
          <p class="gu-path-nothing">
            <Icon name="check-circle" size={20} /> {ui.nothingLacks}
          </p>
        ) : (
          <>
            <h3>{ui.lacksBefore(nextLabel ?? '')}</h3>
            <ul>
              {lacks.map((lack) => (
                <li>
                  <StateBadge state={lack.state ?? 'waiting'} label={lack.stateLabel} />
                  {lack.href ? <a href={lack.href}>{lack.text}</a> : <span>{lack.text}</span>}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      {deadline || action ? (
        <div class="gu-path-lacks-side">
          {deadline ? (
            <span class="gu-path-deadline">
              <Icon name="calendar" size={16} /> {deadline}
            </span>
          ) : null}
          {action}
        </div>
      ) : null}
    </div>
  )
}

function presentIndex(stations: readonly YearStation[]): number {
  const present = stations.findIndex((station) => station.status === 'present')
  return present >= 0 ? present : Math.max(0, stations.length - 1)
}

function stationClass(station: YearStation): string {
  return `gu-is-${station.status}${station.event ? ' gu-is-event' : ''}`
}
