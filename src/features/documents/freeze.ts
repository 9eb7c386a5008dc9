import { type Failure, refuse } from '../../actions/failure.ts'
import { checkPaper } from '../../domain/documents/check.ts'
import type { Paper } from '../../domain/documents/paper.ts'
import { ok, type Result } from '../../domain/result.ts'
import { assemblePaper } from './assembly/assemble.ts'
import type { Assembly } from './assembly/request.ts'

/** A paper as it will stand for good, with the abbreviation its symbol came to bear. */
export type FrozenPaper = { readonly model: Paper; readonly symbol: string }

/** Writes the paper one last time and refuses one whose parts do not go together. */
export async function freezePaper(assembly: Assembly): Promise<Result<FrozenPaper, Failure>> {
  const paper = await assemblePaper(assembly)
  if (!paper) return refuse('paper_not_possible')
  const checked = checkPaper(paper)
  if (!checked.ok)
    return refuse(`paper_fault_${checked.error[0]?.code ?? 'other'}`, checked.error[0]?.where ?? '')
  // Minutes, and papers many sign, name their own day; what stands in the head is what was kept.
  return ok({ model: paper, symbol: paper.symbol?.organ ?? '' })
}
