import { type Ask, keyParam, yearOf } from '../../http/ask.ts'
import type { Place } from '../../http/feature.ts'
import { inYear } from '../../http/places.ts'
import { type ConferenceLinks, conferencesPaths } from './conferences.paths.ts'
import { type ConferenceRow, councilProvince, findConference } from './conferences.store.ts'
import { findPoll, type PollRow } from './polls.store.ts'

/** Where conferences lie: below a year of a bloc, or with a council. The same pages serve both. */
export type Ground = {
  readonly route: typeof conferencesPaths.route
  /** The list and the form for a new one. */
  readonly place: Place
  readonly placeOfConference: Place
  /** A poll of the conference. */
  readonly placeOfPoll: Place
  readonly links: (ask: Ask) => ConferenceLinks
  /** What a new conference belongs to. */
  readonly owner: (ask: Ask) => { readonly blocYearId: string | null; readonly councilId: string | null }
}

const inYearsConference: Place = async (ask) => {
  const place = await inYear(ask)
  const conference = await addressed(ask)
  return conference && conference.blocYearId === place?.blocYear?.id ? place : undefined
}

const inCouncilsConference: Place = async (ask) => {
  const conference = await addressed(ask)
  if (!conference?.councilId || conference.blocYearId) return undefined
  return { scope: { provinceId: conference.provinceId, councilId: conference.councilId } }
}

export const yearGround: Ground = {
  route: conferencesPaths.route,
  place: inYear,
  placeOfConference: inYearsConference,
  placeOfPoll: async (ask) => ((await pollOfAsk(ask)) ? inYearsConference(ask) : undefined),
  links: (ask) => conferencesPaths.at(yearOf(ask).bloc.slug, yearOf(ask).year),
  owner: (ask) => ({ blocYearId: yearOf(ask).id, councilId: null }),
}

export const councilGround: Ground = {
  route: conferencesPaths.council.route,
  place: async (ask) => {
    const councilId = keyParam(ask, 'council')
    const provinceId = councilId && (await councilProvince(ask.db, councilId))
    return councilId && provinceId ? { scope: { provinceId, councilId } } : undefined
  },
  placeOfConference: inCouncilsConference,
  placeOfPoll: async (ask) => ((await pollOfAsk(ask)) ? inCouncilsConference(ask) : undefined),
  links: (ask) => conferencesPaths.council.at(ask.scope.councilId ?? ''),
  owner: (ask) => ({ blocYearId: null, councilId: ask.scope.councilId ?? null }),
}

/** The conference of the address. Only for routes whose place has found it. */
export async function conferenceOf(ask: Ask): Promise<ConferenceRow> {
  const conference = await addressed(ask)
  if (!conference) throw new Error('This route is not below a conference')
  return conference
}

/** The poll of the address, or undefined when it is not of this conference. */
export async function pollOfAsk(ask: Pick<Ask, 'c' | 'db'>): Promise<PollRow | undefined> {
  const pollId = keyParam(ask, 'poll')
  const poll = pollId ? await findPoll(ask.db, pollId) : undefined
  return poll && poll.conferenceId === keyParam(ask, 'conference') ? poll : undefined
}

async function addressed(ask: Pick<Ask, 'c' | 'db'>): Promise<ConferenceRow | undefined> {
  const id = keyParam(ask, 'conference')
  return id ? findConference(ask.db, id) : undefined
}
