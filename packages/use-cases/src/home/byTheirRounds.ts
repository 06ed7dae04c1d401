import type { HomeRow } from '@anjie/contracts/vocabulary/home/homeRow'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'

/** Days that are over and were given up for later ones: what still stands under them can be done. */
export const givenUpDays = (rounds: readonly HomeRow[], today: string): readonly PlainDate[] => [
  ...new Set(
    rounds
      .filter(({ dueOn }) => dueOn !== null && dueOn >= today)
      .flatMap(({ formerDays = [] }) => formerDays.filter((day) => day < today)),
  ),
]

/**
 * Applications by the day that their round ends on today: a draft bears the day of when it was begun, and a round that is extended or
 * closed early touches none of its drafts. A term that somebody was given of their own stays where it is the later one.
 */
export function byTheirRounds(
  rows: readonly HomeRow[],
  ends: ReadonlyMap<string, Pick<HomeRow, 'dueOn' | 'formerDays'>>,
  today: string,
): HomeRow[] {
  return rows.flatMap((row) => {
    const round = row.roundId === undefined ? undefined : ends.get(row.roundId)
    if (row.dueOn === null || round === undefined || round.dueOn === null)
      return row.dueOn === null || row.kind !== 'application' || row.dueOn >= today ? [row] : []
    const dueOn = (round.formerDays ?? []).includes(row.dueOn) || row.dueOn < round.dueOn ? round.dueOn : row.dueOn
    return dueOn < today ? [] : [{ ...row, dueOn }]
  })
}
