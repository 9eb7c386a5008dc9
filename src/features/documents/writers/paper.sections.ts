import { closedBody } from '../../../domain/documents/closing.ts'
import { writtenDate } from '../../../domain/documents/dates.ts'
import { romanNumeral } from '../../../domain/documents/headings.ts'
import type { Annex, Block, Orientation, Paper } from '../../../domain/documents/paper.ts'
import { symbolInText } from '../../../domain/documents/symbol.ts'

/** A run of pages in one orientation; `restart` begins the page numbers anew (annexes count their own pages). */
export interface Section {
  readonly orientation: Orientation
  readonly restart: boolean
  readonly items: readonly SectionItem[]
}

/** What stands in a section: the head of the paper, a block, the signatures, or the title of an annex. */
export type SectionItem =
  | { readonly kind: 'head' }
  | { readonly kind: 'foot' }
  /** `keepWithNext`: the last words before the signatures, which may not be left alone on a page. */
  | { readonly kind: 'block'; readonly block: Block; readonly keepWithNext: boolean }
  | {
      readonly kind: 'annexTitle'
      readonly label: string
      readonly title: string
      readonly reference: string
    }

/** The paper cut into runs of pages of one orientation, in reading order; both writers follow it. */
export function sectionsOf(paper: Paper): readonly Section[] {
  return [...mainSections(paper), ...paper.annexes.map((annex, index) => annexSection(paper, annex, index))]
}

function mainSections(paper: Paper): readonly Section[] {
  const sections: { orientation: Orientation; restart: boolean; items: SectionItem[] }[] = []
  const add = (orientation: Orientation, items: readonly SectionItem[], fresh = false) => {
    const last = sections.at(-1)
    if (last === undefined || fresh || last.orientation !== orientation) {
      sections.push({ orientation, restart: last === undefined, items: [...items] })
    } else {
      last.items.push(...items)
    }
  }
  add(paper.orientation, [{ kind: 'head' }])
  let afterSheet = false
  const body = closedBody(paper)
  for (const block of body) {
    const keep = block === body.at(-1) && (block.kind === 'paragraph' || block.kind === 'numbered')
    if (block.kind === 'sheet')
      add(
        block.orientation,
        block.blocks.map((inner) => itemOf(inner)),
        true,
      )
    else add(paper.orientation, [itemOf(block, keep)], afterSheet)
    afterSheet = block.kind === 'sheet'
  }
  add(paper.orientation, [{ kind: 'foot' }])
  return sections
}

function annexSection(paper: Paper, annex: Annex, index: number): Section {
  const label = paper.annexes.length === 1 ? 'Phụ lục' : `Phụ lục ${romanNumeral(index + 1)}`
  const title: SectionItem = { kind: 'annexTitle', label, title: annex.title, reference: referenceTo(paper) }
  return {
    orientation: annex.orientation,
    restart: true,
    items: [title, ...annex.blocks.map((block) => itemOf(block))],
  }
}

/** "(Kèm theo Tờ trình số 05/TTr-SCT ngày 03 tháng 12 năm 2025 của …)". */
function referenceTo(paper: Paper): string {
  const type = paper.name ?? 'Công văn'
  const number = paper.symbol === null ? '' : ` số ${symbolInText(paper.code, paper.symbol)}`
  return `(Kèm theo ${type}${number} ${writtenDate(paper.date)} của ${paper.issuer.name})`
}

function itemOf(block: Block, keepWithNext = false): SectionItem {
  return { kind: 'block', block, keepWithNext }
}
