import type { DutyCoverage } from '@anjie/contracts/vocabulary/posts/dutyCoverage'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { Step } from '@anjie/domain/decision'
import { dutyCoverageId } from '@anjie/domain/posts/dutyPostIds'
import { err, ok, type Result } from '@anjie/kernel'
import { checkVersion } from '../findRecord.ts'
import type { CommandContext, CommandOutcome } from '../ports.ts'
import { coverageOf } from './coverageChange.ts'

/** One step of a county's coverage itself: its pilot, or what is published of it. */
export async function changeCoverage(
  context: CommandContext,
  decide: (state: DutyCoverage) => Result<Step<'duty-coverage'>, Problem>,
): Promise<Result<CommandOutcome, Problem>> {
  const { scope, store } = context
  if (scope.level !== 'county') return err({ code: 'not-permitted', detail: '岗位由县级设立和公布' })
  const { state, version } = await coverageOf(context, scope.county)
  const expected = checkVersion(context, version)
  if (!expected.ok) return expected
  const step = decide(state)
  if (!step.ok) return step
  const id = dutyCoverageId(scope.county)
  const outcome = { id, version: version + 1, status: 'kept' }
  const written = await store.commit([{ kind: 'duty-coverage', id, expectedVersion: version, ...step.value }], outcome)
  return written.ok ? ok(outcome) : written
}
