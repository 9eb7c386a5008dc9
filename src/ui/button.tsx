import type { Child } from 'hono/jsx'
import { Icon, type IconName } from './icon.tsx'
import { useUi } from './language.ts'

/** `primary` is the one main action of a page; `danger` cannot be undone; `quiet` has no edge. */
export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger'

type Look = {
  kind?: ButtonKind
  size?: 'small' | 'normal' | 'large'
  icon?: IconName
  /** Fills the width of its box (always so for the main action on a phone). */
  full?: boolean
  /** Why it cannot be used now; shown beside it. The button is then disabled. */
  disabledBecause?: string
  children?: Child
}

type ButtonProps = Look & {
  type?: 'submit' | 'button'
  name?: string
  value?: string
  /** The form it belongs to when it stands outside of it. */
  form?: string
  /** Sends the form to another address. */
  formaction?: string
  /** Sends it another way: `get` only asks, whatever the form itself does. */
  formmethod?: 'get' | 'post'
  id?: string
}

/** A button that sends a form. */
export function Button({
  type = 'submit',
  name,
  value,
  form,
  formaction,
  formmethod,
  id,
  ...look
}: ButtonProps) {
  if (look.disabledBecause) return <Disabled {...look} />
  return (
    <button
      type={type}
      name={name}
      value={value}
      form={form}
      formaction={formaction}
      formmethod={formmethod}
      id={id}
      class={classOf(look)}
    >
      <Inside {...look} />
    </button>
  )
}

type LinkButtonProps = Look & {
  href: string
  /** Suggests saving under this name instead of opening. */
  download?: string | boolean
  newTab?: boolean
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function LinkButton({ href, download, newTab, ...look }: LinkButtonProps) {
  if (look.disabledBecause) return <Disabled {...look} />
  const target = newTab ? { target: '_blank', rel: 'noopener' } : {}
  return (
    <a href={href} class={classOf(look)} download={download} {...target}>
      <Inside {...look} />
    </a>
  )
}

/** Buttons side by side; under each other on a phone. */
export function ButtonRow({ children, end }: { children?: Child; end?: boolean }) {
  return <div class={end ? 'gu-button-row gu-end' : 'gu-button-row'}>{children}</div>
}

/** Stays reachable by keyboard, so that its reason can be heard. */
function Disabled(look: Look) {
  const ui = useUi()
  return (
    <span class="gu-disabled">
      <button type="button" aria-disabled="true" class={`${classOf(look)} gu-is-disabled`}>
        <Icon name="lock" size={16} />
        <span>{look.children}</span>
        <span class="visually-hidden">
          . {ui.disabledBecause} {look.disabledBecause}
        </span>
      </button>
      <span class="gu-disabled-reason" aria-hidden="true">
        {look.disabledBecause}
      </span>
    </span>
  )
}

function Inside({ icon, size, children }: Look) {
  return (
    <>
      {icon ? <Icon name={icon} size={size === 'small' ? 16 : 18} /> : null}
      <span>{children}</span>
    </>
  )
}

const kinds: Record<ButtonKind, string> = {
  primary: 'btn btn-primary',
  secondary: 'btn gu-btn-secondary',
  quiet: 'btn gu-btn-quiet',
  danger: 'btn gu-btn-danger',
}

function classOf({ kind = 'secondary', size, full }: Look): string {
  const sizes = size === 'small' ? ' btn-sm' : size === 'large' ? ' btn-lg' : ''
  return `${kinds[kind]}${sizes}${full ? ' w-100' : ''}`
}
