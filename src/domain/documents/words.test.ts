import { describe, expect, it } from 'vitest'
import { dashes, paragraph } from './blocks.ts'
import { closedBody, printedBases } from './closing.ts'
import type { Block, Paper } from './paper.ts'
import { samplePapers } from './papers/samples.ts'
import { marked, noteOf, plainText, printedRuns } from './words.ts'

const plain: Paper = { ...samplePapers().reminder, body: [paragraph('Một câu')] }

function closed(...body: readonly Block[]): readonly string[] {
  return closedBody({ ...plain, body }).map((block) => {
    if (block.kind === 'paragraph') return plainText(block.words)
    return block.kind === 'list' ? block.items.map(plainText).join('|') : block.kind
  })
}

describe('marks of doubtful statements', () => {
  it('stand in brackets beside the statement', () => {
    expect(plainText(marked('92,5', 'illustrative'))).toBe('92,5 (minh họa)')
    expect(plainText(marked('92,5', 'unverified'))).toBe('92,5 (chưa kiểm chứng)')
    expect(plainText(marked('5/6', 'habit'))).toBe('5/6 (thông lệ, chưa có căn cứ)')
    expect(plainText(marked('92,5', undefined))).toBe('92,5')
  })

  it('stand alone where nothing else is said', () => {
    expect(printedRuns(marked('', 'illustrative'))).toEqual([
      { text: '(minh họa)', italic: true, mark: 'illustrative' },
    ])
  })

  it('call for a note on top of the paper, wherever they stand', () => {
    const mark = marked('1', 'illustrative')
    const table: Block = {
      kind: 'table',
      columns: [{ width: 1, align: 'left' }],
      head: [],
      rows: [{ cells: [{ words: mark }] }],
    }
    const papers: readonly Paper[] = [
      { ...plain, body: [paragraph(mark)] },
      { ...plain, body: dashes([mark]) },
      { ...plain, body: [table] },
      { ...plain, body: [{ kind: 'heading', level: 'group', number: 1, title: mark }] },
      { ...plain, body: [{ kind: 'sheet', orientation: 'landscape', blocks: [table] }] },
      { ...plain, annexes: [{ title: 'A', orientation: 'portrait', blocks: [table] }] },
      { ...plain, bases: [mark] },
      {
        ...plain,
        signatures: { kind: 'one', signature: { lines: [{ title: 'A' }], name: 'B', mark: 'illustrative' } },
      },
    ]
    for (const paper of papers) expect(noteOf(paper)).toBe('Số liệu minh họa, không phải số liệu thật')
    expect(noteOf(plain)).toBeNull()
  })

  it('share one note', () => {
    const both = [...marked('1', 'unverified'), ...marked('2', 'illustrative'), ...marked('3', 'habit')]
    expect(noteOf({ ...plain, body: [paragraph(both)] })).toBe(
      'Số liệu minh họa, không phải số liệu thật; có nội dung chưa kiểm chứng; có nội dung theo thông lệ',
    )
  })
})

describe('closing punctuation', () => {
  it('ends each căn cứ with ";" and the last with ".", in italics', () => {
    const bases = printedBases(['Căn cứ Luật A.', 'Căn cứ Luật B', 'Căn cứ Quy chế;'])
    expect(bases.map(plainText)).toEqual(['Căn cứ Luật A;', 'Căn cứ Luật B;', 'Căn cứ Quy chế.'])
    expect(bases.flat().every((run) => run.italic)).toBe(true)
  })

  it('ends the items of a list with ";" and the last with "."', () => {
    expect(closed(...dashes(['một', 'hai.', marked('ba', 'illustrative')]), paragraph('x'))[0]).toBe(
      'một;|hai;|ba (minh họa).',
    )
    expect(dashes([])).toEqual([])
  })

  it('closes the text with "./."', () => {
    expect(closed(paragraph('Trên đây là báo cáo.'))).toEqual(['Trên đây là báo cáo./.'])
    expect(closed(paragraph(marked('Số liệu', 'illustrative')))).toEqual(['Số liệu (minh họa)./.'])
    expect(closed(...dashes(['một', 'hai']))).toEqual(['một;|hai./.'])
    expect(closed({ kind: 'table', columns: [], head: [], rows: [] })).toEqual(['table', './.'])
    expect(closed()).toEqual([])
  })

  it('leaves a paper without end mark as it is', () => {
    expect(closedBody({ ...plain, endMark: false })).toBe(plain.body)
  })
})
