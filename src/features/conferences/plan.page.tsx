import { conflictsOf, formState } from '../../http/again.ts'
import type { FormAgain } from '../../http/feature.ts'
import { nameOf } from '../../i18n/words.ts'
import {
  ConflictNotice,
  DateInput,
  FieldGroup,
  Form,
  Hidden,
  Layout,
  type PageFrame,
  PageHeader,
  Select,
  TextArea,
  TextInput,
} from '../../ui/index.ts'
import { conferencesWords, kindNames } from './conferences.messages.ts'
import type { ConferenceLinks } from './conferences.paths.ts'
import type { AgendaItem, ConferenceRow } from './conferences.store.ts'
import type { DriveChoice } from './drive-choices.store.ts'
import { planWords } from './plan.messages.ts'

type PlanPageProps = {
  readonly frame: PageFrame
  readonly links: ConferenceLinks
  readonly action: string
  /** The kinds offered here. */
  readonly kinds: readonly string[]
  /** What is changed, when it is not a new one. */
  readonly conference?: ConferenceRow | undefined
  readonly agenda: readonly AgendaItem[]
  /** Drives a council may meet about; offered when a new session is planned. */
  readonly drives?: readonly DriveChoice[]
  readonly again?: FormAgain | undefined
}

/** Planning a conference, or changing its plan. */
export function PlanPage({
  frame,
  links,
  action,
  kinds,
  conference,
  agenda,
  drives = [],
  again,
}: PlanPageProps) {
  const t = conferencesWords(frame.lang)
  const words = planWords(frame.lang)
  const title = conference ? t.edit : t.plan
  const labels = {
    title: t.name,
    heldOn: t.heldOn,
    timeText: t.timeText,
    startsAt: t.startsAt,
    place: t.place,
    chairName: t.chair,
    chairTitle: t.chairTitle,
    secretaryName: t.secretary,
  }
  const conflicts = conflictsOf(again, labels)
  const crumbs = [
    { label: t.title, href: links.list },
    ...(conference ? [{ label: conference.title, href: links.show(conference.id) }] : []),
    { label: title },
  ]
  return (
    <Layout frame={frame} title={title} breadcrumb={crumbs}>
      <div class="gu-prose gu-stack">
        <PageHeader title={title} lead={t.planLead} />
        {conflicts.length > 0 ? (
          <ConflictNotice by={t.otherSavedBy} at={t.otherSavedAt} fields={conflicts} />
        ) : null}
        <Form
          action={action}
          cancelHref={conference ? links.show(conference.id) : links.list}
          {...formState(again, action)}
        >
          {conference ? <Hidden name="version" value={String(conference.version)} /> : null}
          {kinds.length === 1 ? (
            <Hidden name="kind" value={kinds[0] ?? ''} />
          ) : (
            <Select
              name="kind"
              label={t.kind}
              required
              narrow
              value={conference?.kind ?? 'year_end'}
              placeholder={false}
              choices={kinds.map((value) => ({ value, label: nameOf(kindNames, value, frame.lang) }))}
            />
          )}
          <TextInput
            name="title"
            label={t.name}
            hint={t.nameHint}
            required
            value={conference?.title}
            maxlength={300}
          />
          {drives.length > 0 ? (
            <Select
              name="movementId"
              label={words.drive}
              placeholder={words.noDrive}
              choices={drives.map(({ id, title: label }) => ({ value: id, label }))}
            />
          ) : null}
          <FieldGroup legend={t.when} columns>
            <DateInput name="heldOn" label={t.heldOn} value={conference?.heldOn ?? undefined} />
            <TextInput
              name="startsAt"
              label={t.startsAt}
              hint={t.startsAtHint}
              narrow
              value={conference?.startsAt?.slice(0, 5)}
            />
            <TextInput
              name="timeText"
              label={t.timeText}
              hint={t.timeTextHint}
              value={conference?.timeText}
            />
          </FieldGroup>
          <TextInput name="place" label={t.place} value={conference?.place} />
          <FieldGroup legend={t.people} columns>
            <TextInput name="chairName" label={t.chair} value={conference?.chairName} />
            <TextInput name="chairTitle" label={t.chairTitle} value={conference?.chairTitle} />
            <TextInput name="secretaryName" label={t.secretary} value={conference?.secretaryName} />
          </FieldGroup>
          <TextArea
            name="agenda"
            label={t.agenda}
            hint={t.agendaHint}
            rows={7}
            value={agenda.map(lineOf).join('\n')}
          />
        </Form>
      </div>
    </Layout>
  )
}

function lineOf({ title, presenter, minutes }: AgendaItem): string {
  if (minutes !== null) return [title, presenter, minutes].join(' | ')
  return presenter ? [title, presenter].join(' | ') : title
}
