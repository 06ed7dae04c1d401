import type { FactTypeOf } from '@anjie/contracts/facts/facts'
import type { MovePlan } from '@anjie/contracts/vocabulary/moves/movePlan'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { Decision } from '@anjie/domain/decision'
import { type MoveAction, moveFault } from '@anjie/domain/moves/moveTransitions'
import { err, ok, type Result } from '@anjie/kernel'
import { checkVersion, findRecord } from '../findRecord.ts'
import type { CommandContext, CommandOutcome, Versioned } from '../ports.ts'

/** A plan of the version that the caller saw, with which the caller may take this step now. */
export async function findMovePlan(
  context: CommandContext,
  planId: string,
  action: MoveAction,
): Promise<Result<Versioned<MovePlan>, Problem>> {
  const found = await findRecord(context, 'move-plan', planId)
  if (!found.ok) return found
  if (action !== 'carry-on') {
    const expected = checkVersion(context, found.value.version)
    if (!expected.ok) return expected
  }
  const fault = moveFault(found.value.state, action, context.member)
  return fault === undefined ? found : err(fault)
}

/** Writes one step of a plan with its fact and the reply. */
export async function commitMovePlan(
  { store }: Pick<CommandContext, 'store'>,
  version: number,
  { next, fact }: Decision<MovePlan, FactTypeOf<'move-plan'>>,
): Promise<Result<CommandOutcome, Problem>> {
  const reply = { id: next.id, version: version + 1, status: next.status }
  const written = await store.commit([{ kind: 'move-plan', id: next.id, expectedVersion: version, next, fact }], reply)
  return written.ok ? ok(reply) : written
}
