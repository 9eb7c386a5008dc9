import type { Child } from 'hono/jsx'
import { columnGroups } from './column-groups.ts'
import { Icon } from './icon.tsx'
import { useUi } from './language.ts'

/** One column; figures stand right, with their unit in the head. */
export type Column<Row> = {
  header: string
  /** Unit of measure of all figures below: "triệu USD", "%". */
  unit?: string
  numeric?: boolean
  /** `fit` keeps dates and states on one line; `wide` gives long names room. */
  width?: 'fit' | 'wide'
  /** Columns that follow each other under the same words share a head. */
  group?: string
  cell: (row: Row, index: number) => Child
  /** Stands in the last line: totals, averages. */
  total?: Child
  /** Left out on a phone; only for what can be missed. */
  hideOnPhone?: boolean
}

type DataTableProps<Row> = {
  caption: string
  /** Keeps the caption for screen readers; for tables right under a heading of the same words. */
  captionHidden?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  /** Shown instead of the lines when there are none. */
  empty?: Child
  /** Lets a line stand out: the reader's own unit, a parent line, a line that was left out. */
  rowKind?: (row: Row, index: number) => RowKind | undefined
  /** Smaller letters and lines for tables of many columns. */
  dense?: boolean
  /** Notes under the table: sources, marks. */
  note?: Child
  id?: string
}

/** How a line stands out. */
export type RowKind = 'mine' | 'group' | 'award' | 'muted'

/** The table of the product: first column stays while scrolling, the head repeats in print. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, captionHidden, columns, rows, dense, note, id } = props
  const ui = useUi()
  const totals = columns.some((column) => column.total !== undefined)
  return (
    <figure class="gu-table-figure" id={id}>
      <section class="gu-table-scroll" aria-label={caption} tabindex={0}>
        <table class={dense ? 'gu-table gu-dense' : 'gu-table'}>
          <caption class={captionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
          <TableHead columns={columns} />
          <TableBody {...props} />
          {totals && rows.length > 0 ? <Totals columns={columns} /> : null}
        </table>
      </section>
      {columns.length > 3 ? (
        <p class="gu-scroll-hint" aria-hidden="true">
          <Icon name="swap" size={14} /> {ui.scrollHint}
        </p>
      ) : null}
      {note ? <figcaption class="gu-table-note">{note}</figcaption> : null}
    </figure>
  )
}

function TableHead<Row>({ columns }: { columns: readonly Column<Row>[] }) {
  const ui = useUi()
  const grouped = columns.some((column) => column.group)
  return (
    <thead>
      {grouped ? (
        <tr class="gu-groups">
          {columnGroups(columns).map(({ name, span, hideOnPhone }) =>
            name ? (
              <th scope="colgroup" colspan={span}>
                {name}
              </th>
            ) : (
              <td colspan={span} class={hideOnPhone ? 'gu-not-on-phone' : undefined} />
            ),
          )}
        </tr>
      ) : null}
      <tr>
        {columns.map((column) => (
          <th scope="col" class={classOf(column)}>
            {column.header}
            {column.unit ? <small>{ui.unitOfMeasure(column.unit)}</small> : null}
          </th>
        ))}
      </tr>
    </thead>
  )
}

function TableBody<Row>({ columns, rows, empty, rowKind }: DataTableProps<Row>) {
  const ui = useUi()
  if (rows.length === 0) {
    return (
      <tbody>
        <tr>
          <td class="gu-table-empty" colspan={columns.length}>
            {empty ?? ui.tableEmpty}
          </td>
        </tr>
      </tbody>
    )
  }
  const [first, ...others] = columns
  return (
    <tbody>
      {rows.map((row, index) => {
        const kind = rowKind?.(row, index)
        return (
          <tr class={kind ? `gu-row-${kind}` : undefined}>
            {first ? (
              <th scope="row" class={classOf(first)}>
                {first.cell(row, index)}
              </th>
            ) : null}
            {others.map((column) => (
              <td class={classOf(column)}>{column.cell(row, index)}</td>
            ))}
          </tr>
        )
      })}
    </tbody>
  )
}

function Totals<Row>({ columns }: { columns: readonly Column<Row>[] }) {
  return (
    <tfoot>
      <tr>
        {columns.map((column, index) =>
          index === 0 ? (
            <th scope="row" class={classOf(column)}>
              {column.total}
            </th>
          ) : (
            <td class={classOf(column)}>{column.total}</td>
          ),
        )}
      </tr>
    </tfoot>
  )
}

function classOf<Row>(column: Column<Row>): string | undefined {
  const names = [
    column.numeric ? 'gu-num' : '',
    column.width ? `gu-col-${column.width}` : '',
    column.hideOnPhone ? 'gu-not-on-phone' : '',
  ].filter(Boolean)
  return names.length > 0 ? names.join(' ') : undefined
}
