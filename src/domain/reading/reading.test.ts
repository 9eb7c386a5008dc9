import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { printDate, printNumber } from '../vietnamese/index.ts'
import { pageOf } from './page.ts'
import { readPage, readReport } from './reading.ts'
import type { Place, Reading } from './reading.types.ts'
import type { Token } from './tokens.ts'

const figuresOf = (text: string) =>
  readReport(text).indicators.map((figure) => `${figure.value} ${figure.unit}`)
const firstOf = (text: string) => readReport(text).indicators[0]

describe('figures', () => {
  it('keeps thousands, decimals and the unit as printed', () => {
    expect(figuresOf('Vốn đăng ký đạt 9.105,326 tỷ đồng; vốn vay 435,310 tỷ đồng.')).toEqual([
      '9105.326 tỷ đồng',
      '435.31 tỷ đồng',
    ])
  })

  it('mends words printed without a space and stray signs inside numbers', () => {
    expect(
      figuresOf(
        'Giá trị sản xuấtước cả năm đạt 7. 215 tỷđồng; điều chỉnh170lượt dự án; thu 1.204,55, triệu đồng.',
      ),
    ).toEqual(['7215 tỷ đồng', '170 lượt dự án', '1204.55 triệu đồng'])
  })

  it('tells x/y that is a result from a date', () => {
    const reading = readReport(
      'Ngày 05/9/2022, Khối thi đua Tư pháp báo cáo đã xử lý 48/52 vụ, hoàn thành 03/09 xã.',
    )
    expect(reading.indicators.map((figure) => [figure.value, figure.total, figure.unit])).toEqual([
      ['48', '52', 'vụ'],
      ['3', '9', 'xã'],
    ])
    expect(reading.dates.map((date) => date.iso)).toEqual(['2022-09-05'])
  })

  it('takes years, ordinals, durations, room numbers and diseases for no figures', () => {
    expect(
      figuresOf(
        'Năm 2021, Đại hội lần thứ 12, nhiệm kỳ 5 năm, tại phòng 302, Quốc lộ 6, dịch Covid-19, giai đoạn 2021 - 2025, mức độ 4.',
      ),
    ).toEqual([])
  })

  it('reads ranges, bounds and stacked hedges', () => {
    expect(firstOf('Sản lượng ước đạt hơn 5 - 7 nghìn tấn.')).toMatchObject({
      value: '5',
      valueMax: '7',
      unit: 'nghìn tấn',
      qualifier: 'ước hơn',
    })
    expect(firstOf('Tỷ lệ hộ nghèo giảm còn dưới 5%.')).toMatchObject({
      value: '5',
      unit: '%',
      qualifier: 'dưới',
    })
  })

  it('does not take the start of a change for a figure', () => {
    expect(figuresOf('Tỷ lệ hộ nghèo giảm từ 7,04% xuống còn 4,83%.')).toEqual(['4.83 %'])
  })
})

describe('comparisons', () => {
  it.each([
    ['đạt 98% kế hoạch', { kind: 'plan', percent: '98' }],
    ['đạt 112,3%KH', { kind: 'plan', percent: '112.3' }],
    ['vượt 5,2% dự toán', { kind: 'plan', direction: 'up', percent: '5.2' }],
    ['đạt 103% so cùng kỳ', { kind: 'samePeriod', percent: '103' }],
    ['tăng 12,5% so với năm 2020', { kind: 'lastYear', direction: 'up', percent: '12.5' }],
    ['giảm 3% so với năm trước', { kind: 'lastYear', direction: 'down', percent: '3' }],
    [
      'tăng 35 tỷ đồng so với năm 2020',
      { kind: 'lastYear', direction: 'up', amount: '35', amountUnit: 'tỷ đồng' },
    ],
    ['gấp 1,8 lần so với năm 2020', { kind: 'lastYear', times: '1.8' }],
    ['tương đương cùng kỳ', { kind: 'samePeriod', direction: 'same' }],
  ])('“%s” belongs to the figure before it', (words, wanted) => {
    const reading = readReport(`Tổng kết năm 2021: thu ngân sách đạt 435 tỷ đồng, ${words}.`)
    expect(reading.indicators).toHaveLength(1)
    const [comparison] = reading.indicators[0]?.comparisons ?? []
    expect(comparison).toMatchObject(wanted)
    expect(comparison?.direction).toBe('direction' in wanted ? wanted.direction : undefined)
  })

  it('takes two at once from brackets', () => {
    const figure = firstOf('Giá trị sản xuất 12.340 tỷ đồng (đạt 48,2% kế hoạch, tăng 10,3% so với cùng kỳ).')
    expect(figure?.comparisons).toMatchObject([
      { kind: 'plan', percent: '48.2' },
      { kind: 'samePeriod', direction: 'up', percent: '10.3' },
    ])
  })

  it('is a figure of its own after a new subject', () => {
    expect(figuresOf('Tốc độ tăng trưởng đạt 7,5%, trong đó công nghiệp tăng 9,1%.')).toEqual([
      '7.5 %',
      '9.1 %',
    ])
  })
})

