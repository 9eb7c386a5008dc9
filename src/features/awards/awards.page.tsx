import { type AwardCode, awards } from '../../domain/awards/index.ts'
import type { Mark as LawMark } from '../../domain/law/index.ts'
import { printDate } from '../../domain/vietnamese/index.ts'
import {
  Card,
  type Column,
  DataTable,
  EmptyState,
  Layout,
  LinkButton,
  Mark,
  type PageFrame,
  PageHeader,
} from '../../ui/index.ts'
import { filesPaths } from '../files/files.paths.ts'
import { awardsWords } from './awards.messages.ts'
import { awardsPaths, type OriginPaths } from './awards.paths.ts'
import type { ProposalLine } from './awards.view.ts'
import { ProposalTable, sentenceCase } from './proposal-list.tsx'
import type { ProposalRow, SubmissionRow } from './proposals.store.ts'

/** What is known of one award before anybody is chosen. */
export type AwardChoiceLine = {
  readonly award: AwardCode
  readonly way: string
  readonly wayMark: LawMark
  readonly ceiling: number | null
  readonly ceilingMark: LawMark
  readonly proposed: number
  readonly suggested: readonly string[]
}

/** What the reader may do here. */
export type Rights = { readonly manage: boolean; readonly submit: boolean; readonly outcome: boolean }

export type AwardsPageProps = {
  readonly frame: PageFrame
  readonly year: number
  readonly paths: OriginPaths
  readonly proposals: readonly ProposalRow[]
  readonly lines: readonly ProposalLine[]
  readonly submissions: readonly SubmissionRow[]
  /** Only for those who choose. */
  readonly choices: readonly AwardChoiceLine[]
  readonly rights: Rights
}

/** The awards of a year: what is proposed, how far it is, and what is asked next. */
export function AwardsPage(props: AwardsPageProps) {
  const { frame, year, paths, lines, proposals, rights, submissions, choices } = props
  const t = awardsWords(frame.lang)
  return (
    <Layout frame={frame} title={t.title}>
      <PageHeader
        title={t.title}
        aside={t.yearAside(String(year))}
        lead={<NextSteps proposals={proposals} lang={frame.lang} />}
        actions={<MainActions proposals={proposals} paths={paths} rights={rights} lang={frame.lang} />}
      />
      <div class="gu-stack-large">
        <Card title={t.proposals} flush={lines.length > 0}>
          {lines.length > 0 ? (
            <ProposalTable lines={lines} paths={paths} />
          ) : (
            <EmptyState
              icon="trophy"
              title={t.proposalsEmpty}
              text={rights.manage ? t.proposalsEmptyText : undefined}
            />
          )}
        </Card>
        {rights.manage ? <ChoiceTable choices={choices} paths={paths} lang={frame.lang} /> : null}
        <SubmissionCard submissions={submissions} lang={frame.lang} />
        <p>
          <a href={awardsPaths.records}>{t.toRecords}</a>
        </p>
      </div>
    </Layout>
  )
}

type Lang = PageFrame['lang']

/** What waits, in sentences. */
export function NextSteps({ proposals, lang }: { proposals: readonly ProposalRow[]; lang: Lang }) {
  const t = awardsWords(lang)
  const open = proposals.filter((one) => one.state !== 'withdrawn')
  const count = (fits: (one: ProposalRow) => boolean) => open.filter(fits).length
  const waiting = count(({ state }) => state === 'proposed' || state === 'returned')
  const away = count(({ state }) => state === 'submitted' || state === 'council')
  const toPresent = count(({ state, presentedOn }) => state === 'granted' && presentedOn === null)
  if (open.length === 0) return <>{t.nothingYet}</>
  const sentences = [
    waiting > 0 ? t.waiting(String(waiting)) : '',
    away > 0 ? t.atCouncil(String(away)) : '',
    toPresent > 0 ? t.toPresent(String(toPresent)) : '',
  ].filter(Boolean)
  return <>{sentences.length > 0 ? sentences.join(' ') : t.allSettled}</>
}

type ActionProps = {
  readonly proposals: readonly ProposalRow[]
  readonly paths: OriginPaths
  readonly rights: Rights
  readonly lang: Lang
}

