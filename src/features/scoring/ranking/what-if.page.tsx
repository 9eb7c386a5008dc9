import { type Layer, layerNames } from '../../../domain/scoring/index.ts'
import type { Lang } from '../../../i18n/words.ts'
import {
  Alert,
  ButtonRow,
  Card,
  CheckboxList,
  DataTable,
  FieldGroup,
  Form,
  type FormErrors,
  type FormValues,
  Hidden,
  Layout,
  LinkButton,
  NumberInput,
  type PageFrame,
  PageHeader,
  Select,
} from '../../../ui/index.ts'
import { scoringWords } from '../scoring.messages.ts'
import type { ScoringLinks } from '../scoring.paths.ts'
import { picturesWords } from './pictures.messages.ts'
import { rankingWords } from './ranking.messages.ts'
import { changeRows } from './what-if-form.ts'

/** One unit before and after, written for the reader. */
export type MoveRow = {
  readonly name: string
  readonly mine: boolean
  readonly rankBefore: string
  readonly rankAfter: string
  readonly valueBefore: string
  readonly valueAfter: string
  readonly classBefore: string
  readonly classAfter: string
  readonly move: string
  readonly moved: boolean
}

type Choice = { readonly value: string; readonly label: string }

type WhatIfPageProps = {
  readonly frame: PageFrame
  readonly links: ScoringLinks
  readonly layer: Layer
  readonly nodes: readonly Choice[]
  readonly leaves: readonly Choice[]
  readonly units: readonly Choice[]
  readonly values: FormValues
  readonly errors: FormErrors
  /** Whether anything is supposed at all. */
  readonly changed: boolean
  readonly withClasses: boolean
  readonly rows: readonly MoveRow[]
}

/** What would happen to the ranking; asked by an address, so there is nothing to save and nothing to undo. */
export function WhatIfPage(props: WhatIfPageProps) {
  const { frame, links, layer, changed, rows } = props
  const t = picturesWords(frame.lang)
  return (
    <Layout
      frame={frame}
      title={t.tryOut}
      breadcrumb={[{ label: rankingWords(frame.lang).title, href: links.ranking }, { label: t.tryOut }]}
    >
      <PageHeader title={t.tryOut} aside={layerNames[layer][frame.lang]} lead={t.tryLead} />
      <div class="gu-stack">
        <Alert tone={changed ? 'success' : 'info'} live={changed}>
          {changed ? t.moved(rows.filter((row) => row.moved).length) : t.unchanged}
        </Alert>
        <Outcome {...props} />
        <Changes {...props} />
      </div>
    </Layout>
  )
}

function Outcome({ frame, rows, withClasses }: WhatIfPageProps) {
  const t = picturesWords(frame.lang)
  const pair = (header: string, before: keyof MoveRow, after: keyof MoveRow, numeric = true) => [
    { header: t.before, group: header, numeric, cell: (row: MoveRow) => row[before] },
    { header: t.after, group: header, numeric, cell: (row: MoveRow) => <b>{row[after]}</b> },
  ]
  return (
    <DataTable
      caption={t.result}
      rows={rows}
      rowKind={(row) => (row.mine ? 'mine' : row.moved ? undefined : 'muted')}
      columns={[
        { header: scoringWords(frame.lang).unit, width: 'wide', cell: (row) => row.name },
        { header: t.move, width: 'fit', cell: (row) => row.move },
        ...pair(t.place, 'rankBefore', 'rankAfter'),
        ...pair(t.value, 'valueBefore', 'valueAfter'),
        ...(withClasses ? pair(t.class, 'classBefore', 'classAfter', false) : []),
      ]}
    />
  )
}

function Changes({ frame, links, layer, values, errors, nodes, leaves, units }: WhatIfPageProps) {
  const t = picturesWords(frame.lang)
  return (
    <Card>
      <Form action={links.tryRanking} method="get" values={values} errors={errors} submitLabel={t.show}>
        <Hidden name="buoc" value={layer} />
        <FieldGroup legend={t.weights} hint={t.weightsHint} columns>
          {changeRows.flatMap((row) => [
            <Select name={`node.${row}`} label={t.node} choices={nodes} optional />,
            <NumberInput name={`max.${row}`} label={t.newMaximum} optional />,
          ])}
        </FieldGroup>
        {changeRows.map((row) => (
          <PointsRow {...{ row, units, leaves }} lang={frame.lang} />
        ))}
        <ButtonRow>
          <LinkButton href={`${links.tryRanking}?buoc=${layer}`} kind="quiet" size="small">
            {t.reset}
          </LinkButton>
        </ButtonRow>
      </Form>
    </Card>
  )
}

function PointsRow({
  row,
  units,
  leaves,
  lang,
}: Pick<WhatIfPageProps, 'units' | 'leaves'> & { row: string; lang: Lang }) {
  const t = picturesWords(lang)
  return (
    <FieldGroup legend={`${t.points}: ${t.row(String(Number(row) + 1)).toLowerCase()}`} columns>
      <Select name={`unit.${row}`} label={scoringWords(lang).unit} choices={units} optional />
      <Select name={`leaf.${row}`} label={t.criterion} choices={leaves} optional />
      <NumberInput name={`points.${row}`} label={t.newPoints} optional />
      <CheckboxList
        name={`none.${row}`}
        label={t.orNotAssigned}
        labelHidden
        choices={[{ value: '1', label: t.orNotAssigned }]}
        chosen={[]}
      />
    </FieldGroup>
  )
}
