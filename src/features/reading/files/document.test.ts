import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { LARGEST_READ } from '../../../files/limits.ts'
import { FileRefused } from '../../../files/refusal.ts'
import { readBytes } from '../reading.files.ts'
import { documentText } from './document.ts'

const SENTENCE = 'Thu ngân sách đạt 9.105,326 tỷ đồng, tăng 12,5% so với năm 2020.'

const textOf = async (bytes: Uint8Array, name: string) => (await documentText(bytes, name)).text

async function refusalOf(bytes: Uint8Array, name: string): Promise<string> {
  const error = await documentText(bytes, name).then(
    () => null,
    (thrown: unknown) => thrown,
  )
  return error instanceof FileRefused ? error.reason : `not refused: ${String(error)}`
}

describe('plain text', () => {
  it('in UTF-8, with a byte-order mark or without', async () => {
    expect(await textOf(strToU8(SENTENCE), 'a.txt')).toBe(SENTENCE)
    expect(await textOf(new Uint8Array([0xef, 0xbb, 0xbf, ...strToU8(SENTENCE)]), 'a.txt')).toBe(SENTENCE)
  })

  it('in UTF-16', async () => {
    expect(await textOf(new Uint8Array(Buffer.from(`\ufeff${SENTENCE}`, 'utf16le')), 'a.txt')).toBe(SENTENCE)
    expect(await textOf(new Uint8Array(Buffer.from(SENTENCE, 'utf16le')), 'a.txt')).toBe(SENTENCE)
  })

  it('in the bytes of TCVN3 and VNI fonts', async () => {
    const tcvn3 = 'Së C«ng th­¬ng tØnh ®¹t kÕt qu¶ tèt, gi¸ trÞ s¶n xuÊt t¨ng'
    const vni = 'Sôû Coâng thöông tænh ñaït keát quaû toát, giaù trò saûn xuaát taêng'
    const wanted = 'Sở Công thương tỉnh đạt kết quả tốt, giá trị sản xuất tăng'
    expect(await textOf(new Uint8Array(Buffer.from(tcvn3, 'latin1')), 'cu.txt')).toBe(wanted)
    expect(await textOf(new Uint8Array(Buffer.from(vni, 'latin1')), 'cu.txt')).toBe(wanted)
  })
})

describe('a web page', () => {
  it('gives its main text without menus, scripts and margins', async () => {
    const page = `<!doctype html><html><head><title>Tin</title><script>var x = '9 tỷ đồng'</script></head><body>
      <nav><a href="/">Trang chủ</a></nav><div class="menu"><ul><li><a>Giới thiệu</a></li></ul></div>
      <article><h1>Tổng kết năm 2021</h1><p>${SENTENCE}</p><p>Hai&nbsp;dòng<br>khác</p></article>
      <aside>Tin khác</aside><footer>Bản quyền</footer></body></html>`
    expect((await textOf(strToU8(page), 'a.html')).split('\n')).toEqual([
      'Tổng kết năm 2021',
      SENTENCE,
      'Hai dòng',
      'khác',
    ])
  })

  it('gives the rows of its tables with their cells parted', async () => {
    const page =
      '<html><body><table><tr><th>Chỉ tiêu</th><th>Thực hiện</th></tr><tr><td>Thu <b>ngân sách</b></td><td>1.250</td></tr></table></body></html>'
    expect(await textOf(strToU8(page), 'a.html')).toBe('Chỉ tiêu\tThực hiện\nThu ngân sách\t1.250')
  })

  it('is refused when its elements nest without end', async () => {
    expect(await refusalOf(strToU8(`<html>${'<div>'.repeat(100_000)}`), 'a.html')).toBe('too-much-inside')
  })
})

