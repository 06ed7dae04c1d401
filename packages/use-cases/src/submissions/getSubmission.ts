import type { getSubmission as operation } from '@anjie/contracts/operations/submissions'
import { crossChecks } from '@anjie/domain/submissions/crossChecks'
import { allowedSubmissionActions } from '@anjie/domain/submissions/submissionTransitions'
import { ok } from '@anjie/kernel'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'
import { timelineOf } from '../timelineOf.ts'
import { findSubmissionCase } from './submissionCase.ts'

/** The form with what belongs beside it: its items, the cross-checks, worked-out rates, what may be done next and what was done. */
export const getSubmission: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (
  context,
  { params },
) => {
  const found = await findSubmissionCase(context, params.submissionId)
  if (!found.ok) return found
  const { record, form, setting } = found.value
  const { checks, derived } = crossChecks(form, record.state.values)
  return ok({
    state: record.state,
    version: record.version,
    allowed: allowedSubmissionActions(record.state, context.member, setting),
    ...(await timelineOf(context.store, 'submission', params.submissionId)),
    items: [...new Set(form.cells.map((cell) => cell.item))],
    checks: checks.map(({ severity, item, message }) => ({ severity, item, message })),
    derived: [...derived],
  })
}
