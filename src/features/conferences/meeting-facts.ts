import { quorumOf } from '../../domain/voting/index.ts'
import { type Ask, mayHere } from '../../http/ask.ts'
import type { AttendanceRow } from './attendance.store.ts'
import { voterOf } from './ballots.actions.ts'
import { readRoll } from './box.store.ts'
import type { ConferenceLinks } from './conferences.paths.ts'
import type { ConferenceRow } from './conferences.store.ts'
import type { OwnLine } from './confirm-attendance.page.tsx'
import type { OpenVote } from './open-votes.page.tsx'
import { rollOf } from './poll-model.ts'
import { assemblyOf, defaultsOf } from './poll-rules.ts'
import { listPolls } from './polls.store.ts'
import type { QuorumProps } from './quorum.page.tsx'

/** Whether enough members take part, by the rule of the bloc or the council. */
export async function quorumFor(ask: Ask, conference: ConferenceRow): Promise<QuorumProps['quorum']> {
  const { rules, sources, absentMayWrite } = await defaultsOf(ask.db, conference, null, ask.today)
  const { entitled, voters, wrote, recorded } = await assemblyOf(ask.db, conference, ask.today)
  const written = absentMayWrite ? wrote.length : 0
  const quorum = quorumOf(rules.quorum, rollOf(entitled.length, recorded ? voters.length : 0, written))
  return {
    members: entitled.length,
    have: quorum?.have ?? voters.length,
    written,
    needed: quorum?.needed ?? null,
    met: quorum?.met ?? true,
    recorded,
    share: rules.quorum,
    mark: sources.quorum.mark,
    basis: sources.quorum.basis[ask.lang],
  }
}

/** The open ballots on screen this reader still has to cast. */
export async function openVotesOf(
  ask: Ask,
  conference: ConferenceRow,
  links: ConferenceLinks,
): Promise<readonly OpenVote[]> {
  if (!mayHere(ask, 'poll.vote')) return []
  const open = (await listPolls(ask.db, conference.id)).filter(
    ({ state, method }) => state === 'open' && method === 'secret',
  )
  const votes: OpenVote[] = []
  for (const poll of open) {
    const roll = await readRoll(ask.db, poll.id)
    const voter = await voterOf(ask.db, poll, roll, ask.actor)
    if (voter && roll?.voters.includes(voter) && !roll.voted.includes(voter)) {
      votes.push({ title: poll.title, href: links.poll(conference.id, poll.id) })
    }
  }
  return votes
}

/** The line of the reader's own unit on the list, when it has one. */
export function ownLineOf(ask: Ask, lines: readonly AttendanceRow[]): OwnLine | null {
  const mine = ask.actor.appointments.flatMap(({ role, unitId }) =>
    unitId && (role === 'unit_leader' || role === 'unit_officer') ? [unitId] : [],
  )
  const own = lines.find(({ unitId }) => unitId !== null && mine.includes(unitId))
  return own?.unitId ? { ...own, unitId: own.unitId } : null
}
