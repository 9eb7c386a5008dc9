import { action, done } from '../../actions/action.ts'
import { type Difference, type FieldFault, refuse, refuseField, refuseStale } from '../../actions/failure.ts'
import { err } from '../../domain/result.ts'
import { checkFile } from '../../files/check.ts'
import { storeFile } from '../../files/files.store.ts'
import { findYearById, yearScope } from '../../scopes/scopes.store.ts'
import { gridsOf, type ImportInput, versionsOfStamp } from '../../spreadsheets/import-source.ts'
import { listIndicators } from './indicators.store.ts'
import { setTarget } from './targets.actions.ts'
import { isSigned, listLastYears, listTargetsOfYear } from './targets.store.ts'
import { judgeTargets } from './targets-import.ts'
import { readTargetLines } from './targets-table.ts'

export type ImportTargetsInput = ImportInput & {
  readonly blocYearId: string
  /** The unit they bind; null for the bloc as a whole. */
  readonly unitId: string | null
}

/** The targets of a spreadsheet enter together, or none, each by the rules of a single one. */
export const importTargets = action({
  permission: 'target.write',
  audit: 'targets.imported',
  scope: (db, input: ImportTargetsInput, today) =>
    yearScope(db, input.blocYearId, today, input.unitId ?? undefined),
  constraintFields: { target_value_given: 'pasted' },
  run: async (trx, input, deed) => {
    const { source, blocYearId, unitId, stamp } = input
    const year = await findYearById(trx, blocYearId, deed.today)
    if (!year) return refuse('not_found')
    if (unitId && !year.members.some((member) => member.id === unitId)) return refuse('not_found')
    const owner = unitId ? { unitId, blocId: null } : { unitId: null, blocId: year.bloc.id }
    const grids = gridsOf(source)
    if (!grids.ok) return refuse(grids.error.code, ...(grids.error.params ?? []))
    const circle = { year: year.year, blocId: year.bloc.id, unitIds: unitId ? [unitId] : [] }
    const stored = (await listTargetsOfYear(trx, circle)).filter(
      (one) => one.unitId === owner.unitId && one.blocId === owner.blocId,
    )
    const read = readTargetLines(grids.value, await listIndicators(trx, year.province.id), stored, input)
    if (!read.ok) return refuse(read.error.code, ...(read.error.params ?? []))
    const [stray] = read.value.strays
    if (stray) return refuse(stray.fault.code, ...(stray.fault.params ?? []))
    const signed = await isSigned(trx, blocYearId, unitId)
    const judged = judgeTargets(read.value.lines, await listLastYears(trx, owner, year.year), signed)
    const versions = versionsOfStamp(stamp)
    const channel = source.kind === 'file' ? ('file' as const) : ('screen' as const)
    const faults: Record<string, FieldFault> = {}
    const differences: Difference[] = []
    let written = 0
    for (const { indicator, input: target, kind, fault } of judged) {
      if (kind === 'same') continue
      if (!target || fault) {
        faults[`value.${indicator.id}`] = fault ?? { code: 'field_wrong' }
        continue
      }
      const version = versions.get(indicator.id)
      const at = { blocYearId, unitId, indicatorId: indicator.id, channel }
      const set = await setTarget.run(
        trx,
        { ...at, ...target, ...(version === undefined ? {} : { version }) },
        deed,
      )
      if (set.ok) written++
      else if (set.error.differences) {
        differences.push(
          ...set.error.differences
            .filter((one) => one.field === 'value')
            .map((one) => ({ ...one, field: `value.${indicator.id}` })),
        )
        if (differences.length === 0)
          differences.push({ field: `value.${indicator.id}`, before: '', after: '' })
      } else {
        for (const [field, one] of Object.entries(set.error.fields ?? { value: set.error })) {
          faults[`${field}.${indicator.id}`] = one
        }
      }
    }
    if (differences.length > 0) return refuseStale(differences)
    if (Object.keys(faults).length > 0) return err({ code: 'fields_wrong', fields: faults })
    const kept = source.kind === 'file' ? await keep(source) : undefined
    if (kept && !kept.ok) return kept
    return done(
      { written },
      { entity: 'target', entityId: unitId ?? year.bloc.id, after: { written, file: kept?.value ?? null } },
    )

    async function keep(file: { readonly name: string; readonly bytes: Uint8Array }) {
      const checked = await checkFile(file, 'file')
      if (!checked.ok) return refuseField('file', 'workbook_damaged')
      const place = { provinceId: year?.province.id ?? null, blocId: year?.bloc.id ?? null, unitId }
      const { id } = await storeFile(trx, checked.value, { ...place, uploadedBy: deed.accountId })
      return { ok: true as const, value: id }
    }
  },
})
