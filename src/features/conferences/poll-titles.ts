import type { Reading } from '../../db/database.ts'
import { pollTitleWords } from './polls.messages.ts'
import { awardName, type PollPurpose } from './polls.store.ts'

/** What a poll is called unless it was given a name: part of the record, hence Vietnamese whoever reads it. */
export async function defaultPollTitle(
  db: Reading,
  purpose: PollPurpose,
  awardCode: string | null,
  forYear: number | null,
): Promise<string> {
  const t = pollTitleWords('vi')
  if (purpose === 'award') return t.award((awardCode && (await awardName(db, awardCode))) || '')
  if (purpose === 'head') return t.head(String(forYear))
  if (purpose === 'deputy') return t.deputy(String(forYear))
  return t[purpose]
}
