import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { perform } from '../src/actions/action.ts'
import { type Database, openDatabase } from '../src/db/database.ts'
import { startEmbeddedServer } from '../src/db/embedded.ts'
import { migrate } from '../src/db/migrate.ts'
import { loadReference } from '../src/db/reference.ts'
import { judgeLines } from '../src/features/results/figures-import.ts'
import { figuresPreview } from '../src/features/results/figures-preview.ts'
import { readFigureLines } from '../src/features/results/figures-table.ts'
import { importFigures } from '../src/features/results/import.actions.ts'
import type { IndicatorRow, ResultRow, TargetRow } from '../src/features/results/results.store.ts'
import { findActor } from '../src/scopes/actors.store.ts'
import { ImportPreviewPage } from '../src/spreadsheets/import.page.tsx'
import { gridsOf, type ImportSource } from '../src/spreadsheets/import-source.ts'
import { writeWorkbook } from '../src/spreadsheets/write.ts'
import { ensureAssets, renderPage } from '../src/ui/index.ts'
import { buildWorld } from '../test/support/world.ts'
import { type Figure, timings } from './figure.ts'

const ROWS = 20_000
const COMMITTED = 500
const RUNS = 5
const OWNER = { unitId: 'unit', blocId: null }

/** A workbook of many lines read, held against target, last year and all rules, and shown; another one written. */
export async function measureSpreadsheets(): Promise<readonly Figure[]> {
  return [await previewMany(), await commitSome()]
}

async function previewMany(): Promise<Figure> {
  await ensureAssets()
  const indicators = Array.from({ length: ROWS }, (_, at) => indicator(at))
  const around = {
    indicators,
    targets: indicators.map((one, at) => target(one, at)),
    targetYear: 2026,
    results: indicators.map((one, at) => lastYear(one, at)),
    today: '2026-11-22' as const,
    names: new Map<string, string>(),
    estimatesUntil: '03-31',
  }
  const source: ImportSource = { kind: 'file', name: 'ket-qua.xlsx', bytes: await workbookOf(indicators) }
  const samples: number[] = []
  for (let run = 0; run < RUNS + 1; run++) {
    const began = performance.now()
    const shown = previewOf(source, around)
    if (shown !== ROWS) throw new Error(`only ${shown} lines were shown`)
    if (run > 0) samples.push(performance.now() - began)
  }
  return timings(
    'xlsx_20k_preview_ms',
    samples,
    `a workbook of ${ROWS} lines and 4 columns unpacked, read, matched, held against target, last year and the checks, and drawn as the preview page`,
  )
}

function previewOf(source: ImportSource, around: Parameters<typeof judgeLines>[3]): number {
  const grids = gridsOf(source)
  if (!grids.ok) throw new Error(grids.error.code)
  const read = readFigureLines(grids.value, around, OWNER, { mended: {}, reasons: {} })
  if (!read.ok) throw new Error(read.error.code)
  const judged = judgeLines(read.value.lines, OWNER, '2026', around)
  const preview = figuresPreview(read.value, judged, { reasons: {} }, false, 'vi', (fault) => fault.code)
  renderPage(
    ImportPreviewPage({
      frame: { lang: 'vi', theme: 'auto', path: '/', nav: [] },
      title: 'Kết quả',
      aside: '2026',
      breadcrumb: [],
      links: { start: '/', template: '/', preview: '/', back: '/' },
      again: undefined,
      source,
      preview,
    }),
  )
  return preview.lines.length
}

async function workbookOf(indicators: readonly Pick<IndicatorRow, 'code' | 'name' | 'unitOfMeasure'>[]) {
  return writeWorkbook({
    title: 'Kết quả',
    sheets: [
      {
        name: 'Kết quả',
        title: 'Kết quả',
        columns: ['Mã', 'Chỉ số', 'Đơn vị tính', 'Kết quả'].map((title) => ({ title, width: 20 })),
        rows: indicators.map((one, at) => ({
          cells: [one.code, one.name, one.unitOfMeasure, { figure: `${1000 + at}.5` }],
        })),
      },
    ],
  })
}

