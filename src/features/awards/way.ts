import { refuse, refuseField } from '../../actions/failure.ts'
import type { OutcomeState, OutcomeStep, ProposalWay, StepRefusal } from '../../domain/awards/index.ts'
import type { ProposalRow, ProposalStepRow } from './proposals.store.ts'

/** The way of a stored proposal as the domain knows it. */
export function wayOf(proposal: Pick<ProposalRow, 'steps'>): ProposalWay {
  const [first, ...rest] = proposal.steps
  return { proposedOn: first?.happenedOn ?? '0001-01-01', steps: rest.flatMap(stepOf) }
}

/** Where a proposal stands, with "presented" told apart from "granted". */
export function standingOf(proposal: Pick<ProposalRow, 'state' | 'presentedOn'>): OutcomeState {
  return proposal.state === 'granted' && proposal.presentedOn !== null ? 'presented' : proposal.state
}

/** A refused step as a refusal of the form, beside the field it belongs to. */
export function stepRefused(refusal: StepRefusal) {
  switch (refusal) {
    case 'step_not_open':
      return refuse('proposal_step_not_open')
    case 'reason_needed':
      return refuseField('reason', 'reason_required')
    case 'decision_number_needed':
      return refuseField('number', 'decision_number_needed')
    case 'decision_issuer_needed':
      return refuseField('issuer', 'decision_issuer_needed')
    case 'bloc_cannot_decide':
      return refuseField('issuer', 'bloc_cannot_decide')
    case 'before_previous_step':
      return refuseField('on', 'before_previous_step')
  }
}

function stepOf(row: ProposalStepRow): readonly OutcomeStep[] {
  const { happenedOn: on, reason, number, issuer, place } = row
  switch (row.step) {
    case 'proposed':
      return []
    case 'granted':
      return [{ to: 'granted', decision: { number, on, issuer } }]
    case 'presented':
      return [{ to: 'presented', on, at: place === '' ? null : place }]
    case 'submitted':
    case 'council':
      return [{ to: row.step, on }]
    default:
      return [{ to: row.step, on, reason }]
  }
}
