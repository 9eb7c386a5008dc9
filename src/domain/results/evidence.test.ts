import { describe, expect, it } from 'vitest'
import { type EvidenceFacts, evidenceWeaknesses, weaknessSentence } from './evidence.ts'

const file: EvidenceFacts = {
  name: 'bao-cao.pdf',
  mediaType: 'application/pdf',
  size: 120_000,
  firstSeenOn: '2026-11-02',
  alsoProves: [],
}

describe('a file beside a figure', () => {
  it('of the period, of some size and used once has nothing weak about it', () => {
    expect(evidenceWeaknesses(file, '2026')).toEqual([])
  })

  it('that proves other figures too names them', () => {
    const [weakness] = evidenceWeaknesses({ ...file, alsoProves: ['Trồng rừng', 'Chăm sóc rừng'] }, '2026')
    expect(weakness && weaknessSentence(weakness, 'vi')).toBe(
      'Cùng một tệp còn dùng cho: Trồng rừng, Chăm sóc rừng.',
    )
    expect(weakness && weaknessSentence(weakness, 'en')).toContain('The same file is used for')
  })

  it.each([
    ['text/plain', 19, 20],
    ['application/pdf', 999, 1_000],
    ['image/jpeg', 2_999, 3_000],
  ])('of the kind %s is too small with %i bytes and not with %i', (mediaType, small, enough) => {
    const [weakness] = evidenceWeaknesses({ ...file, mediaType, size: small }, '2026')
    expect(weakness).toEqual({ code: 'too_small', size: small })
    expect(weakness && weaknessSentence(weakness, 'vi')).toContain('byte, có thể là trang trống.')
    expect(weakness && weaknessSentence(weakness, 'en')).toContain('bytes only')
    expect(evidenceWeaknesses({ ...file, mediaType, size: enough }, '2026')).toEqual([])
  })

  it('that was there before the period began says since when', () => {
    const [weakness] = evidenceWeaknesses({ ...file, firstSeenOn: '2025-12-31' }, '2026H1')
    expect(weakness).toEqual({ code: 'before_period', seenOn: '2025-12-31', from: '2026-01-01' })
    expect(weakness && weaknessSentence(weakness, 'vi')).toBe(
      'Tệp này đã có từ ngày 31/12/2025, trước khi kỳ báo cáo bắt đầu (01/01/2026).',
    )
    expect(weakness && weaknessSentence(weakness, 'en')).toContain('before the period began')
  })
})
