import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addTallies,
  type Ballot,
  blocPoll,
  canonicalBallot,
  castCheck,
  councilPoll,
  count,
  countReasonText,
  decide,
  lowestFirst,
  meets,
  type Poll,
  parseBallot,
  type Roll,
  reachable,
  type Stance,
  secondBallot,
  secrecyRisks,
  shares,
  tallyOf,
  tallyOfConsensus,
  tallyOfHands,
  tallyOfPaper,
  type Voter,
  votesNeeded,
} from './index.ts'

const full: Roll = { members: 12, present: 12, written: 0 }

function poll(ids: readonly string[], seats: number | null, more: Partial<Poll> = {}): Poll {
  return { ...blocPoll, purpose: 'award', candidates: ids.map((id) => ({ id, unitId: id })), seats, ...more }
}

function ballot(...ids: string[]): string {
  return canonicalBallot(new Map(ids.map((id): [string, Stance] => [id, 'for'])))
}

function box(...piles: readonly (readonly [number, string])[]): string[] {
  return piles.flatMap(([size, text]) => Array.from({ length: size }, () => text))
}

describe('the text of a ballot', () => {
  test('equal ballots are equal texts whatever the order of ticking', () => {
    const one: Ballot = new Map<string, Stance>([
      ['b', 'against'],
      ['a', 'for'],
      ['c', 'abstain'],
    ])
    const other: Ballot = new Map<string, Stance>([
      ['c', 'abstain'],
      ['a', 'for'],
      ['b', 'against'],
    ])
    expect(canonicalBallot(one)).toBe('[["a","for"],["b","against"]]')
    expect(canonicalBallot(other)).toBe(canonicalBallot(one))
  })

  test.each([
    '',
    'null',
    '{}',
    '[["a","abstain"]]',
    '[["b","for"],["a","for"]]',
    '[["a","for"],["a","against"]]',
    ' []',
    '[[1,"for"]]',
  ])('the text %j is unreadable', (text) => {
    expect(parseBallot(text).ok).toBe(false)
  })

  test('any ballot reads back as it was written, whatever the names', () => {
    const ballots = fc.array(fc.tuple(fc.string(), fc.constantFrom<Stance>('for', 'against')))
    fc.assert(
      fc.property(ballots, (entries) => {
        const written = new Map(entries)
        const read = parseBallot(canonicalBallot(written))
        expect(read.ok && new Map(read.value)).toEqual(written)
      }),
    )
  })
})

describe('bloc-pass-mark and bloc-quorum: shares', () => {
  test.each([
    ['more_than_half', 12, 7],
    ['more_than_half', 11, 6],
    ['two_thirds', 12, 8],
    ['two_thirds', 10, 7],
    ['eighty_percent', 12, 10],
    ['eighty_percent', 10, 8],
    ['ninety_percent', 12, 11],
    ['ninety_percent', 10, 9],
  ] as const)('%s of %i asks for %i votes', (name, base, needed) => {
    expect(votesNeeded(shares[name], base)).toBe(needed)
    expect(meets(shares[name], needed, base)).toBe(true)
    expect(meets(shares[name], needed - 1, base)).toBe(false)
  })

  test('80% of 12 members cannot be reached with two absent and one against: 9 of 12 are 75%', () => {
    expect(reachable(shares.eighty_percent, 12, 9)).toBe(false)
    expect(reachable(shares.more_than_half, 12, 9)).toBe(true)
    const roll = { members: 12, present: 10, written: 0 }
    const ballots = box([9, ballot('a')], [1, '[["a","against"]]'])
    const strict = count(poll(['a'], 1, { passMark: shares.eighty_percent }), ballots, roll)
    expect(strict.candidates[0]).toMatchObject({ percent: '75', result: 'not_passed' })
    expect(count(poll(['a'], 1), ballots, roll).taken).toEqual(['a'])
  })
})

