import type { Result } from '../result.ts'
import { type Band, type Method, methodKinds, type RecordPart } from './method.ts'
import { compact, type ParseProblem, Reader } from './parse.ts'

const measures = ['result', 'share', 'attainment', 'averageRank'] as const
const deepest = 8

/**
 * Reads a rule from plain data such as JSON. Numbers may be written as JSON numbers or as decimal texts.
 *
 * @returns the rule, or everything that is wrong with it, each with its place
 * @example parseMethod({ kind: 'sampling', sampleSize: 50, pointPerPositive: 0.4 })
 */
export function parseMethod(data: unknown): Result<Method, readonly ParseProblem[]> {
  const reader = new Reader()
  return reader.finish(readMethod(reader, data, 'method'))
}

/** Reads a rule as part of something larger. */
export function readMethod(r: Reader, data: unknown, path: string, depth = 0): Method {
  const o = r.object(data, path)
  const at = (key: string) => `${path}.${key}`
  const points = (key: string) => r.decimal(o[key], at(key), 'notNegative')
  const maybe = (key: string) => r.optional(o[key], () => points(key))
  const measure = (key: string, preset: (typeof measures)[number]) =>
    r.optional(o[key], (value) => r.oneOf(value, at(key), measures)) ?? preset
  const kind = r.oneOf(o.kind, at('kind'), methodKinds)
  switch (kind) {
    case 'ratio':
      return {
        kind,
        of: r.optional(o.of, (value) => r.oneOf(value, at('of'), ['share', 'attainment'])) ?? 'share',
      }
    case 'pointsPerPercent':
      return compact({
        kind,
        of: measure('of', 'attainment'),
        percentPerPoint: r.decimal(o.percentPerPoint, at('percentPerPoint'), 'positive'),
        cap: maybe('cap'),
      })
    case 'leaderRelative':
    case 'noTargetRelative':
    case 'noIncident':
      return { kind }
    case 'sampling':
      return {
        kind,
        sampleSize: r.decimal(o.sampleSize, at('sampleSize'), 'positive'),
        pointPerPositive: points('pointPerPositive'),
      }
    case 'bands':
      return {
        kind,
        of: measure('of', 'share'),
        bands: r.list(o.bands, at('bands'), 1).map((band, i) => readBand(r, band, `${at('bands')}.${i}`)),
        otherwise: maybe('otherwise') ?? '0',
        doubleEdge:
          r.optional(o.doubleEdge, (value) => r.oneOf(value, at('doubleEdge'), ['higher', 'lower'])) ??
          'higher',
      }
    case 'threshold':
      return compact({
        kind,
        of: measure('of', 'share'),
        op: r.optional(o.op, (value) => r.oneOf(value, at('op'), ['>=', '>', '<=', '<'])) ?? '>=',
        edge: r.decimal(o.edge, at('edge')),
        points: maybe('points'),
        otherwise: maybe('otherwise'),
      })
    case 'againstAverage':
      return compact({
        kind,
        of: measure('of', 'result'),
        average: r.optional(o.average, (value) => r.oneOf(value, at('average'), ['bloc', 'given'])) ?? 'bloc',
        points: maybe('points'),
        below: maybe('below'),
      })
    case 'direct':
      return compact({ kind, pointPerUnit: points('pointPerUnit'), cap: maybe('cap') })
    case 'bonus':
    case 'penalty':
      return { kind, pointPerUnit: points('pointPerUnit') }
    case 'plusMinus':
      return {
        kind,
        plus: points('plus'),
        minus: points('minus'),
        lowest: r.decimal(o.lowest, at('lowest')),
        highest: r.decimal(o.highest, at('highest')),
      }
    case 'rankPoints':
      return {
        kind,
        by: r.optional(o.by, (value) => r.oneOf(value, at('by'), ['given', ...measures])) ?? 'given',
        better:
          r.optional(o.better, (value) => r.oneOf(value, at('better'), ['higher', 'lower'])) ?? 'higher',
        points: r
          .list(o.points, at('points'), 1)
          .map((value, i) => r.decimal(value, `${at('points')}.${i}`, 'notNegative')),
      }
    case 'flagBonus':
      return {
        kind,
        flags: Object.fromEntries(
          Object.entries(r.object(o.flags, at('flags'))).map(([flag, value]) => [
            flag,
            r.decimal(value, `${at('flags')}.${flag}`, 'notNegative'),
          ]),
        ),
        several:
          r.optional(o.several, (value) => r.oneOf(value, at('several'), ['highest', 'sum'])) ?? 'highest',
      }
    case 'judgement':
      return compact({ kind, step: r.optional(o.step, (value) => r.decimal(value, at('step'), 'positive')) })
    case 'yesNo':
      return compact({ kind, yes: maybe('yes'), no: maybe('no') })
    case 'precondition':
      if (depth >= deepest) {
        r.add(path, 'tooDeep')
        return { kind: 'judgement' }
      }
      return {
        kind,
        needs: r.list(o.needs, at('needs'), 1).map((need, i) => r.text(need, `${at('needs')}.${i}`)),
        rule: readMethod(r, o.rule, at('rule'), depth + 1),
      }
    case 'ownRecord':
      return {
        kind,
        parts: r.list(o.parts, at('parts'), 1).map((part, i) => readPart(r, part, `${at('parts')}.${i}`)),
      }
    case 'deduction':
      return {
        kind,
        points: points('points'),
        duties: r.list(o.duties, at('duties'), 1).map((duty, i) => r.text(duty, `${at('duties')}.${i}`)),
        when: r.optional(o.when, (value) => r.oneOf(value, at('when'), ['any', 'all'])) ?? 'any',
      }
    case 'formula':
      return compact({
        kind,
        expression: r.text(o.expression, at('expression')),
        unit: r.optional(o.unit, (value) => r.text(value, at('unit'))),
      })
  }
}

function readBand(r: Reader, data: unknown, path: string): Band {
  const o = r.object(data, path)
  return compact({
    from: r.optional(o.from, (value) => r.decimal(value, `${path}.from`)),
    fromStrict: r.optional(o.fromStrict, (value) => r.yesNo(value, `${path}.fromStrict`)),
    to: r.optional(o.to, (value) => r.decimal(value, `${path}.to`)),
    toStrict: r.optional(o.toStrict, (value) => r.yesNo(value, `${path}.toStrict`)),
    points: r.decimal(o.points, `${path}.points`, 'notNegative'),
  })
}

function readPart(r: Reader, data: unknown, path: string): RecordPart {
  const o = r.object(data, path)
  const as = r.oneOf(o.as, `${path}.as`, ['base', 'share', 'flag', 'minusEach'])
  const points = r.decimal(o.points, `${path}.points`, 'notNegative')
  if (as === 'base') return { as, points }
  const record = r.text(o.record, `${path}.record`)
  return as === 'share' ? { as, record, of: r.text(o.of, `${path}.of`), points } : { as, record, points }
}
