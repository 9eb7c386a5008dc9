import {
  explainProblem,
  layerNames,
  printDecimal,
  type ReadReference,
  type TableProblem,
} from '../../domain/scoring/index.ts'
import { printDate } from '../../domain/vietnamese/index.ts'
import { formState } from '../../http/again.ts'
import type { FormAgain } from '../../http/feature.ts'
import type { Lang } from '../../i18n/words.ts'
import {
  Alert,
  Card,
  CheckboxList,
  DataTable,
  type Definition,
  DefinitionList,
  EmptyState,
  FieldGroup,
  Form,
  Hidden,
  Layout,
  LinkButton,
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
} from '../../ui/index.ts'
import { methodInWords } from './method-words.ts'
import { scoringWords } from './scoring.messages.ts'
import type { ScoringLinks } from './scoring.paths.ts'
import { scoringTabs } from './scoring-tabs.ts'
import { tableWords } from './table.messages.ts'
import type { CriterionRow, TableRow, TableState, YearTable } from './table-model.ts'

type Common = {
  readonly frame: PageFrame
  readonly year: number
  readonly links: ScoringLinks
  readonly again?: FormAgain | undefined
}

type TablePageProps = Common & {
  readonly table: YearTable
  readonly versions: readonly TableRow[]
  readonly indicatorNames: ReadonlyMap<string, string>
  readonly mayManage: boolean
}

/** The scoring table of the year as a tree, with what is wrong with it and what comes next. */
export function TablePage({
  frame,
  year,
  links,
  table,
  versions,
  indicatorNames,
  mayManage,
}: TablePageProps) {
  const t = tableWords(frame.lang)
  const leads: Readonly<Record<TableState, string>> = {
    draft: t.leadDraft,
    adopted: t.leadAdopted,
    frozen: t.leadFrozen,
    replaced: '',
  }
  const editable = mayManage && table.state === 'draft'
  return (
    <Layout frame={frame} title={t.title}>
      <PageHeader
        title={t.title}
        aside={t.year(String(year))}
        lead={leads[table.state]}
        actions={mayManage ? <TableActions table={table} links={links} lang={frame.lang} /> : null}
      />
      <Tabs label={scoringWords(frame.lang).tabs} tabs={scoringTabs(frame.lang, links, 'table')} />
      <div class="gu-split">
        <div class="gu-stack">
          <Tree {...{ frame, links, table, indicatorNames, editable }} />
          {editable ? (
            <LinkButton href={links.add} icon="plus">
              {t.addTop}
            </LinkButton>
          ) : null}
        </div>
        <div class="gu-stack">
          <Problems table={table} lang={frame.lang} />
          <About {...{ frame, links, table, versions, editable }} />
        </div>
      </div>
    </Layout>
  )
}

function TableActions({ table, links, lang }: { table: YearTable; links: ScoringLinks; lang: Lang }) {
  const t = tableWords(lang)
  const errors = table.problems.some((problem) => problem.severity === 'error')
  if (table.state === 'draft') {
    return (
      <>
        <LinkButton href={links.adopt} kind="primary" icon="check">
          {t.adopt}
        </LinkButton>
        <LinkButton href={links.other('du-thao')} icon="send">
          {t.circulate}
        </LinkButton>
        <LinkButton href={links.discard} kind="quiet">
          {t.discard}
        </LinkButton>
      </>
    )
  }
  if (table.state !== 'adopted') return null
  return (
    <>
      <LinkButton
        href={links.freeze}
        kind="primary"
        icon="lock"
        {...(errors ? { disabledBecause: t.freezeLacks } : {})}
      >
        {t.freeze}
      </LinkButton>
      <LinkButton href={links.newVersion} icon="copy">
        {t.newVersion}
      </LinkButton>
    </>
  )
}

type TreeProps = {
  readonly frame: PageFrame
  readonly links: ScoringLinks
  readonly table: YearTable
  readonly indicatorNames: ReadonlyMap<string, string>
  readonly editable: boolean
}

function Tree({ frame, links, table, indicatorNames, editable }: TreeProps) {
  const t = tableWords(frame.lang)
  const { lang } = frame
  const leafIds = new Set(table.leafRows.map((row) => row.id))
  const problems = Map.groupBy(table.problems, (problem) => problem.node ?? '')
  return (
    <DataTable
      caption={t.tree}
      rows={table.criteria}
      rowKind={(row) => (leafIds.has(row.id) ? undefined : 'group')}
      empty={t.none}
      columns={[
        {
          header: scoringWords(lang).criterion,
          width: 'wide',
          total: t.total,
          cell: (row) => (
            <>
              <b class="gu-figure">{row.code}</b> {row.name}
              <Side row={row} lang={lang} />
              {row.mark ? <Mark kind={row.mark} /> : null}
              {(problems.get(row.code) ?? []).map((problem) => (
                <Problem problem={problem} lang={lang} />
              ))}
            </>
          ),
        },
        {
          header: t.maxPoints,
          numeric: true,
          width: 'fit',
          cell: (row) => printDecimal(row.maxPoints, lang),
          total: printDecimal(table.total, lang),
        },
        {
          header: t.rule,
          width: 'wide',
          cell: (row) =>
            leafIds.has(row.id) ? (
              <>
                {methodInWords(row.method, lang, table.frame.labels)}
                {row.indicatorId ? (
                  <div class="gu-muted">{t.linked(indicatorNames.get(row.indicatorId) ?? '')}</div>
                ) : null}
                {row.needsEvidence ? <div class="gu-muted">{t.evidence}</div> : null}
                {row.note ? <div class="gu-muted">{row.note}</div> : null}
              </>
            ) : (
              <span class="gu-muted">{t.group}</span>
            ),
        },
        ...(editable
          ? [
              {
                header: t.edit,
                width: 'fit' as const,
                cell: (row: CriterionRow) => <RowActions {...{ row, links, lang }} />,
              },
            ]
          : []),
      ]}
    />
  )
}

