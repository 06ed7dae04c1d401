import type { LeagueRow } from '@anjie/contracts/vocabulary/league-tables/run'
import { Decimal } from '@anjie/kernel'

/** Where a figure stands between the lowest and the highest of its column: 0 to 1. A column without differences has no heat. */
export function heatOf(points: string | null, column: readonly (string | null)[]): number {
  const values = column.flatMap((each) => (each === null ? [] : [new Decimal(each)]))
  if (points === null || values.length === 0) return 0
  const least = Decimal.min(...values)
  const most = Decimal.max(...values)
  if (least.eq(most)) return 0
  return new Decimal(points).minus(least).div(most.minus(least)).toNumber()
}

/** Whether a row shares its rank, as the server says or as the table itself shows. */
export const isTied = (row: LeagueRow, rows: readonly LeagueRow[]): boolean =>
  row.tied || rows.some((other) => other.subject !== row.subject && row.rank !== null && other.rank === row.rank)
