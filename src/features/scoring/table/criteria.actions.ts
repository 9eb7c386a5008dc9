import { action, done } from '../../../actions/action.ts'
import { type Failure, refuse, refuseField } from '../../../actions/failure.ts'
import type { Writing } from '../../../db/database.ts'
import { err, ok, type Result } from '../../../domain/result.ts'
import {
  checkFormula,
  type Layer,
  type LayerRules,
  type Method,
  type Normalisation,
  parseMethod,
  type Side,
} from '../../../domain/scoring/index.ts'
import { ofYear } from './table.actions.ts'
import {
  changeTable,
  deleteCriterion,
  findTable,
  insertCriterion,
  lockTable,
  swapPositions,
  updateCriterion,
} from './table.store.ts'
import type { CriterionRow, YearTable } from './table-model.ts'

/** What a criterion or group says. */
export type CriterionInput = {
  readonly code: string
  readonly name: string
  readonly maxPoints: string
  readonly side: Side
  /** A rule as `parseMethod` reads it; null for a group. */
  readonly method: unknown
  readonly indicatorId: string | null
  readonly needsEvidence: boolean
  readonly note: string
}

type OnDraft = {
  readonly blocYearId: string
  /** Version the form was opened on. */
  readonly version?: number
}

export type AddCriterionInput = OnDraft & CriterionInput & { readonly parentId: string | null }

/** Adds a criterion or group to a draft. */
export const addCriterion = action({
  permission: 'score_table.manage',
  audit: 'criterion.added',
  scope: ofYear<AddCriterionInput>,
  constraintFields: { criterion_code_taken: 'code' },
  run: async (trx, input) => {
    const draft = await openDraft(trx, input)
    if (!draft.ok) return draft
    const content = readContent(input)
    if (!content.ok) return content
    const { parentId } = input
    if (parentId !== null && !draft.value.criteria.some((one) => one.id === parentId))
      return refuse('not_found')
    const id = await insertCriterion(trx, draft.value.id, { ...content.value, parentId })
    await changeTable(trx, draft.value.id)
    return done({ id, code: input.code }, { entity: 'criterion', entityId: id, after: content.value })
  },
})

export type SaveCriterionInput = OnDraft & CriterionInput & { readonly criterionId: string }

/** Changes a criterion of a draft. */
export const saveCriterion = action({
  permission: 'score_table.manage',
  audit: 'criterion.saved',
  scope: ofYear<SaveCriterionInput>,
  constraintFields: { criterion_code_taken: 'code' },
  run: async (trx, input) => {
    const draft = await openDraft(trx, input)
    if (!draft.ok) return draft
    const before = draft.value.criteria.find((one) => one.id === input.criterionId)
    if (!before) return refuse('not_found')
    if (input.version !== undefined && input.version !== draft.value.version) {
      const differences = differencesOf(before, input)
      if (differences.length > 0) return { ok: false, error: { code: 'changed_meanwhile', differences } }
    }
    const content = readContent(input)
    if (!content.ok) return content
    await updateCriterion(trx, before.id, content.value)
    await changeTable(trx, draft.value.id)
    return done(
      { id: before.id, code: input.code },
      { entity: 'criterion', entityId: before.id, before, after: content.value },
    )
  },
})

export type CriterionOfDraft = OnDraft & { readonly criterionId: string }

/** Takes a criterion out of a draft with all below it. */
export const removeCriterion = action({
  permission: 'score_table.manage',
  audit: 'criterion.removed',
  scope: ofYear<CriterionOfDraft>,
  run: async (trx, input) => {
    const draft = await openDraft(trx, input)
    if (!draft.ok) return draft
    const before = draft.value.criteria.find((one) => one.id === input.criterionId)
    if (!before) return refuse('not_found')
    await deleteCriterion(trx, before.id)
    await changeTable(trx, draft.value.id)
    return done({ code: before.code }, { entity: 'criterion', entityId: before.id, before })
  },
})

export type MoveCriterionInput = CriterionOfDraft & { readonly direction: 'up' | 'down' }

