import { expect, test } from 'vitest'
import {
  BarList,
  Button,
  type Column,
  ColumnChart,
  ColumnSpark,
  ConfirmForm,
  ConflictNotice,
  DataTable,
  initialsOf,
  LinkButton,
  Mark,
  Pagination,
  ProgressBar,
  renderFragment,
} from './index.ts'

type Row = { name: string; value: string }
const columns: Column<Row>[] = [
  { header: 'Chỉ tiêu', cell: (row) => row.name },
  { header: 'Kim ngạch', unit: 'triệu USD', numeric: true, cell: (row) => row.value, total: '980' },
]

test('figures stand right under a head that names their unit', () => {
  const table = renderFragment(
    <DataTable caption="Kết quả" columns={columns} rows={[{ name: 'Nhập khẩu', value: '980' }]} />,
    'vi',
  )
  expect(table).toContain('<th scope="col" class="gu-num">Kim ngạch<small>(triệu USD)</small></th>')
  expect(table).toContain('<td class="gu-num">980</td>')
  expect(table).toContain('<th scope="row">Nhập khẩu</th>')
  expect(table).toContain('<tfoot>')
})

test('an empty table says so and shows no totals', () => {
  const table = renderFragment(
    <DataTable caption="Kết quả" columns={columns} rows={[]} empty="Chưa nhập" />,
    'vi',
  )
  expect(table).toContain('Chưa nhập')
  expect(table).not.toContain('<tfoot>')
})

test('a disabled button says why and cannot be sent', () => {
  const button = renderFragment(<Button disabledBecause="Còn 2 đơn vị">Chuyển bước</Button>, 'vi')
  expect(button).toContain('Chưa làm được: Còn 2 đơn vị')
  expect(button).toContain('type="button"')
  const link = renderFragment(
    <LinkButton href="/chuyen" disabledBecause="Còn 2 đơn vị">
      Chuyển bước
    </LinkButton>,
    'vi',
  )
  expect(link).not.toContain('/chuyen')
})

test('bars are drawn in proportion and never beyond their frame', () => {
  const parts = [
    { amount: 39, tone: 'good' as const, label: '39 vượt' },
    { amount: 32, tone: 'info' as const, label: '32 đạt' },
  ]
  const bar = renderFragment(<ProgressBar label="Chỉ tiêu" figure="71/96" parts={parts} total={96} />, 'vi')
  expect(bar).toContain('x="0" y="0" width="40.63"')
  expect(bar).toContain('x="40.63" y="0" width="33.33"')
  expect(renderFragment(<ProgressBar label="x" figure="0" parts={parts} total={0} />, 'vi')).toContain(
    'width="0"',
  )
})

test('a ranking starts its bars where asked, and a score below that draws none', () => {
  const items = [
    { label: 'A', figure: '950', amount: 950 },
    { label: 'B', figure: '925', amount: 925 },
    { label: 'C', figure: '880', amount: 880 },
  ]
  const widths = renderFragment(<BarList items={items} from={900} />, 'vi').match(
    /rect [^>]*width="([\d.]+)"/g,
  )
  expect(widths?.map((text) => /width="(.*)"/.exec(text)?.[1])).toEqual(['100', '50', '0'])
})

test('what is confirmed carries no mark, all else says what it is', () => {
  expect(renderFragment(<Mark kind="confirmed" />, 'vi')).toBe('')
  expect(renderFragment(<Mark kind="habit" />, 'vi')).toContain('thông lệ, chưa có căn cứ')
  expect(renderFragment(<Mark kind="unverified" />, 'en')).toContain('unverified')
})

test('confirming is a page of its own that carries the first answers along', () => {
  const form = renderFragment(
    <ConfirmForm
      title="Đóng năm?"
      action="/dong"
      csrf="abc"
      hidden={{ nam: '2026' }}
      consequences={['Không ai sửa được nữa.']}
      irreversible
      confirmLabel="Đóng năm"
      cancelHref="/nam"
    />,
    'vi',
  )
  expect(form).toContain('<input type="hidden" name="csrf" value="abc"/>')
  expect(form).toContain('<input type="hidden" name="nam" value="2026"/>')
  expect(form).toContain('Việc này không rút lại được.')
  expect(form).toContain('href="/nam"')
})

test('a conflict shows what was, what is and what was typed', () => {
  const fields = [{ label: 'Thực hiện', before: '', after: '980', yours: '982' }]
  const notice = renderFragment(<ConflictNotice by="Sở Xây dựng" at="14:02" fields={fields} />, 'vi')
  expect(notice).toContain('Sở Xây dựng đã lưu lúc 14:02')
  expect(notice).toContain('(trống)')
  expect(notice).toContain('<b>982</b>')
})

test('pages of a list have a before and an after, but not at the ends', () => {
  const hrefOf = (page: number) => `?trang=${page}`
  expect(renderFragment(<Pagination page={1} pages={1} hrefOf={hrefOf} />, 'vi')).toBe('')
  expect(renderFragment(<Pagination page={1} pages={3} hrefOf={hrefOf} />, 'vi')).not.toContain('rel="prev"')
  expect(renderFragment(<Pagination page={2} pages={3} hrefOf={hrefOf} />, 'vi')).toContain('href="?trang=3"')
})

test.each([
  ['Nguyễn Thị Minh Ánh', 'NÁ'],
  ['  đặng   văn ê ', 'ĐÊ'],
  ['Lan', 'L'],
  ['', ''],
])('the initials of %j are %j', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})

test('columns stand on zero, those below it hang, and the goal is drawn where one was set', () => {
  const columns = [
    { label: '2024', figure: '100', amount: 100, goal: 50 },
    { label: '2025', figure: '-100', amount: -100, soft: true },
    { label: '2026', figure: '', amount: null },
  ]
  const drawn = renderFragment(
    <ColumnChart label="Tăng trưởng" columns={columns} legend={{ value: 'Kết quả', goal: 'Chỉ tiêu' }} />,
    'vi',
  )
  expect(drawn).toContain('role="img" aria-label="Tăng trưởng"')
  const bars = [...drawn.matchAll(/y="([\d.]+)" width="36" height="([\d.]+)"/g)].map((one) => [
    one[1],
    one[2],
  ])
  expect(bars).toEqual([
    ['24', '54'],
    ['78', '54'],
  ])
  expect(drawn.match(/gu-chart-goal/g)).toHaveLength(2)
  expect(drawn).not.toContain('style=')
  const small = renderFragment(<ColumnSpark label="Tăng trưởng" columns={columns} />, 'vi')
  expect(small.match(/<rect/g)).toHaveLength(2)
})
