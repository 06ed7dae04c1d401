import type { CycleHead } from '@anjie/contracts/vocabulary/cycles/cycle'
import type { AllowedAction } from '@anjie/contracts/vocabulary/submissions/submission'

/** What the pages of a procedure say of its cycle. */
export const cycleShown = ({ name, status, subjectKind, steps = [] }: CycleHead) => ({
  name,
  status,
  subjectKind,
  steps: [...steps],
})

export function allowedAction(all: readonly AllowedAction[], action: string): AllowedAction {
  const found = all.find((each) => each.action === action)
  if (found === undefined) throw new Error(`no action ${action}`)
  return found
}
