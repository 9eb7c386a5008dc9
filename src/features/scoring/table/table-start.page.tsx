import {
  explainProblem,
  explainShares,
  layerNames,
  normalisationNames,
  normalisations,
  printDecimal,
  type ReadReference,
  type StatedShares,
} from '../../../domain/scoring/index.ts'
import { formState } from '../../../http/again.ts'
import type { FormAgain } from '../../../http/feature.ts'
import type { Lang } from '../../../i18n/words.ts'
import {
  Card,
  CheckboxList,
  EmptyState,
  FieldGroup,
  Form,
  Hidden,
  Layout,
  NumberInput,
  type PageFrame,
  PageHeader,
  RadioGroup,
  Select,
  Tabs,
  TextArea,
  TextInput,
} from '../../../ui/index.ts'
import { scoringWords } from '../scoring.messages.ts'
import type { ScoringLinks } from '../scoring.paths.ts'
import { scoringTabs } from '../scoring-tabs.ts'
import { tableWords } from './table.messages.ts'
import type { YearTable } from './table-model.ts'

type Common = {
  readonly frame: PageFrame
  readonly year: number
  readonly links: ScoringLinks
  readonly again?: FormAgain | undefined
}

/** What a reader sees who may not draw up the table. */
export function NoTablePage({ frame, year, links }: Common) {
  const t = tableWords(frame.lang)
  return (
    <Layout frame={frame} title={t.title}>
      <PageHeader title={t.title} aside={t.year(String(year))} />
      <Tabs label={scoringWords(frame.lang).tabs} tabs={scoringTabs(frame.lang, links, 'table')} />
      <EmptyState icon="scale" title={t.none} text={t.noneText} />
    </Layout>
  )
}

type StartPageProps = Common & {
  readonly references: readonly ReadReference[]
  readonly shares: readonly StatedShares[]
  readonly earlierYear: number | undefined
}

/** The ways to begin a table. */
export function StartTablePage(props: StartPageProps) {
  const { frame, year, links, references, earlierYear, again } = props
  const t = tableWords(frame.lang)
  return (
    <Layout frame={frame} title={t.startTitle}>
      <PageHeader title={t.title} aside={t.year(String(year))} lead={t.leadNone} />
      <Tabs label={scoringWords(frame.lang).tabs} tabs={scoringTabs(frame.lang, links, 'table')} />
      <div class="gu-stack">
        <Card title={t.startTitle} kind="accent">
          <Form {...formState(again, links.table)} action={links.table} submitLabel={t.start}>
            <TextInput
              name="title"
              label={t.tableTitle}
              value={`${t.title} ${t.year(String(year))}`}
              required
            />
            <RadioGroup
              name="from"
              label={t.from}
              value={earlierYear === undefined ? 'reference' : 'earlier'}
              choices={[
                ...(earlierYear === undefined
                  ? []
                  : [{ value: 'earlier', label: t.fromEarlier(String(earlierYear)) }]),
                { value: 'reference', label: t.fromReference, hint: t.fromReferenceHint },
                { value: 'lines', label: t.fromLines },
                { value: 'empty', label: t.fromEmpty, hint: t.fromEmptyHint },
              ]}
            />
            <Select
              name="reference"
              label={t.reference}
              optional
              choices={references.map((one) => referenceChoice(one, frame.lang))}
            />
            <NumberInput
              name="maximum"
              label={t.maximumOf}
              hint={t.maximumHint}
              optional
              unit={scoringWords(frame.lang).points}
            />
            <TextArea name="lines" label={t.lines} hint={t.linesHint} rows={6} optional />
          </Form>
        </Card>
        <Contradictions {...props} />
      </div>
    </Layout>
  )
}

