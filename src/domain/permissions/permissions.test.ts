import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Actor,
  type Appointment,
  inForce,
  may,
  maySeeScores,
  mightBeAllowed,
  nobody,
  type Permission,
  permissionTable,
  type Scope,
} from './index.ts'

const nowhere = {
  provinceId: null,
  blocId: null,
  unitId: null,
  councilId: null,
  fromDate: '2000-01-01',
  toDate: null,
}

function actor(...appointments: Partial<Appointment>[]): Actor {
  return {
    accountId: 'a',
    name: 'A',
    appointments: appointments.map((one) => ({ ...nowhere, ...one }) as Appointment),
  }
}

const year = {
  id: 'y',
  year: 2026,
  state: 'scoring',
  headUnitIds: ['head'],
  deputyUnitIds: ['deputy'],
  memberUnitIds: ['head', 'deputy', 'third', 'fourth'],
}
const scope: Scope = { provinceId: 'p', blocId: 'b', year }
const ofThird: Scope = { ...scope, unitId: 'third' }

const head = actor({ role: 'unit_leader', unitId: 'head' })
const third = actor({ role: 'unit_leader', unitId: 'third' })
const thirdOfficer = actor({ role: 'unit_officer', unitId: 'third' })
const fourth = actor({ role: 'unit_leader', unitId: 'fourth' })
const secretary = actor({ role: 'bloc_secretary', blocId: 'b' })
const officer = actor({ role: 'province_officer', provinceId: 'p' })

describe('who may do what', () => {
  it('lets the head unit move the year on, and no other member', () => {
    expect(may(head, 'year.advance', scope).ok).toBe(true)
    expect(may(third, 'year.advance', scope).ok).toBe(false)
  })

  it('lets the secretary prepare everything and sign nothing', () => {
    expect(may(secretary, 'conference.manage', scope).ok).toBe(true)
    expect(may(secretary, 'paper.write', scope).ok).toBe(true)
    for (const signing of [
      'pledge.sign',
      'paper.issue',
      'handover.accept',
      'proposal.submit',
      'ranking.publish',
    ] as const) {
      expect(may(secretary, signing, ofThird).ok, signing).toBe(false)
    }
  })

  it('lets only the leader of a unit sign for it; its officer enters', () => {
    expect(may(third, 'pledge.sign', ofThird).ok).toBe(true)
    expect(may(thirdOfficer, 'pledge.sign', ofThird).ok).toBe(false)
    expect(may(thirdOfficer, 'result.write', ofThird).ok).toBe(true)
    expect(may(fourth, 'result.write', ofThird).ok).toBe(false)
  })

  it('lets the head enter on behalf of a member', () => {
    expect(may(head, 'result.write', ofThird).ok).toBe(true)
  })

  it('ties an officer who follows named blocs to these', () => {
    const follower = actor({ role: 'province_officer', provinceId: 'p', blocId: 'b' })
    expect(may(follower, 'year.advance', scope).ok).toBe(true)
    expect(may(follower, 'year.advance', { ...scope, blocId: 'other' }).ok).toBe(false)
    expect(may(officer, 'year.advance', { ...scope, blocId: 'other' }).ok).toBe(true)
    expect(may(officer, 'year.advance', { ...scope, provinceId: 'q' }).ok).toBe(false)
  })

  it('grants the public what is public and says "sign in" for the rest', () => {
    expect(may(nobody, 'news.read', {}).ok).toBe(true)
    expect(may(nobody, 'year.read', scope)).toMatchObject({ ok: false, error: { code: 'not_signed_in' } })
  })

  it('counts an appointment only from its first day to its last', () => {
    const term = {
      ...nowhere,
      role: 'teller',
      blocId: 'b',
      fromDate: '2026-01-01',
      toDate: '2026-12-31',
    } as Appointment
    expect(inForce([term], '2025-12-31')).toEqual([])
    expect(inForce([term], '2026-01-01')).toEqual([term])
    expect(inForce([term], '2026-12-31')).toEqual([term])
    expect(inForce([term], '2027-01-01')).toEqual([])
  })
})

describe('who sees whose points, when', () => {
  it('shows a unit its own self-score at once, and others theirs only after the round', () => {
    expect(maySeeScores(third, ofThird, 'self')).toBe(true)
    expect(maySeeScores(fourth, ofThird, 'self')).toBe(false)
    const closed = { ...ofThird, year: { ...year, state: 'appraisal' } }
    expect(maySeeScores(fourth, closed, 'self')).toBe(true)
    expect(maySeeScores(fourth, closed, 'head')).toBe(false)
    const atConference = { ...ofThird, year: { ...year, state: 'conference' } }
    expect(maySeeScores(fourth, atConference, 'head')).toBe(true)
  })

  it('never shows points to the public or to another bloc', () => {
    const stranger = actor({ role: 'unit_leader', unitId: 'elsewhere' })
    for (const state of ['scoring', 'appraisal', 'conference', 'closed']) {
      const then = { ...ofThird, year: { ...year, state } }
      expect(maySeeScores(nobody, then, 'final')).toBe(false)
      expect(maySeeScores(stranger, then, 'final')).toBe(false)
    }
  })
})

describe('as properties', () => {
  const permissions = Object.keys(permissionTable) as Permission[]
  const ids = fc.constantFrom('p', 'b', 'head', 'third', 'q', 'c')
  const nullable = fc.option(ids, { nil: null })
  const appointment = fc.record({
    role: fc.constantFrom(
      'province_officer',
      'unit_leader',
      'unit_officer',
      'bloc_secretary',
      'teller',
      'council_chair',
      'council_standing',
      'council_secretary',
      'council_member',
      'news_editor',
      'news_approver',
      'observer',
    ),
    provinceId: nullable,
    blocId: nullable,
    unitId: nullable,
    councilId: nullable,
    fromDate: fc.constant('2000-01-01'),
    toDate: fc.constant(null),
  })
  const anybody = fc
    .array(appointment, { maxLength: 4 })
    .map((all) => actor(...(all as Partial<Appointment>[])))

  it('a missing scope grants nothing but what is public or one’s own account', () => {
    fc.assert(
      fc.property(anybody, fc.constantFrom(...permissions), (who, permission) => {
        const open: readonly string[] = permissionTable[permission]
        if (open.includes('public') || open.includes('signed_in')) return
        expect(may(who, permission, {}).ok).toBe(false)
      }),
    )
  })

  it('one appointment more never takes a right away', () => {
    fc.assert(
      fc.property(anybody, appointment, fc.constantFrom(...permissions), (who, more, permission) => {
        const richer = { ...who, appointments: [...who.appointments, more as Appointment] }
        if (may(who, permission, ofThird).ok) expect(may(richer, permission, ofThird).ok).toBe(true)
      }),
    )
  })

  it('whoever may, might', () => {
    fc.assert(
      fc.property(anybody, fc.constantFrom(...permissions), (who, permission) => {
        if (may(who, permission, ofThird).ok) expect(mightBeAllowed(who, permission, scope)).toBe(true)
      }),
    )
  })
})