/** A unit's file written into a real database: indicators, checks, figures, audit, the file itself. */
async function commitSome(): Promise<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'giaouoc-bench-sheets-'))
  const server = await startEmbeddedServer(folder)
  const { db } = openDatabase(server.connection)
  try {
    await migrate(db)
    await loadReference(db)
    const world = await buildWorld({ db })
    const indicators = await addIndicators(db, world.provinceId)
    const source: ImportSource = { kind: 'file', name: 'ket-qua.xlsx', bytes: await workbookOf(indicators) }
    const actor = await findActor(db, 'cv3', '2026-11-22')
    if (!actor) throw new Error('no account')
    const now = () => new Date('2026-11-22T12:00:00+07:00')
    const context = { db, actor, now, requestId: 'bench', illustrative: false }
    const samples: number[] = []
    for (let year = 0; year < RUNS + 1; year++) {
      const began = performance.now()
      const done = await perform(importFigures, context, {
        blocYearId: world.blocYearId,
        unitId: world.unitIds[2],
        period: String(2026 - year),
        source,
        mended: {},
        reasons: {},
        stamp: '',
        changeReason: '',
      })
      if (!done.ok || done.value.written !== COMMITTED) throw new Error(JSON.stringify(done))
      if (year > 0) samples.push(performance.now() - began)
    }
    return timings(
      'xlsx_500_commit_ms',
      samples,
      `${COMMITTED} figures of one workbook checked and stored in one transaction with audit and the file, on a database with syncing on`,
    )
  } finally {
    await db.destroy()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function addIndicators(db: Database, provinceId: string) {
  const found = await sql<Pick<IndicatorRow, 'code' | 'name' | 'unitOfMeasure'>>`
    insert into indicator (province_id, code, name, unit_of_measure)
    select ${provinceId}, 'do-' || n, 'Chỉ số đo ' || n, 'tỷ đồng' from generate_series(1, ${COMMITTED}::int) n
    returning code, name, unit_of_measure`.execute(db)
  return found.rows
}

function indicator(at: number): IndicatorRow {
  return {
    id: `indicator-${at}`,
    code: `do-${at}`,
    name: `Chỉ số đo thứ ${at}`,
    unitOfMeasure: 'tỷ đồng',
    direction: 'up',
    decimals: 3,
    kind: 'level',
    fieldCode: null,
    fieldVi: null,
    fieldEn: null,
    partOfId: null,
    lineage: `do-${at}`,
    partOfLineage: null,
    otherCurrencyOf: null,
    provinceId: null,
    versionNumber: 1,
    isCurrent: true,
    convertsToName: null,
    convertsToUnit: null,
    convertsToDecimals: null,
    conversionFactor: null,
  }
}

function target({ id }: IndicatorRow, at: number): TargetRow {
  return {
    ...OWNER,
    id: `target-${at}`,
    indicatorId: id,
    kind: 'at_least',
    strict: false,
    value: String(1000 + at),
    valueMax: null,
    byDate: null,
    baseValue: null,
    baseYear: null,
    unitOfMeasure: 'tỷ đồng',
    printed: '',
    comparisons: [],
    illustrative: false,
  }
}

function lastYear({ id }: IndicatorRow, at: number): ResultRow {
  return {
    ...OWNER,
    id: `result-${at}`,
    indicatorId: id,
    year: 2025,
    period: '2025',
    value: String(950 + at),
    valueMax: null,
    total: null,
    unitOfMeasure: 'tỷ đồng',
    isEstimate: false,
    bound: null,
    qualifier: '',
    asOf: null,
    outsidePlan: false,
    fieldCode: null,
    partOfId: null,
    narrative: '',
    printed: '',
    comparisons: [],
    overrideReason: '',
    state: 'current',
    versionNumber: 1,
    changeReason: '',
    channel: 'screen',
    onBehalf: false,
    sourceFileId: null,
    sourceQuote: '',
    sourceStart: null,
    illustrative: false,
    version: 1,
    createdAt: new Date(0),
    createdByName: null,
  }
}
