import { pollBaseLabels, pollMethodLabels, shareLabels } from '../../domain/voting/index.ts'
import { formState } from '../../http/again.ts'
import type { FormAgain } from '../../http/feature.ts'
import { type Lang, nameOf } from '../../i18n/words.ts'
import {
  Card,
  CheckboxList,
  FieldGroup,
  Form,
  Hidden,
  Layout,
  LinkButton,
  Mark,
  NumberInput,
  PageHeader,
  RadioGroup,
  Select,
  TextArea,
  TextInput,
} from '../../ui/index.ts'
import type { ConferenceProps } from './conference-frame.tsx'
import { conferencesWords } from './conferences.messages.ts'
import { deeds } from './conferences.paths.ts'
import type { PollDefaults, RuleSource } from './poll-defaults.ts'
import { originNames, pollsWords, purposeNames } from './polls.messages.ts'
import type { AwardChoice, PollPurpose } from './polls.store.ts'

type PollDraftProps = ConferenceProps & {
  /** Offered as the first step. */
  readonly purposes: readonly { readonly purpose: PollPurpose; readonly href: string }[]
  /** Chosen: the second step. */
  readonly purpose: PollPurpose | null
  readonly defaults: PollDefaults
  readonly awards: readonly AwardChoice[]
  readonly units: readonly { readonly id: string; readonly name: string }[]
  readonly nextYear: number
  readonly again?: FormAgain | undefined
}

/** Preparing a poll: first what it decides, then whom it is about; the rest stands as the rules have it. */
export function PollDraftPage(props: PollDraftProps) {
  const { frame, links, conference, purpose } = props
  const t = pollsWords(frame.lang)
  const c = conferencesWords(frame.lang)
  return (
    <Layout
      frame={frame}
      title={t.prepare}
      breadcrumb={[
        { label: c.title, href: links.list },
        { label: conference.title, href: links.show(conference.id) },
        { label: t.title, href: links.act(conference.id, deeds.polls) },
        { label: t.prepare },
      ]}
    >
      <div class="gu-prose gu-stack">
        <PageHeader
          title={purpose ? nameOf(purposeNames, purpose, frame.lang) : t.prepare}
          lead={t.prepareLead}
          actions={
            purpose ? <LinkButton href={links.newPoll(conference.id)}>{t.changePurpose}</LinkButton> : null
          }
        />
        {purpose ? <PollForm {...props} purpose={purpose} /> : <Purposes {...props} />}
      </div>
    </Layout>
  )
}

function Purposes({ frame, purposes }: PollDraftProps) {
  return (
    <div class="gu-grid">
      {purposes.map(({ purpose, href }) => (
        <LinkButton href={href} size="large" full>
          {nameOf(purposeNames, purpose, frame.lang)}
        </LinkButton>
      ))}
    </div>
  )
}

