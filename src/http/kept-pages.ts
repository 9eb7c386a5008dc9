import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

const compress = promisify(gzip)

/**
 * What one reader saw of one page. PostgreSQL names the state of the database it answers from
 * (`pg_current_snapshot()`): two equal names mean the same visible rows, whoever wrote them, and a name never comes
 * back. So a page that hangs on nothing but these is the same again, and nothing that has changed is ever shown.
 */
export type PageView = {
  /** Name of the state of the database the request sees. */
  readonly state: string
  /** Path and query. */
  readonly address: string
  /** Key of the account, empty for the public. */
  readonly account: string
  readonly lang: string
  readonly theme: string
  /** Deadlines pass within the hour: a page is kept for a minute at most. */
  readonly now: Date
}

/** A page as it was sent, and packed once somebody asked for it so. */
export type KeptPage = { readonly plain: Uint8Array; packed(): Promise<Uint8Array> }

/** The pages of the state of the database that was seen last. */
export type KeptPages = {
  find(view: PageView): KeptPage | undefined
  keep(view: PageView, text: string): KeptPage
}

/** Bytes of pages kept at most, unpacked: dozens of pages of a bloc. */
const MOST_BYTES = 4_000_000

/** Keeps pages as long as the database stays as it is. */
export function createKeptPages(): KeptPages {
  let state = ''
  let bytes = 0
  const pages = new Map<string, KeptPage>()

  function enter(next: string): void {
    if (next === state) return
    state = next
    bytes = 0
    pages.clear()
  }

  return {
    find(view) {
      enter(view.state)
      return pages.get(nameOf(view))
    },
    keep(view, text) {
      const page = pageOf(text)
      // Another request may have seen a newer state meanwhile; this page is then only for its own reader.
      if (view.state === state && bytes + page.plain.length <= MOST_BYTES) {
        bytes += page.plain.length
        pages.set(nameOf(view), page)
      }
      return page
    },
  }
}

function pageOf(text: string): KeptPage {
  const plain = Buffer.from(text)
  let packed: Promise<Uint8Array> | undefined
  return {
    plain,
    packed() {
      packed ??= compress(plain, { level: 6 })
      return packed
    },
  }
}

function nameOf({ address, account, lang, theme, now }: PageView): string {
  return `${account} ${lang} ${theme} ${Math.floor(now.getTime() / 60_000)} ${address}`
}
