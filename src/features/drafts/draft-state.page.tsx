import type { Stance } from '../../domain/drafts/index.ts'
import { type Lang, nameOf } from '../../i18n/words.ts'
import { StateBadge, Tag, type Tone } from '../../ui/index.ts'
import { draftStateNames, stanceNames } from './drafts.messages.ts'
import type { DraftRow } from './drafts.store.ts'

const tones: Readonly<Record<DraftRow['state'], Tone>> = {
  drafting: 'neutral',
  circulating: 'info',
  adopted: 'good',
  withdrawn: 'warning',
}

/** Where a draft stands, in a word. */
export function DraftState({ draft, lang }: { readonly draft: DraftRow; readonly lang: Lang }) {
  return <Tag tone={tones[draft.state]}>{nameOf(draftStateNames, draft.state, lang)}</Tag>
}

const cells = {
  agrees: 'done',
  commented: 'done',
  waiting: 'waiting',
  silent_agrees: 'not_due',
  silent_no_opinion: 'not_due',
} as const

/** Where a unit stands on a draft, in shape and word. */
export function StanceBadge({ stance, lang }: { readonly stance: Stance; readonly lang: Lang }) {
  return <StateBadge state={cells[stance]} label={nameOf(stanceNames, stance, lang)} />
}
