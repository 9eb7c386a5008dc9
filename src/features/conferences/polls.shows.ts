import { quorumOf, secrecyRisks } from '../../domain/voting/index.ts'
import { type Ask, mayHere, query } from '../../http/ask.ts'
import type { FormAgain, Show } from '../../http/feature.ts'
import { findChosen } from '../../scopes/leadership.store.ts'
import { documentsPaths } from '../documents/documents.paths.ts'
import { handoversPaths } from '../handovers/handovers.paths.ts'
import { listAttendance } from './attendance.store.ts'
import { voterOf } from './ballots.actions.ts'
import { type RollState, readRoll } from './box.store.ts'
import { type Ground, pollOfAsk } from './conference-place.ts'
import { pollDeeds } from './conferences.paths.ts'
import { type ConferenceRow, listTellers } from './conferences.store.ts'
import { frameFor } from './meeting.shows.ts'
import { openVotesOf } from './meeting-facts.ts'
import { PollPage, type PollPageProps, type Voting } from './poll.page.tsx'
import { ClosePollPage, OpenPollPage } from './poll-confirm.page.tsx'
import { PollDraftPage } from './poll-draft.page.tsx'
import { rollOf } from './poll-model.ts'
import { assemblyOf, defaultsOf } from './poll-rules.ts'
import { purposes } from './polls.forms.ts'
import { PollsPage } from './polls.page.tsx'
import {
  type CandidateRow,
  type CountRow,
  findCounts,
  findPoll,
  findSecondBallot,
  listAwards,
  listCandidates,
  listPolls,
  type PollPurpose,
  type PollRow,
} from './polls.store.ts'
import { inForm } from './said-again.tsx'

/** The list of what is voted on, with the tellers. */
export function showPolls(ground: Ground): Show {
  return async (ask, again) => {
    const base = await frameFor(ground, ask, again)
    const polls = await listPolls(ask.db, base.conference.id)
    const ids = polls.map(({ id }) => id)
    const counts = new Map((await findCounts(ask.db, ids)).map((count) => [count.pollId, count]))
    const names = new Map((await listCandidates(ask.db, ids)).map(({ id, name }) => [id, name]))
    return PollsPage({
      ...base,
      polls: polls.map((poll) => {
        const count = counts.get(poll.id)
        return {
          ...poll,
          taken: (count?.taken ?? []).map((id) => names.get(id) ?? ''),
          tied: count !== undefined && count.outcome.tie !== null,
        }
      }),
      tellers: await listTellers(ask.db, base.conference.id),
      units: ask.blocYear?.members ?? [],
      openVotes: await openVotesOf(ask, base.conference, base.links),
      mayManage: mayHere(ask, 'poll.manage'),
      again: inForm(again),
    })
  }
}

/** What a council decides on; it elects nobody and adopts no scores. */
const councilPurposes: readonly PollPurpose[] = ['award', 'report', 'motion']

/** Preparing a poll: `?muc=` names what it decides. */
export function showNewPoll(ground: Ground): Show {
  return async (ask, again) => {
    const base = await frameFor(ground, ask, again)
    const offered = base.conference.councilId ? councilPurposes : purposes
    const asked = String(again?.values.purpose ?? query(ask, 'muc'))
    const purpose = offered.find((one) => one === asked) ?? null
    return PollDraftPage({
      ...base,
      purposes: offered.map((one) => ({
        purpose: one,
        href: `${base.links.newPoll(base.conference.id)}?muc=${one}`,
      })),
      purpose,
      defaults: await defaultsOf(ask.db, base.conference, null, ask.today),
      awards: await listAwards(ask.db),
      units: ask.blocYear?.members ?? [],
      nextYear: (ask.blocYear?.year ?? 0) + 1,
      again,
    })
  }
}

/** One poll in any of its states. */
export function showPoll(ground: Ground): Show {
  return async (ask, again) => {
    const base = await frameFor(ground, ask, again)
    const poll = await addressedPoll(ask)
    const { conference, links } = base
    const candidates = await listCandidates(ask.db, [poll.id])
    const [count] = await findCounts(ask.db, [poll.id])
    const roll = await readRoll(ask.db, poll.id)
    const names = await voterNames(ask, conference)
    const hall = await hallOf(ask, conference, poll, roll)
    const second = await findSecondBallot(ask.db, poll.id)
    const first = poll.previousId ? await findPoll(ask.db, poll.previousId) : undefined
    const linkTo = (other: PollRow | undefined) =>
      other ? { title: other.title, href: links.poll(conference.id, other.id) } : null
    return PollPage({
      ...base,
      poll,
      candidates,
      count: count ?? null,
      voting: await votingOf(ask, poll, roll, names),
      turnout:
        (roll && {
          voted: roll.voted.length,
          voters: roll.voters.length,
          missing: mayHere(ask, 'poll.manage')
            ? roll.voters.filter((id) => !roll.voted.includes(id)).map((id) => names.get(id) ?? '')
            : [],
        }) ||
        null,
      ...hall,
      sources:
        poll.state === 'draft'
          ? (await defaultsOf(ask.db, conference, poll.awardCode, ask.today)).sources
          : null,
      mayManage: mayHere(ask, 'poll.manage') && conference.state !== 'closed',
      mayCount: mayHere(ask, 'poll.count'),
      second: linkTo(second),
      first: linkTo(first),
      elected: count ? await electedOf(ground, ask, conference, poll, candidates, count, again) : null,
      tallyHref: count ? tallyHref(ask, conference, poll) : null,
      again: inForm(again),
    })
  }
}

