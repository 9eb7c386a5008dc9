import { expect, test } from 'vitest'
import { yearPath } from '../domain/years/path.ts'
import {
  renderFragment,
  YearBoard,
  YearPath,
  YearPathSmall,
  type YearStation,
  yearStations,
} from './index.ts'

const stations: YearStation[] = [
  { label: 'chuẩn bị', status: 'past' },
  { label: 'sơ kết', status: 'skipped', event: true },
  { label: 'tự chấm', status: 'present' },
  { label: 'thẩm định', status: 'ahead' },
]

test('the present station is told to those who hear the page, in its place among all', () => {
  const small = renderFragment(<YearPathSmall stations={stations} />, 'vi')
  expect(small).toContain('Bước 3/4: tự chấm')
  expect(renderFragment(<YearPath stations={stations} />, 'vi').match(/aria-current="step"/g)).toHaveLength(1)
})

test('every station says its state in words, not only by colour', () => {
  const path = renderFragment(<YearPath stations={stations} />, 'vi')
  for (const words of ['(đã xong)', '(đã bỏ qua)', '(đang ở bước này)', '(sắp tới)'])
    expect(path).toContain(words)
})

test('what is missing is listed with its state; nothing missing is said too', () => {
  const lacks = [
    { state: 'late' as const, stateLabel: 'quá hạn 3 ngày', text: 'Quỹ chưa tự chấm', href: '/quy' },
  ]
  const lacking = renderFragment(<YearPath stations={stations} lacks={lacks} nextLabel="thẩm định" />, 'vi')
  expect(lacking).toContain('Còn thiếu trước khi sang bước “thẩm định”')
  expect(lacking).toContain('quá hạn 3 ngày')
  expect(lacking).toContain('<a href="/quy">Quỹ chưa tự chấm</a>')
  expect(renderFragment(<YearPath stations={stations} lacks={[]} />, 'vi')).toContain('Không còn thiếu gì')
  expect(renderFragment(<YearPath stations={stations} />, 'vi')).not.toContain('Còn thiếu')
})

const steps = [{ label: 'Đăng ký' }, { label: 'Chỉ tiêu' }, { label: 'Báo cáo thành tích' }]

test('a cell says unit, step and state, and leads to the thing itself', () => {
  const row = { unit: 'Sở Xây dựng', cells: [{ state: 'returned' as const, href: '/tra-lai' }] }
  const board = renderFragment(<YearBoard caption="Bảng năm" steps={steps} rows={[row]} />, 'vi')
  expect(board).toContain('<a href="/tra-lai" title="trả lại" aria-label="Sở Xây dựng, Đăng ký, trả lại">')
})

test('paper, entries on behalf and noted absences count as done; what is not asked counts nowhere', () => {
  const states = ['by_paper', 'on_behalf', 'absence_noted', 'late', 'not_asked'] as const
  const row = { unit: 'Cục Thống kê', cells: states.map((state) => ({ state })) }
  expect(renderFragment(<YearBoard caption="Bảng năm" steps={steps} rows={[row]} />, 'vi')).toContain(
    '3/4 xong',
  )
})

test('steps of one part of the year share a head', () => {
  const grouped = [
    { label: 'Đăng ký', group: 'Đầu năm' },
    { label: 'Chỉ tiêu', group: 'Đầu năm' },
    { label: 'Tự chấm', group: 'Cuối năm' },
  ]
  const board = renderFragment(<YearBoard caption="Bảng năm" steps={grouped} rows={[]} />, 'vi')
  expect(board).toContain('<th scope="colgroup" colspan="2">Đầu năm</th>')
  expect(board).toContain('<th scope="colgroup" colspan="1">Cuối năm</th>')
})

test('the stations of a year are drawn in its own words, sơ kết as an event', () => {
  const drawn = yearStations(yearPath('scoring', 'skipped'), 'vi', (key) =>
    key === 'running' ? '/thuc-hien' : undefined,
  )
  expect(drawn).toHaveLength(10)
  expect(drawn[2]).toMatchObject({ status: 'past', event: false, href: '/thuc-hien' })
  expect(drawn[3]).toMatchObject({ label: 'sơ kết', status: 'skipped', event: true })
  expect(drawn[4]).toMatchObject({ status: 'present' })
})
