import { dayText } from '@anjie/calendar-cn/plainDays'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { DutyPost } from '@anjie/contracts/vocabulary/posts/dutyPost'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { err, ok, type Result } from '@anjie/kernel'
import { type DutyPostStep, futureFault, postFault, stageFault } from './dutyPostActions.ts'
import { holderOf } from './vacancies.ts'
import { leavingFault, left } from './vacateDutyPost.ts'

interface Ending {
  /** Last day of the post, and of its holder's term. */
  readonly on: PlainDate
  readonly reason: string
  readonly now: string
}

/** 撤岗 by hand. */
export function endDutyPost(
  post: DutyPost,
  { today, ...ending }: Ending & { readonly today: PlainDate },
): Result<DutyPostStep, Problem> {
  const { on } = ending
  const since = post.terms.at(-1)?.from
  const fault =
    stageFault(post, 'end') ??
    futureFault('/on', on, today) ??
    (since !== undefined && on < since
      ? postFault('/on', `该岗位自${dayText(since)}起设立，撤岗日期不能早于这一天`)
      : leavingFault(post, on))
  return fault === undefined ? ok(ended(post, ending)) : err(fault)
}

/**
 * 随单位撤并: a post ends on its unit's last day, and its holder's term with it. Whoever began later never took office in it; what was
 * entered then stands with the day of the end. Undefined where it had ended.
 */
export function endedWithUnit(post: DutyPost, ending: Ending): DutyPostStep | undefined {
  if (post.status === 'ended') return undefined
  const [on = ending.on] = [ending.on, post.terms.at(-1)?.from, holderOf(post)?.from]
    .filter((day) => day !== undefined)
    .toSorted()
    .toReversed()
  return ended(post, { ...ending, on })
}

function ended(post: DutyPost, { on, reason, now }: Ending): DutyPostStep {
  const gone = left(post, on, { by: 'ended', reason })
  const terms = gone.terms.map((term, at) => (at === gone.terms.length - 1 ? { ...term, to: on, reason } : term))
  return {
    next: { ...gone, status: 'ended', terms, updatedAt: now },
    fact: { type: 'DutyPostEnded', details: { on, reason } },
  }
}
