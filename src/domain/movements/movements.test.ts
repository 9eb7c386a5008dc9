import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  chainOf,
  type DriveFacts,
  driveLacks,
  driveStates,
  driveStation,
  type Link,
  launchesOf,
  moveDriveTo,
} from './index.ts'

const link = (id: string, parentId: string | null, level: Link['level'], unitId: string | null = null) => ({
  id,
  parentId,
  level,
  unitId,
})

describe('a movement handed down', () => {
  const movements = [
    link('tinh', null, 'province'),
    link('khoi', 'tinh', 'bloc'),
    link('so-1', 'khoi', 'unit', 'u1'),
    link('so-3', 'khoi', 'unit', 'u3'),
    link('rieng', 'bloc-elsewhere', 'bloc'),
  ]

  test('stands under the one it takes up; one whose parent is not shown stands on top', () => {
    const chain = chainOf(movements)
    expect(chain.map((node) => node.movement.id)).toEqual(['tinh', 'rieng'])
    expect(chain[0]?.takenUpBy[0]?.takenUpBy.map((node) => node.movement.id)).toEqual(['so-1', 'so-3'])
  })

  test('tells which members launched it in-house and which owe it, in their order', () => {
    expect(launchesOf('khoi', movements, ['u3', 'u2', 'u1'])).toEqual({
      launched: ['u3', 'u1'],
      owing: ['u2'],
    })
  })

  test('every movement stands in the chain exactly once', () => {
    const count = (nodes: ReturnType<typeof chainOf>): number =>
      nodes.reduce((sum, node) => sum + 1 + count(node.takenUpBy), 0)
    fc.assert(
      fc.property(fc.array(fc.nat(20), { maxLength: 20 }), (parents) => {
        // Each movement takes up an earlier one, or none.
        const list = parents.map((parent, index) =>
          link(String(index), parent < index ? String(parent) : null, 'bloc'),
        )
        expect(count(chainOf(list))).toBe(list.length)
      }),
    )
  })
})

/** The drive of a sector from 26/02 to 30/04/2021. */
const drive: DriveFacts = {
  state: 'launched',
  endsOn: '2021-04-30',
  today: '2021-03-15',
  participants: 4,
  reported: 0,
  advised: 0,
  sessions: 0,
  proposals: 0,
}

describe('the way of a special drive', () => {
  test('goes from preparation over reports and advice to the council', () => {
    expect(driveStation({ ...drive, state: 'planned' })).toBe('prepare')
    expect(driveStation(drive)).toBe('run')
    expect(driveStation({ ...drive, today: '2021-05-01' })).toBe('report')
    expect(driveStation({ ...drive, today: '2021-05-01', reported: 4 })).toBe('advise')
    expect(driveStation({ ...drive, state: 'reviewing' })).toBe('council')
    expect(driveStation({ ...drive, state: 'closed' })).toBe('close')
  })

  test('lists who has not reported and who has no advice before it goes to the council', () => {
    const facts = { ...drive, today: '2021-05-05', reported: 3, advised: 1 }
    expect(driveLacks(facts, 'reviewing')).toEqual([
      { code: 'reports_missing', count: 1 },
      { code: 'advice_missing', count: 3 },
    ])
  })

  test('on its last day it is not over yet', () => {
    const facts = { ...drive, today: '2021-04-30', reported: 4, advised: 4 }
    expect(driveLacks(facts, 'reviewing')).toEqual([{ code: 'not_over', endsOn: '2021-04-30' }])
  })

  test('goes on in spite of lacks only with a reason', () => {
    expect(moveDriveTo(drive, 'reviewing', ' ')).toMatchObject({ error: { code: 'reason_for_lacks' } })
    expect(moveDriveTo(drive, 'reviewing', 'Họp sớm')).toMatchObject({ ok: true })
  })

  test('goes one step back with a reason, and never leaps', () => {
    const reviewing = { ...drive, state: 'reviewing' } as const
    expect(moveDriveTo(reviewing, 'launched', '')).toMatchObject({ error: { code: 'reason_for_return' } })
    expect(moveDriveTo(reviewing, 'launched', 'Bổ sung báo cáo')).toEqual({ ok: true, value: [] })
    for (const state of driveStates)
      expect(moveDriveTo({ ...drive, state }, state, 'Lý do')).toMatchObject({ error: { code: 'not_next' } })
    expect(moveDriveTo(drive, 'closed', 'Lý do')).toMatchObject({ error: { code: 'not_next' } })
  })
})
