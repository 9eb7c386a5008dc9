import { describe, expect, it } from 'vitest'
import { nameWithoutTitle } from './names.ts'

describe('names of signers', () => {
  it('stand without title, form of address or degree', () => {
    for (const name of [
      'TS. Trần Văn Mẫu',
      'PGS.TS. Trần Văn Mẫu',
      'Ông Trần Văn Mẫu',
      'Đồng chí Trần Văn Mẫu',
      'ThS Trần  Văn Mẫu',
      ' Trần Văn Mẫu ',
    ]) {
      expect(nameWithoutTitle(name)).toBe('Trần Văn Mẫu')
    }
  })

  it('keep family names that begin like a title', () => {
    expect(nameWithoutTitle('Tsang Văn Mẫu')).toBe('Tsang Văn Mẫu')
    expect(nameWithoutTitle('Bành Thị Mẫu')).toBe('Bành Thị Mẫu')
    expect(nameWithoutTitle('Cn')).toBe('Cn')
  })
})
