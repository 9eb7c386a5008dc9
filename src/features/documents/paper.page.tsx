import { type PaperFault, paperFaultWords } from '../../domain/documents/faults.ts'
import type { Paper } from '../../domain/documents/paper.ts'
import { paperTypes } from '../../domain/documents/paper-types.ts'
import { printDate } from '../../domain/vietnamese/index.ts'
import { formState } from '../../http/again.ts'
import type { FormAgain } from '../../http/feature.ts'
import { nameOf } from '../../i18n/words.ts'
import {
  Alert,
  Button,
  Card,
  DataTable,
  DefinitionList,
  EmptyState,
  FileInput,
  Form,
  Layout,
  LinkButton,
  Mark,
  type PageFrame,
  PageHeader,
  TextInput,
} from '../../ui/index.ts'
import { documentsWords, partNames, stateNames } from './documents.messages.ts'
import type { DocumentLinks } from './documents.paths.ts'
import { StateTag } from './list.page.tsx'
import { numberText } from './paper-list.ts'
import { type DrawFigure, PaperView } from './paper-view.tsx'
import type { PaperRow, PartRow } from './papers.store.ts'
import type { Part } from './parts.ts'

type PreviewPageProps = {
  readonly frame: PageFrame
  readonly links: DocumentLinks
  readonly name: string
  readonly about: string
  /** Undefined while the records do not suffice; then `lack` says why. */
  readonly paper: Paper | undefined
  readonly lack: { readonly text: string; readonly href: string } | null
  readonly faults: readonly PaperFault[]
  readonly draw: DrawFigure
  /** Where the form that begins a draft is sent; absent for who may not. */
  readonly action: string
  readonly docx: string
  readonly pdf: string
  readonly again?: FormAgain | undefined
}

/** A paper nobody has begun yet, as the records would write it today. */
export function PreviewPage(props: PreviewPageProps) {
  const { frame, links, name, about, paper, lack, faults, draw, action, docx, pdf, again } = props
  const t = documentsWords(frame.lang)
  const usable = paper !== undefined && faults.length === 0
  return (
    <Layout frame={frame} title={name} breadcrumb={[{ label: t.title, href: links.list }, { label: name }]}>
      <PageHeader
        title={name}
        eyebrow={about}
        lead={paper ? t.previewLead : undefined}
        actions={usable ? <Downloads frame={frame} docx={docx} pdf={pdf} /> : null}
      />
      {lack ? (
        <EmptyState
          title={t.cannotYet}
          text={lack.text}
          icon="paper"
          action={<LinkButton href={lack.href}>{t.where}</LinkButton>}
        />
      ) : null}
      <Faults frame={frame} faults={faults} />
      {paper ? (
        <div class="gu-stack-large">
          <Form action={action} submitLabel={t.begin} {...formState(again, action)} />
          <PaperView paper={paper} draw={draw} stamp={t.preview} />
        </div>
      ) : null}
    </Layout>
  )
}

type PaperPageProps = {
  readonly frame: PageFrame
  readonly links: DocumentLinks
  readonly row: PaperRow
  readonly about: string
  readonly paper: Paper | undefined
  readonly faults: readonly PaperFault[]
  readonly draw: DrawFigure
  readonly parts: readonly {
    readonly part: Part
    readonly written: PartRow | undefined
    readonly owner: string
  }[]
  readonly replacedBy: string | undefined
  readonly mayWrite: boolean
  readonly mayIssue: boolean
  readonly again?: FormAgain | undefined
}

/** A paper that was begun: its content, its written parts while it is a draft, and what can be done with it. */
export function PaperPage(props: PaperPageProps) {
  const { frame, links, row, about, paper, faults, draw, mayIssue } = props
  const t = documentsWords(frame.lang)
  const name = paperTypes[row.type][frame.lang]
  const draft = row.state === 'draft'
  const usable = paper !== undefined && faults.length === 0
  return (
    <Layout frame={frame} title={name} breadcrumb={[{ label: t.title, href: links.list }, { label: name }]}>
      <PageHeader
        title={name}
        eyebrow={about}
        lead={draft ? t.draftLead : t.issuedLead}
        actions={
          <>
            {draft ? (
              <LinkButton
                href={links.issue(row.id)}
                kind="primary"
                icon="send"
                {...(mayIssue
                  ? usable
                    ? {}
                    : { disabledBecause: t.wrong }
                  : { disabledBecause: t.mayNotIssue })}
              >
                {t.issue}
              </LinkButton>
            ) : null}
            {usable ? (
              <Downloads frame={frame} docx={links.file(row.id, 'docx')} pdf={links.file(row.id, 'pdf')} />
            ) : null}
          </>
        }
      />
      <div class="gu-stack-large">
        <Faults frame={frame} faults={faults} />
        <Ended {...props} />
        {draft ? <Parts {...props} /> : <Facts {...props} />}
        {paper ? (
          <PaperView
            paper={paper}
            draw={draw}
            {...(row.state === 'issued' ? {} : { stamp: nameOf(stateNames, row.state, 'vi') })}
          />
        ) : null}
        <OtherDeeds {...props} />
      </div>
    </Layout>
  )
}

