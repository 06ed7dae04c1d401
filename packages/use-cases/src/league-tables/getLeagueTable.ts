import type { getLeagueTable as operation } from '@anjie/contracts/operations/league-tables'
import { err, ok } from '@anjie/kernel'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'

/** The published table: the same for everybody in the jurisdiction of who assessed, and nothing before it is published. */
export const getLeagueTable: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (
  { store },
  { params },
) => {
  const released = await store.releasedTable(params.cycleId)
  if (released === undefined) return err({ code: 'not-found', detail: '本周期的排名表尚未公布' })
  return ok(released)
}