/** What contradicts itself in the tables on offer, in words: known before one of them is taken over. */
function Contradictions({ frame, references, shares }: StartPageProps) {
  const { lang } = frame
  const t = tableWords(lang)
  const found = references.flatMap(({ reference, problems }) => {
    const said = problems.filter(({ code }) => code !== 'unverifiedPart')
    return said.length === 0 ? [] : [{ reference, said }]
  })
  return (
    <Card title={t.contradictions} subtitle={t.contradictionsHint}>
      <ul>
        {found.map(({ reference, said }) => (
          <li>
            {reference.title} ({reference.document})
            <ul>
              {said.map((problem) => (
                <li>{explainProblem(problem, lang)}</li>
              ))}
            </ul>
          </li>
        ))}
        {shares.map((one) => (
          <li>{explainShares(one, lang)}</li>
        ))}
      </ul>
    </Card>
  )
}

function referenceChoice({ reference, problems }: ReadReference, lang: Lang) {
  const t = tableWords(lang)
  const errors = problems.filter((problem) => problem.severity === 'error').length
  const counts = t.referenceProblems(errors, problems.length - errors)
  const total = printDecimal(reference.table.maximum, lang)
  return {
    value: reference.id,
    label: `${reference.title} – ${total} ${scoringWords(lang).points} (${counts})`,
  }
}

type FramePageProps = Common & { readonly table: YearTable }

/** Title, total, limits and layers of a draft. */
export function TableFramePage({ frame, links, table, again }: FramePageProps) {
  const t = tableWords(frame.lang)
  const { lang } = frame
  const layerChoices = (['cross', 'head', 'final', 'agency'] as const).map((layer) => ({
    value: layer,
    label: layerNames[layer][lang],
  }))
  return (
    <Layout
      frame={frame}
      title={t.frame}
      breadcrumb={[{ label: t.title, href: links.table }, { label: t.frame }]}
    >
      <PageHeader title={t.frame} />
      <Card>
        <Form {...formState(again, links.frame)} action={links.frame} cancelHref={links.table}>
          <Hidden name="version" value={String(table.version)} />
          <TextInput name="title" label={t.tableTitle} value={table.title} required />
          <FieldGroup legend={t.total} columns>
            <NumberInput name="total" label={t.total} value={printDecimal(table.total, 'vi')} required />
            <NumberInput name="decimals" label={t.decimals} value={String(table.decimals)} required />
            <NumberInput
              name="bonusMaximum"
              label={t.bonusMaximum}
              hint={t.bonusHint}
              optional
              value={numberOf(table.frame.bonusMaximum)}
            />
            <NumberInput
              name="penaltyMaximum"
              label={t.penaltyMaximum}
              hint={t.penaltyHint}
              optional
              value={numberOf(table.frame.penaltyMaximum)}
            />
          </FieldGroup>
          <LayerBoxes label={t.layersLabel} choices={layerChoices} chosen={table.layers} />
          <Select
            name="counts"
            label={t.countsLabel}
            placeholder={false}
            value={table.countingLayer}
            choices={[
              { value: 'latestComplete', label: t.latestComplete },
              { value: 'self', label: layerNames.self[lang] },
              ...layerChoices,
            ]}
          />
          <Select
            name="normalisation"
            label={t.normalisation}
            hint={t.normalisationHint}
            placeholder={false}
            value={table.frame.normalisation ?? 'none'}
            choices={[
              { value: 'none', label: t.normalisationNone },
              ...normalisations.map((way) => ({ value: way, label: normalisationNames[way][lang] })),
            ]}
          />
          <TextInput name="basis" label={t.basis} value={table.basis} optional />
        </Form>
      </Card>
    </Layout>
  )
}

function LayerBoxes({
  label,
  choices,
  chosen,
}: {
  label: string
  choices: readonly { readonly value: string; readonly label: string }[]
  chosen: readonly string[]
}) {
  return <CheckboxList name="layers" label={label} choices={choices} chosen={chosen} />
}

function numberOf(value: string | undefined): string {
  return value === undefined ? '' : printDecimal(value, 'vi')
}
