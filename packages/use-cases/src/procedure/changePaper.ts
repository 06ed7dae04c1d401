import type { CycleHead } from '@anjie/contracts/vocabulary/cycles/cycle'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { ProcedurePaper } from '@anjie/contracts/vocabulary/procedure/procedurePaper'
import type { PaperStepTaken } from '@anjie/domain/procedure/paperSteps'
import { ok, type Result } from '@anjie/kernel'
import { checkVersion, findRecord } from '../findRecord.ts'
import type { Change, CommandContext, CommandOutcome, Settling } from '../ports.ts'

type Decided = Result<PaperStepTaken, Problem>

interface Besides {
  /** What the answer names instead of the paper. */
  readonly replyId?: string
  readonly changes?: readonly Change[]
  readonly settling?: Settling
}

/** One step of a paper from the version that its clerk has read, under the steps of its cycle as they stand. */
export async function changePaper(
  context: CommandContext,
  paperId: string,
  decide: (state: ProcedurePaper, cycle: CycleHead) => Decided | Promise<Decided>,
  besides: Besides | ((state: ProcedurePaper) => Besides) = {},
): Promise<Result<CommandOutcome, Problem>> {
  const { store } = context
  const found = await findRecord(context, 'procedure-paper', paperId)
  if (!found.ok) return found
  const { state, version } = found.value
  const expected = checkVersion(context, version)
  if (!expected.ok) return expected
  const cycle = await findRecord(context, 'cycle', state.cycleId)
  if (!cycle.ok) return cycle
  const step = await decide(state, cycle.value.state)
  if (!step.ok) return step
  const { replyId = paperId, changes = [], settling } = typeof besides === 'function' ? besides(state) : besides
  const outcome = { id: replyId, version: version + 1, status: step.value.next.status }
  const own: Change = { kind: 'procedure-paper', id: paperId, expectedVersion: version, ...step.value }
  const written = await store.commit([own, ...changes], outcome, settling)
  return written.ok ? ok(outcome) : written
}
