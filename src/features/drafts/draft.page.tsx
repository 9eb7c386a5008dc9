import type { Stance } from '../../domain/drafts/index.ts'
import { printDate } from '../../domain/vietnamese/index.ts'
import { nameOf } from '../../i18n/words.ts'
import {
  Alert,
  Card,
  DataTable,
  Layout,
  LinkButton,
  Mark,
  type PageFrame,
  PageHeader,
  StateBadge,
  Tag,
} from '../../ui/index.ts'
import { DraftState, StanceBadge } from './draft-state.page.tsx'
import { adoptedHowNames, answerNames, draftKindNames, draftsWords } from './drafts.messages.ts'
import type { draftsPaths } from './drafts.paths.ts'
import type { CommentRow, DraftRow, DraftVersionRow } from './drafts.store.ts'

type NamedComment = { readonly comment: CommentRow; readonly unitName: string }

type AskedRow = {
  readonly unit: { readonly id: string; readonly name: string; readonly slug: string }
  readonly stance: Stance
  readonly mine: boolean
  readonly mayRecord: boolean
}

type DraftPageProps = {
  readonly frame: PageFrame
  readonly paths: ReturnType<typeof draftsPaths>
  readonly draft: DraftRow
  readonly versions: readonly DraftVersionRow[]
  readonly comments: readonly NamedComment[]
  readonly rows: readonly AskedRow[]
  readonly mayManage: boolean
}

/** One draft: its wording, where the units stand, what they said and what was answered. */
export function DraftPage(props: DraftPageProps) {
  const { frame, paths, draft, comments, rows } = props
  const t = draftsWords(frame.lang)
  const own = rows.find((row) => row.mine && row.mayRecord)
  return (
    <Layout
      frame={frame}
      title={draft.title}
      breadcrumb={[{ label: t.title, href: paths.list }, { label: draft.title }]}
    >
      <PageHeader
        title={draft.title}
        aside={t.versionOf(String(draft.versionNumber))}
        eyebrow={
          <>
            {nameOf(draftKindNames, draft.kind, frame.lang)} <DraftState draft={draft} lang={frame.lang} />{' '}
            {draft.illustrative ? <Mark kind="sample" /> : null}
          </>
        }
        lead={leadOf(props)}
        actions={<Actions {...props} />}
      />
      <div class="gu-stack-large">
        {own ? <OwnOpinion frame={frame} paths={paths} draft={draft} own={own} /> : null}
        <Wording {...props} />
        {draft.circulatedOn ? <Asked {...props} /> : null}
        {draft.circulatedOn ? (
          <Card title={t.comments} flush aside={<a href={paths.summary(draft.id)}>{t.summary}</a>}>
            <CommentTable
              frame={frame}
              comments={comments}
              answerHref={
                props.mayManage && draft.state !== 'adopted' && draft.state !== 'withdrawn'
                  ? (id) => paths.answer(draft.id, id)
                  : undefined
              }
            />
          </Card>
        ) : null}
      </div>
    </Layout>
  )
}

function leadOf({ frame, draft, mayManage }: DraftPageProps): string {
  const t = draftsWords(frame.lang)
  if (draft.state === 'adopted' && draft.adoptedOn) {
    const how = nameOf(adoptedHowNames, draft.adoptedHow ?? '', frame.lang)
    return [t.adoptedLine(how, printDate(draft.adoptedOn)), draft.outcomeNote].filter(Boolean).join(' ')
  }
  if (draft.state === 'withdrawn') return t.withdrawnLine(draft.outcomeNote)
  if (!mayManage) return draft.state === 'circulating' ? t.waitMembers : ''
  return draft.state === 'drafting' ? t.nextDrafting : t.nextCirculating
}

