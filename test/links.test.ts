import { beforeAll, describe, expect, it } from 'vitest'
import { loadDemo } from '../seed/demo/demo.ts'
import { type Browse, openSite } from './support/site.ts'

/** Everybody the demo offers an account to, and the public. */
const readers = [
  undefined,
  'quantri',
  'tinh',
  'truongkhoi',
  'phokhoi',
  'thuky',
  'lanhdao',
  'chuyenvien',
  'quydautu',
  'kiemphieu',
  'theodoi',
  'bientap',
  'duyettin',
  'stttt.bacninh',
  'thukyhd.hoabinh',
] as const

/** A reader opens so many pages at most, the same kind of page so often. */
const MOST_PAGES = 50
const MOST_OF_A_KIND = 2

/** What no page may show: it is a sign of the machine behind it. */
const signsOfTheMachine: readonly (readonly [string, RegExp])[] = [
  ['undefined', /\bundefined\b/],
  ['null', /(?<![\p{L}\w])null(?![\p{L}\w])/u],
  ['NaN', /\bNaN\b/],
  ['[object', /\[object /],
  ['Invalid Date', /Invalid Date/],
  ['the key of a record', /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/],
  ['a code of the program', /(?<![\w/.@-])[a-z]+_[a-z_]+(?![\w/])/],
  ['a date as machines write it', /\b20\d\d-\d\d-\d\dT?\b/],
  ['a mark twice', /\(minh họa\)[\s·|]*(minh họa|illustrative|sample)(?![\p{L}])/iu],
]

/** English words of the interface; the first of each would betray a sentence that was not translated. */
const english =
  /(?<![\p{L}\w.@/:-])(the|and|with|from|not|this|that|year|unit|bloc|score|save|draft|sent|accepted|returned|waiting|pending|closed|secret|head|deputy|member|none|unknown|other|done)(?![\p{L}\w@./:-])/u

describe('every link of the demo leads its reader somewhere', async () => {
  const site = await openSite('2026-11-22')

  beforeAll(async () => {
    await loadDemo(site.db, () => undefined)
  })

  it.each(readers)('%s', async (reader) => {
    const browse = await site.browse(reader)
    const faults = await crawl(browse, 'vi')
    expect(faults).toEqual([])
  })

  it.each([undefined, 'truongkhoi', 'chuyenvien', 'tinh'] as const)('%s in English', async (reader) => {
    const browse = await site.browse(reader)
    await browse.get('/tuy-chon?lang=en&ve=%2F')
    expect(await crawl(browse, 'en', 30)).toEqual([])
  })
})

async function crawl(browse: Browse, lang: 'vi' | 'en', most = MOST_PAGES): Promise<readonly string[]> {
  const faults: string[] = []
  const from = new Map([['/', 'the start']])
  const kinds = new Map<string, number>()
  const waiting = ['/']
  for (let opened = 0; opened < most; opened++) {
    const path = waiting.shift()
    if (path === undefined) break
    const seen = await browse.get(path)
    if (seen.status >= 400) faults.push(`${seen.status} ${path}, linked from ${from.get(path)}`)
    const html = /html/.test(seen.headers.get('content-type') ?? '')
    if (html && seen.status < 300)
      faults.push(...faultsOf(seen.text, lang).map((fault) => `${path}: ${fault}`))
    for (const link of seen.location ? [seen.location] : html ? linksIn(seen.text) : []) {
      const { origin, pathname, search } = new URL(link, `${SITE}${path}`)
      const address = pathname + search
      if (origin !== SITE || pathname === '/tuy-chon' || from.has(address)) continue
      from.set(address, path)
      const kind = kindOf(address)
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
      if ((kinds.get(kind) ?? 0) <= MOST_OF_A_KIND) waiting.push(address)
    }
  }
  return faults
}

const SITE = 'http://giaouoc.test'

function linksIn(html: string): readonly string[] {
  return [...html.matchAll(/<a\b[^>]*?\shref="([^"#][^"]*)"/g)].map((one) => decoded(one[1] ?? ''))
}

/** Pages of one kind differ by the record they are about: key, unit, and what is asked for in the query. */
function kindOf(address: string): string {
  return address
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replaceAll(/=[^&]*/g, '=')
    .replace(/\/(bac-ninh|bac-kan|ha-nam|ha-giang|hoa-binh)-(?!khoi)[a-z0-9-]+/, '/:unit')
    .replace(/^\/khoi\/[^/]+/, '/khoi/:bloc')
}

function faultsOf(page: string, lang: 'vi' | 'en'): readonly string[] {
  const body = page.slice(page.indexOf('<body'))
  const text = decoded(
    body.replaceAll(/<(script|style|svg)\b.*?<\/\1>/gs, '').replaceAll(/<[^>]+>/g, '|'),
  ).replaceAll(/\s+/g, ' ')
  const found = signsOfTheMachine.flatMap(([what, sign]) => excerpt(what, text, sign))
  if (/<(h[1-4])\b[^>]*>\s*<\/\1>/.test(body)) found.push('an empty heading')
  if (/<a\b[^>]*>\s*<\/a>/.test(body)) found.push('a link without words')
  if (lang === 'vi') found.push(...excerpt('English', text, english))
  else found.push(...untranslated(body))
  return found
}

function excerpt(what: string, text: string, sign: RegExp): string[] {
  const hit = sign.exec(text)
  return hit ? [`${what}: …${text.slice(Math.max(0, hit.index - 50), hit.index + 50)}…`] : []
}

/** Buttons, labels and headings of columns are words of the interface, never data. */
function untranslated(body: string): string[] {
  const words = [...body.matchAll(/<(button|label|legend|summary)\b[^>]*>(.*?)<\/\1>/gs)]
  const vietnamese = /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệịỉĩọỏốồổỗộớờởỡợụủũứừửữựỳỵỷỹ]/iu
  return words.flatMap(([, , inner = '']) => {
    const text = decoded(inner.replaceAll(/<[^>]+>/g, ' ')).trim()
    return vietnamese.test(text) && interfaceWords.some((word) => text.startsWith(word))
      ? [`Vietnamese: ${text}`]
      : []
  })
}

/** How buttons and labels of the Vietnamese interface begin. */
const interfaceWords = [
  'Gửi',
  'Lưu',
  'Ghi',
  'Xem',
  'Thêm',
  'Tải',
  'Chọn',
  'Ngày',
  'Tên',
  'Sửa',
  'Xóa',
  'Bỏ',
  'Trả lại',
]

function decoded(html: string): string {
  return html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}
