import { printDate } from '../../../domain/vietnamese/index.ts'
import { formState } from '../../../http/again.ts'
import type { FormAgain } from '../../../http/feature.ts'
import {
  Alert,
  Card,
  DataTable,
  DateInput,
  EmptyState,
  Form,
  Layout,
  LinkButton,
  Mark,
  type MarkKind,
  type PageFrame,
  PageHeader,
  Tabs,
  Tag,
  TextInput,
  type Tone,
} from '../../../ui/index.ts'
import { scoringWords } from '../scoring.messages.ts'
import type { ScoringLinks } from '../scoring.paths.ts'
import { scoringTabs } from '../scoring-tabs.ts'
import { appealWords } from './appeal.messages.ts'

/** A question on points, written for its reader. */
export type AppealLine = {
  readonly id: string
  readonly unit: string
  readonly slug: string
  /** "I.3 Đổi mới cách làm", or the whole sheet. */
  readonly about: string
  readonly kind: string
  readonly body: string
  /** "8 → 4, đề nghị 7 điểm". */
  readonly points: string
  readonly state: string
  readonly tone: Tone
  readonly sent: string
  readonly answer: string
  readonly answered: string
  readonly illustrative: boolean
  readonly files: readonly { readonly fileId: string; readonly fileName: string }[]
}

/** When points may be questioned, in words. */
export type PeriodWords = { readonly text: string; readonly open: boolean }

type AppealsPageProps = {
  readonly frame: PageFrame
  readonly year: number
  readonly links: ScoringLinks
  readonly lines: readonly AppealLine[]
  readonly open: number
  readonly period: PeriodWords
  readonly own: readonly { readonly name: string; readonly slug: string }[]
  readonly hidden: boolean
  /** For those who show the points: what the form starts from. */
  readonly showing:
    | {
        readonly again: boolean
        readonly dueOn: string
        readonly days: string
        readonly mark: MarkKind
        readonly unfinished: readonly string[]
      }
    | undefined
  readonly again?: FormAgain | undefined
}

/** The questions on points of a year that its reader may see. */
export function AppealsPage(props: AppealsPageProps) {
  const { frame, year, links, lines, open, period, own, hidden, showing, again } = props
  const t = appealWords(frame.lang)
  const s = scoringWords(frame.lang)
  return (
    <Layout frame={frame} title={t.title}>
      <PageHeader
        title={t.title}
        aside={String(year)}
        lead={t.lead}
        actions={own.map((unit) => (
          <LinkButton href={links.appealsOf(unit.slug)} kind={showing ? 'secondary' : 'primary'}>
            {t.ofUnit(unit.name)}
          </LinkButton>
        ))}
      />
      <Tabs label={s.tabs} tabs={scoringTabs(frame.lang, links, 'appeals')} />
      <div class="gu-stack">
        <Alert tone={period.open ? 'success' : 'info'}>{period.text}</Alert>
        {lines.length > 0 ? (
          <>
            <p>{t.openCount(open, lines.length)}</p>
            <AppealTable lines={lines} links={links} frame={frame} withUnit />
          </>
        ) : (
          <EmptyState icon="chart" title={t.none} text={t.noneText} />
        )}
        {hidden ? <p class="gu-muted">{t.hiddenNote}</p> : null}
        {showing ? (
          <Card title={showing.again ? t.showAgainTitle : t.showTitle} subtitle={t.showLead} kind="accent">
            {showing.unfinished.length > 0 ? (
              <Alert tone="warning">{t.unfinished(showing.unfinished.join(', '))}</Alert>
            ) : null}
            <Form
              {...formState(again, links.appeals)}
              action={links.appeals}
              submitLabel={showing.again ? t.showAgain : t.show}
            >
              <DateInput
                name="dueOn"
                label={t.dueOn}
                value={showing.dueOn}
                hint={
                  <>
                    {t.ruleDays(showing.days)} <Mark kind={showing.mark} />
                  </>
                }
                required
              />
              {showing.again ? <TextInput name="reason" label={t.moveReason} required /> : null}
            </Form>
          </Card>
        ) : null}
      </div>
    </Layout>
  )
}

/** Questions with their answers, as a table. */
export function AppealTable({
  lines,
  links,
  frame,
  withUnit,
}: {
  lines: readonly AppealLine[]
  links: ScoringLinks
  frame: PageFrame
  withUnit?: boolean
}) {
  const t = appealWords(frame.lang)
  const s = scoringWords(frame.lang)
  return (
    <DataTable
      caption={t.listTitle}
      captionHidden
      rows={lines}
      columns={[
        ...(withUnit ? [{ header: s.unit, cell: (line: AppealLine) => line.unit }] : []),
        {
          header: t.criterion,
          width: 'wide',
          cell: (line) => (
            <>
              <a href={links.appeal(line.slug, line.id)}>{line.about}</a>{' '}
              {line.illustrative ? <Mark kind="sample" /> : null}
              <div>{line.body}</div>
              <div class="gu-muted">
                {line.kind}; {line.sent}
              </div>
            </>
          ),
        },
        { header: t.pointsWay, cell: (line) => line.points },
        { header: t.state, width: 'fit', cell: (line) => <Tag tone={line.tone}>{line.state}</Tag> },
        {
          header: t.answer,
          width: 'wide',
          cell: (line) => (
            <>
              {line.answer}
              {line.answered ? <div class="gu-muted">{line.answered}</div> : null}
            </>
          ),
        },
      ]}
    />
  )
}

/** The days of a period, and whether today is one of them. */
export function periodWords(
  period: { readonly from: string; readonly until: string; readonly reopened: boolean } | undefined,
  today: string,
  lang: PageFrame['lang'],
): PeriodWords {
  const t = appealWords(lang)
  if (!period) return { text: t.periodNone, open: false }
  const until = printDate(period.until)
  if (today > period.until) return { text: t.periodOver(until), open: false }
  const text = period.reopened ? t.periodReopened(until) : t.period(printDate(period.from), until)
  return { text, open: today >= period.from }
}
