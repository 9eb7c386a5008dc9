import { readFile } from 'node:fs/promises'
import { type Award, awardCodes, awards } from '../domain/awards/index.ts'
import type { Database } from './database.ts'

const FOLDER = new URL('../../seed/reference/', import.meta.url)

/** Fields of work, awards, law: data that comes with the program and is brought up to date at every start. */
export async function loadReference(db: Database): Promise<void> {
  await loadFields(db)
  await loadAwards(db)
  await loadIndicators(db)
}

type Field = { readonly code: string; readonly vi: string; readonly en: string }

async function loadFields(db: Database): Promise<void> {
  const fields = await readJson<readonly Field[]>('fields-of-work.json')
  const rows = fields.map((field, position) => ({
    code: field.code,
    nameVi: field.vi,
    nameEn: field.en,
    position,
  }))
  await db
    .insertInto('fieldOfWork')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('code').doUpdateSet((row) => ({
        nameVi: row.ref('excluded.nameVi'),
        nameEn: row.ref('excluded.nameEn'),
        position: row.ref('excluded.position'),
      })),
    )
    .execute()
}

/** The catalogue lives in the domain; the table lets records refer to it. */
async function loadAwards(db: Database): Promise<void> {
  const rows = awardCodes.map((code) => {
    const award = awards[code]
    return {
      code,
      nameVi: award.name.vi,
      nameEn: award.name.en,
      kind: kindOf(award),
      recipient: recipientOf(award),
      level: award.level,
      position: award.order,
    }
  })
  await db
    .insertInto('award')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('code').doUpdateSet((row) => ({
        nameVi: row.ref('excluded.nameVi'),
        nameEn: row.ref('excluded.nameEn'),
        kind: row.ref('excluded.kind'),
        recipient: row.ref('excluded.recipient'),
        level: row.ref('excluded.level'),
        position: row.ref('excluded.position'),
      })),
    )
    .execute()
}

type SharedIndicator = {
  readonly code: string
  readonly name: string
  readonly unit: string
  readonly field: string
  readonly direction: string
  readonly decimals: number
  readonly kind: string
  readonly partOf?: string
  readonly convertsTo?: string
  /** How much of the other indicator one unit of this is. */
  readonly factor?: string
  /** The indicator it tells in another currency. */
  readonly otherCurrencyOf?: string
}

/** Indicators every province may use. A code in use never changes its meaning, so what stands there stays. */
async function loadIndicators(db: Database): Promise<void> {
  const indicators = await readJson<readonly SharedIndicator[]>('indicators.json')
  const known = new Map(
    (await db.selectFrom('indicator').select(['id', 'code']).where('provinceId', 'is', null).execute()).map(
      (one) => [one.code, one.id],
    ),
  )
  // Totals stand before their parts in the file, so whatever is pointed to is there already.
  for (const {
    code,
    name,
    unit,
    field,
    direction,
    decimals,
    kind,
    partOf,
    convertsTo,
    factor,
    otherCurrencyOf,
  } of indicators) {
    if (known.has(code)) continue
    const row = await db
      .insertInto('indicator')
      .values({
        code,
        name,
        unitOfMeasure: unit,
        fieldCode: field,
        direction,
        decimals,
        kind,
        partOfId: partOf ? known.get(partOf) : null,
        convertsToId: convertsTo ? known.get(convertsTo) : null,
        conversionFactor: factor ?? null,
        otherCurrencyOfId: otherCurrencyOf ? known.get(otherCurrencyOf) : null,
      })
      .onConflict((conflict) =>
        // Another copy of the program may be starting too: the code is written over by itself, to get its key.
        conflict
          .constraint('indicator_code_taken')
          .doUpdateSet((taken) => ({ code: taken.ref('excluded.code') })),
      )
      .returning('id')
      .executeTakeFirstOrThrow()
    known.set(code, row.id)
  }
  await pairCurrencies(db, indicators, known)
}

/** Currencies that stood apart before they could be paired are paired; that changes no figure's meaning. */
async function pairCurrencies(
  db: Database,
  indicators: readonly SharedIndicator[],
  known: ReadonlyMap<string, string>,
): Promise<void> {
  for (const { code, otherCurrencyOf } of indicators) {
    if (!otherCurrencyOf) continue
    await db
      .updateTable('indicator')
      .set({ otherCurrencyOfId: known.get(otherCurrencyOf) ?? null })
      .where('provinceId', 'is', null)
      .where('code', '=', code)
      .where('otherCurrencyOfId', 'is', null)
      .execute()
  }
}

function kindOf(award: Award): string {
  if (award.kind === 'title') return award.code.startsWith('co_') ? 'flag' : 'title'
  if (award.code.startsWith('co_')) return 'flag'
  return award.code === 'giay_khen' ? 'letter' : 'certificate'
}

function recipientOf(award: Award): string {
  const collective = award.recipients.includes('collective')
  if (!award.recipients.includes('person')) return 'collective'
  return collective ? 'both' : 'person'
}

async function readJson<T>(name: string): Promise<T> {
  return JSON.parse(await readFile(new URL(name, FOLDER), 'utf8')) as T
}
