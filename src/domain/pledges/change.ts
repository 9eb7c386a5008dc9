import type { Bilingual } from '../bilingual.ts'
import { err, ok, type Result } from '../result.ts'
import { currentVersion, type PledgeItem, type PledgeVersion } from './pledge.ts'

/** A paper of the assigning body that changes an assigned target; parts may be unknown. */
export type AssigningPaper = {
  readonly issuer: string
  readonly number: string | null
  readonly on: string | null
}

/** A change to one item. `next` null takes it out. */
export type ItemChange = {
  readonly itemId: string
  readonly next: PledgeItem | null
  readonly paper: AssigningPaper | null
  readonly headConsents: boolean
}

/** A proposed change of the pledge. */
export type PledgeChange = {
  readonly changes: readonly ItemChange[]
  /** The common text, when it changes; it needs the consent of the members, recorded as adopted. */
  readonly text?: { readonly next: string; readonly adopted: boolean }
  readonly reason: string
}

/** Why a change is refused; each names the item where one is meant. */
export type ChangeRefusal = {
  readonly code:
    | 'no_pledge'
    | 'nothing_changes'
    | 'reason_needed'
    | 'needs_assigning_paper'
    | 'needs_head_consent'
    | 'needs_adoption'
    | 'origin_must_stay'
  readonly itemId?: string
}

/**
 * The next version of a pledge. Before anybody has signed, everything may change. After that an assigned target changes
 * only with the paper of the assigning body, a unit's own target with the consent of the head, and the common text only
 * when the members adopt it. An assigned target cannot be turned into an own one to get around this.
 */
export function changePledge(
  versions: readonly PledgeVersion[],
  change: PledgeChange,
  signed: boolean,
): Result<PledgeVersion, readonly ChangeRefusal[]> {
  const current = currentVersion(versions)
  if (current === null) return err([{ code: 'no_pledge' }])
  const items = applied(current.items, change.changes)
  const text = change.text?.next ?? current.text
  const refusals = signed ? refusalsOf(current, change) : []
  if (text === current.text && sameItems(items, current.items)) {
    return err([{ code: 'nothing_changes' }])
  }
  if (refusals.length > 0) return err(refusals)
  const reason = change.reason.trim()
  return ok({ version: current.version + 1, text, items, reason: reason === '' ? null : reason })
}

/** The sentence of a refusal. */
export const changeRefusalTexts: Readonly<Record<ChangeRefusal['code'], Bilingual>> = {
  no_pledge: { vi: 'Chưa có bản giao ước để sửa.', en: 'There is no pledge to change.' },
  nothing_changes: { vi: 'Nội dung không thay đổi.', en: 'Nothing changes.' },
  reason_needed: {
    vi: 'Giao ước đã ký; cần nêu lý do thay đổi.',
    en: 'The pledge is signed; say why it changes.',
  },
  needs_assigning_paper: {
    vi: 'Chỉ tiêu được giao chỉ thay đổi khi có văn bản của cơ quan giao.',
    en: 'An assigned target changes only with a paper of the assigning body.',
  },
  needs_head_consent: {
    vi: 'Chỉ tiêu tự đặt chỉ thay đổi khi Trưởng khối đồng ý.',
    en: "A unit's own target changes with the head's consent.",
  },
  needs_adoption: {
    vi: 'Nội dung chung của giao ước phải được các thành viên thông qua lại.',
    en: 'The common text has to be adopted again by the members.',
  },
  origin_must_stay: {
    vi: 'Không chuyển chỉ tiêu được giao thành chỉ tiêu tự đặt.',
    en: 'An assigned target does not become an own one.',
  },
}

function refusalsOf(current: PledgeVersion, change: PledgeChange): readonly ChangeRefusal[] {
  return [
    ...(change.reason.trim() === '' ? [{ code: 'reason_needed' } as const] : []),
    ...(change.text !== undefined && change.text.next !== current.text && !change.text.adopted
      ? [{ code: 'needs_adoption' } as const]
      : []),
    ...change.changes.flatMap((one) => itemRefusals(current, one)),
  ]
}

function itemRefusals(current: PledgeVersion, change: ItemChange): readonly ChangeRefusal[] {
  const before = current.items.find(({ id }) => id === change.itemId)
  if (sameItem(before, change.next ?? undefined)) return []
  const { itemId } = change
  const assigned = (before ?? change.next)?.setBy === 'assigned'
  if (before?.setBy === 'assigned' && change.next?.setBy === 'own')
    return [{ code: 'origin_must_stay', itemId }]
  if (assigned || change.next?.setBy === 'assigned') {
    return change.paper === null ? [{ code: 'needs_assigning_paper', itemId }] : []
  }
  return change.headConsents ? [] : [{ code: 'needs_head_consent', itemId }]
}

function applied(items: readonly PledgeItem[], changes: readonly ItemChange[]): readonly PledgeItem[] {
  const next = new Map(changes.map((change) => [change.itemId, change.next]))
  const kept = items.flatMap((item) => {
    const changed = next.get(item.id)
    if (changed === undefined) return [item]
    return changed === null ? [] : [changed]
  })
  const known = new Set(items.map(({ id }) => id))
  const added = changes.flatMap(({ itemId, next: item }) =>
    item !== null && !known.has(itemId) ? [item] : [],
  )
  return [...kept, ...added]
}

function sameItems(a: readonly PledgeItem[], b: readonly PledgeItem[]): boolean {
  return a.length === b.length && a.every((item, index) => sameItem(item, b[index]))
}

function sameItem(a: PledgeItem | undefined, b: PledgeItem | undefined): boolean {
  return a?.id === b?.id && a?.unitId === b?.unitId && a?.setBy === b?.setBy && a?.text === b?.text
}
