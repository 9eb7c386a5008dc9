import { may } from './permissions.ts'
import { rolesIn } from './roles.ts'
import type { Actor, Scope } from './scope.ts'

/** The layers of a score in the order in which they come about. */
export type ScoreLayer = 'self' | 'cross' | 'head' | 'final' | 'agency'

/** States of the year in which the self-scoring round is still open. */
const roundOpen = ['setup', 'pledging', 'running', 'scoring']

/** States in which the head's appraisal is not yet shown to the members. */
const appraisalOpen = [...roundOpen, 'appraisal']

/**
 * Who sees whose points, when: a unit always sees its own self-score; a member sees others' only after
 * the round has closed, and appraised points only when they are laid before the conference; those who
 * appraise see all of it; the public sees nothing here (only what is published by an act).
 *
 * @param scope the year, with `unitId` the unit that was scored.
 */
export function maySeeScores(actor: Actor, scope: Scope, layer: ScoreLayer): boolean {
  if (!scope.year || !may(actor, 'score.read', scope).ok) return false
  const roles = rolesIn(actor, scope)
  const appraises =
    roles.has('head') || roles.has('deputy') || roles.has('secretary') || roles.has('province')
  if (appraises) return true
  const own = roles.has('own_leader') || roles.has('own_officer')
  if (layer === 'self') return own || !roundOpen.includes(scope.year.state)
  if (layer === 'cross') return !roundOpen.includes(scope.year.state)
  return !appraisalOpen.includes(scope.year.state)
}