function PollForm(props: PollDraftProps & { readonly purpose: PollPurpose }) {
  const { frame, links, conference, purpose, awards, units, nextYear, again } = props
  const t = pollsWords(frame.lang)
  const action = links.newPoll(conference.id)
  const office = purpose === 'head' || purpose === 'deputy'
  const named = office || purpose === 'award'
  return (
    <Form
      action={action}
      submitLabel={t.savePoll}
      cancelHref={links.act(conference.id, deeds.polls)}
      {...formState(again, action)}
    >
      <Hidden name="purpose" value={purpose} />
      {purpose === 'award' ? (
        <Select
          name="awardCode"
          label={t.award}
          required
          choices={awards.map(({ code, nameVi, nameEn }) => ({
            value: code,
            label: frame.lang === 'vi' ? nameVi : nameEn,
          }))}
        />
      ) : null}
      {office ? <NumberInput name="forYear" label={t.forYear} required value={String(nextYear)} /> : null}
      {named && units.length > 0 ? (
        <CheckboxList
          name="candidates"
          label={t.candidates}
          hint={t.candidatesHint}
          required
          choices={units.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
      {purpose === 'award' ? (
        <TextArea
          name="others"
          label={units.length > 0 ? t.others : t.councilCandidates}
          hint={t.othersHint}
          rows={3}
        />
      ) : null}
      {named ? (
        <NumberInput name="seats" label={t.seats} hint={t.seatsHint} value={office ? '1' : undefined} />
      ) : null}
      <TextInput name="title" label={t.pollTitle} hint={t.pollTitleHint} required={purpose === 'motion'} />
      <Rules {...props} />
    </Form>
  )
}

function Rules({ frame, conference, defaults, purpose }: PollDraftProps) {
  const t = pollsWords(frame.lang)
  const { lang } = frame
  const { rules, sources } = defaults
  const labels = (words: Readonly<Record<string, { readonly vi: string; readonly en: string }>>) =>
    Object.entries(words).map(([value, label]) => ({ value, label: label[lang] }))
  const named = purpose === 'award' || purpose === 'head' || purpose === 'deputy'
  // The mark of a council depends on the award, which is only chosen above.
  const ofAward = conference.councilId ? [{ value: 'rules', label: t.markOfAward }] : []
  return (
    <Card title={t.byRules} subtitle={t.byRulesLead}>
      <div class="gu-form">
        <RadioGroup
          name="method"
          label={t.method}
          hint={<Source source={sources.method} lang={lang} />}
          value={rules.method}
          inline
          choices={labels(pollMethodLabels)}
        />
        <FieldGroup legend={t.rules} columns>
          <Select
            name="passMark"
            label={t.passMark}
            hint={<Source source={sources.passMark} lang={lang} />}
            placeholder={false}
            value={conference.councilId ? 'rules' : shareKey(rules.passMark)}
            choices={[...ofAward, ...labels(shareLabels)]}
          />
          <Select
            name="base"
            label={t.base}
            hint={<Source source={sources.base} lang={lang} />}
            placeholder={false}
            value={rules.base}
            choices={labels(pollBaseLabels)}
          />
          <Select
            name="quorum"
            label={t.quorum}
            hint={<Source source={sources.quorum} lang={lang} />}
            placeholder={false}
            value={conference.councilId ? 'rules' : shareKey(rules.quorum)}
            choices={[...ofAward, ...labels(shareLabels), { value: 'none', label: t.quorumNone }]}
          />
          <Select
            name="selfVote"
            label={t.selfVote}
            hint={<Source source={sources.selfVote} lang={lang} />}
            placeholder={false}
            value={rules.selfVoteAllowed ? 'yes' : 'no'}
            choices={[
              { value: 'yes', label: t.allowed },
              { value: 'no', label: t.notAllowed },
            ]}
          />
          <Select
            name="ties"
            label={t.ties}
            hint={<Source source={sources.ties} lang={lang} />}
            placeholder={false}
            value="rules"
            choices={[
              { value: 'rules', label: t.tiesRules },
              { value: 'second_ballot', label: t.tiesSecond },
              { value: 'decision', label: t.tiesDecision },
            ]}
          />
          {named ? (
            <Select
              name="form"
              label={t.form}
              placeholder={false}
              value="auto"
              choices={[
                { value: 'auto', label: t.formAuto },
                { value: 'yes_no', label: t.formYesNo },
                { value: 'choose', label: t.formChoose },
              ]}
            />
          ) : (
            <Hidden name="form" value="yes_no" />
          )}
          {named ? <NumberInput name="maxChoices" label={t.maxChoices} hint={t.maxChoicesHint} /> : null}
        </FieldGroup>
      </div>
    </Card>
  )
}

/** Where a value comes from, and how sure that is. */
export function Source({ source, lang }: { source: RuleSource; lang: Lang }) {
  return (
    <>
      {nameOf(originNames, source.origin, lang)}: {source.basis[lang]} <Mark kind={source.mark} />
    </>
  )
}

function shareKey(share: PollDefaults['rules']['quorum']): string {
  if (share === null) return 'none'
  if (share.strictly) return 'more_than_half'
  if (share.numerator * 3 === share.denominator * 2) return 'two_thirds'
  return share.numerator * 10 === share.denominator * 9 ? 'ninety_percent' : 'eighty_percent'
}
