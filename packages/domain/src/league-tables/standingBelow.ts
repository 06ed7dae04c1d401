import type { StandingBelow } from '@anjie/contracts/vocabulary/home/standing'
import type { ScoreRunRecord } from '@anjie/contracts/vocabulary/league-tables/run'

/** Where the subjects of a jurisdiction stand in a published table; null where it has none in it. */
export function standingBelow(
  { cycleId, cycleName, groups, rows }: ScoreRunRecord,
  jurisdiction: string,
): StandingBelow | null {
  const within = rows.filter(({ subject }) => subject.startsWith(jurisdiction))
  if (within.length === 0) return null
  return {
    cycleId,
    cycleName,
    groups: groups.filter(({ code }) => within.some((row) => row.group === code)),
    rows: within.map(({ subject, name, group, publishedScore, rank, rankChange }) => ({
      subject,
      name,
      group,
      publishedScore,
      rank,
      rankChange,
    })),
  }
}
