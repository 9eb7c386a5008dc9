import { describe, expect, it } from 'vitest'
import { type Actor, type Appointment, type FileOwnership, mayReadFile, nobody, type Scope } from './index.ts'

const file: FileOwnership = {
  isPublic: false,
  provinceId: 'p',
  blocId: 'b',
  unitId: 'u3',
  uploadedBy: 'somebody',
}
const year = {
  id: 'y',
  year: 2026,
  state: 'running',
  headUnitIds: ['u1'],
  deputyUnitIds: [],
  memberUnitIds: ['u1', 'u2', 'u3'],
}
const scopes: readonly Scope[] = [{ provinceId: 'p', blocId: 'b', unitId: 'u3', year }]

function actor(role: Appointment['role'], where: Partial<Appointment> = {}): Actor {
  const nowhere = {
    provinceId: null,
    blocId: null,
    unitId: null,
    councilId: null,
    fromDate: '2020-01-01',
    toDate: null,
  }
  return { accountId: 'a', name: 'A', appointments: [{ ...nowhere, ...where, role }] }
}

describe('a stored file', () => {
  it('that is public is opened by everybody', () => {
    expect(mayReadFile(nobody, { ...file, isPublic: true }, [])).toBe(true)
  })

  it('that is not public is closed to who is not signed in', () => {
    expect(mayReadFile(nobody, file, scopes)).toBe(false)
  })

  it.each<[string, Actor]>([
    ['the unit', actor('unit_officer', { unitId: 'u3' })],
    ['another member of the bloc', actor('unit_leader', { unitId: 'u2' })],
    ['the secretary of the bloc', actor('bloc_secretary', { blocId: 'b' })],
    ['the province', actor('province_officer', { provinceId: 'p' })],
  ])('is opened by %s', (_, reader) => expect(mayReadFile(reader, file, scopes)).toBe(true))

  it.each<[string, Actor]>([
    ['a unit of another bloc', actor('unit_leader', { unitId: 'u9' })],
    ['another province', actor('province_officer', { provinceId: 'q' })],
    ['an officer who follows another bloc', actor('province_officer', { provinceId: 'p', blocId: 'c' })],
    ['the administrator of the system', actor('administrator')],
  ])('is closed to %s', (_, reader) => expect(mayReadFile(reader, file, scopes)).toBe(false))

  it('is opened by who sent it in, wherever it lies', () => {
    expect(mayReadFile({ accountId: 'somebody', name: '', appointments: [] }, file, [])).toBe(true)
  })

  it('that the members do not see yet is opened by its unit, those who lead, and the units named, nobody else', () => {
    const withheld = { ...file, withheldFor: ['u2'] }
    for (const reader of [
      actor('unit_officer', { unitId: 'u3' }),
      actor('unit_leader', { unitId: 'u1' }),
      actor('unit_leader', { unitId: 'u2' }),
      actor('bloc_secretary', { blocId: 'b' }),
      actor('province_officer', { provinceId: 'p' }),
    ])
      expect(mayReadFile(reader, withheld, scopes)).toBe(true)
    const nobodyNamed = { ...file, withheldFor: [] }
    expect(mayReadFile(actor('unit_leader', { unitId: 'u2' }), nobodyNamed, scopes)).toBe(false)
    expect(mayReadFile(actor('observer', { blocId: 'b' }), withheld, scopes)).toBe(false)
  })

  it('that lies nowhere is closed to all others', () => {
    expect(mayReadFile(actor('unit_leader', { unitId: 'u3' }), { ...file, unitId: null }, [])).toBe(false)
  })
})
