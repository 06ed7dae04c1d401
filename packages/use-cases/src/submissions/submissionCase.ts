import type { CycleHead } from '@anjie/contracts/vocabulary/cycles/cycle'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { Submission } from '@anjie/contracts/vocabulary/submissions/submission'
import { levelOf } from '@anjie/domain/access/index'
import { type Form, formOf } from '@anjie/domain/submissions/form'
import type { SubmissionSetting } from '@anjie/domain/submissions/submissionTransitions'
import { isSubmissionVisibleTo } from '@anjie/domain/submissions/submissionVisibility'
import { err, ok, type Result } from '@anjie/kernel'
import { notFound } from '../findRecord.ts'
import type { QueryContext, Versioned } from '../ports.ts'

/** A form with the cycle and the scheme that it belongs to. */
export interface SubmissionCase {
  readonly record: Versioned<Submission>
  readonly cycle: CycleHead
  readonly scheme: Scheme
  readonly form: Form
  readonly setting: SubmissionSetting
}

/** The form that the caller may see now, with what every decision on it has to know. */
export async function findSubmissionCase(
  { store, scope }: Pick<QueryContext, 'store' | 'scope'>,
  submissionId: string,
): Promise<Result<SubmissionCase, Problem>> {
  const record = await store.get('submission', submissionId)
  if (record === undefined || !isSubmissionVisibleTo(levelOf(scope), record.state)) return err(notFound('submission'))
  const cycle = await store.get('cycle', record.state.cycleId)
  if (cycle === undefined) throw new Error(`cycle ${record.state.cycleId} of form ${submissionId} is not there`)
  const scheme = await store.rules(cycle.state.schemeId)
  if (scheme === undefined) throw new Error(`scheme ${cycle.state.schemeId} of cycle ${cycle.state.id} is not there`)
  const form = formOf(scheme, cycle.state, 'subject')
  return ok({ record, cycle: cycle.state, scheme, form, setting: { cycleStatus: cycle.state.status, form } })
}
