import type { Decimal, Method, MethodKind, RecordPart } from '../../../domain/scoring/index.ts'
import { parseNumber, printNumber } from '../../../domain/vietnamese/index.ts'

/** A field of the form of one kind of rule. */
export type MethodField = {
  readonly key: string
  readonly type: 'decimal' | 'choice' | 'lines' | 'checks' | 'text' | 'formula'
  readonly optional?: boolean
  /** Of a choice or of tick boxes. */
  readonly choices?: readonly string[]
}

/** Kinds the editor offers. */
export const offeredKinds = [
  'judgement',
  'yesNo',
  'ratio',
  'pointsPerPercent',
  'bands',
  'threshold',
  'againstAverage',
  'leaderRelative',
  'noTargetRelative',
  'rankPoints',
  'direct',
  'sampling',
  'noIncident',
  'plusMinus',
  'ownRecord',
  'bonus',
  'flagBonus',
  'penalty',
  'deduction',
  'formula',
] as const satisfies readonly MethodKind[]

export type OfferedKind = (typeof offeredKinds)[number]

const measures = ['attainment', 'share', 'result', 'averageRank']
const of: MethodField = { key: 'of', type: 'choice', choices: measures }
const number = (key: string): MethodField => ({ key, type: 'decimal' })
const maybe = (key: string): MethodField => ({ key, type: 'decimal', optional: true })

/** Parts of the bloc's own record the editor offers, each with the points it gives. */
export const recordParts = {
  base: { as: 'base' },
  reportsOnTime: { as: 'share', record: 'reportsOnTime', of: 'reportsDue' },
  meetingsAttended: { as: 'share', record: 'meetingsAttended', of: 'meetingsHeld' },
  pledgeSigned: { as: 'flag', record: 'pledgeSigned' },
  launched: { as: 'flag', record: 'launched' },
  registered: { as: 'flag', record: 'registered' },
  registeredOnTime: { as: 'flag', record: 'registeredOnTime' },
  selfScored: { as: 'flag', record: 'selfScored' },
  reportsLate: { as: 'minusEach', record: 'reportsLate' },
} as const

const duties = ['pledgeSigned', 'launched', 'registered', 'registeredOnTime', 'selfScored']

/** The fields of each kind of rule, in the order they are asked. */
export const methodFields: Readonly<Record<OfferedKind, readonly MethodField[]>> = {
  judgement: [maybe('step')],
  yesNo: [maybe('yes'), maybe('no')],
  ratio: [{ key: 'of', type: 'choice', choices: ['attainment', 'share'] }],
  pointsPerPercent: [of, number('percentPerPoint'), maybe('cap')],
  bands: [
    of,
    { key: 'bands', type: 'lines' },
    maybe('otherwise'),
    { key: 'doubleEdge', type: 'choice', choices: ['higher', 'lower'] },
  ],
  threshold: [
    of,
    { key: 'op', type: 'choice', choices: ['>=', '>', '<=', '<'] },
    number('edge'),
    maybe('points'),
    maybe('otherwise'),
  ],
  againstAverage: [
    of,
    { key: 'average', type: 'choice', choices: ['bloc', 'given'] },
    maybe('points'),
    maybe('below'),
  ],
  leaderRelative: [],
  noTargetRelative: [],
  rankPoints: [
    { key: 'by', type: 'choice', choices: ['given', ...measures] },
    { key: 'better', type: 'choice', choices: ['higher', 'lower'] },
    { key: 'points', type: 'text' },
  ],
  direct: [number('pointPerUnit'), maybe('cap')],
  sampling: [number('sampleSize'), number('pointPerPositive')],
  noIncident: [],
  plusMinus: [number('plus'), number('minus'), number('lowest'), number('highest')],
  ownRecord: Object.keys(recordParts).map((key) => maybe(key)),
  bonus: [number('pointPerUnit')],
  flagBonus: [
    { key: 'flags', type: 'lines' },
    { key: 'several', type: 'choice', choices: ['highest', 'sum'] },
  ],
  penalty: [number('pointPerUnit')],
  deduction: [
    number('points'),
    { key: 'duties', type: 'checks', choices: duties },
    { key: 'when', type: 'choice', choices: ['any', 'all'] },
  ],
  formula: [
    { key: 'expression', type: 'formula' },
    { key: 'unit', type: 'formula', optional: true },
  ],
}

/** Papers a rule may be made to depend on. */
export const papers = ['plan', 'proof'] as const

type Typed = Readonly<Record<string, string | readonly string[] | undefined>>

/**
 * A rule as it was typed, for `parseMethod`: numbers in Vietnamese notation become plain decimals, what cannot be
 * read is left for the parser to refuse at its field.
 *
 * @param before the rule that was edited; parts of it the form does not know are kept
 */
