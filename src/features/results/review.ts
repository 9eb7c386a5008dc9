import { evidenceWeaknesses, type Finding, type Weakness } from '../../domain/results/index.ts'
import type { FigureView } from './figure-view.ts'
import type { QuestionRow } from './questions.store.ts'
import type { EvidenceRow } from './reports.store.ts'

/** What is still open about the figures of an owner and a period: everything warns, nothing blocks. */
export type Review = {
  readonly findings: readonly { readonly view: FigureView; readonly finding: Finding }[]
  /** Targets without a figure. */
  readonly missing: readonly FigureView[]
  readonly estimates: readonly FigureView[]
  readonly withoutEvidence: readonly FigureView[]
  readonly weakEvidence: readonly {
    readonly view: FigureView
    readonly evidence: EvidenceRow
    readonly weaknesses: readonly Weakness[]
  }[]
  /** Questions that are not settled. */
  readonly questions: readonly QuestionRow[]
}

/**
 * What one looks through before a report is sent, and again before it is accepted.
 *
 * @param views every figure by itself
 * @param evidence the files beside them
 * @param questions those the reader may see
 */
export function reviewOf(
  views: readonly FigureView[],
  evidence: readonly EvidenceRow[],
  questions: readonly QuestionRow[],
): Review {
  const told = views.filter((view) => view.result !== undefined)
  const filesOf = (view: FigureView) => evidence.filter((one) => one.resultId === view.result?.id)
  return {
    findings: told.flatMap((view) => view.findings.map((finding) => ({ view, finding }))),
    missing: views.filter(
      ({ target, result }) => target !== undefined && target.kind !== 'not_assigned' && !result,
    ),
    estimates: told.filter((view) => view.result?.isEstimate),
    withoutEvidence: told.filter((view) => filesOf(view).length === 0),
    weakEvidence: told.flatMap((view) =>
      filesOf(view).flatMap((one) => {
        const weaknesses = evidenceWeaknesses(one, view.period)
        return weaknesses.length > 0 ? [{ view, evidence: one, weaknesses }] : []
      }),
    ),
    questions: questions.filter((question) => question.state !== 'settled'),
  }
}

/** How many things of a review nobody has explained yet; estimates are normal until their day. */
export function openPointsOf(review: Review): number {
  const unexplained = review.findings.filter(({ view }) => !view.result?.overrideReason)
  const { missing, withoutEvidence, weakEvidence, questions } = review
  return [unexplained, missing, withoutEvidence, weakEvidence, questions].reduce(
    (sum, list) => sum + list.length,
    0,
  )
}
