import { describe, expect, test } from 'vitest'
import { guidingPaperName, guidingPaperTypeName } from './guiding-paper.ts'

describe('a guiding paper as it is cited', () => {
  test('with number, date and issuer: the programme that launched the movement of 2020', () => {
    const paper = { type: 'CTr', number: '298/CTr-UBND', issuer: 'UBND tỉnh', issuedOn: '2019-12-25' }
    expect(guidingPaperName(paper)).toBe('Chương trình số 298/CTr-UBND ngày 25/12/2019 của UBND tỉnh')
    expect(guidingPaperName(paper, 'en')).toBe('Chương trình No. 298/CTr-UBND of 25/12/2019 by UBND tỉnh')
  })

  test('says what is unknown and guesses nothing: the decision of which only the number is known', () => {
    expect(guidingPaperName({ type: 'QĐ', number: '1511', issuer: '', issuedOn: null })).toBe(
      'Quyết định số 1511 (chưa rõ cơ quan, ngày ban hành)',
    )
    expect(guidingPaperName({ type: '', number: '', issuer: 'UBND tỉnh', issuedOn: null })).toBe(
      'Văn bản của UBND tỉnh (chưa rõ số, ngày ban hành)',
    )
  })

  test('a công văn has no code in its symbol, and a type that is no code stays as written', () => {
    expect(guidingPaperTypeName('CV')).toBe('Công văn')
    expect(guidingPaperTypeName('Kết luận')).toBe('Kết luận')
  })
})
