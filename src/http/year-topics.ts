import type { Permission } from '../domain/permissions/index.ts'
import { type Ask, mayHere } from './ask.ts'

/** What it takes to open the topics below a year that not everybody who reads the year may read. */
const permissions: Readonly<Record<string, Permission>> = {
  'cham-diem': 'score.read',
  'don-doc': 'step.remind',
  'du-thao': 'draft.read',
  'hoi-nghi': 'conference.read',
  'ket-qua': 'result.read',
  'kiem-tra': 'check.read',
  'khen-thuong': 'proposal.read',
  'khong-tham-gia': 'score.read',
  'kien-nghi': 'score.read',
  'nguoi-cham': 'score.read',
  'tham-dinh': 'score.read',
  'van-ban': 'paper.read',
  'xep-hang': 'score.read',
}

/** The topics of the year of the address that the reader may not open, by the first part of their address. */
export function closedTopics(ask: Ask): readonly string[] {
  return Object.entries(permissions).flatMap(([topic, permission]) =>
    mayHere(ask, permission) ? [] : [topic],
  )
}

/** Does this address, below the year's own, belong to one of these topics? */
export function isBelow(topics: readonly string[], root: string, address: string): boolean {
  return topics.some((topic) => address === `${root}/${topic}` || address.startsWith(`${root}/${topic}/`))
}
