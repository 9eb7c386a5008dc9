import { describe, expect, test } from 'vitest'
import { canonicalBallot, count, shares } from '../voting/index.ts'
import {
  accepts,
  deputyOf,
  effectiveRules,
  headOf,
  type Membership,
  memberCount,
  membershipFaults,
  membersOn,
  membersWithin,
  pollByRules,
  type RuleRow,
  rotationOrder,
  ruleCatalogue,
  ruleFaults,
  ruleKeys,
  type Term,
  votersOn,
} from './index.ts'

describe('members of a bloc', () => {
  const stays: Membership[] = [
    { unitId: 'so-nn', from: '2020-01-01', to: '2025-02-28' },
    { unitId: 'so-ct', from: '2020-01-01', to: null },
    { unitId: 'so-nnmt', from: '2025-03-01', to: null },
    { unitId: 'so-ct', from: '2024-01-01', to: null },
  ]

  test('the members of a day are counted once each', () => {
    expect(membersOn(stays, '2022-11-29')).toEqual(['so-nn', 'so-ct'])
    expect(membersOn(stays, '2025-02-28')).toEqual(['so-nn', 'so-ct'])
    expect(membersOn(stays, '2025-03-01')).toEqual(['so-ct', 'so-nnmt'])
    expect(memberCount(stays, '2026-11-29')).toBe(2)
    expect(membersWithin(stays, '2025-01-01', '2025-12-31')).toEqual(['so-nn', 'so-ct', 'so-nnmt'])
  })

  test('a stay that overlaps another of the same unit, or ends before it begins, is a fault', () => {
    expect(membershipFaults(stays)).toEqual([{ code: 'overlaps', unitId: 'so-ct' }])
    expect(membershipFaults([{ unitId: 'a', from: '2025-01-02', to: '2025-01-01' }])).toEqual([
      { code: 'ends_before_start', unitId: 'a' },
    ])
  })

  test('voters-on-polling-day: the base of a vote is the members that exist on the polling day', () => {
    const merged = [
      { kind: 'founded', unitId: 'so-nn', on: '1996-01-01', name: 'Sở NN&PTNT' },
      { kind: 'merged_into', unitId: 'so-nn', on: '2023-01-01', successorId: 'so-ct' },
    ] as const
    expect(votersOn(stays, merged, '2022-11-29')).toEqual(['so-nn', 'so-ct'])
    expect(votersOn(stays, merged, '2023-11-29')).toEqual(['so-ct'])
  })
})

describe('rights-of-the-head: Hà Giang, Sở TT&TT (2020) hands over to Ban Quản lý khu kinh tế (2021) on 16/12/2020', () => {
  const head2020: Term = {
    unitId: 'so-tttt',
    office: 'head',
    year: 2020,
    how: 'rotation',
    decidedOn: null,
    handoverSignedOn: '2019-12-20',
  }
  const head2021: Term = {
    unitId: 'ban-kkt',
    office: 'head',
    year: 2021,
    how: 'rotation',
    decidedOn: null,
    handoverSignedOn: '2020-12-16',
  }
  const terms = [head2020, head2021]

  test('the former head acts until the handover is signed', () => {
    expect(headOf(terms, 2021, 'setup', '2020-12-15')).toEqual({
      unitId: 'so-tttt',
      acting: true,
      reason: 'former_head_acts',
    })
    expect(headOf(terms, 2021, 'setup', '2020-12-16')).toEqual({
      unitId: 'ban-kkt',
      acting: false,
      reason: 'term_started',
    })
  })

  test('rights over the old year stay with its head until it is closed', () => {
    expect(headOf(terms, 2020, 'submitted', '2021-03-01').unitId).toBe('so-tttt')
    expect(headOf(terms, 2020, 'closed', '2021-06-01')).toEqual({
      unitId: null,
      acting: false,
      reason: 'year_closed',
    })
  })

  test('a decision starts a term without a handover', () => {
    const appointed: Term = {
      ...head2021,
      how: 'appointed',
      decidedOn: '2020-12-10',
      handoverSignedOn: '2020-12-16',
    }
    expect(headOf([head2020, appointed], 2021, 'setup', '2020-12-10').unitId).toBe('ban-kkt')
  })

  test('the first head of a new bloc leads before any handover; without a head nobody does', () => {
    const chosen = { ...head2021, handoverSignedOn: null }
    expect(headOf([chosen], 2021, 'setup', '2021-01-01').reason).toBe('first_head')
    expect(headOf([], 2021, 'setup', '2021-01-01')).toEqual({
      unitId: null,
      acting: false,
      reason: 'no_head',
    })
  })

  test('a deputy is optional and begins with the year of its head', () => {
    const deputy: Term = { ...head2021, unitId: 'vqg-ba-be', office: 'deputy', handoverSignedOn: null }
    expect(deputyOf(terms, 2021, 'running', '2021-03-01')).toBeNull()
    expect(deputyOf([...terms, deputy], 2021, 'running', '2020-12-15')).toBeNull()
    expect(deputyOf([...terms, deputy], 2021, 'running', '2021-03-01')).toBe('vqg-ba-be')
    expect(deputyOf([...terms, deputy], 2021, 'closed', '2022-03-01')).toBeNull()
  })

  test('in rotation those that never led come first, then the longest ago', () => {
    expect(rotationOrder(['so-tttt', 'ban-kkt', 'so-xd', 'so-ct'], terms)).toEqual([
      'so-xd',
      'so-ct',
      'so-tttt',
      'ban-kkt',
    ])
  })
})

