import type { FactTypeOf } from '@anjie/contracts/facts/facts'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { SchemeRecord } from '@anjie/contracts/vocabulary/schemes/schemeRecord'
import type { Decision } from '@anjie/domain/decision'
import { isSchemeVisibleTo } from '@anjie/domain/schemes/schemeTransitions'
import { err, ok, type Result } from '@anjie/kernel'
import { checkVersion, findRecord, notFound } from '../findRecord.ts'
import type { CommandContext, CommandOutcome } from '../ports.ts'

/** Carries out one decision on one scheme. */
export async function changeScheme(
  context: CommandContext,
  schemeId: string,
  decide: (
    state: SchemeRecord,
  ) =>
    | Result<Decision<SchemeRecord, FactTypeOf<'scheme'>>, Problem>
    | Promise<Result<Decision<SchemeRecord, FactTypeOf<'scheme'>>, Problem>>,
): Promise<Result<CommandOutcome, Problem>> {
  const found = await findRecord(context, 'scheme', schemeId)
  if (!found.ok) return found
  const { state, version } = found.value
  if (!isSchemeVisibleTo(context.member, state)) return err(notFound('scheme'))
  const expected = checkVersion(context, version)
  if (!expected.ok) return expected
  const decision = await decide(state)
  if (!decision.ok) return decision
  const { next, fact } = decision.value
  const reply = { id: schemeId, version: version + 1, status: next.status }
  const written = await context.store.commit(
    [{ kind: 'scheme', id: schemeId, expectedVersion: version, next, fact }],
    reply,
  )
  return written.ok ? ok(reply) : written
}