/** The second step of opening a poll. */
export function showOpenPoll(ground: Ground): Show {
  return async (ask, again) => {
    const base = await frameFor(ground, ask, again)
    const poll = await addressedPoll(ask)
    const { entitled, voters, wrote, recorded } = await assemblyOf(ask.db, base.conference, ask.today)
    const quorum = quorumOf(poll.quorum, rollOf(entitled.length, voters.length, wrote.length))
    const channel =
      poll.method === 'paper' ? { screen: 0, paper: voters.length } : { screen: voters.length, paper: 0 }
    return OpenPollPage({
      ...base,
      poll,
      members: entitled.length,
      voters: voters.length,
      recorded,
      short: quorum && !quorum.met ? { have: quorum.have, needed: quorum.needed } : null,
      risks: secrecyRisks(poll.method, channel),
      again,
    })
  }
}

/** The second step of closing a poll. */
export function showClosePoll(ground: Ground): Show {
  return async (ask, again) => {
    const base = await frameFor(ground, ask, again)
    const poll = await addressedPoll(ask)
    const roll = await readRoll(ask.db, poll.id)
    const { writers } = await hallOf(ask, base.conference, poll, roll)
    return ClosePollPage({
      ...base,
      poll,
      candidates: await listCandidates(ask.db, [poll.id]),
      voted: roll?.voted.length ?? 0,
      voters: roll?.voters.length ?? 0,
      writers,
      again,
    })
  }
}

async function addressedPoll(ask: Ask): Promise<PollRow> {
  const poll = await pollOfAsk(ask)
  if (!poll) throw new Error('This route is not below a poll')
  return poll
}

/** Names of those who may vote, as the list of those invited has them. */
async function voterNames(ask: Ask, conference: ConferenceRow): Promise<ReadonlyMap<string, string>> {
  const lines = await listAttendance(ask.db, conference.id)
  const listed = lines.flatMap(({ unitId, personId, name }): [string, string][] => {
    const id = unitId ?? personId
    return id ? [[id, name]] : []
  })
  return new Map([
    ...(ask.blocYear?.members ?? []).map(({ id, name }): [string, string] => [id, name]),
    ...listed,
  ])
}

/** How many vote, and how many absent members wrote and are counted with them. */
async function hallOf(ask: Ask, conference: ConferenceRow, poll: PollRow, roll: RollState | undefined) {
  const assembly = await assemblyOf(ask.db, conference, ask.today)
  const { absentMayWrite } = await defaultsOf(ask.db, conference, poll.awardCode, ask.today)
  const voters = roll?.voters ?? assembly.voters
  const writers = absentMayWrite ? assembly.wrote.filter((id) => !voters.includes(id)).length : 0
  return { voters: voters.length, writers }
}

async function votingOf(
  ask: Ask,
  poll: PollRow,
  roll: RollState | undefined,
  names: ReadonlyMap<string, string>,
): Promise<Voting | null> {
  if (poll.method !== 'secret' || !mayHere(ask, 'poll.vote')) return null
  const voterId = await voterOf(ask.db, poll, roll, ask.actor)
  if (!voterId) return null
  const known = roll?.voters.includes(voterId)
  const standing = !roll
    ? 'waits'
    : !known
      ? 'not_on_roll'
      : roll.voted.includes(voterId)
        ? 'has_voted'
        : poll.state === 'open'
          ? 'may_vote'
          : 'waits'
  return {
    unitId: poll.voters === 'units' ? voterId : null,
    name: names.get(voterId) ?? ask.actor.name,
    standing,
  }
}

async function electedOf(
  ground: Ground,
  ask: Ask,
  conference: ConferenceRow,
  poll: PollRow,
  candidates: readonly CandidateRow[],
  count: CountRow,
  again: FormAgain | undefined,
): Promise<PollPageProps['elected']> {
  const role = poll.purpose
  if ((role !== 'head' && role !== 'deputy') || poll.forYear === null || !ask.blocYear) return null
  const taken = candidates.flatMap(({ id, unitId, name }) =>
    count.taken.includes(id) && unitId ? [{ id: unitId, name }] : [],
  )
  if (taken.length === 0 || !mayHere(ask, 'conference.manage')) return null
  const chosen = await findChosen(ask.db, { blocId: ask.blocYear.bloc.id, role, forYear: poll.forYear })
  const recorded = chosen && taken.find(({ id }) => id === chosen.unitId)
  return {
    lang: ask.lang,
    elected: taken,
    forYear: poll.forYear,
    recorded: chosen && recorded ? { name: recorded.name, from: chosen.fromDate } : null,
    handoverHref: handoversPaths.at(ask.blocYear.bloc.slug, ask.blocYear.year).show,
    action: ground.links(ask).pollAct(conference.id, poll.id, pollDeeds.appoint),
    again: inForm(again),
  }
}

function tallyHref(ask: Ask, conference: ConferenceRow, poll: PollRow): string | null {
  if (!ask.blocYear || !mayHere(ask, 'paper.write')) return null
  const { view } = documentsPaths.at(ask.blocYear.bloc.slug, ask.blocYear.year)
  return view({ type: 'tally-minutes', conferenceId: conference.id, pollId: poll.id })
}
