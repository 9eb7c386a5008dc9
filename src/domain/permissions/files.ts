import { type Role, rolesIn } from './roles.ts'
import type { Actor, Scope } from './scope.ts'

/** A stored file as far as the right to open it needs it. */
export type FileOwnership = {
  /** Shown to the public by an act: pictures of published news. */
  readonly isPublic: boolean
  readonly provinceId: string | null
  readonly blocId: string | null
  readonly unitId: string | null
  readonly uploadedBy: string | null
  /** Set while the members do not see it yet: the units whose people do, beside those who lead the year. */
  readonly withheldFor?: readonly string[]
}

/** Whoever works in the bloc, or for the unit, reads its files; the administrator does not. */
const READERS: readonly Role[] = [
  'province',
  'head',
  'deputy',
  'secretary',
  'member',
  'observer',
  'own_leader',
  'own_officer',
  'council',
]

/** Those who read what every member reads. */
const MEMBERS: readonly Role[] = ['member', 'observer', 'council']

/**
 * Whether somebody may open a file: everybody when it is public; else, signed in, who sent it in and who has a part
 * in one of the places it lies in.
 *
 * @param scopes the places the file lies in: its unit, its bloc in each year, the blocs its unit sits in
 * @example mayReadFile(nobody, { ...file, isPublic: true }, []) // true
 */
export function mayReadFile(actor: Actor, file: FileOwnership, scopes: readonly Scope[]): boolean {
  if (file.isPublic) return true
  if (actor.accountId === null) return false
  if (file.uploadedBy === actor.accountId) return true
  const { withheldFor } = file
  const readers = withheldFor ? READERS.filter((role) => !MEMBERS.includes(role)) : READERS
  const named = actor.appointments.some(({ unitId }) => unitId !== null && withheldFor?.includes(unitId))
  return scopes.some((scope) => {
    const roles = rolesIn(actor, scope)
    return readers.some((role) => roles.has(role)) || (named && roles.has('member'))
  })
}
