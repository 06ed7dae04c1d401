import type { getSubmission as operation } from '@anjie/contracts/operations/submissions'
import type { CycleHead } from '@anjie/contracts/vocabulary/cycles/cycle'
import type { Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import { crossChecks } from '@anjie/domain/submissions/crossChecks'
import { wantedEvidence } from '@anjie/domain/submissions/missingEvidence'
import { allowedSubmissionActions } from '@anjie/domain/submissions/submissionTransitions'
import { ok } from '@anjie/kernel'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'
import { timelineOf } from '../timelineOf.ts'
import { formShown } from './formShown.ts'
import { findSubmissionCase } from './submissionCase.ts'

/** The form with all that its page needs beside it: what is filled in, its cycle, its items, the cross-checks, worked-out rates, what may be done next and what was done. */
export const getSubmission: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (
  context,
  { params },
) => {
  const found = await findSubmissionCase(context, params.submissionId)
  if (!found.ok) return found
  const { record, cycle, scheme, form, setting } = found.value
  const { checks, derived } = crossChecks(form, record.state.values)
  return ok({
    state: record.state,
    version: record.version,
    allowed: allowedSubmissionActions(record.state, context.member, setting),
    ...(await timelineOf(context.store, 'submission', params.submissionId)),
    ...formShown(form),
    cycle: { status: cycle.status, dueOn: cycle.dueOn, ...rolledUpOf(cycle, scheme) },
    evidenceWanted: wantedEvidence(scheme, form).map(({ indicator, wanted, items }) => ({
      indicator,
      wanted: [...wanted],
      items: [...items],
    })),
    checks: checks.map(({ severity, item, message }) => ({ severity, item, message })),
    derived: [...derived],
  })
}

function rolledUpOf({ rollUp }: CycleHead, scheme: Scheme) {
  if (rollUp === undefined) return {}
  const names = scheme.items.filter(({ code }) => rollUp.items.includes(code)).map(({ name }) => name)
  return { rolledUp: { fromName: rollUp.fromName, names } }
}
