import { type PaperTypeId, paperTypes } from '../../domain/documents/paper-types.ts'
import type { BlocYear } from '../../scopes/scopes.store.ts'
import { hourOf } from './assembly/meeting.ts'
import type { PaperSubject } from './assembly/request.ts'
import type { Inventory } from './inventory.store.ts'

/** Steps of the year under which papers are listed, in their order. */
export const paperSteps = [
  'setup',
  'pledge',
  'running',
  'scoring',
  'conference',
  'awards',
  'handover',
] as const
export type PaperStep = (typeof paperSteps)[number]

/** Why a paper cannot be written yet, and where that is mended (below the year). */
export type Lack = { readonly code: LackCode; readonly where: readonly string[] }

export type LackCode =
  | 'no_head'
  | 'no_draft'
  | 'draft_not_circulated'
  | 'no_registration'
  | 'no_pledge'
  | 'no_conference'
  | 'conference_without_day'
  | 'conference_without_hour'
  | 'conference_not_held'
  | 'no_mid_results'
  | 'no_results'
  | 'no_table'
  | 'no_self_score'
  | 'no_scores'
  | 'no_check'
  | 'check_not_signed'
  | 'no_ballots'
  | 'no_tellers'
  | 'no_proposals'
  | 'not_proposed'
  | 'no_handover'
  | 'handover_without_day'
  | 'nothing_owed'

/** A place for one paper of the year: what it is about, and what it still lacks. */
export type PaperSlot = PaperSubject & {
  readonly step: PaperStep
  /** What it is about, in the words of the record: a unit, a conference, a draft. */
  readonly about: string
  readonly lack: Lack | null
}

const stepOf: Readonly<Record<PaperTypeId, PaperStep>> = {
  'comment-summary': 'setup',
  registration: 'pledge',
  pledge: 'pledge',
  invitation: 'conference',
  reminder: 'running',
  'mid-year-report': 'running',
  'self-score': 'scoring',
  'score-summary': 'scoring',
  'check-minutes': 'scoring',
  'score-explanation': 'scoring',
  'year-end-report': 'conference',
  'conference-minutes': 'conference',
  'tally-minutes': 'conference',
  'appraisal-minutes': 'awards',
  submission: 'awards',
  'achievement-report': 'awards',
  'handover-minutes': 'handover',
}

/** Whether the paper is issued by a unit in its own name; the others are the bloc's. */
export function isOfUnit(type: PaperTypeId): boolean {
  return paperTypes[type].signer === 'unit-head'
}

/** Whether several papers of the same matter may stand side by side: a unit may be reminded again. */
export function mayRepeat(type: PaperTypeId): boolean {
  return type === 'reminder' || type === 'invitation'
}

/** Whether a text is the id of a type of paper. */
export function isPaperType(text: string): text is PaperTypeId {
  return Object.hasOwn(paperTypes, text)
}

/** Whether two papers are about the same matter. */
export function sameSubject(a: PaperSubject, b: PaperSubject): boolean {
  return (
    a.type === b.type &&
    a.unitId === b.unitId &&
    a.conferenceId === b.conferenceId &&
    a.pollId === b.pollId &&
    a.draftId === b.draftId &&
    a.proposalId === b.proposalId &&
    a.checkVisitId === b.checkVisitId
  )
}

/** A paper about nothing in particular but the year. */
export function subjectOf(type: PaperTypeId, about: Partial<PaperSubject> = {}): PaperSubject {
  return {
    type,
    unitId: null,
    conferenceId: null,
    pollId: null,
    draftId: null,
    proposalId: null,
    checkVisitId: null,
    ...about,
  }
}

/** The papers a year can have, by step; each says what it still lacks. */
export function slotsOf(
  year: BlocYear,
  inventory: Inventory,
  owingUnitIds: readonly string[],
): readonly PaperSlot[] {
  const slots = [
    ...setupSlots(inventory),
    ...pledgeSlots(year, inventory),
    ...runningSlots(year, inventory, owingUnitIds),
    ...scoringSlots(year, inventory),
    ...checkSlots(year, inventory),
    ...conferenceSlots(inventory),
    ...awardSlots(year, inventory),
    ...handoverSlots(inventory),
  ]
  if (year.headUnitId !== null) return slots
  return slots.map((slot) => ({ ...slot, lack: lack('no_head') }))
}

/** The step under which a type is listed. */
export function stepOfType(type: PaperTypeId): PaperStep {
  return stepOf[type]
}

function slot(subject: PaperSubject, about: string, missing: Lack | null): PaperSlot {
  return { ...subject, step: stepOf[subject.type], about, lack: missing }
}

function lack(code: LackCode, ...where: readonly string[]): Lack {
  return { code, where }
}

function setupSlots({ drafts }: Inventory): readonly PaperSlot[] {
  if (drafts.length === 0) return [slot(subjectOf('comment-summary'), '', lack('no_draft', 'du-thao'))]
  return drafts.map(({ id, title, circulated }) =>
    slot(
      subjectOf('comment-summary', { draftId: id }),
      title,
      circulated ? null : lack('draft_not_circulated', 'du-thao', id),
    ),
  )
}

function pledgeSlots(year: BlocYear, { registeredUnitIds, pledge }: Inventory): readonly PaperSlot[] {
  return [
    slot(subjectOf('pledge'), '', pledge ? null : lack('no_pledge', 'giao-uoc')),
    ...year.members.map(({ id, slug, name }) =>
      slot(
        subjectOf('registration', { unitId: id }),
        name,
        registeredUnitIds.includes(id) ? null : lack('no_registration', 'dang-ky', slug),
      ),
    ),
  ]
}