describe('awards and heads', () => {
  it('gives each award of a sentence to those who receive it', () => {
    const { awards } = readReport(
      'Hội nghị đề nghị Sở Y tế được nhận Cờ thi đua của Chính phủ; Sở Nội vụ và Sở Tư pháp được nhận Cờ thi đua của UBND tỉnh; 3 đơn vị được nhận Bằng khen của Chủ tịch UBND tỉnh.',
    )
    expect(awards.map((award) => [award.kind, award.recipients, award.count, award.status])).toEqual([
      ['Cờ thi đua của Chính phủ', ['Sở Y tế'], undefined, 'proposed'],
      ['Cờ thi đua của UBND tỉnh', ['Sở Nội vụ', 'Sở Tư pháp'], undefined, 'proposed'],
      ['Bằng khen của Chủ tịch UBND tỉnh', [], 3, 'proposed'],
    ])
  })

  it('shares a prefix among a list and keeps commas inside names', () => {
    const { awards } = readReport(
      'Đề nghị tặng Bằng khen cho các Sở: Giáo dục và Đào tạo; Văn hóa, Thể thao và Du lịch và các huyện: Mù Cang Chải, Trạm Tấu.',
    )
    expect(awards[0]?.recipients).toEqual([
      'Sở Giáo dục và Đào tạo',
      'Sở Văn hóa, Thể thao và Du lịch',
      'huyện Mù Cang Chải',
      'huyện Trạm Tấu',
    ])
  })

  it('says nothing of awards that are only talked about', () => {
    expect(
      readReport('Sở Nội vụ hướng dẫn hồ sơ đề nghị tặng Cờ thi đua, Bằng khen theo quy định.').awards,
    ).toEqual([])
  })

  it('pairs roles and units one to one after “lần lượt”', () => {
    const { heads } = readReport(
      'Tổng kết năm 2022. Chức danh Trưởng khối, Phó khối năm 2023 lần lượt là các Sở: Y tế; Tài chính.',
    )
    expect(heads.map((head) => [head.role, head.unit, head.forYear])).toEqual([
      ['Trưởng khối', 'Sở Y tế', 2023],
      ['Phó khối', 'Sở Tài chính', 2023],
    ])
  })

  it('tells who hands over from who takes over', () => {
    const { heads } = readReport(
      'Tổng kết năm 2020. Sở Xây dựng Trưởng khối năm 2020 đã bàn giao nhiệm vụ Trưởng khối năm 2021 cho Sở Công Thương.',
    )
    expect(heads.map((head) => [head.unit, head.how, head.forYear, head.fromUnit])).toEqual([
      ['Sở Xây dựng', 'current', 2020, undefined],
      ['Sở Công Thương', 'handover', 2021, 'Sở Xây dựng'],
    ])
  })
})

describe('doubts', () => {
  it('catches a unit without its multiplier', () => {
    const reading = readReport(
      'Xuất khẩu đạt 1.218 triệu USD, tăng 18% so với năm 2020; nhập khẩu đạt 980 USD, tăng 12% so với năm 2020.',
    )
    expect(reading.warnings.map((warning) => warning.code)).toEqual(['unit-scale'])
    expect(reading.indicators.map((figure) => figure.warnings)).toEqual([
      undefined,
      ['suspicious', 'unit-scale'],
    ])
  })

  it('checks a printed percentage at its own precision', () => {
    expect(readReport('Trồng được 1.463/1.498,3 ha, đạt 98% kế hoạch.').warnings).toEqual([])
    expect(
      readReport('Trồng được 1.463/1.498,3 ha, đạt 88% kế hoạch.').warnings.map((warning) => warning.code),
    ).toEqual(['ratio-mismatch'])
  })

  it('says when a point stands in the place of a comma', () => {
    expect(readReport('Tỷ lệ hộ nghèo còn 3.5%.').warnings.map((warning) => warning.code)).toEqual([
      'decimal-point',
    ])
  })
})

describe('page furniture', () => {
  it('keeps menus, counters and other news out of the facts', () => {
    const text = `Trang chủ
Lượt xem: 1.284
${'Khối thi đua Nội chính tổ chức hội nghị tổng kết công tác thi đua năm 2022, các đơn vị đã tích cực triển khai nhiều phong trào, hoàn thành tốt nhiệm vụ được giao trong năm. '}
Tin khác
Thu ngân sách đạt 1.250 tỷ đồng (05/01/2023)
Đang truy cập: 35 người`
    const reading = readReport(text)
    expect(reading.indicators).toEqual([])
    expect(reading.dates).toEqual([])
  })
})

