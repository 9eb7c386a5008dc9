import { globSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../../..')
const pages = readdirSync(join(root, 'docs/rules')).filter(
  (name) => name.endsWith('.md') && name !== 'README.md',
)
const tests = globSync('src/domain/**/*.test.ts', { cwd: root }).map((file) =>
  readFileSync(join(root, file), 'utf8'),
)

test('every page of docs/rules bears its id and has a test of that name', () => {
  expect(pages.length).toBeGreaterThan(15)
  for (const page of pages) {
    const id = page.slice(0, -'.md'.length)
    expect(readFileSync(join(root, 'docs/rules', page), 'utf8'), page).toContain(`\`${id}\``)
    expect(
      tests.some((text) => text.includes(`'${id}`) || text.includes(` ${id}`)),
      id,
    ).toBe(true)
  }
})
