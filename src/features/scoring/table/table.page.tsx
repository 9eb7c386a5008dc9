import {
  explainProblem,
  layerNames,
  normalisationNames,
  printDecimal,
  type TableProblem,
} from '../../../domain/scoring/index.ts'
import { printDate } from '../../../domain/vietnamese/index.ts'
import type { FormAgain } from '../../../http/feature.ts'
import type { Lang } from '../../../i18n/words.ts'
import { SpreadsheetBar } from '../../../spreadsheets/bar.tsx'
import {
  Alert,
  Card,
  DataTable,
  type Definition,
  DefinitionList,
  Layout,
  LinkButton,
  Mark,
  type PageFrame,
  PageHeader,
  Tabs,
  Tag,
  withoutMark,
} from '../../../ui/index.ts'
import { rulesWords } from '../ranking/rules.messages.ts'
import { scoringWords } from '../scoring.messages.ts'
import type { ScoringLinks } from '../scoring.paths.ts'
import { scoringTabs } from '../scoring-tabs.ts'
import { methodInWords } from './method-words.ts'
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
  /** The table of the year before, to lie beside this one. */
  readonly earlierYear: { readonly year: string; readonly href: string } | undefined
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
  earlierYear,
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
      <SpreadsheetBar file={links.tableFile} />
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
          <About {...{ frame, links, table, versions, earlierYear, editable }} />
          <p>
            <a href={links.rules}>{rulesWords(frame.lang).title}</a>
          </p>
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
  readonly earlierYear: { readonly year: string; readonly href: string } | undefined
  readonly frame: PageFrame
  readonly links: ScoringLinks
  readonly table: YearTable
  readonly versions: readonly TableRow[]
  readonly editable: boolean
}

function About({ frame, links, table, versions, earlierYear, editable }: AboutProps) {
  const t = tableWords(frame.lang)
  const { lang } = frame
  const counts =
    table.countingLayer === 'latestComplete' ? t.latestComplete : layerNames[table.countingLayer][lang]
  const items: Definition[] = [
    { term: t.tableTitle, value: table.title },
    { term: t.state, value: `${t.version(String(table.versionNumber))}, ${t[table.state]}` },
    { term: t.layersLabel, value: table.layers.map((layer) => layerNames[layer][lang]).join(' → ') },
    { term: t.countsLabel, value: counts },
    ...(table.frame.normalisation
      ? [{ term: t.normalisation, value: normalisationNames[table.frame.normalisation][frame.lang] }]
      : []),
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
      {table.adoptedOn ? (
        <p>{t.adoptedLine(printDate(table.adoptedOn), withoutMark(table.adoptedHow))}</p>
      ) : null}
      {table.illustrative ? <Mark kind="sample" /> : null}
      {versions.length > 1 ? (
        <ul>
          {versions.map((one) => (
            <li>
              {t.version(String(one.versionNumber))}, {t[one.state]}{' '}
              {one.versionNumber === table.versionNumber ? null : (
                <a href={`${links.compare}?voi=${one.versionNumber}`}>{t.compare}</a>
              )}
              {one.adoptedOn ? (
                <div class="gu-muted">
                  {t.adoptedLine(printDate(one.adoptedOn), withoutMark(one.adoptedHow))}
                </div>
              ) : null}
              {one.changeReason ? (
                <div class="gu-muted">
                  {t.changeReason}: {one.changeReason}
                </div>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {earlierYear ? (
        <p>
          <a href={earlierYear.href}>{t.compareEarlier(earlierYear.year)}</a>
        </p>
      ) : null}
    </Card>
  )
}
