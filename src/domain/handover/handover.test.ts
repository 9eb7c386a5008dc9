import { describe, expect, test } from 'vitest'
import { headOf } from '../blocs/leadership.ts'
import {
  effectiveOn,
  type Handover,
  type HandoverSignature,
  handoverChecklist,
  handoverItemLabels,
  handoverLacks,
  handoverLackText,
} from './index.ts'

const giver: HandoverSignature = {
  party: 'old_head',
  unitId: 'so-tttt',
  signer: 'Giám đốc',
  on: '2020-12-16',
  channel: 'paper',
}
const taker: HandoverSignature = { ...giver, party: 'new_head', unitId: 'ban-kkt', on: '2020-12-17' }
const item = { kind: 'tracking_book', title: 'Sổ theo dõi', given: true, received: true, note: null } as const

/** Hà Giang 2020: Sở TT&TT hands over to Ban Quản lý khu kinh tế at the conference of 16/12/2020. */
const handover: Handover = {
  fromUnitId: 'so-tttt',
  toUnitId: 'ban-kkt',
  fromYear: 2020,
  toYear: 2021,
  items: [item],
  signatures: [giver, taker, { ...giver, party: 'witness', unitId: null }],
}

describe('handover', () => {
  test('it takes effect with the later signature of the two heads, and the new head leads from that day', () => {
    expect(handoverLacks(handover)).toEqual([])
    expect(effectiveOn(handover)).toBe('2020-12-17')
    const term = { office: 'head', year: 2021, how: 'rotation', decidedOn: null } as const
    const terms = [
      { ...term, unitId: 'so-tttt', year: 2020, handoverSignedOn: null },
      { ...term, unitId: 'ban-kkt', handoverSignedOn: effectiveOn(handover) },
    ]
    expect(headOf(terms, 2021, 'setup', '2020-12-16').unitId).toBe('so-tttt')
    expect(headOf(terms, 2021, 'setup', '2020-12-17').unitId).toBe('ban-kkt')
  })

  test('without the signature of one head it has no effect', () => {
    const half = { ...handover, signatures: [giver] }
    expect(effectiveOn(half)).toBeNull()
    expect(handoverLacks(half).map(({ code }) => code)).toEqual(['new_head_unsigned', 'no_witness'])
  })

  test('a signer of a third unit is refused', () => {
    expect(effectiveOn({ ...handover, signatures: [giver, { ...taker, unitId: 'so-xd' }] })).toBeNull()
  })

  test('open items are shown but do not hold it up', () => {
    const open = {
      ...handover,
      items: [
        { ...item, given: false },
        { ...item, received: false, title: 'Quỹ chung' },
      ],
    }
    expect(effectiveOn(open)).toBe('2020-12-17')
    expect(handoverLacks(open).map((lack) => handoverLackText(lack).vi)).toEqual([
      'Chưa giao: Sổ theo dõi.',
      'Chưa xác nhận đã nhận: Quỹ chung.',
    ])
    expect(handoverLacks({ ...handover, items: [] }).map(({ code }) => code)).toEqual(['no_items'])
  })

  test('the proposed checklist is a habit throughout, each thing with its words', () => {
    expect(
      handoverChecklist.every(({ kind, mark }) => mark === 'habit' && handoverItemLabels[kind].vi !== ''),
    ).toBe(true)
  })
})
