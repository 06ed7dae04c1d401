import type { CycleHead } from '@anjie/contracts/vocabulary/cycles/cycle'
import type { Submission } from '@anjie/contracts/vocabulary/submissions/submission'
import { beijingDay } from '@anjie/kernel'

/**
 * 已过截止日: only where the cycle locks. What a reviewer sent back is mended afterwards as well, because the day was kept; whoever
 * sent nothing in time is given more time by the commission, with a reason.
 */
export const isWindowClosed = (
  { lateFilling }: Pick<CycleHead, 'lateFilling'>,
  { dueOn, returnReason }: Pick<Submission, 'dueOn' | 'returnReason'>,
  now: string,
): boolean => lateFilling === 'locked' && returnReason === undefined && beijingDay(now) > dueOn
