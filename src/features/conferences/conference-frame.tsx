import type { Child } from 'hono/jsx'
import { printDate } from '../../domain/vietnamese/index.ts'
import { nameOf } from '../../i18n/words.ts'
import { Layout, Mark, type PageFrame, PageHeader, Tabs } from '../../ui/index.ts'
import { conferencesWords, kindNames } from './conferences.messages.ts'
import { ConferenceState } from './conferences.page.tsx'
import { type ConferenceLinks, deeds } from './conferences.paths.ts'
import type { ConferenceRow } from './conferences.store.ts'
import { Problem } from './said-again.tsx'

/** What every page of a conference is given. */
export type ConferenceProps = {
  readonly frame: PageFrame
  readonly links: ConferenceLinks
  readonly conference: ConferenceRow
  /** Why the last press was refused, when it belongs to no field. */
  readonly problem?: string | undefined
}

type Part = 'overview' | 'attendance' | 'report' | 'polls' | 'directions'

type ConferenceFrameProps = ConferenceProps & {
  readonly part: Part
  readonly lead?: Child
  readonly actions?: Child
  readonly children?: Child
}

/** Head and tabs around each part of a conference. */
export function ConferenceFrame({
  frame,
  links,
  conference,
  part,
  lead,
  actions,
  children,
  problem,
}: ConferenceFrameProps) {
  const t = conferencesWords(frame.lang)
  const at = (deed: string) => links.act(conference.id, deed)
  const tabs: readonly (readonly [Part, string, string])[] = [
    ['overview', t.tabOverview, links.show(conference.id)],
    ['attendance', t.tabAttendance, at(deeds.attendance)],
    ['report', t.tabReport, at(deeds.report)],
    ['polls', t.tabPolls, at(deeds.polls)],
    ['directions', t.tabDirections, at(deeds.directions)],
  ]
  return (
    <Layout
      frame={frame}
      title={conference.title}
      breadcrumb={[
        { label: conference.councilId ? t.councilTitle : t.title, href: links.list },
        { label: conference.title },
      ]}
    >
      <PageHeader
        title={conference.title}
        eyebrow={
          <>
            {nameOf(kindNames, conference.kind, frame.lang)}{' '}
            <ConferenceState state={conference.state} frame={frame} />{' '}
            {conference.illustrative ? <Mark kind="sample" /> : null}
          </>
        }
        lead={lead}
        actions={actions}
      />
      <Tabs
        label={t.tabs}
        tabs={tabs
          .filter(([key]) => key !== 'directions' || conference.blocYearId !== null)
          .map(([key, label, href]) => ({ label, href, current: key === part }))}
      />
      <div class="gu-stack-large">
        <Problem problem={problem} />
        {children}
      </div>
    </Layout>
  )
}

/** Day, time and place in one line, as far as they are known. */
export function whenAndWhere(conference: ConferenceRow): string {
  const { heldOn, startsAt, timeText, place } = conference
  return [heldOn ? printDate(heldOn) : '', startsAt?.slice(0, 5) ?? '', timeText, place]
    .filter(Boolean)
    .join(', ')
}
