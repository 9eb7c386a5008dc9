import type { Bilingual } from '../bilingual.ts'
import { err, ok, type Result } from '../result.ts'

/** Where a proposal (đề nghị khen thưởng) stands. */
export const outcomeStates = [
  'proposed',
  'submitted',
  'returned',
  'council',
  'refused',
  'granted',
  'presented',
  'withdrawn',
] as const

/** State of one proposal. */
export type OutcomeState = (typeof outcomeStates)[number]

/** Words of the states. */
export const outcomeLabels: Readonly<Record<OutcomeState, Bilingual>> = {
  proposed: { vi: 'đề nghị', en: 'proposed' },
  submitted: { vi: 'đã trình', en: 'submitted' },
  returned: { vi: 'trả lại bổ sung', en: 'returned' },
  council: { vi: 'Hội đồng đang xét', en: 'before the council' },
  refused: { vi: 'không được khen', en: 'refused' },
  granted: { vi: 'đã có quyết định', en: 'granted' },
  presented: { vi: 'đã trao', en: 'presented' },
  withdrawn: { vi: 'đã rút', en: 'withdrawn' },
}

/** What happens to a proposal; every step carries what proves it. */
export type OutcomeStep =
  | { readonly to: 'submitted'; readonly on: string }
  | { readonly to: 'returned'; readonly on: string; readonly reason: string }
  | { readonly to: 'council'; readonly on: string }
  | { readonly to: 'refused'; readonly on: string; readonly reason: string }
  | { readonly to: 'withdrawn'; readonly on: string; readonly reason: string }
  | { readonly to: 'granted'; readonly decision: AwardDecision }
  | { readonly to: 'presented'; readonly on: string; readonly at: string | null }

/** A decision of award (quyết định khen thưởng). A bloc never issues one. */
export type AwardDecision = {
  readonly number: string
  readonly on: string
  readonly issuer: string
  readonly issuedByBloc?: boolean
}

/** Why a step is refused. */
export type StepRefusal =
  | 'step_not_open'
  | 'reason_needed'
  | 'decision_number_needed'
  | 'decision_issuer_needed'
  | 'bloc_cannot_decide'
  | 'before_previous_step'

/** A proposal's way so far, oldest first; it begins as proposed on a day. */
export type ProposalWay = { readonly proposedOn: string; readonly steps: readonly OutcomeStep[] }

/** The state a way has led to. */
export function outcomeOf(way: ProposalWay): OutcomeState {
  return way.steps.at(-1)?.to ?? 'proposed'
}

/** True when the case is settled: granted (presented or not yet), refused or withdrawn. Only then may the year close. */
export function hasOutcome(state: OutcomeState): boolean {
  return state === 'granted' || state === 'presented' || state === 'refused' || state === 'withdrawn'
}

/**
 * The states that may follow. A submitted proposal may be decided without a council: certificates of the province need
 * no vote (in Bắc Ninh the standing members appraise and the chair decides).
 */
export const outcomeSteps: Readonly<Record<OutcomeState, readonly OutcomeState[]>> = {
  proposed: ['submitted', 'withdrawn'],
  submitted: ['returned', 'council', 'refused', 'granted', 'withdrawn'],
  returned: ['submitted', 'refused', 'withdrawn'],
  council: ['returned', 'refused', 'granted', 'withdrawn'],
  refused: [],
  granted: ['presented'],
  presented: [],
  withdrawn: [],
}

/** One step further. A step may not be dated before the one it follows. */
export function takeStep(way: ProposalWay, step: OutcomeStep): Result<ProposalWay, StepRefusal> {
  if (!outcomeSteps[outcomeOf(way)].includes(step.to)) return err('step_not_open')
  if ('reason' in step && step.reason.trim() === '') return err('reason_needed')
  if (step.to === 'granted') {
    if (step.decision.issuedByBloc === true) return err('bloc_cannot_decide')
    if (step.decision.number.trim() === '') return err('decision_number_needed')
    if (step.decision.issuer.trim() === '') return err('decision_issuer_needed')
  }
  const last = way.steps.at(-1)
  if (dayOf(step) < (last === undefined ? way.proposedOn : dayOf(last))) return err('before_previous_step')
  return ok({ ...way, steps: [...way.steps, step] })
}

/** The sentence of a refusal. */
export const stepRefusalTexts: Readonly<Record<StepRefusal, Bilingual>> = {
  step_not_open: { vi: 'Bước này chưa hoặc không còn thực hiện được.', en: 'This step is not open.' },
  reason_needed: { vi: 'Cần ghi lý do.', en: 'A reason is needed.' },
  decision_number_needed: { vi: 'Cần số của quyết định.', en: 'The number of the decision is needed.' },
  decision_issuer_needed: {
    vi: 'Cần cơ quan ban hành quyết định.',
    en: 'The issuer of the decision is needed.',
  },
  bloc_cannot_decide: {
    vi: 'Khối không ban hành quyết định khen thưởng; ghi quyết định của cấp có thẩm quyền.',
    en: 'A bloc issues no award decision; record the decision of the competent authority.',
  },
  before_previous_step: { vi: 'Ngày sớm hơn bước trước.', en: 'The day is before the previous step.' },
}

function dayOf(step: OutcomeStep): string {
  return step.to === 'granted' ? step.decision.on : step.on
}
