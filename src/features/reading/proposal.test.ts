import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readReport } from '../../domain/reading/reading.ts'
import { piecesOf, type Span } from './marked-text.tsx'
import { matchField, matchIndicator, sameOrganisation } from './matching.ts'
import { proposalsOf, reportPeriod, type Surroundings } from './proposal.ts'
import type { CatalogueEntry, StoredFigure } from './reading.store.ts'

const entry = (name: string, unitOfMeasure: string): CatalogueEntry => ({
  id: name,
  code: name,
  name,
  unitOfMeasure,
  kind: 'level',
  fieldCode: null,
})
const output = entry('Giá trị sản xuất công nghiệp', 'tỷ đồng')
const imports = entry('Kim ngạch nhập khẩu', 'triệu USD')
const around: Surroundings = {
  year: 2021,
  unitId: null,
  catalogue: [output, imports, entry('Dự án FDI cấp mới', 'dự án')],
  units: [{ id: 'sct', names: ['Sở Công Thương', 'Sở CT'] }],
  fields: [{ code: 'industry', nameVi: 'Công nghiệp', nameEn: 'Industry' }],
  stored: [],
  period: null,
}
const REPORT =
  'BÁO CÁO NĂM 2021 CỦA KHỐI THI ĐUA KINH TẾ\nSở Công Thương: Giá trị sản xuất công nghiệp ước đạt 150.764 tỷ đồng, tăng 12,5% so với năm 2020.'
const only = (text: string, more: Partial<Surroundings> = {}) =>
  proposalsOf(readReport(text), { ...around, ...more })[0]

describe('a figure that was read', () => {
  it('is proposed in the words of the catalogue, for its unit and year, and taken when nothing is doubtful', () => {
    expect(only(REPORT)).toMatchObject({
      take: true,
      how: 'exact',
      name: 'Giá trị sản xuất công nghiệp (tỷ đồng)',
      owner: 'unit:sct',
      kind: 'result',
      period: '2021',
      figure: 'ước 150.764 tỷ đồng',
      comparisons: ['tăng 12,5% so với năm 2020'],
      doubts: [],
    })
  })

  it('is not taken unseen when another value is stored, and says which', () => {
    const held: StoredFigure = {
      target: false,
      indicatorId: output.id,
      unitId: 'sct',
      period: '2021',
      value: '150000',
      valueMax: null,
      total: null,
      unitOfMeasure: 'tỷ đồng',
      isEstimate: true,
      bound: null,
      qualifier: '',
      asOf: null,
      outsidePlan: false,
      sourceFileId: null,
      version: 3,
    }
    const other = only(REPORT, { stored: [held] })
    expect(other).toMatchObject({
      take: false,
      stored: { same: false, words: 'ước đạt 150.000 tỷ đồng', version: 3 },
    })
    const same = only(REPORT, { stored: [{ ...held, value: '150764' }] })
    expect(same).toMatchObject({ take: false, stored: { same: true } })
  })

  it('with a multiplier left out is asked about: 980 USD beside 1.218 triệu USD', () => {
    const [, slip] = proposalsOf(
      readReport('Năm 2021, kim ngạch xuất khẩu đạt 1.218 triệu USD; kim ngạch nhập khẩu đạt 980 USD.'),
      { ...around, unitId: 'sct' },
    )
    expect(slip).toMatchObject({
      take: false,
      doubts: [{ kind: 'reader', code: 'unit-scale', wouldBe: '980 triệu USD' }],
    })
  })

  it('with a multiplier left out and no neighbour is asked about by the unit of its indicator', () => {
    const slip = only('Năm 2021, kim ngạch nhập khẩu đạt 980 USD.', { unitId: 'sct' })
    expect(slip).toMatchObject({
      take: false,
      doubts: [{ kind: 'finding', finding: { code: 'unit_differs' } }],
    })
  })

  it('that nobody is named for waits for a person to say whose it is', () => {
    const nobody = only('Năm 2021, giá trị sản xuất công nghiệp đạt 150.764 tỷ đồng.')
    expect(nobody).toMatchObject({ take: false, owner: '', doubts: [{ kind: 'owner_unknown' }] })
  })

  it('told twice for one place is taken once', () => {
    const twice = readReport(REPORT)
    const [fact] = twice.indicators
    if (!fact) throw new Error('nothing was read')
    const both = proposalsOf({ ...twice, indicators: [fact, fact] }, around)
    expect(both.map((one) => one.take)).toEqual([true, false])
    expect(both[1]?.doubts).toEqual([{ kind: 'repeated', before: 0 }])
  })

  it('of a mid-year report belongs to the first half', () => {
    expect(reportPeriod('BÁO CÁO SƠ KẾT 6 THÁNG ĐẦU NĂM 2021', 2021)).toBe('2021H1')
    expect(reportPeriod('Kết quả quý III năm 2021', 2021)).toBe('2021Q3')
    expect(reportPeriod('BÁO CÁO TỔNG KẾT NĂM 2021, so với 6 tháng đầu năm', 2021)).toBeNull()
    expect(reportPeriod('BÁO CÁO NĂM 2021', 2021)).toBeNull()
  })
})

