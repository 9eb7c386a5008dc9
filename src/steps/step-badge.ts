import type { CellKind } from '../domain/years/index.ts'
import type { Lang } from '../i18n/words.ts'
import { stepWords } from './step.messages.ts'
import type { UnitStep } from './steps.store.ts'

/** How a step shows as a badge: shape and word. */
export type StepBadge = { readonly state: CellKind; readonly label: string }

/** A step in shape and word, with how it came in where that matters. */
export function stepBadge(step: UnitStep | undefined, lang: Lang): StepBadge {
  const t = stepWords(lang)
  if (!step) return { state: 'not_due', label: t.notBegun }
  const how = step.channel === 'paper' ? t.byPaper : step.channel === 'file' ? t.byFile : ''
  const label = [t[step.state], how, step.onBehalf ? t.onBehalf : ''].filter(Boolean).join(', ')
  return { state: kindOf(step), label }
}

function kindOf({ state, channel, onBehalf }: UnitStep): CellKind {
  if (state === 'accepted') return channel === 'paper' ? 'by_paper' : onBehalf ? 'on_behalf' : 'done'
  return ({ draft: 'not_due', sent: 'waiting', returned: 'returned', excused: 'absence_noted' } as const)[
    state
  ]
}
