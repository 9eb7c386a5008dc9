import { type CellKind, cellLabels } from '../domain/years/cell.ts'
import { columnGroups } from './column-groups.ts'
import { Icon } from './icon.tsx'
import { useLang, useUi } from './language.ts'
import { StateBadge, stateIcons } from './state-badge.tsx'

/** One step of the year, a column of the board. */
export type BoardStep = {
  label: string
  /** Part of the year, e.g. "Đầu năm"; steps that follow each other under the same words share a head. */
  group?: string
  /** "hạn 15/03" */
  due?: string
}

/** What one unit owes or has done in one step. */
export type BoardCell = {
  state: CellKind
  /** Instead of the plain word: "quá hạn 3 ngày". */
  label?: string
  /** Goes to the thing itself. */
  href?: string
  /** Told on hover and read aloud: "nộp ngày 12/03, bản giấy". */
  note?: string
}

/** One unit of the bloc with its cells, in the order of the steps. */
export type BoardRow = {
  unit: string
  href?: string
  /** "Trưởng khối" */
  note?: string
  mine?: boolean
  cells: readonly BoardCell[]
}

type YearBoardProps = {
  caption: string
  steps: readonly BoardStep[]
  rows: readonly BoardRow[]
  /** Distinguishes two boards on one page. */
  id?: string
}

const legendStates: readonly CellKind[] = [
  'done',
  'waiting',
  'returned',
  'late',
  'by_paper',
  'on_behalf',
  'not_due',
]

/**
 * Units down, steps across. On a phone each unit becomes a card that first shows only what is still open;
 * a tick box, no script, shows the rest.
 */
export function YearBoard({ caption, steps, rows, id = 'bang-nam' }: YearBoardProps) {
  const ui = useUi()
  return (
    <div class="gu-board">
      <BoardLegend />
      <input type="checkbox" id={`${id}-all`} class="gu-board-toggle" />
      <label class="gu-board-toggle-label" for={`${id}-all`}>
        {ui.boardShowDone}
      </label>
      <section class="gu-table-scroll" aria-label={caption} tabindex={0}>
        {/* The roles keep the meaning of a table where a phone lays it out as cards. */}
        {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
        <table class="gu-board-table" role="table">
          <caption class="visually-hidden">{caption}</caption>
          <colgroup>
            <col class="gu-board-unit-column" />
          </colgroup>
          <BoardHead steps={steps} />
          {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
          <tbody role="rowgroup">
            {rows.map((row) => (
              <BoardLine row={row} steps={steps} />
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}

/** What the shapes and colours of the board mean. */
export function BoardLegend({ states = legendStates }: { states?: readonly CellKind[] }) {
  const ui = useUi()
  return (
    <ul class="gu-legend" aria-label={ui.legend}>
      {states.map((state) => (
        <li>
          <StateBadge state={state} />
        </li>
      ))}
    </ul>
  )
}

function BoardHead({ steps }: { steps: readonly BoardStep[] }) {
  const ui = useUi()
  const grouped = steps.some((step) => step.group)
  return (
    <thead>
      {grouped ? (
        <tr class="gu-groups">
          <td />
          {columnGroups(steps).map(({ name, span }) => (
            <th scope="colgroup" colspan={span}>
              {name}
            </th>
          ))}
        </tr>
      ) : null}
      <tr>
        <th scope="col">{ui.boardUnit}</th>
        {steps.map((step) => (
          <th scope="col">
            {step.label}
            {step.due ? <small>{step.due}</small> : null}
          </th>
        ))}
      </tr>
    </thead>
  )
}

function BoardLine({ row, steps }: { row: BoardRow; steps: readonly BoardStep[] }) {
  const ui = useUi()
  const done = row.cells.filter((cell) => finished.has(cell.state)).length
  const asked = row.cells.filter((cell) => cell.state !== 'not_asked').length
  const open = row.cells.some((cell) => !quiet.has(cell.state))
  return (
    // biome-ignore lint/a11y/noRedundantRoles: keeps its meaning where a phone lays it out as a card
    <tr role="row" class={row.mine ? 'gu-row-mine' : undefined}>
      <th scope="row">
        <span class="gu-board-unit">{row.href ? <a href={row.href}>{row.unit}</a> : row.unit}</span>
        {row.note ? <small>{row.note}</small> : null}
        <span class="gu-board-count">
          {ui.boardDone(done, asked)}
          {open ? null : ` · ${ui.boardAllDone}`}
        </span>
      </th>
      {row.cells.map((cell, index) => (
        <Cell cell={cell} step={steps[index]?.label ?? ''} unit={row.unit} />
      ))}
    </tr>
  )
}

function Cell({ cell, step, unit }: { cell: BoardCell; step: string; unit: string }) {
  const lang = useLang()
  const word = cell.label ?? cellLabels[cell.state][lang]
  // The title follows as the description: repeated in the name it would be read twice, and sent twice.
  const spoken = [unit, step, word].filter(Boolean).join(', ')
  const face = (
    <span class={`gu-state gu-state-${cell.state}`}>
      <Icon name={stateIcons[cell.state]} size={16} />
      <span class={cell.label ? undefined : 'gu-word'}>{word}</span>
    </span>
  )
  return (
    // biome-ignore lint/a11y/noRedundantRoles: keeps its meaning where a phone lays it out as a card
    <td role="cell" class={`gu-cell gu-cell-${cell.state}`}>
      <span class="gu-cell-step" aria-hidden="true">
        {step}
      </span>
      {cell.href ? (
        <a href={cell.href} title={cell.note ?? word} aria-label={spoken}>
          {face}
        </a>
      ) : (
        face
      )}
    </td>
  )
}

const finished: ReadonlySet<CellKind> = new Set(['done', 'by_paper', 'on_behalf', 'absence_noted'])

/** What a phone hides at first. */
const quiet: ReadonlySet<CellKind> = new Set([...finished, 'not_due', 'not_asked'])
