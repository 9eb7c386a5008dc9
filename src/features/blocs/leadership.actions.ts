import { action, done } from '../../actions/action.ts'
import { refuseField } from '../../actions/failure.ts'
import { closeOpenLeadership, insertLeadership, isMember } from '../../scopes/leadership.store.ts'
import { blocScope } from '../../scopes/scopes.store.ts'

/** Ways in which a unit comes to lead. */
export const waysToLead = ['elected', 'rotation', 'appointed', 'handover', 'acting', 'unknown'] as const

export type SetLeadershipInput = {
  readonly blocId: string
  readonly unitId: string
  readonly role: 'head' | 'deputy'
  readonly forYear: number
  readonly fromDate: string
  readonly how: (typeof waysToLead)[number]
  readonly basis: string
  /** Who represents the unit, with office; may be unknown. */
  readonly personName: string
  readonly personTitle: string
}

/** A member unit becomes head or deputy for a year; whoever held the office of that year until then ends before. */
export const setLeadership = action({
  permission: 'leadership.manage',
  audit: 'leadership.set',
  scope: (db, input: SetLeadershipInput) => blocScope(db, input.blocId),
  constraintFields: { leadership_one_a_year: 'unitId' },
  run: async (trx, input) => {
    const { blocId, unitId, role, forYear, fromDate: from } = input
    if (!(await isMember(trx, blocId, unitId, forYear)))
      return refuseField('unitId', 'leader_not_member', String(forYear))
    await closeOpenLeadership(trx, { blocId, role, forYear, from })
    const leadershipId = await insertLeadership(trx, { ...input, toDate: null })
    return done({ leadershipId }, { entity: 'leadership', entityId: leadershipId, after: input })
  },
})
