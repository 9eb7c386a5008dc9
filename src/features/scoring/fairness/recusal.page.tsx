import { formState } from '../../../http/again.ts'
import type { FormAgain } from '../../../http/feature.ts'
import {
  Button,
  Card,
  DataTable,
  Form,
  Layout,
  Mark,
  type PageFrame,
  PageHeader,
  RadioGroup,
  Select,
  TextArea,
  TextInput,
} from '../../../ui/index.ts'
import { scoringWords } from '../scoring.messages.ts'
import type { ScoringLinks } from '../scoring.paths.ts'
import { judgesWords } from './judges.messages.ts'
import { recusalWords } from './recusal.messages.ts'

/** Somebody who stepped back, written for the reader. */
export type RecusalLine = {
  readonly id: string
  readonly judge: string
  readonly judged: string
  readonly scope: string
  readonly reason: string
  readonly declared: string
  readonly ordered: boolean
  readonly lifted: string
  readonly mayLift: boolean
  readonly illustrative: boolean
}

type RecusalsPageProps = {
  readonly frame: PageFrame
  readonly year: number
  readonly links: ScoringLinks
  readonly lines: readonly RecusalLine[]
  readonly mayDeclare: boolean
  /** Units the reader may record it for: the own one, or all members. */
  readonly judgeUnits: readonly { readonly id: string; readonly name: string }[]
  readonly units: readonly { readonly id: string; readonly name: string }[]
  readonly criteria: readonly { readonly code: string; readonly name: string }[]
  readonly again?: FormAgain | undefined
}

/** Who does not judge whom, and the form to step back. */
export function RecusalsPage(props: RecusalsPageProps) {
  const { frame, year, links, lines, mayDeclare, again } = props
  const t = recusalWords(frame.lang)
  const s = scoringWords(frame.lang)
  return (
    <Layout
      frame={frame}
      title={t.title}
      breadcrumb={[{ label: judgesWords(frame.lang).title, href: links.judges }, { label: t.title }]}
    >
      <PageHeader title={t.title} aside={String(year)} lead={t.lead} />
      <div class="gu-stack">
        <DataTable
          caption={t.title}
          captionHidden
          rows={lines}
          empty={t.none}
          rowKind={(line) => (line.lifted ? 'muted' : undefined)}
          columns={[
            {
              header: t.judge,
              width: 'wide',
              cell: (line) => (
                <>
                  {line.judge} {line.illustrative ? <Mark kind="sample" /> : null}
                </>
              ),
            },
            {
              header: t.judged,
              cell: (line) => (
                <>
                  {line.judged}
                  <div class="gu-muted">{line.scope}</div>
                </>
              ),
            },
            {
              header: s.reason,
              width: 'wide',
              cell: (line) => (
                <>
                  {line.reason}
                  {line.ordered ? <div class="gu-muted">{t.ordered}</div> : null}
                </>
              ),
            },
            { header: t.declared, cell: (line) => line.declared },
            {
              header: t.lift,
              cell: (line) =>
                line.mayLift ? (
                  <LiftForm line={line} frame={frame} links={links} again={again} />
                ) : (
                  line.lifted
                ),
            },
          ]}
        />
        {mayDeclare ? <DeclareForm {...props} /> : null}
      </div>
    </Layout>
  )
}

function LiftForm({
  line,
  frame,
  links,
  again,
}: Pick<RecusalsPageProps, 'frame' | 'links' | 'again'> & { line: RecusalLine }) {
  const t = recusalWords(frame.lang)
  const action = links.liftRecusal(line.id)
  return (
    <details>
      <summary>{t.liftTitle}</summary>
      <Form {...formState(again, action)} action={action} bare>
        <TextInput name="reason" label={scoringWords(frame.lang).reason} required />
        <Button size="small">{t.lift}</Button>
      </Form>
    </details>
  )
}

function DeclareForm({ frame, links, judgeUnits, units, criteria, again }: RecusalsPageProps) {
  const t = recusalWords(frame.lang)
  const only = judgeUnits.length === 1 ? judgeUnits[0]?.id : undefined
  return (
    <Card title={t.declareTitle} kind="accent">
      <Form {...formState(again, links.recusals)} action={links.recusals} submitLabel={t.declare}>
        <RadioGroup
          name="who"
          label={t.who}
          inline
          required
          value="unit"
          choices={[
            { value: 'unit', label: t.whoUnit },
            { value: 'person', label: t.whoPerson },
          ]}
        />
        <Select
          name="appraiserUnitId"
          label={t.judgeUnit}
          hint={t.judgeUnitHint}
          {...(only ? { value: only } : {})}
          choices={judgeUnits.map((unit) => ({ value: unit.id, label: unit.name }))}
        />
        <Select
          name="unitId"
          label={t.unit}
          required
          choices={units.map((unit) => ({ value: unit.id, label: unit.name }))}
        />
        <Select
          name="code"
          label={t.onlyCriterion}
          placeholder={t.wholeSheet}
          choices={criteria.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
          optional
        />
        <TextArea name="reason" label={t.reason} rows={3} required />
      </Form>
    </Card>
  )
}
