import { action, done } from '../../actions/action.ts'
import { refuse, refuseField } from '../../actions/failure.ts'
import type { Scope } from '../../domain/permissions/index.ts'
import { unitScope } from '../../scopes/scopes.store.ts'
import {
  type CouncilDuty,
  endMember,
  findCouncilMember,
  findCouncilScope,
  findPerson,
  findSeats,
  holdCouncil,
  insertCouncil,
  insertCouncilMember,
  insertPerson,
} from './councils.store.ts'

export type FoundCouncilInput = {
  readonly provinceId: string
  /** The unit whose council it is; null: the council of the province. */
  readonly unitId: string | null
  readonly name: string
  /** The founding decision: number and date. */
  readonly basis: string
  readonly foundedOn: string | null
}

/** A council for emulation and commendation is founded at a unit or at the province. */
export const foundCouncil = action({
  permission: 'council.manage',
  audit: 'council.founded',
  scope: async (db, input: FoundCouncilInput): Promise<Scope | undefined> =>
    input.unitId ? unitScope(db, input.unitId) : { provinceId: input.provinceId },
  constraintFields: { council_name_missing: 'name' },
  run: async (trx, input, deed) => {
    const provinceId = deed.scope.provinceId ?? input.provinceId
    const councilId = await insertCouncil(trx, { ...input, provinceId })
    return done({ councilId }, { entity: 'council', entityId: councilId, after: input })
  },
})

export type AddCouncilMemberInput = {
  readonly councilId: string
  /** A person already known; null: found or entered by the name. */
  readonly personId: string | null
  readonly fullName: string
  readonly position: string
  /** Where the person works, when it is a unit of the register. */
  readonly unitId: string | null
  readonly duty: CouncilDuty
  /** ISO date. */
  readonly fromDate: string
}

/** A person takes a seat on a council from a day on. */
export const addCouncilMember = action({
  permission: 'council.manage',
  audit: 'council.member_added',
  scope: (db, input: AddCouncilMemberInput) => findCouncilScope(db, input.councilId),
  constraintFields: { council_member_once: 'fullName', person_name_missing: 'fullName' },
  run: async (trx, input, deed) => {
    await holdCouncil(trx, input.councilId)
    const { fullName, position, unitId, councilId, duty, fromDate } = input
    const provinceId = deed.scope.provinceId ?? ''
    const personId =
      input.personId ??
      (await findPerson(trx, { provinceId, unitId, fullName })) ??
      (await insertPerson(trx, { provinceId, unitId, fullName, position }))
    const seats = await findSeats(trx, councilId, fromDate)
    if (seats.some((seat) => seat.personId === personId)) return refuseField('fullName', 'seat_taken_by_same')
    if (duty === 'chair' && seats.some((seat) => seat.duty === 'chair'))
      return refuseField('duty', 'council_has_chair')
    const memberId = await insertCouncilMember(trx, { councilId, personId, duty, fromDate })
    return done({ memberId, personId }, { entity: 'council', entityId: councilId, after: input })
  },
})

export type EndCouncilMemberInput = { readonly memberId: string; readonly toDate: string }

/** A member leaves the council after a day; the seat stays in its history. */
export const endCouncilMember = action({
  permission: 'council.manage',
  audit: 'council.member_left',
  scope: async (db, input: EndCouncilMemberInput) => {
    const member = await findCouncilMember(db, input.memberId)
    return member && findCouncilScope(db, member.councilId)
  },
  constraintFields: { council_member_order: 'toDate' },
  run: async (trx, input) => {
    const before = await findCouncilMember(trx, input.memberId)
    if (!before) return refuse('not_found')
    await endMember(trx, before.id, input.toDate)
    return done(
      { councilId: before.councilId },
      { entity: 'council', entityId: before.councilId, before, after: input },
    )
  },
})
