import type { Child } from 'hono/jsx'
import { Icon, type IconName } from './icon.tsx'

/** What a message is about; `danger` is a refusal or a failure. */
export type AlertTone = 'info' | 'success' | 'warning' | 'danger'

type AlertProps = {
  tone?: AlertTone
  title?: string
  /** Announced by screen readers when it appears: messages after an action. */
  live?: boolean
  actions?: Child
  children?: Child
}

const icons: Record<AlertTone, IconName> = {
  info: 'info',
  success: 'check-circle',
  warning: 'warning',
  danger: 'warning',
}

/** A message in the flow of the page, told apart by icon and edge as well as by colour. */
export function Alert({ tone = 'info', title, live, actions, children }: AlertProps) {
  const role = live ? (tone === 'danger' ? 'alert' : 'status') : undefined
  return (
    <div class={`gu-alert gu-alert-${tone}`} role={role}>
      <Icon name={icons[tone]} size={20} />
      <div class="gu-alert-body">
        {title ? <p class="gu-alert-title">{title}</p> : null}
        <div>{children}</div>
        {actions ? <div class="gu-alert-actions">{actions}</div> : null}
      </div>
    </div>
  )
}
