import { addDays, beijingDate } from '@anjie/calendar-cn'
import type { Application } from '@anjie/contracts/vocabulary/honours/application'
import type { Round } from '@anjie/contracts/vocabulary/honours/round'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'

const RESUBMIT_DAYS = 30
/** 补正期 at most, in days from the return. */
export const MAX_RESUBMIT_DAYS = 60

/** Until when what is returned on a day may come back where nobody says otherwise: 30 days, and not fewer after the window. */
export const usualResubmitBy = ({ closesOn }: Pick<Round, 'closesOn'>, returnedOn: PlainDate): PlainDate =>
  addDays(closesOn > returnedOn ? closesOn : returnedOn, RESUBMIT_DAYS)

/** Until when a returned application may come back; one returned before a time was stated has the usual one. */
export function resubmitByOf(
  { resubmitBy, returnReason, opinions }: Pick<Application, 'resubmitBy' | 'returnReason' | 'opinions'>,
  round: Pick<Round, 'closesOn'>,
): PlainDate | undefined {
  if (resubmitBy !== undefined || returnReason === undefined) return resubmitBy
  const returned = opinions.findLast(({ action }) => action === 'return')
  return returned === undefined ? undefined : usualResubmitBy(round, beijingDate(returned.at))
}
