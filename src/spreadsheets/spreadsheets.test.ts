import fc from 'fast-check'
import { unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { FileRefused } from '../files/refusal.ts'
import { figureOfCell, formatFor, numberFor } from './figure-cell.ts'
import { gridOfText } from './grid.ts'
import { pictureOf } from './picture.ts'
import { readWorkbook } from './read.ts'
import { findTable, type TableShape } from './table.ts'
import { placeWords } from './where.ts'
import { findNamed, yesNoOf } from './words.ts'
import type { CellContent, SheetModel } from './workbook.ts'
import { writeWorkbook } from './write.ts'

const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.integer({ min: 0, max: 8 }))
  .map(([digits, decimals]) => {
    const text = String(digits < 0n ? -digits : digits).padStart(decimals + 1, '0')
    const whole = text.slice(0, text.length - decimals)
    const rest = decimals === 0 ? '' : `.${text.slice(-decimals)}`
    return `${digits < 0n ? '-' : ''}${whole}${rest}`
  })

const sheet = (rows: readonly (readonly CellContent[])[], more: Partial<SheetModel> = {}): SheetModel => ({
  name: 'Kết quả',
  title: 'Kết quả',
  columns: [
    { title: 'Chỉ số', width: 30 },
    { title: 'Kết quả', width: 14, kind: 'figure', open: true },
  ],
  rows: rows.map((cells) => ({ cells })),
  ...more,
})

/** The cells under the heading of the first sheet. */
async function comeBack(model: SheetModel): Promise<readonly (readonly string[])[]> {
  const [read] = readWorkbook(await writeWorkbook({ title: 'Thử', sheets: [model] }))
  return (read?.rows ?? []).slice(2).map((row) => row.cells.map((cell) => cell.text))
}

describe('a figure in a workbook', () => {
  it('comes back as the very number, however long', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(decimal, { minLength: 1, maxLength: 40 }), async (figures) => {
        const rows = await comeBack(sheet(figures.map((figure) => ['x', { figure }])))
        const plain = rows.map((row) => (row[1] ?? '').replaceAll('.', '').replace(',', '.'))
        const same = (figure: string) =>
          figure
            .replace(/^-(0(\.0*)?)$/, '$1')
            .replace(/(\.\d*?)0+$/, '$1')
            .replace(/\.$/, '')
        expect(plain.map(same)).toEqual(figures.map(same))
      }),
      { numRuns: 20 },
    )
  })

  it.each([
    ['324.71000000000004', '324.71'],
    ['4.3531E11', '435310000000'],
    ['0.1', '0.1'],
    ['1E-3', '0.001'],
    ['12345678901234567', '12345678901234600'],
  ])('stored as %s is read as %s, as a spreadsheet shows it', (stored, figure) => {
    expect(figureOfCell(stored)).toBe(figure)
  })

  it('is a number only where the workbook keeps it, and shows all of its decimals', () => {
    expect(numberFor('435310000000')).toBe(435310000000)
    expect(numberFor('1234567890.1234567')).toBeUndefined()
    expect([formatFor('9105.326'), formatFor('12'), formatFor('5.10')]).toEqual([
      '#,##0.000',
      '#,##0',
      '#,##0.00',
    ])
  })
})

