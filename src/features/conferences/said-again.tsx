import type { FormAgain } from '../../http/feature.ts'
import { Alert } from '../../ui/index.ts'

/**
 * What was refused as a whole stands once at the top: the form that was sent may be gone by now, because somebody else
 * closed the poll or the conference meanwhile.
 */
export function Problem({ problem }: { problem?: string | undefined }) {
  return problem ? (
    <Alert tone="danger" live>
      {problem}
    </Alert>
  ) : null
}

/** What goes back into the form itself: typed values and the faults of fields. */
export function inForm(again: FormAgain | undefined): FormAgain | undefined {
  if (!again) return undefined
  const { problem: _problem, ...rest } = again
  return rest
}
