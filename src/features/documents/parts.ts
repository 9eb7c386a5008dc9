import { type PaperTypeId, paperTypes } from '../../domain/documents/paper-types.ts'

/**
 * Parts of a paper that a person writes. `adds`: its lines follow what the records say; `replaces`: it stands in place of
 * what would be printed otherwise; `date`: one day.
 */
export type PartKind = 'adds' | 'replaces' | 'date'

export type PartKey =
  | 'situation'
  | 'organisation'
  | 'assessment'
  | 'shortcomings'
  | 'causes'
  | 'directions'
  | 'requests'
  | 'invited'
  | 'conclusion'
  | 'founding'
  | 'manner'
  | 'opinions'
  | 'process'
  | 'enclosures'
  | 'achievements'
  | 'open_work'
  | 'deadline'
  | 'contact'
  | 'addressees'
  | 'recipients'

export type Part = { readonly key: PartKey; readonly kind: PartKind }

const adds = (...keys: readonly PartKey[]): readonly Part[] => keys.map((key) => ({ key, kind: 'adds' }))
const replaces = (...keys: readonly PartKey[]): readonly Part[] =>
  keys.map((key) => ({ key, kind: 'replaces' }))

const report = [
  ...adds('situation', 'organisation', 'assessment', 'shortcomings', 'causes', 'directions', 'requests'),
  ...replaces('addressees', 'recipients'),
]

const parts: Readonly<Record<PaperTypeId, readonly Part[]>> = {
  'comment-summary': replaces('recipients'),
  registration: replaces('recipients'),
  pledge: [],
  invitation: [...adds('invited'), ...replaces('requests', 'recipients')],
  reminder: [{ key: 'deadline', kind: 'date' }, ...replaces('contact', 'recipients')],
  'mid-year-report': report,
  'self-score': [],
  'score-summary': replaces('recipients'),
  'check-minutes': replaces('recipients'),
  'score-explanation': replaces('recipients'),
  'year-end-report': report,
  'conference-minutes': [...adds('conclusion'), ...replaces('recipients')],
  'tally-minutes': replaces('founding', 'recipients'),
  'appraisal-minutes': [...adds('manner', 'opinions'), ...replaces('recipients')],
  submission: [...adds('process'), ...replaces('enclosures', 'addressees', 'recipients')],
  'achievement-report': adds('situation', 'achievements'),
  'handover-minutes': [...adds('open_work'), ...replaces('recipients')],
}

/** The parts of a type that a person writes, in the order of the paper. */
export function partsOf(type: PaperTypeId): readonly Part[] {
  return parts[type]
}

/** One part of a type; undefined when the type has no such part. */
export function partOf(type: PaperTypeId, key: string): Part | undefined {
  return parts[type].find((part) => part.key === key)
}

/** Whether a type bears a number of the clerk's office: always, perhaps (minutes), or never (forms). */
export function numbering(type: PaperTypeId): 'always' | 'perhaps' | 'never' {
  const { code } = paperTypes[type]
  if (code === 'form') return 'never'
  return code === 'BB' ? 'perhaps' : 'always'
}

/** Whether one person signs it, whose name is asked when it is issued; minutes and the pledge name theirs. */
export function asksSigner(type: PaperTypeId): boolean {
  const { signer } = paperTypes[type]
  return signer === 'unit-head' || signer === 'bloc-head'
}
