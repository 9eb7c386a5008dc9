import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'giaouoc-schema-test-'))

describe('the types of the tables, src/db/schema.ts', () => {
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('are those of the migrations (else: node --import tsx scripts/generate-schema.ts)', () => {
    const fresh = join(folder, 'schema.ts')
    const bin = join(root, 'node_modules', '.bin')
    execFileSync(process.execPath, ['--import', 'tsx', 'scripts/generate-schema.ts', fresh], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, PATH: `${bin}:${process.env.PATH}` },
    })
    expect(readFileSync(join(root, 'src/db/schema.ts'), 'utf8')).toBe(readFileSync(fresh, 'utf8'))
  })
})
