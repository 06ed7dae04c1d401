import type { getScorecard as operation } from '@anjie/contracts/operations/league-tables'
import { Scorecard } from '@anjie/contracts/vocabulary/league-tables/scorecard'
import { err, ok } from '@anjie/kernel'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'
import { findRun } from './findRun.ts'

/** The receipts of one subject of one run, for the commission whose run it is. */
export const getScorecard: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (
  context,
  { params },
) => {
  const run = await findRun(context, params.runId)
  if (!run.ok) return run
  const part = await context.store.getPart('run', params.runId, params.subject)
  if (part === undefined) return err({ code: 'not-found', detail: '这次计分没有该单位' })
  return ok(Scorecard.parse(part))
}
