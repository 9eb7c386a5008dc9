import { printDate } from '../../domain/vietnamese/index.ts'
import { nameOf } from '../../i18n/words.ts'
import { Card, DataTable, Mark, type PageFrame, withoutMark } from '../../ui/index.ts'
import { conferencesPaths } from '../conferences/conferences.paths.ts'
import { drivesWords, proposalStateNames, sessionStateNames } from './drives.messages.ts'
import type { DriveProposalRow, SessionRow } from './drives.store.ts'

/** Sessions of the council on a drive. */
export function Sessions({
  frame,
  sessions,
}: {
  readonly frame: PageFrame
  readonly sessions: readonly SessionRow[]
}) {
  const t = drivesWords(frame.lang)
  return (
    <Card title={t.sessions} flush={sessions.length > 0}>
      {sessions.length === 0 ? (
        <p class="gu-muted">{t.noSessions}</p>
      ) : (
        <DataTable
          caption={t.sessions}
          captionHidden
          rows={sessions}
          columns={[
            {
              header: t.sessions,
              width: 'wide',
              cell: (row) => <a href={conferencesPaths.council.at('').show(row.id)}>{row.title}</a>,
            },
            { header: t.moveDay, width: 'fit', cell: (row) => (row.heldOn ? printDate(row.heldOn) : '') },
            {
              header: t.state,
              width: 'fit',
              cell: (row) => nameOf(sessionStateNames, row.state, frame.lang),
            },
          ]}
        />
      )}
    </Card>
  )
}

/** Proposals of awards that came out of a drive. */
export function Proposals({
  frame,
  proposals,
}: {
  readonly frame: PageFrame
  readonly proposals: readonly DriveProposalRow[]
}) {
  const t = drivesWords(frame.lang)
  return (
    <Card title={t.proposals} kind={proposals.length > 0 ? 'award' : 'plain'} flush={proposals.length > 0}>
      {proposals.length === 0 ? (
        <p class="gu-muted">{t.noProposals}</p>
      ) : (
        <DataTable
          caption={t.proposals}
          captionHidden
          rows={proposals}
          columns={[
            {
              header: t.recipient,
              width: 'wide',
              cell: (row) => (
                <>
                  {row.nameWithheld
                    ? t.withheld
                    : row.illustrative
                      ? withoutMark(row.recipientName)
                      : row.recipientName}{' '}
                  {row.illustrative ? <Mark kind="sample" /> : null}
                </>
              ),
            },
            {
              header: t.award,
              cell: (row) => row.printedWording || (frame.lang === 'vi' ? row.awardNameVi : row.awardNameEn),
            },
            {
              header: t.outcome,
              cell: (row) =>
                [
                  nameOf(proposalStateNames, row.state, frame.lang),
                  row.decidedOn ? t.decision(row.decisionNumber, printDate(row.decidedOn)) : '',
                ]
                  .filter(Boolean)
                  .join(' · '),
            },
          ]}
        />
      )}
    </Card>
  )
}
