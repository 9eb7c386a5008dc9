import { guidingPaperName } from '../../domain/documents/guiding-paper.ts'
import { printDate } from '../../domain/vietnamese/index.ts'
import { formState } from '../../http/again.ts'
import type { FormAgain } from '../../http/feature.ts'
import {
  Card,
  DataTable,
  DefinitionList,
  Form,
  Layout,
  LinkButton,
  Mark,
  type PageFrame,
  PageHeader,
  StateBadge,
} from '../../ui/index.ts'
import { libraryWords } from './library.messages.ts'
import { libraryPaths } from './library.paths.ts'
import type { AddresseeRow, GuidingPaperRow } from './library.store.ts'

type PaperPageProps = {
  readonly frame: PageFrame
  readonly paper: GuidingPaperRow
  readonly addressees: readonly AddresseeRow[]
  /** The reader's own units among the addressees. */
  readonly mine: readonly AddresseeRow[]
  readonly mayManage: boolean
  readonly again?: FormAgain | undefined
}

/** One guiding paper: what it says, and who has taken it in. */
export function PaperPage({ frame, paper, addressees, mine, mayManage, again }: PaperPageProps) {
  const t = libraryWords(frame.lang)
  const name = guidingPaperName(paper, frame.lang)
  return (
    <Layout
      frame={frame}
      title={name}
      breadcrumb={[{ label: t.title, href: libraryPaths.list }, { label: name }]}
    >
      <PageHeader
        title={name}
        eyebrow={[paper.provinceName, paper.blocName].filter(Boolean).join(' · ')}
        lead={paper.title}
        actions={
          mayManage ? (
            <LinkButton href={libraryPaths.revise(paper.id)} icon="edit">
              {t.revise}
            </LinkButton>
          ) : null
        }
      />
      <div class="gu-stack-large">
        {mine.map((one) => (
          <OwnCard frame={frame} paper={paper} addressee={one} again={again} />
        ))}
        <Card>
          <DefinitionList items={facts(frame, paper)} />
        </Card>
        {addressees.length > 0 ? <Addressees {...{ frame, paper, addressees, mine, mayManage }} /> : null}
      </div>
    </Layout>
  )
}

function facts(frame: PageFrame, paper: GuidingPaperRow) {
  const t = libraryWords(frame.lang)
  const unknown = <span class="gu-muted">{t.unknownIssuer}</span>
  return [
    { term: t.issuer, value: paper.issuer || unknown },
    { term: t.issuedOn, value: paper.issuedOn ? printDate(paper.issuedOn) : unknown },
    ...(paper.year === null ? [] : [{ term: t.year, value: String(paper.year) }]),
    ...(paper.summary ? [{ term: t.summary, value: <p class="gu-wording">{paper.summary}</p> }] : []),
    {
      term: t.file,
      value: paper.fileId ? (
        <a href={`/tep/${paper.fileId}`}>{paper.fileName}</a>
      ) : (
        <span class="gu-muted">{t.noFile}</span>
      ),
    },
    ...(paper.illustrative ? [{ term: t.note, value: <Mark kind="sample" /> }] : []),
  ]
}

function OwnCard({
  frame,
  paper,
  addressee,
  again,
}: {
  readonly frame: PageFrame
  readonly paper: GuidingPaperRow
  readonly addressee: AddresseeRow
  readonly again: FormAgain | undefined
}) {
  const t = libraryWords(frame.lang)
  const action = libraryPaths.acknowledge(paper.id, addressee.unitSlug)
  if (addressee.acknowledgedOn) {
    const day = printDate(addressee.acknowledgedOn)
    return (
      <p>
        <StateBadge state="done" label={t.acknowledgedBefore(addressee.unitName, day)} />
      </p>
    )
  }
  return (
    <Card kind="accent" title={t.acknowledgeTitle(addressee.unitName)} subtitle={t.acknowledgeText}>
      <Form action={action} submitLabel={t.acknowledge} {...formState(again, action)} />
    </Card>
  )
}

function Addressees({ frame, paper, addressees, mine, mayManage }: Omit<PaperPageProps, 'again'>) {
  const t = libraryWords(frame.lang)
  const done = addressees.filter((one) => one.acknowledgedOn !== null).length
  return (
    <Card title={t.addressedTitle} subtitle={t.addressedLead(String(done), String(addressees.length))} flush>
      <DataTable
        caption={t.addressedTitle}
        captionHidden
        rows={addressees}
        rowKind={(row) => (mine.some((one) => one.unitId === row.unitId) ? 'mine' : undefined)}
        columns={[
          { header: t.unit, width: 'wide', cell: (row) => row.unitName },
          {
            header: t.read,
            width: 'fit',
            cell: (row) =>
              row.readAt ? t.readOn(printDate(dayOf(row.readAt))) : <span class="gu-muted">{t.notRead}</span>,
          },
          { header: t.state, width: 'fit', cell: (row) => <Receipt frame={frame} row={row} /> },
          {
            header: t.note,
            width: 'wide',
            cell: (row) => {
              if (row.acknowledgedOn) {
                const by = row.onBehalf && row.acknowledgedByName ? t.recordedBy(row.acknowledgedByName) : ''
                return [row.note, by].filter(Boolean).join(' · ')
              }
              return mayManage ? (
                <a href={libraryPaths.receipt(paper.id, row.unitSlug)}>{t.recordReceipt}</a>
              ) : null
            },
          },
        ]}
      />
    </Card>
  )
}

function Receipt({ frame, row }: { readonly frame: PageFrame; readonly row: AddresseeRow }) {
  const t = libraryWords(frame.lang)
  if (row.acknowledgedOn === null) return <StateBadge state="waiting" label={t.stateWaiting} />
  const day = printDate(row.acknowledgedOn)
  return row.channel === 'paper' ? (
    <StateBadge state="by_paper" label={t.statePaper(day)} />
  ) : (
    <StateBadge state="done" label={t.stateDone(day)} />
  )
}

function dayOf(moment: Date): string {
  return new Date(moment).toLocaleDateString('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' })
}
