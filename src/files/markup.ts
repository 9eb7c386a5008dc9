import { Parser } from 'htmlparser2'
import { DEEPEST_NESTING } from './limits.ts'
import { FileRefused } from './refusal.ts'

/** What is done at each element and each piece of text. */
export interface MarkupVisitor {
  open(name: string, attributes: Readonly<Record<string, string>>): void
  text(text: string): void
  close(name: string): void
}

/** Walks XML or HTML piece by piece without building a tree. Entities of a document type are never unfolded. */
export function walkMarkup(source: string, xml: boolean, visitor: MarkupVisitor): void {
  let depth = 0
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        depth++
        if (depth > DEEPEST_NESTING) throw new FileRefused('too-much-inside')
        visitor.open(name, attributes)
      },
      ontext: (text) => visitor.text(text),
      onclosetag: (name) => {
        depth--
        visitor.close(name)
      },
    },
    { xmlMode: xml, decodeEntities: true },
  )
  parser.write(source)
  parser.end()
}
