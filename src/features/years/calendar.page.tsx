import { daysBetween, printDate, weekdayName } from '../../domain/vietnamese/index.ts'
import { type BoardColumn, boardColumnInfo, boardColumns } from '../../domain/years/index.ts'
import type { FormAgain } from '../../http/feature.ts'
import {
  Card,
  ConflictNotice,
  DataTable,
  DateInput,
  EmptyState,
  Form,
  Hidden,
  Layout,
  LinkButton,
  Mark,
  type MarkKind,
  type PageFrame,
  PageHeader,
  Tag,
  TextInput,
} from '../../ui/index.ts'
import type { StepProgress } from './board.ts'
import type { CalendarLine } from './calendar.ts'
import type { DeadlineRow } from './deadlines.store.ts'
import { yearsWords } from './years.messages.ts'
import type { YearLinks } from './years.paths.ts'

type CalendarPageProps = {
  readonly frame: PageFrame
  readonly year: number
  readonly today: string
  readonly lines: readonly CalendarLine[]
  readonly progress: readonly StepProgress[]
  readonly links: YearLinks
  readonly mayEdit: boolean
}

/** The days of a year, in order, with how far everybody is. */
export function CalendarPage({ frame, year, today, lines, progress, links, mayEdit }: CalendarPageProps) {
  const t = yearsWords(frame.lang)
  const byStep = new Map(progress.map((one) => [one.column, one]))
  return (
    <Layout frame={frame} title={t.calendarTitle}>
      <PageHeader
        title={t.calendarTitle}
        aside={t.inYear(year)}
        lead={t.calendarLead}
        actions={
          <>
            {mayEdit ? (
              <LinkButton href={links.deadlines} kind="primary" icon="edit">
                {t.editDeadlines}
              </LinkButton>
            ) : null}
            <LinkButton href={links.ics} icon="download">
              {t.download}
            </LinkButton>
          </>
        }
      />
      {lines.length === 0 ? (
        <EmptyState icon="calendar" title={t.noDeadlines} />
      ) : (
        <Card flush>
          <DataTable
            caption={t.calendarTitle}
            captionHidden
            rows={lines}
            rowKind={(line) => (line.on < today ? 'muted' : undefined)}
            columns={[
              {
                header: t.day,
                width: 'fit',
                cell: (line) => (
                  <>
                    {printDate(line.on)}{' '}
                    {frame.lang === 'vi' ? <small class="gu-muted">{weekdayName(line.on)}</small> : null}
                  </>
                ),
              },
              {
                header: t.thing,
                width: 'wide',
                cell: (line) => (
                  <>
                    <a href={line.href}>{line.title}</a> {line.illustrative ? <Mark kind="sample" /> : null}
                    {line.place ? <div class="gu-muted">{line.place}</div> : null}
                  </>
                ),
              },
              {
                header: t.state,
                width: 'fit',
                cell: (line) => (
                  <Situation
                    line={line}
                    progress={byStep.get(line.step as BoardColumn)}
                    today={today}
                    frame={frame}
                  />
                ),
              },
              {
                header: t.basis,
                hideOnPhone: true,
                cell: (line) => (
                  <>
                    {line.mark === 'confirmed' ? line.basis : null} <Mark kind={line.mark as MarkKind} />
                  </>
                ),
              },
            ]}
            note={t.downloadHint}
          />
        </Card>
      )}
    </Layout>
  )
}

function Situation({
  line,
  progress,
  today,
  frame,
}: {
  line: CalendarLine
  progress: StepProgress | undefined
  today: string
  frame: PageFrame
}) {
  const t = yearsWords(frame.lang)
  const left = daysBetween(today, line.on)
  const when = left > 0 ? t.inDays(left) : left === 0 ? t.todayWord : t.past
  return (
    <>
      {progress ? (
        <Tag tone={progress.done === progress.all ? 'good' : progress.late > 0 ? 'bad' : 'neutral'}>
          {t.doneOf(progress.done, progress.all)}
        </Tag>
      ) : null}{' '}
      <span class="gu-muted">{when}</span>
    </>
  )
}

type DeadlinesPageProps = {
  readonly frame: PageFrame
  readonly year: number
  readonly deadlines: readonly DeadlineRow[]
  readonly links: YearLinks
  readonly again?: FormAgain | undefined
}

/** The last days of the steps, all in one form. */
export function DeadlinesPage({ frame, year, deadlines, links, again }: DeadlinesPageProps) {
  const t = yearsWords(frame.lang)
  const days = new Map(deadlines.map((one) => [one.step, one]))
  return (
    <Layout frame={frame} title={t.deadlinesTitle}>
      <PageHeader title={t.deadlinesTitle} aside={t.inYear(year)} lead={t.deadlinesLead} />
      {again?.differences ? (
        <ConflictNotice
          by={t.otherPerson}
          at={t.justNow}
          fields={again.differences.map((one) => ({
            label: labelOf(one.field as BoardColumn, frame),
            before: one.before ? printDate(one.before) : '',
            after: one.after ? printDate(one.after) : '',
          }))}
        />
      ) : null}
      <Card>
        <Form action={links.deadlines} submitLabel={t.save} cancelHref={links.calendar} {...again}>
          <DataTable
            caption={t.deadlinesTitle}
            captionHidden
            rows={boardColumns}
            columns={[
              { header: t.step, width: 'wide', cell: (column) => labelOf(column, frame) },
              {
                header: t.lastDay,
                cell: (column) => (
                  <>
                    <Hidden name={`was.${column}`} value={days.get(column)?.dueOn ?? ''} />
                    <DateInput
                      name={`due.${column}`}
                      label={`${t.lastDay}: ${labelOf(column, frame)}`}
                      labelHidden
                      value={days.get(column)?.dueOn ?? ''}
                    />
                  </>
                ),
              },
              {
                header: t.basis,
                width: 'wide',
                cell: (column) => (
                  <>
                    <TextInput
                      name={`basis.${column}`}
                      label={`${t.basis}: ${labelOf(column, frame)}`}
                      labelHidden
                      value={days.get(column)?.basis ?? ''}
                    />
                    <Mark kind={(days.get(column)?.mark ?? 'habit') as MarkKind} />
                  </>
                ),
              },
            ]}
          />
        </Form>
      </Card>
    </Layout>
  )
}

function labelOf(column: BoardColumn, frame: PageFrame): string {
  const label = boardColumnInfo[column].label[frame.lang]
  return label.charAt(0).toLocaleUpperCase('vi') + label.slice(1)
}
