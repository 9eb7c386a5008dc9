import { type Layer, layerNames } from '../../../domain/scoring/index.ts'
import { conflictsOf, formState } from '../../../http/again.ts'
import type { FormAgain } from '../../../http/feature.ts'
import type { Lang } from '../../../i18n/words.ts'
import {
  Alert,
  CheckboxList,
  ConflictNotice,
  DataTable,
  Form,
  Hidden,
  Layout,
  LinkButton,
  Mark,
  NumberInput,
  type PageFrame,
  PageHeader,
  RadioGroup,
  Tabs,
  Tag,
  TextInput,
} from '../../../ui/index.ts'
import { scoringWords } from '../scoring.messages.ts'
import type { ScoringLinks } from '../scoring.paths.ts'
import { scoringTabs } from '../scoring-tabs.ts'
import type { ObservedLine } from '../sheet/observed.ts'
import { lineField } from '../sheet/sheet.ts'
import { appraisalWords } from './appraisal.messages.ts'
import type { LayerChange, LayerSum } from './layer-view.ts'
import { LayerChanges, LayerSums, Observed } from './layers.page.tsx'

/** The unit that is appraised. */
export type AppraisedUnit = {
  readonly id: string
  readonly name: string
  readonly slug: string
  readonly illustrative: boolean
}

/** One line of the columns self | cross | head | final. */
export type LayeredLine = {
  readonly code: string
  readonly name: string
  readonly isGroup: boolean
  readonly max: string
  readonly rule: string
  readonly note: string
  readonly exempt: boolean
  readonly evidence: readonly { readonly fileId: string; readonly fileName: string }[]
  readonly points: Readonly<Partial<Record<Layer, string>>>
  /** What the layers changed, with reasons. */
  readonly changes: readonly LayerChange[]
  /** What signed checks found about it. */
  readonly observed: readonly ObservedLine[]
  /** What the form holds for the layer that is filled in. */
  readonly typed: string
  readonly typedReason: string
  readonly before: string
  /** "8 → 8,4" where the table normalises cross-checked points. */
  readonly normalised: string
  /** Somebody looked at it in this layer. */
  readonly seen: boolean
  /** The reader stepped back from this criterion. */
  readonly notMine: boolean
}

type UnitProps = {
  readonly frame: PageFrame
  readonly year: number
  readonly links: ScoringLinks
  readonly unit: AppraisedUnit
  readonly layers: readonly Layer[]
  readonly lines: readonly LayeredLine[]
  readonly totals: Readonly<Partial<Record<Layer, string>>>
  readonly sums: readonly LayerSum[]
  /** The layer the reader fills in, if any. */
  readonly filling: 'cross' | 'head' | 'agency' | undefined
  readonly fillable: readonly Layer[]
  readonly recordingFor: string
  readonly why: string
  readonly stamp: string
  readonly hidden: boolean
  readonly steppedBack: string
  /** Criteria somebody looked at in the layer that is filled in. */
  readonly looked: number
  readonly again?: FormAgain | undefined
}

/** One unit: the layers side by side, and the one the reader fills in. */
export function AppraisalPage(props: UnitProps) {
  const { frame, links, unit, filling, layers, again, fillable } = props
  const { lang } = frame
  const t = appraisalWords(lang)
  const s = scoringWords(lang)
  return (
    <Layout
      frame={frame}
      title={t.unitTitle(unit.name)}
      wide
      breadcrumb={[{ label: t.title, href: links.appraisals }, { label: unit.name }]}
    >
      <PageHeader
        title={t.unitTitle(unit.name)}
        {...(unit.illustrative ? { eyebrow: <Mark kind="sample" /> } : {})}
        aside={String(props.year)}
        lead={filling ? t.layerLead(layerNames[filling][lang]) : t.readLead}
        actions={
          <>
            <LinkButton href={links.sheet(unit.slug)}>{t.selfTotal}</LinkButton>
            <LinkButton href={links.appealsOf(unit.slug)}>{s.appeals}</LinkButton>
          </>
        }
      />
      <Tabs label={s.tabs} tabs={scoringTabs(lang, links, 'appraisals')} />
      <div class="gu-stack">
        {props.recordingFor ? <Alert>{t.recording(props.recordingFor)}</Alert> : null}
        {props.why ? <Alert>{props.why}</Alert> : null}
        {props.steppedBack ? <Alert>{props.steppedBack}</Alert> : null}
        {props.hidden ? <Alert>{s.hiddenAppraised}</Alert> : null}
        {fillable.length > 1 ? (
          <Tabs
            label={t.layerChoice}
            tabs={fillable.map((layer) => ({
              label: layerNames[layer][lang],
              href: `${links.appraisal(unit.slug)}?buoc=${layer}`,
              current: layer === filling,
            }))}
          />
        ) : null}
        {again?.differences?.length ? (
          <ConflictNotice
            by={s.conflictBy}
            at={s.conflictAt}
            fields={conflictsOf(again, labelsOf(props.lines))}
          />
        ) : null}
        <LayerSums sums={props.sums} lang={lang} />
        {filling ? (
          <FillForm {...props} filling={filling} />
        ) : (
          <LayerTable lines={props.lines} layers={layers} totals={props.totals} lang={lang} />
        )}
      </div>
    </Layout>
  )
}

