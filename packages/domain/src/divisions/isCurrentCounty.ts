import type { DivisionTree } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'

type County = DivisionTree['counties'][number]

/** Does the county exist on this day? One that was neither set up nor ended by a change always did. */
export const isCurrentCounty = ({ validFrom, validTo }: County, day: PlainDate): boolean =>
  (validFrom === undefined || validFrom <= day) && (validTo === undefined || validTo >= day)
