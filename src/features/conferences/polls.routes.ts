import { type Ask, keyParam } from '../../http/ask.ts'
import { page, type Route, write } from '../../http/feature.ts'
import { type FieldFaults, type FormBody, parseForm } from '../../http/form.ts'
import { castBallot } from './ballots.actions.ts'
import type { Ground } from './conference-place.ts'
import { deeds, pollDeeds } from './conferences.paths.ts'
import { closePoll, decideTie, recordConsensus, recordHands, recordPaperCount } from './counts.actions.ts'
import { appointElected } from './elected.actions.ts'
import { and } from './form-and.ts'
import { type DraftPollInput, discardPoll, draftPoll, openPoll, secondBallot } from './polls.actions.ts'
import {
  ballotForm,
  closePollForm,
  consensusForm,
  electedForm,
  handsForm,
  paperForm,
  pollForm,
  tieForm,
  votesFrom,
  writtenFrom,
} from './polls.forms.ts'
import { pollsWords } from './polls.messages.ts'
import { showClosePoll, showNewPoll, showOpenPoll, showPoll, showPolls } from './polls.shows.ts'

/** Routes of polls: preparing, opening, voting, closing, counting, and what follows. */
export function pollRoutes(ground: Ground): readonly Route[] {
  const { route, links, placeOfConference, placeOfPoll } = ground
  const conferenceId = (ask: Ask) => keyParam(ask, 'conference') ?? ''
  const pollId = (ask: Ask) => keyParam(ask, 'poll') ?? ''
  const toPolls = (ask: Ask) => links(ask).act(conferenceId(ask), deeds.polls)
  const toPoll = (ask: Ask) => links(ask).poll(conferenceId(ask), pollId(ask))
  const toOther = (ask: Ask, done: { readonly pollId: string }) =>
    links(ask).poll(conferenceId(ask), done.pollId)
  const [poll, open, close, fresh] = [
    showPoll(ground),
    showOpenPoll(ground),
    showClosePoll(ground),
    showNewPoll(ground),
  ]
  return [
    page({
      path: route.act(deeds.polls),
      permission: 'conference.read',
      place: placeOfConference,
      show: showPolls(ground),
    }),
    page({ path: route.newPoll, permission: 'poll.manage', place: placeOfConference, show: fresh }),
    write({
      path: route.newPoll,
      permission: 'poll.manage',
      audit: 'poll.drafted',
      place: placeOfConference,
      action: draftPoll,
      read: (ask, body) => readPoll(conferenceId(ask), body),
      next: toOther,
      said: (ask) => pollsWords(ask.lang).drafted,
      again: fresh,
    }),
    page({ path: route.poll, permission: 'conference.read', place: placeOfPoll, show: poll }),
    write({
      path: route.pollAct(pollDeeds.discard),
      permission: 'poll.manage',
      audit: 'poll.discarded',
      place: placeOfPoll,
      action: discardPoll,
      read: (ask) => ({ ok: true, value: { pollId: pollId(ask) } }),
      next: toPolls,
      said: (ask) => pollsWords(ask.lang).discarded,
      again: poll,
    }),
    page({ path: route.pollAct(pollDeeds.open), permission: 'poll.manage', place: placeOfPoll, show: open }),
    write({
      path: route.pollAct(pollDeeds.open),
      permission: 'poll.manage',
      audit: 'poll.opened',
      place: placeOfPoll,
      action: openPoll,
      read: (ask) => ({ ok: true, value: { pollId: pollId(ask) } }),
      next: toPoll,
      said: (ask) => pollsWords(ask.lang).opened,
      again: open,
    }),
    write({
      path: route.pollAct(pollDeeds.vote),
      permission: 'poll.vote',
      audit: 'ballot.cast',
      place: placeOfPoll,
      action: castBallot,
      read: (ask, body) => readBallot(pollId(ask), body),
      next: toPoll,
      said: (ask) => pollsWords(ask.lang).wasCast,
      again: poll,
    }),
    page({
      path: route.pollAct(pollDeeds.close),
      permission: 'poll.manage',
      place: placeOfPoll,
      show: close,
    }),
    write({
      path: route.pollAct(pollDeeds.close),
      permission: 'poll.manage',
      audit: 'poll.closed',
      place: placeOfPoll,
      action: closePoll,
      read: (ask, body) => {
        const form = parseForm(closePollForm, body)
        if (!form.ok) return form
        return {
          ok: true,
          value: { pollId: pollId(ask), written: writtenFrom(form.value), note: form.value.note },
        }
      },
      next: toPoll,
      said: (ask) => pollsWords(ask.lang).closed,
      again: close,
    }),
    write({
      path: route.pollAct(pollDeeds.consensus),
      permission: 'poll.count',
      audit: 'poll.consensus_recorded',
      place: placeOfPoll,
      action: recordConsensus,
      read: (ask, body) => {
        const form = parseForm(consensusForm, body)
        if (!form.ok) return form
        const { agreed, note } = form.value
        return { ok: true, value: { pollId: pollId(ask), agreed, note, written: writtenFrom(form.value) } }
      },
      next: toPoll,
      said: (ask) => pollsWords(ask.lang).counted,
      again: poll,
    }),
    write({
      path: route.pollAct(pollDeeds.hands),
      permission: 'poll.count',
      audit: 'poll.hands_recorded',
      place: placeOfPoll,
      action: recordHands,
      read: (ask, body) => {
        const form = parseForm(handsForm, body)
        if (!form.ok) return form
        const votes = votesFrom(form.value.for, form.value.against)
        return {
          ok: true,
          value: { pollId: pollId(ask), votes, note: form.value.note, written: writtenFrom(form.value) },
        }
      },
      next: toPoll,
      said: (ask) => pollsWords(ask.lang).counted,
      again: poll,
    }),
    write({
      path: route.pollAct(pollDeeds.paper),
      permission: 'poll.count',
      audit: 'poll.paper_counted',
      place: placeOfPoll,
      action: recordPaperCount,
      read: (ask, body) => {
        const form = parseForm(paperForm, body)
        if (!form.ok) return form
        const { issued, returned, valid, invalid, note, file } = form.value
        const votes = votesFrom(form.value.for, form.value.against)
        const figures = { issued, returned, valid, invalid, votes, note, file }
        return { ok: true, value: { pollId: pollId(ask), ...figures, written: writtenFrom(form.value) } }
      },
      next: toPoll,
      said: (ask) => pollsWords(ask.lang).counted,
      again: poll,
    }),
    write({
      path: route.pollAct(pollDeeds.second),
      permission: 'poll.manage',
      audit: 'poll.second_ballot',
      place: placeOfPoll,
      action: secondBallot,
      read: (ask) => ({ ok: true, value: { pollId: pollId(ask) } }),
      next: toOther,
      said: (ask) => pollsWords(ask.lang).secondDrafted,
      again: poll,
    }),
    write({
      path: route.pollAct(pollDeeds.tie),
      permission: 'poll.manage',
      audit: 'poll.tie_decided',
      place: placeOfPoll,
      action: decideTie,
      read: (ask, body) => and(parseForm(tieForm, body), { pollId: pollId(ask) }),
      next: toPoll,
      said: (ask) => pollsWords(ask.lang).decided,
      again: poll,
    }),
    write({
      path: route.pollAct(pollDeeds.appoint),
      permission: 'conference.manage',
      audit: 'leadership.elected',
      place: placeOfPoll,
      action: appointElected,
      read: (ask, body) => {
        const form = parseForm(electedForm, body)
        if (!form.ok) return form
        const { unitId, ...rest } = form.value
        return { ok: true, value: { pollId: pollId(ask), ...rest, ...(unitId ? { unitId } : {}) } }
      },
      next: toPoll,
      said: (ask) => pollsWords(ask.lang).appointed,
      again: poll,
    }),
  ]
}

