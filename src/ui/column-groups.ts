/** Neighbours under the same words share one head; `name` is empty where there are none. */
export function columnGroups(columns: readonly { group?: string }[]): { name: string; span: number }[] {
  const groups: { name: string; span: number }[] = []
  for (const { group = '' } of columns) {
    const last = groups.at(-1)
    if (last && last.name === group) last.span += 1
    else groups.push({ name: group, span: 1 })
  }
  return groups
}
