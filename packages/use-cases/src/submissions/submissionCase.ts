import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { looksBack, NOTHING_AROUND, type Surroundings } from '@anjie/domain/submissions/crossChecks'
import { formOf } from '@anjie/domain/submissions/form'
import { isWindowClosed } from '@anjie/domain/submissions/isWindowClosed'
import type { SubmissionSetting } from '@anjie/domain/submissions/submissionTransitions'
import { isSubmissionVisibleTo } from '@anjie/domain/submissions/submissionVisibility'
import { err, ok, type Result } from '@anjie/kernel'
import { notFound } from '../findRecord.ts'
import type { QueryContext } from '../ports.ts'
import { findBelowSums } from './belowSums.ts'
import { findBesides } from './besides.ts'
import type { RuledForm } from './formOfCycle.ts'
import { findPastValues } from './pastValues.ts'

/** A form with the cycle and the scheme that it belongs to. */
export interface SubmissionCase extends RuledForm {
  readonly setting: SubmissionSetting
}

type Asking = Pick<QueryContext, 'store' | 'scope' | 'now'>

/**
 * The form that the caller may see now, with what every decision on it has to know. What lies around it is looked for only by those
 * that weigh its relations (`around`): whoever saves a cell does not.
 */
export async function findSubmissionCase(
  context: Asking,
  submissionId: string,
  { around = false }: { readonly around?: boolean } = {},
): Promise<Result<SubmissionCase, Problem>> {
  const { store, scope, now } = context
  const record = await store.get('submission', submissionId)
  if (record === undefined || !isSubmissionVisibleTo(scope.level, record.state)) return err(notFound('submission'))
  const cycle = await store.get('cycle', record.state.cycleId)
  if (cycle === undefined) throw new Error(`cycle ${record.state.cycleId} of form ${submissionId} is not there`)
  const scheme = await store.rules(cycle.state.schemeId)
  if (scheme === undefined) throw new Error(`scheme ${cycle.state.schemeId} of cycle ${cycle.state.id} is not there`)
  const form = formOf(scheme, cycle.state, 'subject')
  const found = { record, cycle: cycle.state, scheme, form }
  const setting = {
    cycleStatus: cycle.state.status,
    form,
    windowClosed: isWindowClosed(cycle.state, record.state, now),
    around: around ? await surroundingsOf(context, found) : NOTHING_AROUND,
    alsoAccepts: cycle.state.alsoAccepts,
  }
  return ok({ ...found, setting })
}

async function surroundingsOf(context: Asking, found: RuledForm): Promise<Surroundings> {
  const [past, below, beside] = await Promise.all([
    looksBack(found.form) ? findPastValues(context, found) : [],
    findBelowSums(context, found),
    findBesides(context, found),
  ])
  return { past, below, beside }
}
