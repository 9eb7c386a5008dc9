import { err, ok, type Result } from '../result.ts'
import { type Role, rolesIn } from './roles.ts'
import type { Actor, Scope } from './scope.ts'

/**
 * Who may do what: one row an act, naming the roles that may do it. What is not named is refused;
 * a role counts only where its scope matches (see `rolesIn`).
 *
 * Source: roles of the bloc's year; "the secretary prepares everything and signs nothing".
 */
export const permissionTable = {
  // Set-up
  'site.install': ['public'],
  'account.read': ['administrator', 'province'],
  'account.manage': ['administrator'],
  'account.own': ['signed_in'],
  'unit.read': ['public'],
  'unit.manage': ['administrator', 'province'],
  'bloc.read': ['public'],
  'bloc.manage': ['administrator', 'province'],
  'leadership.manage': ['province'],
  'rule.province': ['province'],
  'rule.bloc': ['province', 'head', 'deputy', 'secretary'],
  'audit.read': ['administrator', 'province', 'head', 'deputy', 'secretary', 'own_leader', 'own_officer'],

  // The year
  'year.read': ['administrator', 'province', 'head', 'deputy', 'secretary', 'member', 'observer', 'teller'],
  'year.open': ['province', 'head', 'secretary'],
  'year.advance': ['province', 'head'],
  'year.deadlines': ['province', 'head', 'deputy', 'secretary'],
  'step.decide': ['head', 'deputy', 'secretary', 'province'],
  'step.remind': ['head', 'deputy', 'secretary', 'province'],

  // Papers that guide, drafts sent round, movements
  'library.read': ['public'],
  'library.manage': ['province', 'head', 'deputy', 'secretary'],
  'library.acknowledge': ['own_leader', 'own_officer'],
  'draft.read': ['province', 'head', 'deputy', 'secretary', 'member', 'observer'],
  'draft.manage': ['head', 'deputy', 'secretary', 'province'],
  'draft.comment': ['own_leader', 'own_officer', 'head', 'secretary'],
  'movement.read': ['public'],
  'movement.launch_province': ['province'],
  'movement.launch_bloc': ['head', 'deputy', 'secretary', 'province'],
  'movement.launch_unit': ['own_leader', 'own_officer', 'head', 'secretary'],
  'drive.manage': ['own_leader', 'own_officer', 'province'],
  'drive.report': ['own_leader', 'own_officer', 'province'],
  'drive.advise': ['council_chair', 'council_standing', 'council_secretary'],
  'council.manage': ['province', 'own_leader', 'administrator'],
  'activity.manage': ['head', 'deputy', 'secretary', 'province'],

  // Pledge, targets, results
  'registration.write': ['own_leader', 'own_officer', 'head', 'secretary'],
  'registration.send': ['own_leader', 'own_officer', 'head', 'secretary'],
  'pledge.manage': ['head', 'deputy', 'secretary', 'province'],
  'pledge.sign': ['own_leader'],
  'pledge.record_paper': ['head', 'deputy', 'secretary', 'province', 'own_officer', 'own_leader'],
  'indicator.manage': ['province', 'head', 'deputy', 'secretary'],
  'target.write': ['own_leader', 'own_officer', 'head', 'secretary', 'province'],
  'target.consent': ['head', 'secretary', 'province'],
  'result.write': ['own_leader', 'own_officer', 'head', 'secretary', 'province'],
  'result.read': [
    'province',
    'head',
    'deputy',
    'secretary',
    'member',
    'observer',
    'own_leader',
    'own_officer',
  ],
  'figure.ask': ['head', 'deputy', 'secretary', 'province'],
  'figure.answer': ['own_leader', 'own_officer', 'head', 'secretary'],
  'report.send': ['own_leader', 'own_officer', 'head', 'secretary'],
  'report.decide': ['head', 'deputy', 'secretary', 'province'],
  'rating.write': ['province', 'head', 'own_leader', 'own_officer', 'secretary'],

  // Scores
  'score_table.manage': ['head', 'deputy', 'secretary', 'province'],
  'score.read': [
    'province',
    'head',
    'deputy',
    'secretary',
    'member',
    'observer',
    'own_leader',
    'own_officer',
  ],
  'score.self': ['own_leader', 'own_officer', 'head', 'secretary'],
  'score.self_send': ['own_leader', 'own_officer', 'head', 'secretary'],
  'score.cross': ['member_leader', 'member_officer'],
  'score.appraise': ['head', 'deputy', 'province', 'secretary'],
  'score.adopt': ['head', 'deputy', 'province'],
  'score.agency': ['province'],
  'score.recompute': ['province'],
  'appeal.send': ['own_leader', 'own_officer', 'head', 'secretary'],
  'appeal.answer': ['head', 'deputy', 'province'],
  'appeal.open': ['head', 'deputy', 'province'],
  'recusal.declare': ['member_leader', 'member_officer', 'head', 'deputy', 'province'],
  'recusal.lift': ['head', 'deputy', 'province'],
  'judge.compare': ['head', 'deputy', 'secretary', 'province'],
  'bar.manage': ['province', 'head', 'secretary'],
  'ranking.freeze': ['head', 'province'],
  'ranking.publish': ['head', 'province'],

  // Checks on the spot; of a visit's team, units and words more is asked by `visitPartOf`
  'check.read': [
    'province',
    'head',
    'deputy',
    'secretary',
    'member',
    'observer',
    'own_leader',
    'own_officer',
  ],
  'check.manage': ['head', 'deputy', 'secretary', 'province'],
  'check.write': ['member_leader', 'member_officer', 'head', 'deputy', 'secretary', 'province'],
  'check.answer': ['own_leader', 'own_officer', 'head', 'secretary'],
  'check.sign': ['own_leader'],
  'check.record_paper': ['head', 'deputy', 'secretary', 'province', 'own_officer', 'own_leader'],

  // Conference, votes
  'conference.read': ['province', 'head', 'deputy', 'secretary', 'member', 'observer', 'teller', 'council'],
  'conference.manage': ['head', 'deputy', 'secretary', 'province', 'council_chair', 'council_secretary'],
  'attendance.record': ['head', 'deputy', 'secretary', 'province', 'council_chair', 'council_secretary'],
  'attendance.confirm': ['own_leader', 'own_officer'],
  'remark.add': ['member', 'head', 'secretary', 'province', 'council', 'deputy'],
  'poll.manage': ['head', 'deputy', 'secretary', 'province', 'council_chair', 'council_secretary'],
  'poll.vote': ['member_leader', 'council'],
  'poll.count': ['teller', 'head', 'secretary', 'province', 'council_chair', 'council_secretary'],

  // Awards, handover
  'proposal.read': [
    'province',
    'head',
    'deputy',
    'secretary',
    'member',
    'observer',
    'council',
    'own_leader',
    'own_officer',
  ],
  'proposal.manage': ['head', 'deputy', 'secretary', 'province', 'council_chair', 'council_secretary'],
  'proposal.submit': ['head', 'province', 'council_chair'],
  'proposal.outcome': ['province', 'council_chair'],
  'achievement.write': ['own_leader', 'own_officer', 'head', 'secretary'],
  'award_record.read': ['public'],
  'award_record.manage': ['province'],
  'handover.manage': ['head', 'secretary', 'province'],
  'handover.accept': ['own_leader', 'province'],

  // Papers, news, files
  'paper.read': [
    'province',
    'head',
    'deputy',
    'secretary',
    'member',
    'observer',
    'own_leader',
    'own_officer',
    'council',
  ],
  'paper.write': [
    'head',
    'deputy',
    'secretary',
    'province',
    'own_leader',
    'own_officer',
    'council_chair',
    'council_secretary',
  ],
  'paper.issue': ['head', 'deputy', 'province', 'own_leader', 'council_chair'],
  'paper.verify': ['public'],
  'news.read': ['public'],
  'news.of_year': [
    'administrator',
    'province',
    'head',
    'deputy',
    'secretary',
    'member',
    'observer',
    'teller',
    'news_editor',
    'news_approver',
  ],
  'news.write': [
    'head',
    'deputy',
    'secretary',
    'province',
    'news_editor',
    'news_approver',
    'own_leader',
    'own_officer',
  ],
  'news.approve': ['head', 'province', 'news_approver', 'own_leader'],
  'file.read': ['public'],
  'file.upload': ['signed_in'],
  'reading.use': ['head', 'deputy', 'secretary', 'province', 'own_leader', 'own_officer'],
} as const satisfies Record<string, readonly Role[]>

