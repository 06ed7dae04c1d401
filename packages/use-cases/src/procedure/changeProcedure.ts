import type { CycleHead } from '@anjie/contracts/vocabulary/cycles/cycle'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { Procedure } from '@anjie/contracts/vocabulary/procedure/procedure'
import type { Step } from '@anjie/domain/decision'
import { isOwnAssessor } from '@anjie/domain/schemes/assessor'
import { err, ok, type Result } from '@anjie/kernel'
import { checkVersion, findRecord, notFound } from '../findRecord.ts'
import type { CommandContext, CommandOutcome, QueryContext, Versioned } from '../ports.ts'
import { procedureOf } from './procedurePapers.ts'

/** A cycle of the caller's own commission with its procedure. */
export async function findProcedure(
  context: Pick<QueryContext, 'store' | 'member'>,
  cycleId: string,
): Promise<Result<{ readonly cycle: Versioned<CycleHead>; readonly procedure: Versioned<Procedure> }, Problem>> {
  const cycle = await findRecord(context, 'cycle', cycleId)
  if (!cycle.ok) return cycle
  if (!isOwnAssessor(cycle.value.state, context.member)) return err(notFound('cycle'))
  return ok({ cycle: cycle.value, procedure: await procedureOf(context.store, cycle.value.state) })
}

/** One step of the commission from the version of the procedure that was read. */
export async function changeProcedure(
  context: CommandContext,
  cycleId: string,
  decide: (
    state: Procedure,
    cycle: CycleHead,
  ) => Result<Step<'procedure'>, Problem> | Promise<Result<Step<'procedure'>, Problem>>,
): Promise<Result<CommandOutcome, Problem>> {
  const found = await findProcedure(context, cycleId)
  if (!found.ok) return found
  const { cycle, procedure } = found.value
  const expected = checkVersion(context, procedure.version)
  if (!expected.ok) return expected
  const step = await decide(procedure.state, cycle.state)
  if (!step.ok) return step
  const outcome = { id: cycleId, version: procedure.version + 1, status: step.value.next.status }
  const written = await context.store.commit(
    [{ kind: 'procedure', id: cycleId, expectedVersion: procedure.version, ...step.value }],
    outcome,
  )
  return written.ok ? ok(outcome) : written
}
