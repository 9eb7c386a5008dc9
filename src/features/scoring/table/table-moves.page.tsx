import {
  type ComparedNode,
  type NodeChange,
  printDecimal,
  type TableComparison,
} from '../../../domain/scoring/index.ts'
import type { FormAgain } from '../../../http/feature.ts'
import {
  Alert,
  ConfirmForm,
  DataTable,
  DateInput,
  Layout,
  type PageFrame,
  PageHeader,
  Tag,
  TextArea,
  TextInput,
  type Tone,
} from '../../../ui/index.ts'
import { scoringWords } from '../scoring.messages.ts'
import type { ScoringLinks } from '../scoring.paths.ts'
import { methodInWords } from './method-words.ts'
import { tableWords } from './table.messages.ts'

type MoveProps = {
  readonly frame: PageFrame
  readonly year: number
  readonly links: ScoringLinks
  readonly today: string
  readonly again?: FormAgain | undefined
}

/** Records that the members adopted the draft. */
export function AdoptTablePage({ frame, links, today, again }: MoveProps) {
  const t = tableWords(frame.lang)
  return (
    <Layout frame={frame} title={t.adoptTitle}>
      <Refused again={again} />
      <ConfirmForm
        {...stateOf(again)}
        title={t.adoptTitle}
        action={links.adopt}
        consequences={[t.adoptWill, t.adoptNoEdit]}
        confirmLabel={t.adopt}
        cancelHref={links.table}
      >
        <DateInput name="adoptedOn" label={t.adoptedOn} value={today} required />
        <TextInput name="how" label={t.adoptedHow} hint={t.adoptedHowHint} required />
        <TextInput name="basis" label={t.basis} optional />
      </ConfirmForm>
    </Layout>
  )
}

/** Asks before the table is frozen for good. */
export function FreezeTablePage({ frame, year, links, again }: MoveProps) {
  const t = tableWords(frame.lang)
  return (
    <Layout frame={frame} title={t.freeze}>
      <Refused again={again} />
      <ConfirmForm
        title={t.freezeTitle(String(year))}
        action={links.freeze}
        consequences={[t.freezeWill, t.freezeNever]}
        irreversible
        confirmLabel={t.freeze}
        cancelHref={links.table}
      />
    </Layout>
  )
}

/** Asks why an adopted table has to change. */
export function NewVersionPage({ frame, links, again }: MoveProps) {
  const t = tableWords(frame.lang)
  return (
    <Layout frame={frame} title={t.newVersionTitle}>
      <Refused again={again} />
      <ConfirmForm
        {...stateOf(again)}
        title={t.newVersionTitle}
        action={links.newVersion}
        consequences={[t.newVersionWill]}
        confirmLabel={t.newVersion}
        cancelHref={links.table}
      >
        <TextArea name="reason" label={t.newVersionReason} rows={3} required />
      </ConfirmForm>
    </Layout>
  )
}

/** Asks before a draft goes. */
export function DiscardTablePage({ frame, links, again }: MoveProps) {
  const t = tableWords(frame.lang)
  return (
    <Layout frame={frame} title={t.discardTitle}>
      <Refused again={again} />
      <ConfirmForm
        title={t.discardTitle}
        action={links.discard}
        consequences={[t.discardWill]}
        irreversible
        danger
        confirmLabel={t.discard}
        cancelHref={links.table}
      />
    </Layout>
  )
}

type ComparePageProps = Omit<MoveProps, 'today'> & {
  readonly title: string
  readonly comparison: TableComparison
}

const tones: Readonly<Record<ComparedNode['status'], Tone>> = {
  same: 'neutral',
  changed: 'warning',
  added: 'good',
  removed: 'bad',
}

/** Two versions side by side. */
export function CompareTablesPage({ frame, links, title, comparison }: ComparePageProps) {
  const t = tableWords(frame.lang)
  const { lang } = frame
  const words = { same: t.same, changed: t.changed, added: t.addedLine, removed: t.removedLine }
  const rule = (node: ComparedNode['before']) =>
    node?.kind === 'leaf' ? methodInWords(node.method ?? null, lang) : ''
  return (
    <Layout
      frame={frame}
      title={title}
      breadcrumb={[{ label: t.title, href: links.table }, { label: title }]}
    >
      <PageHeader title={title} lead={t.compareLead} />
      <DataTable
        caption={title}
        captionHidden
        rows={comparison.lines}
        rowKind={(line) => (line.status === 'same' ? 'muted' : undefined)}
        columns={[
          {
            header: scoringWords(lang).criterion,
            width: 'wide',
            cell: (line) => (
              <>
                <b class="gu-figure">{line.code}</b> {(line.after ?? line.before)?.name}
              </>
            ),
          },
          {
            header: t.status,
            cell: (line) => (
              <>
                <Tag tone={tones[line.status]}>{words[line.status]}</Tag>{' '}
                {line.changes.map((change) => t[`change_${change}` as `change_${NodeChange}`]).join(', ')}
              </>
            ),
          },
          {
            header: t.before,
            group: t.maxPoints,
            numeric: true,
            cell: (line) => (line.before ? printDecimal(line.before.maxPoints, lang) : ''),
            total: printDecimal(comparison.maximumBefore, lang),
          },
          {
            header: t.after,
            group: t.maxPoints,
            numeric: true,
            cell: (line) => (line.after ? printDecimal(line.after.maxPoints, lang) : ''),
            total: printDecimal(comparison.maximumAfter, lang),
          },
          { header: t.before, group: t.rule, cell: (line) => rule(line.before) },
          {
            header: t.after,
            group: t.rule,
            cell: (line) => (line.changes.includes('method') || !line.before ? rule(line.after) : ''),
          },
        ]}
      />
    </Layout>
  )
}

function Refused({ again }: { again: FormAgain | undefined }) {
  return again?.problem ? (
    <Alert tone="danger" live>
      {again.problem}
    </Alert>
  ) : null
}

function stateOf(again: FormAgain | undefined) {
  return again ? { values: again.values, errors: again.errors } : {}
}
