import type { Result } from '../result.ts'
import { defaultRounding, type Rounding } from './exact.ts'
import type { Labels } from './explain.ts'
import { normalisations } from './normalise.ts'
import { compact, type ParseProblem, Reader } from './parse.ts'
import { readMethod } from './parse-method.ts'
import type { Mark, ScoringNode, ScoringTable, Side } from './table.ts'

const sides = ['normal', 'bonus', 'penalty'] as const
const deepest = 20

/**
 * Reads a scoring table from plain data. What the shape allows but the sums contradict is left to `checkTable`:
 * real tables contradict themselves and have to be read all the same.
 *
 * `side` is taken from the parent and `kind` from the presence of `children` where they are not written.
 */
export function parseTable(data: unknown): Result<ScoringTable, readonly ParseProblem[]> {
  const reader = new Reader()
  return reader.finish(readTable(reader, data, 'table'))
}

/** Reads a table as part of something larger. */
export function readTable(r: Reader, data: unknown, path: string): ScoringTable {
  const o = r.object(data, path)
  const maybe = (key: string) =>
    r.optional(o[key], (value) => r.decimal(value, `${path}.${key}`, 'notNegative'))
  return compact({
    code: r.text(o.code, `${path}.code`),
    name: r.text(o.name, `${path}.name`),
    maximum: r.decimal(o.maximum, `${path}.maximum`, 'positive'),
    bonusMaximum: maybe('bonusMaximum'),
    penaltyMaximum: maybe('penaltyMaximum'),
    statedTotal: maybe('statedTotal'),
    rounding:
      r.optional(o.rounding, (value) => readRounding(r, value, `${path}.rounding`)) ?? defaultRounding,
    normalisation: r.optional(o.normalisation, (value) =>
      r.oneOf(value, `${path}.normalisation`, normalisations),
    ),
    labels: r.optional(o.labels, (value) => readLabels(r, value, `${path}.labels`)),
    children: r
      .list(o.children, `${path}.children`)
      .map((child, i) => readNode(r, child, `${path}.children.${i}`, 'normal', 0)),
  })
}

function readNode(r: Reader, data: unknown, path: string, parentSide: Side, depth: number): ScoringNode {
  const o = r.object(data, path)
  const side = r.optional(o.side, (value) => r.oneOf(value, `${path}.side`, sides)) ?? parentSide
  const base = {
    code: r.text(o.code, `${path}.code`),
    name: r.text(o.name, `${path}.name`),
    maxPoints: r.decimal(o.maxPoints, `${path}.maxPoints`),
    side,
    mark: r.optional(o.mark, (value): Mark => r.oneOf(value, `${path}.mark`, ['unverified', 'habit'])),
  }
  const kind =
    r.optional(o.kind, (value) => r.oneOf(value, `${path}.kind`, ['group', 'leaf'])) ??
    (o.children === undefined ? 'leaf' : 'group')
  if (kind === 'leaf') {
    return compact({
      ...base,
      kind,
      method: r.optional(o.method, (value) => readMethod(r, value, `${path}.method`)),
    })
  }
  if (depth >= deepest) r.add(path, 'tooDeep')
  return compact({
    ...base,
    kind,
    rescale: r.optional(o.rescale, (value) => readRescale(r, value, `${path}.rescale`)),
    children:
      depth >= deepest
        ? []
        : r
            .list(o.children, `${path}.children`)
            .map((child, i) => readNode(r, child, `${path}.children.${i}`, side, depth + 1)),
  })
}

function readRescale(r: Reader, data: unknown, path: string) {
  const o = r.object(data, path)
  return compact({
    to: r.decimal(o.to, `${path}.to`, 'positive'),
    stated: r.optional(o.stated, (value) => r.decimal(value, `${path}.stated`, 'positive')),
  })
}

function readRounding(r: Reader, data: unknown, path: string): Rounding {
  const o = r.object(data, path)
  const allowed = ['0', '1', '2', '3', '4', '5', '6'] as const
  return {
    decimals: Number(r.oneOf(String(o.decimals), `${path}.decimals`, allowed)),
    mode: r.oneOf(o.mode, `${path}.mode`, ['halfUp', 'halfEven', 'down']),
  }
}

function readLabels(r: Reader, data: unknown, path: string): Labels {
  return Object.fromEntries(
    Object.entries(r.object(data, path)).map(([code, value]) => {
      const o = r.object(value, `${path}.${code}`)
      return [
        code,
        compact({
          vi: r.text(o.vi, `${path}.${code}.vi`),
          en: r.optional(o.en, (en) => r.text(en, `${path}.${code}.en`)),
        }),
      ]
    }),
  )
}
