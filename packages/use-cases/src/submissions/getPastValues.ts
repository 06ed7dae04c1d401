import type { getPastValues as operation } from '@anjie/contracts/operations/submissions'
import { ok } from '@anjie/kernel'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'
import { findPastValues } from './pastValues.ts'
import { findSubmissionCase } from './submissionCase.ts'

/** Figures of earlier periods, to look back on while one fills in. */
export const getPastValues: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (
  context,
  { params },
) => {
  const found = await findSubmissionCase(context, params.submissionId)
  if (!found.ok) return found
  return ok({ values: [...(await findPastValues(context, found.value))] })
}
