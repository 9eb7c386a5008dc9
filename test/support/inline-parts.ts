import type { Seen } from './site.ts'

/**
 * What the content security policy would refuse on a page: styles and scripts within it, handlers in attributes, addresses
 * that run, anything from another host. Also a page that comes without the policy.
 */
export function inlineParts({ headers, text }: Pick<Seen, 'headers' | 'text'>): readonly string[] {
  if (!/html/.test(headers.get('content-type') ?? '')) return []
  const policy = headers.get('content-security-policy') ?? ''
  const lacks = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "frame-ancestors 'none'",
  ].filter((part) => !policy.includes(part))
  const tags = text.match(/<[a-z][^>]*>/gi) ?? []
  const refused = tags.filter(
    (tag) =>
      /^<style\b/i.test(tag) ||
      (/^<script\b/i.test(tag) && !/\ssrc="\/assets\//.test(tag)) ||
      /\s(style|on[a-z]+|hx-on[:a-z-]*)=/i.test(unquoted(tag)) ||
      /\s(href|src|action|formaction)="(javascript:|data:text)/i.test(tag) ||
      /^<(script|link|img|iframe|object|embed)\b[^>]*\s(src|href)="(https?:)?\/\//i.test(tag),
  )
  return [...lacks.map((part) => `no ${part}`), ...refused]
}

/** A tag without the values of its attributes: what somebody typed may well say "style=". */
function unquoted(tag: string): string {
  return tag.replace(/="[^"]*"/g, '=')
}