function Downloads({
  frame,
  docx,
  pdf,
}: {
  readonly frame: PageFrame
  readonly docx: string
  readonly pdf: string
}) {
  const t = documentsWords(frame.lang)
  return (
    <>
      <LinkButton href={pdf} icon="download">
        {t.takePdf}
      </LinkButton>
      <LinkButton href={docx} icon="download">
        {t.takeDocx}
      </LinkButton>
    </>
  )
}

function Faults({ frame, faults }: { readonly frame: PageFrame; readonly faults: readonly PaperFault[] }) {
  if (faults.length === 0) return null
  return (
    <Alert tone="warning" title={documentsWords(frame.lang).wrong}>
      <ul>
        {faults.map(({ code, where }) => (
          <li>{paperFaultWords[code][frame.lang] + (where === '' ? '' : ` (${where})`)}</li>
        ))}
      </ul>
    </Alert>
  )
}

/** What became of an issued paper, and the way to the one before or after. */
function Ended({ frame, links, row, replacedBy }: PaperPageProps) {
  const t = documentsWords(frame.lang)
  const day = printDate(row.withdrawnOn ?? '')
  const newer = replacedBy ? <LinkButton href={links.show(replacedBy)}>{t.openReplacement}</LinkButton> : null
  if (row.state === 'withdrawn') {
    return <Alert tone="danger">{t.withdrawnNote(day, row.withdrawReason)}</Alert>
  }
  if (row.state === 'replaced') {
    return (
      <Alert tone="warning" actions={newer}>
        {t.replacedNote(day, row.withdrawReason)}
      </Alert>
    )
  }
  if (row.state === 'issued' && replacedBy) {
    return (
      <Alert tone="info" actions={newer}>
        {t.beingReplaced(row.withdrawReason)}
      </Alert>
    )
  }
  return null
}

function Facts({ frame, row }: PaperPageProps) {
  const t = documentsWords(frame.lang)
  return (
    <Card>
      <DefinitionList
        items={[
          {
            term: t.state,
            value: (
              <>
                <StateTag state={row.state} frame={frame} /> {row.onBehalf ? `(${t.onBehalf})` : ''}{' '}
                {row.illustrative ? <Mark kind="sample" /> : null}
              </>
            ),
          },
          { term: t.numberAndDate, value: numberText(row) },
          ...(row.signerName === ''
            ? []
            : [{ term: t.signer, value: [row.signerName, row.signerTitle].filter(Boolean).join(', ') }]),
          { term: t.code, value: <span class="gu-figure">{row.verificationCode}</span> },
          ...(row.scanFileId
            ? [{ term: t.scan, value: <a href={`/tep/${row.scanFileId}`}>{t.scanOpen}</a> }]
            : []),
        ]}
      />
    </Card>
  )
}

function Parts({ frame, links, row, parts, mayWrite }: PaperPageProps) {
  const t = documentsWords(frame.lang)
  if (parts.length === 0) return null
  return (
    <Card title={t.parts} subtitle={t.partsLead} flush>
      <DataTable
        caption={t.parts}
        captionHidden
        rows={parts}
        columns={[
          { header: t.part, width: 'wide', cell: ({ part }) => nameOf(partNames, part.key, frame.lang) },
          { header: t.owner, cell: ({ owner }) => owner || t.ownerNone },
          {
            header: t.written,
            cell: ({ written }) =>
              written && written.body !== '' ? (
                t.writtenBy(written.writtenByName ?? '', dayOf(written.writtenAt))
              ) : (
                <span class="gu-muted">{t.notWritten}</span>
              ),
          },
          {
            header: t.write,
            width: 'fit',
            cell: ({ part }) => (mayWrite ? <a href={links.part(row.id, part.key)}>{t.write}</a> : null),
          },
        ]}
      />
    </Card>
  )
}

/** Rare deeds stand last and closed. */
function OtherDeeds({ frame, links, row, mayWrite, mayIssue, again }: PaperPageProps) {
  const t = documentsWords(frame.lang)
  if (!mayWrite) return null
  if (row.state === 'draft') {
    return (
      <details class="gu-card gu-paper-deeds">
        <summary>{t.other}</summary>
        <form method="post" action={links.discard(row.id)}>
          <p>{t.discardLead}</p>
          <Button kind="danger">{t.discard}</Button>
        </form>
      </details>
    )
  }
  const scan = links.scan(row.id)
  const replace = links.replace(row.id)
  const open = again?.action === scan || again?.action === replace
  return (
    <details class="gu-card gu-paper-deeds" open={open}>
      <summary>{t.other}</summary>
      <Form action={scan} multipart submitLabel={t.attachScan} {...formState(again, scan)}>
        <FileInput
          name="scan"
          label={t.scan}
          accept=".pdf,.png,.jpg,.jpeg"
          acceptWords={t.scanWords}
          maxMegabytes={25}
        />
      </Form>
      {row.state === 'issued' ? (
        <Form action={replace} submitLabel={t.replace} {...formState(again, replace)}>
          <p>{t.replaceLead}</p>
          <TextInput name="reason" label={t.reason} required />
        </Form>
      ) : null}
      {row.state === 'issued' && mayIssue ? (
        <p>
          <LinkButton href={links.withdraw(row.id)} kind="danger">
            {t.withdraw}
          </LinkButton>
        </p>
      ) : null}
    </details>
  )
}

function dayOf(moment: Date): string {
  return printDate(new Date(moment).toLocaleDateString('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }))
}