describe('the two layers of rules', () => {
  const row = (key: string, value: unknown, more: Partial<RuleRow> = {}): RuleRow => ({
    key,
    value,
    fromYear: 2020,
    toYear: null,
    basis: null,
    ...more,
  })

  test('without rows every rule has its default and says that it is a habit, or unverified', () => {
    const rules = effectiveRules([], [], 2026)
    for (const key of ruleKeys) {
      expect(rules[key].origin).toBe('default')
      expect(['habit', 'unverified']).toContain(rules[key].mark)
      expect(accepts(ruleCatalogue[key].type, ruleCatalogue[key].default)).toBe(true)
    }
    expect(rules['voting.pass_mark'].value).toBe('more_than_half')
    expect(rules['voting.ties'].value).toEqual(['second_ballot', 'score', 'head_and_deputy'])
  })

  test('the bloc beats the province, unless the province has locked the rule', () => {
    const bloc = [row('voting.quorum', 'more_than_half', { basis: 'Quy chế khối 2026' })]
    const open = effectiveRules([row('voting.quorum', 'eighty_percent')], bloc, 2026)['voting.quorum']
    expect(open).toMatchObject({ value: 'more_than_half', origin: 'bloc', mark: 'confirmed', locked: false })
    const locked = effectiveRules(
      [row('voting.quorum', 'eighty_percent', { locked: true, basis: 'QĐ' })],
      bloc,
      2026,
    )
    expect(locked['voting.quorum']).toMatchObject({
      value: 'eighty_percent',
      origin: 'province',
      mark: 'confirmed',
      locked: true,
      blocSetAside: true,
    })
  })

  test('a row counts only in its years, and the latest one wins', () => {
    const rows = [
      row('choice.top_n', 3, { fromYear: 2020, toYear: 2023 }),
      row('choice.top_n', 4, { fromYear: 2022 }),
    ]
    const topN = (year: number) => effectiveRules([], rows, year)['choice.top_n'].value
    expect([2019, 2020, 2022, 2026].map(topN)).toEqual([5, 3, 4, 4])
  })

  test('a value of the wrong kind or an unknown rule is named and not used', () => {
    const rows = [
      row('voting.quorum', '60%'),
      row('voting.self_vote', 'no'),
      row('choice.top_n', 2.5),
      row('voting.ties', ['score', 'score']),
      row('toString', 'x'),
    ]
    expect(ruleFaults(rows).map(({ code }) => code)).toEqual([
      'bad_value',
      'bad_value',
      'bad_value',
      'bad_value',
      'unknown_key',
    ])
    expect(effectiveRules([], rows, 2026)['voting.quorum'].origin).toBe('default')
  })

  test('a poll takes its quorum, base, mark, ties and self-vote from the rules', () => {
    const rules = effectiveRules([], [row('voting.base', 'present'), row('voting.self_vote', false)], 2026)
    const poll = pollByRules(rules, {
      purpose: 'award',
      candidates: [{ id: 'a', unitId: 'a' }],
      seats: 1,
      order: 10,
    })
    expect(poll).toMatchObject({
      base: 'present',
      selfVoteAllowed: false,
      passMark: shares.more_than_half,
      quorum: shares.two_thirds,
      round: 1,
    })
    const ballots = Array.from({ length: 5 }, () => canonicalBallot(new Map([['a', 'for']])))
    expect(count(poll, ballots, { members: 12, present: 8, written: 0 }).taken).toEqual(['a'])
  })
})
