import { describe, expect, it } from 'vitest'
import { defaultRankingRules, outsideFigures, outsideOf, type RankingRules } from './index.ts'

const name = (vi: string) => ({ vi, en: vi })
const rules: RankingRules = {
  ...defaultRankingRules,
  tieBreaks: [
    { by: 'side', side: 'penalty' },
    { by: 'measure', code: 'onTime', name: name('đúng hạn'), better: 'higher' },
    { by: 'decision', code: 'vote', name: name('bỏ phiếu') },
  ],
  classes: [
    {
      code: 'good',
      name: name('Tốt'),
      conditions: [
        { code: 'onTime', name: name('đúng hạn'), op: '>=', value: '80' },
        { code: 'over', name: name('vượt mức'), op: '>=', value: '50' },
      ],
    },
  ],
}

describe('figures from outside the table', () => {
  it('are those the tie-break chain and the classes ask for, each once', () => {
    expect(outsideFigures(rules).map(({ code, kind }) => `${code} ${kind}`)).toEqual([
      'onTime measure',
      'vote decision',
      'over measure',
    ])
    expect(outsideFigures(defaultRankingRules)).toEqual([])
  })

  it('become measures by unit and the order of a decision; what nobody asks for is left out', () => {
    const found = outsideOf(rules, [
      { unitId: 'a', code: 'onTime', value: '90' },
      { unitId: 'a', code: 'vote', value: '2' },
      { unitId: 'b', code: 'vote', value: '1' },
      { unitId: 'b', code: 'unknown', value: '7' },
    ])
    expect(found.measures.get('a')?.get('onTime')).toBe('90')
    expect(found.measures.has('b')).toBe(false)
    expect(found.decisions.get('vote')).toEqual(['b', 'a'])
  })
})