const placesOf = (reading: Reading): readonly Place[] => [
  ...reading.indicators,
  ...reading.awards,
  ...reading.heads,
  ...reading.documents,
  ...reading.dates,
]

/** Words, numbers and signs of reports in any order, some of them decomposed or glued. */
const scraps = fc.constantFrom(
  'Khối thi đua ',
  'Sở Y tế',
  ' đạt ',
  '1.234,5',
  ' tỷ đồng',
  ', ',
  'tăng 12%',
  ' so với năm 2020',
  '; ',
  'Cờ thi đua ',
  'cho ',
  'Trưởng khối ',
  'năm 2021',
  ' bầu ',
  '\n',
  '\u00a0',
  'Ho\u0300a Bi\u0300nh',
  '“',
  '(',
  ')',
  ' 48/52 vụ',
  'ngày 12/3/2021',
  '20/KH-UBND',
  '\t',
  '\ufeff',
  '7. 215',
  '% ',
  '-',
  'ướccả',
  '\u0301',
)

describe('for any text', () => {
  it('offsets give back the quote', () => {
    fc.assert(
      fc.property(fc.array(scraps, { maxLength: 60 }), (parts) => {
        const text = parts.join('')
        for (const place of placesOf(readReport(text))) {
          expect(text.slice(place.start, place.end)).toBe(place.quote)
          expect(place.quote).not.toBe('')
        }
      }),
      { numRuns: 400 },
    )
  })

  it('reading never throws, whatever the characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void readReport(text)),
      { numRuns: 400 },
    )
  })

  it('reads back any quantity that we print', () => {
    const value = fc.tuple(fc.integer({ min: 1, max: 999_999_999 }), fc.integer({ min: 0, max: 999 }))
    fc.assert(
      fc.property(
        value,
        fc.constantFrom('tỷ đồng', 'triệu USD', 'ha', 'dự án', '%', 'lượt người', 'nghìn tấn', 'km'),
        ([whole, rest], unit) => {
          const plain =
            rest === 0 ? String(whole) : `${whole}.${String(rest).padStart(3, '0').replace(/0+$/, '')}`
          const reading = readReport(`Chỉ tiêu được giao thực hiện đạt ${printNumber(plain)} ${unit}.`)
          expect(reading.indicators.map((figure) => [figure.value, figure.unit])).toEqual([[plain, unit]])
        },
      ),
    )
  })

  it('reads back any day that we print', () => {
    const day = fc
      .date({ min: new Date('1950-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    fc.assert(
      fc.property(day, (iso) => {
        const reading = readReport(`Họp ngày ${printDate(iso)} tại tỉnh.`)
        expect(reading.dates.map((date) => date.iso)).toEqual([iso])
      }),
    )
  })

  it('reads the same facts from composed and decomposed letters', () => {
    const text =
      'Khối thi đua Kinh tế tổng kết năm 2021. Thu ngân sách ước đạt 1.250 tỷ đồng, tăng 5% so với năm 2020. Sở Tài chính được bầu làm Trưởng khối năm 2022.'
    const facts = (given: string) => {
      const { indicators, heads, year } = readReport(given)
      return [
        indicators.map((figure) => [figure.value, figure.unit, figure.comparisons]),
        heads.map((head) => [head.unit, head.forYear]),
        year,
      ]
    }
    expect(facts(text.normalize('NFD'))).toEqual(facts(text))
  })
})

describe('hostile text', () => {
  const pieces = [
    '1.',
    '(',
    '12 tỷ đồng, ',
    'Trưởng khối ',
    'Sở Y tế, ',
    'Cờ thi đua ',
    'ngày 1/',
    'khối thi đua các ',
    'từ 5 đến ',
    'Bằng khen cho 3 đơn vị, ',
    '“',
    'so với ',
    'a\t1\t',
    'đạt\n',
    'Sở Y tế và Sở Nội vụ làm Trưởng khối năm 2021 ',
    'tỉnh Hà Nam ',
    'năm 2021 ',
    'Ban Quản lý ',
  ]

  it.each(pieces)('“%s” over and over costs in line with its length', (piece) => {
    const few = stepsFor(piece.repeat(Math.ceil(6_000 / piece.length)))
    const many = stepsFor(piece.repeat(Math.ceil(24_000 / piece.length)))
    // Four times the text takes about four times the steps; work that grew with the square would take sixteen.
    expect(many / few).toBeLessThan(6)
  })
})

/** How often tokens are looked at while a text is read. */
function stepsFor(text: string): number {
  let steps = 0
  const watch = (tokens: readonly Token[]) =>
    new Proxy(tokens, {
      get: (target, key, receiver) => {
        steps++
        return Reflect.get(target, key, receiver) as unknown
      },
    })
  readPage(pageOf(text, watch))
  return steps
}