describe('a Word document', () => {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] })
  const paper = () =>
    new Document({
      sections: [
        {
          children: [
            new Paragraph('Tổng kết năm 2021'),
            new Paragraph({
              children: [
                new TextRun('Thu ngân sách '),
                new TextRun({ text: 'đạt 9.105,326 tỷ đồng', bold: true }),
                new TextRun(', tăng 12,5% so với năm 2020.'),
              ],
            }),
            new Table({
              rows: [
                new TableRow({ children: ['Chỉ tiêu', 'ĐVT', 'Kế hoạch', 'Thực hiện'].map(cell) }),
                new TableRow({ children: ['Trồng rừng', 'ha', '500', '480,5'].map(cell) }),
              ],
            }),
            new Paragraph({ children: [new TextRun({ text: 'Së C«ng th­¬ng', font: '.VnTime' })] }),
          ],
        },
      ],
    })

  it('gives paragraphs and tables, and Unicode for runs in an old font', async () => {
    const bytes = new Uint8Array(await Packer.toBuffer(paper()))
    expect(await textOf(bytes, 'a.docx')).toBe(
      `Tổng kết năm 2021\n${SENTENCE}\nChỉ tiêu\tĐVT\tKế hoạch\tThực hiện\nTrồng rừng\tha\t500\t480,5\nSở Công thương`,
    )
  })

  it('is read into facts with their places in its text', async () => {
    const { text, reading } = await readBytes(new Uint8Array(await Packer.toBuffer(paper())), 'a.docx')
    expect(reading.indicators.map((figure) => [figure.value, figure.unit])).toEqual([
      ['9105.326', 'tỷ đồng'],
      ['480.5', 'ha'],
    ])
    for (const figure of reading.indicators) expect(text.slice(figure.start, figure.end)).toBe(figure.quote)
    expect(reading.source.mediaType).toContain('wordprocessingml')
    expect(reading.source.sha256).toMatch(/^[0-9a-f]{64}$/)
  })

  it('is refused as a bomb by the size that it declares', async () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(130 * 1024 * 1024) }, { level: 9 })
    expect(bomb.length).toBeLessThan(1024 * 1024)
    expect(await refusalOf(bomb, 'a.docx')).toBe('too-much-inside')
  })

  it('is refused when it declares less than it holds', async () => {
    const liar = zipSync({
      'word/document.xml': strToU8(
        `<w:document>${'<w:p><w:r><w:t>đầy</w:t></w:r></w:p>'.repeat(50_000)}</w:document>`,
      ),
    })
    const view = new DataView(liar.buffer, liar.byteOffset)
    const directory = view.getUint32(liar.length - 6, true)
    view.setUint32(directory + 24, 64, true)
    const answer = await documentText(liar, 'a.docx').then(
      (document) => document.text.length,
      () => 0,
    )
    expect(answer).toBeLessThan(64)
  })
})

describe('a Word 97 document', () => {
  it('gives its text, cells parted by tabs', async () => {
    expect(
      await textOf(
        wordBinary(
          'Tổng kết năm 2021\rChỉ tiêu\u0007Thực hiện\u0007\u0007Thu ngân sách\u00071.250\u0007\u0007',
        ),
        'a.doc',
      ),
    ).toBe('Tổng kết năm 2021\nChỉ tiêu\tThực hiện\nThu ngân sách\t1.250\n')
  })

  it('is refused when its sectors run in a circle', async () => {
    const bytes = wordBinary('Vòng lặp')
    new DataView(bytes.buffer).setUint32(512 + 4 * 1, 1, true)
    expect(await refusalOf(bytes, 'a.doc')).toBe('damaged')
  })
})

describe('a workbook', () => {
  const sheet = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`
  const workbook = zipSync({
    'xl/sharedStrings.xml': strToU8(
      '<sst><si><t>Chỉ tiêu</t></si><si><t>Kết quả</t></si><si><r><t>Thu </t></r><r><t>ngân sách</t></r></si></sst>',
    ),
    'xl/styles.xml': strToU8(
      '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    ),
    'xl/worksheets/sheet1.xml': strToU8(
      sheet(
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row><row r="2"><c r="A2" t="s"><v>2</v></c><c r="C2"><v>9105.3260000000002</v></c><c r="D2" s="1"><v>0.985</v></c><c r="E2" s="2"><v>44196</v></c></row>',
      ),
    ),
  })

  it('gives rows with their numbers in Vietnamese print', async () => {
    expect(await textOf(workbook, 'a.xlsx')).toBe(
      'Chỉ tiêu\t\tKết quả\nThu ngân sách\t\t9.105,326\t98,5%\t31/12/2020\n',
    )
  })
})

describe('a PDF', () => {
  it('with text is put together line by line', async () => {
    const pdf = NodeCompiler.create().pdf({
      mainFileContent: `#set page(width: 12cm)\n${SENTENCE} Sở Công Thương được bầu làm Trưởng khối năm 2022.\n\nĐoạn thứ hai.`,
    })
    const text = await textOf(new Uint8Array(pdf), 'a.pdf')
    expect(text.replace(/\s+/g, ' ')).toContain('Sở Công Thương được bầu làm Trưởng khối năm 2022.')
    const { reading } = await readBytes(new Uint8Array(pdf), 'a.pdf')
    expect(
      reading.indicators.map((figure) => [figure.value, figure.unit, figure.comparisons?.[0]?.percent]),
    ).toEqual([['9105.326', 'tỷ đồng', '12.5']])
  })

  it('of pictures is refused, with a sentence that says why', async () => {
    const pdf = NodeCompiler.create().pdf({ mainFileContent: '#rect(width: 5cm, height: 5cm, fill: black)' })
    expect(await refusalOf(new Uint8Array(pdf), 'scan.pdf')).toBe('scanned')
    expect(new FileRefused('scanned').message).toContain('ảnh quét')
  })

  it('that is damaged is refused', async () => {
    expect(await refusalOf(strToU8(`%PDF-1.7\n${'rác '.repeat(100)}`), 'a.pdf')).toBe('damaged')
  })
})

