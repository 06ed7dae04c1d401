import type { getLeagueTable as operation } from '@anjie/contracts/operations/league-tables'
import { err, ok } from '@anjie/kernel'
import { findRecord } from '../findRecord.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'
import { cycleOfTable } from './cycleOfTable.ts'

/** The published table: the same for everybody in the jurisdiction of who assessed, and nothing before it is published. */
export const getLeagueTable: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (
  context,
  { params },
) => {
  const [released, cycle] = await Promise.all([
    context.store.releasedTable(params.cycleId),
    findRecord(context, 'cycle', params.cycleId),
  ])
  if (released === undefined) return err({ code: 'not-found', detail: '本周期的排名表尚未公布' })
  if (!cycle.ok) return cycle
  return ok({ ...released, cycle: cycleOfTable(cycle.value.state) })
}
