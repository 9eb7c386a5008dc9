import { describe, expect, it } from 'vitest'
import { inlineParts } from './inline-parts.ts'

const headers = new Headers({
  'content-type': 'text/html',
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; frame-ancestors 'none'",
})

describe('what the content security policy would refuse', () => {
  it.each([
    '<p style="color: red">',
    '<style>',
    '<script>',
    '<script src="https://elsewhere.example/x.js">',
    '<button onclick="x()">',
    '<a href="javascript:x()">',
    '<img src="//elsewhere.example/x.png">',
  ])('%s is found', (tag) => expect(inlineParts({ headers, text: `<main>${tag}</main>` })).toEqual([tag]))

  it.each([
    '<script src="/assets/app.js" defer>',
    '<input value="a style=b onclick=c">',
    '<a href="https://elsewhere.example">',
  ])('%s is left', (tag) => expect(inlineParts({ headers, text: tag })).toEqual([]))

  it('a page without the policy is found', () => {
    const bare = new Headers({ 'content-type': 'text/html' })
    expect(inlineParts({ headers: bare, text: '' })).toHaveLength(4)
  })
})