function FillForm(props: UnitProps & { filling: 'cross' | 'head' | 'agency' }) {
  const { frame, links, unit, layers, lines, totals, filling, recordingFor, stamp, again } = props
  const { lang } = frame
  const t = appraisalWords(lang)
  const action = links[filling](unit.slug)
  return (
    <Form {...formState(again, action)} action={action} submitLabel={t.save} cancelHref={links.appraisals}>
      <Hidden name="stamp" value={stamp} />
      {recordingFor ? (
        <RadioGroup
          name="channel"
          label={t.channel}
          inline
          value="paper"
          choices={[
            { value: 'paper', label: t.paper },
            { value: 'file', label: t.file },
            { value: 'screen', label: t.screen },
          ]}
        />
      ) : (
        <Hidden name="channel" value="screen" />
      )}
      <p class="gu-muted">
        {t.lookedAt(props.looked, lines.filter((line) => !line.isGroup && !line.exempt).length)}
      </p>
      <div class="gu-sheet">
        {lines.map((line) =>
          line.isGroup ? (
            <GroupHead line={line} />
          ) : (
            <FillLine line={line} layers={layers} filling={filling} lang={lang} />
          ),
        )}
      </div>
      <p>
        {layers.map((layer) =>
          totals[layer] === undefined ? null : (
            <span>
              {layerNames[layer][lang]}: <b class="gu-figure">{totals[layer]}</b>{' '}
            </span>
          ),
        )}
      </p>
      <CheckboxList
        name="finish"
        label={t.finish}
        labelHidden
        choices={[{ value: '1', label: t.finish, hint: t.finishHint }]}
      />
    </Form>
  )
}

function GroupHead({ line }: { line: LayeredLine }) {
  return (
    <div class="gu-sheet-group">
      <h2>
        <span class="gu-figure">{line.code}</span> {line.name}
      </h2>
      <span class="gu-figure">/ {line.max}</span>
    </div>
  )
}

function FillLine({ line, layers, filling, lang }: FillLineProps) {
  const t = appraisalWords(lang)
  const s = scoringWords(lang)
  const earlier = layers.slice(0, layers.indexOf(filling)).filter((layer) => line.points[layer] !== undefined)
  return (
    <section class="gu-sheet-line gu-sheet-appraise" aria-label={line.name}>
      <div class="gu-sheet-what">
        <h4>
          <span class="gu-figure">{line.code}</span> {line.name}
        </h4>
        <p class="gu-hint">{line.rule}</p>
        {line.note ? (
          <p>
            {t.withNote}: {line.note}
          </p>
        ) : null}
        <Proof line={line} lang={lang} />
        <Observed lines={line.observed} lang={lang} />
        <LayerChanges changes={line.changes.filter((one) => one.layer !== filling)} lang={lang} />
      </div>
      <div>
        <ul class="gu-sheet-facts">
          {earlier.map((layer) => (
            <li>
              {layerNames[layer][lang]}: <b class="gu-figure">{line.points[layer]}</b>
            </li>
          ))}
          {line.normalised ? (
            <li>
              {t.normalised}: <b class="gu-figure">{line.normalised}</b>
            </li>
          ) : null}
        </ul>
        {line.exempt || line.notMine ? null : (
          <CheckboxList
            name={lineField.seen(line.code)}
            label={t.looked}
            labelHidden
            chosen={line.seen ? ['1'] : []}
            choices={[{ value: '1', label: t.looked }]}
          />
        )}
      </div>
      {line.exempt ? (
        <div>
          <Tag tone="info">{s.notAssigned}</Tag>
        </div>
      ) : line.notMine ? (
        <div>
          <Tag tone="info">{t.notMine}</Tag>
        </div>
      ) : (
        <>
          <NumberInput
            name={lineField.points(line.code)}
            label={t.newPoints}
            value={line.typed}
            placeholder={line.before}
            unit={`/ ${line.max}`}
          />
          <TextInput name={lineField.note(line.code)} label={t.reason} value={line.typedReason} />
        </>
      )}
    </section>
  )
}

type FillLineProps = { line: LayeredLine; layers: readonly Layer[]; filling: Layer; lang: Lang }

function Proof({ line, lang }: { line: LayeredLine; lang: Lang }) {
  const t = appraisalWords(lang)
  if (line.evidence.length === 0) return null
  return (
    <p>
      {t.evidence}:{' '}
      {line.evidence.map((one) => (
        <>
          <a href={`/tep/${one.fileId}`}>{one.fileName}</a>{' '}
        </>
      ))}
    </p>
  )
}

function LayerTable({
  lines,
  layers,
  totals,
  lang,
}: {
  lines: readonly LayeredLine[]
  layers: readonly Layer[]
  totals: Readonly<Partial<Record<Layer, string>>>
  lang: Lang
}) {
  const t = appraisalWords(lang)
  const s = scoringWords(lang)
  return (
    <DataTable
      caption={t.title}
      captionHidden
      rows={lines}
      rowKind={(line) => (line.isGroup ? 'group' : undefined)}
      columns={[
        {
          header: s.criterion,
          width: 'wide',
          total: t.totalRow,
          cell: (line) => (
            <>
              <span class="gu-figure">{line.code}</span> {line.name}
              <LayerChanges changes={line.changes} lang={lang} />
              <Proof line={line} lang={lang} />
              <Observed lines={line.observed} lang={lang} />
            </>
          ),
        },
        { header: s.maximum, numeric: true, width: 'fit', cell: (line) => line.max },
        ...layers.map((layer) => ({
          header: layerNames[layer][lang],
          numeric: true,
          width: 'fit' as const,
          total: totals[layer] ?? '',
          cell: (line: LayeredLine) => (line.exempt ? s.notAssigned : (line.points[layer] ?? '')),
        })),
      ]}
    />
  )
}

function labelsOf(lines: readonly LayeredLine[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    lines.flatMap((line) => [
      [lineField.points(line.code), `${line.code} ${line.name}`],
      [lineField.note(line.code), `${line.code} ${line.name}`],
    ]),
  )
}
