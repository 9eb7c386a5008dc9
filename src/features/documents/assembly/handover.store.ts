import { sql } from 'kysely'
import type { Reading } from '../../../db/database.ts'

/** The handover of a year with its list. */
export type HandoverFacts = {
  readonly fromUnitId: string
  readonly fromUnit: string
  readonly toUnitId: string
  readonly toUnit: string
  readonly heldOn: string | null
  readonly place: string
  readonly witness: string
  readonly note: string
  readonly givenBy: string
  readonly acceptedBy: string
  readonly illustrative: boolean
  readonly items: readonly { readonly title: string; readonly quantity: string; readonly note: string }[]
  /** Proposals that still have no outcome. */
  readonly openProposals: number
}

export async function findHandoverFacts(
  db: Reading,
  blocYearId: string,
  year: number,
): Promise<HandoverFacts | undefined> {
  const nameOf = (column: string) => sql`(
    select name from unit_name where unit_id = ${sql.ref(column)} and valid_from <= make_date(${year}::int, 12, 31)
    order by valid_from desc limit 1)`
  const found = await sql<HandoverFacts>`
    select h.from_unit_id, ${nameOf('h.from_unit_id')} as from_unit, h.to_unit_id, ${nameOf('h.to_unit_id')} as to_unit,
      coalesce(h.held_on, h.given_on, h.accepted_on) as held_on, h.place, h.witness, h.note, h.given_by, h.accepted_by,
      h.illustrative,
      coalesce((select json_agg(json_build_object('title', i.title, 'quantity', i.quantity, 'note', i.note) order by i.position)
        from handover_item i where i.handover_id = h.id), '[]') as items,
      (select count(*)::int from proposal p where p.bloc_year_id = h.bloc_year_id
        and p.state in ('proposed', 'submitted', 'returned', 'council')) as open_proposals
    from handover h where h.bloc_year_id = ${blocYearId}`.execute(db)
  return found.rows[0]
}
