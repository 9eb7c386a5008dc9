import { findingSentence } from '../../domain/results/index.ts'
import { printDate, printPeriod } from '../../domain/vietnamese/index.ts'
import { formState } from '../../http/again.ts'
import type { FormAgain } from '../../http/feature.ts'
import {
  Alert,
  Button,
  Card,
  CheckboxList,
  DateInput,
  Form,
  Hidden,
  Icon,
  Layout,
  LinkButton,
  type PageFrame,
  PageHeader,
  Select,
  Tag,
  TextInput,
} from '../../ui/index.ts'
import { filesPaths } from '../files/files.paths.ts'
import { AlsoRead, type OtherPlaces } from './also-read.tsx'
import { MarkedText, type Span } from './marked-text.tsx'
import type { Doubt, Proposal } from './proposal.ts'
import { doubtsInEnglish, readingWords } from './reading.messages.ts'
import type { ReadingLinks } from './reading.paths.ts'
import type { ReadingRow } from './reading.store.ts'

/** Whose a figure can be. */
export type OwnerChoices = {
  readonly units: readonly { readonly value: string; readonly label: string }[]
  readonly fields: readonly { readonly value: string; readonly label: string }[]
}

type ConfirmProps = {
  readonly frame: PageFrame
  readonly links: ReadingLinks
  readonly listHref: string
  readonly year: number
  readonly unitName: string
  readonly reading: ReadingRow
  readonly proposals: readonly Proposal[]
  readonly spans: readonly Span[]
  readonly owners: OwnerChoices
  /** Labels of the catalogue. */
  readonly catalogue: readonly string[]
  readonly periods: readonly string[]
  /** The report is of another year: whether the bloc has it, and where years are opened. */
  readonly otherYear:
    | { readonly year: number; readonly exists: boolean; readonly openHref: string }
    | undefined
  readonly places: OtherPlaces
  readonly mayCount: boolean
  readonly again: FormAgain | undefined
}

/** What was read in one report, beside its text, in the form it will be saved in. */
export function ConfirmPage(props: ConfirmProps) {
  const { frame, listHref, year, unitName, reading, links, again } = props
  const t = readingWords(frame.lang)
  return (
    <Layout
      frame={frame}
      title={t.confirmTitle}
      breadcrumb={[{ label: t.title, href: listHref }, { label: reading.fileName }]}
      scripts={['reading.js']}
      wide
    >
      <PageHeader
        eyebrow={unitName || t.wholeBloc}
        title={t.confirmTitle}
        aside={t.inYear(year)}
        lead={t.confirmLead}
      />
      <OtherYear {...props} />
      <div class="gu-read">
        <div class="gu-read-side">
          <Source {...props} />
        </div>
        <div class="gu-stack">
          <Figures {...props} />
          <AlsoRead frame={frame} facts={reading.facts} places={props.places} />
          <Form action={links.drop(reading.fileId)} bare {...formState(again, links.drop(reading.fileId))}>
            <div>
              <Button kind="quiet" icon="trash">
                {t.drop}
              </Button>
            </div>
          </Form>
        </div>
      </div>
    </Layout>
  )
}

/** The text with its marks. */
export function Source({ frame, reading, spans }: Pick<ConfirmProps, 'frame' | 'reading' | 'spans'>) {
  const t = readingWords(frame.lang)
  return (
    <Card
      title={reading.fileName}
      aside={
        <a href={filesPaths.show(reading.fileId)}>
          <Icon name="download" size={16} /> {t.openFile}
        </a>
      }
    >
      <MarkedText text={reading.text} spans={spans} />
    </Card>
  )
}

function OtherYear({ frame, links, reading, otherYear, again }: ConfirmProps) {
  const t = readingWords(frame.lang)
  if (!otherYear) return null
  const { year, exists, openHref } = otherYear
  const action = links.move(reading.fileId)
  return (
    <Alert
      tone="warning"
      title={t.otherYear(year)}
      actions={
        exists ? (
          <Form action={action} bare {...formState(again, action)}>
            <Hidden name="year" value={String(year)} />
            <div>
              <Button icon="calendar">{t.moveTo(year)}</Button>
            </div>
          </Form>
        ) : (
          <LinkButton href={openHref} icon="plus">
            {t.openYear(year)}
          </LinkButton>
        )
      }
    >
      {exists ? null : t.yearNotOpen(year)}
    </Alert>
  )
}

