import { type SigningState, signingStateLabels } from '../../domain/pledges/index.ts'
import { printDate } from '../../domain/vietnamese/index.ts'
import { formState } from '../../http/again.ts'
import type { FormAgain } from '../../http/feature.ts'
import type { MemberUnit } from '../../scopes/scopes.store.ts'
import {
  Alert,
  Button,
  ButtonRow,
  Card,
  type Column,
  DataTable,
  EmptyState,
  Form,
  Layout,
  LinkButton,
  Mark,
  type PageFrame,
  PageHeader,
  ProgressBar,
  Select,
  type Tab,
  Tabs,
  Tag,
  TextArea,
  TextInput,
  Timeline,
} from '../../ui/index.ts'
import { filesPaths } from '../files/files.paths.ts'
import { pledgesWords } from './pledges.messages.ts'
import type { PledgeLinks } from './pledges.paths.ts'
import type { PledgeRow, SignatureRow } from './pledges.store.ts'

/** One member with its signature under the version shown. */
export type SigningLine = {
  readonly unit: MemberUnit
  readonly state: SigningState['state']
  readonly signature: SignatureRow | undefined
}

export type PledgePageProps = {
  readonly frame: PageFrame
  readonly tabs: readonly Tab[]
  readonly year: number
  readonly links: PledgeLinks
  readonly targetsHref: string
  readonly pledge: PledgeRow | undefined
  readonly older: readonly PledgeRow[]
  readonly lines: readonly SigningLine[]
  readonly mayManage: boolean
  readonly mayRecordFor: readonly string[]
  /** The unit the reader may sign for, with what is known of the signer. */
  readonly signFor: { readonly unit: MemberUnit; readonly name: string; readonly title: string } | undefined
  readonly again: FormAgain | undefined
}

/** The joint pledge: its text, who has signed, and what is asked of the reader. */
export function PledgePage(props: PledgePageProps) {
  const { frame, pledge, tabs, year, links, mayManage } = props
  const t = pledgesWords(frame.lang)
  const write = (
    <LinkButton href={links.draft} kind="primary" icon="edit">
      {t.write}
    </LinkButton>
  )
  return (
    <Layout frame={frame} title={t.pledge}>
      <PageHeader
        title={t.pledge}
        aside={t.yearAside(String(year))}
        lead={pledge ? leadOf(props) : undefined}
        actions={
          pledge?.state === 'draft' && mayManage ? <LinkButton href={links.draft}>{t.edit}</LinkButton> : null
        }
      />
      <Tabs label={t.tabs} tabs={[...tabs]} />
      {pledge ? (
        <div class="gu-split">
          <div class="gu-stack">
            <PledgeText frame={frame} pledge={pledge} />
            {pledge.state === 'draft' ? null : <Signatures {...props} />}
          </div>
          <div class="gu-stack">
            {pledge.state === 'draft' ? null : <Picture {...props} />}
            <Asked {...props} pledge={pledge} />
            <Versions {...props} />
          </div>
        </div>
      ) : (
        <EmptyState icon="paper" title={t.noPledge} text={t.noPledgeText} action={mayManage ? write : null} />
      )}
    </Layout>
  )
}

/** The text of one version, promises numbered. */
export function PledgeText({ frame, pledge }: { readonly frame: PageFrame; readonly pledge: PledgeRow }) {
  const t = pledgesWords(frame.lang)
  const promises = pledge.contents.split('\n').filter((line) => line.trim() !== '')
  return (
    <Card
      title={pledge.title}
      aside={
        <>
          <Tag tone={pledge.state === 'signed' ? 'good' : 'neutral'}>{t[`state_${pledge.state}`]}</Tag>
          {pledge.illustrative ? <Mark kind="sample" /> : null}
        </>
      }
    >
      <div class="gu-prose">
        {pledge.preamble
          .split('\n')
          .filter((line) => line.trim() !== '')
          .map((line) => (
            <p>{line}</p>
          ))}
        <ol>
          {promises.map((line) => (
            <li>{line}</li>
          ))}
        </ol>
      </div>
    </Card>
  )
}

function leadOf({ frame, pledge, lines }: PledgePageProps): string {
  const t = pledgesWords(frame.lang)
  if (pledge?.state === 'signed' && pledge.signedOn) return t.leadSigned(printDate(pledge.signedOn))
  if (pledge?.state === 'signing') return t.leadSigning(String(signedOf(lines).length), String(lines.length))
  return t.leadDraft
}

function signedOf(lines: readonly SigningLine[]): readonly SigningLine[] {
  return lines.filter((line) => line.state === 'signed')
}

function Picture({ frame, lines }: PledgePageProps) {
  const t = pledgesWords(frame.lang)
  const signed = signedOf(lines).length
  const missing = lines.filter((line) => line.state !== 'signed').map((line) => line.unit.shortName)
  return (
    <Card>
      <ProgressBar
        label={t.who}
        figure={`${signed}/${lines.length}`}
        total={lines.length}
        parts={[{ amount: signed, tone: 'good', label: t.state_signed }]}
      />
      {missing.length > 0 ? <p class="gu-note">{t.missing(missing.join(', '))}</p> : null}
    </Card>
  )
}

