import type { Bilingual } from '../bilingual.ts'

/** A promise inside the pledge: an indicator with its aim, or a duty in words. */
export type PledgeItem = {
  readonly id: string
  /** null for an item of the whole bloc. */
  readonly unitId: string | null
  /** `assigned` by Tỉnh ủy, HĐND, UBND; `own` set by the unit itself. */
  readonly setBy: 'assigned' | 'own'
  readonly text: string
}

/** One version of the joint pledge (bản giao ước thi đua). A signed version is never altered; a new one follows it. */
export type PledgeVersion = {
  readonly version: number
  readonly text: string
  readonly items: readonly PledgeItem[]
  /** Why this version follows the one before; null for the first. */
  readonly reason: string | null
}

/** How somebody signs: for itself, KT. (deputy for the head), TL. (by order), TUQ. (authorised), Q. (acting). */
export type SigningCapacity = 'head' | 'kt' | 'tl' | 'tuq' | 'q'

/** A signature under a version, given on screen or recorded from paper. */
export type PledgeSignature = {
  readonly version: number
  readonly unitId: string
  readonly signer: string
  readonly capacity: SigningCapacity
  readonly on: string
  readonly channel: 'screen' | 'paper'
  /** Who recorded it when it came on paper. */
  readonly recordedBy: string | null
}

/** A unit's relation to the pledge of the year. */
export type SigningState = {
  readonly unitId: string
  readonly state: 'signed' | 'signed_earlier_version' | 'unsigned'
  readonly signature: PledgeSignature | null
}

/** Words of the signing states. */
export const signingStateLabels: Readonly<Record<SigningState['state'], Bilingual>> = {
  signed: { vi: 'đã ký', en: 'signed' },
  signed_earlier_version: { vi: 'đã ký bản trước', en: 'signed an earlier version' },
  unsigned: { vi: 'chưa ký', en: 'not signed' },
}

/** The version in force: the one with the highest number, or null. */
export function currentVersion(versions: readonly PledgeVersion[]): PledgeVersion | null {
  return versions.reduce<PledgeVersion | null>(
    (latest, version) => (latest === null || version.version > latest.version ? version : latest),
    null,
  )
}

/**
 * Who has signed. A unit whose own part did not change since the version it signed need not sign again; it counts as
 * signed. The old version and its signatures are kept.
 */
export function signingStates(
  members: readonly string[],
  versions: readonly PledgeVersion[],
  signatures: readonly PledgeSignature[],
): readonly SigningState[] {
  const current = currentVersion(versions)
  return members.map((unitId) => {
    const signature = signatures
      .filter((one) => one.unitId === unitId)
      .reduce<PledgeSignature | null>(
        (latest, one) => (latest === null || one.version > latest.version ? one : latest),
        null,
      )
    if (signature === null || current === null) return { unitId, state: 'unsigned', signature: null }
    const signed = versions.find(({ version }) => version === signature.version)
    const same = signed !== undefined && partOf(signed, unitId) === partOf(current, unitId)
    return { unitId, state: same ? 'signed' : 'signed_earlier_version', signature }
  })
}

/** True when every member has signed what now binds it. */
export function everyoneSigned(states: readonly SigningState[]): boolean {
  return states.length > 0 && states.every(({ state }) => state === 'signed')
}

/** What a unit binds itself to in a version: the common text and its own items, in any order. */
function partOf(version: PledgeVersion, unitId: string): string {
  const items = version.items
    .filter((item) => item.unitId === unitId || item.unitId === null)
    .map((item) => JSON.stringify([item.id, item.setBy, item.text]))
    .sort()
  return JSON.stringify([version.text, items])
}
