import type { Child } from 'hono/jsx'
import { figureOf, findingSentence, printFigureWithNotes, sharedName } from '../../domain/results/index.ts'
import type { TargetVerdict } from '../../domain/targets/index.ts'
import { reasonSentence, targetOf, targetStatement, verdictLabels } from '../../domain/targets/index.ts'
import { printNumber, printPercent, printQuantity } from '../../domain/vietnamese/index.ts'
import type { Lang } from '../../i18n/words.ts'
import { Icon, Mark, Tag, type Tone } from '../../ui/index.ts'
import type { FigureView } from './figure-view.ts'
import { resultsWords } from './results.messages.ts'
import type { ResultContent, ResultRow } from './results.store.ts'

/** Colour of a verdict; its word always stands beside it. */
const verdictTones: Readonly<Record<TargetVerdict, Tone>> = {
  exceeded: 'good',
  met: 'good',
  missed: 'bad',
  no_result: 'neutral',
  not_assigned: 'neutral',
  not_comparable: 'info',
}

/** A stored figure in report words; words only where it has no number. */
export function figureWords(result: ResultContent | undefined, lang: Lang): string {
  const t = resultsWords(lang)
  if (!result) return ''
  const figure = figureOf(result)
  return figure ? printFigureWithNotes(figure) : t.inWords
}

/** A figure of the year before, short: without its unit where the column or line has it. */
export function bareFigure(result: ResultRow | undefined, unit: string): string {
  const figure = result && figureOf(result)
  if (!figure) return ''
  const { asOf: _asOf, outsidePlan: _outside, unit: own, estimate: _estimate, ...rest } = figure
  return printQuantity({ ...rest, ...(own !== undefined && own !== unit && { unit: own }) })
}

/** What was set, in words. */
export function targetWords({ target, indicator }: FigureView, lang: Lang): string {
  return target ? targetStatement(targetOf(target, indicator.direction), lang) : ''
}

/** Whether the target was reached, how far, and why. */
export function Verdict({ view, lang }: { readonly view: FigureView; readonly lang: Lang }) {
  const { completion, result } = view
  if (!completion) return null
  if (completion.verdict === 'not_assigned' && !result) return null
  const [reason] = completion.reasons
  return (
    <span title={reason ? reasonSentence(reason, lang) : undefined}>
      <Tag tone={verdictTones[completion.verdict]}>{verdictLabels[completion.verdict][lang]}</Tag>{' '}
      {completion.percent ? <span class="gu-figure">{printPercent(completion.percent)}</span> : null}
    </span>
  )
}

/** The computed change against the year before. */
export function Growth({ view }: { readonly view: FigureView }) {
  if (!view.growth) return null
  const sign = view.growth.gt(0) ? '+' : ''
  return (
    <span class="gu-figure">
      {sign}
      {printPercent(view.growth)}
    </span>
  )
}

/** What looks wrong about a figure, one sentence each, with the reason it stands if there is one. */
export function Findings({ view, lang }: { readonly view: FigureView; readonly lang: Lang }) {
  const t = resultsWords(lang)
  if (view.findings.length === 0) return null
  return (
    <>
      {view.findings.map((finding) => (
        <p class="gu-note">
          <Icon name="warning" size={14} /> {findingSentence(finding, lang)}
        </p>
      ))}
      {view.result?.overrideReason ? (
        <p class="gu-note">{t.standsBecause(view.result.overrideReason)}</p>
      ) : null}
    </>
  )
}

/** One cell of a table for an indicator in two currencies: the second under the first, where there is anything. */
export function WithTwin({
  view,
  show,
}: {
  readonly view: FigureView
  readonly show: (view: FigureView) => Child
}) {
  const { twin } = view
  const told = twin && (twin.result || twin.target || twin.lastYear)
  return (
    <>
      {show(view)}
      {told ? <div class="gu-twin">{show(twin)}</div> : null}
    </>
  )
}

/** The name of an indicator, parts set in, with its marks. */
export function IndicatorName({
  view,
  lang,
  href,
}: {
  readonly view: FigureView
  readonly lang: Lang
  readonly href?: (view: FigureView) => string
}) {
  const t = resultsWords(lang)
  const { indicator, isPart, result, twin } = view
  const name = twin ? sharedName(indicator.name, twin.indicator.name) : indicator.name
  return (
    <>
      {isPart ? '– ' : ''}
      {href ? <a href={href(view)}>{name}</a> : name}
      {indicator.unitOfMeasure ? <span class="gu-muted"> ({indicator.unitOfMeasure})</span> : null}{' '}
      {twin ? (
        <div class="gu-note">
          {t.alsoIn}{' '}
          {href ? <a href={href(twin)}>{twin.indicator.unitOfMeasure}</a> : twin.indicator.unitOfMeasure}
        </div>
      ) : null}
      {result?.illustrative || view.target?.illustrative ? <Mark kind="sample" /> : null}
      {result?.onBehalf ? <span class="gu-muted"> ({t.onBehalf})</span> : null}
    </>
  )
}

/** The figure converted into another indicator, in a sentence. */
export function convertedWords({ indicator, converted }: FigureView, lang: Lang): string {
  if (!converted) return ''
  const figure =
    `${printNumber(converted.round(indicator.convertsToDecimals ?? indicator.decimals))} ${indicator.convertsToUnit ?? ''}`.trim()
  return resultsWords(lang).convertedTo(figure, indicator.convertsToName ?? '')
}
