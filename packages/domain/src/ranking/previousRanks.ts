import type { PreviousTable } from '@anjie/contracts/vocabulary/scoring/scoreRun'
import { Decimal } from '@anjie/kernel'

/** A rank in the previous table, with the group that it was given in. */
export interface PreviousRank {
  readonly rank: Decimal
  readonly group: string | undefined
}

/**
 * The previous rank of each present subject. Renamed: that of the old code. Merged: the best of the merged ones, so that a
 * merger never looks like a climb. Split: each part has that of the whole. A code that was succeeded no longer counts by itself.
 */
export function previousRanks(previous: PreviousTable): ReadonlyMap<string, PreviousRank> {
  const rows = new Map(previous.rows.map((row) => [row.subject, row]))
  const succeeded = new Set(previous.successors.map((link) => link.from))
  const ranks = new Map<string, PreviousRank>()
  const offer = (subject: string, from: string): void => {
    const row = rows.get(from)
    if (row === undefined || row.rank === null) return
    const rank = new Decimal(row.rank)
    const known = ranks.get(subject)
    if (known === undefined || rank.lt(known.rank)) ranks.set(subject, { rank, group: row.group })
  }
  for (const row of previous.rows) if (!succeeded.has(row.subject)) offer(row.subject, row.subject)
  for (const { from, to } of previous.successors) offer(to, from)
  return ranks
}
