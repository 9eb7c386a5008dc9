import { printDate } from '../../domain/vietnamese/index.ts'
import { type BoardColumn, boardColumnInfo } from '../../domain/years/index.ts'
import type { FormAgain } from '../../http/feature.ts'
import {
  type BoardCell,
  Card,
  CheckboxList,
  DataTable,
  DateInput,
  DefinitionList,
  FileInput,
  Form,
  Layout,
  LinkButton,
  type PageFrame,
  PageHeader,
  RadioGroup,
  StateBadge,
  TextArea,
  TextInput,
  Timeline,
  type TimelineEntry,
} from '../../ui/index.ts'
import { yearsWords } from './years.messages.ts'
import type { YearLinks } from './years.paths.ts'

/** One step of one unit with all that is known of it. */
export type StepLine = {
  readonly column: BoardColumn
  readonly cell: BoardCell
  readonly due: string | null
  readonly channel: string
  readonly changedOn: string | null
  readonly reason: string
}

type UnitYearPageProps = {
  readonly frame: PageFrame
  readonly unit: string
  readonly slug: string
  readonly year: number
  readonly office: string
  readonly lines: readonly StepLine[]
  readonly links: YearLinks
  readonly mayDecide: boolean
}

/** A unit's year, step by step. */
export function UnitYearPage({
  frame,
  unit,
  slug,
  year,
  office,
  lines,
  links,
  mayDecide,
}: UnitYearPageProps) {
  const t = yearsWords(frame.lang)
  return (
    <Layout
      frame={frame}
      title={unit}
      breadcrumb={[{ label: `${t.board} ${year}`, href: links.board }, { label: unit }]}
    >
      <PageHeader
        title={unit}
        aside={t.inYear(year)}
        {...(office ? { eyebrow: office } : {})}
        lead={t.unitLead}
      />
      <Card flush>
        <DataTable
          caption={t.unitLead}
          captionHidden
          rows={lines}
          columns={[
            {
              header: t.step,
              width: 'wide',
              cell: ({ column, cell }) =>
                cell.href ? <a href={cell.href}>{stepLabel(column, frame)}</a> : stepLabel(column, frame),
            },
            { header: t.stepNow, width: 'fit', cell: ({ cell }) => <CellFace cell={cell} /> },
            { header: t.due, width: 'fit', cell: ({ due }) => (due ? printDate(due) : t.dash) },
            {
              header: t.changedOn,
              width: 'fit',
              cell: ({ changedOn }) => (changedOn ? printDate(changedOn) : t.dash),
              hideOnPhone: true,
            },
            { header: t.channel, width: 'fit', cell: ({ channel }) => channel || t.dash, hideOnPhone: true },
            { header: t.note, width: 'wide', cell: ({ reason }) => reason },
            {
              header: mayDecide ? t.handle : '',
              width: 'fit',
              cell: ({ column }) =>
                mayDecide ? (
                  <LinkButton href={links.step(slug, column)} size="small">
                    {t.handle}
                  </LinkButton>
                ) : (
                  <a href={links.step(slug, column)}>{t.pastTitle}</a>
                ),
            },
          ]}
        />
      </Card>
    </Layout>
  )
}

function CellFace({ cell }: { cell: BoardCell }) {
  return <StateBadge state={cell.state} {...(cell.label ? { label: cell.label } : {})} />
}

/** Something that was done about a step by hand, with the scan that proves it. */
export type PastEntry = TimelineEntry & { readonly scanHref: string | null }

type StepPageProps = {
  readonly frame: PageFrame
  readonly unit: string
  readonly slug: string
  readonly year: number
  readonly today: string
  readonly line: StepLine
  readonly past: readonly PastEntry[]
  readonly links: YearLinks
  readonly mayDecide: boolean
  readonly again?: FormAgain | undefined
}

