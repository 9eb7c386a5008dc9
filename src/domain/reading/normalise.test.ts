import { describe, expect, it } from 'vitest'
import { fromTcvn3, fromVni, guessLegacy } from './legacy.ts'
import { normalise } from './normalise.ts'
import { isSyllable, splitGlued, syllableKey } from './syllable.ts'

describe('normalised text', () => {
  it('composes letters and leads back to the text as given', () => {
    const given = 'Ho\u0300a Bi\u0300nh'
    const normal = normalise(given)
    expect(normal.text).toBe('Hòa Bình')
    expect(given.slice(normal.startOf(4), normal.endOf(7))).toBe('Bi\u0300nh')
  })

  it('composes marks typed in the wrong order', () => expect(normalise('Vie\u0323\u0302t').text).toBe('Việt'))

  it('gives spaces, dashes, quotes and bullets one form', () =>
    expect(normalise('A\u00a0–\u2009“B”\u200b\uf0b7').text).toBe('A - "B"•'))

  it('reads a space that does not break inside a number as the sign of thousands', () => {
    expect(normalise('1\u00a0245 căn').text).toBe('1.245 căn')
    expect(normalise('năm 2019\u00a0125 căn').text).toBe('năm 2019 125 căn')
  })
})

describe('syllables', () => {
  it('compare without case, old tone places and the two spellings of the lone vowel', () => {
    expect(syllableKey('Hoà')).toBe(syllableKey('hòa'))
    expect(syllableKey('TỈ')).toBe(syllableKey('tỷ'))
    expect(syllableKey('thuỷ')).toBe(syllableKey('thủy'))
  })

  it.each(['nghiệp', 'ước', 'quyền', 'giữa', 'khuya', 'yêu', 'ý'])('%s is one', (word) =>
    expect(isSyllable(word)).toBe(true),
  )

  it.each(['nghiệpước', 'vụước', 'triệu usd', 'web'])('%s is none', (word) =>
    expect(isSyllable(word)).toBe(false),
  )

  it.each([
    ['nghiệpước', ['nghiệp', 'ước']],
    ['ướccả', ['ước', 'cả']],
    ['cảnăm', ['cả', 'năm']],
    ['hóabán', ['hóa', 'bán']],
    ['video', ['video']],
  ])('%s is parted', (word, parts) => expect(splitGlued(word)).toEqual(parts))
})

describe('old encodings', () => {
  const tcvn3 = 'Céng hßa x· héi chñ nghÜa ViÖt Nam, Së C«ng th­¬ng ®¹t kÕt qu¶ tèt'
  const vni = 'Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, Sôû Coâng thöông ñaït keát quaû toát'
  const wanted = 'Cộng hòa xã hội chủ nghĩa Việt Nam, Sở Công thương đạt kết quả tốt'

  it('TCVN3 is told and read', () => {
    expect(guessLegacy(tcvn3)).toBe('tcvn3')
    expect(fromTcvn3(tcvn3)).toBe(wanted)
  })

  it('VNI is told and read', () => {
    expect(guessLegacy(vni)).toBe('vni')
    expect(fromVni(vni)).toBe(wanted)
  })

  it('Unicode is left alone', () => expect(guessLegacy(wanted)).toBeNull())
})
