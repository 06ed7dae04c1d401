import type { CycleStatus } from '@anjie/contracts/vocabulary/cycles/cycle'
import type { LeagueRow } from '@anjie/contracts/vocabulary/league-tables/run'

export const MOST_EARLIER = 6

/** A published table of an earlier cycle of the same kind, as a trend needs it. */
export interface EarlierTable {
  readonly cycleId: string
  readonly cycleName: string
  readonly dataTo: string
  readonly rows: readonly LeagueRow[]
  /** Whether it was scored by the rules of the table before it in the list. */
  readonly sameRules: boolean
}

interface DataSpan {
  /** Calendar days. */
  readonly dataFrom: string
  readonly dataTo: string
}

interface Span extends DataSpan {
  readonly id: string
  readonly status: CycleStatus
}

/** How many months' figures a cycle counts: 12 a year, 6 half a year, 3 a quarter, 1 a month. */
export function monthsOf({ dataFrom, dataTo }: DataSpan): number {
  const monthNumber = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
  return monthNumber(dataTo) - monthNumber(dataFrom) + 1
}

/** The published cycles that a cycle can be compared with: as long as itself and over before it, the newest of them, oldest first. */
export function earlierCycles<C extends Span>(
  current: DataSpan & { readonly id: string },
  all: readonly C[],
): readonly C[] {
  return all
    .filter(
      (cycle) =>
        cycle.id !== current.id &&
        cycle.status === 'final' &&
        cycle.dataTo < current.dataTo &&
        monthsOf(cycle) === monthsOf(current),
    )
    .toSorted((a, b) => (a.dataTo < b.dataTo ? -1 : a.dataTo > b.dataTo ? 1 : 0))
    .slice(-MOST_EARLIER)
}
