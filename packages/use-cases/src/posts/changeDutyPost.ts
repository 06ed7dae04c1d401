import type { DutyPostId } from '@anjie/contracts/vocabulary/ids'
import type { DutyPost } from '@anjie/contracts/vocabulary/posts/dutyPost'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { DutyPostStep } from '@anjie/domain/posts/dutyPostActions'
import { ok, type Result } from '@anjie/kernel'
import { checkVersion, findRecord } from '../findRecord.ts'
import type { CommandContext, CommandOutcome } from '../ports.ts'
import { commitPosts } from './commitPosts.ts'

/** One step of a post from the version that its clerk has read. */
export const changeDutyPost = (
  context: CommandContext,
  postId: DutyPostId,
  decide: (post: DutyPost) => Result<DutyPostStep, Problem> | Promise<Result<DutyPostStep, Problem>>,
): Promise<Result<CommandOutcome, Problem>> =>
  commitPosts(context, async () => {
    const found = await findRecord(context, 'duty-post', postId)
    if (!found.ok) return found
    const expected = checkVersion(context, found.value.version)
    if (!expected.ok) return expected
    const step = await decide(found.value.state)
    return step.ok ? ok([{ before: found.value, step: step.value }]) : step
  })