describe('casting', () => {
  const open = poll(['a', 'b', 'c'], 1, { maxChoices: 1 })
  const voter: Voter = { onRoll: true, hasVoted: false, unitId: 'a', recusedFrom: [] }
  const forA: Ballot = new Map([['a', 'for']])

  test('a voter on the roll casts once, and the box gets only the ballot', () => {
    expect(castCheck(open, 'open', voter, forA)).toEqual({ ok: true, value: '[["a","for"]]' })
  })

  test.each([
    ['not_open_yet', { phase: 'prepared' }],
    ['closed', { phase: 'closed' }],
    ['closed', { phase: 'published' }],
    ['not_cast_on_screen', { poll: { method: 'paper' } }],
    ['not_on_roll', { voter: { onRoll: false } }],
    ['already_voted', { voter: { hasVoted: true } }],
    ['recused', { voter: { recusedFrom: ['a'] } }],
    ['self_vote', { poll: { selfVoteAllowed: false } }],
    ['unknown_candidate', { ballot: new Map([['x', 'for']]) }],
    [
      'too_many_choices',
      {
        ballot: new Map([
          ['b', 'for'],
          ['c', 'for'],
        ]),
      },
    ],
    ['against_not_allowed', { poll: { form: 'choose' }, ballot: new Map([['b', 'against']]) }],
  ] as const)('a ballot is refused as %s', (error, change: Record<string, unknown>) => {
    const changed = { ...open, ...(change.poll as Partial<Poll>) }
    const who = { ...voter, ...(change.voter as Partial<Voter>) }
    const phase = (change.phase ?? 'open') as 'open'
    expect(castCheck(changed, phase, who, (change.ballot ?? forA) as Ballot)).toEqual({ ok: false, error })
  })

  test('a unit that may not vote for itself may still speak on others', () => {
    const forB: Ballot = new Map([['b', 'for']])
    expect(castCheck({ ...open, selfVoteAllowed: false }, 'open', voter, forB).ok).toBe(true)
    expect(castCheck(open, 'open', { ...voter, recusedFrom: ['a'] }, forB).ok).toBe(true)
  })
})

describe('Bắc Ninh 2022: twelve units vote one Government flag, two flags of the province, three certificates', () => {
  test('by secret ballot the flags go to the highest votes', () => {
    const candidates = ['so-cong-thuong', 'quy-dau-tu-phat-trien', 'ban-quan-ly-kcn']
    const ballots = box(
      [8, ballot('so-cong-thuong', 'quy-dau-tu-phat-trien')],
      [3, ballot('so-cong-thuong', 'quy-dau-tu-phat-trien', 'ban-quan-ly-kcn')],
      [1, ballot('ban-quan-ly-kcn')],
    )
    const result = count(poll(candidates, 2), ballots, full)
    expect(result.taken).toEqual(['quy-dau-tu-phat-trien', 'so-cong-thuong'])
    expect(result.candidates.map((one) => [one.id, one.votes.for, one.percent])).toEqual([
      ['quy-dau-tu-phat-trien', 11, '91.67'],
      ['so-cong-thuong', 11, '91.67'],
      ['ban-quan-ly-kcn', 4, '33.33'],
    ])
    expect(result.needed).toBe(7)
    expect(result.ballotsAgree).toBe(true)
  })

  test('by consensus all present are for those agreed on', () => {
    const flag = poll(['so-thong-tin-truyen-thong', 'so-xay-dung'], 1, { method: 'consensus' })
    const result = decide(flag, tallyOfConsensus(flag, 12, ['so-thong-tin-truyen-thong']), full)
    expect(result.taken).toEqual(['so-thong-tin-truyen-thong'])
    expect(result.candidates[0]?.percent).toBe('100')
  })

  test('the lowest award is voted first', () => {
    const order = lowestFirst([
      { order: 30, award: 'co_chinh_phu' },
      { order: 10, award: 'bang_khen' },
    ])
    expect(order.map((one) => one.award)).toEqual(['bang_khen', 'co_chinh_phu'])
  })
})

