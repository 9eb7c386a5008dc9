import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const glossary = readFileSync(join(root, 'GLOSSARY.md'), 'utf8')
const [termPart = '', folderPart = ''] = glossary.split('## Folders')

/** The cells of each line of the tables in a text, heads left out. */
function rowsOf(text: string): string[][] {
  return text
    .split('\n')
    .filter((line) => /^\| (?!Vietnamese|Folder)/.test(line))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    )
}

function quoted(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map((one) => one[1] as string)
}

describe('the folders of the glossary', () => {
  const rings = ['domain', 'features']
  const folders = rings
    .flatMap((ring) => globSync(`src/${ring}/*/`, { cwd: root }))
    .map((one) => one.split(/[/\\]/))
  const rows = rowsOf(folderPart)

  it.each([...new Set(folders.map((one) => one[2] as string))])(
    'tell what %s is, and in which ring',
    (folder) => {
      const row = rows.find((cells) => cells[0] === `\`${folder}\``)
      const there = rings.filter((ring) => existsSync(join(root, 'src', ring, folder)))
      expect(row, `GLOSSARY.md has no line for the folder ${folder}`).toBeDefined()
      expect(row?.[2]).toBe(there.join(', '))
      expect(row?.[1]).not.toBe('')
    },
  )

  it('name no folder that is gone', () => {
    const there = new Set(folders.map((one) => one[2]))
    expect(rows.flatMap((cells) => quoted(cells[0] ?? '')).filter((name) => !there.has(name))).toEqual([])
  })
})

describe('the terms of the glossary', () => {
  const rows = rowsOf(termPart)
  const code = [
    ...globSync('src/**/*.{ts,tsx}', { cwd: root }),
    ...globSync('migrations/*.sql', { cwd: root }),
  ]
    .filter((file) => !file.includes('.test.'))
    .map((file) => readFileSync(join(root, file), 'utf8'))
    .join('\n')
  const plain = code.toLowerCase().replaceAll('_', '')

  it('stand in Vietnamese and in code', () => {
    expect(rows.length).toBeGreaterThan(90)
    for (const [term, identifier] of rows) {
      expect(term).not.toBe('')
      expect(quoted(identifier ?? ''), `${term} has no identifier`).not.toEqual([])
    }
  })

  it('stand once', () => {
    const terms = rows.map(([term]) => term)
    expect(terms.filter((term, index) => terms.indexOf(term) !== index)).toEqual([])
  })

  it.each(rows.flatMap(([term, identifier]) => quoted(identifier ?? '').map((one) => [one, term] as const)))(
    '%s is a word of the code (%s)',
    (identifier) => {
      expect(plain).toContain(identifier.toLowerCase().replaceAll('_', ''))
    },
  )
})
