import { canonicalText } from '../ranking/fingerprint.ts'
import type { Party } from './parts.ts'

/** Somebody of a team, or who received it: "Trần Văn Mẫu, Phó Giám đốc Sở Công Thương". */
export interface TeamPerson {
  readonly unit: string
  readonly name: string
  readonly title: string
  readonly duty: 'leader' | 'secretary' | 'member'
}

/** Something a team saw: a strength (ưu điểm) or a shortcoming (tồn tại), and what it is about. */
export interface Observed {
  readonly kind: 'strength' | 'shortcoming'
  readonly body: string
  /** The criterion or indicator in words; empty when it is about the unit's work as a whole. */
  readonly about: string
}

/** Everything both sides put their names to; nothing that comes later (answers, verdicts) is part of it. */
export interface MinutesContent {
  readonly bloc: string
  readonly year: number
  readonly plan: string
  readonly basis: string
  readonly team: string
  readonly leadingUnit: string
  readonly units: readonly string[]
  readonly persons: readonly TeamPerson[]
  readonly visited: string
  /** ISO date. */
  readonly heldOn: string
  /** "HH:MM"; null when it was not noted. */
  readonly from: string | null
  readonly to: string | null
  readonly place: string
  /** A line a person. */
  readonly attendedTeam: string
  readonly attendedUnit: string
  readonly contents: string
  readonly observations: readonly Observed[]
  readonly corrections: readonly { readonly body: string; readonly dueOn: string }[]
  /** What the visited unit says to it. */
  readonly opinion: string
}

/** The text whose SHA-256 is the fingerprint of minutes: the same content always gives the same text. */
export function minutesText(content: MinutesContent): string {
  return `giao-uoc check-minutes 1\n${canonicalText(content)}`
}

/** How far the minutes have come. */
export type MinutesState = 'unsigned' | 'half_signed' | 'signed'

/** Minutes are signed once both sides have signed the same version. */
export function minutesStateOf(signed: readonly Party[]): MinutesState {
  const sides = new Set(signed)
  if (sides.size === 0) return 'unsigned'
  return sides.size === 1 ? 'half_signed' : 'signed'
}
