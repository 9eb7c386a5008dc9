import type { Reading } from '../../../db/database.ts'
import { printDate } from '../../../domain/vietnamese/index.ts'
import { listSignedObservations } from '../../../records/visits.store.ts'
import type { BlocYear } from '../../../scopes/scopes.store.ts'
import { checksPaths } from '../../checks/checks.paths.ts'

/** Something a check found about a criterion, once both sides have signed the minutes. */
export type ObservedLine = {
  readonly kind: 'strength' | 'shortcoming'
  readonly body: string
  readonly on: string
  readonly href: string
}

/** What checks found at a unit, by the code of the criterion it is about. */
export async function observedAt(
  db: Reading,
  { id, bloc, year }: Pick<BlocYear, 'id' | 'bloc' | 'year'>,
  unitId: string,
): Promise<ReadonlyMap<string, readonly ObservedLine[]>> {
  const links = checksPaths.at(bloc.slug, year)
  const found = (await listSignedObservations(db, id, unitId)).filter((one) => one.criterionCode !== '')
  const lines = Map.groupBy(found, (one) => one.criterionCode)
  return new Map(
    [...lines].map(([code, own]) => [
      code,
      own.map(({ kind, body, heldOn, visitId }) => ({
        kind,
        body,
        on: printDate(heldOn),
        href: links.visit(visitId),
      })),
    ]),
  )
}
