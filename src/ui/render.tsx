import type { Child } from 'hono/jsx'
import { LanguageContext } from './language.ts'
import type { Lang } from './ui.messages.ts'

/** A whole page as text, with its doctype. */
export function renderPage(page: Child): string {
  return `<!DOCTYPE html>${textOf(page)}`
}

/** A part of a page (an answer to htmx), in the language of its reader. */
export function renderFragment(part: Child, lang: Lang): string {
  return textOf(<LanguageContext.Provider value={lang}>{part}</LanguageContext.Provider>)
}

/** Pages get their data as props, so nothing in them may wait. */
function textOf(node: unknown): string {
  const text: unknown = (node as { toString(): unknown }).toString()
  if (typeof text !== 'string') throw new Error('A page must not contain asynchronous components')
  return text
}
