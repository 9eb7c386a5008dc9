import { type Failure, refuse } from '../../actions/failure.ts'
import { checkPaper } from '../../domain/documents/check.ts'
import type { Paper } from '../../domain/documents/paper.ts'
import { ok, type Result } from '../../domain/result.ts'
import { assemblePaper } from './assembly/assemble.ts'
import type { Assembly } from './assembly/request.ts'

/** A paper as it will stand for good, with the abbreviation its symbol came to bear and who came to sign it. */
export type FrozenPaper = {
  readonly model: Paper
  readonly symbol: string
  /** Empty where several sign. */
  readonly signer: { readonly name: string; readonly title: string }
}

/** Writes the paper one last time and refuses one whose parts do not go together. */
export async function freezePaper(assembly: Assembly): Promise<Result<FrozenPaper, Failure>> {
  const paper = await assemblePaper(assembly)
  if (!paper) return refuse('paper_not_possible')
  const checked = checkPaper(paper)
  if (!checked.ok)
    return refuse(`paper_fault_${checked.error[0]?.code ?? 'other'}`, checked.error[0]?.where ?? '')
  return ok({ model: paper, symbol: paper.symbol?.organ ?? '', signer: signerOf(paper) })
}

function signerOf({ signatures }: Paper): FrozenPaper['signer'] {
  if (signatures.kind !== 'one') return { name: '', title: '' }
  const last = signatures.signature.lines.at(-1)
  const title = last === undefined ? '' : 'title' in last ? last.title : `${last.code} ${last.of}`
  return { name: signatures.signature.name ?? '', title }
}
