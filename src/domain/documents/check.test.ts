import { describe, expect, it } from 'vitest'
import { column, heading, numbered, row } from './blocks.ts'
import { checkPaper } from './check.ts'
import { type PaperFaultCode, paperFaultWords } from './faults.ts'
import type { Figure, Paper, Signature, Table } from './paper.ts'
import { samplePapers } from './papers/samples.ts'

const samples = samplePapers()
const report = samples['year-end-report']
const minutes = samples['conference-minutes']
const letter = samples.reminder
const form = samples.pledge

const table: Table = {
  kind: 'table',
  columns: [column(1), column(2), column(3)],
  head: [],
  rows: [row(['1', '2', '3'])],
}

const figure: Figure = {
  kind: 'figure',
  chart: {
    shape: 'column',
    categories: ['a', 'b'],
    series: [{ name: 's', values: ['1', '2.5'] }],
    unit: null,
  },
  caption: 'c',
  alternative: 'a',
}

function faults(paper: Paper): readonly PaperFaultCode[] {
  const checked = checkPaper(paper)
  return checked.ok ? [] : checked.error.map((fault) => fault.code)
}

function withTable(change: Partial<Table>): Paper {
  return { ...report, body: [{ ...table, ...change }] }
}

function withFigure(change: Partial<Figure['chart']>): Paper {
  return { ...report, body: [{ ...figure, chart: { ...figure.chart, ...change } }] }
}

function signedBy(...signatures: readonly Signature[]): Paper {
  return { ...report, signatures: { kind: 'several', signatures } }
}

describe('a paper', () => {
  it('of every type is accepted as the builders make it', () => {
    for (const paper of Object.values(samples)) expect(faults(paper)).toEqual([])
  })

  it('has a name of type, except a letter, and always a subject', () => {
    expect(faults({ ...letter, name: 'Công văn' })).toEqual(['letter-has-name'])
    expect(faults({ ...report, name: null })).toEqual(['name-missing'])
    expect(faults({ ...report, subject: ' ' })).toEqual(['subject-missing'])
  })

  it('of a bloc is never a decision, and bears the symbol of the head unit alone', () => {
    expect(faults({ ...report, code: 'QĐ', name: 'Quyết định' })).toEqual(['decision-by-bloc'])
    expect(faults({ ...report, symbol: { number: 1, organ: 'KTĐ' } })).toEqual(['symbol-not-of-head-unit'])
    expect(faults({ ...letter, symbol: { number: 1, organ: 'SCT-VP' } })).toEqual([])
  })

  it('has a symbol unless it is a form or minutes', () => {
    expect(faults({ ...report, symbol: null })).toEqual(['symbol-missing'])
    expect(faults({ ...minutes, symbol: null })).toEqual([])
    expect(faults({ ...form, symbol: { number: 1, organ: 'SCT' } })).toEqual(['symbol-on-form'])
    expect(
      faults({ ...report, issuer: samples.registration.issuer, symbol: { number: 1, organ: '' } }),
    ).toEqual(['symbol-without-organ'])
  })

  it('has a positive number and a date of the calendar', () => {
    expect(faults({ ...report, symbol: { number: 0, organ: 'SCT' } })).toEqual(['number-not-positive'])
    expect(faults({ ...report, symbol: { number: 1.5, organ: 'SCT' } })).toEqual(['number-not-positive'])
    expect(faults({ ...report, date: '2025-02-29' })).toEqual(['date-not-in-calendar'])
    expect(faults({ ...report, date: null, symbol: { number: null, organ: 'SCT' } })).toEqual([])
    expect(faults({ ...report, body: [heading('group', 0, 'A')] })).toEqual(['number-not-positive'])
    expect(faults({ ...report, body: [numbered('point', 0, 'A')] })).toEqual(['number-not-positive'])
  })

  it('shows every fault at once, with its place', () => {
    const checked = checkPaper({
      ...report,
      subject: '',
      body: [table, { ...table, rows: [row(['1', '2'])] }],
    })
    expect(checked).toEqual({
      ok: false,
      error: [
        { code: 'subject-missing', where: '' },
        { code: 'row-does-not-fit', where: 'Bảng 2, dòng 1' },
      ],
    })
  })
})

