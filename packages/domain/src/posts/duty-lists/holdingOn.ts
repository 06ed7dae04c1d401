import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { DutyPost, PostHolding } from '@anjie/contracts/vocabulary/posts/dutyPost'
import { isIn } from './versionsInForce.ts'

/** Who held a post on a day; undefined: nobody. */
export const holdingOn = ({ holdings }: Pick<DutyPost, 'holdings'>, day: PlainDate): PostHolding | undefined =>
  holdings.find((holding) => isIn(day, holding))
