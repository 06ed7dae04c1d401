import type { FactDetailsOf, FactTypeOf } from '@anjie/contracts/facts/facts'
import type { CountyHonour } from '@anjie/contracts/vocabulary/honours/countyHonour'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { type CountyHonourAction, permitCountyHonour } from '@anjie/domain/honours/countyHonours'
import { ok, type Result } from '@anjie/kernel'
import { checkVersion, findRecord } from '../findRecord.ts'
import type { CommandContext, CommandOutcome } from '../ports.ts'

type Type = FactTypeOf<'county-honour'>

/** What a step makes of an honour; `replyId` stands for it in the answer. */
export interface HonourStep {
  readonly next: CountyHonour
  readonly fact: { [T in Type]: { readonly type: T; readonly details: FactDetailsOf<T> } }[Type]
  readonly replyId?: string
}

/** Opens a county's honour as the caller saw it, asks the table, decides and commits. */
export async function stepCountyHonour(
  context: CommandContext,
  id: string,
  action: CountyHonourAction,
  decide: (state: CountyHonour) => Result<HonourStep, Problem> | Promise<Result<HonourStep, Problem>>,
): Promise<Result<CommandOutcome, Problem>> {
  const found = await findRecord(context, 'county-honour', id)
  if (!found.ok) return found
  const { state, version } = found.value
  const expected = checkVersion(context, version)
  if (!expected.ok) return expected
  const permitted = permitCountyHonour(state, action, context.member)
  if (!permitted.ok) return permitted
  const decided = await decide(state)
  if (!decided.ok) return decided
  const { next, fact, replyId = id } = decided.value
  const outcome = { id: replyId, version: version + 1, status: next.status }
  const written = await context.store.commit(
    [{ kind: 'county-honour', id, expectedVersion: version, next, fact }],
    outcome,
  )
  return written.ok ? ok(outcome) : written
}
