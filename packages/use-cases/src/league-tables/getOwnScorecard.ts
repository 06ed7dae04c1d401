import type { getOwnScorecard as operation } from '@anjie/contracts/operations/league-tables'
import { err, ok } from '@anjie/kernel'
import { findRecord } from '../findRecord.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'
import { cycleOfTable } from './cycleOfTable.ts'
import { submissionOf } from './submissionOf.ts'

/** The scorecard of the city, of the county, or of one of the county's units, once it was released: there is no other way to it. */
export const getOwnScorecard: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (
  context,
  { params, query },
) => {
  const [released, cycle] = await Promise.all([
    context.store.releasedScorecard(params.cycleId, query.subject),
    findRecord(context, 'cycle', params.cycleId),
  ])
  if (released === undefined) return err({ code: 'not-found', detail: '本周期的得分尚未开放预览' })
  if (!cycle.ok) return cycle
  return ok({
    ...released,
    cycle: cycleOfTable(cycle.value.state),
    ...(await submissionOf(context.store, cycle.value.state, released.subject)),
  })
}
