import { column, row } from './blocks.ts'
import { shortDate } from './dates.ts'
import { nameWithoutTitle } from './names.ts'
import type {
  Mark,
  Signature,
  SignatureLine,
  Signatures,
  Signed,
  Table,
  UnitSignature,
  Words,
} from './paper.ts'
import { bold, italic, marked } from './words.ts'

/** The printed line above a signature, in capitals ("KT. GIÁM ĐỐC"). */
export function printedLine(line: SignatureLine): string {
  return 'title' in line ? line.title.toUpperCase() : `${line.code} ${line.of.toUpperCase()}`
}

/** How a unit has signed, in words: "Đã ký giấy ngày 05/01/2022"; empty when it has not. */
export function signedWords(signed: Signed | null): string {
  if (signed === null) return ''
  return `${signed.on === 'paper' ? 'Đã ký giấy' : 'Đã ký trên hệ thống'} ngày ${shortDate(signed.date)}`
}

/** A signature of a person, or of nobody yet, under a plain title (thư ký, chủ trì, trưởng ban). */
export function signatureOf(
  title: string,
  person: { readonly name: string; readonly mark?: Mark } | null,
): Signature {
  const lines = [{ title }]
  return person === null
    ? { lines, name: null }
    : { lines, name: nameWithoutTitle(person.name), mark: person.mark }
}

/** The name under a signature, its mark beside it; empty while it is to be written by hand. */
export function printedName({ name, mark }: Signature): Words {
  return name === null ? '' : marked(name, mark)
}

/** Every single signature of the foot of a paper. */
export function singleSignatures(signatures: Signatures): readonly Signature[] {
  if (signatures.kind === 'one') return [signatures.signature]
  if (signatures.kind === 'several') return signatures.signatures
  return signatures.leader === null ? [] : [signatures.leader]
}

/**
 * The signatures of many units as a table: unit, signer with capacity, and how it was signed; where a unit has not
 * signed, its cell leaves room for hand and seal.
 */
export function signatureTable(rows: readonly UnitSignature[]): Table {
  return {
    kind: 'table',
    columns: [column(8, 'centre'), column(58), column(54, 'centre'), column(45, 'centre')],
    head: [row(['TT', 'Đơn vị', 'Người ký', 'Chữ ký'])],
    rows: rows.map((unit, index) =>
      row([String(index + 1), marked(unit.unit, unit.mark), signer(unit), signed(unit)]),
    ),
  }
}

function signer(unit: UnitSignature): Words {
  return [{ text: unit.capacity }, ...(unit.name === null ? [] : [{ text: '\n' }, bold(unit.name)])]
}

function signed(unit: UnitSignature): Words {
  const words = signedWords(unit.signed)
  return words === '' ? '\n\n\n' : [italic(words)]
}
