import { describe, expect, test } from 'vitest'
import {
  changePledge,
  currentVersion,
  everyoneSigned,
  type ItemChange,
  type PledgeItem,
  type PledgeSignature,
  type PledgeVersion,
  signingStates,
} from './index.ts'

const assigned: PledgeItem = {
  id: 'xuat-khau',
  unitId: 'so-ct',
  setBy: 'assigned',
  text: 'Xuất khẩu 1.218 triệu USD',
}
const own: PledgeItem = { id: 'sang-kien', unitId: 'so-xd', setBy: 'own', text: '3 sáng kiến' }
const first: PledgeVersion = {
  version: 1,
  text: 'Mười hai điều giao ước',
  items: [assigned, own],
  reason: null,
}

function signature(unitId: string, version: number): PledgeSignature {
  return {
    version,
    unitId,
    signer: 'Giám đốc',
    capacity: 'head',
    on: '2022-03-01',
    channel: 'paper',
    recordedBy: 'x',
  }
}

function change(next: PledgeItem | null, itemId: string, more: Partial<ItemChange> = {}): ItemChange {
  return { itemId, next, paper: null, headConsents: false, ...more }
}

const lower = { ...assigned, text: 'Xuất khẩu 1.100 triệu USD' }
const paper = { issuer: 'UBND tỉnh', number: '1511', on: null }

describe('signing', () => {
  test('every member is signed or not, and the pledge is complete when all are', () => {
    const states = signingStates(['so-ct', 'so-xd'], [first], [signature('so-ct', 1)])
    expect(states.map(({ state }) => state)).toEqual(['signed', 'unsigned'])
    expect(everyoneSigned(states)).toBe(false)
    expect(everyoneSigned(signingStates(['so-ct'], [first], [signature('so-ct', 1)]))).toBe(true)
    expect(everyoneSigned([])).toBe(false)
  })

  test('after a change only the unit it concerns is asked to sign again', () => {
    const second: PledgeVersion = { ...first, version: 2, items: [own, lower], reason: 'UBND tỉnh giao lại' }
    const signatures = [signature('so-ct', 1), signature('so-xd', 1)]
    const states = signingStates(['so-ct', 'so-xd'], [second, first], signatures)
    expect(states.map(({ state }) => state)).toEqual(['signed_earlier_version', 'signed'])
    expect(currentVersion([second, first])).toBe(second)
  })
})

describe('pledge-change-after-signing', () => {
  test('an assigned target changes only with the paper of the assigning body', () => {
    const alone = changePledge(
      [first],
      { changes: [change(lower, 'xuat-khau', { headConsents: true })], reason: 'x' },
      true,
    )
    expect(alone).toEqual({ ok: false, error: [{ code: 'needs_assigning_paper', itemId: 'xuat-khau' }] })
    const backed = changePledge(
      [first],
      { changes: [change(lower, 'xuat-khau', { paper })], reason: 'giao lại' },
      true,
    )
    expect(backed).toEqual({
      ok: true,
      value: { version: 2, text: first.text, items: [lower, own], reason: 'giao lại' },
    })
    expect(first.items[0]).toBe(assigned)
  })

  test("a unit's own target changes with the head's consent", () => {
    const more = { ...own, text: '2 sáng kiến' }
    expect(changePledge([first], { changes: [change(more, 'sang-kien')], reason: 'x' }, true)).toEqual({
      ok: false,
      error: [{ code: 'needs_head_consent', itemId: 'sang-kien' }],
    })
    expect(
      changePledge(
        [first],
        { changes: [change(null, 'sang-kien', { headConsents: true })], reason: 'x' },
        true,
      ).ok,
    ).toBe(true)
  })

  test('an assigned target is not smuggled out as an own one', () => {
    const disguised = change({ ...lower, setBy: 'own' }, 'xuat-khau', { headConsents: true })
    expect(changePledge([first], { changes: [disguised], reason: 'x' }, true)).toEqual({
      ok: false,
      error: [{ code: 'origin_must_stay', itemId: 'xuat-khau' }],
    })
  })

  test('the common text needs adoption, and every change a reason', () => {
    const text = { next: 'Mười ba điều', adopted: false }
    expect(changePledge([first], { changes: [], text, reason: ' ' }, true)).toEqual({
      ok: false,
      error: [{ code: 'reason_needed' }, { code: 'needs_adoption' }],
    })
  })

  test('before signing everything may change; a change of nothing is none', () => {
    expect(changePledge([first], { changes: [change(lower, 'xuat-khau')], reason: '' }, false)).toMatchObject(
      {
        ok: true,
        value: { version: 2, reason: null },
      },
    )
    expect(changePledge([first], { changes: [change(own, 'sang-kien')], reason: 'x' }, true)).toEqual({
      ok: false,
      error: [{ code: 'nothing_changes' }],
    })
    expect(changePledge([], { changes: [], reason: 'x' }, false)).toEqual({
      ok: false,
      error: [{ code: 'no_pledge' }],
    })
  })

  test('a new target joins the pledge', () => {
    const added: PledgeItem = { id: 'moi', unitId: 'so-xd', setBy: 'own', text: 'mới' }
    const result = changePledge(
      [first],
      { changes: [change(added, 'moi', { headConsents: true })], reason: 'x' },
      true,
    )
    expect(result.ok && result.value.items.at(-1)).toEqual(added)
  })
})
