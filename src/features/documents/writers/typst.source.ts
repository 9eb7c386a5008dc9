import { printedBases } from '../../../domain/documents/closing.ts'
import { placeAndDate } from '../../../domain/documents/dates.ts'
import { outlineDepths } from '../../../domain/documents/headings.ts'
import { layout, nationLines } from '../../../domain/documents/layout.ts'
import type { Paper, Signature, Signatures } from '../../../domain/documents/paper.ts'
import { printedLine, printedName, signatureTable } from '../../../domain/documents/signing.ts'
import { printSymbol } from '../../../domain/documents/symbol.ts'
import { allBlocks, noteOf } from '../../../domain/documents/words.ts'
import { ruleLengths } from './head.rules.ts'
import { type Section, type SectionItem, sectionsOf } from './paper.sections.ts'
import { list, typstBlock } from './typst.blocks.ts'
import { typstPreamble } from './typst.preamble.ts'
import { content, literal } from './typst.words.ts'

/**
 * A paper as Typst source: the constant preamble, then calls of its functions whose arguments are string literals.
 */
export function typstSource(paper: Paper): string {
  const sections = sectionsOf(paper)
  const title = [paper.name, paper.subject].filter((part) => part !== null).join(' ')
  return [
    typstPreamble,
    `#set document(title: ${literal(title)}, author: ${literal(paper.issuer.name)}, date: auto)`,
    `#set page(header: band(${literal(noteOf(paper) ?? '')}))`,
    ...sections.map((section, index) => typstSection(paper, section, sections[index + 1])),
  ].join('\n')
}

function typstSection(paper: Paper, section: Section, next: Section | undefined): string {
  const items = section.items.map((item) => typstItem(paper, section, item))
  // Set at the end of the page before, because a header is laid out before the text of its own page.
  if (next?.restart) items.push('counter(page).update(0)')
  return `#page(flipped: ${section.orientation === 'landscape'}, {\n${items.join('\n')}\n})`
}

function typstItem(paper: Paper, section: Section, item: SectionItem): string {
  switch (item.kind) {
    case 'head':
      return typstHead(paper)
    case 'foot':
      return typstFoot(paper)
    case 'annexTitle':
      return `annextitle(${literal(item.label)}, ${literal(item.title.toUpperCase())}, ${literal(item.reference)})`
    case 'block': {
      const block = typstBlock(item.block, {
        orientation: section.orientation,
        depths: outlineDepths(allBlocks(paper)),
      })
      return item.keepWithNext ? `kept(${block})` : block
    }
  }
}

function typstHead(paper: Paper): string {
  const rules = ruleLengths(paper)
  const letter = paper.name === null
  const head = `headgrid(${[
    `${layout.headLeft[paper.orientation]}mm`,
    typstIssuer(paper),
    `${rules.issuer}mm`,
    paper.symbol === null ? 'none' : literal(printSymbol(paper.code, paper.symbol)),
    letter ? literal(`V/v ${paper.subject}`) : 'none',
    literal(nationLines.nation),
    literal(nationLines.motto),
    `${rules.motto}mm`,
    literal(placeAndDate(paper.place, paper.date)),
  ].join(', ')})`
  const name = letter
    ? []
    : [
        `papername(${literal((paper.name ?? '').toUpperCase())}, ${literal(paper.subject)}, ${rules.subject}mm)`,
      ]
  const bases = printedBases(paper.bases).map((basis) => `plain(${content(basis)})`)
  return [head, ...name, ...typstAddressees(paper.addressees), ...bases].join('\n')
}

function typstIssuer({ issuer }: Paper): string {
  const superior = issuer.superior === null ? '' : `superior(${literal(issuer.superior.toUpperCase())}); `
  return `{ ${superior}agency(${literal(issuer.name.toUpperCase())}) }`
}

function typstAddressees(addressees: readonly string[]): readonly string[] {
  const [only] = addressees
  if (only === undefined) return []
  if (addressees.length === 1) return [`addressee(${literal(`Kính gửi: ${only}`)})`]
  return [`addressees(${literal('Kính gửi:')}, ${list(listed(addressees, '.').map(literal))})`]
}

function listed(items: readonly string[], end: string): readonly string[] {
  return items.map((item, index) => `- ${item}${index === items.length - 1 ? end : ';'}`)
}

function typstFoot(paper: Paper): string {
  const { signatures } = paper
  const recipients =
    paper.recipients.length === 0
      ? '[]'
      : `recipients(${literal('Nơi nhận:')}, ${list(listed(paper.recipients, '.').map(literal))})`
  switch (signatures.kind) {
    case 'one':
      return `foot(${recipients}, ${typstSignature(signatures.signature)})`
    case 'several':
      return `${typstSeveral(signatures.signatures)}\nfoot(${recipients}, none)`
    case 'units':
      return typstUnits(signatures, paper, recipients)
  }
}

function typstSeveral(signatures: readonly Signature[]): string {
  const columns = signatures.length === 3 ? 3 : 2
  return `signatures(${columns}, ${list(signatures.map(typstSignature))})`
}

function typstUnits(
  signatures: Extract<Signatures, { kind: 'units' }>,
  paper: Paper,
  recipients: string,
): string {
  const table = typstBlock(signatureTable(signatures.rows), {
    orientation: paper.orientation,
    depths: new Map(),
  })
  const leader = signatures.leader === null ? 'none' : typstSignature(signatures.leader)
  return `${table}\nfoot(${recipients}, ${leader})`
}

function typstSignature(signature: Signature): string {
  const { lines, hint } = signature
  const printed = list(lines.map((line) => literal(printedLine(line))))
  const below = hint === undefined ? 'none' : literal(hint)
  return `(lines: ${printed}, hint: ${below}, name: ${content(printedName(signature))})`
}
