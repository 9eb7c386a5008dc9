import citations from '../../../../seed/reference/law/citations.json' with { type: 'json' }
import instruments from '../../../../seed/reference/law/instruments.json' with { type: 'json' }
import type { Words } from '../../../domain/documents/paper.ts'
import type { PaperTypeId } from '../../../domain/documents/paper-types.ts'
import { type CitationRow, type Instrument, legalBasisFor } from '../../../domain/law/index.ts'
import { readBlocBasis } from './parties.store.ts'
import { type Assembly, markOf } from './request.ts'

const rows = {
  instruments: instruments as readonly Instrument[],
  citations: citations as readonly CitationRow[],
}

/** Papers dated by what they tell of, whenever they are given their number. */
const datedByEvent: ReadonlySet<PaperTypeId> = new Set(['pledge', 'appraisal-minutes'])

/**
 * The day whose law a paper cites: as set, else its own day (for the pledge and minutes the day they tell of), else the
 * day of its event, else today. A year long gone is never given the law of today: it falls back on its own last day.
 */
function lawDateOf({ year, today, request }: Assembly, eventOn: string | null): string {
  const within = today < `${year.year + 1}-07-01` ? today : `${year.year}-12-31`
  const own = datedByEvent.has(request.type) ? (eventOn ?? request.issuedOn) : (request.issuedOn ?? eventOn)
  return request.lawDate ?? own ?? within
}

/** The căn cứ of a paper: the law in force on its day, then what the bloc itself stands on. */
export async function basesOf(
  assembly: Assembly,
  type: PaperTypeId,
  eventOn: string | null,
): Promise<readonly Words[]> {
  const { db, year } = assembly
  const law = legalBasisFor(rows, type, lawDateOf(assembly, eventOn), year.province.name)
  if (law.length === 0) return []
  const own = await readBlocBasis(db, year)
  return [
    ...law.map(({ text, mark }) => [{ text, ...(mark === 'confirmed' ? {} : { mark }) }]),
    ...(own.founding === ''
      ? []
      : [
          [
            {
              text: `Căn cứ ${own.founding}`,
              ...(own.foundingMark === 'unverified' ? { mark: 'unverified' as const } : {}),
            },
          ],
        ]),
    ...(own.regulation === ''
      ? []
      : [[{ text: `Căn cứ ${own.regulation}`, ...markOf(own.regulationIllustrative) }]]),
  ]
}