/** One main action: what comes next for this reader. */
export function MainActions({ proposals, paths, rights, lang }: ActionProps) {
  const t = awardsWords(lang)
  const waiting = proposals.some(({ state }) => state === 'proposed' || state === 'returned')
  const away = proposals.some(({ state }) => state === 'submitted' || state === 'council')
  const toPresent = proposals.some(({ state, presentedOn }) => state === 'granted' && presentedOn === null)
  const answers = rights.outcome && away
  return (
    <>
      {rights.manage && (waiting || proposals.length === 0) ? (
        <LinkButton
          href={paths.submit}
          kind="primary"
          icon="send"
          disabledBecause={waiting ? (rights.submit ? undefined : t.onlyHeadSubmits) : t.nothingToSubmit}
        >
          {t.submit}
        </LinkButton>
      ) : null}
      {answers ? (
        <LinkButton href={paths.outcome} kind={waiting ? 'secondary' : 'primary'} icon="paper">
          {t.recordOutcome}
        </LinkButton>
      ) : null}
      {rights.outcome && toPresent ? (
        <LinkButton href={paths.present} icon="trophy">
          {t.present}
        </LinkButton>
      ) : null}
    </>
  )
}

function ChoiceTable({
  choices,
  paths,
  lang,
}: {
  choices: readonly AwardChoiceLine[]
  paths: OriginPaths
  lang: Lang
}) {
  const t = awardsWords(lang)
  const columns: Column<AwardChoiceLine>[] = [
    {
      header: t.award,
      width: 'wide',
      cell: ({ award }) => <a href={paths.choose(award)}>{awards[award].name[lang]}</a>,
    },
    {
      header: t.way,
      width: 'wide',
      cell: ({ way, wayMark }) => (
        <>
          {sentenceCase(way)} <Mark kind={wayMark} />
        </>
      ),
    },
    {
      header: t.ceiling,
      width: 'fit',
      cell: ({ ceiling, ceilingMark }) =>
        ceiling === null ? (
          <span class="gu-muted">{t.noCeiling}</span>
        ) : (
          <>
            {ceiling} <Mark kind={ceilingMark} />
          </>
        ),
    },
    { header: t.proposed, numeric: true, cell: ({ proposed }) => String(proposed) },
    { header: t.suggested, width: 'wide', cell: ({ suggested }) => suggested.join('; ') || t.none },
  ]
  const others = Object.values(awards)
    .filter((award) => !award.chosenByBloc)
    .sort((a, b) => b.order - a.order)
  return (
    <Card title={t.choose} flush>
      <DataTable
        caption={t.choose}
        captionHidden
        columns={columns}
        rows={choices}
        note={
          <>
            {t.otherAwards}:{' '}
            {others.map((award, index) => (
              <>
                {index > 0 ? '; ' : ''}
                <a href={paths.choose(award.code)}>{award.name[lang]}</a>
              </>
            ))}
          </>
        }
      />
    </Card>
  )
}

/** What was sent to whom, with the paper. */
export function SubmissionCard({ submissions, lang }: { submissions: readonly SubmissionRow[]; lang: Lang }) {
  const t = awardsWords(lang)
  if (submissions.length === 0) return null
  const columns: Column<SubmissionRow>[] = [
    {
      header: t.number,
      width: 'fit',
      cell: ({ number }) => number || <span class="gu-muted">{t.numberUnknown}</span>,
    },
    { header: t.on, width: 'fit', cell: ({ sentOn }) => printDate(sentOn) },
    {
      header: t.addressee,
      width: 'wide',
      cell: ({ addressee, leftOutReason }) => (
        <>
          {addressee}
          {leftOutReason ? <div class="gu-muted">{t.leftOutShown(leftOutReason)}</div> : null}
        </>
      ),
    },
    { header: t.amount, numeric: true, cell: ({ proposals }) => String(proposals) },
    {
      header: t.scan,
      cell: ({ scanFileId, scanFileName, illustrative }) => (
        <>
          {scanFileId ? <a href={filesPaths.show(scanFileId)}>{scanFileName}</a> : t.none}{' '}
          {illustrative ? <Mark kind="sample" /> : null}
        </>
      ),
    },
  ]
  return (
    <Card title={t.sent} flush>
      <DataTable caption={t.sent} captionHidden columns={columns} rows={submissions} />
    </Card>
  )
}
