import { formState } from '../../http/again.ts'
import type { FormAgain } from '../../http/feature.ts'
import type { Lang } from '../../i18n/words.ts'
import {
  Button,
  ButtonRow,
  Card,
  FieldGroup,
  Form,
  Hidden,
  LinkButton,
  Mark,
  RadioGroup,
  Select,
  Tag,
  TextArea,
  TextInput,
} from '../../ui/index.ts'
import { ConferenceFrame, type ConferenceProps } from './conference-frame.tsx'
import { conferencesWords } from './conferences.messages.ts'
import { deeds } from './conferences.paths.ts'
import type { DraftChoice, RemarkRow } from './conferences.store.ts'

type ReportPageProps = ConferenceProps & {
  readonly drafts: readonly DraftChoice[]
  readonly draftHref: (draftId: string) => string
  readonly draftsHref: string
  readonly remarks: readonly RemarkRow[]
  /** Units one may speak for. */
  readonly units: readonly { readonly id: string; readonly name: string }[]
  readonly mayManage: boolean
  readonly mayRemark: boolean
  readonly again?: FormAgain | undefined
}

/** The report that was read, what was said of it, and its adoption. */
export function ReportPage(props: ReportPageProps) {
  const { frame, links, conference, problem, remarks, mayManage, mayRemark } = props
  const t = conferencesWords(frame.lang)
  const open = conference.state !== 'closed'
  return (
    <ConferenceFrame frame={frame} links={links} conference={conference} problem={problem} part="report">
      {conference.blocYearId ? <Report {...props} /> : null}
      <Card title={t.remarks}>
        {remarks.length === 0 ? <p class="gu-muted">{t.noRemarks}</p> : null}
        <div class="gu-stack">
          {remarks.map((remark) => (
            <Remark {...props} remark={remark} mayAnswer={mayManage && open && remark.takenUp === null} />
          ))}
        </div>
      </Card>
      {mayRemark && open ? <RemarkForm {...props} /> : null}
    </ConferenceFrame>
  )
}

function Report({
  frame,
  links,
  conference,
  drafts,
  draftHref,
  draftsHref,
  mayManage,
  again,
}: ReportPageProps) {
  const t = conferencesWords(frame.lang)
  const chosen = drafts.find(({ id }) => id === conference.reportDraftId)
  const action = links.act(conference.id, deeds.read)
  const adopt = links.act(conference.id, deeds.adopt)
  const changing = mayManage && conference.state !== 'closed' && !conference.reportAdopted
  return (
    <Card
      title={t.report}
      aside={
        <Tag tone={conference.reportAdopted ? 'good' : 'neutral'}>
          {conference.reportAdopted ? t.reportAdopted : t.reportNotAdopted}
        </Tag>
      }
    >
      <div class="gu-stack">
        {chosen ? (
          <p>
            {t.reportRead}: <a href={draftHref(chosen.id)}>{chosen.title}</a>
          </p>
        ) : (
          <p class="gu-muted">{t.reportNone}</p>
        )}
        {changing && chosen ? (
          <Form action={adopt} bare {...formState(again, adopt)}>
            <ButtonRow>
              <Button kind="primary" icon="check">
                {t.reportAdopt}
              </Button>
            </ButtonRow>
          </Form>
        ) : null}
        {changing && drafts.length === 0 ? (
          <p>
            {t.reportNoDraft} <LinkButton href={draftsHref}>{t.reportDrafts}</LinkButton>
          </p>
        ) : null}
        {changing && drafts.length > 0 ? (
          <Form action={action} bare {...formState(again, action)}>
            <Select
              name="draftId"
              label={t.reportChoose}
              hint={t.reportChooseHint}
              value={chosen?.id}
              choices={drafts.map(({ id, title }) => ({ value: id, label: title }))}
            />
            <ButtonRow>
              <Button kind={chosen ? 'secondary' : 'primary'}>{t.reportSet}</Button>
            </ButtonRow>
          </Form>
        ) : null}
      </div>
    </Card>
  )
}

function Remark({
  frame,
  links,
  conference,
  remark,
  mayAnswer,
  again,
}: ReportPageProps & { readonly remark: RemarkRow; readonly mayAnswer: boolean }) {
  const t = conferencesWords(frame.lang)
  const action = links.act(conference.id, deeds.answer)
  const mine = again?.values.remarkId === remark.id
  return (
    <article>
      <p>
        <strong>{[remark.unitName, remark.speaker].filter(Boolean).join(' – ') || t.noUnit}</strong>{' '}
        <Taken remark={remark} lang={frame.lang} /> {remark.illustrative ? <Mark kind="sample" /> : null}
      </p>
      <p class="gu-wording">{remark.body}</p>
      {remark.answer ? (
        <p class="gu-wording gu-muted">
          {t.answer}: {remark.answer}
        </p>
      ) : null}
      {mayAnswer ? (
        <details open={mine}>
          <summary>{t.answer}</summary>
          <Form action={action} submitLabel={t.answerSave} {...(mine ? formState(again, action) : {})}>
            <Hidden name="remarkId" value={remark.id} />
            <RadioGroup
              name="takenUp"
              label={t.takenUpQuestion}
              labelHidden
              inline
              required
              choices={[
                { value: 'yes', label: t.yes },
                { value: 'no', label: t.no },
              ]}
            />
            <TextArea name="answer" label={t.answer} hint={t.answerHint} rows={2} />
          </Form>
        </details>
      ) : null}
    </article>
  )
}

function Taken({ remark, lang }: { remark: RemarkRow; lang: Lang }) {
  const t = conferencesWords(lang)
  if (remark.takenUp === null) return <Tag tone="warning">{t.unanswered}</Tag>
  return <Tag tone={remark.takenUp ? 'good' : 'neutral'}>{remark.takenUp ? t.takenUp : t.notTakenUp}</Tag>
}

function RemarkForm({ frame, links, conference, units, mayManage, again }: ReportPageProps) {
  const t = conferencesWords(frame.lang)
  const action = links.act(conference.id, deeds.remark)
  return (
    <Card title={t.addRemark}>
      <Form action={action} submitLabel={t.addRemark} {...formState(again, action)}>
        <FieldGroup legend={t.speaker} columns>
          {units.length > 0 ? (
            <Select
              name="unitId"
              label={t.ofUnit}
              placeholder={mayManage ? t.noUnit : false}
              value={units.length === 1 ? units[0]?.id : undefined}
              choices={units.map(({ id, name }) => ({ value: id, label: name }))}
            />
          ) : null}
          <TextInput name="speaker" label={t.speaker} />
        </FieldGroup>
        <TextArea name="body" label={t.remarkBody} required rows={3} />
      </Form>
    </Card>
  )
}
