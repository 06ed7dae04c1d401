import { provinceCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import type { HomeRow } from '@anjie/contracts/vocabulary/home/homeRow'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { HomeLine } from './homeLine.ts'

/**
 * 待到期: one line of the province's for the clock, by the first day on which it has something to do; it says nothing but which record, because
 * others of the province can read it as well.
 */
export const clockTerm = (owner: string, row: HomeRow, day: PlainDate | undefined): HomeLine => ({
  owner: provinceCodeOf(owner),
  shared: true,
  slot: 'term',
  line:
    day === undefined
      ? null
      : {
          standing: { as: 'term', level: 'province', day },
          row: { ...row, title: '', place: '', queue: null, nextVerb: null, dueOn: null, note: null },
        },
})
