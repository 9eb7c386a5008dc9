import { printDate } from '../../domain/vietnamese/index.ts'
import { formState } from '../../http/again.ts'
import type { FormAgain } from '../../http/feature.ts'
import { stepWords } from '../../steps/step.messages.ts'
import { stepBadge } from '../../steps/step-badge.ts'
import type { UnitStep } from '../../steps/steps.store.ts'
import {
  Button,
  Card,
  DateInput,
  DefinitionList,
  Form,
  Hidden,
  LinkButton,
  Mark,
  type PageFrame,
  Select,
  StateBadge,
  TextArea,
  TextInput,
} from '../../ui/index.ts'
import { type ReportStep, ratingLevels } from './report-parts.ts'
import type { RatingRow } from './reports.store.ts'
import { resultsWords } from './results.messages.ts'
import type { ResultLinks } from './results.paths.ts'
import { reviewWords } from './review.messages.ts'

/** What is still open before a report is sent. */
export type OpenPoints = {
  readonly findings: number
  readonly missing: number
  readonly withoutEvidence: number
  readonly reused: number
}

export type ReportsProps = {
  /** The reports of the unit that the period belongs to; empty for the bloc. */
  readonly reports: readonly ReportStep[]
  readonly steps: readonly UnitStep[]
  readonly open: OpenPoints
  readonly wordsWritten: { readonly written: number; readonly all: number }
  readonly ratings: readonly RatingRow[]
  readonly maySend: boolean
  readonly mayDecide: boolean
  readonly mayRate: boolean
}

type SideProps = ReportsProps & {
  readonly frame: PageFrame
  readonly links: ResultLinks
  readonly slug: string
  readonly period: string
  readonly onBehalf: boolean
  readonly again: FormAgain | undefined
}

/** Under the figures: written parts, sending, the head's opinion, the yearly rating. */
export function ReportsSide(props: SideProps) {
  const { frame, links, slug, reports, wordsWritten } = props
  const t = resultsWords(frame.lang)
  return (
    <div class="gu-split">
      <div class="gu-stack">{reports.length > 0 ? <SendCard {...props} /> : null}</div>
      <div class="gu-stack">
        <Card title={t.words} subtitle={t.wordsCount(String(wordsWritten.written), String(wordsWritten.all))}>
          <LinkButton href={links.words(slug)} icon="edit">
            {t.openWords}
          </LinkButton>
        </Card>
        {reports.length > 0 ? <RatingCards {...props} /> : null}
      </div>
    </div>
  )
}

function SendCard(props: SideProps) {
  const { frame, links, slug, period, reports, steps, open, maySend, onBehalf } = props
  const t = resultsWords(frame.lang)
  const state = (report: ReportStep) => steps.find((step) => step.step === report)
  const isSendable = maySend && sendableOf(props).length > 0
  return (
    <Card title={t.reports} kind={isSendable && !onBehalf ? 'accent' : 'plain'}>
      <DefinitionList
        items={reports.map((report) => ({
          term: t[report],
          value: <StateBadge {...stepBadge(state(report), frame.lang)} />,
        }))}
      />
      {isSendable ? (
        <>
          <h3>{t.beforeSending}</h3>
          <Points frame={frame} open={open} />
        </>
      ) : null}
      <p>
        <a href={links.review(slug, period)}>{reviewWords(frame.lang).open}</a>
      </p>
      <SendForm {...props} />
    </Card>
  )
}

/** Reports that are still to be sent. */
function sendableOf({ reports, steps }: Pick<SideProps, 'reports' | 'steps'>): readonly ReportStep[] {
  const state = (report: ReportStep) => steps.find((step) => step.step === report)?.state
  return reports.filter((report) => !['sent', 'accepted'].includes(state(report) ?? ''))
}

type SendProps = Pick<
  SideProps,
  'frame' | 'links' | 'slug' | 'reports' | 'steps' | 'maySend' | 'onBehalf' | 'again'
>

/** The buttons that send what is not sent yet; nothing for whoever may not. */
export function SendForm(props: SendProps) {
  const { frame, links, slug, maySend, onBehalf, again } = props
  const t = resultsWords(frame.lang)
  const s = stepWords(frame.lang)
  const sendable = sendableOf(props)
  if (!maySend || sendable.length === 0) return null
  const action = links.send(slug)
  const channels = (['paper', 'file', 'screen'] as const).map((value) => ({ value, label: s[value] }))
  return (
    <Form action={action} bare {...formState(again, action)}>
      {onBehalf ? (
        <Select name="channel" label={t.channel} choices={channels} value="file" placeholder={false} narrow />
      ) : (
        <Hidden name="channel" value="screen" />
      )}
      <div class="gu-button-row">
        {sendable.map((report) => (
          <Button name="step" value={report} icon="send">
            {t.send(t[report].toLocaleLowerCase('vi'))}
          </Button>
        ))}
      </div>
    </Form>
  )
}

