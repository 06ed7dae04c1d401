import type { getRun as operation } from '@anjie/contracts/operations/league-tables'
import { allowedRunActions } from '@anjie/domain/league-tables/runTransitions'
import { ok } from '@anjie/kernel'
import { findRecord } from '../findRecord.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'
import { timelineOf } from '../timelineOf.ts'
import { cycleOfTable } from './cycleOfTable.ts'
import { findChangedSince } from './findChangedSince.ts'
import { findRun } from './findRun.ts'
import { runSetting } from './runSetting.ts'

export const getRun: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (context, { params }) => {
  const found = await findRun(context, params.runId)
  if (!found.ok) return found
  const { state, version } = found.value
  const cycle = await findRecord(context, 'cycle', state.cycleId)
  if (!cycle.ok) return cycle
  const setting = await runSetting(context.store, cycle.value.state, state, findChangedSince)
  return ok({
    state,
    version,
    cycle: cycleOfTable(cycle.value.state),
    allowed: allowedRunActions(state, context.member, setting),
    ...(await timelineOf(context.store, 'run', params.runId)),
  })
}