describe('a workbook', () => {
  it('keeps words as words, also those that look like formulas', async () => {
    const words = ['=1+1', '+84 222', '-', '@sum', '08', '48/52', 'hơn 100', '9.105,326']
    const bytes = await writeWorkbook({ title: 'Thử', sheets: [sheet(words.map((word) => [word, '']))] })
    expect(
      readWorkbook(bytes)[0]
        ?.rows.slice(2)
        .map((row) => row.cells[0]?.text),
    ).toEqual(words)
    expect(Buffer.from(bytes).includes('<f>')).toBe(false)
  })

  it('keeps days, percentages, answers and errors apart', () => {
    const [read] = readWorkbook(
      packed(
        '<row r="3"><c r="A3" s="1"><v>45992</v></c><c r="B3" s="2"><v>0.9764</v></c><c r="C3" t="b"><v>1</v></c>' +
          '<c r="D3" t="e"><v>#DIV/0!</v></c><c r="E3"><f>A1*2</f><v>84</v></c></row>',
      ),
    )
    expect(read?.rows).toEqual([
      {
        number: 3,
        cells: [
          { text: '01/12/2025' },
          { text: '97,64%' },
          { text: 'Có' },
          { text: '#DIV/0!', fault: 'cell_error' },
          { text: '84' },
        ],
      },
    ])
  })

  it('holds a drawing as a picture with its words', async () => {
    const chart = {
      shape: 'bar',
      categories: ['1. Sở Công Thương', '2. Sở Xây dựng'],
      series: [{ name: 'Điểm', values: ['986', '981.5'] }],
      unit: 'điểm',
    } as const
    const picture = await pictureOf(chart, 'Xếp hạng các đơn vị')
    expect(picture.width).toBeGreaterThan(picture.height)
    const parts = unzipSync(
      await writeWorkbook({ title: 'Thử', sheets: [sheet([], { pictures: [picture] })] }),
    )
    expect(Object.keys(parts).filter((path) => path.endsWith('.png'))).toHaveLength(1)
    expect(Buffer.from(parts['xl/drawings/drawing1.xml'] ?? []).toString()).toContain('Xếp hạng các đơn vị')
  })

  it('prints on A4, as wide as the paper, with the head on every page', async () => {
    const parts = unzipSync(
      await writeWorkbook({ title: 'Thử', sheets: [sheet([['x', { figure: '1' }]], { locked: true })] }),
    )
    const xml = (path: string) => Buffer.from(parts[path] ?? []).toString()
    expect(xml('xl/worksheets/sheet1.xml')).toMatch(
      /<pageSetup[^>]*paperSize="9"[^>]*fitToWidth="1"[^>]*fitToHeight="0"/,
    )
    expect(xml('xl/workbook.xml')).toContain('$2:$2')
    expect(xml('xl/worksheets/sheet1.xml')).toContain('<sheetProtection')
  })

  it('gives names that every spreadsheet takes, and long lists a sheet of their own', async () => {
    const choices = Array.from({ length: 60 }, (_, at) => `đơn vị, số ${at}`)
    const one = sheet([], {
      name: 'Kết quả: 6 tháng / năm [2026] của Sở Công Thương',
      columns: [{ title: 'a', width: 10, open: true, choices }],
      spareRows: 3,
    })
    const read = readWorkbook(await writeWorkbook({ title: 'Thử', sheets: [one, one] }))
    expect(read.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Kết quả 6 tháng năm 2026 của Sở', false],
      ['Kết quả 6 tháng năm 2026 củ (2)', false],
      ['Danh sach chon', true],
    ])
  })

  it('that is too long or none at all is refused', () => {
    const rows = '<row r="1"><c r="A1"><v>1</v></c></row>'.repeat(60_001)
    expect(refusal(packed(rows))).toBe('too-much-inside')
    const cells = `<row r="1">${'<c><v>1</v></c>'.repeat(600_001)}</row>`
    expect(refusal(packed(cells))).toBe('too-much-inside')
    expect(refusal(new TextEncoder().encode('không phải bảng tính'))).toBe('damaged')
    expect(refusal(zipSync({ 'word/document.xml': new Uint8Array(3) }))).toBe('damaged')
  })
})

