import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawableText } from '../../../charts/printable.ts'
import { tinosCodePoints } from '../../../charts/tinos.ts'
import { paragraph } from '../../../domain/documents/blocks.ts'
import { samplePapers } from '../../../domain/documents/papers/samples.ts'
import { renderTypst } from './pdf.writer.ts'
import { hasPoppler, madeAt, pdfOf, pdfText } from './reading.test-support.ts'
import { typstSource } from './typst.source.ts'
import { literal, rawLiteral } from './typst.words.ts'

const compiler = NodeCompiler.create({})

/** What Typst makes of an expression. */
function evaluate(expression: string): unknown {
  const compiled = compiler.compile({ mainFileContent: `#metadata(${expression}) <it>` })
  if (compiled.result === null) throw new Error(JSON.stringify(compiled.takeError()?.shortDiagnostics))
  const [found] = compiler.query(compiled.result, { selector: '<it>', field: 'value' }) as unknown[]
  compiler.evictCache(3)
  return found
}

/** Letters that mean something to Typst, to JavaScript templates or to XML, among others. */
const sharp = fc.constantFrom(
  ...'#*_@$<>\\"\'`[](){}~-=+/|&;:^%!?,.\n\r\t'.split(''),
  '\\u{41}',
  '#panic()',
  '//',
  '/*',
)
const typed = fc.oneof(
  fc.string({ unit: fc.oneof(sharp, fc.string({ unit: 'binary', maxLength: 2 })), maxLength: 40 }),
  fc.array(sharp, { maxLength: 30 }).map((parts) => parts.join('')),
)

describe('what users typed', () => {
  it('reaches Typst as that very text, whatever it is', () => {
    fc.assert(
      fc.property(typed, (text) => {
        expect(evaluate(literal(text))).toBe(drawableText(text))
      }),
      { numRuns: 300 },
    )
  })

  it('is never taken for the letter that stood there in the paper before', () => {
    const letters = Array.from({ length: 90 }, (_, i) => String.fromCharCode(0x1ea0 + i))
    for (const [index, letter] of letters.entries()) {
      for (const other of letters.slice(index % 7).filter((_, i) => i % 7 === 0)) {
        evaluate(literal(letter))
        expect(evaluate(literal(other))).toBe(other)
      }
    }
    evaluate(literal('Sủ'))
    expect(evaluate(literal('Sầ'))).toBe('Sầ')
  })

  it('makes a source of ASCII alone', () => {
    for (const paper of Object.values(samplePapers())) {
      expect(typstSource(paper).match(/[^ -~\n]/g)).toBeNull()
    }
  })

  it('is never evaluated', () => {
    for (const attack of [
      '") + panic("x',
      '\\") #panic("x")',
      '#panic("x")',
      '\\u{22} + panic()',
      '"\n#read("/etc/passwd")\n"',
      '$ #sys.version $',
      '*/ #panic() /*',
    ]) {
      expect(evaluate(literal(attack))).toBe(attack)
    }
  })

  it('can be drawn by the font, so that no letter of it fails the paper', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const source = `#set document(title: "t", date: auto)\n#set text(font: "Tinos", fallback: false)\n#text(${literal(text)})`
        expect(renderTypst(source, madeAt).ok).toBe(true)
      }),
      { numRuns: 150 },
    )
  })

  it('is printed with every letter of the font', () => {
    const letters = tinosCodePoints().map((code) => String.fromCodePoint(code))
    const source = `#set document(title: "t", date: auto)\n#set text(font: "Tinos", fallback: false)\n#text(${literal(letters.join(' '))})`
    expect(renderTypst(source, madeAt).ok).toBe(true)
  })

  it.skipIf(!hasPoppler)('comes out of the PDF letter by letter', () => {
    const texts = [
      '#các* đơn_vị đã $nỗ lực @thực hiện <label> \\n "trích" [ngoặc] // chú thích',
      "a 'b' `c` {d} ~e -- f --- g ... h -? = i + j / k & l; m: n^2 %",
      'fi fl ffi “ngoặc kép” – — … ≥ ≤ ± × ÷ € ₫ ½',
    ]
    const read = pdfText(pdfOf({ ...samplePapers().reminder, body: texts.map(paragraph) }))
    for (const text of texts) expect(read.replace(/\s+/g, ' ')).toContain(text)
  })

  it('is written as □ where the font has no such letter', () => {
    expect(drawableText('漢字 😀 \u{e000}')).toBe('□□ □ □')
  })

  it('loses what cannot be seen and could deceive', () => {
    expect(drawableText('a\u202eb\u200dc\u00add\u0007e\ufefff')).toBe('abcdef')
    expect(drawableText('e\u0302\u0301')).toBe('ế')
    expect(drawableText('a\r\nb\tc\ud800')).toBe('a\nb c\ufffd')
  })
})

describe('a drawing', () => {
  it('reaches Typst unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(evaluate(rawLiteral(text))).toBe(text.toWellFormed())
      }),
    )
  })
})