function Figures(props: ConfirmProps) {
  const { frame, links, reading, proposals, catalogue, again } = props
  const t = readingWords(frame.lang)
  const action = links.one(reading.fileId)
  if (proposals.length === 0 && !props.mayCount) return <p>{t.noFigures}</p>
  const taken = proposals.filter((one) => one.take).length
  return (
    <Form action={action} bare {...formState(again, action)}>
      <Hidden name="version" value={String(reading.version)} />
      <datalist id="danh-muc">
        {catalogue.map((label) => (
          <option value={label} />
        ))}
      </datalist>
      {proposals.length === 0 ? <p>{t.noFigures}</p> : null}
      <div class="gu-facts" data-facts>
        {proposals.map((proposal) => (
          <FigureFact {...props} proposal={proposal} />
        ))}
      </div>
      {proposals.some((one) => one.stored) || again?.errors.changeReason ? (
        <TextInput
          name="changeReason"
          label={t.changeReason}
          hint={t.changeReasonHint}
          value={t.defaultReason(reading.fileName)}
        />
      ) : null}
      {props.mayCount ? (
        <CheckboxList
          name="counts"
          label={t.counts}
          labelHidden
          choices={[{ value: '1', label: t.counts }]}
          chosen={again ? (again.values.counts ? ['1'] : []) : ['1']}
        />
      ) : null}
      <div class="gu-read-save">
        <p>
          <output data-taken>{t.takenCount(String(taken), String(proposals.length))}</output>{' '}
          <span class="gu-muted gu-read-keys">{t.keys}</span>
        </p>
        <div class="gu-form-actions">
          <Button kind="primary" icon="check">
            {t.save}
          </Button>
        </div>
      </div>
    </Form>
  )
}

function FigureFact(props: ConfirmProps & { readonly proposal: Proposal }) {
  const { frame, proposal, again } = props
  const t = readingWords(frame.lang)
  const { index, how, name, figure, doubts, stored, take } = proposal
  const wrong = Object.entries(again?.errors ?? {}).some(
    ([field, sentence]) => sentence && field.endsWith(`.${index}`),
  )
  const tags = {
    exact: { tone: 'good', words: t.matched },
    near: { tone: 'warning', words: t.near },
    new: { tone: 'info', words: t.isNew },
  } as const
  return (
    <fieldset class={doubts.length > 0 ? 'gu-fact gu-fact-doubt' : 'gu-fact'} id={`f${index}`} data-fact>
      <legend class="visually-hidden">
        {index + 1}. {name}: {figure}
      </legend>
      <div class="gu-fact-head">
        <div class="gu-check">
          <input type="checkbox" id={`take-${index}`} name={`take.${index}`} value="1" checked={take} />
          <label for={`take-${index}`}>
            <span class="visually-hidden">{t.take('')}</span>
            <strong>{name}</strong> <span class="gu-figure">{figure}</span>
          </label>
        </div>
        <Tag tone={tags[how].tone}>{tags[how].words}</Tag>
      </div>
      <p class="gu-fact-meta">
        {ownerWords(props)} · {sentenceCase(printPeriod(proposal.period, frame.lang))} ·{' '}
        {proposal.kind === 'target' ? t.target : t.result}
        {proposal.comparisons.length > 0 ? ` · ${proposal.comparisons.join('; ')}` : ''}
        {proposal.asOf ? ` · ${t.asOf.toLocaleLowerCase('vi')} ${printDate(proposal.asOf)}` : ''}
      </p>
      <p class="gu-fact-quote">
        <a href={`#s${proposal.start}`}>“{shortened(proposal.quote)}”</a>
      </p>
      {doubts.length > 0 ? (
        <ul class="gu-fact-doubts">
          {doubts.map((doubt) => (
            <li>{doubtWords(doubt, frame)}</li>
          ))}
        </ul>
      ) : null}
      {stored ? (
        <p class={stored.same ? 'gu-note' : 'gu-fact-stored'}>
          {stored.same ? t.storedSame(stored.words) : t.storedOther(stored.words)}
        </p>
      ) : null}
      <details open={wrong || proposal.owner === ''}>
        <summary>{t.change}</summary>
        <Details {...props} />
      </details>
      <Hidden name={`seenPlace.${index}`} value={stored?.placeKey ?? ''} />
      <Hidden name={`seenVersion.${index}`} value={String(stored?.version ?? 0)} />
    </fieldset>
  )
}

