import type { AwardCode } from '../../src/domain/awards/index.ts'
import type { BoardColumn, YearState } from '../../src/domain/years/index.ts'
import { proposeAward } from '../../src/features/awards/propose.actions.ts'
import { recordAttendance } from '../../src/features/conferences/attendance.actions.ts'
import { recordConsensus, recordHands } from '../../src/features/conferences/counts.actions.ts'
import {
  closeConference,
  inviteGuest,
  inviteMembers,
  openConference,
  planConference,
} from '../../src/features/conferences/meeting.actions.ts'
import { draftPoll, openPoll } from '../../src/features/conferences/polls.actions.ts'
import {
  adoptDraft,
  circulateDraft,
  commentDraft,
  startDraft,
} from '../../src/features/drafts/drafts.actions.ts'
import { launchBlocMovement, launchUnitMovement } from '../../src/features/movements/movements.actions.ts'
import { approveNews, draftConferenceNews, publishNews } from '../../src/features/news/news.actions.ts'
import {
  draftPledge,
  openPledgeSigning,
  recordPaperSignature,
} from '../../src/features/pledges/pledges.actions.ts'
import {
  acceptRegistration,
  registerTitles,
  sendRegistration,
} from '../../src/features/pledges/registration.actions.ts'
import { receivePaper } from '../../src/features/years/steps.actions.ts'
import { advanceYear } from '../../src/features/years/years.actions.ts'
import type { CastUnit } from './cast.ts'
import type { Storyteller } from './storyteller.ts'

/** Who holds the pen of a story: the head's leader, on a year. */
export type Pen = { readonly teller: Storyteller; readonly head: string; readonly blocYearId: string }

export type DraftEntry = {
  readonly kind: 'regulation' | 'score_table' | 'pledge' | 'report' | 'plan' | 'other'
  readonly title: string
  readonly body: string
  readonly circulatedOn: string
  readonly dueOn: string
  readonly adoptedOn: string
  readonly note: string
  /** Members that answered; the others agree by silence. */
  readonly agreed?: readonly CastUnit[]
}

/** A draft goes round, comes back, is adopted at a meeting. */
export async function circulate({ teller, head, blocYearId }: Pen, draft: DraftEntry): Promise<string> {
  const { draftId } = await teller.on(draft.circulatedOn).do(head, startDraft, {
    blocYearId,
    kind: draft.kind,
    title: draft.title,
    body: draft.body,
    file: null,
    writtenOn: draft.circulatedOn,
  })
  await teller.on(draft.circulatedOn).do(head, circulateDraft, {
    draftId,
    dueOn: draft.dueOn,
    silenceMeans: 'agrees',
    circulatedOn: draft.circulatedOn,
  })
  for (const unit of draft.agreed ?? []) {
    await teller.on(draft.dueOn).do(unit.leader, commentDraft, {
      draftId,
      unitId: unit.id,
      agrees: true,
      passage: '',
      body: '',
      saidOn: draft.dueOn,
      channel: 'screen',
      signer: '',
      file: null,
    })
  }
  await teller.on(draft.adoptedOn).do(head, adoptDraft, {
    draftId,
    how: 'conference',
    adoptedOn: draft.adoptedOn,
    note: draft.note,
    reason: '',
  })
  return draftId
}

/** Every unit registers its titles; the head accepts. */
export async function registerAll(
  { teller, head, blocYearId }: Pen,
  on: string,
  units: readonly {
    readonly unit: CastUnit
    readonly flag?: boolean
    readonly certificate?: boolean
    readonly governmentFlag?: boolean
  }[],
): Promise<void> {
  const day = teller.on(on)
  for (const { unit, flag, certificate, governmentFlag } of units) {
    const collective = [
      'tap_the_lao_dong_xuat_sac',
      ...(certificate ? ['bang_khen_chu_tich_tinh'] : []),
      ...(flag ? ['co_ubnd_tinh'] : []),
      ...(governmentFlag ? ['co_chinh_phu'] : []),
    ].map((awardCode) => ({ awardCode, quantity: 1 }))
    await day.do(unit.leader, registerTitles, {
      blocYearId,
      unitId: unit.id,
      collective,
      personal: [
        { awardCode: 'ldtt', quantity: 30 },
        { awardCode: 'cstdcs', quantity: 5 },
      ],
      initiatives: 3,
    })
    await day.do(unit.leader, sendRegistration, { blocYearId, unitId: unit.id })
    await day.do(head, acceptRegistration, { blocYearId, unitId: unit.id })
  }
}

