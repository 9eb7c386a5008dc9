import { printNumber } from '../../domain/vietnamese/index.ts'
import { candidateResultLabels, countReasonText, pollBaseLabels } from '../../domain/voting/index.ts'
import { nameOf } from '../../i18n/words.ts'
import {
  Alert,
  Card,
  DataTable,
  DefinitionList,
  Mark,
  type PageFrame,
  Tag,
  type Tone,
} from '../../ui/index.ts'
import { pollsWords, sourceNames } from './polls.messages.ts'
import type { CandidateRow, CountRow, PollRow } from './polls.store.ts'

type ResultProps = {
  readonly frame: PageFrame
  readonly poll: PollRow
  readonly candidates: readonly CandidateRow[]
  readonly count: CountRow
}

const tones: Readonly<Record<string, Tone>> = {
  taken: 'good',
  tied: 'warning',
  no_seat: 'neutral',
  not_passed: 'neutral',
  no_quorum: 'bad',
}

/** What was counted, who is taken, and why. */
export function PollResult({ frame, poll, candidates, count }: ResultProps) {
  const t = pollsWords(frame.lang)
  const { outcome } = count
  const nameById = new Map(candidates.map(({ id, name }) => [id, name]))
  const taken = count.taken.map((id) => nameById.get(id) ?? '')
  const yesNo = poll.form === 'yes_no'
  return (
    <Card
      title={t.resultTitle}
      subtitle={
        <>
          {taken.length > 0 ? t.taken(taken.join('; ')) : outcome.tie ? '' : t.takenNone}{' '}
          {outcome.needed === null ? '' : t.needed(String(outcome.needed))}{' '}
          {count.illustrative ? <Mark kind="sample" /> : null}
        </>
      }
      flush
    >
      <DataTable
        caption={t.resultTitle}
        captionHidden
        rows={outcome.candidates}
        rowKind={(row) => (row.result === 'taken' ? 'mine' : undefined)}
        columns={[
          {
            header: t.candidate,
            width: 'wide',
            cell: (row) => (
              <>
                {nameById.get(row.id) ?? ''}
                <small class="gu-hint">
                  {row.reasons.map((reason) => countReasonText(reason)[frame.lang]).join('; ')}
                </small>
              </>
            ),
          },
          { header: t.votes, numeric: true, cell: (row) => row.votes.for },
          ...(yesNo
            ? [
                {
                  header: t.against,
                  numeric: true,
                  hideOnPhone: true,
                  cell: (row: Row) => row.votes.against,
                },
                {
                  header: t.abstain,
                  numeric: true,
                  hideOnPhone: true,
                  cell: (row: Row) => row.votes.abstain,
                },
              ]
            : []),
          {
            header: t.outcome,
            width: 'fit',
            cell: (row) => (
              <Tag tone={tones[row.result] ?? 'neutral'}>{candidateResultLabels[row.result][frame.lang]}</Tag>
            ),
          },
          { header: t.percent, unit: '%', numeric: true, cell: (row) => printNumber(row.percent) },
        ]}
        note={t.percentOf(`${pollBaseLabels[poll.base][frame.lang]} (${outcome.base})`)}
      />
    </Card>
  )
}

type Row = CountRow['outcome']['candidates'][number]

/** The figures of the Ban kiểm phiếu, and what must be said of them. */
export function CountFigures({
  frame,
  count,
  scanHref,
}: Pick<ResultProps, 'frame' | 'count'> & { readonly scanHref: string | null }) {
  const t = pollsWords(frame.lang)
  const { outcome, decision } = count
  const ballots = count.source === 'box' || count.source === 'paper'
  return (
    <div class="gu-stack">
      {outcome.quorum && !outcome.quorum.met ? (
        <Alert tone="warning">{t.noQuorum(String(outcome.quorum.have), String(outcome.quorum.needed))}</Alert>
      ) : null}
      {outcome.ballotsAgree ? null : <Alert tone="danger">{t.ballotsDiffer}</Alert>}
      <Card title={t.source} subtitle={nameOf(sourceNames, count.source, frame.lang)}>
        <DefinitionList
          items={[
            { term: t.entitled, value: count.entitled },
            { term: t.present, value: count.present },
            ...(count.written > 0 ? [{ term: t.written, value: count.written }] : []),
            ...(ballots
              ? [
                  { term: t.issued, value: count.issued },
                  { term: t.returned, value: count.returned },
                  { term: t.valid, value: count.valid },
                  { term: t.invalid, value: count.invalid },
                ]
              : []),
            ...(count.note ? [{ term: t.note, value: count.note }] : []),
            ...(decision?.reason ? [{ term: t.decision, value: decision.reason }] : []),
            ...(scanHref ? [{ term: t.scan, value: <a href={scanHref}>{t.scanFile}</a> }] : []),
          ]}
        />
      </Card>
    </div>
  )
}