function Details({
  frame,
  proposal,
  owners,
  periods,
  again,
}: ConfirmProps & { readonly proposal: Proposal }) {
  const t = readingWords(frame.lang)
  const { index, comparisons, doubts } = proposal
  const asksReason = doubts.some(needsReasonFor) || again?.errors[`overrideReason.${index}`] !== undefined
  return (
    <div class="gu-fact-details">
      <TextInput
        name={`name.${index}`}
        label={t.name}
        hint={proposal.how === 'exact' ? undefined : t.nameHint}
        value={proposal.name}
        listId="danh-muc"
      />
      <TextInput name={`figure.${index}`} label={t.figure} value={proposal.figure} />
      <Select
        name={`owner.${index}`}
        label={t.owner}
        value={proposal.owner}
        groups={[
          { label: t.members, choices: owners.units },
          ...(owners.fields.length > 0 ? [{ label: t.fields, choices: owners.fields }] : []),
        ]}
      />
      <Select
        name={`period.${index}`}
        label={t.period}
        value={proposal.period}
        placeholder={false}
        choices={periods.map((value) => ({ value, label: sentenceCase(printPeriod(value, frame.lang)) }))}
      />
      <Select
        name={`kind.${index}`}
        label={t.kind}
        value={proposal.kind}
        placeholder={false}
        choices={[
          { value: 'result', label: t.result },
          { value: 'target', label: t.target },
        ]}
      />
      <DateInput name={`asOf.${index}`} label={t.asOf} value={proposal.asOf ?? ''} />
      {comparisons.length > 0 ? (
        <CheckboxList
          name={`withComparisons.${index}`}
          label={t.comparisons}
          labelHidden
          choices={[{ value: '1', label: t.withComparison(comparisons.join('; ')) }]}
          chosen={again && !again.values[`withComparisons.${index}`] ? [] : ['1']}
        />
      ) : null}
      {asksReason ? <TextInput name={`overrideReason.${index}`} label={t.overrideReason} /> : null}
    </div>
  )
}

function needsReasonFor(doubt: Doubt): boolean {
  return doubt.kind === 'finding' || (doubt.kind === 'reader' && doubt.code === 'unit-scale')
}

function ownerWords({ frame, proposal, owners }: ConfirmProps & { readonly proposal: Proposal }): string {
  const all = [...owners.units, ...owners.fields]
  return all.find((one) => one.value === proposal.owner)?.label ?? readingWords(frame.lang).ownerUnknown
}

function doubtWords(doubt: Doubt, { lang }: PageFrame): string {
  const t = readingWords(lang)
  switch (doubt.kind) {
    case 'reader': {
      const said = (lang === 'vi' ? doubt.message : doubtsInEnglish[doubt.code]) || t.doubtGeneric
      return doubt.wouldBe ? `${said} ${t.wouldBe(doubt.wouldBe)}` : said
    }
    case 'finding':
      return findingSentence(doubt.finding, lang)
    case 'other_name':
      return t.printedAs(doubt.printed)
    case 'repeated':
      return t.repeated(doubt.before + 1)
    case 'owner_unknown':
      return doubt.printed ? t.reporterUnknown(doubt.printed) : t.nobodyNamed
  }
}

function shortened(quote: string): string {
  const plain = quote.replace(/\s+/g, ' ')
  return plain.length > 160 ? `${plain.slice(0, 157)}…` : plain
}

function sentenceCase(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}