/** The joint pledge is drafted, opened, and signed by every unit on paper at the ceremony. */
export async function pledgeOnPaper(
  { teller, head, blocYearId }: Pen,
  pledge: {
    readonly title: string
    readonly preamble: string
    readonly contents: readonly string[]
    readonly signedOn: string
  },
  units: readonly CastUnit[],
): Promise<void> {
  const day = teller.on(pledge.signedOn)
  await day.do(head, draftPledge, {
    blocYearId,
    title: pledge.title,
    preamble: pledge.preamble,
    contents: pledge.contents.join('\n'),
  })
  await day.do(head, openPledgeSigning, { blocYearId })
  for (const unit of units) {
    await day.do(head, recordPaperSignature, {
      blocYearId,
      unitId: unit.id,
      signerName: 'Người ký (minh họa)',
      signerTitle: 'Thủ trưởng đơn vị',
      capacity: '',
      signedOn: pledge.signedOn,
      scan: null,
    })
  }
}

/** The bloc takes up the province's movement. */
export async function takeUp(
  { teller, head, blocYearId }: Pen,
  on: string,
  parentId: string | null,
  title: string,
): Promise<string> {
  const { movementId } = await teller.on(on).do(head, launchBlocMovement, {
    blocYearId,
    parentId,
    kind: 'yearly',
    title,
    occasion: '',
    theme: '',
    contents: '',
    standards: '',
    startsOn: null,
    endsOn: null,
    guidingPaperId: null,
    launchedOn: on,
    file: null,
    note: '',
    channel: 'paper',
  })
  return movementId
}

/** Each unit launches in-house; its paper is the proof. */
export async function launchInHouse(
  { teller, head, blocYearId }: Pen,
  on: string,
  parentId: string | null,
  units: readonly CastUnit[],
): Promise<void> {
  for (const unit of units) {
    await teller.on(on).do(head, launchUnitMovement, {
      blocYearId,
      unitId: unit.id,
      parentId,
      title: '',
      launchedOn: on,
      file: null,
      note: 'Kế hoạch phát động của đơn vị (minh họa)',
      channel: 'paper',
    })
  }
}

export type ConferenceEntry = {
  readonly kind: 'launch' | 'mid_year' | 'year_end' | 'award_meeting'
  readonly title: string
  readonly heldOn: string | null
  readonly timeText?: string
  readonly place?: string
  readonly agenda?: readonly string[]
  /** The document says who came; otherwise attendance is filled in. */
  readonly attendanceSaid?: boolean
  readonly guests?: readonly { readonly name: string; readonly title: string; readonly said: boolean }[]
}

/** A conference is planned and everybody invited. */
export async function callConference(
  { teller, head, blocYearId }: Pen,
  on: string,
  entry: ConferenceEntry,
): Promise<string> {
  const day = teller.on(on)
  const { conferenceId } = await day.do(head, planConference, {
    blocYearId,
    councilId: null,
    movementId: null,
    kind: entry.kind,
    title: entry.title,
    heldOn: entry.heldOn,
    timeText: entry.timeText ?? '',
    startsAt: null,
    place: entry.place ?? '',
    chairName: '',
    chairTitle: '',
    secretaryName: '',
    agenda: (entry.agenda ?? []).map((title) => ({ title, presenter: '', minutes: null })),
  })
  await (entry.attendanceSaid ? day : day.filledIn).do(head, inviteMembers, { conferenceId })
  for (const guest of entry.guests ?? []) {
    const as = guest.said ? day.asSaid : day.filledIn
    await as.do(head, inviteGuest, { conferenceId, guest: guest.name, title: guest.title })
  }
  return conferenceId
}

/** Presence from the signed list, and the conference opens. */
export async function openHall(
  { teller, head }: Pen,
  on: string,
  conferenceId: string,
  units: readonly CastUnit[],
  absent: readonly CastUnit[] = [],
): Promise<void> {
  const day = teller.on(on)
  const line = (unit: CastUnit, presence: 'present' | 'absent') => ({
    unitId: unit.id,
    presence,
    delegateName: '',
    delegateTitle: '',
    writtenOpinion: '',
    note: '',
  })
  await day.do(head, recordAttendance, {
    conferenceId,
    channel: 'paper',
    lines: [
      ...units.filter((unit) => !absent.includes(unit)).map((unit) => line(unit, 'present')),
      ...absent.map((unit) => line(unit, 'absent')),
    ],
  })
  await day.asSaid.do(head, openConference, { conferenceId, heldOn: on })
}