describe('a table', () => {
  it('needs columns with a width', () => {
    expect(faults(withTable({ columns: [], rows: [] }))).toEqual(['table-without-columns'])
    expect(faults(withTable({ columns: [column(0), column(1), column(1)] }))).toEqual([
      'column-without-width',
    ])
  })

  it('has rows that fill its columns, cells reaching over rows and columns counted', () => {
    const tall = { words: 'a', rows: 2 }
    const wide = { words: 'b', columns: 2 }
    expect(faults(withTable({ rows: [row([tall, wide]), row(['c', 'd'])] }))).toEqual([])
    expect(faults(withTable({ head: [row([wide, tall]), row(['c', 'd'])] }))).toEqual([])
    expect(faults(withTable({ rows: [row([tall, wide]), row(['c', 'd', 'e'])] }))).toEqual([
      'row-does-not-fit',
    ])
    expect(faults(withTable({ rows: [row(['a', wide, 'c'])] }))).toEqual(['row-does-not-fit'])
    expect(faults(withTable({ head: [row([tall, wide])] }))).toEqual(['row-does-not-fit'])
  })

  it('is checked in annexes and on sheets of its own as well', () => {
    const bad = { ...table, rows: [row(['1'])] }
    expect(faults({ ...report, body: [{ kind: 'sheet', orientation: 'landscape', blocks: [bad] }] })).toEqual(
      ['row-does-not-fit'],
    )
    expect(faults({ ...report, annexes: [{ title: 'A', orientation: 'portrait', blocks: [bad] }] })).toEqual([
      'row-does-not-fit',
    ])
  })
})

describe('a figure', () => {
  it('has a text for those who cannot see it', () => {
    expect(faults({ ...report, body: [{ ...figure, alternative: ' ' }] })).toEqual([
      'figure-without-alternative',
    ])
  })

  it('has one exact number, or none, for each category', () => {
    expect(faults(withFigure({}))).toEqual([])
    expect(faults(withFigure({ series: [{ name: 's', values: ['1', null] }] }))).toEqual([])
    expect(faults(withFigure({ series: [{ name: 's', values: ['1'] }] }))).toEqual(['chart-does-not-fit'])
    expect(faults(withFigure({ series: [] }))).toEqual(['chart-does-not-fit'])
    expect(faults(withFigure({ series: [{ name: 's', values: ['1', '2,5'] }] }))).toEqual([
      'chart-value-not-a-number',
    ])
  })
})

describe('signatures', () => {
  const lines = [{ title: 'Giám đốc' }]

  it('are there, two of them under minutes', () => {
    expect(faults(signedBy())).toEqual(['signatures-missing'])
    expect(faults({ ...minutes, signatures: { kind: 'one', signature: { lines, name: null } } })).toEqual([
      'minutes-need-two-signatures',
    ])
    expect(faults({ ...form, signatures: { kind: 'units', rows: [], leader: null } })).toEqual([
      'signatures-missing',
    ])
  })

  it('say the title of the signer', () => {
    expect(faults(signedBy({ lines: [], name: null }))).toEqual(['signature-without-title'])
    expect(faults(signedBy({ lines: [{ title: ' ' }], name: null }))).toEqual(['signature-without-title'])
  })

  it('put TM. first and the title of the signer after KT., TL. and TUQ.', () => {
    const tm = { code: 'TM.', of: 'Ủy ban nhân dân' } as const
    const kt = { code: 'KT.', of: 'Chủ tịch' } as const
    const title = { title: 'Phó Chủ tịch' }
    expect(faults(signedBy({ lines: [tm, kt, title], name: 'A' }))).toEqual([])
    expect(faults(signedBy({ lines: [{ code: 'Q.', of: 'Giám đốc' }], name: 'A' }))).toEqual([])
    for (const wrong of [[kt, tm, title], [kt], [title, kt], [tm]]) {
      expect(faults(signedBy({ lines: wrong, name: 'A' }))).toEqual(['signature-codes-out-of-order'])
    }
  })

  it('name the signer without title or degree', () => {
    expect(faults(signedBy({ lines, name: 'TS. Trần Văn Mẫu' }))).toEqual(['signer-name-has-title'])
  })

  it('of many units each say capacity and a true date', () => {
    const unit = { unit: 'Sở A', capacity: 'Giám đốc', name: 'Trần Văn Mẫu', signed: null }
    const signed = (change: object): Paper => ({
      ...form,
      signatures: { kind: 'units', rows: [{ ...unit, ...change }], leader: null },
    })
    expect(faults(signed({}))).toEqual([])
    expect(faults(signed({ capacity: '' }))).toEqual(['signature-without-title'])
    expect(faults(signed({ name: 'Bà Trần Thị Mẫu' }))).toEqual(['signer-name-has-title'])
    expect(faults(signed({ signed: { on: 'paper', date: '2025-02-30' } }))).toEqual(['date-not-in-calendar'])
  })
})

describe('the words of a fault', () => {
  it('are sentences in both languages', () => {
    for (const { vi, en } of Object.values(paperFaultWords)) {
      expect(vi).toMatch(/^\p{Lu}.+\.$/u)
      expect(en).toMatch(/^\p{Lu}.+\.$/u)
    }
  })
})
