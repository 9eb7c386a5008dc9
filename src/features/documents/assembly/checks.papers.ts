import type { Paper } from '../../../domain/documents/paper.ts'
import {
  buildCheckMinutes,
  type CheckObservation,
  type CheckSide,
} from '../../../domain/documents/papers/check-minutes.ts'
import type { Participant, TimeOfDay } from '../../../domain/documents/papers/meeting.ts'
import {
  currentMinutes,
  minutesContentOf,
  type VisitRecord,
  type VisitSignature,
} from '../../../records/visit-record.ts'
import { findVisit } from '../../../records/visits.store.ts'
import { minutesIssue, partiesOf, signerOf } from './parties.ts'
import { type Assembly, linesOf, markOf, writtenOr } from './request.ts'
import { nameAndCapacity } from './wording.ts'

/** Biên bản kiểm tra: what was signed, word for word; before that what the records say now. */
export async function assembleCheckMinutes(assembly: Assembly): Promise<Paper | undefined> {
  const { db, year, request } = assembly
  const parties = await partiesOf(assembly)
  const visit = request.checkVisitId === null ? undefined : await findVisit(db, request.checkVisitId)
  if (!parties || visit?.blocYearId !== year.id || visit.heldOn === null) return undefined
  const minutes = currentMinutes(visit)
  const content = minutes?.content ?? minutesContentOf(visit)
  const mark = markOf(visit.illustrative)
  const present = (text: string): readonly Participant[] =>
    linesOf(text).map((line) => ({ ...nameAndCapacity(line), ...mark }))
  const team = content.attendedTeam
    ? present(content.attendedTeam)
    : content.persons.map(({ name, title, unit }) => ({
        name,
        capacity: [title, unit].filter((part) => part !== '').join(', '),
        ...mark,
      }))
  const observed = (kind: 'strength' | 'shortcoming'): readonly CheckObservation[] =>
    content.observations
      .filter((one) => one.kind === kind)
      .map(({ body, about }) => ({ text: body, about, ...mark }))
  const signature = (party: 'team' | 'visited') =>
    sideOf(
      minutes?.signatures.find((one) => one.party === party),
      assembly,
    )
  return buildCheckMinutes({
    bloc: parties.bloc,
    issue: minutesIssue(request),
    year: year.year,
    basis: content.basis,
    plan: content.plan,
    meeting: {
      date: content.heldOn,
      opened: timeOf(content.from),
      closed: timeOf(content.to),
      venue: content.place,
    },
    team: {
      name: content.team,
      unitName: content.leadingUnit,
      units: content.units,
      persons: team,
      signature: signature('team'),
    },
    visited: {
      unitName: content.visited,
      persons: present(content.attendedUnit),
      signature: signature('visited'),
    },
    contents: linesOf(content.contents),
    strengths: observed('strength'),
    shortcomings: observed('shortcoming'),
    corrections: content.corrections.map(({ body, dueOn }) => ({ text: body, dueOn })),
    opinion: linesOf(content.opinion),
    fingerprint: minutes?.fingerprint ?? '',
    recipients: writtenOr(request, 'recipients', recipientsOf(visit)),
  })
}

function recipientsOf({ unitName, teamName }: VisitRecord): readonly string[] {
  return [unitName, teamName, 'Trưởng khối', 'Lưu: VT']
}

function sideOf(signature: VisitSignature | undefined, { request }: Assembly): CheckSide['signature'] {
  if (!signature) return null
  const { signerName, signerTitle, capacity, illustrative, unitId, channel, signedOn } = signature
  const signed = { ...request, signerName, signerTitle, capacity, illustrative }
  const leader = { unitId, name: signerName, title: signerTitle, capacity, illustrative }
  return { signer: signerOf(signed, leader), signed: { on: channel, date: signedOn } }
}

function timeOf(text: string | null): TimeOfDay | null {
  if (text === null) return null
  const [hour = '', minute = ''] = text.split(':')
  return { hour: Number(hour), minute: Number(minute) }
}
