import {
  boardColumns,
  type MemberFacts,
  type OwedStep,
  owedBy,
  type StepState,
} from '../../../domain/years/index.ts'
import type { BlocYear } from '../../../scopes/scopes.store.ts'
import type { DutyFacts } from './setup.store.ts'

/** What each member owes on a day, in the order of the bloc; who owes nothing is left out. */
export function debtsOf(
  year: Pick<BlocYear, 'members'>,
  duties: DutyFacts,
  today: string,
): readonly { readonly unitId: string; readonly owed: readonly OwedStep[] }[] {
  return year.members
    .map(({ id }) => ({ unitId: id, owed: owedBy(memberFacts(id, duties), today) }))
    .filter(({ owed }) => owed.length > 0)
}

const states: Readonly<Record<DutyFacts['steps'][number]['state'], StepState>> = {
  draft: 'draft',
  sent: 'sent',
  returned: 'returned',
  accepted: 'done',
  excused: 'absence_noted',
}

function memberFacts(unitId: string, { steps, deadlines, proposedUnitIds }: DutyFacts): MemberFacts {
  const entries = boardColumns.map((column) => {
    const touched = steps.find((step) => step.unitId === unitId && step.step === column)
    const due = touched?.dueOn ?? deadlines[column] ?? null
    if (touched) return [column, { state: states[touched.state], due }]
    // Only a proposed unit owes an achievement report.
    const asked = column !== 'achievement_report' || proposedUnitIds.includes(unitId)
    return [column, asked ? { state: 'none', due } : { state: 'not_asked', due: null }]
  })
  return { unitId, steps: Object.fromEntries(entries) }
}