export function methodFromForm(
  kind: OfferedKind,
  typed: Typed,
  needs: readonly string[],
  before: Method | null,
): unknown {
  const values: Record<string, unknown> = { kind }
  for (const field of methodFields[kind]) {
    const raw = typed[field.key]
    if (field.type === 'checks') values[field.key] = typeof raw === 'string' ? [raw] : (raw ?? [])
    else if (text(raw) !== '') values[field.key] = field.type === 'decimal' ? plain(text(raw)) : text(raw)
  }
  const rule = shape(kind, values, before?.kind === 'precondition' ? before.rule : before)
  const otherNeeds = before?.kind === 'precondition' ? before.needs.filter((one) => !isPaper(one)) : []
  const allNeeds = [...needs.filter(isPaper), ...otherNeeds]
  return allNeeds.length > 0 ? { kind: 'precondition', needs: allNeeds, rule } : rule
}

/** What the form of a rule holds: the opposite of `methodFromForm`. */
export function formFromMethod(method: Method | null): {
  readonly kind: OfferedKind | undefined
  readonly values: Readonly<Record<string, string | readonly string[]>>
  readonly needs: readonly string[]
} {
  if (method === null) return { kind: undefined, values: {}, needs: [] }
  if (method.kind === 'precondition') return { ...formFromMethod(method.rule), needs: method.needs }
  const values = Object.fromEntries(
    Object.entries(method).flatMap(([key, value]) => (key === 'kind' ? [] : [[key, shown(value)] as const])),
  )
  return { kind: method.kind, values: { ...values, ...special(method) }, needs: [] }
}

function shape(kind: OfferedKind, values: Record<string, unknown>, before: Method | null): unknown {
  switch (kind) {
    case 'bands':
      return { ...values, bands: linesOf(values.bands).map(bandOf) }
    case 'rankPoints':
      return { ...values, points: listOf(values.points) }
    case 'flagBonus':
      return { ...values, flags: Object.fromEntries(linesOf(values.flags).map(pairOf)) }
    case 'ownRecord':
      return { kind, parts: [...partsOf(values), ...unknownParts(before)] }
    default:
      return values
  }
}

function partsOf(values: Record<string, unknown>): readonly unknown[] {
  return Object.entries(recordParts).flatMap(([key, part]) =>
    values[key] === undefined ? [] : [{ ...part, points: values[key] }],
  )
}

function unknownParts(before: Method | null): readonly RecordPart[] {
  return before?.kind === 'ownRecord' ? before.parts.filter((part) => keyOf(part) === undefined) : []
}

function keyOf(part: RecordPart): string | undefined {
  return Object.entries(recordParts).find(
    ([, one]) =>
      one.as === part.as &&
      ('record' in one ? 'record' in part && one.record === part.record : true) &&
      ('of' in one ? 'of' in part && one.of === part.of : true),
  )?.[0]
}

/** "từ; đến; điểm"; a band open at one end leaves it empty, "<100" or ">90" leave the edge itself out. */
function bandOf(line: string): unknown {
  const [from = '', to = '', points = ''] = line.split(';').map((one) => one.trim())
  return {
    ...(from === ''
      ? {}
      : { from: plain(from.replace(/^>/, '')), ...(from.startsWith('>') ? { fromStrict: true } : {}) }),
    ...(to === ''
      ? {}
      : { to: plain(to.replace(/^</, '')), ...(to.startsWith('<') ? { toStrict: true } : {}) }),
    points: plain(points),
  }
}

function pairOf(line: string): readonly [string, string] {
  const [name = '', points = ''] = line.split(';').map((one) => one.trim())
  return [name, plain(points)]
}

function special(method: Method): Readonly<Record<string, string>> {
  switch (method.kind) {
    case 'bands':
      return {
        bands: method.bands
          .map(({ from, fromStrict, to, toStrict, points }) =>
            [edge(from, fromStrict ? '>' : ''), edge(to, toStrict ? '<' : ''), printNumber(points)].join(
              '; ',
            ),
          )
          .join('\n'),
      }
    case 'rankPoints':
      return { points: method.points.map((one) => printNumber(one)).join('; ') }
    case 'flagBonus':
      return {
        flags: Object.entries(method.flags)
          .map(([flag, points]) => `${flag}; ${printNumber(points)}`)
          .join('\n'),
      }
    case 'formula':
      return { expression: method.expression }
    case 'ownRecord':
      return Object.fromEntries(
        method.parts.flatMap((part) => {
          const key = keyOf(part)
          return key === undefined ? [] : [[key, printNumber(part.points)] as const]
        }),
      )
    default:
      return {}
  }
}

function edge(value: Decimal | undefined, strict: string): string {
  return value === undefined ? '' : `${strict}${printNumber(value)}`
}

function shown(value: unknown): string | readonly string[] {
  if (Array.isArray(value)) return value.filter((one) => typeof one === 'string')
  const words = String(value)
  return /^-?\d+(\.\d+)?$/.test(words) ? printNumber(words) : words
}

function plain(typed: string): string {
  const parsed = parseNumber(typed)
  return parsed.ok ? parsed.value.toFixed() : typed
}

function text(raw: string | readonly string[] | undefined): string {
  return (typeof raw === 'string' ? raw : (raw?.[0] ?? '')).trim()
}

function linesOf(value: unknown): readonly string[] {
  return String(value ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function listOf(value: unknown): readonly string[] {
  return String(value ?? '')
    .split(/[;\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map(plain)
}

function isPaper(code: string): boolean {
  return (papers as readonly string[]).includes(code)
}
