import type { Child } from 'hono/jsx'
import type { Mark as RuleMark } from '../domain/law/mark.ts'
import { type CellKind, cellLabels } from '../domain/years/cell.ts'
import { Icon, type IconName } from './icon.tsx'
import { useLang, useUi } from './language.ts'

/** Each state has a shape of its own, so that colour is never alone. */
export const stateIcons: Readonly<Record<CellKind, IconName>> = {
  done: 'check',
  waiting: 'clock',
  returned: 'return',
  late: 'alarm',
  by_paper: 'paper',
  on_behalf: 'behalf',
  not_due: 'minus',
  absence_noted: 'crossed',
  not_asked: 'dots',
}

/** A state in shape, word and colour; `label` replaces the plain word ("trễ 3 ngày"). */
export function StateBadge({ state, label }: { state: CellKind; label?: string }) {
  const lang = useLang()
  return (
    <span class={`gu-state gu-state-${state}`}>
      <Icon name={stateIcons[state]} size={16} />
      <span>{label ?? cellLabels[state][lang]}</span>
    </span>
  )
}

/** A neutral or toned label for any other state in words (a proposal granted, a paper signed). */
export function Tag({ tone = 'neutral', icon, children }: TagProps) {
  return (
    <span class={`gu-tag gu-tag-${tone}`}>
      {icon ? <Icon name={icon} size={14} /> : null}
      {children}
    </span>
  )
}

/** `award` is gold and stands for titles, flags and certificates alone. */
export type Tone = 'neutral' | 'accent' | 'good' | 'warning' | 'bad' | 'info' | 'award'

type TagProps = { tone?: Tone; icon?: IconName; children?: Child }

/** How sure a rule or a figure is; `sample` and `guess` are for data that is not a rule. */
export type MarkKind = RuleMark | 'sample' | 'guess'

/** Marks what is not confirmed, wherever it is shown; what is confirmed needs no mark. */
export function Mark({ kind }: { kind: MarkKind }) {
  const ui = useUi()
  if (kind === 'confirmed') return null
  return (
    <span class="gu-mark" title={ui.markHint[kind]}>
      {ui.mark[kind]}
    </span>
  )
}

/** A name without the mark it carries in brackets, for places where `Mark` stands beside it. */
export function withoutMark(text: string): string {
  return text.replace(/\s*\(minh họa\)\s*$/u, '')
}
