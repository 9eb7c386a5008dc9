import { action, type Deed, done } from '../../actions/action.ts'
import { refuse, refuseField } from '../../actions/failure.ts'
import type { Writing } from '../../db/database.ts'
import type { MovementLevel } from '../../domain/movements/index.ts'
import { type Attachment, keepAttachment } from '../../files/keep.ts'
import { findYearById, yearScope } from '../../scopes/scopes.store.ts'
import { moveStep } from '../../steps/steps.store.ts'
import {
  findMovement,
  findUnitLaunch,
  hasYearlyMovement,
  insertMovement,
  type MovementKind,
  updateMovement,
} from './movements.store.ts'

/** What a movement says, whoever launches it; dates are ISO dates. */
export type MovementText = {
  readonly title: string
  readonly occasion: string
  readonly theme: string
  readonly contents: string
  readonly standards: string
  readonly startsOn: string | null
  readonly endsOn: string | null
  readonly guidingPaperId: string | null
}

/** How the launch is shown: a file, or the number and date of the paper. */
export type Proof = {
  readonly launchedOn: string
  readonly file: Attachment
  readonly note: string
  readonly channel: 'screen' | 'paper' | 'file'
}

export type LaunchProvinceMovementInput = MovementText &
  Proof & {
    readonly provinceId: string
    readonly level: 'central' | 'province'
    readonly kind: 'yearly' | 'themed'
    readonly parentId: string | null
    readonly year: number
  }

/** The province launches a movement, or records one that the centre launched. */
export const launchProvinceMovement = action({
  permission: 'movement.launch_province',
  audit: 'movement.launched_by_province',
  scope: async (_db, input: LaunchProvinceMovementInput) => ({ provinceId: input.provinceId }),
  constraintFields: { movement_dates_order: 'endsOn', movement_title_missing: 'title' },
  run: (trx, input, deed) =>
    launch(trx, input, deed, { level: input.level, blocId: null, unitId: null, kind: input.kind }),
})

export type LaunchBlocMovementInput = MovementText &
  Proof & {
    readonly blocYearId: string
    /** The movement that is taken up; null for one of the bloc's own. */
    readonly parentId: string | null
    readonly kind: MovementKind
  }

/** The bloc takes a movement up, or launches one of its own. */
export const launchBlocMovement = action({
  permission: 'movement.launch_bloc',
  audit: 'movement.launched_by_bloc',
  scope: (db, input: LaunchBlocMovementInput, today) => yearScope(db, input.blocYearId, today),
  constraintFields: {
    movement_dates_order: 'endsOn',
    movement_title_missing: 'title',
    movement_taken_up_once: 'parentId',
  },
  run: async (trx, input, deed) => {
    const year = await findYearById(trx, input.blocYearId, deed.today)
    if (!year) return refuse('not_found')
    const parent = input.parentId ? await findMovement(trx, input.parentId) : undefined
    if (input.parentId && parent?.provinceId !== year.province.id)
      return refuseField('parentId', 'choice_required')
    const whole = { ...input, provinceId: year.province.id, year: year.year }
    return launch(trx, whole, deed, {
      level: 'bloc',
      blocId: year.bloc.id,
      unitId: null,
      kind: input.kind,
    })
  },
})

export type LaunchUnitMovementInput = Proof & {
  readonly blocYearId: string
  readonly unitId: string
  /** The bloc's movement; null when the unit launched on its own. */
  readonly parentId: string | null
  /** How the unit calls it; the parent's title when left empty. */
  readonly title: string
}

/**
 * A unit has launched the movement in-house, with proof. Recording it again replaces the proof. The launch
 * of the bloc's yearly movement is a step of the unit's year, done as soon as there is proof.
 */