function Actions({ frame, paths, draft, mayManage }: DraftPageProps) {
  const t = draftsWords(frame.lang)
  if (!mayManage || draft.state === 'adopted' || draft.state === 'withdrawn') return null
  return (
    <>
      {draft.state === 'drafting' ? (
        <LinkButton href={paths.circulate(draft.id)} kind="primary" icon="send">
          {t.circulate}
        </LinkButton>
      ) : (
        <LinkButton href={paths.adopt(draft.id)} kind="primary" icon="check">
          {t.adopt}
        </LinkButton>
      )}
      <LinkButton href={paths.revise(draft.id)} icon="edit">
        {draft.state === 'drafting' ? t.edit : t.revise}
      </LinkButton>
      <LinkButton href={paths.withdraw(draft.id)} kind="quiet">
        {t.withdraw}
      </LinkButton>
    </>
  )
}

function OwnOpinion({
  frame,
  paths,
  draft,
  own,
}: Pick<DraftPageProps, 'frame' | 'paths' | 'draft'> & { readonly own: AskedRow }) {
  const t = draftsWords(frame.lang)
  const silence = draft.silenceMeans === 'agrees' ? t.silenceAgrees : t.silenceNoOpinion
  return (
    <Card
      kind="accent"
      title={t.yourOpinion(own.unit.name)}
      subtitle={draft.dueOn ? t.yourOpinionLead(printDate(draft.dueOn), silence) : ''}
      aside={<StanceBadge stance={own.stance} lang={frame.lang} />}
    >
      <LinkButton
        href={paths.comment(draft.id, own.unit.slug)}
        kind={own.stance === 'waiting' ? 'primary' : 'secondary'}
        icon="send"
      >
        {t.send}
      </LinkButton>
    </Card>
  )
}

function Wording({ frame, draft, versions }: DraftPageProps) {
  const t = draftsWords(frame.lang)
  const older = versions.filter((version) => version.versionNumber !== draft.versionNumber)
  return (
    <Card title={t.text}>
      {draft.body ? <p class="gu-wording">{draft.body}</p> : null}
      {draft.fileId ? (
        <p>
          <a href={`/tep/${draft.fileId}`}>{draft.fileName}</a>
        </p>
      ) : null}
      {older.length > 0 ? (
        <details>
          <summary>{t.versions}</summary>
          {older.map((version) => (
            <div>
              <h3>
                {t.versionOf(String(version.versionNumber))}, {printDate(version.writtenOn)}
              </h3>
              {version.changes ? <p class="gu-muted">{version.changes}</p> : null}
              <p class="gu-wording">{version.body}</p>
              {version.fileId ? <a href={`/tep/${version.fileId}`}>{version.fileName}</a> : null}
            </div>
          ))}
        </details>
      ) : null}
    </Card>
  )
}

function Asked({ frame, paths, draft, rows }: DraftPageProps) {
  const t = draftsWords(frame.lang)
  const count = (...wanted: readonly Stance[]) =>
    String(rows.filter((row) => wanted.includes(row.stance)).length)
  return (
    <Card
      title={t.asked}
      subtitle={t.askedLead(
        count('agrees', 'silent_agrees'),
        count('commented'),
        count('waiting', 'silent_no_opinion'),
      )}
      flush
    >
      <DataTable
        caption={t.asked}
        captionHidden
        rows={rows}
        rowKind={(row) => (row.mine ? 'mine' : undefined)}
        columns={[
          { header: t.unit, width: 'wide', cell: (row) => row.unit.name },
          {
            header: t.stance,
            width: 'fit',
            cell: (row) => <StanceBadge stance={row.stance} lang={frame.lang} />,
          },
          {
            header: '',
            width: 'fit',
            cell: (row) =>
              row.mayRecord && !row.mine ? (
                <a href={paths.comment(draft.id, row.unit.slug)}>{t.recordFor}</a>
              ) : null,
          },
        ]}
      />
    </Card>
  )
}

