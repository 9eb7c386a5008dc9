import { beforeAll, expect, test } from 'vitest'
import {
  ensureAssets,
  Form,
  Layout,
  NumberInput,
  type PageFrame,
  RadioGroup,
  renderFragment,
  renderPage,
  TextInput,
} from './index.ts'

const frame: PageFrame = {
  lang: 'vi',
  theme: 'auto',
  path: '/nam/2026?tab=1',
  nav: [{ label: 'Chỉ tiêu', href: '/chi-tieu', current: true }],
}

beforeAll(async () => {
  await ensureAssets()
})

test('a page begins with its doctype and names its language', () => {
  const page = renderPage(<Layout frame={frame} title="Chỉ tiêu" />)
  expect(page).toMatch(/^<!DOCTYPE html><html lang="vi">/)
  expect(page).toContain('<title>Chỉ tiêu · Giao Ước</title>')
})

test('a chosen appearance is written on the page, the device decides otherwise', () => {
  expect(renderPage(<Layout frame={{ ...frame, theme: 'dark' }} title="x" />)).toContain(
    'data-bs-theme="dark"',
  )
  expect(renderPage(<Layout frame={frame} title="x" />)).not.toContain('data-bs-theme')
})

test('components speak the language of the page', () => {
  const page = renderPage(<Layout frame={{ ...frame, lang: 'en' }} title="x" />)
  expect(page).toContain('Skip to main content')
  expect(page).not.toContain('Bỏ qua, tới nội dung chính')
})

test('the language leaves no trace for the next page', () => {
  renderPage(<Layout frame={{ ...frame, lang: 'en' }} title="x" />)
  expect(renderPage(<Layout frame={frame} title="x" />)).toContain('Bỏ qua, tới nội dung chính')
})

test('changing the language comes back to the same page', () => {
  expect(renderPage(<Layout frame={frame} title="x" />)).toContain(
    `ve=${encodeURIComponent('/nam/2026?tab=1')}`,
  )
})

test('a person who is signed in can always sign out', () => {
  const user = { name: 'Nguyễn Thị Hà', roleLabel: 'Chuyên viên', initials: 'NH' }
  const page = renderPage(<Layout frame={{ ...frame, user, csrf: 'abc' }} title="x" />)
  expect(page).toMatch(
    /<form method="post" action="\/dang-xuat"><input type="hidden" name="csrf" value="abc"\/>/,
  )
  expect(page).toContain('htmx')
})

test('a public page loads no script', () => {
  expect(renderPage(<Layout frame={frame} title="x" />)).not.toContain('<script')
})

test('no page carries styles or handlers of its own', () => {
  const page = renderPage(
    <Layout frame={{ ...frame, flash: { kind: 'error', text: 'Chưa lưu' } }} title="x">
      <Form action="/luu" errors={{ a: 'Thiếu số' }} values={{}}>
        <NumberInput name="a" label="Kim ngạch" unit="triệu USD" />
      </Form>
    </Layout>,
  )
  expect(page).not.toMatch(/<style|\sstyle=|\son[a-z]+=/)
})

test('what was typed stays, and the error stands at its field and in the summary', () => {
  const form = renderFragment(
    <Form
      action="/luu"
      values={{ 'chi-tieu[1]': '9.105,32x' }}
      errors={{ 'chi-tieu[1]': 'Không đọc được số này' }}
    >
      <NumberInput name="chi-tieu[1]" label="Tổng sản phẩm" value="1" required />
    </Form>,
    'vi',
  )
  expect(form).toContain('value="9.105,32x"')
  expect(form).toContain('<a href="#f-chi-tieu-1-">Không đọc được số này</a>')
  expect(form).toContain('id="f-chi-tieu-1-"')
  expect(form).toContain('aria-invalid="true"')
  expect(form).toContain('aria-describedby="f-chi-tieu-1--error"')
})

test('without earlier input a field shows its own value', () => {
  const form = renderFragment(
    <Form action="/luu">
      <TextInput name="ten" label="Tên" value="Sở Y tế" />
      <RadioGroup
        name="kieu"
        label="Kiểu"
        value="b"
        choices={[
          { value: 'a', label: 'A' },
          { value: 'b', label: 'B' },
        ]}
      />
    </Form>,
    'vi',
  )
  expect(form).toContain('value="Sở Y tế"')
  expect(form).toMatch(/value="b" checked=""/)
})

test('a password is never sent back to the browser', () => {
  const form = renderFragment(
    <TextInput name="p" label="Mật khẩu" type="password" values={{ p: 'bi-mat' }} />,
    'vi',
  )
  expect(form).not.toContain('bi-mat')
})

test('text from people is escaped', () => {
  const flash = { kind: 'info' as const, text: '<script>alert(1)</script>' }
  expect(renderPage(<Layout frame={{ ...frame, flash }} title="x" />)).not.toContain('<script>alert')
})
