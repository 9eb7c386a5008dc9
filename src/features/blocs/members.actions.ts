import { action, done } from '../../actions/action.ts'
import { refuse, refuseField } from '../../actions/failure.ts'
import { membershipFaults } from '../../domain/blocs/index.ts'
import { may } from '../../domain/permissions/index.ts'
import { blocScope, unitScope } from '../../scopes/scopes.store.ts'
import {
  dissolutionOf,
  endStay,
  findMembership,
  insertMembership,
  nextPosition,
  staysOf,
  updatePosition,
} from './members.store.ts'

export type AddMemberInput = {
  readonly blocId: string
  readonly unitId: string
  readonly fromDate: string
  readonly toDate: string | null
  readonly basis: string
  /** Place in the bloc's lists; after the last one when null. */
  readonly position: number | null
}

/** A unit joins a bloc from a day on; it may sit in several blocs, but not twice in the same at one time. */
export const addMember = action({
  permission: 'bloc.manage',
  audit: 'membership.added',
  scope: (db, input: AddMemberInput) => blocScope(db, input.blocId),
  constraintFields: { membership_once: 'fromDate', membership_order: 'toDate' },
  run: async (trx, input, deed) => {
    const { blocId, unitId, fromDate, toDate } = input
    // Whoever leads a bloc may enter figures for its members: a unit of another province is taken in by whoever has a say there.
    const home = await unitScope(trx, unitId)
    const isFromHere = home?.provinceId === deed.scope.provinceId
    if (!home || !(isFromHere || may(deed.actor, 'bloc.manage', home).ok))
      return refuseField('unitId', 'choice_required')
    const ended = await dissolutionOf(trx, unitId)
    if (ended !== null && ended <= fromDate) return refuseField('unitId', 'member_ended')
    const stays = (await staysOf(trx, blocId, unitId)).map((stay) => ({
      unitId,
      from: stay.fromDate,
      to: stay.toDate,
    }))
    const [fault] = membershipFaults([...stays, { unitId, from: fromDate, to: toDate }])
    if (fault)
      return refuseField(fault.code === 'overlaps' ? 'fromDate' : 'toDate', `membership_${fault.code}`)
    const position = input.position ?? (await nextPosition(trx, blocId))
    const membershipId = await insertMembership(trx, { ...input, position })
    return done(
      { membershipId },
      { entity: 'membership', entityId: membershipId, after: { ...input, position } },
    )
  },
})

export type EndMembershipInput = {
  readonly membershipId: string
  /** Last day of membership. */
  readonly toDate: string
  readonly basis: string
}

/** A unit leaves a bloc; its records of the time before stay. */
export const endMembership = action({
  permission: 'bloc.manage',
  audit: 'membership.ended',
  scope: async (db, input: EndMembershipInput) => {
    const stay = await findMembership(db, input.membershipId)
    return stay && blocScope(db, stay.blocId)
  },
  run: async (trx, input) => {
    const before = await findMembership(trx, input.membershipId)
    if (!before) return refuse('not_found')
    if (input.toDate < before.fromDate) return refuseField('toDate', 'membership_ends_before_start')
    const basis = [before.basis, input.basis].filter(Boolean).join('; ')
    await endStay(trx, input.membershipId, input.toDate, basis)
    return done({}, { entity: 'membership', entityId: input.membershipId, before, after: input })
  },
})

export type OrderMembersInput = {
  readonly blocId: string
  readonly positions: Readonly<Record<string, number>>
}

/** The order in which a bloc lists its members; `positions` by unit. */
export const orderMembers = action({
  permission: 'bloc.manage',
  audit: 'membership.ordered',
  scope: (db, input: OrderMembersInput) => blocScope(db, input.blocId),
  run: async (trx, input) => {
    for (const [unitId, position] of Object.entries(input.positions)) {
      await updatePosition(trx, input.blocId, unitId, position)
    }
    return done({}, { entity: 'bloc', entityId: input.blocId, after: input.positions })
  },
})
