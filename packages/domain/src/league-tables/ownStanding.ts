import { MAX_LOST_NAMED, type OwnStanding } from '@anjie/contracts/vocabulary/home/standing'
import type { LeagueRow } from '@anjie/contracts/vocabulary/league-tables/run'
import type { Scorecard } from '@anjie/contracts/vocabulary/league-tables/scorecard'
import { Decimal } from '@anjie/kernel'
import { lostFirst } from './lostFirst.ts'

interface Table {
  readonly cycleId: OwnStanding['cycleId']
  readonly cycleName: string
  readonly rows: readonly LeagueRow[]
  readonly released: OwnStanding['released']
  /** May the subject read where others stand? Not before publication, and a unit never. */
  readonly isOpen: boolean
}

/** How a subject stands, out of the scorecard that was released to it and of a table that it may read. */
export function ownStanding(
  { row, receipts }: Scorecard,
  { cycleId, cycleName, rows, released, isOpen }: Table,
): OwnStanding {
  const { groupName, publishedScore, rank, tied, grade, rankChange, interval, notRankedReason } = row
  const ranked = rows.filter((other) => other.group === row.group && other.rank !== null)
  return {
    cycleId,
    cycleName,
    released,
    row: { groupName, publishedScore, rank, tied, grade, rankChange, interval, notRankedReason },
    ranked: ranked.length,
    next: isOpen ? placeBefore(row, ranked) : null,
    lost: lostFirst(receipts)
      .filter(({ lostPoints }) => new Decimal(lostPoints ?? 0).gt(0))
      .slice(0, MAX_LOST_NAMED)
      .map(({ node, name, nextBand, lostPoints }) => ({ node, name, nextBand, points: lostPoints ?? '0' })),
  }
}

/** The nearest better place and what is missing to it; none for the first, and none where the printed scores do not tell. */
function placeBefore({ rank, publishedScore }: LeagueRow, ranked: readonly LeagueRow[]): OwnStanding['next'] {
  if (rank === null || publishedScore === null) return null
  const better = ranked.flatMap((other) =>
    other.rank !== null && other.rank < rank && other.publishedScore !== null
      ? [{ rank: other.rank, points: new Decimal(other.publishedScore).minus(publishedScore) }]
      : [],
  )
  const nearest = better.toSorted((one, other) => other.rank - one.rank)[0]
  return nearest === undefined || nearest.points.lte(0)
    ? null
    : { rank: nearest.rank, points: nearest.points.toFixed() }
}