export const launchUnitMovement = action({
  permission: 'movement.launch_unit',
  audit: 'movement.launched_by_unit',
  scope: (db, input: LaunchUnitMovementInput, today) => yearScope(db, input.blocYearId, today, input.unitId),
  run: async (trx, input, deed) => {
    const year = await findYearById(trx, input.blocYearId, deed.today)
    if (!year) return refuse('not_found')
    const parent = input.parentId ? await findMovement(trx, input.parentId) : undefined
    if (input.parentId && (parent?.blocId !== year.bloc.id || parent.level !== 'bloc'))
      return refuseField('parentId', 'choice_required')
    const title = input.title || parent?.title || ''
    if (title === '') return refuseField('title', 'required')
    const before = await findUnitLaunch(trx, {
      parentId: input.parentId,
      blocId: year.bloc.id,
      unitId: input.unitId,
      year: year.year,
    })
    const held = before && (await findMovement(trx, before.id))
    if (!input.file && input.note.trim() === '' && !held?.proofFileId)
      return refuseField('note', 'launch_proof_missing')
    const kept = await keepAttachment(trx, input.file, 'file', {
      provinceId: year.province.id,
      blocId: year.bloc.id,
      unitId: input.unitId,
      uploadedBy: deed.accountId,
    })
    if (!kept.ok) return kept
    const proof = {
      title,
      launchedOn: input.launchedOn,
      proofFileId: kept.value ?? held?.proofFileId ?? null,
      proofNote: input.note,
      channel: input.channel,
      onBehalf: deed.onBehalf,
      state: 'launched',
    }
    let movementId = held?.id
    if (movementId) await updateMovement(trx, movementId, proof)
    else {
      movementId = await insertMovement(trx, {
        ...emptyText,
        ...proof,
        provinceId: year.province.id,
        parentId: input.parentId,
        level: 'unit',
        blocId: year.bloc.id,
        unitId: input.unitId,
        councilId: null,
        year: year.year,
        kind: parent?.kind === 'themed' || parent?.kind === 'special' ? 'themed' : 'yearly',
        createdBy: deed.accountId,
      })
    }
    const isStep =
      !parent || parent.kind === 'yearly' || !(await hasYearlyMovement(trx, year.bloc.id, year.year))
    if (isStep) {
      await moveStep(trx, {
        blocYearId: year.id,
        unitId: input.unitId,
        step: 'launch',
        state: 'accepted',
        channel: input.channel,
        onBehalf: deed.onBehalf,
        accountId: deed.accountId,
      })
    }
    return done({ movementId }, { entity: 'movement', entityId: movementId, before: held, after: proof })
  },
})

const emptyText = {
  occasion: '',
  theme: '',
  contents: '',
  standards: '',
  startsOn: null,
  endsOn: null,
  guidingPaperId: null,
} as const

type Launch = MovementText &
  Proof & { readonly provinceId: string; readonly year: number; readonly parentId: string | null }

type Launcher = {
  readonly level: MovementLevel
  readonly kind: MovementKind
  readonly blocId: string | null
  readonly unitId: string | null
}

async function launch(trx: Writing, input: Launch, deed: Deed, by: Launcher) {
  const kept = await keepAttachment(trx, input.file, 'file', {
    provinceId: input.provinceId,
    blocId: by.blocId,
    uploadedBy: deed.accountId,
  })
  if (!kept.ok) return kept
  const movement = {
    ...textOf(input),
    ...by,
    provinceId: input.provinceId,
    parentId: input.parentId,
    councilId: null,
    year: input.year,
    launchedOn: input.launchedOn,
    proofFileId: kept.value,
    proofNote: input.note,
    channel: input.channel,
    onBehalf: false,
    state: 'launched',
  }
  const movementId = await insertMovement(trx, { ...movement, createdBy: deed.accountId })
  return done({ movementId }, { entity: 'movement', entityId: movementId, after: movement })
}

function textOf(input: MovementText): MovementText {
  const { title, occasion, theme, contents, standards, startsOn, endsOn, guidingPaperId } = input
  return { title, occasion, theme, contents, standards, startsOn, endsOn, guidingPaperId }
}
