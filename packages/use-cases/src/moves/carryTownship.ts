import { ApplicationId, UnitId } from '@anjie/contracts/vocabulary/ids'
import type { MoveLine, MovePlan } from '@anjie/contracts/vocabulary/moves/movePlan'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { err, ok, type Result } from '@anjie/kernel'
import type { CommandContext } from '../ports.ts'
import { closeApplication } from './closeApplication.ts'

/**
 * 乡镇撤并: what it applied for ends first, then the township as by hand, with what lies in it and with its titles before whoever gave them. An
 * application that went further meanwhile stops it, and says so.
 */
export async function carryTownship(
  context: CommandContext,
  plan: MovePlan,
  lines: readonly MoveLine[],
): Promise<Result<void, Problem>> {
  for (const { id, reason } of lines.filter(({ subject, fate }) => subject === 'application' && fate === 'closed'))
    await closeApplication(context, ApplicationId.parse(id), reason)
  const township = await context.store.get('unit', plan.from.code)
  if (township === undefined) throw new Error(`the township of ${plan.id} is not there`)
  if (township.state.validTo !== undefined) return ok(undefined)
  const ended = await context.carryOut(
    'endUnit',
    {
      params: { unitId: UnitId.parse(plan.from.code) },
      query: {},
      body: { on: plan.on, approvalReference: plan.approvalReference, successors: [UnitId.parse(plan.to.code)] },
    },
    { idempotencyKey: `move.${plan.id}.${township.version}`, ifMatch: township.version },
  )
  return ended.ok ? ok(undefined) : err(ended.error)
}
