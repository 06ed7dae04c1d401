import { addDays, beijingDate } from '@anjie/calendar-cn'
import type { DisputeOrigin } from '@anjie/contracts/vocabulary/disputes/dispute'
import { outcomes } from '@anjie/contracts/vocabulary/disputes/disputeMapping'
import { DAYS_AFTER_END, DAYS_WITHOUT_END } from '@anjie/contracts/vocabulary/disputes/personsKept'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'

const ENDS = outcomes.filter((outcome) => outcome !== 'agreed')

/** The last day on which anybody can compare whom this statement names. */
export function personsKeptUntil({
  receivedOn,
  since,
  outcomes: said,
}: Pick<DisputeOrigin, 'receivedOn' | 'since' | 'outcomes'>): PlainDate {
  const ended = ENDS.flatMap((outcome) => said[outcome].on ?? [])
    .toSorted()
    .at(-1)
  return ended === undefined
    ? addDays(receivedOn ?? beijingDate(since), DAYS_WITHOUT_END)
    : addDays(ended, DAYS_AFTER_END)
}
