import { blocLabelPresets } from '../../domain/blocs/index.ts'
import { printDate } from '../../domain/vietnamese/index.ts'
import type { FormAgain } from '../../http/feature.ts'
import { nameOf } from '../../i18n/words.ts'
import {
  Alert,
  Card,
  ConflictNotice,
  DataTable,
  DateInput,
  FieldGroup,
  Form,
  Layout,
  NumberInput,
  type PageFrame,
  PageHeader,
  RadioGroup,
  Select,
  TextArea,
  TextInput,
} from '../../ui/index.ts'
import { blocsWords, wayNames } from './blocs.messages.ts'
import { blocsPaths } from './blocs.paths.ts'
import type { BlocRow, LastChange } from './blocs.store.ts'
import type { MembershipRow, UnitChoice } from './members.store.ts'

type Common = { readonly frame: PageFrame; readonly again?: FormAgain | undefined }

/** A new bloc. */
export function FoundBlocPage({
  frame,
  again,
  provinces,
}: Common & { readonly provinces: readonly UnitChoice[] }) {
  const t = blocsWords(frame.lang)
  return (
    <Layout
      frame={frame}
      title={t.foundTitle}
      breadcrumb={[{ label: t.title, href: blocsPaths.list }, { label: t.found }]}
    >
      <PageHeader title={t.foundTitle} />
      <Card>
        <Form action={blocsPaths.found} submitLabel={t.found} cancelHref={blocsPaths.list} {...again}>
          <Select
            name="provinceId"
            label={t.province}
            required
            placeholder={provinces.length === 1 ? false : undefined}
            choices={provinces.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <BlocFields frame={frame} />
        </Form>
      </Card>
    </Layout>
  )
}

type ChangeBlocPageProps = Common & { readonly bloc: BlocRow; readonly lastChange: LastChange | undefined }

/** What a bloc is called and where it comes from. */
export function ChangeBlocPage({ frame, again, bloc, lastChange }: ChangeBlocPageProps) {
  const t = blocsWords(frame.lang)
  const title = t.changeTitle(bloc.name)
  return (
    <Layout frame={frame} title={title}>
      <PageHeader title={title} />
      {again?.differences ? (
        <ConflictNotice
          by={lastChange?.by || t.somebody}
          at={
            lastChange ? lastChange.at.toLocaleString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh' }) : t.justNow
          }
          fields={again.differences.map(({ field, before, after }) => ({
            label: fieldLabel(field, frame),
            before,
            after,
          }))}
        />
      ) : null}
      <Card>
        <Form
          action={blocsPaths.change(bloc.slug)}
          submitLabel={t.save}
          cancelHref={blocsPaths.show(bloc.slug)}
          {...again}
        >
          {/* After a conflict the version of now goes along: who has seen what changed may save over it. */}
          <input type="hidden" name="version" value={String(bloc.version)} />
          <BlocFields frame={frame} bloc={bloc} />
        </Form>
      </Card>
    </Layout>
  )
}

function BlocFields({ frame, bloc }: { frame: PageFrame; bloc?: BlocRow }) {
  const t = blocsWords(frame.lang)
  const [usual] = blocLabelPresets
  return (
    <>
      <TextInput name="name" label={t.name} value={bloc?.name ?? ''} required />
      <TextInput
        name="shortName"
        label={t.shortName}
        hint={t.shortNameHint}
        value={bloc?.shortName ?? ''}
        narrow
        required
      />
      <TextInput name="kind" label={t.kind} hint={t.kindHint} value={bloc?.kind ?? ''} optional />
      <FieldGroup legend={t.labels} columns>
        <TextInput
          name="label"
          label={t.label}
          value={bloc?.label ?? usual?.bloc ?? ''}
          list={[...new Set(blocLabelPresets.map((preset) => preset.bloc))]}
          required
        />
        <TextInput
          name="headLabel"
          label={t.headLabel}
          value={bloc?.headLabel ?? usual?.head ?? ''}
          list={[...new Set(blocLabelPresets.map((preset) => preset.head))]}
          required
        />
        <TextInput
          name="deputyLabel"
          label={t.deputyLabel}
          value={bloc?.deputyLabel ?? usual?.deputy ?? ''}
          list={[...new Set(blocLabelPresets.map((preset) => preset.deputy))]}
          required
        />
      </FieldGroup>
      <FieldGroup legend={t.foundingDecision} columns>
        <TextInput
          name="foundingDecision"
          label={t.foundingDecision}
          value={bloc?.foundingDecision ?? ''}
          optional
        />
        <DateInput name="foundedOn" label={t.foundedOn} value={bloc?.foundedOn ?? ''} optional />
        <DateInput name="dissolvedOn" label={t.dissolvedOn} value={bloc?.dissolvedOn ?? ''} optional />
      </FieldGroup>
      <RadioGroup
        name="foundingDecisionMark"
        label={t.foundingMark}
        inline
        value={bloc?.foundingDecisionMark ?? 'confirmed'}
        choices={[
          { value: 'confirmed', label: t.markConfirmed },
          { value: 'unverified', label: t.markUnverified },
        ]}
      />
      <TextArea
        name="aliases"
        label={t.aliases}
        hint={t.aliasesHint}
        rows={3}
        value={(bloc?.aliases ?? []).join('\n')}
      />
    </>
  )
}

function fieldLabel(field: string, frame: PageFrame): string {
  const t = blocsWords(frame.lang)
  const labels: Readonly<Record<string, string>> = {
    name: t.name,
    shortName: t.shortName,
    kind: t.kind,
    label: t.label,
    headLabel: t.headLabel,
    deputyLabel: t.deputyLabel,
    foundedOn: t.foundedOn,
    foundingDecision: t.foundingDecision,
    foundingDecisionMark: t.foundingMark,
    dissolvedOn: t.dissolvedOn,
  }
  return labels[field] ?? ''
}

type MembersPageProps = Common & {
  readonly bloc: BlocRow
  readonly stays: readonly MembershipRow[]
  readonly units: readonly UnitChoice[]
  readonly today: string
}

/** Who sits in a bloc from when to when. */
export function MembersPage({ frame, again, bloc, stays, units, today }: MembersPageProps) {
  const t = blocsWords(frame.lang)
  const title = t.membersTitle(bloc.name)
  const present = stays.filter((stay) => stay.toDate === null || stay.toDate >= today)
  return (
    <Layout
      frame={frame}
      title={title}
      breadcrumb={[
        { label: t.title, href: blocsPaths.list },
        { label: bloc.shortName, href: blocsPaths.show(bloc.slug) },
        { label: t.manageMembers },
      ]}
    >
      <PageHeader title={title} />
      <div class="gu-stack">
        <Card title={t.addMember}>
          <Form
            action={blocsPaths.members(bloc.slug)}
            submitLabel={t.addMember}
            {...only(again, blocsPaths.members(bloc.slug))}
          >
            <FieldGroup legend={t.unit} columns>
              <Select
                name="unitId"
                label={t.unit}
                choices={units.map(({ id, name }) => ({ value: id, label: name }))}
                required
              />
              <DateInput name="fromDate" label={t.from} required />
              <DateInput name="toDate" label={t.to} optional />
              <NumberInput name="position" label={t.position} hint={t.positionHint} optional />
            </FieldGroup>
            <TextInput name="basis" label={t.basis} optional />
          </Form>
        </Card>
        <Card title={t.orderTitle}>
          <Form
            action={blocsPaths.order(bloc.slug)}
            submitLabel={t.orderSave}
            {...only(again, blocsPaths.order(bloc.slug))}
          >
            <DataTable
              caption={t.orderTitle}
              captionHidden
              rows={present}
              empty={t.noMembers}
              columns={[
                { header: t.unit, width: 'wide', cell: (stay) => stay.unitName },
                { header: t.from, width: 'fit', cell: (stay) => printDate(stay.fromDate) },
                {
                  header: t.position,
                  cell: (stay) => (
                    <NumberInput
                      name={`position.${stay.unitId}`}
                      label={`${t.position}: ${stay.unitName}`}
                      labelHidden
                      value={String(stay.position)}
                    />
                  ),
                },
              ]}
            />
          </Form>
        </Card>
        <Card title={t.endMember} subtitle={t.endWarn}>
          <Form
            action={blocsPaths.endMember(bloc.slug)}
            submitLabel={t.endDo}
            {...only(again, blocsPaths.endMember(bloc.slug))}
          >
            <Select
              name="membershipId"
              label={t.unit}
              required
              choices={present.map((stay) => ({
                value: stay.id,
                label: `${stay.unitName} (${printDate(stay.fromDate)})`,
              }))}
            />
            <DateInput name="toDate" label={t.lastDay} required />
            <TextInput name="basis" label={t.endBasis} required />
          </Form>
        </Card>
      </div>
    </Layout>
  )
}

type LeadershipPageProps = Common & {
  readonly bloc: BlocRow
  readonly units: readonly UnitChoice[]
  readonly year: number
  readonly today: string
}

/** Names a head or deputy for a year. */
export function LeadershipPage({ frame, again, bloc, units, year, today }: LeadershipPageProps) {
  const t = blocsWords(frame.lang)
  return (
    <Layout frame={frame} title={t.setLeadership}>
      <PageHeader eyebrow={bloc.name} title={t.setLeadership} lead={t.leadershipLead} />
      {units.length === 0 ? <Alert tone="warning">{t.noMembers}</Alert> : null}
      <Card>
        <Form
          action={blocsPaths.leadership(bloc.slug)}
          submitLabel={t.leadershipDo}
          cancelHref={blocsPaths.show(bloc.slug)}
          {...again}
        >
          <RadioGroup
            name="role"
            label={t.role}
            inline
            value="head"
            choices={[
              { value: 'head', label: bloc.headLabel },
              { value: 'deputy', label: bloc.deputyLabel },
            ]}
          />
          <Select
            name="unitId"
            label={t.unit}
            choices={units.map(({ id, name }) => ({ value: id, label: name }))}
            required
          />
          <FieldGroup legend={t.term} columns>
            <TextInput name="forYear" label={t.forYear} value={String(year)} narrow required />
            <DateInput name="fromDate" label={t.startDay} value={today} required />
            <Select
              name="how"
              label={t.how}
              required
              choices={Object.keys(wayNames).map((way) => ({
                value: way,
                label: nameOf(wayNames, way, frame.lang),
              }))}
            />
          </FieldGroup>
          <TextInput name="basis" label={t.basis} optional />
          <FieldGroup legend={t.person} columns>
            <TextInput name="personName" label={t.person} optional />
            <TextInput name="personTitle" label={t.personTitle} optional />
          </FieldGroup>
        </Form>
      </Card>
    </Layout>
  )
}

/** What came back belongs to the form that was sent. */
function only(again: FormAgain | undefined, action: string) {
  return again?.action === action ? again : {}
}
