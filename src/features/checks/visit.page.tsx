import { correctionStanding, type Party } from '../../domain/checks/index.ts'
import { printDate } from '../../domain/vietnamese/index.ts'
import type { CellKind } from '../../domain/years/index.ts'
import type { Lang } from '../../i18n/words.ts'
import { aboutOf, type Correction, type Observation, type VisitRecord } from '../../records/visit-record.ts'
import {
  Alert,
  ButtonRow,
  Card,
  DefinitionList,
  Layout,
  LinkButton,
  Mark,
  type PageFrame,
  PageHeader,
  StateBadge,
} from '../../ui/index.ts'
import { filesPaths } from '../files/files.paths.ts'
import { checksWords } from './checks.messages.ts'
import type { CheckLinks } from './checks.paths.ts'
import { MinutesCard } from './minutes.page.tsx'
import { correctionNames, dutyNames, observationNames, visitsWords } from './visits.messages.ts'

/** What the reader may do at a visit now. */
export type VisitRights = {
  readonly write: boolean
  readonly manage: boolean
  readonly answer: boolean
  /** The sides the reader may sign for on screen, and those whose paper they may record. */
  readonly sign: readonly Party[]
  readonly recordPaper: readonly Party[]
}

export type VisitPageProps = {
  readonly frame: PageFrame
  readonly links: CheckLinks
  readonly visit: VisitRecord
  readonly today: string
  readonly badge: CellKind
  readonly badgeLabel: string
  /** Both sides, those who run the year and, once it is signed, every member read what was found. */
  readonly shown: boolean
  readonly rights: VisitRights
  readonly pdf: string
  readonly docx: string
}

/** A visit: who goes where, what was found, what has to be put right, who has signed. */
export function VisitPage(props: VisitPageProps) {
  const { frame, links, visit, shown, rights } = props
  const t = visitsWords(frame.lang)
  const title = t.visitTitle(visit.unitName)
  return (
    <Layout
      frame={frame}
      title={title}
      wide
      breadcrumb={[
        { label: checksWords(frame.lang).title, href: links.checks },
        { label: visit.planTitle, href: links.plan(visit.planId) },
        { label: visit.unitName },
      ]}
    >
      <PageHeader
        title={title}
        eyebrow={
          <>
            {visit.teamName} <StateBadge state={props.badge} label={props.badgeLabel} />{' '}
            {visit.illustrative ? <Mark kind="sample" /> : null}
          </>
        }
        actions={<Actions {...props} />}
      />
      <div class="gu-split">
        <div class="gu-stack">
          {shown ? null : <Alert>{t.hidden}</Alert>}
          {visit.state === 'planned' ? <Alert>{t.notHeld}</Alert> : null}
          {visit.state === 'cancelled' ? <Alert tone="warning">{t.cancelled(visit.reason)}</Alert> : null}
          {shown && visit.state === 'held' ? (
            <>
              <Observations {...props} />
              <Corrections {...props} />
              <Opinion {...props} />
            </>
          ) : null}
        </div>
        <div class="gu-stack">
          {shown && visit.state === 'held' ? <MinutesCard {...props} /> : null}
          <Facts {...props} />
          {rights.manage && visit.state === 'planned' ? (
            <Card title={t.manageVisit}>
              <ButtonRow>
                <LinkButton href={links.schedule(visit.planId)} icon="calendar">
                  {checksWords(frame.lang).editSchedule}
                </LinkButton>
                <LinkButton href={links.cancel(visit.id)} kind="quiet">
                  {t.cancel}
                </LinkButton>
              </ButtonRow>
            </Card>
          ) : null}
        </div>
      </div>
    </Layout>
  )
}

function Actions({ frame, links, visit, rights }: VisitPageProps) {
  const t = visitsWords(frame.lang)
  if (!rights.write || visit.state === 'cancelled') return null
  return (
    <LinkButton
      href={links.record(visit.id)}
      icon="edit"
      kind={visit.state === 'planned' ? 'primary' : 'secondary'}
    >
      {visit.state === 'planned' ? t.record : t.recordAgain}
    </LinkButton>
  )
}

function Facts({ frame, visit, shown }: VisitPageProps) {
  const { lang } = frame
  const t = visitsWords(lang)
  const c = checksWords(lang)
  const hours = t.hours(visit.heldFrom ?? '', visit.heldTo ?? '')
  const lines = (text: string) => text.split('\n').filter((line) => line.trim() !== '')
  const held = shown && visit.heldOn !== null
  const items = [
    { term: t.visitPlan, value: visit.planTitle },
    ...(visit.heldOn
      ? [{ term: t.heldOn, value: [printDate(visit.heldOn), hours].filter(Boolean).join(', ') }]
      : visit.plannedOn
        ? [{ term: t.plannedOn, value: c.dayOf(printDate(visit.plannedOn), visit.plannedAt ?? '') }]
        : []),
    ...(visit.movedFrom
      ? [{ term: c.schedule, value: t.moved(printDate(visit.movedFrom), visit.reason) }]
      : []),
    ...(visit.place ? [{ term: c.place, value: visit.place }] : []),
    { term: c.leadingUnit, value: visit.leadingUnitName },
    { term: t.teamUnits, value: visit.teamUnits.join(', ') },
    ...(visit.persons.length > 0
      ? [
          {
            term: c.persons,
            value: (
              <Lines
                lines={visit.persons.map(({ name, title, duty }) =>
                  [name, title, dutyNames[duty][lang]].filter(Boolean).join(', '),
                )}
              />
            ),
          },
        ]
      : []),
    ...(held && visit.attendedTeam
      ? [{ term: t.attendedTeam, value: <Lines lines={lines(visit.attendedTeam)} /> }]
      : []),
    ...(held && visit.attendedUnit
      ? [{ term: t.attendedUnit, value: <Lines lines={lines(visit.attendedUnit)} /> }]
      : []),
    ...(held && visit.contents
      ? [{ term: t.checkedContents, value: <Lines lines={lines(visit.contents)} /> }]
      : []),
  ]
  return (
    <Card>
      <DefinitionList items={items} />
    </Card>
  )
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul>
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  )
}