describe('Bắc Kạn 2020: the head unit itself is proposed, head and deputy are elected', () => {
  test('a unit may receive the flag while it leads the bloc, with its own vote', () => {
    const head = 'so-nong-nghiep-ptnt'
    const flag = poll([head, 'so-xay-dung'], 1)
    const vote = castCheck(
      flag,
      'open',
      { onRoll: true, hasVoted: false, unitId: head, recusedFrom: [] },
      new Map([[head, 'for']]),
    )
    expect(vote.ok).toBe(true)
    const result = count(flag, box([6, ballot(head)], [2, ballot('so-xay-dung')]), {
      members: 8,
      present: 8,
      written: 0,
    })
    expect(result.taken).toEqual([head])
  })

  test('three certificates for four candidates: the highest three', () => {
    const names = ['so-tai-nguyen-moi-truong', 'so-cong-thuong', 'so-xay-dung', 'ban-qlda-giao-thong']
    const ballots = box([5, ballot(...names.slice(0, 3))], [3, ballot(...names)])
    const result = count(poll(names, 3), ballots, { members: 8, present: 8, written: 0 })
    expect([...result.taken].sort()).toEqual(names.slice(0, 3).sort())
    expect(result.candidates.at(-1)).toMatchObject({ id: 'ban-qlda-giao-thong', result: 'not_passed' })
  })

  test('head and deputy are two polls with one seat each', () => {
    const election = (purpose: 'head' | 'deputy', id: string) =>
      count(poll([id], 1, { purpose, form: 'choose', maxChoices: 1 }), box([7, ballot(id)], [1, '[]']), {
        members: 8,
        present: 8,
        written: 0,
      }).taken
    expect(election('head', 'ban-qlda-giao-thong')).toEqual(['ban-qlda-giao-thong'])
    expect(election('deputy', 'vuon-quoc-gia-ba-be')).toEqual(['vuon-quoc-gia-ba-be'])
  })
})

describe('tie-break: ties at the last seat', () => {
  const three = poll(['a', 'b', 'c'], 2)
  const tiedBox = box([4, ballot('a', 'b')], [4, ballot('a', 'c')], [4, ballot('a', 'b', 'c')])

  test('the first ballot leaves equals to a second ballot, which only orders them', () => {
    const first = count(three, tiedBox, full)
    expect(first.taken).toEqual(['a'])
    expect(first.tie).toEqual({ candidateIds: ['b', 'c'], seatsLeft: 1, step: 'second_ballot' })
    if (first.tie === null) throw new Error('no tie')
    const again = secondBallot(three, first.tie)
    expect(again).toMatchObject({ round: 2, seats: 1, maxChoices: 1, passMark: null })
    const second = count(again, box([6, ballot('b')], [5, ballot('c')], [1, '[]']), full)
    expect(second.taken).toEqual(['b'])
  })

  const second = poll(['b', 'c', 'd'], 1, { round: 2, passMark: null })
  const evenBox = box([4, ballot('b')], [4, ballot('c')], [4, ballot('d')])

  test('after the second ballot the score decides, and is asked for when it is not known', () => {
    expect(count(second, evenBox, full).tie?.step).toBe('score')
    const scores = new Map([
      ['b', '97.25'],
      ['c', '97.5'],
      ['d', '96'],
    ])
    const result = count(second, evenBox, full, { scores })
    expect(result.taken).toEqual(['c'])
    const reason = result.candidates.find((one) => one.id === 'c')?.reasons.at(-1)
    expect(reason && countReasonText(reason).vi).toBe('bằng phiếu, xét theo điểm thi đua 97,5')
  })

  test('equal scores go to head and deputy, who must give a reason', () => {
    const scores = new Map([
      ['b', '97.5'],
      ['c', '97.50'],
      ['d', '96'],
    ])
    expect(count(second, evenBox, full, { scores }).tie).toEqual({
      candidateIds: ['b', 'c'],
      seatsLeft: 1,
      step: 'head_and_deputy',
    })
    const mute = count(second, evenBox, full, { scores, decision: { chosen: ['c'], reason: ' ' } })
    expect(mute.tie?.step).toBe('head_and_deputy')
    const decision = { chosen: ['c'], reason: 'kết quả nổi trội hơn' }
    const result = count(second, evenBox, full, { scores, decision })
    expect(result.taken).toEqual(['c'])
    expect(result.tie).toBeNull()
  })

  test('a council follows its chair after the second ballot', () => {
    const council = { ...second, ties: councilPoll.ties }
    expect(count(council, evenBox, full).tie?.step).toBe('chair')
    expect(
      count(council, evenBox, full, { decision: { chosen: ['d'], reason: 'ý kiến Chủ tịch' } }).taken,
    ).toEqual(['d'])
  })

  test('a poll without tie steps stays open and says so', () => {
    expect(count({ ...second, ties: [] }, evenBox, full).tie?.step).toBeNull()
  })
})