function CommentTable({
  frame,
  comments,
  answerHref,
}: {
  readonly frame: PageFrame
  readonly comments: readonly NamedComment[]
  readonly answerHref?: ((commentId: string) => string) | undefined
}) {
  const t = draftsWords(frame.lang)
  return (
    <DataTable
      caption={t.comments}
      captionHidden
      rows={comments}
      empty={t.commentsEmpty}
      columns={[
        {
          header: t.unit,
          width: 'wide',
          cell: ({ comment, unitName }) => (
            <>
              {unitName} <Source frame={frame} comment={comment} />
            </>
          ),
        },
        {
          header: t.passage,
          width: 'fit',
          cell: ({ comment }) => comment.passage || <span class="gu-muted">{t.whole}</span>,
        },
        {
          header: t.commentBody,
          width: 'wide',
          cell: ({ comment }) => (
            <>
              <p class="gu-wording">{comment.body || (comment.agrees ? t.agree : '')}</p>
              {comment.fileId ? <a href={`/tep/${comment.fileId}`}>{comment.fileName}</a> : null}
            </>
          ),
        },
        {
          header: t.answerLabel,
          width: 'wide',
          cell: ({ comment }) => (
            <CommentAnswer frame={frame} comment={comment} href={answerHref?.(comment.id)} />
          ),
        },
      ]}
    />
  )
}

/** When it was said, in which version, by which way. */
function Source({ frame, comment }: { readonly frame: PageFrame; readonly comment: CommentRow }) {
  const t = draftsWords(frame.lang)
  const way = comment.channel === 'paper' ? t.channelPaper : comment.channel === 'file' ? t.channelFile : ''
  const parts = [
    printDate(comment.saidOn),
    t.versionOf(String(comment.versionNumber)),
    way,
    comment.onBehalf ? t.onBehalf : '',
    comment.signer,
  ]
  return <small class="gu-muted">{parts.filter(Boolean).join(' · ')}</small>
}

function CommentAnswer({
  frame,
  comment,
  href,
}: {
  readonly frame: PageFrame
  readonly comment: CommentRow
  readonly href: string | undefined
}) {
  const t = draftsWords(frame.lang)
  if (comment.agrees) return null
  if (comment.answer === null) {
    return href ? (
      <LinkButton href={href} size="small">
        {t.answer}
      </LinkButton>
    ) : (
      <StateBadge state="waiting" label={t.answerWaiting} />
    )
  }
  const tone = comment.answer === 'accepted' ? 'good' : comment.answer === 'partly' ? 'info' : 'neutral'
  return (
    <>
      <Tag tone={tone}>{nameOf(answerNames, comment.answer, frame.lang)}</Tag>
      {comment.answerReason ? <p class="gu-wording">{comment.answerReason}</p> : null}
    </>
  )
}

type CommentSummaryPageProps = Pick<DraftPageProps, 'frame' | 'paths' | 'draft' | 'comments'> & {
  readonly stances: readonly { readonly unitName: string; readonly stance: Stance }[]
}

/** The table of comments on a draft, to be read aloud or printed. */
export function CommentSummaryPage({ frame, paths, draft, comments, stances }: CommentSummaryPageProps) {
  const t = draftsWords(frame.lang)
  const named = (...wanted: readonly Stance[]) =>
    stances
      .filter((one) => wanted.includes(one.stance))
      .map((one) => one.unitName)
      .join('; ')
  const silent = named('silent_agrees', 'silent_no_opinion')
  const silence = draft.silenceMeans === 'agrees' ? t.silenceAgrees : t.silenceNoOpinion
  return (
    <Layout
      frame={frame}
      title={t.summaryTitle}
      breadcrumb={[
        { label: t.title, href: paths.list },
        { label: draft.title, href: paths.show(draft.id) },
        { label: t.summaryTitle },
      ]}
    >
      <PageHeader
        title={t.summaryTitle}
        eyebrow={draft.title}
        lead={
          draft.circulatedOn && draft.dueOn
            ? `${t.circulatedOn} ${printDate(draft.circulatedOn)} · ${t.dueOn} ${printDate(draft.dueOn)}`
            : ''
        }
      />
      <div class="gu-stack">
        {named('agrees') ? (
          <Alert tone="success" title={t.agree}>
            {named('agrees')}
          </Alert>
        ) : null}
        {named('waiting') ? <Alert title={t.answerWaiting}>{named('waiting')}</Alert> : null}
        {silent ? <Alert title={`${t.answerWaiting}, ${silence}`}>{silent}</Alert> : null}
        <div>
          <CommentTable frame={frame} comments={comments.filter((one) => !one.comment.agrees)} />
        </div>
      </div>
    </Layout>
  )
}
