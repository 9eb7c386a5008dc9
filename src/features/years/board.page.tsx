import { raw } from 'hono/html'
import type { ChecksStanding } from '../../domain/checks/index.ts'
import { printDate } from '../../domain/vietnamese/index.ts'
import { isBelow } from '../../http/year-topics.ts'
import type { Lang } from '../../i18n/words.ts'
import {
  Card,
  EmptyState,
  Layout,
  LinkButton,
  type PageFrame,
  PageHeader,
  ProgressBar,
  renderFragment,
  StateBadge,
  YearBoard,
  YearPath,
  type YearStation,
} from '../../ui/index.ts'
import type { Board, StepProgress } from './board.ts'
import { boardChecksWords } from './board-checks.messages.ts'
import type { ToDoLine } from './todos.ts'
import { yearsWords } from './years.messages.ts'
import { type YearLinks, yearsPaths } from './years.paths.ts'

type BoardPageProps = {
  readonly frame: PageFrame
  readonly title: string
  readonly year: number
  /** Province, units, head: where one is. */
  readonly eyebrow: string
  readonly stations: readonly YearStation[]
  readonly board: Board
  /** The board itself, drawn by `drawTable`. */
  readonly table: string
  readonly toDo: readonly ToDoLine[]
  readonly links: YearLinks
  readonly blocHref: string
  /** Topics the reader may not open. */
  readonly closed: readonly string[]
  readonly may: {
    readonly advance: boolean
    readonly remind: boolean
    readonly audit: boolean
    readonly openNext: boolean
  }
  /** Why the year cannot move on for this reader, although it is theirs to move. */
  readonly blocked: string
}

/** The year board: one glance over a year, each cell a door to the thing itself. */
export function BoardPage(props: BoardPageProps) {
  const { frame, title, year, eyebrow, board, links, may } = props
  const t = yearsWords(frame.lang)
  const { yearPath: _shownLarge, ...plain } = frame
  return (
    <Layout frame={plain} title={`${title} ${t.inYear(year)}`} wide>
      <PageHeader
        eyebrow={eyebrow}
        title={title}
        aside={t.inYear(year)}
        actions={
          <>
            <LinkButton href={links.calendar} icon="calendar">
              {t.calendar}
            </LinkButton>
            {may.openNext ? (
              <LinkButton href={links.openNext} icon="plus">
                {t.openNext(year + 1)}
              </LinkButton>
            ) : null}
            {may.remind ? (
              <LinkButton href={links.remind} icon="megaphone">
                {t.remind}
              </LinkButton>
            ) : null}
          </>
        }
      />
      <YearPath
        stations={props.stations}
        {...(board.next ? { lacks: board.lacks, nextLabel: board.next } : {})}
        {...(board.deadline ? { deadline: board.deadline } : {})}
        action={
          may.advance && board.next ? (
            <LinkButton
              href={links.advance}
              kind="primary"
              icon="arrow-right"
              {...(props.blocked ? { disabledBecause: props.blocked } : {})}
            >
              {t.moveTo(board.next)}
            </LinkButton>
          ) : null
        }
      />
      <div class="gu-board-page">
        <div class="gu-stack">
          <Card title={t.board} subtitle={t.boardLead} flush>
            {board.rows.length > 0 ? (
              raw(props.table)
            ) : (
              <EmptyState
                icon="users"
                title={t.boardEmpty}
                text={t.boardEmptyText}
                action={<LinkButton href={props.blocHref}>{t.openBloc}</LinkButton>}
              />
            )}
          </Card>
          <Places {...props} />
        </div>
        <div class="gu-board-side">
          <div class="gu-board-mine">
            <MyWork lines={props.toDo} lang={frame.lang} />
          </div>
          {board.rows.length > 0 ? <Progress steps={board.progress} lang={frame.lang} /> : null}
          {board.checks ? <Checks {...props} standing={board.checks} /> : null}
        </div>
      </div>
    </Layout>
  )
}

/** The board itself as HTML: the part of the page that costs most to draw and changes least. */
export function drawTable(board: Board, title: string, year: number, lang: Lang): string {
  const t = yearsWords(lang)
  const caption = `${t.board}, ${title} ${t.inYear(year)}`
  return renderFragment(<YearBoard caption={caption} steps={board.steps} rows={board.rows} />, lang)
}

