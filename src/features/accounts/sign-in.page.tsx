import type { FormAgain } from '../../http/feature.ts'
import { Form, Hidden, Layout, type PageFrame, PageHeader, TextInput } from '../../ui/index.ts'
import { accountsWords } from './accounts.messages.ts'
import { accountsPaths } from './accounts.paths.ts'

type SignInPageProps = {
  readonly frame: PageFrame
  readonly back: string
  readonly again?: FormAgain | undefined
}

/** Signing in by user name or e-mail. */
export function SignInPage({ frame, back, again }: SignInPageProps) {
  const t = accountsWords(frame.lang)
  return (
    <Layout frame={frame} title={t.signInTitle}>
      <div class="gu-narrow-page">
        <PageHeader title={t.signInTitle} lead={t.signInLead} />
        <Form action={accountsPaths.signIn} submitLabel={t.signIn} {...again}>
          <Hidden name="ve" value={back} />
          <TextInput
            name="username"
            label={t.username}
            hint={t.usernameHint}
            autocomplete="username"
            required
          />
          <TextInput
            name="password"
            label={t.password}
            type="password"
            autocomplete="current-password"
            required
          />
        </Form>
      </div>
    </Layout>
  )
}

/** First run on an empty database. */
export function InstallPage({
  frame,
  again,
}: {
  readonly frame: PageFrame
  readonly again?: FormAgain | undefined
}) {
  const t = accountsWords(frame.lang)
  return (
    <Layout frame={frame} title={t.installTitle}>
      <div class="gu-narrow-page">
        <PageHeader title={t.installTitle} lead={t.installLead} />
        <Form action={accountsPaths.install} submitLabel={t.install} {...again}>
          <TextInput name="provinceName" label={t.provinceName} required />
          <TextInput name="name" label={t.personName} required />
          <TextInput
            name="username"
            label={t.newUsername}
            hint={t.newUsernameHint}
            autocomplete="username"
            required
          />
          <TextInput
            name="password"
            label={t.newPassword}
            hint={t.newPasswordHint}
            type="password"
            autocomplete="new-password"
            required
          />
        </Form>
      </div>
    </Layout>
  )
}
