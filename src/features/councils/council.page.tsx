import { type DriveState, driveStateLabels } from '../../domain/movements/index.ts'
import { printDate } from '../../domain/vietnamese/index.ts'
import { formState } from '../../http/again.ts'
import type { FormAgain } from '../../http/feature.ts'
import { nameOf } from '../../i18n/words.ts'
import {
  Card,
  ConfirmForm,
  DataTable,
  DateInput,
  DefinitionList,
  FieldGroup,
  Form,
  Hidden,
  Layout,
  LinkButton,
  Mark,
  type PageFrame,
  PageHeader,
  Select,
  TextInput,
  withoutMark,
} from '../../ui/index.ts'
import { conferencesPaths } from '../conferences/conferences.paths.ts'
import { drivesPaths } from '../movements/movements.paths.ts'
import { councilsWords, dutyNames } from './councils.messages.ts'
import { councilsPaths } from './councils.paths.ts'
import type { CouncilDriveRow, CouncilMemberRow, CouncilRow, OwnerChoice } from './councils.store.ts'

type CouncilPageProps = {
  readonly frame: PageFrame
  readonly council: CouncilRow
  /** Undefined for readers from outside, who are told the number alone. */
  readonly members: readonly CouncilMemberRow[] | undefined
  readonly drives: readonly CouncilDriveRow[]
  readonly mayManage: boolean
  readonly today: string
  readonly again?: FormAgain | undefined
}

/** One council: its founding, its members over time, the drives it decides on. */
export function CouncilPage(props: CouncilPageProps) {
  const { frame, council, members, drives } = props
  const t = councilsWords(frame.lang)
  return (
    <Layout
      frame={frame}
      title={council.name}
      breadcrumb={[{ label: t.title, href: councilsPaths.list }, { label: council.name }]}
    >
      <PageHeader
        title={council.name}
        eyebrow={
          <>
            {[council.unitName, council.provinceName].filter(Boolean).join(' · ')}{' '}
            {council.illustrative ? <Mark kind="sample" /> : null}
          </>
        }
        actions={
          members ? (
            <LinkButton href={conferencesPaths.council.at(council.id).list}>{t.sessions}</LinkButton>
          ) : undefined
        }
      />
      <div class="gu-stack-large">
        {council.basis || council.foundedOn ? (
          <Card>
            <DefinitionList
              items={[
                ...(council.basis ? [{ term: t.basis, value: council.basis }] : []),
                ...(council.foundedOn ? [{ term: t.foundedOn, value: printDate(council.foundedOn) }] : []),
              ]}
            />
          </Card>
        ) : null}
        {members ? (
          <Members {...props} members={members} />
        ) : (
          <Card title={t.members}>
            <p>{t.membersHidden(String(council.members))}</p>
          </Card>
        )}
        {drives.length > 0 ? (
          <Card title={t.drives}>
            <ul>
              {drives.map((drive) => (
                <li>
                  <a href={drivesPaths.show(drive.id)}>{drive.title}</a>{' '}
                  <span class="gu-muted">({driveStateLabels[drive.state as DriveState][frame.lang]})</span>
                </li>
              ))}
            </ul>
          </Card>
        ) : null}
      </div>
    </Layout>
  )
}

