import { err, ok, type Result } from '../result.ts'
import { isCalendarDate } from './dates.ts'
import type { PaperFault, PaperFaultCode } from './faults.ts'
import { nameWithoutTitle } from './names.ts'
import type { Figure, Paper, Row, Signature, Table } from './paper.ts'
import { singleSignatures } from './signing.ts'
import { allBlocks } from './words.ts'

/**
 * Refuses a paper whose parts do not go together, with every reason found. Layout rules: Nghị định 30/2020/NĐ-CP,
 * Phụ lục I. That a bloc has no seal and uses its head unit's number and symbol is a habit; that it issues no
 * decision follows from the competence to award.
 *
 * @example
 * checkPaper({ ...letter, name: 'Công văn' }) // { ok: false, error: [{ code: 'letter-has-name', where: '' }] }
 */
export function checkPaper(paper: Paper): Result<Paper, readonly PaperFault[]> {
  const faults = [...headFaults(paper), ...bodyFaults(paper), ...signatureFaults(paper)]
  return faults.length === 0 ? ok(paper) : err(faults)
}

function* headFaults(paper: Paper): Iterable<PaperFault> {
  if (paper.code === 'letter' && paper.name !== null) yield fault('letter-has-name')
  if (paper.code !== 'letter' && (paper.name ?? '').trim() === '') yield fault('name-missing')
  if (paper.subject.trim() === '') yield fault('subject-missing')
  if (paper.code === 'QĐ' && paper.issuer.kind === 'bloc') yield fault('decision-by-bloc')
  if (paper.date !== null && !isCalendarDate(paper.date)) yield fault('date-not-in-calendar', paper.date)
  yield* symbolFaults(paper)
}

function* symbolFaults({ code, symbol, issuer }: Paper): Iterable<PaperFault> {
  if (code === 'form') {
    if (symbol !== null) yield fault('symbol-on-form')
    return
  }
  if (symbol === null) {
    // Minutes are often kept without a number.
    if (code !== 'BB') yield fault('symbol-missing')
    return
  }
  if (symbol.organ.trim() === '') yield fault('symbol-without-organ')
  if (issuer.kind === 'bloc' && symbol.organ.split('-')[0] !== issuer.headUnitSymbol.split('-')[0]) {
    yield fault('symbol-not-of-head-unit', symbol.organ)
  }
  if (symbol.number !== null && (!Number.isInteger(symbol.number) || symbol.number < 1)) {
    yield fault('number-not-positive', String(symbol.number))
  }
}

function* bodyFaults(paper: Paper): Iterable<PaperFault> {
  const blocks = allBlocks(paper)
  let tables = 0
  let figures = 0
  for (const block of blocks) {
    if (block.kind === 'table') yield* tableFaults(block, `Bảng ${++tables}`)
    if (block.kind === 'figure') yield* figureFaults(block, `Biểu đồ ${++figures}`)
    if (block.kind === 'heading' && block.number !== null && !isPositive(block.number)) {
      yield fault('number-not-positive', 'Đề mục')
    }
    if (block.kind === 'numbered' && !isPositive(block.number))
      yield fault('number-not-positive', 'Khoản, điểm')
  }
}

function* tableFaults(table: Table, where: string): Iterable<PaperFault> {
  if (table.columns.length === 0) return yield fault('table-without-columns', where)
  if (table.columns.some((column) => !(column.width > 0))) yield fault('column-without-width', where)
  const head = firstMisfit(table.head, table.columns.length)
  const body = firstMisfit(table.rows, table.columns.length)
  if (head !== null) yield fault('row-does-not-fit', `${where}, đầu bảng, dòng ${head + 1}`)
  if (body !== null) yield fault('row-does-not-fit', `${where}, dòng ${body + 1}`)
}

/**
 * Index of the first row whose cells, together with those that reach down from above, do not fill the columns
 * exactly; null when all fit. Cells may not reach below the last row.
 */
function firstMisfit(rows: readonly Row[], columns: number): number | null {
  const reach = Array.from({ length: columns }, () => 0)
  for (const [index, row] of rows.entries()) {
    let at = 0
    for (const cell of row.cells) {
      while (at < columns && (reach[at] ?? 0) > 0) at++
      const wide = cell.columns ?? 1
      const free = reach.slice(at, at + wide).filter((n) => n === 0).length
      if (free !== wide || !isPositive(wide) || !isPositive(cell.rows ?? 1)) return index
      reach.fill(cell.rows ?? 1, at, at + wide)
      at += wide
    }
    if (reach.some((n) => n === 0)) return index
    for (let i = 0; i < columns; i++) reach[i] = (reach[i] ?? 0) - 1
  }
  return reach.some((n) => n > 0) ? rows.length - 1 : null
}

function* figureFaults(figure: Figure, where: string): Iterable<PaperFault> {
  if (figure.alternative.trim() === '') yield fault('figure-without-alternative', where)
  const { categories, series } = figure.chart
  if (series.length === 0 || series.some((s) => s.values.length !== categories.length)) {
    yield fault('chart-does-not-fit', where)
  }
  const values = series.flatMap((s) => s.values)
  if (values.some((v) => v !== null && !/^-?\d+(\.\d+)?$/.test(v)))
    yield fault('chart-value-not-a-number', where)
}

function* signatureFaults(paper: Paper): Iterable<PaperFault> {
  const { signatures } = paper
  const count =
    signatures.kind === 'units'
      ? signatures.rows.length + (signatures.leader === null ? 0 : 1)
      : singleSignatures(signatures).length
  if (count === 0) yield fault('signatures-missing')
  else if (paper.code === 'BB' && count < 2) yield fault('minutes-need-two-signatures')
  for (const signature of singleSignatures(signatures)) yield* oneSignatureFaults(signature)
  if (signatures.kind === 'units') {
    for (const row of signatures.rows) {
      if (row.capacity.trim() === '') yield fault('signature-without-title', row.unit)
      if (row.name !== null && hasTitle(row.name)) yield fault('signer-name-has-title', row.name)
      if (row.signed !== null && !isCalendarDate(row.signed.date))
        yield fault('date-not-in-calendar', row.unit)
    }
  }
}

function* oneSignatureFaults({ lines, name }: Signature): Iterable<PaperFault> {
  const where = name ?? ''
  const last = lines.at(-1)
  const texts = lines.map((line) => ('title' in line ? line.title : line.of))
  if (last === undefined || texts.some((text) => text.trim() === ''))
    yield fault('signature-without-title', where)
  const misplaced = lines.some((line, index) => {
    if ('title' in line || line.code === 'Q.') return false
    const next = lines[index + 1]
    if (line.code === 'TM.') return index !== 0 || next === undefined
    return next === undefined || !('title' in next)
  })
  if (misplaced) yield fault('signature-codes-out-of-order', where)
  if (name !== null && hasTitle(name)) yield fault('signer-name-has-title', name)
}

function hasTitle(name: string): boolean {
  return nameWithoutTitle(name) !== name.trim().replace(/\s+/g, ' ')
}

function isPositive(number: number): boolean {
  return Number.isInteger(number) && number >= 1
}

function fault(code: PaperFaultCode, where = ''): PaperFault {
  return { code, where }
}
