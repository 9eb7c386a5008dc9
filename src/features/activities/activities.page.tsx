import Big from 'big.js'
import { printDate, printNumber } from '../../domain/vietnamese/index.ts'
import { conflictsOf, formState } from '../../http/again.ts'
import type { FormAgain } from '../../http/feature.ts'
import { nameOf } from '../../i18n/words.ts'
import {
  ConflictNotice,
  DataTable,
  DateInput,
  EmptyState,
  FieldGroup,
  Form,
  Hidden,
  Layout,
  LinkButton,
  Mark,
  NumberInput,
  type PageFrame,
  PageHeader,
  Select,
  type Tab,
  Tabs,
  TextArea,
  TextInput,
} from '../../ui/index.ts'
import { activitiesWords, activityKindNames } from './activities.messages.ts'
import type { activitiesPaths } from './activities.paths.ts'
import type { ActivityRow } from './activities.store.ts'

type ActivitiesPageProps = {
  readonly frame: PageFrame
  readonly paths: ReturnType<typeof activitiesPaths>
  readonly tabs: readonly Tab[]
  readonly activities: readonly ActivityRow[]
  readonly mayManage: boolean
}

/** The common activities of a year with their totals. */
export function ActivitiesPage({ frame, paths, tabs, activities, mayManage }: ActivitiesPageProps) {
  const t = activitiesWords(frame.lang)
  const add = mayManage ? (
    <LinkButton href={paths.add} kind="primary" icon="plus">
      {t.add}
    </LinkButton>
  ) : null
  const people = activities.reduce((sum, one) => sum + one.people, 0)
  return (
    <Layout frame={frame} title={t.title}>
      <PageHeader title={t.title} lead={t.lead} actions={activities.length > 0 ? add : null} />
      <Tabs label={t.views} tabs={tabs} />
      {activities.length === 0 ? (
        <EmptyState icon="users" title={t.empty} text={t.emptyText} action={add} />
      ) : (
        <DataTable
          caption={t.title}
          captionHidden
          rows={activities}
          columns={[
            {
              header: t.activity,
              width: 'wide',
              total: t.total,
              cell: (row) => (
                <>
                  <a href={paths.show(row.id)}>{row.title}</a>{' '}
                  {row.illustrative ? <Mark kind="sample" /> : null}
                </>
              ),
            },
            { header: t.kind, cell: (row) => nameOf(activityKindNames, row.kind, frame.lang) },
            {
              header: t.heldOn,
              width: 'fit',
              cell: (row) => (row.heldOn ? printDate(row.heldOn) : <span class="gu-muted">{t.noDate}</span>),
            },
            { header: t.units, numeric: true, cell: (row) => String(row.units) },
            {
              header: t.people,
              numeric: true,
              total: printNumber(new Big(people)),
              cell: (row) => printNumber(new Big(row.people)),
            },
            {
              header: t.contribution,
              unit: t.money,
              numeric: true,
              total: printNumber(sumOf(activities.map((row) => row.contributions))),
              cell: (row) => printNumber(row.contributions),
            },
            {
              header: t.cost,
              unit: t.money,
              numeric: true,
              total: printNumber(sumOf(activities.map((row) => row.cost))),
              cell: (row) => (row.cost === null ? '' : printNumber(row.cost)),
            },
          ]}
        />
      )}
    </Layout>
  )
}

/** Exact sum of amounts; unknown ones are left out. */
export function sumOf(amounts: readonly (string | null)[]): Big {
  return amounts.reduce((sum, amount) => (amount === null ? sum : sum.plus(amount)), new Big(0))
}

type ActivityFormPageProps = {
  readonly frame: PageFrame
  readonly paths: ReturnType<typeof activitiesPaths>
  readonly activity?: ActivityRow
  readonly again?: FormAgain | undefined
}

/** Adding or mending an activity. */
export function ActivityFormPage({ frame, paths, activity, again }: ActivityFormPageProps) {
  const t = activitiesWords(frame.lang)
  const action = activity ? paths.revise(activity.id) : paths.add
  const title = activity ? t.reviseTitle : t.addTitle
  const conflicts = conflictsOf(again, {
    kind: t.kind,
    title: t.titleField,
    heldOn: t.heldOn,
    place: t.place,
    cost: t.cost,
    note: t.note,
  })
  return (
    <Layout
      frame={frame}
      title={title}
      breadcrumb={[
        { label: t.title, href: paths.list },
        ...(activity ? [{ label: activity.title, href: paths.show(activity.id) }] : []),
        { label: title },
      ]}
    >
      <div class="gu-prose">
        <PageHeader title={title} />
        {conflicts.length > 0 ? <ConflictNotice by={t.somebody} at={t.justNow} fields={conflicts} /> : null}
        <Form
          action={action}
          submitLabel={t.save}
          cancelHref={activity ? paths.show(activity.id) : paths.list}
          {...formState(again, action)}
        >
          {activity ? <Hidden name="version" value={String(activity.version)} /> : null}
          <TextInput name="title" label={t.titleField} value={activity?.title} required />
          <FieldGroup legend={t.activity} columns>
            <Select
              name="kind"
              label={t.kind}
              required
              value={activity?.kind}
              choices={Object.entries(activityKindNames).map(([value, name]) => ({
                value,
                label: name[frame.lang],
              }))}
            />
            <DateInput name="heldOn" label={t.heldOn} value={activity?.heldOn ?? undefined} />
            <TextInput name="place" label={t.place} value={activity?.place} />
            <NumberInput
              name="cost"
              label={t.cost}
              unit={t.money}
              value={activity?.cost ? printNumber(activity.cost) : undefined}
            />
          </FieldGroup>
          <TextArea name="note" label={t.note} rows={3} value={activity?.note} />
        </Form>
      </div>
    </Layout>
  )
}