function Observations({ frame, links, visit, rights }: VisitPageProps) {
  const t = visitsWords(frame.lang)
  const add = rights.write ? <a href={links.observe(visit.id)}>{t.addObservation}</a> : null
  return (
    <Card title={t.observations} aside={add} id="nhan-xet">
      {visit.observations.length === 0 ? <p class="gu-muted">{t.noObservations}</p> : null}
      {(['strength', 'shortcoming'] as const).map((kind) => {
        const own = visit.observations.filter((one) => one.kind === kind)
        if (own.length === 0) return null
        return (
          <>
            <h3>{observationNames[kind][frame.lang]}</h3>
            <ul>
              {own.map((one) => (
                <ObservationLine
                  observation={one}
                  lang={frame.lang}
                  dropHref={rights.write ? links.dropObservation(visit.id, one.id) : ''}
                />
              ))}
            </ul>
          </>
        )
      })}
    </Card>
  )
}

type ObservationLineProps = {
  readonly observation: Observation
  readonly lang: Lang
  readonly dropHref: string
}

function ObservationLine({ observation, lang, dropHref }: ObservationLineProps) {
  const t = visitsWords(lang)
  const about = aboutOf(observation)
  return (
    <li>
      {observation.body} {about ? <span class="gu-hint">{t.about(about)}</span> : null}{' '}
      {dropHref ? (
        <a href={dropHref} aria-label={t.dropOf(observation.body)}>
          {t.drop}
        </a>
      ) : null}
    </li>
  )
}

function Corrections({ frame, links, visit, rights, today }: VisitPageProps) {
  const t = visitsWords(frame.lang)
  const ask = rights.write ? <a href={links.ask(visit.id)}>{t.askMore}</a> : null
  return (
    <Card title={t.asked} aside={ask} id="khac-phuc">
      {visit.corrections.length === 0 ? <p class="gu-muted">{t.noAsked}</p> : null}
      {visit.corrections.map((one) => (
        <CorrectionPart
          correction={one}
          lang={frame.lang}
          links={links}
          visitId={visit.id}
          rights={rights}
          today={today}
        />
      ))}
    </Card>
  )
}

const correctionBadges: Readonly<Record<Correction['state'], CellKind>> = {
  open: 'not_due',
  answered: 'waiting',
  returned: 'returned',
  settled: 'done',
}

type CorrectionPartProps = {
  readonly correction: Correction
  readonly lang: Lang
  readonly links: CheckLinks
  readonly visitId: string
  readonly rights: VisitRights
  readonly today: string
}

function CorrectionPart({ correction, lang, links, visitId, rights, today }: CorrectionPartProps) {
  const t = visitsWords(lang)
  const { state, answeredOn, settledOn } = correction
  const { late } = correctionStanding(correction, today)
  const mayAnswer = rights.answer && (state === 'open' || state === 'returned')
  const maySettle = rights.write && state === 'answered'
  const mayDrop = rights.write && state === 'open'
  return (
    <section class="gu-stack" aria-label={correction.body}>
      <p>
        <strong>{correction.body}</strong>{' '}
        <StateBadge
          state={late ? 'late' : correctionBadges[state]}
          label={late ? `${t.lateBy}, ${t.due(printDate(correction.dueOn))}` : correctionNames[state][lang]}
        />{' '}
        {late ? null : <span class="gu-hint">{t.due(printDate(correction.dueOn))}</span>}
      </p>
      {answeredOn ? (
        <p>
          {t.answeredOn(printDate(answeredOn))} {correction.answer}{' '}
          {correction.answeredOnBehalf ? <span class="gu-hint">{t.answeredFor}</span> : null}{' '}
          {correction.files.map((file) => (
            <>
              <a href={filesPaths.show(file.fileId)}>{file.fileName}</a>{' '}
            </>
          ))}
        </p>
      ) : null}
      {correction.verdict ? <p>{t.verdictOf(correction.verdict)}</p> : null}
      {settledOn ? (
        <p class="gu-hint">{t.settledOn(printDate(settledOn), correction.settledByName ?? '')}</p>
      ) : null}
      {mayAnswer || maySettle || mayDrop ? (
        <ButtonRow>
          {mayAnswer ? (
            <LinkButton href={links.answer(visitId, correction.id)} size="small" kind="primary">
              {t.answer}
            </LinkButton>
          ) : null}
          {maySettle ? (
            <LinkButton href={links.settle(visitId, correction.id)} size="small" kind="primary">
              {t.settleLegend}
            </LinkButton>
          ) : null}
          {mayDrop ? (
            <LinkButton href={links.dropCorrection(visitId, correction.id)} size="small" kind="quiet">
              {t.drop}
            </LinkButton>
          ) : null}
        </ButtonRow>
      ) : null}
    </section>
  )
}

function Opinion({ frame, links, visit, rights }: VisitPageProps) {
  const t = visitsWords(frame.lang)
  const edit = rights.answer ? <a href={links.opinion(visit.id)}>{checksWords(frame.lang).editTeam}</a> : null
  return (
    <Card title={t.opinion} aside={edit}>
      {visit.opinion ? <Lines lines={visit.opinion.split('\n')} /> : <p class="gu-muted">{t.noOpinion}</p>}
    </Card>
  )
}
