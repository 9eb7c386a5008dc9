import { nameOf } from '../../i18n/words.ts'
import {
  Card,
  DataTable,
  EmptyState,
  Layout,
  Mark,
  type PageFrame,
  PageHeader,
  Tag,
  type Tone,
} from '../../ui/index.ts'
import { documentsWords, partNames, stateNames, stepNames } from './documents.messages.ts'
import type { PaperLine, PaperList } from './paper-list.ts'
import type { PaperState } from './papers.store.ts'

/** A part of a draft that the reader's unit was asked to write. */
export type AskedPart = {
  readonly paper: string
  readonly key: string
  readonly written: boolean
  readonly href: string
}

type ListPageProps = {
  readonly frame: PageFrame
  readonly year: string
  readonly list: PaperList
  readonly asked: readonly AskedPart[]
  /** Whether the reader prepares papers here, and so sees what is still missing. */
  readonly prepares: boolean
}

/** All papers of a year by step, and by unit. */
export function ListPage({ frame, year, list, asked, prepares }: ListPageProps) {
  const t = documentsWords(frame.lang)
  const empty = list.steps.length === 0 && list.units.length === 0
  return (
    <Layout frame={frame} title={t.title} breadcrumb={[{ label: t.title }]}>
      <PageHeader title={t.title} aside={year} lead={prepares ? t.lead : t.leadReader} />
      <div class="gu-stack-large">
        {asked.length > 0 ? <Asked frame={frame} asked={asked} /> : null}
        {empty ? <EmptyState title={t.none} text={t.noneText} icon="paper" /> : null}
        {list.steps.length > 0 ? (
          <Card title={t.ofBloc} subtitle={prepares ? t.ofBlocLead : undefined} flush>
            <PaperTable
              frame={frame}
              caption={t.ofBloc}
              rows={list.steps.flatMap(({ step, lines }) => [nameOf(stepNames, step, frame.lang), ...lines])}
            />
          </Card>
        ) : null}
        {list.units.length > 0 ? (
          <section>
            <h2>{t.ofUnits}</h2>
            {prepares ? <p class="gu-muted">{t.ofUnitsLead}</p> : null}
            <div class="gu-stack">
              {list.units.map((unit) => (
                <details class="gu-card gu-paper-unit" open={list.units.length === 1}>
                  <summary>
                    <strong>{unit.name}</strong> {unit.illustrative ? <Mark kind="sample" /> : null}
                    <span class="gu-paper-counts">{counts(frame, unit.lines)}</span>
                  </summary>
                  <PaperTable frame={frame} caption={unit.name} rows={unit.lines} />
                </details>
              ))}
            </div>
          </section>
        ) : null}
      </div>
    </Layout>
  )
}

function Asked({ frame, asked }: { readonly frame: PageFrame; readonly asked: readonly AskedPart[] }) {
  const t = documentsWords(frame.lang)
  return (
    <Card kind="accent" title={t.askedOfYou}>
      <ul>
        {asked.map((part) => (
          <li>
            <a href={part.href}>
              {part.paper}: {nameOf(partNames, part.key, frame.lang)}
            </a>{' '}
            {part.written ? <Tag tone="good">{t.written}</Tag> : <Tag tone="warning">{t.notWritten}</Tag>}
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Lines of the list; a text alone heads the lines below it. */
function PaperTable({
  frame,
  caption,
  rows,
}: {
  readonly frame: PageFrame
  readonly caption: string
  readonly rows: readonly (string | PaperLine)[]
}) {
  const t = documentsWords(frame.lang)
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={rows}
      rowKind={(row) => (typeof row === 'string' ? 'group' : row.lack ? 'muted' : undefined)}
      columns={[
        {
          header: t.paper,
          width: 'wide',
          cell: (row) => (typeof row === 'string' ? row : <LineName line={row} />),
        },
        {
          header: t.state,
          cell: (row) => (typeof row === 'string' ? null : <LineState frame={frame} line={row} />),
        },
        {
          header: t.take,
          width: 'fit',
          cell: (row) => (typeof row === 'string' ? null : <LineLinks frame={frame} line={row} />),
        },
      ]}
    />
  )
}

function LineName({ line }: { readonly line: PaperLine }) {
  const saysMore = line.about !== '' && (!line.unitId || line.type === 'achievement-report')
  return (
    <>
      {line.lack ? line.name : <a href={line.href}>{line.name}</a>}
      {saysMore ? <small class="gu-paper-about">{line.about}</small> : null}
    </>
  )
}

function LineLinks({ frame, line }: { readonly frame: PageFrame; readonly line: PaperLine }) {
  const t = documentsWords(frame.lang)
  if (line.lack) return <a href={line.lack.href}>{t.where}</a>
  return (
    <span class="gu-paper-take">
      <a href={line.href}>{t.view}</a> <a href={line.docx}>DOCX</a> <a href={line.pdf}>PDF</a>
    </span>
  )
}

function LineState({ frame, line }: { readonly frame: PageFrame; readonly line: PaperLine }) {
  const t = documentsWords(frame.lang)
  if (line.lack) return <span class="gu-muted">{line.lack.text}</span>
  if (!line.paper) return <Tag tone="info">{t.ready}</Tag>
  const { state, versionNumber, illustrative } = line.paper
  return (
    <>
      <StateTag state={state} frame={frame} />{' '}
      {versionNumber > 1 ? <small class="gu-muted">{t.version(String(versionNumber))}</small> : null}{' '}
      {illustrative ? <Mark kind="sample" /> : null}
      {line.number ? <small class="gu-paper-about">{line.number}</small> : null}
    </>
  )
}

const tones: Readonly<Record<PaperState, Tone>> = {
  draft: 'warning',
  issued: 'good',
  withdrawn: 'bad',
  replaced: 'neutral',
}

/** The state of a paper in a word and a colour. */
export function StateTag({ state, frame }: { readonly state: PaperState; readonly frame: PageFrame }) {
  return <Tag tone={tones[state]}>{nameOf(stateNames, state, frame.lang)}</Tag>
}

/** How many papers of a unit are issued, drafted, possible, not yet possible; what none is stays unsaid. */
function counts(frame: PageFrame, lines: readonly PaperLine[]): string {
  const t = documentsWords(frame.lang)
  const stateOf = (line: PaperLine) => (line.lack ? 'lack' : (line.paper?.state ?? 'ready'))
  const order = ['issued', 'draft', 'replaced', 'withdrawn', 'ready', 'lack'] as const
  return order
    .map((state) => {
      const name =
        state === 'lack' ? t.notYet : state === 'ready' ? t.ready : nameOf(stateNames, state, frame.lang)
      return { name, count: lines.filter((line) => stateOf(line) === state).length }
    })
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => `${count} ${name}`)
    .join(' · ')
}
