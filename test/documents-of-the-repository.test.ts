import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openSite } from './support/site.ts'

const root = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const pages = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', ...globSync('docs/**/*.md', { cwd: root })]

describe.each(pages)('%s', (page) => {
  it('links to files that exist', () => {
    const links = [...read(page).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map((one) => one[1] as string)
    const own = links.filter((link) => !/^https?:/.test(link))
    // Pictures are taken from a running demo; a name that is not among them is a slip.
    const missing = own.filter((link) => !existsSync(join(root, dirname(page), link)) && !isPicture(link))
    expect(missing).toEqual([])
  })
})

describe('README.md', () => {
  const text = read('README.md')

  it('has a line for every variable of the environment, and no other', () => {
    const schema = /z\.object\(\{([\s\S]*?)\}\)/.exec(read('src/config.ts'))?.[1] ?? ''
    const variables = [...schema.matchAll(/^\s*([A-Z_]+):/gm)].map((one) => one[1])
    expect(variables.length).toBeGreaterThan(3)
    expect(firstCells(text).filter((cell) => /^[A-Z_]+$/.test(cell))).toEqual(variables)
  })

  it('has a line for every command, and no other', () => {
    const source = read('src/cli.ts')
    const table = source.slice(
      source.indexOf('commands: Readonly'),
      source.indexOf('\n}\n', source.indexOf('commands: Readonly')),
    )
    const commands = [...table.matchAll(/^ {2}'?([a-z-]+)'?: /gm)].map((one) => one[1])
    const section = text.slice(text.indexOf('### Command line'), text.indexOf('## Change it'))
    expect(firstCells(section).map((cell) => cell.split(' ')[0])).toEqual(commands)
  })

  it('lists the accounts of the demo', () => {
    const seed = globSync('seed/demo/**/*.ts', { cwd: root }).map(read).join('\n')
    const named = seed.matchAll(
      /(?:username: |const (?:OFFICER|SECRETARY|STANDING|ADMINISTRATOR) = )'([a-z.]+)'/g,
    )
    const section = text.slice(text.indexOf('### Demo accounts'), text.indexOf('## Use it'))
    expect(new Set(firstCells(section))).toEqual(new Set([...named].map((one) => one[1])))
    expect(section).toContain(/DEMO_PASSWORD = '([^']+)'/.exec(seed)?.[1])
  })
})

describe('docs/requirements.md', () => {
  const rows = read('docs/requirements.md')
    .split('\n')
    .filter((line) => /^\| R\d\d /.test(line))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    )

  it('has R01 to R60, each once and in order', () => {
    const ids = Array.from({ length: 60 }, (_, index) => `R${String(index + 1).padStart(2, '0')}`)
    expect(rows.map((cells) => cells[0])).toEqual(ids)
  })

  it.each(rows)('%s %s: its tests exist', (_id, _asks, page = '', tests = '') => {
    expect(quoted(page).length).toBeGreaterThan(0)
    expect(quoted(tests).length).toBeGreaterThan(0)
    expect(quoted(tests).filter((file) => !existsSync(join(root, file)))).toEqual([])
  })
})

describe('addresses in documents', async () => {
  const site = await openSite()
  const routes = site.features.flatMap((feature) => feature.routes.map((route) => partsOf(route.path)))

  it.each(pages)('of %s are addresses of the product', (page) => {
    const addresses = quoted(read(page)).filter(
      (text) => /^(\/|…)/.test(text) && !/[\s*]/.test(text) && text !== '…',
    )
    const unknown = addresses.filter(
      (address) => !technical.has(address) && !routes.some((route) => fits(address, route)),
    )
    expect(unknown).toEqual([])
  })
})

describe('the guide', () => {
  const words = globSync('src/**/*.ts', { cwd: root })
    .filter((file) => !file.includes('.test.'))
    .map(read)
    .join('\n')

  it.each(globSync('docs/guide/*.md', { cwd: root }))(
    '%s names buttons and pages as they are named',
    (page) => {
      // In tables and sentences bold is kept for what stands on the screen; a colon ends a heading of a remark.
      const labels = [...read(page).matchAll(/\*\*([^*]+)\*\*/g)].map((one) => one[1] as string)
      const onScreen = labels.filter((label) => !label.endsWith(':') && !remarks.has(label))
      expect(onScreen.filter((label) => !words.includes(`'${label}'`))).toEqual([])
    },
  )
})

/** Bold words of the guide that are no labels. */
const remarks = new Set(['Tệp gửi lên', 'Đổi ngôn ngữ'])

/** Addresses of the server itself, which belong to no topic. */
const technical = new Set(['/healthz', '/readyz', '/tuy-chon'])

function isPicture(link: string): boolean {
  const names = [...read('scripts/take-screenshots.ts').matchAll(/name: '([a-z-]+)'/g)].map((one) => one[1])
  const match = /images\/([a-z-]+)-(?:1280|360)\.png$/.exec(link)
  return match !== null && names.includes(match[1])
}

function quoted(text: string): string[] {
  return [...text.matchAll(/`([^`\n]+)`/g)].map((one) => one[1] as string)
}

function firstCells(text: string): string[] {
  return [...text.matchAll(/^\| `([^`]+)`/gm)].map((one) => one[1] as string)
}

function partsOf(path: string): string[] {
  return path.replaceAll(/\{[^}]*\}+/g, '').split('/')
}

/** `…` is a year of a bloc; `{unit}` stands for anything. */
function fits(address: string, route: readonly string[]): boolean {
  const parts = address.replace('…', '/khoi/{bloc}/{year}').split('/')
  return (
    parts.length === route.length &&
    parts.every((part, index) => part === route[index] || (route[index] ?? '').startsWith(':'))
  )
}
