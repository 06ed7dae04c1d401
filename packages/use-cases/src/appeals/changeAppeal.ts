import type { FactTypeOf } from '@anjie/contracts/facts/facts'
import type { Appeal } from '@anjie/contracts/vocabulary/appeals/appeal'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { Decision } from '@anjie/domain/decision'
import { ok, type Result } from '@anjie/kernel'
import { checkVersion, findRecord } from '../findRecord.ts'
import type { CommandContext, CommandOutcome } from '../ports.ts'

/** One step of an appeal, from the version that its answerer has read. */
export async function changeAppeal(
  context: CommandContext,
  appealId: string,
  decide: (
    state: Appeal,
  ) =>
    | Result<Decision<Appeal, FactTypeOf<'appeal'>>, Problem>
    | Promise<Result<Decision<Appeal, FactTypeOf<'appeal'>>, Problem>>,
): Promise<Result<CommandOutcome, Problem>> {
  const found = await findRecord(context, 'appeal', appealId)
  if (!found.ok) return found
  const { state, version } = found.value
  const expected = checkVersion(context, version)
  if (!expected.ok) return expected
  const decision = await decide(state)
  if (!decision.ok) return decision
  const reply = { id: state.id, version: version + 1, status: decision.value.next.status }
  const written = await context.store.commit(
    [{ kind: 'appeal', id: state.id, expectedVersion: version, ...decision.value }],
    reply,
  )
  return written.ok ? ok(reply) : written
}
