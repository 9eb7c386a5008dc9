import { printDate } from '../../domain/vietnamese/index.ts'
import type { Lang } from '../../i18n/words.ts'
import { Card, Tag } from '../../ui/index.ts'
import { observedWords } from './observed.messages.ts'

/** What a signed check found about the figure. */
export type ObservedFigure = {
  readonly kind: 'strength' | 'shortcoming'
  readonly body: string
  /** ISO date of the visit. */
  readonly heldOn: string
  readonly href: string
}

/** What checks found about a figure; nothing while there is nothing. */
export function ObservedCard({
  lines,
  lang,
}: {
  readonly lines: readonly ObservedFigure[]
  readonly lang: Lang
}) {
  const t = observedWords(lang)
  if (lines.length === 0) return null
  return (
    <Card title={t.title}>
      <ul>
        {lines.map((line) => (
          <li>
            <Tag tone={line.kind === 'strength' ? 'good' : 'warning'}>{t[line.kind]}</Tag> {line.body}{' '}
            <a href={line.href}>{t.checkedOn(printDate(line.heldOn))}</a>
          </li>
        ))}
      </ul>
    </Card>
  )
}
