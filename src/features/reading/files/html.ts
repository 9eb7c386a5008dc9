import { walkMarkup } from '../../../files/markup.ts'
import { decodeText } from './encoding.ts'

/** The text of a page: its paragraphs and tables, without menus, scripts, forms and what stands in the margins. */
export function htmlText(bytes: Uint8Array): string {
  const source = decodeText(bytes, declaredCharset(bytes))
  const page = newPage()
  walkMarkup(source, false, {
    open: (name, attributes) => openElement(page, name, attributes),
    text: (text) => addText(page, text),
    close: (name) => closeElement(page, name),
  })
  endBlock(page)
  return page.lines.join('\n')
}

interface Page {
  readonly lines: string[]
  text: string
  linked: number
  links: number
  /** Depth inside elements that are left out. */
  skipped: number
  readonly tables: Row[]
  readonly skipping: string[]
}

interface Row {
  cells: string[]
}

function newPage(): Page {
  return { lines: [], text: '', linked: 0, links: 0, skipped: 0, tables: [], skipping: [] }
}

const LEFT_OUT = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'iframe',
  'object',
  'select',
  'button',
  'nav',
  'footer',
  'aside',
  'head',
  'textarea',
  'canvas',
  'video',
  'audio',
  'map',
])

const MARGIN =
  /(?:^|[\s_-])(?:menu|nav|navbar|sidebar|breadcrumbs?|footer|related|tin-?lien-?quan|tinlienquan|tin-?khac|comments?|banner|social|share|pagination|login|search|copyright|thong-?ke|counter|widget)(?:$|[\s_-])/i

const BLOCKS = new Set([
  'p',
  'div',
  'section',
  'article',
  'main',
  'header',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'li',
  'ul',
  'ol',
  'dl',
  'dt',
  'dd',
  'blockquote',
  'pre',
  'table',
  'tbody',
  'thead',
  'tr',
  'td',
  'th',
  'caption',
  'figure',
  'figcaption',
  'form',
  'fieldset',
  'hr',
  'br',
  'center',
  'body',
  'address',
  'title',
])

function openElement(page: Page, name: string, attributes: Readonly<Record<string, string>>): void {
  if (page.skipped > 0 || LEFT_OUT.has(name) || isMargin(name, attributes)) {
    if (VOID.has(name)) return
    page.skipped++
    return
  }
  if (name === 'a') page.links++
  if (!BLOCKS.has(name)) return
  if (name === 'tr') {
    endBlock(page)
    page.tables.push({ cells: [] })
  } else if (name === 'td' || name === 'th') {
    endBlock(page)
  } else if (page.tables.length > 0 && inShortCell(page)) {
    page.text += ' '
  } else {
    endBlock(page)
  }
  if (name === 'li') page.text += '- '
}

const VOID = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
])

function isMargin(name: string, attributes: Readonly<Record<string, string>>): boolean {
  if (name === 'body' || name === 'html' || name === 'form') return false
  if (attributes.hidden !== undefined || /display\s*:\s*none/i.test((attributes.style ?? '').slice(0, 400)))
    return true
  return (
    MARGIN.test((attributes.class ?? '').slice(0, 200)) ||
    MARGIN.test((attributes.id ?? '').slice(0, 100)) ||
    attributes.role === 'navigation'
  )
}

function inShortCell(page: Page): boolean {
  return page.text.length < 200
}

function closeElement(page: Page, name: string): void {
  if (page.skipped > 0) {
    if (!VOID.has(name)) page.skipped--
    return
  }
  if (name === 'a') page.links = Math.max(0, page.links - 1)
  if (name === 'td' || name === 'th') endCell(page)
  else if (name === 'tr') endRow(page)
  else if (BLOCKS.has(name) && !(page.tables.length > 0 && inShortCell(page))) endBlock(page)
}

function addText(page: Page, text: string): void {
  if (page.skipped > 0) return
  const tidy = text.replace(/\s+/g, ' ')
  page.text += tidy
  if (page.links > 0) page.linked += tidy.trim().length
}

/** A block made of links only is a menu, unless it reads like a sentence. */
function endBlock(page: Page): void {
  const text = page.text.replace(/ +/g, ' ').trim()
  const menu = page.linked > text.length * 0.8 && text.length < 40 && !/[.;:]$/.test(text)
  if (text !== '' && text !== '-' && !menu) page.lines.push(text)
  page.text = ''
  page.linked = 0
}

function endCell(page: Page): void {
  const row = page.tables.at(-1)
  const text = page.text.replace(/ +/g, ' ').trim()
  if (row === undefined || text.length > 300) {
    endBlock(page)
    return
  }
  row.cells.push(text)
  page.text = ''
  page.linked = 0
}

function endRow(page: Page): void {
  endBlock(page)
  const row = page.tables.pop()
  if (row === undefined) return
  const filled = row.cells.filter((cell) => cell !== '')
  if (filled.length >= 2) page.lines.push(row.cells.join('\t'))
  else page.lines.push(...filled)
}

function declaredCharset(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048))
  return /charset\s*=\s*["']?([\w-]{3,20})/i.exec(head)?.[1] ?? null
}
