import { printDate } from '../../domain/vietnamese/index.ts'
import type { FormAgain } from '../../http/feature.ts'
import { nameOf } from '../../i18n/words.ts'
import {
  Button,
  Card,
  DataTable,
  DateInput,
  FieldGroup,
  Form,
  Hidden,
  Layout,
  type PageFrame,
  PageHeader,
  RadioGroup,
  Select,
  Tag,
  TextInput,
} from '../../ui/index.ts'
import { givenRoles } from './accounts.forms.ts'
import { accountsWords, roleNames } from './accounts.messages.ts'
import { accountsPaths } from './accounts.paths.ts'
import type { AccountRow, AppointmentRow } from './accounts.store.ts'

type Place = { readonly id: string; readonly name: string }

type AdministrationPageProps = {
  readonly frame: PageFrame
  readonly accounts: readonly AccountRow[]
  readonly places: {
    readonly provinces: readonly Place[]
    readonly blocs: readonly Place[]
    readonly units: readonly Place[]
    readonly councils: readonly Place[]
  }
  readonly today: string
  readonly mayManage: boolean
  readonly again?: FormAgain | undefined
}

/** Accounts with what each may do where, and the forms that change it. */
export function AdministrationPage(props: AdministrationPageProps) {
  const { frame, accounts, mayManage } = props
  const t = accountsWords(frame.lang)
  return (
    <Layout frame={frame} title={t.listTitle}>
      <PageHeader title={t.listTitle} lead={t.listLead} />
      <div class="gu-stack">
        <Card flush>
          <DataTable
            caption={t.listTitle}
            captionHidden
            rows={accounts}
            columns={[
              {
                header: t.name,
                cell: (account) => (
                  <>
                    {account.name}
                    <div class="gu-muted">{account.username}</div>
                  </>
                ),
              },
              {
                header: t.email,
                hideOnPhone: true,
                // An address of ours that receives no mail says nothing to anybody.
                cell: (account) => (account.email.endsWith('@giaouoc.invalid') ? '' : account.email),
              },
              {
                header: t.roles,
                width: 'wide',
                cell: (account) => (
                  <ul class="gu-todo-list gu-tight">
                    {account.appointments.map((one) => (
                      <Role one={one} {...props} />
                    ))}
                  </ul>
                ),
              },
            ]}
          />
        </Card>
        {mayManage ? <Forms {...props} /> : null}
      </div>
    </Layout>
  )
}

function Role({ one, frame, today, mayManage }: AdministrationPageProps & { one: AppointmentRow }) {
  const t = accountsWords(frame.lang)
  const over = one.toDate !== null && one.toDate < today
  return (
    <li>
      <span>
        {nameOf(roleNames, one.role, frame.lang)}
        {one.place ? `, ${one.place}` : ''}{' '}
        <small class="gu-muted">
          {t.since(printDate(one.fromDate))} {one.toDate ? t.until(printDate(one.toDate)) : ''}
        </small>
      </span>
      {over ? <Tag>{t.over}</Tag> : null}
      {mayManage && (one.toDate === null || one.toDate > today) ? (
        <Form action={accountsPaths.endAppointment} bare>
          <Hidden name="appointmentId" value={one.id} />
          <Button size="small" kind="quiet">
            {t.dismiss}
          </Button>
        </Form>
      ) : null}
    </li>
  )
}

function Forms({ frame, accounts, places, today, again }: AdministrationPageProps) {
  const t = accountsWords(frame.lang)
  const only = (action: string) => (again?.action === action ? again : {})
  return (
    <>
      <Card title={t.appoint}>
        <Form action={accountsPaths.appoint} submitLabel={t.appoint} {...only(accountsPaths.appoint)}>
          <FieldGroup legend={t.role} columns>
            <Select
              name="accountId"
              label={t.account}
              required
              choices={accounts.map(({ id, name, username }) => ({
                value: id,
                label: `${name} (${username})`,
              }))}
            />
            <Select
              name="role"
              label={t.role}
              required
              choices={givenRoles.map((role) => ({
                value: role,
                label: nameOf(roleNames, role, frame.lang),
              }))}
            />
          </FieldGroup>
          <FieldGroup legend={t.where} hint={t.whereHint} columns>
            <Select
              name="provinceId"
              label={t.province}
              placeholder={t.none}
              choices={choicesOf(places.provinces)}
            />
            <Select name="blocId" label={t.bloc} placeholder={t.none} choices={choicesOf(places.blocs)} />
            <Select name="unitId" label={t.unit} placeholder={t.none} choices={choicesOf(places.units)} />
            <Select
              name="councilId"
              label={t.council}
              placeholder={t.none}
              choices={choicesOf(places.councils)}
            />
          </FieldGroup>
          <FieldGroup legend={t.term} columns>
            <DateInput name="fromDate" label={t.fromDate} value={today} required />
            <DateInput name="toDate" label={t.toDate} optional />
            <TextInput name="basis" label={t.basis} optional />
          </FieldGroup>
        </Form>
      </Card>
      <Card title={t.addAccount}>
        <Form action={accountsPaths.list} submitLabel={t.addAccount} {...only(accountsPaths.list)}>
          <TextInput name="name" label={t.personName} required />
          <TextInput name="username" label={t.newUsername} hint={t.newUsernameHint} narrow required />
          <TextInput name="email" label={t.email} type="email" optional />
          <TextInput
            name="password"
            label={t.newPassword}
            hint={t.newPasswordHint}
            type="password"
            autocomplete="new-password"
            narrow
            required
          />
        </Form>
      </Card>
      <Card title={t.addProvince}>
        <Form
          action={accountsPaths.addProvince}
          submitLabel={t.addProvince}
          {...only(accountsPaths.addProvince)}
        >
          <TextInput name="provinceName" label={t.provinceName} required />
          <RadioGroup
            name="certainty"
            label={t.certainty}
            inline
            value="confirmed"
            choices={[
              { value: 'confirmed', label: t.certain },
              { value: 'inferred', label: t.inferred },
            ]}
          />
          <TextInput name="note" label={t.note} optional />
        </Form>
      </Card>
    </>
  )
}

function choicesOf(places: readonly Place[]) {
  return places.map(({ id, name }) => ({ value: id, label: name }))
}