/** Puts a criterion one place up or down among its siblings. */
export const moveCriterion = action({
  permission: 'score_table.manage',
  audit: 'criterion.moved',
  scope: ofYear<MoveCriterionInput>,
  run: async (trx, input) => {
    const draft = await openDraft(trx, input)
    if (!draft.ok) return draft
    const row = draft.value.criteria.find((one) => one.id === input.criterionId)
    if (!row) return refuse('not_found')
    const siblings = draft.value.criteria.filter((one) => one.parentId === row.parentId)
    const other = siblings[siblings.indexOf(row) + (input.direction === 'up' ? -1 : 1)]
    if (!other) return refuse('criterion_at_end')
    await swapPositions(trx, row, other)
    await changeTable(trx, draft.value.id)
    return done(
      { code: row.code },
      { entity: 'criterion', entityId: row.id, after: { direction: input.direction } },
    )
  },
})

export type SaveTableFrameInput = OnDraft & {
  readonly title: string
  readonly total: string
  readonly decimals: number
  readonly bonusMaximum: string | null
  readonly penaltyMaximum: string | null
  readonly layers: readonly Layer[]
  readonly counts: LayerRules['counts']
  /** How cross-checked points are brought to one measure; null: not at all. */
  readonly normalisation?: Normalisation | null
  readonly basis: string
}

/** Changes what belongs to a draft as a whole: title, total, limits, layers. */
export const saveTableFrame = action({
  permission: 'score_table.manage',
  audit: 'score_table.saved',
  scope: ofYear<SaveTableFrameInput>,
  run: async (trx, input) => {
    const draft = await openDraft(trx, input)
    if (!draft.ok) return draft
    const { title, total, decimals, bonusMaximum, penaltyMaximum, layers, counts, basis } = input
    if (Number(total) <= 0) return refuseField('total', 'number_outside', '1', '10.000')
    if (counts !== 'latestComplete' && !layers.includes(counts))
      return refuseField('counts', 'layer_not_used')
    const { normalisation = null } = input
    if (normalisation !== null && !(layers.includes('cross') && layers.includes('head')))
      return refuseField('normalisation', 'normalisation_needs_layers')
    const { bonusMaximum: _, penaltyMaximum: __, normalisation: ___, ...frame } = draft.value.frame
    const after = {
      title,
      total,
      decimals,
      basis,
      layers: layers.includes('self') ? layers : (['self', ...layers] as const),
      countingLayer: counts,
      frame: {
        ...frame,
        ...(bonusMaximum === null ? {} : { bonusMaximum }),
        ...(penaltyMaximum === null ? {} : { penaltyMaximum }),
        ...(normalisation === null ? {} : { normalisation }),
      },
    }
    await changeTable(trx, draft.value.id, after)
    return done({ id: draft.value.id }, { entity: 'score_table', entityId: draft.value.id, after })
  },
})

/** The table of a year while it may still be edited. */
export async function openDraft(trx: Writing, { blocYearId }: OnDraft): Promise<Result<YearTable, Failure>> {
  await lockTable(trx, blocYearId)
  const table = await findTable(trx, blocYearId)
  if (!table) return refuse('score_table_missing')
  return table.state === 'draft' ? ok(table) : refuse('score_table_not_draft')
}

function readContent(
  input: CriterionInput,
): Result<CriterionInput & { readonly method: Method | null }, Failure> {
  const { code, name, maxPoints, side, indicatorId, needsEvidence, note } = input
  const plain = { code, name, maxPoints, side, indicatorId, needsEvidence, note }
  if (input.method === null || input.method === undefined) return ok({ ...plain, method: null })
  const method = parseMethod(input.method)
  if (method.ok) {
    const wrong = wrongFormula(method.value)
    return wrong ?? ok({ ...plain, method: method.value })
  }
  const fields = Object.fromEntries(
    method.error.map(({ path, code: fault }) => [
      `m.${path.split('.')[1] ?? ''}`,
      {
        code:
          fault === 'expectedNotNegative' || fault === 'expectedPositive'
            ? 'method_not_positive'
            : 'method_field_missing',
      },
    ]),
  )
  return err({ code: 'fields_wrong', fields })
}

/** A formula that cannot be read is refused at its field; its sentence is made in the reader's language. */
function wrongFormula(method: Method): Result<never, Failure> | undefined {
  if (method.kind === 'precondition') return wrongFormula(method.rule)
  if (method.kind !== 'formula' || checkFormula(method.expression, method.unit).ok) return undefined
  return refuseField('m.expression', 'formula_wrong', method.expression, method.unit ?? '')
}

function differencesOf(stored: CriterionRow, mine: CriterionInput) {
  const shown = ['code', 'name', 'maxPoints'] as const
  return shown.flatMap((field) =>
    stored[field] === mine[field] ? [] : [{ field, before: mine[field], after: stored[field] }],
  )
}