function MyWork({ lines, lang }: { lines: readonly ToDoLine[]; lang: Lang }) {
  const t = yearsWords(lang)
  const [first, ...others] = lines
  if (!first) {
    return (
      <Card title={t.myWork}>
        <p class="gu-muted">{t.nothingForMe}</p>
      </Card>
    )
  }
  return (
    <Card title={t.myWork} kind="accent">
      <p>
        <StateBadge state={first.state} label={first.stateLabel} />
      </p>
      <h3>{first.text}</h3>
      <p class="gu-muted">{[first.where, first.due].filter(Boolean).join(' · ')}</p>
      <LinkButton href={first.href} kind="primary" full>
        {t.open}
      </LinkButton>
      {others.length > 0 ? (
        <ul class="gu-todo-list">
          {others.slice(0, 4).map((line) => (
            <li>
              <a href={line.href}>{line.text}</a>
              <StateBadge state={line.state} label={line.stateLabel} />
            </li>
          ))}
        </ul>
      ) : null}
      {others.length > 4 ? (
        <p>
          <a href={yearsPaths.toDo}>{t.more(others.length - 4)}</a>
        </p>
      ) : null}
    </Card>
  )
}

function Progress({ steps, lang }: { steps: readonly StepProgress[]; lang: Lang }) {
  const t = yearsWords(lang)
  return (
    <Card title={t.progress}>
      <div class="gu-stack">
        {steps.map(({ label, done, waiting, late, all }) => (
          <ProgressBar
            label={label}
            figure={`${done}/${all}`}
            total={all}
            parts={[
              { amount: done, tone: 'good', label: '' },
              { amount: waiting, tone: 'warning', label: '' },
              { amount: late, tone: 'bad', label: '' },
            ]}
          />
        ))}
      </div>
    </Card>
  )
}

function Checks({ frame, links, closed, standing }: BoardPageProps & { standing: ChecksStanding }) {
  const t = boardChecksWords(frame.lang)
  const { visits, held, signed, missed, openCorrections, lateCorrections, nextOn } = standing
  const href = links.other('kiem-tra')
  const bar = (label: string, amount: number) => (
    <ProgressBar
      label={label}
      figure={`${amount}/${visits}`}
      total={visits}
      parts={[{ amount, tone: 'good', label: '' }]}
    />
  )
  return (
    <Card title={t.title}>
      <div class="gu-stack">
        {bar(t.held, held)}
        {bar(t.signed, signed)}
        <p>
          {t.corrections}: <b class="gu-figure">{openCorrections}</b>{' '}
          {lateCorrections > 0 ? <StateBadge state="late" label={t.late(lateCorrections)} /> : null}
        </p>
        {missed > 0 ? <StateBadge state="late" label={t.missed(missed)} /> : null}
        {nextOn ? <p>{t.next(printDate(nextOn))}</p> : null}
        {isBelow(closed, links.board, href) ? null : <a href={href}>{t.open}</a>}
      </div>
    </Card>
  )
}

function Places({ frame, links, may, closed }: BoardPageProps) {
  const t = yearsWords(frame.lang)
  const places = [
    [t.drafts, links.other('du-thao')],
    [t.rules, links.other('quy-dinh')],
    [t.registrations, links.other('dang-ky')],
    [t.results, links.other('ket-qua')],
    [t.scoreTable, links.other('bang-diem')],
    [boardChecksWords(frame.lang).title, links.other('kiem-tra')],
    [t.ranking, links.other('xep-hang')],
    [t.activities, links.other('hoat-dong')],
    [t.handover, links.other('ban-giao')],
    [t.workbook, links.other('xuat-excel')],
    ...(may.audit ? [[t.audit, links.other('nhat-ky')]] : []),
    ...(may.advance
      ? [
          [t.midYearLink, links.midYear],
          [t.stepBackLink, links.stepBack],
        ]
      : []),
  ]
  return (
    <Card title={t.placesTitle}>
      <ul class="gu-links gu-links-wide">
        {places
          .filter(([, href = '']) => !isBelow(closed, links.board, href))
          .map(([label, href]) => (
            <li>
              <a href={href}>{label}</a>
            </li>
          ))}
      </ul>
    </Card>
  )
}