function Points({ frame, open }: { readonly frame: PageFrame; readonly open: OpenPoints }) {
  const t = resultsWords(frame.lang)
  const points = [
    open.findings > 0 ? t.findingsLeft(String(open.findings)) : '',
    open.missing > 0 ? t.missingFigures(String(open.missing)) : '',
    open.withoutEvidence > 0 ? t.missingEvidence(String(open.withoutEvidence)) : '',
    open.reused > 0 ? t.reusedEvidence(String(open.reused)) : '',
  ].filter(Boolean)
  if (points.length === 0) return <p>{t.nothingMissing}</p>
  return (
    <ul>
      {points.map((point) => (
        <li>{point}</li>
      ))}
    </ul>
  )
}

/** What the head does with a report that was sent. */
export function DecideCard({ frame, links, slug, reports, steps, again }: SideProps) {
  const t = resultsWords(frame.lang)
  const s = stepWords(frame.lang)
  const known = steps.filter((step) => reports.includes(step.step as ReportStep))
  const waiting = known.filter((step) => step.state === 'sent')
  const decidable = known.filter((step) => step.state === 'sent' || step.state === 'accepted')
  if (decidable.length === 0) return null
  const choices = decidable.map((step) => ({ value: step.step, label: t[step.step as ReportStep] }))
  return (
    <Card title={t.decide} kind={waiting.length > 0 ? 'accent' : 'plain'}>
      <div class="gu-stack">
        <div class="gu-button-row">
          {waiting.map((step) => (
            <form method="post" action={links.accept(slug)}>
              <Hidden name="step" value={step.step} />
              <Button kind="primary">
                {s.accept} {t[step.step as ReportStep].toLocaleLowerCase('vi')}
              </Button>
            </form>
          ))}
        </div>
        <Form action={links.giveBack(slug)} bare {...formState(again, links.giveBack(slug))}>
          <Select name="step" label={s.giveBack} choices={choices} placeholder={false} narrow />
          <TextArea name="reason" label={s.reason} hint={s.reasonHint} rows={2} required />
          <div class="gu-form-actions">
            <Button icon="return">{s.giveBack}</Button>
          </div>
        </Form>
      </div>
    </Card>
  )
}

function RatingCards(props: SideProps) {
  const { frame, ratings } = props
  const t = resultsWords(frame.lang)
  const of = (subject: 'unit' | 'party') => ratings.find((one) => one.subject === subject)
  return (
    <Card title={t.rating}>
      <DefinitionList
        items={(['unit', 'party'] as const).map((subject) => ({
          term: subject === 'unit' ? t.ratingOfUnit : t.ratingOfParty,
          value: <RatingValue frame={frame} rating={of(subject)} />,
        }))}
      />
      {props.mayRate ? <RatingForms {...props} /> : null}
    </Card>
  )
}

function RatingValue({
  frame,
  rating,
}: {
  readonly frame: PageFrame
  readonly rating: RatingRow | undefined
}) {
  const t = resultsWords(frame.lang)
  if (!rating) return <>{t.notRated}</>
  const { level, decidedBy, decision, decidedOn, downgradedTo, downgradedOn, downgradeReason } = rating
  const basis = [decidedBy, decision, decidedOn ? printDate(decidedOn) : ''].filter(Boolean).join(', ')
  return (
    <>
      {downgradedTo ? <del>{t[`level_${level}`]}</del> : t[`level_${level}`]}{' '}
      {rating.illustrative ? <Mark kind="sample" /> : null}
      {basis ? <div class="gu-muted">{basis}</div> : null}
      {downgradedTo && downgradedOn ? (
        <div>{t.loweredWords(t[`level_${downgradedTo}`], printDate(downgradedOn), downgradeReason)}</div>
      ) : null}
    </>
  )
}

function RatingForms({ frame, links, slug, ratings, again }: SideProps) {
  const t = resultsWords(frame.lang)
  const subjects = [
    { value: 'unit', label: t.ratingOfUnit },
    { value: 'party', label: t.ratingOfParty },
  ]
  const levels = ratingLevels.map((value) => ({ value, label: t[`level_${value}`] }))
  const [rating, lowering] = [links.rating(slug), links.downgrade(slug)]
  return (
    <>
      <details open={again?.action === rating}>
        <summary>{t.saveRating}</summary>
        <Form action={rating} bare {...formState(again, rating)}>
          <Select name="subject" label={t.rating} choices={subjects} placeholder={false} />
          <Select name="level" label={t.level} choices={levels} required />
          <TextInput name="decidedBy" label={t.decidedBy} required />
          <TextInput name="decision" label={t.decision} optional />
          <DateInput name="decidedOn" label={t.decidedOn} />
          <div class="gu-form-actions">
            <Button>{t.saveRating}</Button>
          </div>
        </Form>
      </details>
      {ratings.length > 0 ? (
        <details open={again?.action === lowering}>
          <summary>{t.downgrade}</summary>
          <Form action={lowering} bare {...formState(again, lowering)}>
            <Select name="subject" label={t.rating} choices={subjects} placeholder={false} />
            <Select name="downgradedTo" label={t.downgradedTo} choices={levels.slice(1)} required />
            <DateInput name="downgradedOn" label={t.downgradedOn} required />
            <TextArea name="reason" label={t.reason} rows={2} required />
            <div class="gu-form-actions">
              <Button>{t.downgrade}</Button>
            </div>
          </Form>
        </details>
      ) : null}
    </>
  )
}
