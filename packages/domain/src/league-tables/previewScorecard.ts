import type { Scorecard } from '@anjie/contracts/vocabulary/league-tables/scorecard'

/**
 * What a subject sees before publication: its own figures, rules and points, and nothing that tells of others. Rank, grade
 * (which a quota decides) and the group's median stay closed until everybody sees them.
 */
export function previewScorecard(scorecard: Scorecard): Scorecard {
  // A streak tells of this year's grade.
  const { streak: _, ...row } = scorecard.row
  return {
    ...scorecard,
    row: { ...row, rank: null, tied: false, grade: null, rankChange: null, interval: null },
    receipts: scorecard.receipts.map((receipt) => ({
      ...receipt,
      groupMedian: null,
      // Ranks, means and the best and worst figures stand in the steps of a rule that compares.
      ...(receipt.comparesPeers ? { steps: [], nextBand: null } : {}),
    })),
  }
}
