import type { Child } from 'hono/jsx'
import { Button, LinkButton } from './button.tsx'
import { Card } from './card.tsx'
import { ErrorSummary, Hidden } from './form.tsx'
import { FormContext, type FormState } from './form-state.ts'
import { Icon } from './icon.tsx'
import { useUi } from './language.ts'

type ConfirmFormProps = FormState & {
  /** The question, e.g. "Chuyển năm 2026 sang thẩm định?" */
  title: string
  action: string
  csrf?: string
  /** What will happen, one sentence each. */
  consequences: readonly Child[]
  /** Says that it cannot be taken back. */
  irreversible?: boolean
  confirmLabel: string
  cancelHref: string
  /** What the first form sent, carried along. */
  hidden?: Readonly<Record<string, string>>
  danger?: boolean
  /** Fields asked for at this point, e.g. the reason. */
  children?: Child
}

/** The second step of anything that should not happen on one click: a page of its own, so it needs no script. */
export function ConfirmForm(props: ConfirmFormProps) {
  const ui = useUi()
  const { values, errors, hidden = {} } = props
  return (
    <div class="gu-confirm">
      <Card title={props.title} kind="accent">
        <form class="gu-form" method="post" action={props.action} novalidate>
          {props.csrf ? <Hidden name="csrf" value={props.csrf} /> : null}
          {Object.entries(hidden).map(([name, value]) => (
            <Hidden name={name} value={value} />
          ))}
          <FormContext.Provider value={{ values, errors }}>
            <ErrorSummary errors={errors ?? {}} />
            <Consequences {...props} />
            {props.children}
          </FormContext.Provider>
          <div class="gu-form-actions">
            <Button kind={props.danger ? 'danger' : 'primary'}>{props.confirmLabel}</Button>
            <LinkButton href={props.cancelHref} kind="quiet">
              {ui.goBack}
            </LinkButton>
          </div>
        </form>
      </Card>
    </div>
  )
}

function Consequences({ consequences, irreversible }: ConfirmFormProps) {
  const ui = useUi()
  return (
    <div>
      <p>{ui.confirmWill}</p>
      <ul class="gu-confirm-list">
        {consequences.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
      {irreversible ? (
        <p class="gu-confirm-final">
          <Icon name="warning" size={20} /> <strong>{ui.irreversible}</strong>
        </p>
      ) : null}
    </div>
  )
}
