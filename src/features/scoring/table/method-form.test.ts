import { describe, expect, it } from 'vitest'
import { leaves, type Method, parseMethod, sameMethod } from '../../../domain/scoring/index.ts'
import { formFromMethod, methodFromForm } from './method-form.ts'
import { methodInWords } from './method-words.ts'
import { referenceTables } from './reference-tables.ts'

function throughForm(method: Method): Method | undefined {
  const { kind, values, needs } = formFromMethod(method)
  if (!kind) return undefined
  const read = parseMethod(methodFromForm(kind, values, needs, method))
  return read.ok ? read.value : undefined
}

describe('the form of a rule', async () => {
  const rules = (await referenceTables()).flatMap(({ reference }) =>
    leaves(reference.table).flatMap((leaf) =>
      leaf.method ? [[`${reference.id} ${leaf.code}`, leaf.method] as const] : [],
    ),
  )

  it('holds every rule of the seven real tables without changing it', () => {
    const changed = rules
      .filter(([, method]) => !sameMethod(throughForm(method), method))
      .map(([name]) => name)
    expect(rules.length).toBeGreaterThan(200)
    expect(changed).toEqual([])
  })

  it('says every rule of the seven real tables in words, in both languages', () => {
    for (const [, method] of rules) {
      expect(methodInWords(method, 'vi')).not.toMatch(/undefined|\{/)
      expect(methodInWords(method, 'en')).not.toMatch(/undefined|\{/)
    }
  })

  it('holds a formula to the letter, with the unit of its figures', () => {
    const method: Method = { kind: 'formula', expression: 'kết_quả ÷ 1000 tỷ đồng × 5', unit: 'tỷ đồng' }
    expect(throughForm(method)).toEqual(method)
  })

  it('reads Vietnamese numbers', () => {
    expect(methodFromForm('direct', { pointPerUnit: '1,5', cap: '' }, [], null)).toEqual({
      kind: 'direct',
      pointPerUnit: '1.5',
    })
  })

  it('reads bands with strict edges and open ends', () => {
    const bands = '; <90; 0\n90; <95; 3\n95; ; 5'
    expect(methodFromForm('bands', { of: 'share', bands, doubleEdge: 'higher' }, [], null)).toMatchObject({
      bands: [
        { to: '90', toStrict: true, points: '0' },
        { from: '90', to: '95', toStrict: true, points: '3' },
        { from: '95', points: '5' },
      ],
    })
  })

  it('makes a rule depend on papers', () => {
    expect(methodFromForm('yesNo', {}, ['proof'], null)).toEqual({
      kind: 'precondition',
      needs: ['proof'],
      rule: { kind: 'yesNo' },
    })
  })

  it('keeps parts of a record rule the form does not know', () => {
    const method: Method = {
      kind: 'ownRecord',
      parts: [
        { as: 'flag', record: 'pledgeSigned', points: '2' },
        { as: 'flag', record: 'ownSongs', points: '1' },
      ],
    }
    expect(throughForm(method)).toEqual(method)
  })
})
