import { addDays } from '@anjie/calendar-cn'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'

/** Seconds since 1970 at which the table deletes by itself what is kept until a day: the end of that day in Beijing. */
export const expiryOf = (keptUntil: PlainDate): number =>
  Math.floor(Date.parse(`${addDays(keptUntil, 1)}T00:00:00+08:00`) / 1000)
