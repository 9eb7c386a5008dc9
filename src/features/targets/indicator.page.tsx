import { printDate, printNumber } from '../../domain/vietnamese/index.ts'
import { conflictsOf, formState } from '../../http/again.ts'
import type { FormAgain } from '../../http/feature.ts'
import {
  Alert,
  Button,
  Card,
  ConflictNotice,
  DefinitionList,
  Form,
  Hidden,
  Layout,
  type PageFrame,
  PageHeader,
  TextInput,
  Timeline,
} from '../../ui/index.ts'
import { catalogueWords } from './catalogue.messages.ts'
import { IndicatorFields } from './indicator-fields.tsx'
import type { FieldRow, IndicatorRow, IndicatorUse } from './indicators.store.ts'
import { targetsWords } from './targets.messages.ts'
import type { TargetLinks } from './targets.paths.ts'

type IndicatorProps = {
  readonly frame: PageFrame
  readonly links: TargetLinks
  readonly indicator: IndicatorRow
  readonly versions: readonly IndicatorRow[]
  readonly use: IndicatorUse
  readonly indicators: readonly IndicatorRow[]
  readonly fields: readonly FieldRow[]
  /** The reader manages the catalogue. */
  readonly mayManage: boolean
  /** The reader may change this one. */
  readonly mayRevise: boolean
  readonly again: FormAgain | undefined
}

/** One indicator: what it measures, who uses it, its versions, and the form to revise it. */
export function IndicatorPage(props: IndicatorProps) {
  const { frame, links, indicator, again, mayManage, mayRevise } = props
  const t = targetsWords(frame.lang)
  const c = catalogueWords(frame.lang)
  const labels = { name: t.name, unitOfMeasure: t.unitOfMeasure, kind: t.kind, direction: t.direction }
  const conflicts = conflictsOf(again, labels)
  return (
    <Layout
      frame={frame}
      title={indicator.name}
      breadcrumb={[
        { label: t.title, href: links.list },
        { label: t.catalogue, href: links.catalogue },
        { label: indicator.name },
      ]}
    >
      <PageHeader
        title={indicator.name}
        eyebrow={indicator.code}
        aside={c.versionWords(String(indicator.versionNumber))}
      />
      {conflicts.length > 0 ? <ConflictNotice by={c.somebody} at={c.justNow} fields={conflicts} /> : null}
      <div class="gu-stack">
        <Definition {...props} />
        {mayManage && indicator.shared ? <Alert tone="info">{c.sharedLead}</Alert> : null}
        {mayManage && !indicator.shared && !mayRevise && indicator.isCurrent ? (
          <Alert tone="info">{c.elsewhereLead}</Alert>
        ) : null}
        {mayRevise ? <ReviseCard {...props} /> : null}
        {mayRevise ? <RetireCard {...props} /> : null}
        {mayManage && indicator.retiredOn !== null ? (
          <form method="post" action={links.restoreIndicator(indicator.id)}>
            <Button>{c.restore}</Button>
          </form>
        ) : null}
        <Versions {...props} />
      </div>
    </Layout>
  )
}

function Definition({ frame, indicator, use }: IndicatorProps) {
  const t = targetsWords(frame.lang)
  const c = catalogueWords(frame.lang)
  const field = frame.lang === 'vi' ? indicator.fieldVi : indicator.fieldEn
  const total = use.targets + use.results + use.criteria
  const { conversionFactor, convertsToUnit, convertsToName } = indicator
  const more = [
    { term: t.partOf, value: indicator.partOfName },
    { term: c.otherCurrencyOf, value: indicator.otherCurrencyOfName },
    {
      term: t.convertsTo,
      value: conversionFactor
        ? t.conversion(printNumber(conversionFactor), convertsToUnit ?? '', convertsToName ?? '')
        : null,
    },
  ].flatMap(({ term, value }) => (value ? [{ term, value }] : []))
  return (
    <Card title={c.definition}>
      <DefinitionList
        items={[
          { term: t.unitOfMeasure, value: indicator.unitOfMeasure || t.none },
          { term: t.kind, value: t[`kind_${indicator.kind}`] },
          { term: t.direction, value: t[`direction_${indicator.direction}`] },
          { term: t.decimals, value: String(indicator.decimals) },
          { term: t.field, value: field ?? t.noField },
          ...more,
          {
            term: c.used,
            value:
              total === 0
                ? c.notUsed
                : c.usedWords(String(use.targets), String(use.results), String(use.criteria)),
          },
        ]}
      />
    </Card>
  )
}

function ReviseCard(props: IndicatorProps) {
  const { frame, links, indicator, use, again } = props
  const c = catalogueWords(frame.lang)
  const action = links.indicator(indicator.id)
  const inUse = use.targets + use.results + use.criteria > 0
  return (
    <Card title={c.revise} subtitle={inUse ? c.reviseInUse : c.reviseFree}>
      <Form
        action={action}
        submitLabel={inUse ? c.saveVersion : c.saveFree}
        cancelHref={links.catalogue}
        {...formState(again, action)}
      >
        <Hidden name="version" value={String(indicator.version)} />
        <IndicatorFields {...props} />
        {inUse || again?.errors.reason ? <TextInput name="reason" label={c.reason} required /> : null}
      </Form>
    </Card>
  )
}

function RetireCard({ frame, links, indicator, again }: IndicatorProps) {
  const c = catalogueWords(frame.lang)
  const action = links.retireIndicator(indicator.id)
  return (
    <Card title={c.retire} subtitle={c.retireLead}>
      <Form action={action} bare {...formState(again, action)}>
        <TextInput name="reason" label={c.reason} required />
        <div class="gu-form-actions">
          <Button>{c.retire}</Button>
        </div>
      </Form>
    </Card>
  )
}

function Versions({ frame, links, versions }: IndicatorProps) {
  const t = targetsWords(frame.lang)
  const c = catalogueWords(frame.lang)
  const state = (one: IndicatorRow) =>
    one.retiredOn ? c.retiredOn(printDate(one.retiredOn)) : one.isCurrent ? c.current : c.replaced
  return (
    <Card title={c.versions}>
      <Timeline
        entries={versions.map((one) => ({
          title: one.unitOfMeasure ? `${one.name} (${one.unitOfMeasure})` : one.name,
          time: `${c.versionWords(String(one.versionNumber))}, ${state(one)}`,
          icon: one.isCurrent ? 'check' : 'history',
          who: one.createdByName ?? '',
          text: (
            <>
              {one.changeReason ? t.because(one.changeReason) : ''}{' '}
              {versions.length > 1 ? <a href={links.indicator(one.id)}>{c.show}</a> : null}
            </>
          ),
        }))}
      />
    </Card>
  )
}