/** One step of one unit: how it stands, what was done, and the head's own hand on it. */
export function StepPage({
  frame,
  unit,
  slug,
  year,
  today,
  line,
  past,
  links,
  mayDecide,
  again,
}: StepPageProps) {
  const t = yearsWords(frame.lang)
  const title = stepLabel(line.column, frame)
  const decide = links.decide(slug, line.column)
  const paper = links.paper(slug, line.column)
  return (
    <Layout
      frame={frame}
      title={`${unit}: ${title}`}
      breadcrumb={[
        { label: `${t.board} ${year}`, href: links.board },
        { label: unit, href: links.unit(slug) },
        { label: title },
      ]}
    >
      <PageHeader
        eyebrow={unit}
        title={title}
        aside={t.inYear(year)}
        actions={
          <>
            {line.cell.href ? (
              <LinkButton href={line.cell.href} kind="primary" icon="arrow-right">
                {t.openThing}
              </LinkButton>
            ) : null}
            {mayDecide && (line.column === 'mid_report' || line.column === 'year_report') ? (
              <LinkButton href={links.readFile(slug)} icon="upload">
                {t.readFile}
              </LinkButton>
            ) : null}
          </>
        }
      />
      <div class="gu-split">
        <div class="gu-stack">
          {mayDecide ? (
            <>
              <Card title={t.decideTitle}>
                <Form action={decide} submitLabel={t.decide} {...only(again, decide)}>
                  <RadioGroup
                    name="decision"
                    label={t.decision}
                    choices={[
                      { value: 'accept', label: t.accept },
                      { value: 'return', label: t.returnIt },
                      { value: 'excuse', label: t.excuse },
                      { value: 'extend', label: t.extend },
                    ]}
                    required
                  />
                  <TextArea name="reason" label={t.decisionReason} rows={2} />
                  <DateInput name="dueOn" label={t.ownDay} hint={t.extend} />
                </Form>
              </Card>
              <Card title={t.paperTitle} subtitle={t.paperLead}>
                <Form action={paper} submitLabel={t.receive} multipart {...only(again, paper)}>
                  <DateInput name="receivedOn" label={t.receivedOn} value={today} max={today} required />
                  <TextInput name="note" label={t.signer} hint={t.signerHint} required />
                  <FileInput
                    name="scan"
                    label={t.scan}
                    acceptWords={t.scanWords}
                    maxMegabytes={25}
                    optional
                  />
                  <CheckboxList
                    name="accepted"
                    label={t.acceptAtOnce}
                    labelHidden
                    choices={[{ value: '1', label: t.acceptAtOnce }]}
                    chosen={['1']}
                  />
                </Form>
              </Card>
            </>
          ) : null}
          <Card title={t.pastTitle}>
            {past.length > 0 ? (
              <Timeline entries={past.map((one) => withScan(one, t.openScan))} />
            ) : (
              <p class="gu-muted">{t.pastEmpty}</p>
            )}
          </Card>
        </div>
        <Card title={t.stepNow}>
          <p>
            <CellFace cell={line.cell} />
          </p>
          <DefinitionList
            items={[
              { term: t.due, value: line.due ? printDate(line.due) : t.dash },
              { term: t.changedOn, value: line.changedOn ? printDate(line.changedOn) : t.dash },
              { term: t.channel, value: line.channel || t.dash },
              ...(line.reason ? [{ term: t.note, value: line.reason }] : []),
            ]}
          />
        </Card>
      </div>
    </Layout>
  )
}

function withScan(past: PastEntry, label: string): TimelineEntry {
  if (past.scanHref === null) return past
  return {
    ...past,
    text: (
      <>
        {past.text} <a href={past.scanHref}>{label}</a>
      </>
    ),
  }
}

/** What came back belongs to the form that was sent. */
function only(again: FormAgain | undefined, action: string) {
  return again?.action === action ? again : {}
}

function stepLabel(column: BoardColumn, frame: PageFrame): string {
  const label = boardColumnInfo[column].label[frame.lang]
  return label.charAt(0).toLocaleUpperCase('vi') + label.slice(1)
}
