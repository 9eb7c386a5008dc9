import { targetOf, targetStatement } from '../../domain/targets/index.ts'
import { printDate } from '../../domain/vietnamese/index.ts'
import { formState } from '../../http/again.ts'
import type { FormAgain } from '../../http/feature.ts'
import {
  Alert,
  Button,
  Card,
  DefinitionList,
  Form,
  Mark,
  type PageFrame,
  TextArea,
  TextInput,
} from '../../ui/index.ts'
import { requestsWords } from './target-requests.messages.ts'
import type { TargetRequestRow } from './target-requests.store.ts'
import type { TargetLinks } from './targets.paths.ts'
import type { TargetRow } from './targets.store.ts'

type RequestProps = {
  readonly frame: PageFrame
  readonly links: TargetLinks
  readonly slug: string
  readonly target: TargetRow
  readonly requests: readonly TargetRequestRow[]
  readonly mayConsent: boolean
  readonly mayWrite: boolean
  readonly again: FormAgain | undefined
}

/** A change that waits for the head, with what each may do about it; or what the head said last. */
export function RequestCard(props: RequestProps) {
  const { frame, links, slug, target, requests, mayConsent, mayWrite } = props
  const t = requestsWords(frame.lang)
  const waiting = requests.find((request) => request.state === 'waiting')
  const [last] = requests
  if (!waiting) {
    return last?.state === 'refused' ? <Alert tone="warning">{t.refusedBefore(last.answer)}</Alert> : null
  }
  const asked = printDate(waiting.askedAt.toLocaleDateString('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }))
  return (
    <Card title={t.waitingTitle} kind={mayConsent ? 'accent' : 'plain'}>
      <div class="gu-stack">
        <DefinitionList
          items={[
            { term: t.now, value: targetStatement(targetOf(target, target.direction), frame.lang) },
            {
              term: t.wanted,
              value: (
                <>
                  <b>{targetStatement(targetOf(waiting.content, target.direction), frame.lang)}</b>{' '}
                  {waiting.illustrative ? <Mark kind="sample" /> : null}
                </>
              ),
            },
            { term: t.reason, value: waiting.reason },
            { term: t.asked, value: t.who(waiting.askedByName ?? t.unknown, asked) },
          ]}
        />
        {mayConsent ? <Decision {...props} /> : null}
        {mayWrite ? (
          <form method="post" action={links.takeBack(slug, target.id)}>
            <Button kind="quiet">{t.takeBack}</Button>
          </form>
        ) : null}
      </div>
    </Card>
  )
}

function Decision({ frame, links, slug, target, again }: RequestProps) {
  const t = requestsWords(frame.lang)
  const [agree, refuse] = [links.agree(slug, target.id), links.refuse(slug, target.id)]
  return (
    <>
      <Form action={agree} bare {...formState(again, agree)}>
        <TextInput name="answer" label={t.answer} hint={t.answerHint} optional />
        <div class="gu-form-actions">
          <Button kind="primary">{t.agree}</Button>
        </div>
      </Form>
      <details open={again?.action === refuse}>
        <summary>{t.refuse}</summary>
        <Form action={refuse} bare {...formState(again, refuse)}>
          <TextArea name="refusal" label={t.refusal} rows={2} required />
          <div class="gu-form-actions">
            <Button icon="return">{t.refuse}</Button>
          </div>
        </Form>
      </details>
    </>
  )
}
