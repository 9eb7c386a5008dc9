import type { Layer } from '../../../domain/scoring/index.ts'
import { layerNames, type Score } from '../../../domain/scoring/index.ts'
import { printDate } from '../../../domain/vietnamese/index.ts'
import type { Lang } from '../../../i18n/words.ts'
import { SpreadsheetBar } from '../../../spreadsheets/bar.tsx'
import {
  Card,
  DefinitionList,
  Layout,
  LinkButton,
  Mark,
  type PageFrame,
  PageHeader,
  Tag,
} from '../../../ui/index.ts'
import { Observed } from '../appraisal/layers.page.tsx'
import { appealWords } from '../fairness/appeal.messages.ts'
import type { AppealLine } from '../fairness/appeals.page.tsx'
import { scoringWords } from '../scoring.messages.ts'
import type { ScoringLinks } from '../scoring.paths.ts'
import type { ObservedLine } from './observed.ts'
import { sheetWords } from './sheet.messages.ts'
import { Totals } from './sheet.page.tsx'
import type { KnownFact } from './sheet-view.ts'

/** One step of the way of a point. */
export type ExplainedPoint = {
  readonly layer: Layer
  /** Sentences of the program beside the reason: normalised between the judges. */
  readonly steps: readonly string[]
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
  readonly figures: readonly KnownFact[]
  /** Evidence is asked for and missing. */
  readonly lacksEvidence: boolean
  readonly appeals: readonly AppealLine[]
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
  /** The layer is the one the bloc is ranked by. */
  readonly counts: boolean
  /** Absent while the ranking is not shown to the reader. */
  readonly place: ExplainedPlace | undefined
  /** Questions on the sheet as a whole. */
  readonly appeals: readonly AppealLine[]
  readonly hiddenLater: boolean
  readonly today: string
  /** The same as a paper, for those who prepare papers; else empty. */
  readonly paperHref: string
}

/** Where a unit stands, and what decided it. */
export type ExplainedPlace = {
  readonly rank: string
  readonly all: string
  readonly shared: string
  readonly decided: string
}

/** Every point of a unit explained; made to be printed. */
export function ExplainPage(props: ExplainPageProps) {
  const { frame, year, links, unit, lines, score, layer, place, appeals } = props
  const { lang } = frame
  const t = sheetWords(lang)
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
        eyebrow={props.counts ? t.countingIs(layerNames[layer][lang]) : t.upTo(layerNames[layer][lang])}
        lead={t.explainLead}
        actions={
          <>
            <LinkButton href={links.sheet(unit.slug)}>{t.goSheet}</LinkButton>
            <LinkButton href={links.appealsOf(unit.slug)}>{scoringWords(lang).appeals}</LinkButton>
            {props.paperHref ? (
              <LinkButton href={props.paperHref} icon="paper">
                {t.asPaper}
              </LinkButton>
            ) : null}
          </>
        }
      />
      <SpreadsheetBar file={links.explainFile(unit.slug)} />
      <div class="gu-stack">
        <p class="gu-muted gu-no-print">{t.printHint}</p>
        {props.hiddenLater ? <p class="gu-muted">{t.hiddenLater}</p> : null}
        <Totals score={score} lang={lang} />
        {place ? <PlaceCard place={place} frame={frame} /> : null}
        <Appeals appeals={appeals} links={links} lang={lang} />
        {lines.map((line) =>
          line.isGroup ? (
            <h2>
              {line.code} {line.name} <span class="gu-muted">/ {line.max}</span>
            </h2>
          ) : (
            <Line line={line} frame={frame} links={links} />
          ),
        )}
        <p class="gu-muted">{t.printedOn(printDate(props.today))}</p>
      </div>
    </Layout>
  )
}

function PlaceCard({ place, frame }: { place: ExplainedPlace; frame: PageFrame }) {
  const t = sheetWords(frame.lang)
  return (
    <Card title={t.place}>
      <DefinitionList
        items={[
          {
            term: t.place,
            value: (
              <>
                {place.rank ? t.placeOf(place.rank, place.all) : t.placeNot}
                {place.shared ? `, ${t.placeShared(place.shared)}` : ''}
              </>
            ),
          },
          ...(place.decided ? [{ term: t.placeBy, value: place.decided }] : []),
        ]}
      />
    </Card>
  )
}

function Appeals({
  appeals,
  links,
  lang,
}: {
  appeals: readonly AppealLine[]
  links: ScoringLinks
  lang: Lang
}) {
  return (
    <>
      {appeals.map((appeal) => (
        <p>
          <a href={links.appeal(appeal.slug, appeal.id)}>{appeal.kind}</a> ({appeal.sent}): {appeal.body}{' '}
          <Tag tone={appeal.tone}>{appeal.state}</Tag> {appeal.illustrative ? <Mark kind="sample" /> : null}
          {appeal.answer ? (
            <>
              {' '}
              {appealWords(lang).answer}: {appeal.answer} <span class="gu-muted">({appeal.answered})</span>
            </>
          ) : null}
        </p>
      ))}
    </>
  )
}

function Line({ line, frame, links }: { line: ExplainedLine; frame: PageFrame; links: ScoringLinks }) {
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
      {line.figures.length > 0 ? (
        <p>
          {t.figuresOf}:{' '}
          {line.figures.map((figure, index) => (
            <>
              {index > 0 ? '; ' : ''}
              {figure.href ? <a href={figure.href}>{figure.label}</a> : figure.label}: {figure.value}
            </>
          ))}
        </p>
      ) : null}
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
              {point.steps.length > 0 ? <div>{point.steps.join(' ')}</div> : null}
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
      {line.lacksEvidence ? <p class="gu-muted">{t.evidenceNone}</p> : null}
      <Appeals appeals={line.appeals} links={links} lang={frame.lang} />
    </Card>
  )
}