describe('a table', () => {
  type Key = 'code' | 'name' | 'value'
  const shape: TableShape<Key> = {
    columns: [
      { key: 'code', titles: ['Mã'] },
      { key: 'name', titles: ['Chỉ số', 'Chỉ tiêu'] },
      { key: 'value', titles: ['Kết quả'] },
    ],
    needs: [['code', 'name'], ['value']],
    short: { 2: ['name', 'value'] },
  }
  const textsOf = (text: string) =>
    findTable([gridOfText(text)], shape)?.rows.map(({ cells }) => [
      cells.code?.text,
      cells.name?.text,
      cells.value?.text,
    ])

  it.each([
    ['columns in another order', 'KẾT QUẢ\tGhi chú\tChỉ tiêu\n5\tx\tThu', [[undefined, 'Thu', '5']]],
    ['a title above the headings', 'Báo cáo năm\n\nMã;Kết quả (triệu)\na;7', [['a', undefined, '7']]],
    [
      'no headings',
      'Thu\t9.105,326\nChi\t8',
      [
        [undefined, 'Thu', '9.105,326'],
        [undefined, 'Chi', '8'],
      ],
    ],
    [
      'commas between',
      'Thu,9,5\nChi,8',
      [
        [undefined, 'Thu', '9,5'],
        [undefined, 'Chi', '8'],
      ],
    ],
    ['a line break inside a cell', '"Thu\nngân sách"\t7', [[undefined, 'Thu ngân sách', '7']]],
    [
      'headings again on the next page',
      'Mã\tKết quả\na\t1\nMã\tKết quả\nb\t2',
      [
        ['a', undefined, '1'],
        ['b', undefined, '2'],
      ],
    ],
  ])('with %s is understood', (_what, text, rows) => {
    expect(textsOf(text)).toEqual(rows)
  })

  it('is looked for on every sheet, and says which sheets and columns mean nothing', () => {
    const guide = { sheet: 'Hướng dẫn', rows: [{ number: 1, cells: [{ text: 'Cách điền' }] }] }
    const found = findTable([guide, { ...gridOfText('Mã\tKết quả\tLạ\na\t1'), sheet: 'Số liệu' }], shape)
    expect(found).toMatchObject({ sheet: 'Số liệu', otherSheets: ['Hướng dẫn'], strangeColumns: ['Lạ'] })
    expect(placeWords(found?.rows[0]?.cells.value?.where ?? { sheet: '', row: 0, column: 0 }, 'vi')).toBe(
      'Số liệu, ô B2',
    )
    expect(findTable([guide], shape)).toBeUndefined()
  })

  it('names a record by code, by name, and the one in use of several', () => {
    const records = [
      { id: '1', code: 'thu', name: 'Thu ngân sách' },
      { id: '2', code: 'thu-cu', name: 'Thu ngân sách' },
    ]
    expect(findNamed(records, new Set())('THU', '')).toMatchObject({ value: { id: '1' } })
    expect(findNamed(records, new Set(['2']))('', '– thu  Ngân sách')).toMatchObject({ value: { id: '2' } })
    expect(findNamed(records, new Set())('', 'Thu ngân sách')).toMatchObject({
      error: { code: 'row_ambiguous' },
    })
    expect(findNamed(records, new Set())('', 'Chi')).toMatchObject({ error: { code: 'row_unknown' } })
    expect(['x', 'Có', '', 'không', 'gì'].map(yesNoOf)).toEqual([true, true, false, false, undefined])
  })
})

function refusal(bytes: Uint8Array): string {
  try {
    readWorkbook(bytes)
    return 'read'
  } catch (error) {
    return error instanceof FileRefused ? error.reason : 'thrown'
  }
}

/** A workbook of one sheet with a date in the second format and a percentage in the third. */
function packed(rows: string): Uint8Array {
  const text = (xml: string) => new TextEncoder().encode(xml)
  return zipSync(
    {
      'xl/workbook.xml': text('<workbook><sheets><sheet name="A" r:id="r1"/></sheets></workbook>'),
      'xl/_rels/workbook.xml.rels': text(
        '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
      ),
      'xl/styles.xml': text(
        '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/></cellXfs></styleSheet>',
      ),
      'xl/worksheets/sheet1.xml': text(`<worksheet><sheetData>${rows}</sheetData></worksheet>`),
    },
    { level: 1 },
  )
}
