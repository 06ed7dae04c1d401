import type { getOwnScorecard as operation } from '@anjie/contracts/operations/league-tables'
import { err, ok } from '@anjie/kernel'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'

/** The scorecard of the city, of the county, or of one of the county's units, once it was released: there is no other way to it. */
export const getOwnScorecard: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (
  { store },
  { params, query },
) => {
  const released = await store.releasedScorecard(params.cycleId, query.subject)
  if (released === undefined) return err({ code: 'not-found', detail: '本周期的得分尚未开放预览' })
  return ok(released)
}
