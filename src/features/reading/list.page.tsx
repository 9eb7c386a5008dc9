import { printDate } from '../../domain/vietnamese/index.ts'
import { REFUSALS } from '../../files/refusal.ts'
import { formState } from '../../http/again.ts'
import type { FormAgain } from '../../http/feature.ts'
import {
  Alert,
  Card,
  DataTable,
  EmptyState,
  FileInput,
  Form,
  Layout,
  LinkButton,
  Mark,
  type PageFrame,
  PageHeader,
  ProgressBar,
  Tag,
  type Tone,
} from '../../ui/index.ts'
import { readingWords } from './reading.messages.ts'
import type { ReadingLinks } from './reading.paths.ts'
import type { ReadingState, ReadingSummary } from './reading.store.ts'

type ReadingListProps = {
  readonly frame: PageFrame
  readonly year: number
  /** The unit the reports are of; undefined for the bloc. */
  readonly unit: { readonly name: string; readonly slug: string } | undefined
  readonly names: ReadonlyMap<string, string>
  readonly readings: readonly ReadingSummary[]
  /** Links of the year a report lies in. */
  readonly linksOf: (year: number) => ReadingLinks
  readonly mayWrite: boolean
  /** Files wait longer than reading takes: it was interrupted. */
  readonly stuck: boolean
  readonly again: FormAgain | undefined
}

/** Reports that were sent in as files: sending, how far reading is, what is to be confirmed. */
export function ReadingListPage(props: ReadingListProps) {
  const { frame, year, unit, readings } = props
  const t = readingWords(frame.lang)
  const waiting = readings.filter((one) => one.state === 'waiting')
  return (
    <Layout frame={frame} title={t.title}>
      <PageHeader title={unit ? t.ofUnit(unit.name) : t.title} aside={t.inYear(year)} lead={t.lead} />
      <div class="gu-stack">
        {waiting.length > 0 ? <Progress {...props} waiting={waiting.length} /> : null}
        {props.mayWrite ? <Upload {...props} /> : null}
        {readings.length === 0 ? (
          <EmptyState icon="upload" title={t.none} text={t.noneText} />
        ) : (
          <Reports {...props} />
        )}
      </div>
    </Layout>
  )
}

function Progress({
  frame,
  readings,
  waiting,
  linksOf,
  year,
  stuck,
}: ReadingListProps & { waiting: number }) {
  const t = readingWords(frame.lang)
  // Only what was sent together with the files that still wait counts as this round.
  const oldest = readings.findLast((one) => one.state === 'waiting')?.createdAt ?? new Date(0)
  const round = readings.filter((one) => one.createdAt >= oldest)
  const read = round.length - waiting
  return (
    <Alert
      tone="info"
      live
      actions={
        stuck ? (
          <Form action={linksOf(year).goOn} submitLabel={t.goOn} />
        ) : (
          <LinkButton href={frame.path} icon="refresh" size="small">
            {t.reload}
          </LinkButton>
        )
      }
    >
      <ProgressBar
        label={t.progress}
        figure={t.progressFigure(read, round.length)}
        total={round.length}
        parts={[{ amount: read, tone: 'good', label: t.progress }]}
      />
      <p>{t.stillReading}</p>
    </Alert>
  )
}

function Upload({ frame, linksOf, year, unit, again }: ReadingListProps) {
  const t = readingWords(frame.lang)
  const links = linksOf(year)
  const action = unit ? links.ofUnit(unit.slug) : links.list
  return (
    <Card kind="accent">
      <Form action={action} multipart submitLabel={t.send} {...formState(again, action)}>
        <FileInput
          name="files"
          label={t.files}
          hint={t.filesHint}
          acceptWords={t.kinds}
          accept=".txt,.html,.htm,.docx,.doc,.pdf,.xlsx"
          maxMegabytes={25}
          multiple
          required
        />
      </Form>
    </Card>
  )
}

const tones: Readonly<Record<ReadingState, Tone>> = {
  waiting: 'info',
  to_confirm: 'warning',
  unreadable: 'bad',
  confirmed: 'good',
  dropped: 'neutral',
}

function Reports({ frame, readings, linksOf, names }: ReadingListProps) {
  const t = readingWords(frame.lang)
  return (
    <Card title={t.reports} flush>
      <DataTable
        caption={t.reports}
        captionHidden
        rows={readings}
        columns={[
          {
            header: t.file,
            width: 'wide',
            cell: (one) => (
              <>
                {one.state === 'to_confirm' || one.state === 'confirmed' ? (
                  <a href={linksOf(one.year).one(one.fileId)}>{one.fileName}</a>
                ) : (
                  one.fileName
                )}{' '}
                {one.illustrative ? <Mark kind="sample" /> : null}
                {one.refusal ? (
                  <p class="gu-note">{t.cannotRead(REFUSALS[one.refusal][frame.lang])}</p>
                ) : null}
              </>
            ),
          },
          { header: t.reportYear, width: 'fit', cell: (one) => String(one.factYear ?? one.year) },
          {
            header: t.unit,
            cell: (one) => (one.unitId ? (names.get(one.unitId) ?? '') : t.wholeBloc),
            hideOnPhone: true,
          },
          {
            header: t.state,
            width: 'fit',
            cell: (one) => (
              <>
                <Tag tone={tones[one.state]}>{t[one.state]}</Tag>
                {one.settledAt ? <div class="gu-muted">{printDate(dayOf(one.settledAt))}</div> : null}
              </>
            ),
          },
          {
            header: t.figures,
            numeric: true,
            cell: (one) =>
              one.state === 'confirmed' ? t.savedOf(one.saved, one.figures) : one.figures || '',
          },
          { header: t.doubts, numeric: true, cell: (one) => one.doubts || '', hideOnPhone: true },
        ]}
      />
    </Card>
  )
}

function dayOf(time: Date): string {
  return time.toLocaleDateString('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' })
}
