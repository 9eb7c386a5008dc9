import { describe, expect, test } from 'vitest'
import {
  blocPoll,
  compareEntries,
  type PaperCount,
  type Poll,
  paperDifferences,
  paperDifferenceText,
} from './index.ts'

const poll: Poll = {
  ...blocPoll,
  purpose: 'award',
  method: 'paper',
  candidates: [
    { id: 'a', unitId: 'a' },
    { id: 'b', unitId: 'b' },
  ],
  seats: 1,
  maxChoices: 1,
}

const agreeing: PaperCount = {
  issued: 12,
  returned: 12,
  valid: 11,
  invalid: 1,
  votes: new Map([
    ['a', { for: 7, against: 0, abstain: 4 }],
    ['b', { for: 4, against: 0, abstain: 7 }],
  ]),
}

function codes(change: Partial<PaperCount>): string[] {
  return paperDifferences(poll, { ...agreeing, ...change }, 12).map((difference) => difference.code)
}

describe('the figures of the Ban kiểm phiếu', () => {
  test('agreeing figures show no difference', () => {
    expect(codes({})).toEqual([])
  })

  test.each([
    ['issued_exceeds_roll', { issued: 13, returned: 13, valid: 12 }, 'not_all_returned'],
    ['returned_exceeds_issued', { issued: 11 }, ''],
    ['returned_not_valid_and_invalid', { invalid: 0 }, ''],
    ['not_a_count', { invalid: -1, returned: 10 }, ''],
    ['unknown_candidate', { votes: new Map([['x', { for: 1, against: 0, abstain: 0 }]]) }, ''],
    ['votes_exceed_valid', { votes: new Map([['a', { for: 8, against: 4, abstain: 0 }]]) }, ''],
    [
      'choices_exceed_ballots',
      {
        votes: new Map([
          ['a', { for: 7, against: 0, abstain: 0 }],
          ['b', { for: 5, against: 0, abstain: 0 }],
        ]),
      },
      '',
    ],
  ] as const)('a difference is named %s', (code, change, absent) => {
    expect(codes(change)).toContain(code)
    expect(codes(change)).not.toContain(absent)
  })

  test('ballots that did not come back need an explanation, not a correction', () => {
    const differences = paperDifferences(poll, { ...agreeing, returned: 11, valid: 11, invalid: 0 }, 12)
    expect(differences).toEqual([{ code: 'not_all_returned', found: 11, limit: 12, severity: 'explain' }])
  })

  test('a difference reads as a sentence with the name of the candidate', () => {
    const [difference] = paperDifferences(
      poll,
      { ...agreeing, votes: new Map([['a', { for: 12, against: 0, abstain: 0 }]]) },
      12,
    )
    if (difference === undefined) throw new Error('no difference')
    expect(paperDifferenceText(difference, () => 'Sở Công thương').vi).toBe(
      'Sở Công thương: 12 lượt, nhiều hơn 11 phiếu hợp lệ.',
    )
  })

  test('two people who counted apart see where they differ', () => {
    const other = {
      ...agreeing,
      valid: 12,
      votes: new Map(agreeing.votes).set('a', { for: 8, against: 0, abstain: 4 }),
    }
    expect(compareEntries(agreeing, agreeing)).toEqual([])
    expect(compareEntries(agreeing, other)).toEqual([
      { field: 'valid', candidateId: null, first: 11, second: 12 },
      { field: 'for', candidateId: 'a', first: 7, second: 8 },
    ])
  })
})
