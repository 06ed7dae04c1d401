import type { getScorecard as operation } from '@anjie/contracts/operations/league-tables'
import { runParts } from '@anjie/contracts/vocabulary/league-tables/runParts'
import { err, ok } from '@anjie/kernel'
import { findRecord } from '../findRecord.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'
import { cycleOfTable } from './cycleOfTable.ts'
import { findRun } from './findRun.ts'
import { submissionOf } from './submissionOf.ts'

/** The receipts of one subject of one run, for the commission whose run it is. */
export const getScorecard: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (
  context,
  { params },
) => {
  const run = await findRun(context, params.runId)
  if (!run.ok) return run
  const scorecard = await context.store.getPart('run', params.runId, runParts.scorecard(params.subject))
  if (scorecard === undefined) return err({ code: 'not-found', detail: '这次计分没有该单位' })
  const { cycleId, seal } = run.value.state
  const cycle = await findRecord(context, 'cycle', cycleId)
  if (!cycle.ok) return cycle
  return ok({
    ...scorecard,
    cycle: cycleOfTable(cycle.value.state),
    ...(seal === undefined ? {} : { seal }),
    ...(await submissionOf(context.store, cycle.value.state, params.subject)),
  })
}
