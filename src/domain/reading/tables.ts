import type { PrintedIndicator } from './indicators.ts'
import { MEASURES, MULTIPLIERS } from './measures.ts'
import type { Comparison } from './reading.types.ts'
import type { Line } from './sections.ts'
import type { Token } from './tokens.ts'
import { printed } from './units.ts'

/**
 * Reads the figures of tables. The heading says what a column holds: the indicator, its unit, the plan, the result,
 * the result against the plan or the year before. A table without a heading that says so is left alone.
 */
export function readTables(
  tokens: readonly Token[],
  lines: readonly Line[],
  year: number | null,
): readonly PrintedIndicator[] {
  const found: PrintedIndicator[] = []
  for (const rows of tablesOf(tokens, lines)) {
    const columns = columnsOf(tokens, rows, year)
    if (columns === null) continue
    let unit = ''
    for (const [index, row] of rows.entries()) {
      if (index < columns.headings) continue
      const own = columns.unit === null ? '' : textOf(tokens, row[columns.unit])
      if (own !== '' && !/^["“-]$/.test(own)) unit = own
      const figure = figureOf(tokens, row, columns, unit, -1 - found.length)
      if (figure !== null) found.push(figure)
    }
  }
  return found
}

interface Cell {
  readonly from: number
  readonly to: number
}

type Row = readonly Cell[]

type Role =
  | 'name'
  | 'unit'
  | 'plan'
  | 'result'
  | 'planRatio'
  | 'lastYear'
  | 'lastYearRatio'
  | 'change'
  | 'other'

interface Columns {
  /** How many rows at the top are headings. */
  readonly headings: number
  readonly name: number
  readonly unit: number | null
  readonly plan: number | null
  readonly result: number | null
  readonly planRatio: number | null
  readonly lastYearRatio: number | null
  readonly change: number | null
}

function tablesOf(tokens: readonly Token[], lines: readonly Line[]): readonly (readonly Row[])[] {
  const tables: Row[][] = []
  let previous: Line | undefined
  for (const line of lines) {
    if (line.kind === 'row') {
      if (previous?.kind !== 'row') tables.push([])
      tables.at(-1)?.push(cellsOf(tokens, line))
    }
    previous = line
  }
  return tables.filter((rows) => rows.length >= 2)
}

function cellsOf(tokens: readonly Token[], line: Line): Row {
  const cells: Cell[] = []
  let from = line.from
  for (let at = line.from; at <= line.to; at++) {
    const key = tokens[at]?.key
    if (at !== line.to && key !== '\t' && key !== '|') continue
    if (!(key === '|' && at === line.from)) cells.push({ from, to: at })
    from = at + 1
  }
  return cells
}

function columnsOf(tokens: readonly Token[], rows: readonly Row[], year: number | null): Columns | null {
  const first = rows[0]
  if (first === undefined) return null
  const second = rows[1] !== undefined && rows.length > 2 && isHeading(tokens, rows[1]) ? rows[1] : undefined
  const roles = Array.from({ length: Math.max(first.length, second?.length ?? 0) }, (_, index) => {
    const below = second === undefined ? 'other' : roleOf(tokens, second[index], year)
    return below === 'other' ? roleOf(tokens, first[index], year) : below
  })
  const place = (role: Role) => {
    const index = roles.indexOf(role)
    return index < 0 ? null : index
  }
  const name = place('name')
  const result = place('result')
  const plan = place('plan')
  if (name === null || (result === null && plan === null)) return null
  return {
    headings: second === undefined ? 1 : 2,
    name,
    unit: place('unit'),
    plan,
    result,
    planRatio: place('planRatio'),
    lastYearRatio: place('lastYearRatio'),
    change: place('change'),
  }
}

/** A second row of headings holds no number but years and the numbers of its columns. */
function isHeading(tokens: readonly Token[], row: Row): boolean {
  return row.every((cell) => {
    for (let at = cell.from; at < cell.to; at++) {
      const token = tokens[at]
      if (token?.kind === 'number' && !/^(?:20\d\d|\d)$/.test(token.text)) return false
    }
    return true
  })
}

function roleOf(tokens: readonly Token[], cell: Cell | undefined, year: number | null): Role {
  if (cell === undefined) return 'other'
  const keys: string[] = []
  let named: number | null = null
  for (let at = cell.from; at < cell.to; at++) {
    keys.push(tokens[at]?.key ?? '')
    if (/^20\d\d$/.test(tokens[at]?.text ?? '')) named = Number(tokens[at]?.text)
  }
  const text = ` ${keys.join(' ')} `
  const says = (...words: readonly string[]) => words.some((word) => text.includes(` ${word} `))
  if (says('tt', 'stt', 'số tt', 'ghi chú')) return 'other'
  if (says('đơn vị tính', 'đvt', 'đv tính', 'đơn vị đo')) return 'unit'
  const compares = says('%', 'so', 'so sánh', 'tỷ lệ', 'đạt')
  const before =
    says('cùng kỳ', 'năm trước', 'năm ngoái', 'ck') || (named !== null && year !== null && named < year)
  if (compares && before) return says('tăng', 'giảm', 'tăng /', 'tăng , giảm') ? 'change' : 'lastYearRatio'
  if (compares && (says('kế hoạch', 'kh', 'chỉ tiêu', 'dự toán', 'hoàn thành', 'đạt') || keys.length <= 3))
    return 'planRatio'
  if (before) return 'lastYear'
  if (says('thực hiện', 'kết quả', 'th', 'ước', 'ước th', 'đạt được', 'số liệu')) return 'result'
  if (says('chỉ tiêu giao', 'kế hoạch', 'kh', 'dự toán', 'mục tiêu', 'đăng ký', 'giao')) return 'plan'
  if (says('chỉ tiêu', 'nội dung', 'tên', 'tiêu chí', 'lĩnh vực', 'danh mục', 'chỉ số', 'hạng mục'))
    return 'name'
  if (named !== null && named === year) return 'result'
  return 'other'
}

function figureOf(
  tokens: readonly Token[],
  row: Row,
  columns: Columns,
  unit: string,
  sentence: number,
): PrintedIndicator | null {
  const nameCell = row[columns.name]
  const valueCell = columns.result === null ? undefined : row[columns.result]
  const plan = numberIn(tokens, columns.plan === null ? undefined : row[columns.plan])
  const result = numberIn(tokens, valueCell)
  const target = columns.result === null
  const value = target ? plan : result
  if (nameCell === undefined || value === null) return null
  const named = nameOf(tokens, nameCell)
  if (named.name === '') return null
  const own = unitIn(tokens, target ? row[columns.plan ?? 0] : valueCell) || unit || named.unit
  if (own === '') return null
  const comparisons: Comparison[] = []
  if (!target && plan !== null) comparisons.push({ kind: 'plan', planValue: plan })
  const ratio = numberIn(tokens, columns.planRatio === null ? undefined : row[columns.planRatio])
  if (ratio !== null) comparisons.push({ kind: 'plan', percent: ratio })
  const lastYear = numberIn(tokens, columns.lastYearRatio === null ? undefined : row[columns.lastYearRatio])
  if (lastYear !== null) comparisons.push({ kind: 'lastYear', percent: lastYear })
  const change = numberIn(tokens, columns.change === null ? undefined : row[columns.change])
  if (change !== null)
    comparisons.push({
      kind: 'lastYear',
      direction: change.startsWith('-') ? 'down' : 'up',
      percent: change.replace('-', ''),
    })
  return {
    name: named.name,
    value,
    unit: own,
    comparisons,
    target,
    from: nameCell.from,
    to: Math.max(...row.map((cell) => (cell.to > cell.from ? cell.to : 0))),
    digits: '',
    sentence,
  }
}

function textOf(tokens: readonly Token[], cell: Cell | undefined): string {
  return cell === undefined ? '' : printed(tokens, cell.from, cell.to).trim()
}

/** The only number of a cell, with its sign; a cell of two numbers ("120/125") gives its first. */
function numberIn(tokens: readonly Token[], cell: Cell | undefined): string | null {
  if (cell === undefined) return null
  for (let at = cell.from; at < cell.to; at++) {
    const token = tokens[at]
    if (token?.kind !== 'number' || token.value === null) continue
    return tokens[at - 1]?.key === '-' && at - 1 >= cell.from ? `-${token.value}` : token.value
  }
  return null
}

function unitIn(tokens: readonly Token[], cell: Cell | undefined): string {
  if (cell === undefined) return ''
  for (let at = cell.from; at < cell.to; at++) {
    if (tokens[at]?.kind !== 'number') continue
    let end = at + 1
    while (end < cell.to && MULTIPLIERS.has(tokens[end]?.key ?? '')) end++
    const noun = MEASURES.match(tokens, end, cell.to)
    return noun === null ? '' : printed(tokens, at + 1, end + noun.length)
  }
  return ''
}

/** "Thu ngân sách (tỷ đồng)": the unit may stand in brackets behind the name. */
function nameOf(tokens: readonly Token[], cell: Cell): { name: string; unit: string } {
  let from = cell.from
  while (from < cell.to && tokens[from]?.kind !== 'word') from++
  let to = cell.to
  let unit = ''
  if (tokens[to - 1]?.key === ')') {
    let open = to - 1
    while (open > from && tokens[open]?.key !== '(') open--
    let noun = open + 1
    while (MULTIPLIERS.has(tokens[noun]?.key ?? '')) noun++
    const match = MEASURES.match(tokens, noun, to - 1)
    if (open > from && match !== null) {
      unit = printed(tokens, open + 1, to - 1)
      to = open
    }
  }
  const name = printed(tokens, from, to).trim()
  return { name: name.charAt(0).toLowerCase() + name.slice(1), unit }
}
