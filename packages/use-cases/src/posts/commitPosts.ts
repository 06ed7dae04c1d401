import type { DutyPost } from '@anjie/contracts/vocabulary/posts/dutyPost'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { DutyPostStep } from '@anjie/domain/posts/dutyPostActions'
import { err, ok, type Result } from '@anjie/kernel'
import type { Change, CommandContext, CommandOutcome, Versioned } from '../ports.ts'
import { coverageChange } from './coverageChange.ts'

/** Every step of a county's posts writes its coverage: what somebody else writes at the same moment is read once more. */
const MAX_TRIES = 12

export interface PostStep {
  readonly before: Versioned<DutyPost> | undefined
  readonly step: DutyPostStep
}

export const postChange = ({ before, step }: PostStep): Change<'duty-post'> => ({
  kind: 'duty-post',
  id: step.next.id,
  expectedVersion: before?.version ?? 0,
  ...step,
})

/** 岗位 and the county's coverage in one commit; `decide` is asked anew when the coverage moved on meanwhile. */
export async function commitPosts(
  context: CommandContext,
  decide: () => Promise<Result<readonly PostStep[], Problem>>,
): Promise<Result<CommandOutcome, Problem>> {
  for (let attempt = 1; ; attempt++) {
    const steps = await decide()
    if (!steps.ok) return steps
    const [first] = steps.value
    if (first === undefined) return err({ code: 'invalid-input', detail: '没有要登记的岗位', pointer: '/posts' })
    const coverage = await coverageChange(
      context,
      steps.value.map(({ before, step }) => ({ before: before?.state, after: step.next })),
    )
    const outcome = {
      id: first.step.next.id,
      version: (first.before?.version ?? 0) + 1,
      status: first.step.next.status,
    }
    const written = await context.store.commit([...steps.value.map(postChange), ...coverage], outcome)
    if (written.ok) return ok(outcome)
    if (written.error.code !== 'stale-version' || attempt === MAX_TRIES) return written
  }
}