function runningSlots(
  year: BlocYear,
  inventory: Inventory,
  owingUnitIds: readonly string[],
): readonly PaperSlot[] {
  const owing = year.members.filter(({ id }) => owingUnitIds.includes(id))
  return [
    slot(subjectOf('mid-year-report'), '', inventory.midResults ? null : lack('no_mid_results', 'ket-qua')),
    slot(subjectOf('reminder'), '', owing.length > 0 ? null : lack('nothing_owed', 'don-doc')),
    ...year.members.map(({ id, name }) =>
      slot(
        subjectOf('reminder', { unitId: id }),
        name,
        owingUnitIds.includes(id) ? null : lack('nothing_owed', 'don-doc'),
      ),
    ),
  ]
}

function scoringSlots(year: BlocYear, { table, scores, selfScoredUnitIds }: Inventory): readonly PaperSlot[] {
  const noTable = table ? null : lack('no_table', 'bang-diem')
  return [
    slot(subjectOf('score-summary'), '', noTable ?? (scores ? null : lack('no_scores', 'tham-dinh'))),
    ...year.members.map(({ id, slug, name }) =>
      slot(
        subjectOf('self-score', { unitId: id }),
        name,
        noTable ?? (selfScoredUnitIds.includes(id) ? null : lack('no_self_score', 'cham-diem', slug)),
      ),
    ),
    ...year.members.map(({ id, slug, name }) =>
      slot(
        subjectOf('score-explanation', { unitId: id }),
        name,
        noTable ?? (selfScoredUnitIds.includes(id) ? null : lack('no_self_score', 'cham-diem', slug)),
      ),
    ),
  ]
}

/** The minutes of each visit; they are issued once both sides have signed. */
function checkSlots(year: BlocYear, { visits }: Inventory): readonly PaperSlot[] {
  const names = new Map(year.members.map((unit) => [unit.id, unit.name]))
  if (visits.length === 0) return [slot(subjectOf('check-minutes'), '', lack('no_check', 'kiem-tra'))]
  return visits.map(({ id, unitId, planTitle, signed }) =>
    slot(
      subjectOf('check-minutes', { checkVisitId: id }),
      [names.get(unitId) ?? '', planTitle].filter((part) => part !== '').join(' – '),
      signed ? null : lack('check_not_signed', 'kiem-tra', 'cuoc', id),
    ),
  )
}

function conferenceSlots({ conferences, yearResults }: Inventory): readonly PaperSlot[] {
  const report = slot(subjectOf('year-end-report'), '', yearResults ? null : lack('no_results', 'ket-qua'))
  if (conferences.length === 0) {
    const none = lack('no_conference', 'hoi-nghi')
    return [report, slot(subjectOf('invitation'), '', none), slot(subjectOf('conference-minutes'), '', none)]
  }
  return [report, ...conferences.flatMap(slotsOfConference)]
}

function slotsOfConference(conference: Inventory['conferences'][number]): readonly PaperSlot[] {
  const { id, title, heldOn, state, ballots, tellers } = conference
  const at = (code: LackCode) => lack(code, 'hoi-nghi', id)
  const noDay = heldOn === null ? at('conference_without_day') : null
  const noHour = hourOf(conference) === null ? at('conference_without_hour') : null
  const notHeld = state === 'planned' || state === 'invited' ? at('conference_not_held') : null
  const count = tellers < 2 ? at('no_tellers') : null
  return [
    slot(subjectOf('invitation', { conferenceId: id }), title, noDay ?? noHour),
    slot(subjectOf('conference-minutes', { conferenceId: id }), title, noDay ?? notHeld),
    // Only a conference that votes by ballot owes the minutes of a count.
    ...(ballots > 0 ? [slot(subjectOf('tally-minutes', { conferenceId: id }), title, noDay ?? count)] : []),
  ]
}

function awardSlots(year: BlocYear, { proposals, conferences }: Inventory): readonly PaperSlot[] {
  const none = proposals.length === 0 ? lack('no_proposals', 'khen-thuong') : null
  const chosen = conferences.some(
    (one) => (one.kind === 'award_meeting' || one.kind === 'year_end') && one.heldOn !== null,
  )
  const names = new Map(year.members.map((unit) => [unit.id, unit.name]))
  return [
    slot(subjectOf('appraisal-minutes'), '', none ?? (chosen ? null : lack('no_conference', 'hoi-nghi'))),
    slot(subjectOf('submission'), '', none),
    ...proposals
      .filter((one) => one.unitId !== null)
      .map((one) =>
        slot(
          subjectOf('achievement-report', { unitId: one.unitId, proposalId: one.id }),
          [
            one.recipient === 'person' ? one.recipientName : (names.get(one.unitId ?? '') ?? ''),
            one.awardName,
          ]
            .filter((part) => part !== '')
            .join(' – '),
          null,
        ),
      ),
  ]
}

function handoverSlots({ handover }: Inventory): readonly PaperSlot[] {
  const missing =
    handover === null
      ? lack('no_handover', 'ban-giao')
      : handover.day === null
        ? lack('handover_without_day', 'ban-giao')
        : null
  return [slot(subjectOf('handover-minutes'), '', missing)]
}
