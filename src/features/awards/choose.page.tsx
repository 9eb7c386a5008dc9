import type { Award } from '../../domain/awards/index.ts'
import {
  type AwardCandidate,
  candidateReasonText,
  type Standing,
  standingLabels,
} from '../../domain/eligibility/index.ts'
import type { CouncilThreshold } from '../../domain/law/index.ts'
import { type CeilingCheck, ceilingText } from '../../domain/quotas/index.ts'
import { printNumber } from '../../domain/vietnamese/index.ts'
import { formState } from '../../http/again.ts'
import type { FormAgain } from '../../http/feature.ts'
import {
  Alert,
  Card,
  CheckboxList,
  type Column,
  DataTable,
  DateInput,
  DefinitionList,
  FieldGroup,
  Form,
  Layout,
  Mark,
  NumberInput,
  type PageFrame,
  PageHeader,
  RadioGroup,
  Select,
  Tabs,
  Tag,
  TextArea,
  TextInput,
  type Tone,
} from '../../ui/index.ts'
import { awardsWords } from './awards.messages.ts'
import type { OriginPaths } from './awards.paths.ts'
import type { ChoiceRule } from './choice.ts'
import { modeChoices, sentenceCase } from './proposal-list.tsx'

/** One member as a candidate, with what stands beside its name. */
export type CandidateLine = {
  readonly candidate: AwardCandidate
  readonly name: string
  readonly rank: number
  readonly score: string
  readonly votes: { readonly votes: number; readonly base: number } | undefined
  /** Already proposed for this award, or for a higher one. */
  readonly already: string | undefined
}

/** The three ways to propose, each with a form of its own. */
export type ProposeTab = 'don-vi' | 'ca-nhan' | 'chua-neu-ten'

export type ChoosePageProps = {
  readonly frame: PageFrame
  readonly year: number
  readonly paths: OriginPaths
  readonly award: Award
  readonly tab: ProposeTab
  readonly rule: ChoiceRule | undefined
  readonly ruleText: string
  readonly usualMode: string
  readonly ceiling: CeilingCheck
  readonly threshold: CouncilThreshold | null
  readonly ranked: 'frozen' | 'provisional' | 'none'
  readonly lines: readonly CandidateLine[]
  readonly units: readonly { readonly id: string; readonly name: string }[]
  readonly today: string
  readonly again: FormAgain | undefined
}

/** The candidates of one award with every reason, and the form that proposes. */
export function ChoosePage(props: ChoosePageProps) {
  const { frame, award, paths, year, lines } = props
  const t = awardsWords(frame.lang)
  const title = award.name[frame.lang]
  return (
    <Layout frame={frame} title={title} breadcrumb={[{ label: t.title, href: paths.list }, { label: title }]}>
      <PageHeader title={title} aside={t.yearAside(String(year))} />
      <div class="gu-stack-large">
        <Card>
          <DefinitionList items={factsOf(props)} />
        </Card>
        {award.chosenByBloc ? (
          <Card title={t.candidates} flush={lines.length > 0}>
            <RankingNotice {...props} />
            {lines.length > 0 ? <CandidateTable {...props} /> : null}
          </Card>
        ) : null}
        <ProposeCard {...props} />
      </div>
    </Layout>
  )
}

function factsOf({ frame, rule, ruleText, ceiling, threshold, award }: ChoosePageProps) {
  const { lang } = frame
  const t = awardsWords(lang)
  const facts = []
  if (rule) {
    const value = (
      <>
        {sentenceCase(ruleText)} <Mark kind={rule.rule.mark} />
        <div class="gu-muted">{rule.rule.basis[lang]}</div>
      </>
    )
    facts.push({ term: t.way, value })
  }
  facts.push({
    term: t.ceiling,
    value: (
      <>
        {ceilingText(ceiling)[lang]} {ceiling.row ? <Mark kind={ceiling.row.mark} /> : null}
        {ceiling.row ? <div class="gu-muted">{ceiling.row.basis}</div> : null}
      </>
    ),
  })
  facts.push({
    term: t.council,
    value: threshold ? (
      <>
        {sentenceCase(t.councilShare(String(threshold.share.numerator)))} <Mark kind={threshold.mark} />
      </>
    ) : (
      sentenceCase(t.noCouncilShare)
    ),
  })
  facts.push({ term: t.decidedBy, value: award.decidedBy[lang] })
  return facts
}

function RankingNotice({ frame, ranked }: ChoosePageProps) {
  const t = awardsWords(frame.lang)
  if (ranked === 'frozen') return null
  return <Alert tone="warning">{ranked === 'provisional' ? t.candidatesProvisional : t.candidatesNone}</Alert>
}

const standingTones: Readonly<Record<Standing, Tone>> = {
  suggested: 'good',
  to_vote: 'info',
  possible: 'neutral',
  suspended: 'warning',
  barred: 'bad',
}

