import { nameWithoutTitle } from '../names.ts'
import type { Issuer, Mark, PaperSymbol, Signature, SignatureLine, Words } from '../paper.ts'
import { marked } from '../words.ts'

/** A unit that issues a paper in its own name. */
export interface UnitParty {
  /** "Sở Công Thương". */
  readonly name: string
  /** "UBND tỉnh Bắc Ninh"; null when nothing stands above the unit on its papers. */
  readonly superior: string | null
  /** Abbreviation in the symbol of its papers: "SCT". */
  readonly symbol: string
  /** Place in the date line: "Bắc Ninh". */
  readonly place: string
}

/** A bloc that issues a paper through its head unit, on the head unit's number and seal. */
export interface BlocParty {
  /** "Khối thi đua Kinh tế - Kỹ thuật". */
  readonly name: string
  /** What the bloc calls itself in a sentence: "Khối thi đua", "Cụm thi đua". */
  readonly label: string
  /** What it calls its head: "Trưởng khối", "Khối trưởng", "Cụm trưởng". */
  readonly headLabel: string
  /** The head unit and the abbreviation in its symbol. */
  readonly headUnit: { readonly name: string; readonly symbol: string }
  /** "UBND tỉnh Bắc Ninh". */
  readonly superior: string | null
  readonly place: string
}

/**
 * Who signs: name and title ("Giám đốc"). `onBehalf` says in whose place a deputy or another signs:
 * `{ code: 'KT.', of: 'Giám đốc' }`.
 */
export interface Signer {
  readonly name: string | null
  readonly title: string
  readonly onBehalf?: { readonly code: 'KT.' | 'TL.' | 'TUQ.'; readonly of: string }
  /** Quyền (acting): printed "Q. GIÁM ĐỐC". */
  readonly acting?: boolean
  readonly mark?: Mark
}

/** Number and date as the clerk's office gave them; null leaves room to write by hand. */
export interface Issue {
  readonly number: number | null
  /** ISO date. */
  readonly date: string | null
}

/** A sentence or printed figure with its mark, as the other topics hand it over. */
export interface Statement {
  readonly text: string
  readonly mark?: Mark
}

/** The unit at the top left of its own paper. */
export function unitIssuer(unit: UnitParty): Issuer {
  return { kind: 'agency', superior: unit.superior, name: unit.name }
}

/** The bloc at the top left; its paper may bear no symbol but that of the head unit. */
export function blocIssuer(bloc: BlocParty): Issuer {
  return { kind: 'bloc', superior: bloc.superior, name: bloc.name, headUnitSymbol: bloc.headUnit.symbol }
}

/** Number and symbol of a paper of the bloc. */
export function blocSymbol(bloc: BlocParty, issue: Issue): PaperSymbol {
  return { number: issue.number, organ: bloc.headUnit.symbol }
}

/** Number and symbol of a paper of a unit. */
export function unitSymbol(unit: UnitParty, issue: Issue): PaperSymbol {
  return { number: issue.number, organ: unit.symbol }
}

/** The signature of a unit's leader or of the deputy in the leader's place. */
export function unitSignature(signer: Signer, hint?: string): Signature {
  return {
    lines: signerLines(signer),
    name: bareName(signer),
    mark: signer.mark,
    ...(hint === undefined ? {} : { hint }),
  }
}

/**
 * The signature for a bloc: on behalf of the bloc, as its head, by the leader of the head unit.
 *
 * @example
 * // TM. KHỐI THI ĐUA / TRƯỞNG KHỐI / GIÁM ĐỐC SỞ CÔNG THƯƠNG
 */
export function blocSignature(bloc: BlocParty, signer: Signer): Signature {
  return {
    lines: [
      { code: 'TM.', of: bloc.label },
      { title: bloc.headLabel },
      ...signerLines({
        ...signer,
        title: `${signer.title} ${signer.onBehalf ? '' : bloc.headUnit.name}`.trim(),
      }).map((line) =>
        'code' in line && line.code !== 'Q.' ? { ...line, of: `${line.of} ${bloc.headUnit.name}` } : line,
      ),
    ],
    name: bareName(signer),
    mark: signer.mark,
  }
}

/** A statement as words, its mark beside it. */
export function said(statement: Statement): Words {
  return marked(statement.text, statement.mark)
}

/** Statements as words. */
export function allSaid(statements: readonly Statement[]): readonly Words[] {
  return statements.map(said)
}

function signerLines({ title, onBehalf, acting }: Signer): readonly SignatureLine[] {
  const own: SignatureLine = acting ? { code: 'Q.', of: title } : { title }
  return onBehalf === undefined ? [own] : [onBehalf, own]
}

function bareName({ name }: Signer): string | null {
  return name === null ? null : nameWithoutTitle(name)
}
