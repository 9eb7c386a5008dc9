import type { Bilingual } from '../bilingual.ts'
import { err, ok, type Result } from '../result.ts'

/** States of a special drive (đợt thi đua đặc biệt). */
export const driveStates = ['planned', 'launched', 'reviewing', 'closed'] as const
/** One of `driveStates`. */
export type DriveState = (typeof driveStates)[number]

/** What the state of a drive is called. */
export const driveStateLabels: Readonly<Record<DriveState, Bilingual>> = {
  planned: { vi: 'đang chuẩn bị', en: 'being prepared' },
  launched: { vi: 'đã phát động', en: 'launched' },
  reviewing: { vi: 'Hội đồng xét', en: 'before the council' },
  closed: { vi: 'đã kết thúc', en: 'closed' },
}

/** The six stations of a drive. */
export const driveStations = ['prepare', 'run', 'report', 'advise', 'council', 'close'] as const
/** One of `driveStations`. */
export type DriveStation = (typeof driveStations)[number]

/** What the stations are called. */
export const driveStationLabels: Readonly<Record<DriveStation, Bilingual>> = {
  prepare: { vi: 'Chuẩn bị', en: 'Preparation' },
  run: { vi: 'Phát động, thi đua', en: 'Launch and drive' },
  report: { vi: 'Báo cáo, kiểm tra', en: 'Reports and checks' },
  advise: { vi: 'Thường trực tham mưu', en: 'Advice of the standing members' },
  council: { vi: 'Hội đồng bình xét', en: 'Council' },
  close: { vi: 'Khen thưởng, kết thúc', en: 'Awards and close' },
}

/** Where a drive stands, as facts; ISO dates. */
export type DriveFacts = {
  readonly state: DriveState
  readonly endsOn: string | null
  readonly today: string
  readonly participants: number
  /** Participants whose report is in. */
  readonly reported: number
  /** Participants the standing members have advised on. */
  readonly advised: number
  /** Sessions of the council held or planned for it. */
  readonly sessions: number
  /** Proposals of awards that came out of it. */
  readonly proposals: number
}

/**
 * The station a drive has reached. A launched drive runs until its last day; then reports and checks come in,
 * and once all reports are there the standing members (Thường trực Hội đồng) advise.
 */
export function driveStation(facts: DriveFacts): DriveStation {
  if (facts.state === 'planned') return 'prepare'
  if (facts.state === 'reviewing') return 'council'
  if (facts.state === 'closed') return 'close'
  const everythingReported = facts.participants > 0 && facts.reported === facts.participants
  if (everythingReported) return 'advise'
  return facts.endsOn !== null && facts.today > facts.endsOn ? 'report' : 'run'
}

/** What a drive lacks before its next state; one may go on with a reason. */
export type DriveLack =
  | { readonly code: 'no_participants' }
  | { readonly code: 'not_over'; readonly endsOn: string }
  | { readonly code: 'reports_missing'; readonly count: number }
  | { readonly code: 'advice_missing'; readonly count: number }
  | { readonly code: 'no_session' }
  | { readonly code: 'no_proposal' }

/** What the next state asks for and what of it is missing. */
export function driveLacks(facts: DriveFacts, to: DriveState): readonly DriveLack[] {
  if (to === 'reviewing') return lacksBeforeCouncil(facts)
  if (to === 'closed') {
    const lacks: DriveLack[] = []
    if (facts.sessions === 0) lacks.push({ code: 'no_session' })
    if (facts.proposals === 0) lacks.push({ code: 'no_proposal' })
    return lacks
  }
  return []
}

/** The state after this one, or null at the end. */
export function nextDriveState(state: DriveState): DriveState | null {
  return driveStates[driveStates.indexOf(state) + 1] ?? null
}

/**
 * May a drive go from one state to another? One step at a time in either direction; a step back, and a step
 * forward in spite of lacks, needs a reason.
 */
export function moveDriveTo(
  facts: DriveFacts,
  to: DriveState,
  reason: string,
): Result<readonly DriveLack[], { readonly code: 'not_next' | 'reason_for_lacks' | 'reason_for_return' }> {
  const distance = driveStates.indexOf(to) - driveStates.indexOf(facts.state)
  if (distance !== 1 && distance !== -1) return err({ code: 'not_next' })
  const reasoned = reason.trim() !== ''
  if (distance === -1) return reasoned ? ok([]) : err({ code: 'reason_for_return' })
  const lacks = driveLacks(facts, to)
  return lacks.length === 0 || reasoned ? ok(lacks) : err({ code: 'reason_for_lacks' })
}

function lacksBeforeCouncil(facts: DriveFacts): readonly DriveLack[] {
  const lacks: DriveLack[] = []
  if (facts.endsOn !== null && facts.today <= facts.endsOn)
    lacks.push({ code: 'not_over', endsOn: facts.endsOn })
  if (facts.participants === 0) lacks.push({ code: 'no_participants' })
  const silent = facts.participants - facts.reported
  if (silent > 0) lacks.push({ code: 'reports_missing', count: silent })
  const unadvised = facts.participants - facts.advised
  if (unadvised > 0) lacks.push({ code: 'advice_missing', count: unadvised })
  return lacks
}
