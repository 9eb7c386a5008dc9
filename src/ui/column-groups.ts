/** A column as far as its head is concerned. */
export type GroupedColumn = { group?: string; hideOnPhone?: boolean }

/** A head over `span` columns; one that a phone leaves out stands alone, so that the others keep their places. */
export type ColumnGroup = { name: string; span: number; hideOnPhone: boolean }

/** Neighbours under the same words share one head; `name` is empty where there are none. */
export function columnGroups(columns: readonly GroupedColumn[]): ColumnGroup[] {
  const groups: ColumnGroup[] = []
  for (const { group = '', hideOnPhone = false } of columns) {
    const last = groups.at(-1)
    if (last && last.name === group && last.hideOnPhone === hideOnPhone) last.span += 1
    else groups.push({ name: group, span: 1, hideOnPhone })
  }
  return groups
}