function readPoll(conferenceId: string, body: FormBody) {
  const form = parseForm(pollForm, body)
  if (!form.ok) return form
  const {
    candidates,
    others,
    passMark,
    quorum,
    selfVote,
    ties,
    form: ballot,
    maxChoices,
    awardCode,
    ...rest
  } = form.value
  const named = others
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((name) => ({ unitId: null, name }))
  const value: DraftPollInput = {
    ...rest,
    conferenceId,
    awardCode: awardCode || null,
    candidates: [...candidates.map((unitId) => ({ unitId, name: '' })), ...named],
    ...(passMark === 'rules' ? {} : { passMark }),
    ...(quorum === 'rules' ? {} : { quorum: quorum === 'none' ? null : quorum }),
    selfVote: selfVote === 'yes',
    ...(ballot === 'auto' ? {} : { form: ballot }),
    ...(maxChoices === null ? {} : { maxChoices }),
    ...(ties === 'rules' ? {} : { ties: ties === 'second_ballot' ? (['second_ballot'] as const) : [] }),
  }
  return { ok: true, value } as const
}

/**
 * Every candidate of a yes-no ballot must be answered: what was left out by mistake would count as an abstention. The
 * answer "no opinion" is there to be chosen.
 */
function readBallot(pollId: string, body: FormBody) {
  const form = parseForm(ballotForm, body)
  if (!form.ok) return form
  const { stance, choice, asked, unitId } = form.value
  const left = asked.split(' ').filter((id) => id !== '' && stance[id] === undefined)
  if (left.length > 0) {
    const faults: FieldFaults = Object.fromEntries(
      left.map((id) => [`stance.${id}`, { code: 'ballot_incomplete' }]),
    )
    return { ok: false, error: faults } as const
  }
  const chosen = Object.fromEntries(choice.map((id) => [id, 'for' as const]))
  return {
    ok: true,
    value: { pollId, stances: { ...chosen, ...stance }, ...(unitId ? { unitId } : {}) },
  } as const
}
