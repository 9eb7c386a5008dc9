import Big from 'big.js'
import { printDate, printNumber } from '../../domain/vietnamese/index.ts'
import { formState } from '../../http/again.ts'
import type { FormAgain } from '../../http/feature.ts'
import { nameOf } from '../../i18n/words.ts'
import {
  Card,
  DataTable,
  Form,
  Layout,
  LinkButton,
  Mark,
  NumberInput,
  type PageFrame,
  PageHeader,
  Stat,
  TextInput,
} from '../../ui/index.ts'
import { activitiesWords, activityKindNames } from './activities.messages.ts'
import { sumOf } from './activities.page.tsx'
import type { activitiesPaths } from './activities.paths.ts'
import type { ActivityRow, Part } from './activities.store.ts'

type PartRow = {
  readonly unit: { readonly id: string; readonly name: string; readonly shortName: string }
  readonly part: Part | undefined
  readonly mine: boolean
}

type ActivityPageProps = {
  readonly frame: PageFrame
  readonly paths: ReturnType<typeof activitiesPaths>
  readonly activity: ActivityRow
  readonly rows: readonly PartRow[]
  readonly mayManage: boolean
  readonly again?: FormAgain | undefined
}

/** One activity and the part each unit took in it. */
export function ActivityPage(props: ActivityPageProps) {
  const { frame, paths, activity, rows, mayManage } = props
  const t = activitiesWords(frame.lang)
  const taking = rows.filter((row) => row.part).length
  return (
    <Layout
      frame={frame}
      title={activity.title}
      breadcrumb={[{ label: t.title, href: paths.list }, { label: activity.title }]}
    >
      <PageHeader
        title={activity.title}
        eyebrow={
          <>
            {[
              nameOf(activityKindNames, activity.kind, frame.lang),
              activity.heldOn ? printDate(activity.heldOn) : t.noDate,
              activity.place,
            ]
              .filter(Boolean)
              .join(' · ')}{' '}
            {activity.illustrative ? <Mark kind="sample" /> : null}
          </>
        }
        lead={activity.note}
        actions={
          mayManage ? (
            <LinkButton href={paths.revise(activity.id)} icon="edit">
              {t.revise}
            </LinkButton>
          ) : null
        }
      />
      <div class="gu-stack-large">
        <div class="gu-grid">
          <Stat label={t.units} value={`${taking}/${rows.length}`} />
          <Stat label={t.people} value={printNumber(new Big(activity.people))} />
          <Stat label={t.contribution} value={printNumber(activity.contributions)} unit={t.money} />
          <Stat
            label={t.cost}
            value={activity.cost === null ? '–' : printNumber(activity.cost)}
            unit={activity.cost === null ? undefined : t.money}
          />
        </div>
        <Card title={t.parts} subtitle={t.partsLead(String(taking), String(rows.length))} flush={!mayManage}>
          {mayManage ? <PartsForm {...props} /> : <PartsTable {...props} />}
        </Card>
      </div>
    </Layout>
  )
}

function PartsTable({ frame, rows }: ActivityPageProps) {
  const t = activitiesWords(frame.lang)
  return (
    <DataTable
      caption={t.parts}
      captionHidden
      rows={rows}
      rowKind={(row) => (row.mine ? 'mine' : row.part ? undefined : 'muted')}
      columns={[
        { header: t.unit, width: 'wide', total: t.total, cell: (row) => row.unit.name },
        {
          header: t.people,
          numeric: true,
          total: printNumber(new Big(rows.reduce((sum, row) => sum + (row.part?.people ?? 0), 0))),
          cell: (row) => (row.part?.people == null ? '' : printNumber(new Big(row.part.people))),
        },
        {
          header: t.contribution,
          unit: t.money,
          numeric: true,
          total: printNumber(sumOf(rows.map((row) => row.part?.contribution ?? null))),
          cell: (row) => (row.part?.contribution == null ? '' : printNumber(row.part.contribution)),
        },
        { header: t.note, cell: (row) => row.part?.note || (row.part ? '' : t.notTaking) },
      ]}
    />
  )
}

function PartsForm({ frame, paths, activity, rows, again }: ActivityPageProps) {
  const t = activitiesWords(frame.lang)
  const action = paths.show(activity.id)
  return (
    <Form action={action} submitLabel={t.partsSave} {...formState(again, action)}>
      <DataTable
        caption={t.parts}
        captionHidden
        rows={rows}
        note={t.partsHint}
        columns={[
          { header: t.unit, width: 'wide', cell: (row) => row.unit.name },
          {
            header: t.people,
            width: 'wide',
            cell: (row) => (
              <NumberInput
                name={`people.${row.unit.id}`}
                label={t.peopleOf(row.unit.shortName)}
                labelHidden
                value={row.part?.people == null ? undefined : printNumber(new Big(row.part.people))}
              />
            ),
          },
          {
            header: t.contribution,
            unit: t.money,
            width: 'wide',
            cell: (row) => (
              <NumberInput
                name={`contribution.${row.unit.id}`}
                label={t.contributionOf(row.unit.shortName)}
                labelHidden
                value={row.part?.contribution == null ? undefined : printNumber(row.part.contribution)}
              />
            ),
          },
          {
            header: t.note,
            width: 'wide',
            cell: (row) => (
              <TextInput
                name={`note.${row.unit.id}`}
                label={t.noteOf(row.unit.shortName)}
                labelHidden
                value={row.part?.note}
              />
            ),
          },
        ]}
      />
    </Form>
  )
}
