import type { Child } from 'hono/jsx'

/** A name and its value. */
export type Definition = { term: string; value: Child }

/** Names and their values, side by side where there is room. */
export function DefinitionList({ items }: { items: readonly Definition[] }) {
  return (
    <dl class="gu-list">
      {items.map((item) => (
        <div>
          <dt>{item.term}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  )
}