function Side({ row, lang }: { row: CriterionRow; lang: Lang }) {
  const t = scoringWords(lang)
  if (row.side === 'normal') return null
  return (
    <>
      {' '}
      <Tag tone={row.side === 'bonus' ? 'good' : 'bad'}>{t[row.side]}</Tag>
    </>
  )
}

function RowActions({ row, links, lang }: { row: CriterionRow; links: ScoringLinks; lang: Lang }) {
  const t = tableWords(lang)
  return (
    <div class="gu-button-row">
      <LinkButton href={links.criterion(row.id)} size="small">
        {t.edit}
      </LinkButton>
      {row.method === null ? (
        <LinkButton href={`${links.add}?trong=${row.id}`} size="small" kind="quiet">
          {t.addUnder(row.code)}
        </LinkButton>
      ) : null}
    </div>
  )
}

function Problem({ problem, lang }: { problem: TableProblem; lang: Lang }) {
  const t = tableWords(lang)
  const isError = problem.severity === 'error'
  return (
    <div>
      <Tag tone={isError ? 'bad' : 'warning'} icon="warning">
        {isError ? t.error : t.warning}
      </Tag>{' '}
      <span class="gu-muted">{explainProblem(problem, lang)}</span>
    </div>
  )
}

function Problems({ table, lang }: { table: YearTable; lang: Lang }) {
  const t = tableWords(lang)
  const errors = table.problems.filter((problem) => problem.severity === 'error').length
  const warnings = table.problems.length - errors
  if (table.problems.length === 0) return <Alert tone="success">{t.noProblems}</Alert>
  const general = table.problems.filter((problem) => problem.node === undefined)
  return (
    <Card
      title={t.problems}
      subtitle={[errors ? t.errorsCount(errors) : '', warnings ? t.warningsCount(warnings) : '']
        .filter(Boolean)
        .join(', ')}
    >
      {general.length > 0 ? general.map((problem) => <Problem problem={problem} lang={lang} />) : null}
    </Card>
  )
}

type AboutProps = {
  readonly frame: PageFrame
  readonly links: ScoringLinks
  readonly table: YearTable
  readonly versions: readonly TableRow[]
  readonly editable: boolean
}

function About({ frame, links, table, versions, editable }: AboutProps) {
  const t = tableWords(frame.lang)
  const { lang } = frame
  const counts =
    table.countingLayer === 'latestComplete' ? t.latestComplete : layerNames[table.countingLayer][lang]
  const items: Definition[] = [
    { term: t.tableTitle, value: table.title },
    { term: t.state, value: `${t.version(String(table.versionNumber))}, ${t[table.state]}` },
    { term: t.layersLabel, value: table.layers.map((layer) => layerNames[layer][lang]).join(' → ') },
    { term: t.countsLabel, value: counts },
    ...(table.basis ? [{ term: t.basis, value: table.basis }] : []),
    ...(table.changeReason ? [{ term: t.changeReason, value: table.changeReason }] : []),
  ]
  return (
    <Card
      title={t.frame}
      aside={
        editable ? (
          <LinkButton href={links.frame} size="small">
            {t.frameEdit}
          </LinkButton>
        ) : null
      }
    >
      <DefinitionList items={items} />
      {table.adoptedOn ? <p>{t.adoptedLine(printDate(table.adoptedOn), table.adoptedHow)}</p> : null}
      {table.illustrative ? <Mark kind="sample" /> : null}
      {versions.length > 1 ? (
        <ul>
          {versions.map((one) => (
            <li>
              {t.version(String(one.versionNumber))}, {t[one.state]}{' '}
              {one.versionNumber === table.versionNumber ? null : (
                <a href={`${links.compare}?voi=${one.versionNumber}`}>{t.compare}</a>
              )}
            </li>
          ))}
        </ul>
      ) : null}
    </Card>
  )
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
  readonly earlierYear: number | undefined
}

/** The ways to begin a table. */
export function StartTablePage({ frame, year, links, references, earlierYear, again }: StartPageProps) {
  const t = tableWords(frame.lang)
  return (
    <Layout frame={frame} title={t.startTitle}>
      <PageHeader title={t.title} aside={t.year(String(year))} lead={t.leadNone} />
      <Tabs label={scoringWords(frame.lang).tabs} tabs={scoringTabs(frame.lang, links, 'table')} />
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
    </Layout>
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
