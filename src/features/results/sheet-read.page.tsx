import type { SeriesPoint } from '../../domain/targets/index.ts'
import type { Lang } from '../../i18n/words.ts'
import { type Column, DataTable, type PageFrame } from '../../ui/index.ts'
import type { FigureView } from './figure-view.ts'
import {
  bareFigure,
  Findings,
  figureWords,
  Growth,
  IndicatorName,
  targetWords,
  Verdict,
  WithTwin,
} from './figure-words.tsx'
import { resultsWords } from './results.messages.ts'
import type { ResultLinks } from './results.paths.ts'
import { ProgressSpark } from './series-charts.page.tsx'

type ReadProps = {
  readonly frame: PageFrame
  readonly links: ResultLinks
  readonly slug: string
  readonly period: string
  readonly name: string
  readonly views: readonly FigureView[]
  /** The way of each figure through its year, by indicator. */
  readonly progress: ReadonlyMap<string, readonly SeriesPoint[]>
}

/** The figures of a sheet for whoever only reads them. */
export function ReadTable({ frame, links, slug, period, name, views, progress }: ReadProps) {
  const { lang } = frame
  const t = resultsWords(lang)
  const columns: readonly Column<FigureView>[] = [
    {
      header: t.indicator,
      width: 'wide',
      cell: (view) => (
        <>
          <IndicatorName
            view={view}
            lang={lang}
            href={(one) => links.figure(slug, one.indicator.id, period)}
          />
          <WithTwin view={view} show={(one) => <Findings view={one} lang={lang} />} />
        </>
      ),
    },
    {
      header: t.target,
      cell: (view) => <WithTwin view={view} show={(one) => targetWords(one, lang)} />,
    },
    {
      header: t.lastYear,
      numeric: true,
      cell: (view) => (
        <WithTwin view={view} show={(one) => bareFigure(one.lastYear, one.indicator.unitOfMeasure)} />
      ),
    },
    {
      header: t.result,
      cell: (view) => (
        <WithTwin
          view={view}
          show={(one) => (
            <>
              {figureWords(one.result, lang) || t.none} <Origin frame={frame} links={links} view={one} />
            </>
          )}
        />
      ),
    },
    {
      header: t.attained,
      width: 'fit',
      cell: (view) => (
        <WithTwin view={view} show={(one) => <Attained view={one} lang={lang} progress={progress} />} />
      ),
    },
    {
      header: t.growth,
      numeric: true,
      cell: (view) => <WithTwin view={view} show={(one) => <Growth view={one} />} />,
    },
  ]
  return <DataTable caption={t.ofUnit(name)} captionHidden columns={columns} rows={views} />
}

/** The report a figure was taken from, at the very words. */
export function Origin({
  frame,
  links,
  view,
}: Pick<ReadProps, 'frame' | 'links'> & { readonly view: FigureView }) {
  const { result } = view
  if (!result?.sourceFileId) return null
  return (
    <a
      class="gu-note"
      href={links.source(result.sourceFileId, result.sourceStart)}
      title={result.sourceQuote}
    >
      {resultsWords(frame.lang).origin}
    </a>
  )
}

/** Whether a target was reached, and the way there in small. */
export function Attained({
  view,
  lang,
  progress,
}: Pick<ReadProps, 'progress'> & { readonly view: FigureView; readonly lang: Lang }) {
  const points = progress.get(view.indicator.id)
  return (
    <>
      <Verdict view={view} lang={lang} />
      {points ? <ProgressSpark indicator={view.indicator} points={points} lang={lang} /> : null}
    </>
  )
}
