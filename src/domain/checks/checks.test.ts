import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Actor, Appointment, Scope } from '../permissions/index.ts'
import {
  checksStanding,
  correctionStanding,
  crossChecksOf,
  explainTeamRefusal,
  type MinutesContent,
  mayReadVisit,
  mayWriteVisit,
  minutesStateOf,
  minutesText,
  partyOf,
  proposeTeams,
  usualTeamCount,
  type VisitUnits,
  visitPartOf,
  visitProgressOf,
} from './index.ts'

function proposed(units: readonly string[], teams: number, leaders: readonly string[] = []) {
  const found = proposeTeams(units, teams, leaders)
  if (!found.ok) throw new Error(found.error.code)
  return found.value
}

const bloc = (size: number) => Array.from({ length: size }, (_, at) => `u${at + 1}`)

describe('the teams of a round', () => {
  it('of twelve units are three of four, each visiting the four of the next', () => {
    const { teams, problems } = proposed(bloc(12), usualTeamCount(12))
    expect(teams.map(({ units }) => units.length)).toEqual([4, 4, 4])
    expect(teams[0]).toEqual({
      leader: 'u1',
      units: ['u1', 'u2', 'u3', 'u4'],
      visits: ['u5', 'u6', 'u7', 'u8'],
    })
    expect(teams[2]?.visits).toEqual(['u1', 'u2', 'u3', 'u4'])
    expect(problems).toEqual([])
  })

  it('are led by head and deputy where they sit in one', () => {
    const { teams } = proposed(bloc(6), 3, ['u4', 'u2'])
    expect(teams.map(({ leader }) => leader)).toEqual(['u2', 'u4', 'u5'])
    expect(teams[0]?.units).toEqual(['u2', 'u1'])
  })

  it('of two units check each other, which is said and not hidden', () => {
    expect(usualTeamCount(2)).toBe(2)
    expect(proposed(bloc(2), 2).problems).toEqual([{ code: 'checksItsChecker', unit: 'u1', other: 'u2' }])
  })

  it('cannot be one alone, nor more than there are units', () => {
    expect(proposeTeams(bloc(5), 1)).toEqual({ ok: false, error: { code: 'tooFewTeams', units: 5 } })
    expect(proposeTeams(bloc(3), 4)).toEqual({ ok: false, error: { code: 'moreTeamsThanUnits', units: 3 } })
    expect(explainTeamRefusal({ code: 'tooFewTeams', units: 5 }, 'vi')).toContain('tự kiểm tra mình')
    expect(explainTeamRefusal({ code: 'moreTeamsThanUnits', units: 3 }, 'en')).toContain('3 units')
  })

  const sizes = fc
    .integer({ min: 2, max: 40 })
    .chain((units) => fc.tuple(fc.constant(units), fc.integer({ min: 2, max: units })))

  it('visit every unit once, never their own, with work that differs by one visit at most', () => {
    fc.assert(
      fc.property(sizes, ([size, count]) => {
        const { teams } = proposed(bloc(size), count)
        expect(teams.flatMap(({ visits }) => visits).toSorted()).toEqual(bloc(size).toSorted())
        expect(teams.flatMap(({ units }) => units).toSorted()).toEqual(bloc(size).toSorted())
        for (const { units, visits } of teams) expect(visits.filter((one) => units.includes(one))).toEqual([])
        for (const work of [teams.map(({ visits }) => visits.length), teams.map(({ units }) => units.length)])
          expect(Math.max(...work) - Math.min(...work)).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('from three on never check their own checkers; two always do, and the proposal names the pairs', () => {
    fc.assert(
      fc.property(sizes, ([size, count]) => {
        const { teams, problems } = proposed(bloc(size), count)
        const pairs = new Set(crossChecksOf(teams).map(({ checker, checked }) => `${checker} ${checked}`))
        const mutual = [...pairs].filter((pair) => pairs.has(pair.split(' ').toReversed().join(' ')))
        expect(problems).toHaveLength(mutual.length / 2)
        expect(mutual.length > 0).toBe(count === 2)
      }),
    )
  })

  it('are the same whenever they are asked for', () => {
    fc.assert(
      fc.property(sizes, ([size, count]) => {
        expect(proposeTeams(bloc(size), count)).toEqual(proposeTeams(bloc(size), count))
      }),
    )
  })
})

const visit: VisitUnits = { teamUnitIds: ['b', 'c'], leadingUnitId: 'b', unitId: 'd' }
const scope: Scope = {
  provinceId: 'p',
  blocId: 'k',
  year: {
    id: 'y',
    year: 2026,
    state: 'running',
    headUnitIds: ['a'],
    deputyUnitIds: ['b'],
    memberUnitIds: ['a', 'b', 'c', 'd', 'e'],
  },
}

function actor(...appointments: Partial<Appointment>[]): Actor {
  const nowhere = { provinceId: null, blocId: null, unitId: null, councilId: null }
  return {
    accountId: 'x',
    name: 'X',
    appointments: appointments.map(
      (one) => ({ ...nowhere, fromDate: '2000-01-01', toDate: null, ...one }) as Appointment,
    ),
  }
}
const of = (unitId: string) => actor({ role: 'unit_officer', unitId })

describe('who takes part in a visit', () => {
  it('is the visited unit, the team, those who run the year, the province, or another member', () => {
    expect(visitPartOf(of('d'), scope, visit)).toBe('visited')
    expect(visitPartOf(of('c'), scope, visit)).toBe('team')
    expect(visitPartOf(of('a'), scope, visit)).toBe('office')
    expect(visitPartOf(actor({ role: 'bloc_secretary', blocId: 'k' }), scope, visit)).toBe('office')
    expect(visitPartOf(actor({ role: 'province_officer', provinceId: 'p' }), scope, visit)).toBe('province')
    expect(visitPartOf(of('e'), scope, visit)).toBe('other')
    expect(visitPartOf(of('stranger'), scope, visit)).toBeUndefined()
    expect(visitPartOf(actor({ role: 'administrator' }), scope, visit)).toBeUndefined()
  })

  it('never lets somebody of the visited unit write what was found there, not even as head or secretary', () => {
    const ownHead = { ...visit, unitId: 'a' }
    expect(mayWriteVisit(visitPartOf(of('a'), scope, ownHead))).toBe(false)
    const both = actor({ role: 'unit_officer', unitId: 'd' }, { role: 'bloc_secretary', blocId: 'k' })
    expect(mayWriteVisit(visitPartOf(both, scope, visit))).toBe(false)
    fc.assert(
      fc.property(fc.constantFrom('a', 'b', 'c', 'd', 'e'), (unit) => {
        const there = { ...visit, unitId: unit }
        expect(mayWriteVisit(visitPartOf(of(unit), scope, there))).toBe(false)
      }),
    )
  })

  it('shows it to other members once both have signed, and to strangers never', () => {
    expect(mayReadVisit('other', false)).toBe(false)
    expect(mayReadVisit('other', true)).toBe(true)
    expect(mayReadVisit(undefined, true)).toBe(false)
    for (const part of ['visited', 'team', 'office', 'province'] as const)
      expect(mayReadVisit(part, false)).toBe(true)
  })

  it('signs for the team by its leading unit alone, and for the visited unit by itself', () => {
    expect(partyOf('b', visit)).toBe('team')
    expect(partyOf('c', visit)).toBeUndefined()
    expect(partyOf('d', visit)).toBe('visited')
  })
})

const content: MinutesContent = {
  bloc: 'Khối thi đua Kinh tế',
  year: 2026,
  plan: 'Kiểm tra 6 tháng đầu năm',
  basis: '',
  team: 'Đoàn số 1',
  leadingUnit: 'Sở Xây dựng',
  units: ['Sở Xây dựng', 'Sở Tài chính'],
  persons: [],
  visited: 'Quỹ Đầu tư phát triển',
  heldOn: '2026-06-10',
  from: '08:00',
  to: null,
  place: 'Phòng họp',
  attendedTeam: '',
  attendedUnit: '',
  contents: 'Hồ sơ minh chứng',
  observations: [{ kind: 'strength', body: 'Hồ sơ đầy đủ', about: '1.1' }],
  corrections: [{ body: 'Bổ sung phụ lục', dueOn: '2026-06-30' }],
  opinion: 'Nhất trí',
}

describe('the minutes', () => {
  it('have one text for one content, whatever order its parts were read in', () => {
    const turned = Object.fromEntries(Object.entries(content).toReversed()) as unknown as MinutesContent
    expect(minutesText(turned)).toBe(minutesText(content))
  })

  it('have another text as soon as anything signed is changed', () => {
    const changes: readonly Partial<MinutesContent>[] = [
      { opinion: '' },
      { heldOn: '2026-06-11' },
      { corrections: [{ body: 'Bổ sung phụ lục', dueOn: '2026-07-01' }] },
      { observations: [{ kind: 'shortcoming', body: 'Hồ sơ đầy đủ', about: '1.1' }] },
    ]
    for (const change of changes)
      expect(minutesText({ ...content, ...change })).not.toBe(minutesText(content))
  })

  it('are signed once both sides have signed', () => {
    expect(minutesStateOf([])).toBe('unsigned')
    expect(minutesStateOf(['team'])).toBe('half_signed')
    expect(minutesStateOf(['visited', 'team'])).toBe('signed')
  })
})

describe('a year of checks', () => {
  const today = '2026-11-22'

  it('says of a visit whether it is ahead, missed, held or signed', () => {
    const at = { state: 'planned', minutes: 'unsigned' } as const
    expect(visitProgressOf({ ...at, plannedOn: null }, today)).toBe('undated')
    expect(visitProgressOf({ ...at, plannedOn: today }, today)).toBe('planned')
    expect(visitProgressOf({ ...at, plannedOn: '2026-11-21' }, today)).toBe('missed')
    expect(visitProgressOf({ ...at, state: 'held', plannedOn: null }, today)).toBe('held')
    expect(visitProgressOf({ plannedOn: null, state: 'held', minutes: 'half_signed' }, today)).toBe(
      'half_signed',
    )
    expect(visitProgressOf({ ...at, state: 'cancelled', plannedOn: '2026-11-21' }, today)).toBe('cancelled')
  })

  it('asks the unit for a correction until it answers, then the team until it is settled', () => {
    const dueOn = '2026-11-20'
    expect(correctionStanding({ state: 'open', dueOn }, today)).toEqual({ owedBy: 'visited', late: true })
    expect(correctionStanding({ state: 'returned', dueOn: today }, today)).toEqual({
      owedBy: 'visited',
      late: false,
    })
    expect(correctionStanding({ state: 'answered', dueOn }, today)).toEqual({ owedBy: 'team', late: false })
    expect(correctionStanding({ state: 'settled', dueOn }, today)).toEqual({ owedBy: null, late: false })
  })

  it('counts visits and corrections, leaving cancelled visits out', () => {
    const planned = { state: 'planned', signed: false, corrections: [] } as const
    expect(
      checksStanding(
        [
          { ...planned, plannedOn: '2026-11-25' },
          { ...planned, plannedOn: '2026-11-24' },
          { ...planned, plannedOn: '2026-11-01' },
          { ...planned, state: 'cancelled', plannedOn: '2026-11-02' },
          {
            state: 'held',
            plannedOn: '2026-11-03',
            signed: true,
            corrections: [
              { state: 'open', dueOn: '2026-11-10' },
              { state: 'answered', dueOn: '2026-11-10' },
              { state: 'settled', dueOn: '2026-11-10' },
            ],
          },
        ],
        today,
      ),
    ).toEqual({
      visits: 4,
      held: 1,
      signed: 1,
      missed: 1,
      openCorrections: 2,
      lateCorrections: 1,
      nextOn: '2026-11-24',
    })
  })
})
