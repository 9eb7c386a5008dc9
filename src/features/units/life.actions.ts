import { action, type Deed, done } from '../../actions/action.ts'
import { refuse, refuseField } from '../../actions/failure.ts'
import type { Writing } from '../../db/database.ts'
import { may } from '../../domain/permissions/index.ts'
import { dateParts } from '../../domain/vietnamese/index.ts'
import { unitScope } from '../../scopes/scopes.store.ts'
import { closeTargets, endMemberships, endUnit, joinBlocs, passTargets } from './life.store.ts'
import { findLifespan, insertEvent } from './units.store.ts'

export type MergeUnitInput = {
  readonly unitId: string
  readonly successorId: string
  /** The first day on which the unit is no more. */
  readonly on: string
  readonly basis: string
  readonly note: string
  /** The successor takes the unit's place in its blocs. */
  readonly successorJoins: boolean
  /** What becomes of the targets of that year and later. */
  readonly targets: 'pass_on' | 'close'
}

/** A unit merges into another: it leaves its blocs, and its targets pass on or close, with the reason kept. */
export const mergeUnit = action({
  permission: 'unit.manage',
  audit: 'unit.merged',
  scope: (db, input: MergeUnitInput) => unitScope(db, input.unitId),
  constraintFields: { unit_life_order: 'on' },
  run: async (trx, input, deed) => {
    const { unitId, successorId, on, basis, note } = input
    const fault = await successorFault(trx, unitId, successorId, on, deed)
    if (fault) return refuseField('successorId', fault)
    if (!(await endUnit(trx, unitId, on))) return refuse('unit_already_ended')
    await insertEvent(trx, {
      unitId,
      kind: 'merged_into',
      happenedOn: on,
      otherUnitId: successorId,
      basis,
      note,
    })
    const end = { unitId, on, reason: reasonOf(basis, note), deed }
    const targetsTo = input.targets === 'pass_on' ? successorId : null
    const after = await settle(trx, end, input.successorJoins ? [successorId] : [], targetsTo)
    return done(after, { entity: 'unit', entityId: unitId, after: { ...input, ...after }, reason: note })
  },
})

export type SplitUnitInput = {
  readonly unitId: string
  readonly successorIds: readonly string[]
  readonly on: string
  readonly basis: string
  readonly note: string
  /** The unit itself ends; otherwise it goes on beside what was split off. */
  readonly ends: boolean
  readonly successorsJoin: boolean
}

/** Units are split off from one; when it ends, its targets close: dividing them is decided by people. */
export const splitUnit = action({
  permission: 'unit.manage',
  audit: 'unit.split',
  scope: (db, input: SplitUnitInput) => unitScope(db, input.unitId),
  constraintFields: { unit_life_order: 'on' },
  run: async (trx, input, deed) => {
    const { unitId, successorIds, on, basis, note } = input
    if (successorIds.length === 0) return refuseField('successorIds', 'required')
    for (const successorId of successorIds) {
      const fault = await successorFault(trx, unitId, successorId, on, deed)
      if (fault) return refuseField('successorIds', fault)
      await insertEvent(trx, {
        unitId: successorId,
        kind: 'split_from',
        happenedOn: on,
        otherUnitId: unitId,
        basis,
        note,
      })
    }
    if (!input.ends) {
      return done(
        { blocs: 0, joined: 0, targetsClosed: 0, targetsPassed: 0 },
        { entity: 'unit', entityId: unitId, after: input, reason: note },
      )
    }
    if (!(await endUnit(trx, unitId, on))) return refuse('unit_already_ended')
    await insertEvent(trx, { unitId, kind: 'dissolved', happenedOn: on, otherUnitId: null, basis, note })
    const end = { unitId, on, reason: reasonOf(basis, note), deed }
    const after = await settle(trx, end, input.successorsJoin ? successorIds : [], null)
    return done(after, { entity: 'unit', entityId: unitId, after: { ...input, ...after }, reason: note })
  },
})

export type DissolveUnitInput = {
  readonly unitId: string
  readonly on: string
  readonly basis: string
  readonly note: string
}

/** A unit ends without a successor; its targets of that year close. */
export const dissolveUnit = action({
  permission: 'unit.manage',
  audit: 'unit.dissolved',
  scope: (db, input: DissolveUnitInput) => unitScope(db, input.unitId),
  constraintFields: { unit_life_order: 'on' },
  run: async (trx, input, deed) => {
    const { unitId, on, basis, note } = input
    if (!(await endUnit(trx, unitId, on))) return refuse('unit_already_ended')
    await insertEvent(trx, { unitId, kind: 'dissolved', happenedOn: on, otherUnitId: null, basis, note })
    const after = await settle(trx, { unitId, on, reason: reasonOf(basis, note), deed }, [], null)
    return done(after, { entity: 'unit', entityId: unitId, after: { ...input, ...after }, reason: note })
  },
})

type End = {
  readonly unitId: string
  readonly on: string
  readonly reason: string
  readonly deed: Deed
}

/** Memberships end, heirs take the places, targets close or pass on. */
async function settle(trx: Writing, end: End, heirs: readonly string[], targetsTo: string | null) {
  const { unitId, on, reason, deed } = end
  const stays = await endMemberships(trx, unitId, on, reason)
  let joined = 0
  for (const heir of heirs) joined += await joinBlocs(trx, heir, stays, on, reason)
  const closed = await closeTargets(trx, unitId, dateParts(on).year, reason)
  const targetsPassed = targetsTo ? await passTargets(trx, closed, targetsTo, reason, deed.accountId) : 0
  return { blocs: stays.length, joined, targetsClosed: closed.length, targetsPassed }
}

function reasonOf(basis: string, note: string): string {
  return [note, basis].filter(Boolean).join('; ')
}

async function successorFault(
  trx: Writing,
  unitId: string,
  successorId: string,
  on: string,
  deed: Deed,
): Promise<string | undefined> {
  if (successorId === unitId) return 'unit_own_successor'
  const home = await unitScope(trx, successorId)
  const isFromHere = home?.provinceId === deed.scope.provinceId
  if (!home || !(isFromHere || may(deed.actor, 'unit.manage', home).ok)) return 'choice_required'
  const life = await findLifespan(trx, successorId)
  if (!life) return 'choice_required'
  if (life.dissolvedOn !== null && life.dissolvedOn <= on) return 'unit_successor_ended'
  return undefined
}
