import type { PageFrame } from '../ui/index.ts'
import { Layout, LinkButton } from '../ui/index.ts'
import { problemWords } from './problem.messages.ts'

type ProblemPageProps = {
  readonly frame: PageFrame
  readonly title: string
  readonly text: string
  readonly offerSignIn?: boolean
}

/** One sentence on what is the matter, and a way out. */
export function ProblemPage({ frame, title, text, offerSignIn }: ProblemPageProps) {
  const t = problemWords(frame.lang)
  return (
    <Layout frame={frame} title={title}>
      <section class="gu-problem">
        <h1>{title}</h1>
        <p>{text}</p>
        <p class="gu-button-row">
          <LinkButton href="/" kind="primary">
            {t.home}
          </LinkButton>
          {offerSignIn ? <LinkButton href="/dang-nhap">{t.signIn}</LinkButton> : null}
        </p>
      </section>
    </Layout>
  )
}