/** The conference ends with its conclusion. */
export async function endConference(
  { teller, head }: Pen,
  on: string,
  conferenceId: string,
  conclusion: string,
): Promise<void> {
  await teller.on(on).do(head, closeConference, { conferenceId, conclusion })
}

/** The year moves through states, each on its day; what lacks is explained with a reason. */
export async function moveYear(
  { teller, head, blocYearId }: Pen,
  moves: readonly (readonly [YearState, string])[],
  reason: string,
): Promise<void> {
  for (const [from, on] of moves) {
    await teller.on(on).do(head, advanceYear, { blocYearId, from, reason })
  }
}

/** An item drafted from the conference, approved and published on its day; the original's time and readers beside it. */
export async function publishConferenceNews(
  { teller, head, blocYearId }: Pen,
  on: string,
  conferenceId: string,
  original: { readonly source: string; readonly at?: string; readonly views?: number },
): Promise<string> {
  const day = teller.on(on)
  const { itemId } = await day.do(head, draftConferenceNews, {
    blocYearId,
    conferenceId,
    source: original.source,
    originalSource: original.source,
    originalPublishedAt: original.at ?? null,
    originalViews: original.views ?? null,
  })
  await day.do(head, approveNews, { itemId })
  await day.do(head, publishNews, { itemId })
  return itemId
}

export type CandidateEntry = { readonly unit: CastUnit }

/** A matter is settled by consensus or a show of hands of those present; returns the poll. */
export async function settle(
  { teller, head }: Pen,
  on: string,
  conferenceId: string,
  matter: {
    readonly purpose: 'award' | 'head' | 'deputy'
    readonly awardCode?: AwardCode
    readonly forYear?: number
    readonly method: 'consensus' | 'hands'
    readonly chosen: readonly CastUnit[]
    /** Who else stood. */
    readonly others?: readonly CastUnit[]
    readonly present: number
  },
): Promise<string> {
  const day = teller.on(on)
  const candidates = [...matter.chosen, ...(matter.others ?? [])].map((unit) => ({
    unitId: unit.id,
    name: '',
  }))
  const { pollId, candidateIds } = await day.do(head, draftPoll, {
    conferenceId,
    purpose: matter.purpose,
    awardCode: matter.awardCode ?? null,
    forYear: matter.forYear ?? null,
    title: '',
    candidates,
    seats: matter.chosen.length,
    method: matter.method,
  })
  await day.do(head, openPoll, { pollId })
  const agreed = candidateIds.slice(0, matter.chosen.length)
  if (matter.method === 'consensus') {
    await day.do(head, recordConsensus, { pollId, agreed })
    return pollId
  }
  const votes = Object.fromEntries(
    candidateIds.map((id) => [
      id,
      agreed.includes(id)
        ? { for: matter.present, against: 0, abstain: 0 }
        : { for: 0, against: 0, abstain: matter.present },
    ]),
  )
  await day.do(head, recordHands, { pollId, votes })
  return pollId
}

/** Units are proposed for an award after the conference chose them. */
export async function propose(
  { teller, head, blocYearId }: Pen,
  on: string,
  awardCode: AwardCode,
  printedWording: string,
  units: readonly CastUnit[],
  reason: string,
): Promise<readonly string[]> {
  const ids: string[] = []
  for (const unit of units) {
    const { proposalId } = await teller.on(on).do(head, proposeAward, {
      blocYearId,
      awardCode,
      recipient: 'collective',
      unitId: unit.id,
      recipientName: '',
      printedWording,
      mode: 'consensus',
      departureReason: reason,
      overrideReason: reason,
      proposedOn: on,
    })
    ids.push(proposalId)
  }
  return ids
}

/** What the document says nothing of: the step came in on paper, so that an old year leaves nobody anything to do. */
export async function receiveRest(
  { teller, head, blocYearId }: Pen,
  on: string,
  units: readonly CastUnit[],
  steps: readonly BoardColumn[],
): Promise<void> {
  for (const step of steps) {
    for (const unit of units) {
      await teller.on(on).do(head, receivePaper, {
        blocYearId,
        unitId: unit.id,
        step,
        receivedOn: on,
        note: 'Hồ sơ giấy (minh họa)',
        scan: null,
        accepted: true,
      })
    }
  }
}
