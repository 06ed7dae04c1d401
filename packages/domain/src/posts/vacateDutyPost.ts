import { dayText } from '@anjie/calendar-cn/plainDays'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { DutyPost } from '@anjie/contracts/vocabulary/posts/dutyPost'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { err, ok, type Result } from '@anjie/kernel'
import { type DutyPostStep, futureFault, postFault, stageFault } from './dutyPostActions.ts'
import { holderOf } from './vacancies.ts'

interface Leaving {
  /** Last day in office. */
  readonly on: PlainDate
  readonly reason: string
  readonly today: PlainDate
  readonly now: string
}

/** 离任 without a successor: from the day after the post is vacant. */
export function vacateDutyPost(post: DutyPost, { on, reason, today, now }: Leaving): Result<DutyPostStep, Problem> {
  const fault = stageFault(post, 'vacate') ?? futureFault('/on', on, today) ?? leavingFault(post, on)
  if (fault !== undefined) return err(fault)
  return ok({
    next: { ...left(post, on, { by: 'vacated', reason }), status: 'vacant', updatedAt: now },
    fact: { type: 'DutyPostVacated', details: { on, reason } },
  })
}

export function leavingFault(post: DutyPost, on: PlainDate): Problem | undefined {
  const current = holderOf(post)
  return current !== undefined && on < current.from
    ? postFault('/on', `现任自${dayText(current.from)}起任职，日期不能早于这一天`)
    : undefined
}

/** The post with its holder's term ended on a day; of a vacant one as it is. */
export function left(post: DutyPost, on: PlainDate, how: NonNullable<DutyPost['holdings'][number]['left']>): DutyPost {
  const current = holderOf(post)
  return current === undefined
    ? post
    : { ...post, holdings: [...post.holdings.slice(0, -1), { ...current, to: on, left: how }] }
}
