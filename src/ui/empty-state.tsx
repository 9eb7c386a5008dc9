import type { Child } from 'hono/jsx'
import { Icon, type IconName } from './icon.tsx'

type EmptyStateProps = {
  /** What belongs here. */
  title: string
  text?: Child
  icon?: IconName
  /** The first step, usually one button. */
  action?: Child
}

/** Stands where nothing is yet: what belongs here, and the first step. */
export function EmptyState({ title, text, icon = 'folder', action }: EmptyStateProps) {
  return (
    <div class="gu-empty">
      <Icon name={icon} size={40} />
      <h3>{title}</h3>
      {text ? <p>{text}</p> : null}
      {action}
    </div>
  )
}
