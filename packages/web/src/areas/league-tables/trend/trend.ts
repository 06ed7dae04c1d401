import type { LeagueRow } from '@anjie/contracts/vocabulary/league-tables/run'
import type { EarlierTable } from './earlierCycles.ts'

/** One cycle of a county's trend. Both figures are null where the county was not in the table: a gap, never a zero. */
export interface TrendPoint {
  readonly key: string
  readonly name: string
  /** When its figures end, short enough to stand under a point: `2025`, `2025-09`; empty for the present one. */
  readonly when: string
  readonly groupName: string | null
  readonly rank: number | null
  readonly score: string | null
  /** How many had a place in its group then. */
  readonly ranked: number
  readonly present: boolean
  /** Names of those it has come from, where its row is one of theirs. */
  readonly predecessors: readonly string[]
  readonly isCurrent: boolean
  /** Its rank is there and kept back until publication. */
  readonly hidden: boolean
  /** Whether its rank is one of the same group as the point before, and its score one of the same rules: only then a line joins them. */
  readonly joins: { readonly rank: boolean; readonly score: boolean }
}

interface CurrentTable {
  readonly name: string
  readonly row: LeagueRow
  /** Undefined where the reader sees no other row. */
  readonly ranked: number | undefined
  /** Whether it was scored by the rules of the newest earlier table. */
  readonly sameRules: boolean
}

/**
 * A subject's way through the earlier tables to the present one. `codesAt`: the codes that it may have had in a table of that day,
 * its own among them. Of several that were merged, the best row stands, as it does for the change of rank.
 */
export function trendOf(
  subject: string,
  earlier: readonly EarlierTable[],
  current: CurrentTable | undefined,
  codesAt: (dataTo: string) => readonly string[] = () => [subject],
): readonly TrendPoint[] {
  const points = earlier.map(({ cycleId, cycleName, dataTo, rows, sameRules }): Unjoined => {
    const codes = new Set(codesAt(dataTo))
    const found = rows
      .filter((each) => codes.has(each.subject))
      .toSorted((one, other) => (one.rank ?? Number.POSITIVE_INFINITY) - (other.rank ?? Number.POSITIVE_INFINITY) || 0)
    const row = found[0]
    const isItself = found.length === 1 && row?.subject === subject
    return {
      key: cycleId,
      name: cycleName,
      when: whenOf(dataTo),
      groupName: row?.groupName ?? null,
      rank: row?.rank ?? null,
      score: row?.publishedScore ?? null,
      ranked: row === undefined ? 0 : rankedIn(rows, row.group),
      present: row !== undefined,
      predecessors: isItself ? [] : found.map((each) => each.name),
      isCurrent: false,
      hidden: false,
      sameRules,
    }
  })
  if (current === undefined) return joined(points)
  const { name, row, ranked, sameRules } = current
  return joined([
    ...points,
    {
      key: 'current',
      name,
      when: '',
      groupName: row.groupName,
      rank: row.rank,
      score: row.publishedScore,
      ranked: ranked ?? 0,
      present: true,
      predecessors: [],
      isCurrent: true,
      hidden: row.rank === null && row.notRankedReason === null,
      sameRules,
    },
  ])
}

type Unjoined = Omit<TrendPoint, 'joins'> & { readonly sameRules: boolean }

function joined(points: readonly Unjoined[]): readonly TrendPoint[] {
  return points.map(({ sameRules, ...point }, index) => {
    const isSameGroup = points[index - 1]?.groupName === point.groupName
    return { ...point, joins: { rank: isSameGroup, score: isSameGroup && sameRules } }
  })
}

/** A year that ends in December is told by its number. */
const whenOf = (dataTo: string): string => (dataTo.slice(5, 7) === '12' ? dataTo.slice(0, 4) : dataTo.slice(0, 7))

export const rankedIn = (rows: readonly LeagueRow[], group: string): number =>
  rows.filter((row) => row.group === group && row.rank !== null).length
