import { printDate } from '../../domain/vietnamese/index.ts'
import type { FormAgain } from '../../http/feature.ts'
import { nameOf } from '../../i18n/words.ts'
import { Card, DataTable, Form, Layout, type PageFrame, PageHeader, Tag, TextInput } from '../../ui/index.ts'
import { accountsWords, roleNames } from './accounts.messages.ts'
import { accountsPaths } from './accounts.paths.ts'
import type { AppointmentRow, OpenSession } from './accounts.store.ts'

type OwnAccountPageProps = {
  readonly frame: PageFrame
  readonly name: string
  readonly username: string
  readonly roles: readonly AppointmentRow[]
  readonly sessions: readonly OpenSession[]
  /** Token of the session of this request. */
  readonly here: string
  readonly again?: FormAgain | undefined
}

/** One's own account: roles, password, sessions. */
export function OwnAccountPage(props: OwnAccountPageProps) {
  const { frame, name, username, roles, again } = props
  const t = accountsWords(frame.lang)
  return (
    <Layout frame={frame} title={t.ownTitle}>
      <PageHeader eyebrow={username} title={name} />
      <div class="gu-stack">
        <Card title={t.ownRoles} flush>
          <DataTable
            caption={t.ownRoles}
            captionHidden
            rows={roles}
            empty={t.noRoles}
            columns={[
              { header: t.role, cell: (one) => nameOf(roleNames, one.role, frame.lang) },
              { header: t.where, width: 'wide', cell: (one) => one.place || t.everywhere },
              { header: t.fromDate, width: 'fit', cell: (one) => printDate(one.fromDate) },
              {
                header: t.toDate,
                width: 'fit',
                cell: (one) => (one.toDate ? printDate(one.toDate) : t.open),
              },
            ]}
          />
        </Card>
        <Card title={t.changePassword}>
          <Form
            action={accountsPaths.password}
            submitLabel={t.changePassword}
            {...(again?.action === accountsPaths.password ? again : {})}
          >
            <TextInput
              name="current"
              label={t.currentPassword}
              type="password"
              autocomplete="current-password"
              narrow
              required
            />
            <TextInput
              name="next"
              label={t.nextPassword}
              hint={t.newPasswordHint}
              type="password"
              autocomplete="new-password"
              narrow
              required
            />
          </Form>
        </Card>
        <Sessions {...props} />
      </div>
    </Layout>
  )
}

function Sessions({ frame, sessions, here }: OwnAccountPageProps) {
  const t = accountsWords(frame.lang)
  return (
    <Card title={t.sessions}>
      <DataTable
        caption={t.sessions}
        captionHidden
        rows={sessions}
        columns={[
          {
            header: t.sessionSince,
            width: 'fit',
            cell: (session) => session.createdAt.toLocaleString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh' }),
          },
          {
            header: t.sessionDevice,
            width: 'wide',
            cell: (session) => deviceOf(session.userAgent) || t.unknownDevice,
          },
          {
            header: '',
            width: 'fit',
            cell: (session) => (session.token === here ? <Tag tone="good">{t.sessionHere}</Tag> : ''),
          },
        ]}
      />
      <Form
        action={accountsPaths.endSessions}
        submitLabel={t.endSessions}
        {...(sessions.length <= 1 ? { disabledBecause: t.onlyHere } : {})}
      />
    </Card>
  )
}

/** What a browser calls itself, shortened to what a person recognises: "Chrome, Windows". */
function deviceOf(userAgent: string | null): string {
  const text = userAgent ?? ''
  const browser =
    /Edg\/|OPR\/|Firefox\/|Chrome\/|Safari\//.exec(text)?.[0].replace('/', '').replace('Edg', 'Edge') ?? ''
  const system = /Windows|Android|iPhone|iPad|Mac OS X|Linux/.exec(text)?.[0] ?? ''
  return [browser, system].filter(Boolean).join(', ')
}
