import type { Layer } from '../../domain/scoring/index.ts'
import { layerNames, type Score } from '../../domain/scoring/index.ts'
import { SpreadsheetBar } from '../../spreadsheets/bar.tsx'
import {
  Card,
  DefinitionList,
  Layout,
  LinkButton,
  Mark,
  type PageFrame,
  PageHeader,
  Tag,
} from '../../ui/index.ts'
import { Observed } from './layers.page.tsx'
import type { ObservedLine } from './observed.ts'
import { scoringWords } from './scoring.messages.ts'
import type { ScoringLinks } from './scoring.paths.ts'
import { sheetWords } from './sheet.messages.ts'
import { Totals } from './sheet.page.tsx'

/** One step of the way of a point. */
export type ExplainedPoint = {
  readonly layer: Layer
  readonly points: string
  readonly difference: string
  readonly note: string
  readonly who: string
  readonly when: string
  readonly how: string
  readonly illustrative: boolean
}

export type ExplainedLine = {
  readonly code: string
  readonly name: string
  readonly isGroup: boolean
  readonly max: string
  readonly rule: string
  readonly figures: readonly string[]
  readonly steps: readonly string[]
  readonly points: readonly ExplainedPoint[]
  readonly exempt: string | undefined
  readonly evidence: readonly { readonly fileId: string; readonly fileName: string }[]
  /** What signed checks found about it. */
  readonly observed: readonly ObservedLine[]
}

type ExplainPageProps = {
  readonly frame: PageFrame
  readonly year: number
  readonly links: ScoringLinks
  readonly unit: { readonly name: string; readonly slug: string }
  readonly lines: readonly ExplainedLine[]
  readonly score: Score
  readonly layer: Layer
}

/** Every point of a unit explained; made to be printed. */
export function ExplainPage({ frame, year, links, unit, lines, score, layer }: ExplainPageProps) {
  const t = sheetWords(frame.lang)
  const title = t.explainTitle(unit.name)
  return (
    <Layout
      frame={frame}
      title={title}
      breadcrumb={[
        { label: t.title, href: links.sheets },
        { label: unit.name, href: links.sheet(unit.slug) },
        { label: t.explainLink },
      ]}
    >
      <PageHeader
        title={title}
        aside={String(year)}
        eyebrow={layerNames[layer][frame.lang]}
        lead={t.explainLead}
        actions={<LinkButton href={links.sheet(unit.slug)}>{t.goSheet}</LinkButton>}
      />
      <SpreadsheetBar file={links.explainFile(unit.slug)} />
      <div class="gu-stack">
        <Totals score={score} lang={frame.lang} />
        {lines.map((line) =>
          line.isGroup ? (
            <h2>
              {line.code} {line.name} <span class="gu-muted">/ {line.max}</span>
            </h2>
          ) : (
            <Line line={line} frame={frame} />
          ),
        )}
      </div>
    </Layout>
  )
}

function Line({ line, frame }: { line: ExplainedLine; frame: PageFrame }) {
  const t = sheetWords(frame.lang)
  const s = scoringWords(frame.lang)
  return (
    <Card
      title={`${line.code} ${line.name}`}
      level={3}
      aside={`${s.maximum}: ${line.max}`}
      subtitle={line.rule}
    >
      {line.exempt === undefined ? null : <Tag tone="info">{t.exempted(line.exempt)}</Tag>}
      {line.figures.length > 0 ? <p class="gu-muted">{line.figures.join('; ')}</p> : null}
      {line.steps.length > 0 ? <p>{line.steps.join(' ')}</p> : null}
      {line.points.length === 0 && line.exempt === undefined ? <p class="gu-muted">{t.noScore}</p> : null}
      <DefinitionList
        items={line.points.map((point) => ({
          term: layerNames[point.layer][frame.lang],
          value: (
            <>
              <b class="gu-figure">{point.points}</b>{' '}
              {point.difference ? <Tag tone="warning">{t.changedBy(point.difference)}</Tag> : null}{' '}
              <span class="gu-muted">
                {t.enteredBy(point.who, point.when)}
                {point.how ? `, ${point.how}` : ''}
              </span>{' '}
              {point.illustrative ? <Mark kind="sample" /> : null}
              {point.note ? <div>{point.note}</div> : null}
            </>
          ),
        }))}
      />
      <Observed lines={line.observed} lang={frame.lang} />
      {line.evidence.length > 0 ? (
        <p>
          {t.evidenceOf}:{' '}
          {line.evidence.map((one) => (
            <>
              <a href={`/tep/${one.fileId}`}>{one.fileName}</a>{' '}
            </>
          ))}
        </p>
      ) : null}
    </Card>
  )
}