function Signatures(props: PledgePageProps) {
  const { frame, lines, mayRecordFor, links } = props
  const t = pledgesWords(frame.lang)
  const columns: readonly Column<SigningLine>[] = [
    { header: t.unit, width: 'wide', cell: (line) => line.unit.name },
    {
      header: t.state,
      width: 'fit',
      cell: (line) => (
        <Tag
          tone={line.state === 'signed' ? 'good' : 'neutral'}
          icon={line.state === 'signed' ? 'check' : 'clock'}
        >
          {signingStateLabels[line.state][frame.lang]}
        </Tag>
      ),
    },
    { header: t.signer, cell: (line) => <Signer frame={frame} signature={line.signature} /> },
    {
      header: t.day,
      width: 'fit',
      cell: (line) => (line.signature ? printDate(line.signature.signedOn) : t.none),
    },
    {
      header: t.how,
      cell: (line) =>
        line.state !== 'signed' && mayRecordFor.includes(line.unit.id) ? (
          <a href={links.paper(line.unit.slug)}>{t.recordPaper}</a>
        ) : (
          <How frame={frame} signature={line.signature} />
        ),
    },
  ]
  return (
    <Card title={t.who} flush>
      <DataTable caption={t.who} captionHidden columns={columns} rows={lines} />
    </Card>
  )
}

function Signer({
  frame,
  signature,
}: {
  readonly frame: PageFrame
  readonly signature: SignatureRow | undefined
}) {
  const t = pledgesWords(frame.lang)
  if (!signature) return <>{t.none}</>
  return (
    <>
      {signature.capacity ? `${signature.capacity} ` : ''}
      {signature.signerName}
      <br />
      <span class="gu-muted">{signature.signerTitle}</span>{' '}
      {signature.illustrative ? <Mark kind="sample" /> : null}
    </>
  )
}

function How({
  frame,
  signature,
}: {
  readonly frame: PageFrame
  readonly signature: SignatureRow | undefined
}) {
  const t = pledgesWords(frame.lang)
  if (!signature) return <>{t.none}</>
  if (signature.channel === 'screen') return <>{t.onScreen}</>
  return (
    <>
      {t.onPaper}
      {signature.recordedByName ? `, ${t.recordedBy(signature.recordedByName)}` : ''}
      {signature.scanFileId ? (
        <>
          {' '}
          <a href={filesPaths.show(signature.scanFileId)}>{t.scan}</a>
        </>
      ) : null}
    </>
  )
}

function Asked(props: PledgePageProps & { readonly pledge: PledgeRow }) {
  const { frame, pledge, links, mayManage, signFor, lines, again, targetsHref } = props
  const t = pledgesWords(frame.lang)
  const missing = lines.filter((line) => line.state !== 'signed').map((line) => line.unit.shortName)
  return (
    <>
      {signFor ? (
        <Card kind="accent" title={t.signHere} subtitle={t.signLead(signFor.unit.name)}>
          <Form
            action={links.sign(signFor.unit.slug)}
            submitLabel={t.signHere}
            {...formState(again, links.sign(signFor.unit.slug))}
          >
            <SignerFields frame={frame} name={signFor.name} title={signFor.title} />
          </Form>
        </Card>
      ) : null}
      {mayManage && pledge.state === 'draft' ? (
        <Card kind="accent" title={t.openSigning} subtitle={t.openHint}>
          <form method="post" action={links.open} class="gu-inline-form">
            {again?.action === links.open && again.problem ? (
              <Alert tone="danger">{again.problem}</Alert>
            ) : null}
            <Button kind="primary">{t.openSigning}</Button>
          </form>
        </Card>
      ) : null}
      {mayManage && pledge.state === 'signing' ? (
        <Card title={t.close} subtitle={t.closeLead(missing.join(', '))}>
          <Form action={links.close} bare {...formState(again, links.close)}>
            <TextArea name="reason" label={t.closeReason} rows={2} required />
            <div class="gu-form-actions">
              <Button>{t.close}</Button>
            </div>
          </Form>
        </Card>
      ) : null}
      {pledge.state === 'draft' ? null : (
        <ButtonRow>
          <LinkButton href={targetsHref} icon="target">
            {t.targetsToo}
          </LinkButton>
          {mayManage ? <LinkButton href={links.change}>{t.change}</LinkButton> : null}
        </ButtonRow>
      )}
    </>
  )
}

/** Name, title and capacity of who signs. */
export function SignerFields({
  frame,
  name,
  title,
}: {
  readonly frame: PageFrame
  readonly name: string
  readonly title: string
}) {
  const t = pledgesWords(frame.lang)
  const choices = (['', 'TM.', 'KT.', 'TL.', 'TUQ.', 'Q.'] as const).map((value) => ({
    value,
    label: t[`capacity_${value}`],
  }))
  return (
    <>
      <TextInput name="signerName" label={t.signerName} value={name} required autocomplete="name" />
      <TextInput name="signerTitle" label={t.signerTitle} value={title} required />
      <Select name="capacity" label={t.capacity} choices={choices} placeholder={false} />
    </>
  )
}

function Versions({ frame, pledge, older, links }: PledgePageProps) {
  const t = pledgesWords(frame.lang)
  if (!pledge || older.length === 0) return null
  return (
    <Card title={t.versions}>
      <Timeline
        entries={[pledge, ...older].map((one) => ({
          title:
            one === pledge ? (
              t.versionTitle(String(one.versionNumber))
            ) : (
              <a href={links.version(one.versionNumber)}>{t.versionTitle(String(one.versionNumber))}</a>
            ),
          time: one.signedOn ? printDate(one.signedOn) : t[`state_${one.state}`],
          icon: one.state === 'replaced' ? 'history' : 'check',
          text: [
            one.changeReason ? t.because(one.changeReason) : '',
            one.changeBasis ? t.basisOf(one.changeBasis) : '',
          ]
            .filter(Boolean)
            .join(' '),
        }))}
      />
    </Card>
  )
}
