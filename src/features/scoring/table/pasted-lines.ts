import Big from 'big.js'
import { err, ok, type Result } from '../../../domain/result.ts'
import type { Method, Side } from '../../../domain/scoring/index.ts'
import { fold, parseNumber } from '../../../domain/vietnamese/index.ts'

/** What is wrong with a pasted line. */
export type PastedProblem = {
  readonly line: number
  readonly code:
    | 'pasted_needs_three'
    | 'pasted_points_unreadable'
    | 'pasted_code_twice'
    | 'pasted_rule_unknown'
  readonly text: string
}

type PastedNode = {
  readonly code: string
  readonly name: string
  readonly maxPoints: string
  readonly side?: Side
  readonly method?: Method
  readonly children?: PastedNode[]
}

/**
 * A table from lines "mã; tên; điểm tối đa; cách chấm", also with tabs as a spreadsheet pastes them. A code that
 * begins with another line's code and a dot lies below it: "I.1" below "I".
 */
export function readPastedLines(
  text: string,
  title: string,
): Result<{ readonly table: unknown; readonly maximum: string }, readonly PastedProblem[]> {
  const problems: PastedProblem[] = []
  const lines: PastedNode[] = []
  for (const [index, raw] of text.split('\n').entries()) {
    if (raw.trim() === '') continue
    const node = readLine(raw)
    const bad = (code: PastedProblem['code']) => problems.push({ line: index + 1, code, text: raw.trim() })
    if (typeof node === 'string') bad(node)
    else if (lines.some((one) => one.code === node.code)) bad('pasted_code_twice')
    else lines.push(node)
  }
  if (problems.length > 0 || lines.length === 0) return err(problems)
  const children = nest(lines)
  const normal = children.filter((one) => one.side === undefined)
  const maximum = normal.reduce((sum, one) => sum.plus(one.maxPoints), new Big(0)).toFixed()
  return ok({ maximum, table: { code: 'table', name: title, maximum, children } })
}

function readLine(raw: string): PastedNode | PastedProblem['code'] {
  const [code = '', name = '', points = '', rule = ''] = raw
    .split(raw.includes('\t') ? '\t' : ';')
    .map((one) => one.trim())
  if (code === '' || name === '' || points === '') return 'pasted_needs_three'
  const parsed = parseNumber(points.replace(/\s*điểm$/, ''))
  if (!parsed.ok || parsed.value.lt(0)) return 'pasted_points_unreadable'
  const read = readRule(rule)
  if (!read) return 'pasted_rule_unknown'
  return { code, name, maxPoints: parsed.value.toFixed(), ...read }
}

/** The few words a pasted rule is written in; anything finer is set in the criterion's own form. */
function readRule(rule: string): { readonly method?: Method; readonly side?: Side } | undefined {
  const words = fold(rule).toLowerCase().trim()
  const number = /(\d[\d.,]*)/.exec(rule)?.[1]
  const parsed = number === undefined ? undefined : parseNumber(number)
  const each = parsed?.ok ? parsed.value.toFixed() : '1'
  if (words === '' || words.startsWith('cham')) return { method: { kind: 'judgement' } }
  if (words.startsWith('ty le chi tieu') || words === 'chi tieu')
    return { method: { kind: 'ratio', of: 'attainment' } }
  if (words.startsWith('ty le')) return { method: { kind: 'ratio', of: 'share' } }
  if (words.startsWith('dat') || words.startsWith('co')) return { method: { kind: 'yesNo' } }
  if (words.startsWith('khong')) return { method: { kind: 'noIncident' } }
  if (words.startsWith('dem') || words.startsWith('moi'))
    return { method: { kind: 'direct', pointPerUnit: each } }
  if (words.startsWith('thuong')) return { side: 'bonus', method: { kind: 'bonus', pointPerUnit: each } }
  if (words.startsWith('tru')) return { side: 'penalty', method: { kind: 'penalty', pointPerUnit: each } }
  if (words.startsWith('so theo doi')) return { method: usualRecord(each) }
  return undefined
}

function usualRecord(points: string): Method {
  return { kind: 'ownRecord', parts: [{ as: 'share', record: 'reportsOnTime', of: 'reportsDue', points }] }
}

/** Puts every line below the longest code it begins with; a line with others below it is a group. */
function nest(lines: readonly PastedNode[]): readonly PastedNode[] {
  const parentOf = (code: string) =>
    lines
      .filter((one) => code.startsWith(`${one.code}.`))
      .toSorted((a, b) => b.code.length - a.code.length)[0]?.code
  const below = Map.groupBy(lines, (one) => parentOf(one.code))
  const build = (node: PastedNode): PastedNode => {
    const children = below.get(node.code)
    if (!children) return node
    const { method: _, ...group } = node
    return { ...group, children: children.map(build) }
  }
  return (below.get(undefined) ?? []).map(build)
}