function Members({
  frame,
  council,
  members,
  mayManage,
  today,
  again,
}: CouncilPageProps & { readonly members: readonly CouncilMemberRow[] }) {
  const t = councilsWords(frame.lang)
  const action = councilsPaths.addMember(council.id)
  return (
    <Card title={t.members} subtitle={mayManage ? t.accountsNote : ''} flush>
      <DataTable
        caption={t.members}
        captionHidden
        rows={members}
        empty={t.noMembers}
        rowKind={(row) => (row.toDate && row.toDate < today ? 'muted' : undefined)}
        columns={[
          {
            header: t.memberName,
            width: 'wide',
            cell: (row) => (
              <>
                {row.illustrative ? withoutMark(row.fullName) : row.fullName}{' '}
                {row.illustrative ? <Mark kind="sample" /> : null}
              </>
            ),
          },
          { header: t.position, width: 'wide', cell: (row) => row.position },
          { header: t.duty, width: 'fit', cell: (row) => nameOf(dutyNames, row.duty, frame.lang) },
          {
            header: t.term,
            width: 'fit',
            cell: (row) =>
              row.toDate
                ? t.until(printDate(row.fromDate), printDate(row.toDate))
                : t.now(printDate(row.fromDate)),
          },
          {
            header: t.account,
            width: 'fit',
            cell: (row) => (row.hasAccount ? t.hasAccount : <span class="gu-muted">{t.noAccount}</span>),
          },
          {
            header: '',
            width: 'fit',
            cell: (row) =>
              mayManage && row.toDate === null ? (
                <a href={councilsPaths.endMember(council.id, row.id)}>{t.end}</a>
              ) : null,
          },
        ]}
      />
      {mayManage ? (
        <div class="gu-card-body">
          <details open={members.length === 0 || again?.action === action}>
            <summary>{t.addTitle}</summary>
            <Form action={action} submitLabel={t.add} {...formState(again, action)}>
              <FieldGroup legend={t.addTitle} columns>
                <TextInput name="fullName" label={t.memberName} required />
                <TextInput name="position" label={t.position} />
                <Select
                  name="duty"
                  label={t.duty}
                  required
                  choices={Object.entries(dutyNames).map(([value, name]) => ({
                    value,
                    label: name[frame.lang],
                  }))}
                />
                <DateInput name="fromDate" label={t.from} value={council.foundedOn ?? today} required />
              </FieldGroup>
            </Form>
          </details>
        </div>
      ) : null}
    </Card>
  )
}

type FoundCouncilPageProps = {
  readonly frame: PageFrame
  readonly provinceId: string
  /** The reader founds for the province or for any of its units. */
  readonly ofProvince: boolean
  readonly units: readonly OwnerChoice[]
  readonly again?: FormAgain | undefined
}

/** Founding a council. */
export function FoundCouncilPage({ frame, provinceId, ofProvince, units, again }: FoundCouncilPageProps) {
  const t = councilsWords(frame.lang)
  return (
    <Layout
      frame={frame}
      title={t.foundTitle}
      breadcrumb={[{ label: t.title, href: councilsPaths.list }, { label: t.foundTitle }]}
    >
      <div class="gu-prose">
        <PageHeader title={t.foundTitle} />
        <Form
          action={councilsPaths.found}
          submitLabel={t.save}
          cancelHref={councilsPaths.list}
          {...formState(again, councilsPaths.found)}
        >
          <Hidden name="provinceId" value={provinceId} />
          <Select
            name="unitId"
            label={t.ownerField}
            placeholder={ofProvince ? t.ownerProvince : false}
            choices={units.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <TextInput name="name" label={t.name} required />
          <TextInput name="basis" label={t.basis} hint={t.basisHint} />
          <DateInput name="foundedOn" label={t.foundedOn} />
        </Form>
      </div>
    </Layout>
  )
}

type EndMemberPageProps = Pick<CouncilPageProps, 'frame' | 'council' | 'today' | 'again'> & {
  readonly member: CouncilMemberRow
}

/** A member leaves. */
export function EndMemberPage({ frame, council, member, today, again }: EndMemberPageProps) {
  const t = councilsWords(frame.lang)
  const action = councilsPaths.endMember(council.id, member.id)
  return (
    <Layout
      frame={frame}
      title={t.end}
      breadcrumb={[
        { label: t.title, href: councilsPaths.list },
        { label: council.name, href: councilsPaths.show(council.id) },
        { label: t.end },
      ]}
    >
      <ConfirmForm
        title={t.endTitle(member.fullName)}
        action={action}
        consequences={[t.endKeeps]}
        confirmLabel={t.end}
        cancelHref={councilsPaths.show(council.id)}
        {...formState(again, action)}
      >
        <DateInput name="toDate" label={t.endOn} value={today} required />
      </ConfirmForm>
    </Layout>
  )
}
