import type { RoundId } from '@anjie/contracts/vocabulary/ids'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { RecordState } from '@anjie/contracts/vocabulary/records'
import type { Step } from '@anjie/domain/decision'
import { ok, type Result } from '@anjie/kernel'
import { checkVersion } from '../findRecord.ts'
import type { CommandContext, CommandOutcome } from '../ports.ts'
import { findDraws } from './draws.ts'

/** Decides on the draws of the own level at the version that the caller saw, and writes it down. */
export async function commitDraw(
  context: CommandContext,
  roundId: RoundId,
  decide: (state: RecordState<'draw'>) => Result<Step<'draw'>, Problem> | Promise<Result<Step<'draw'>, Problem>>,
): Promise<Result<CommandOutcome, Problem>> {
  const found = await findDraws(context, roundId)
  if (!found.ok) return found
  const { id, state, version } = found.value
  const checked = checkVersion(context, version)
  if (!checked.ok) return checked
  const decided = await decide(state)
  if (!decided.ok) return decided
  const outcome = { id, version: version + 1, status: 'drawn' }
  const written = await context.store.commit(
    [{ kind: 'draw', id, expectedVersion: version, ...decided.value }],
    outcome,
  )
  return written.ok ? ok(outcome) : written
}
