import type { Child } from 'hono/jsx'
import { Icon } from './icon.tsx'
import { useUi } from './language.ts'

/** One field that somebody else changed meanwhile. */
export type ConflictingField = { label: string; before: string; after: string; yours?: string }

type ConflictNoticeProps = {
  /** Who saved, and when, in words. */
  by: string
  at: string
  fields: readonly ConflictingField[]
  /** What one can do now, e.g. buttons "dùng số hiện nay" / "ghi đè". */
  actions?: Child
}

/** What another person changed while this form was open; nothing typed is lost and nothing is overwritten unseen. */
export function ConflictNotice({ by, at, fields, actions }: ConflictNoticeProps) {
  const ui = useUi()
  const withYours = fields.some((field) => field.yours !== undefined)
  return (
    <section class="gu-conflict" role="alert">
      <h2>
        <Icon name="swap" size={20} /> {ui.conflictTitle}
      </h2>
      <p>{ui.conflictBy(by, at)}</p>
      <div class="gu-conflict-fields">
        {fields.map((field) => (
          <dl>
            <dt class="gu-conflict-name">{field.label}</dt>
            <Side label={ui.conflictBefore} value={field.before} old />
            <Side label={ui.conflictAfter} value={field.after} />
            {withYours ? <Side label={ui.conflictYours} value={field.yours ?? ''} /> : null}
          </dl>
        ))}
      </div>
      {actions ? <div class="gu-button-row">{actions}</div> : null}
    </section>
  )
}

function Side({ label, value, old }: { label: string; value: string; old?: boolean }) {
  const ui = useUi()
  const text = value === '' ? <i class="gu-muted">{ui.emptyValue}</i> : value
  return (
    <dd>
      <small>{label}</small>
      {old && value !== '' ? <del>{text}</del> : <b>{text}</b>}
    </dd>
  )
}