function CandidateTable({ frame, lines }: ChoosePageProps) {
  const { lang } = frame
  const t = awardsWords(lang)
  const columns: Column<CandidateLine>[] = [
    {
      header: t.unit,
      width: 'wide',
      cell: (line) => (
        <>
          {line.name}
          <div>
            <StandingTag line={line} lang={lang} />
          </div>
        </>
      ),
    },
    { header: t.place, numeric: true, cell: ({ rank }) => String(rank) },
    { header: t.points, numeric: true, cell: ({ score }) => (score === '' ? t.none : printNumber(score)) },
    {
      header: t.votes,
      numeric: true,
      cell: ({ votes }) => (votes ? t.votesOf(String(votes.votes), String(votes.base)) : t.none),
    },
    {
      header: t.reasons,
      width: 'wide',
      cell: ({ candidate }) =>
        sentenceCase(
          candidate.reasons
            .filter(({ code }) => code !== 'rank')
            .map((reason) => candidateReasonText(reason)[lang])
            .join('; '),
        ),
    },
  ]
  return (
    <DataTable
      caption={t.candidates}
      captionHidden
      columns={columns}
      rows={lines}
      rowKind={({ candidate, already }) =>
        already
          ? 'award'
          : candidate.standing === 'barred' || candidate.standing === 'suspended'
            ? 'muted'
            : undefined
      }
    />
  )
}

function StandingTag({ line, lang }: { line: CandidateLine; lang: PageFrame['lang'] }) {
  if (line.already) return <Tag tone="award">{sentenceCase(line.already)}</Tag>
  const { standing } = line.candidate
  return <Tag tone={standingTones[standing]}>{sentenceCase(standingLabels[standing][lang])}</Tag>
}

function ProposeCard(props: ChoosePageProps) {
  const { frame, award, paths, tab } = props
  const t = awardsWords(frame.lang)
  const collective = award.recipients.includes('collective')
  const person = award.recipients.includes('person')
  const here = paths.choose(award.code)
  const offered = [
    ...(collective ? ([['don-vi', t.tabUnit]] as const) : []),
    ...(person ? ([['ca-nhan', t.tabPerson]] as const) : []),
    ...(collective ? ([['chua-neu-ten', t.tabUnnamed]] as const) : []),
  ]
  return (
    <Card title={t.proposeUnit} id="de-nghi">
      {offered.length > 1 ? (
        <Tabs
          label={t.tabs}
          tabs={offered.map(([key, label]) => ({
            label,
            href: `${here}?cach=${key}#de-nghi`,
            current: key === tab,
          }))}
        />
      ) : null}
      {tab === 'don-vi' ? <UnitForm {...props} /> : null}
      {tab === 'ca-nhan' ? <PersonForm {...props} /> : null}
      {tab === 'chua-neu-ten' ? <UnnamedForm {...props} /> : null}
    </Card>
  )
}

function UnitForm(props: ChoosePageProps) {
  const { frame, award, paths, again, lines, units } = props
  const t = awardsWords(frame.lang)
  const action = paths.chooseAct(award.code, 'don-vi')
  const first = lines.find(({ candidate, already }) => candidate.standing === 'suggested' && !already)
  const known = new Map(lines.map((line) => [line.candidate.unitId, line]))
  return (
    <Form action={action} {...formState(again, action)} submitLabel={t.proposeUnit} cancelHref={paths.list}>
      <Select
        name="unitId"
        label={t.unit}
        required
        value={first?.candidate.unitId}
        choices={units.map(({ id, name }) => {
          const line = known.get(id)
          const standing = line && (line.already ?? standingLabels[line.candidate.standing][frame.lang])
          return { value: id, label: standing ? `${name} (${standing})` : name }
        })}
      />
      <HowFields {...props} />
      <TextArea name="departureReason" label={t.departureReason} hint={t.departureHint} rows={2} />
      <TextArea name="overrideReason" label={t.overrideReason} rows={2} />
      <CheckboxList
        name="nameWithheld"
        label={t.keepUnnamed}
        labelHidden
        choices={[{ value: '1', label: t.keepUnnamed }]}
      />
    </Form>
  )
}

function PersonForm(props: ChoosePageProps) {
  const { frame, award, paths, again, units } = props
  const t = awardsWords(frame.lang)
  const action = paths.chooseAct(award.code, 'ca-nhan')
  return (
    <Form action={action} {...formState(again, action)} submitLabel={t.proposeUnit} cancelHref={paths.list}>
      <TextInput name="recipientName" label={t.personName} required />
      <Select
        name="unitId"
        label={t.personUnit}
        optional
        choices={units.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <HowFields {...props} />
      <TextArea name="departureReason" label={t.reason} optional rows={2} />
    </Form>
  )
}

function UnnamedForm(props: ChoosePageProps) {
  const { frame, award, paths, again } = props
  const t = awardsWords(frame.lang)
  const action = paths.chooseAct(award.code, 'chua-neu-ten')
  return (
    <Form action={action} {...formState(again, action)} submitLabel={t.proposeUnit} cancelHref={paths.list}>
      <NumberInput name="count" label={t.count} hint={t.countHint} required />
      <HowFields {...props} />
      <TextArea name="departureReason" label={t.reason} optional rows={2} />
      <TextArea name="overrideReason" label={t.overrideReason} rows={2} />
    </Form>
  )
}

function HowFields({ frame, usualMode, today, rule, ruleText }: ChoosePageProps) {
  const t = awardsWords(frame.lang)
  return (
    <FieldGroup legend={t.basis}>
      <RadioGroup
        name="mode"
        label={t.mode}
        hint={rule ? t.modeHint(ruleText) : undefined}
        required
        value={usualMode}
        choices={modeChoices(frame.lang)}
      />
      <DateInput name="proposedOn" label={t.proposedOn} required value={today} max={today} />
      <TextInput name="printedWording" label={t.wording} hint={t.wordingHint} />
    </FieldGroup>
  )
}
