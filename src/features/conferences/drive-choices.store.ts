import type { Reading } from '../../db/database.ts'

/** A drive that is laid before a council. */
export type DriveChoice = { readonly id: string; readonly title: string }

/** Drives that a council judges and that are not closed, the latest first. */
export async function listDriveChoices(db: Reading, councilId: string): Promise<readonly DriveChoice[]> {
  return db
    .selectFrom('movement')
    .select(['id', 'title'])
    .where('councilId', '=', councilId)
    .where('state', '!=', 'closed')
    .orderBy('startsOn', 'desc')
    .orderBy('id', 'desc')
    .execute()
}