/** The name of an act that somebody may or may not do. */
export type Permission = keyof typeof permissionTable

/** Why an act was refused. */
export type Refusal = { readonly code: 'not_signed_in' | 'not_your_role'; readonly needs: readonly Role[] }

/**
 * May this actor do this here? A missing scope grants nothing but what is public.
 *
 * @example
 * may(headOfBloc, 'year.advance', scopeOfTheirYear).ok // true
 * may(headOfBloc, 'year.advance', {}).ok // false: no scope, no right
 */
export function may(actor: Actor, permission: Permission, scope: Scope): Result<readonly Role[], Refusal> {
  const needs: readonly Role[] = permissionTable[permission]
  const has = rolesIn(actor, scope)
  const granting = needs.filter((role) => has.has(role))
  if (granting.length > 0) return ok(granting)
  return err({ code: actor.accountId === null ? 'not_signed_in' : 'not_your_role', needs })
}

/**
 * Could this actor have the right here once the missing parts of the scope are known? Used before a form is
 * read, so that nobody is asked to mend a form they may not send. It grants nothing: the act itself asks `may`
 * with the full scope.
 */
export function mightBeAllowed(actor: Actor, permission: Permission, scope: Scope): boolean {
  if (may(actor, permission, scope).ok) return true
  return actor.appointments.some((one) => {
    const filled: Scope = {
      ...(one.provinceId === null ? {} : { provinceId: one.provinceId }),
      ...(one.blocId === null ? {} : { blocId: one.blocId }),
      ...(one.unitId === null ? {} : { unitId: one.unitId }),
      ...(one.councilId === null ? {} : { councilId: one.councilId }),
      ...scope,
    }
    return may(actor, permission, filled).ok
  })
}