describe('names that were read', () => {
  it('meet the catalogue by the same words and the same dimension; anything less is looked at', () => {
    const match = (name: string, unit: string) => matchIndicator(name, unit, around.catalogue).how
    expect(match('GIÁ TRỊ sản xuất  công nghiệp', 'triệu đồng')).toBe('exact')
    expect(match('giá trị sản xuất công nghiệp', '%')).toBe('near')
    expect(match('tổng giá trị sản xuất công nghiệp', 'tỷ đồng')).toBe('near')
    expect(match('tổng mức bán lẻ hàng hóa', 'tỷ đồng')).toBe('new')
  })

  it('are one organisation in full and in capitals', () => {
    const full = 'Sở Nông nghiệp và Phát triển nông thôn'
    for (const short of [
      'Sở NN&PTNT',
      'Sở Nông nghiệp và PTNT',
      `${full} tỉnh Hà Giang`,
      'SỞ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN',
    ])
      expect(sameOrganisation(short, full), short).toBe(true)
    expect(sameOrganisation('Sở TT&TT', 'Sở Thông tin và Truyền thông')).toBe(true)
    expect(sameOrganisation('Sở Tài chính', 'Sở Tài nguyên và Môi trường')).toBe(false)
    expect(sameOrganisation('Sở Công Thương', 'Sở Công')).toBe(false)
  })

  it('may be a field of the bloc', () => {
    expect(matchField('lĩnh vực công nghiệp', around.fields)).toBe('industry')
    expect(matchField('Sở Y tế', around.fields)).toBeUndefined()
  })
})

describe('the marked text', () => {
  const text = fc.string({ maxLength: 60 })
  const spans = (length: number) =>
    fc.array(
      fc.tuple(fc.nat(length), fc.nat(length), fc.nat(9)).map(
        ([a, b, fact]): Span => ({
          start: Math.min(a, b),
          end: Math.max(a, b),
          fact: `f${fact}`,
          kind: 'figure',
        }),
      ),
      { maxLength: 6 },
    )

  it('is the text itself, every fact marked where its words stand, overlaps or not', () => {
    fc.assert(
      fc.property(
        text.chain((one) => fc.tuple(fc.constant(one), spans(one.length))),
        ([whole, marked]) => {
          const pieces = piecesOf(whole, marked)
          expect(pieces.map((one) => one.words).join('')).toBe(whole)
          let at = 0
          for (const { words, span } of pieces) {
            const covered = marked.some((one) => one.start <= at && one.end >= at + words.length)
            if (words !== '') expect(span !== undefined).toBe(covered)
            at += words.length
          }
          const anchored = new Set(pieces.flatMap((one) => one.anchors))
          for (const { start } of marked) if (start < whole.length) expect(anchored.has(start)).toBe(true)
        },
      ),
    )
  })
})