describe('quorum and base', () => {
  test('without the quorum nobody is taken and the reason is given', () => {
    const result = count(poll(['a'], 1), box([7, ballot('a')]), { members: 12, present: 7, written: 0 })
    expect(result.quorum).toEqual({ have: 7, needed: 8, met: false })
    expect(result.taken).toEqual([])
    expect(result.candidates[0]?.reasons.at(-1)).toEqual({ code: 'quorum_missed', have: 7, needed: 8 })
  })

  test('council-absent-in-writing: written opinions of absent members count for quorum and mark', () => {
    const council = { ...poll(['a'], null), ...councilPoll }
    const hall = tallyOfHands(council, 8, new Map([['a', { for: 8, against: 0, abstain: 0 }]]))
    const written = tallyOfHands(council, 2, new Map([['a', { for: 2, against: 0, abstain: 0 }]]))
    const roll = { members: 12, present: 8, written: 2 }
    expect(decide(council, hall, roll).taken).toEqual([])
    expect(decide(council, addTallies(hall, written), roll).taken).toEqual(['a'])
  })

  test.each([
    ['all', 12, '50'],
    ['present', 10, '60'],
    ['valid', 9, '66.67'],
  ] as const)('on base "%s" six votes are counted of %i', (base, of, percent) => {
    const roll = { members: 12, present: 10, written: 0 }
    const result = count(poll(['a'], 1, { base }), box([6, ballot('a')], [3, '[]'], [1, 'xoá']), roll)
    expect(result.base).toBe(of)
    expect(result.candidates[0]?.percent).toBe(percent)
    expect(result.tally).toMatchObject({ cast: 10, valid: 9, invalid: 1, blank: 3 })
    expect(result.tally.spoiled).toEqual(new Map([['unreadable', 1]]))
  })

  test('nobody passes on an empty base', () => {
    expect(
      count(poll(['a'], 1, { base: 'valid', quorum: null }), [], { members: 0, present: 0, written: 0 })
        .taken,
    ).toEqual([])
  })

  test('more ballots than voters are seen', () => {
    expect(count(poll(['a'], 1), box([13, ballot('a')]), full).ballotsAgree).toBe(false)
  })

  test('paper and screen are counted together', () => {
    const both = poll(['a', 'b'], 1)
    const paper = {
      issued: 5,
      returned: 5,
      valid: 4,
      invalid: 1,
      votes: new Map([['b', { for: 4, against: 0, abstain: 0 }]]),
    }
    const result = decide(
      both,
      addTallies(tallyOf(both, box([3, ballot('a')], [4, ballot('b')])), tallyOfPaper(both, paper)),
      full,
    )
    expect(result.taken).toEqual(['b'])
    expect(result.candidates[0]?.votes).toEqual({ for: 8, against: 0, abstain: 3 })
    expect(result.tally).toMatchObject({ cast: 12, valid: 11, invalid: 1 })
  })
})

describe('secrecy', () => {
  test('three voters are too few for a secret ballot, twelve are not', () => {
    expect(secrecyRisks('secret', { screen: 3, paper: 0 })[0]?.code).toBe('too_few_voters')
    expect(secrecyRisks('secret', { screen: 12, paper: 0 })).toEqual([])
    expect(secrecyRisks('hands', { screen: 3, paper: 0 })).toEqual([])
  })

  test('one voter on screen beside eleven on paper must not be counted apart', () => {
    expect(secrecyRisks('secret', { screen: 1, paper: 11 })).toEqual([
      { code: 'channel_too_small', channel: 'screen', voters: 1, atLeast: 5 },
    ])
  })
})
