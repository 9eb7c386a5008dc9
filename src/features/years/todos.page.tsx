import { Card, EmptyState, Layout, type PageFrame, PageHeader, StateBadge, Tag } from '../../ui/index.ts'
import type { ToDoLine } from './todos.ts'
import { yearsWords } from './years.messages.ts'

/** A year somebody takes part in. */
export type MyYear = {
  readonly name: string
  readonly href: string
  readonly state: string
  readonly year: number
}

type ToDosPageProps = {
  readonly frame: PageFrame
  readonly lines: readonly ToDoLine[]
  readonly years: readonly MyYear[]
}

/** Everything that waits for the reader, and the years they take part in. */
export function ToDosPage({ frame, lines, years }: ToDosPageProps) {
  const t = yearsWords(frame.lang)
  const groups = [
    ['late', t.toDoLate],
    ['returned', t.toDoReturned],
    ['soon', t.toDoSoon],
    ['open', t.toDoOpen],
  ] as const
  return (
    <Layout frame={frame} title={t.toDoTitle}>
      <PageHeader title={t.toDoTitle} lead={t.toDoLead} />
      <div class="gu-split">
        <div class="gu-stack">
          {lines.length === 0 ? (
            <EmptyState icon="check-circle" title={t.toDoNone} text={t.toDoNoneText} />
          ) : null}
          {groups.map(([group, title]) => {
            const mine = lines.filter((line) => line.group === group)
            return mine.length === 0 ? null : (
              <Card title={title} kind={group === 'late' || group === 'returned' ? 'accent' : 'plain'}>
                <ul class="gu-todo-list">
                  {mine.map((line) => (
                    <Line line={line} />
                  ))}
                </ul>
              </Card>
            )
          })}
        </div>
        <Card title={t.myYears}>
          {years.length === 0 ? <p class="gu-muted">{t.noYears}</p> : null}
          <ul class="gu-todo-list">
            {years.map((year) => (
              <li>
                <a href={year.href}>
                  {year.name} {year.year}
                </a>
                <Tag>{year.state}</Tag>
              </li>
            ))}
          </ul>
        </Card>
      </div>
    </Layout>
  )
}

function Line({ line }: { line: ToDoLine }) {
  return (
    <li>
      <a href={line.href}>{line.text}</a>
      <span class="gu-muted">{[line.where, line.due].filter(Boolean).join(' · ')}</span>
      <StateBadge state={line.state} label={line.stateLabel} />
    </li>
  )
}
