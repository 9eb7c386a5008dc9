import { action, done } from '../../actions/action.ts'
import { refuse, refuseField } from '../../actions/failure.ts'
import { yearScope } from '../../scopes/scopes.store.ts'
import { gridsOf, type ImportInput, versionsOfStamp } from '../../spreadsheets/import-source.ts'
import { sameOwner } from './figure-neighbours.ts'
import { inputOf } from './figures-import.ts'
import { readFigureLines } from './figures-table.ts'
import { putFigures } from './put-figures.ts'
import { openSheet } from './record-figure.ts'

export type ImportFiguresInput = ImportInput & {
  readonly blocYearId: string
  readonly unitId: string | null
  readonly period: string
}

/** The figures of a spreadsheet enter together, or none; the file is kept as where they come from. */
export const importFigures = action({
  permission: 'result.write',
  audit: 'results.imported',
  scope: (db, input: ImportFiguresInput, today) =>
    yearScope(db, input.blocYearId, today, input.unitId ?? undefined),
  run: async (trx, input, deed) => {
    const { source, blocYearId, unitId, period, changeReason } = input
    const from =
      source.kind === 'file'
        ? { channel: 'file' as const, sourceFile: { name: source.name, bytes: source.bytes } }
        : {}
    const opened = await openSheet(trx, { blocYearId, unitId, period, changeReason, ...from }, deed)
    if (!opened.ok) return opened
    const sheet = opened.value
    const grids = gridsOf(source)
    if (!grids.ok) return refuse(grids.error.code, ...(grids.error.params ?? []))
    const read = readFigureLines(grids.value, sheet.around, sheet.owner, input)
    if (!read.ok) return refuse(read.error.code, ...(read.error.params ?? []))
    const { lines, strays } = read.value
    const [stray] = strays
    if (stray) return refuse(stray.fault.code, ...(stray.fault.params ?? []))
    const versions = versionsOfStamp(input.stamp)
    const figures = []
    for (const { indicator, figure } of lines) {
      if (!figure.ok)
        return refuseField(`value.${indicator.id}`, figure.error.code, ...(figure.error.params ?? []))
      const current = sheet.around.results.find(
        (one) => one.period === period && one.indicatorId === indicator.id && sameOwner(one, sheet.owner),
      )
      const version = versions.get(indicator.id)
      figures.push({ ...inputOf(figure.value, current), ...(version === undefined ? {} : { version }) })
    }
    const put = await putFigures(trx, sheet, figures)
    // One reason serves all figures that were sent.
    if (!put.ok && put.error.fields?.changeReason) return refuseField('changeReason', 'reason_required')
    if (!put.ok) return put
    const trace = { before: put.value.map((one) => one.before), after: put.value.map((one) => one.after) }
    return done(
      { written: put.value.length },
      { entity: 'result', entityId: unitId ?? sheet.year.bloc.id, ...trace, reason: changeReason },
    )
  },
})