describe('what is no report', () => {
  it('is refused: too large, empty, another kind', async () => {
    expect(await refusalOf(new Uint8Array(LARGEST_READ + 1), 'a.txt')).toBe('too-large')
    expect(await refusalOf(new Uint8Array(), 'a.txt')).toBe('empty')
    expect(await refusalOf(zipSync({ 'a.exe': strToU8('x') }), 'a.zip')).toBe('unknown-kind')
    expect(await refusalOf(new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8, 200, 1, 2, 3]), 'a.bin')).toBe(
      'unknown-kind',
    )
  })

  it('never fails otherwise than by a refusal, whatever the bytes', async () => {
    const heads = [
      [],
      [0x50, 0x4b, 3, 4],
      [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
      [0x3c, 0x68, 0x74, 0x6d, 0x6c, 0x3e],
      [0xff, 0xfe],
    ]
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 3000 }), async (head, rest) => {
        const bytes = new Uint8Array([...head, ...rest])
        const error = await readBytes(bytes, 'x.doc').then(
          () => null,
          (thrown: unknown) => thrown,
        )
        expect(error === null || error instanceof FileRefused).toBe(true)
      }),
      { numRuns: 150 },
    )
  })
})

/** A Word 97 file of one piece of text: a compound file with the streams WordDocument and 1Table. */
function wordBinary(text: string): Uint8Array<ArrayBuffer> {
  const piece = Buffer.from(text, 'utf16le')
  const main = Buffer.alloc(Math.max(4096, Math.ceil((0x400 + piece.length) / 512) * 512))
  main.writeUInt16LE(0xa5ec, 0)
  main.writeUInt16LE(0x0200, 0x0a)
  main.writeUInt32LE(text.length, 0x4c)
  main.writeUInt32LE(0, 0x01a2)
  main.writeUInt32LE(21, 0x01a6)
  piece.copy(main, 0x400)
  const table = Buffer.alloc(4096)
  table.writeUInt8(2, 0)
  table.writeUInt32LE(16, 1)
  table.writeUInt32LE(0, 5)
  table.writeUInt32LE(text.length, 9)
  table.writeUInt32LE(0x400, 15)
  return compound({ WordDocument: main, '1Table': table })
}

function compound(streams: Readonly<Record<string, Buffer>>): Uint8Array<ArrayBuffer> {
  const names = Object.keys(streams)
  const fat: number[] = [0xfffffffd, 0xfffffffe]
  const entries = [entry('Root Entry', 5, 0xfffffffe, 0)]
  const sectors: Buffer[] = []
  for (const name of names) {
    const data = streams[name] ?? Buffer.alloc(0)
    const start = fat.length
    const count = data.length / 512
    for (let index = 0; index < count; index++) fat.push(index === count - 1 ? 0xfffffffe : start + index + 1)
    sectors.push(data)
    entries.push(entry(name, 2, start, data.length))
  }
  const header = Buffer.alloc(512)
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(header)
  header.writeUInt16LE(9, 30)
  header.writeUInt16LE(6, 32)
  header.writeUInt32LE(1, 44)
  header.writeUInt32LE(1, 48)
  header.writeUInt32LE(4096, 56)
  header.writeUInt32LE(0xfffffffe, 60)
  header.writeUInt32LE(0xfffffffe, 68)
  for (let index = 0; index < 109; index++) header.writeUInt32LE(index === 0 ? 0 : 0xffffffff, 76 + index * 4)
  const table = Buffer.alloc(512, 0xff)
  for (const [index, next] of fat.entries()) table.writeUInt32LE(next, index * 4)
  const directory = Buffer.alloc(512)
  for (const [index, one] of entries.entries()) one.copy(directory, index * 128)
  return new Uint8Array(Buffer.concat([header, table, directory, ...sectors]))
}

function entry(name: string, kind: number, start: number, size: number): Buffer {
  const buffer = Buffer.alloc(128)
  buffer.write(name, 0, 'utf16le')
  buffer.writeUInt16LE((name.length + 1) * 2, 64)
  buffer.writeUInt8(kind, 66)
  buffer.writeUInt32LE(start, 116)
  buffer.writeUInt32LE(size, 120)
  return buffer
}
