import type { Reading } from '../../db/database.ts'
import type { BlocYear } from '../../scopes/scopes.store.ts'
import { debtsOf } from './assembly/duties.ts'
import type { PaperRequest, PaperSubject } from './assembly/request.ts'
import { readDuties } from './assembly/setup.store.ts'
import { readInventory } from './inventory.store.ts'
import type { PaperRow } from './papers.store.ts'
import { type PaperSlot, sameSubject, slotsOf, subjectOf } from './slots.ts'

/** The papers a year can have on a day. */
export async function readSlots(db: Reading, year: BlocYear, today: string): Promise<readonly PaperSlot[]> {
  const debts = debtsOf(year, await readDuties(db, year.id), today)
  return slotsOf(
    year,
    await readInventory(db, year),
    debts.map(({ unitId }) => unitId),
  )
}

/** The place for one paper; undefined when the year has no such paper. A single poll stands for its conference. */
export function findSlot(slots: readonly PaperSlot[], subject: PaperSubject): PaperSlot | undefined {
  const found = slots.find((slot) => sameSubject(slot, { ...subject, pollId: null }))
  return found && { ...found, pollId: subject.pollId }
}

/**
 * What a paper of a type is about, without what does not matter to it: a submission belongs to the year whatever
 * conference it is asked for. A unit's achievement report is that of its first proposal unless one is named.
 */
export function wantedSubject(subject: PaperSubject, slots: readonly PaperSlot[]): PaperSubject {
  const { type, unitId, conferenceId, pollId, draftId, proposalId, checkVisitId } = subject
  switch (type) {
    case 'comment-summary':
      return subjectOf(type, { draftId })
    case 'registration':
    case 'self-score':
    case 'score-explanation':
    case 'reminder':
      return subjectOf(type, { unitId })
    case 'invitation':
    case 'conference-minutes':
      return subjectOf(type, { conferenceId })
    case 'tally-minutes':
      return subjectOf(type, { conferenceId, pollId })
    case 'check-minutes':
      return subjectOf(type, { checkVisitId })
    case 'achievement-report': {
      const slot = slots.find(
        (one) =>
          one.type === type && (proposalId === null ? one.unitId === unitId : one.proposalId === proposalId),
      )
      return subjectOf(type, { unitId: slot?.unitId ?? unitId, proposalId: slot?.proposalId ?? proposalId })
    }
    default:
      return subjectOf(type)
  }
}

/** What is asked of the assemblers for a paper that was begun. */
export function requestOf(
  row: PaperRow,
  parts: readonly { readonly key: string; readonly body: string }[],
): PaperRequest {
  return {
    ...row,
    number: row.number === '' ? null : Number(row.number),
    verification: row.verificationCode,
    parts: Object.fromEntries(parts.map(({ key, body }) => [key, body])),
  }
}
