import type { RankNumbering } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { Decimal } from '@anjie/kernel'
import { rankNumbers } from './numbering.ts'

/** A row to be ranked, highest score first. A row without a score has no rank and does not shift the others. */
export interface RankedRow {
  readonly code: string
  readonly score: Decimal | null
  /** Decides between equal scores under `1234`, higher first; then the code. */
  readonly tieBreak?: Decimal
}

/** Ranks by code, as text because fractional numbering has halves. The order of the input does not matter. */
export function numberRanks(rows: readonly RankedRow[], numbering: RankNumbering): ReadonlyMap<string, string> {
  const ordered = rows.toSorted((a, b) => {
    const byTieBreak = a.tieBreak !== undefined && b.tieBreak !== undefined ? b.tieBreak.comparedTo(a.tieBreak) : 0
    return byTieBreak !== 0 ? byTieBreak : a.code < b.code ? -1 : 1
  })
  const numbers = rankNumbers(
    ordered.map((row) => row.score),
    numbering,
    'highest-first',
  )
  const ranks = new Map<string, string>()
  for (const [index, row] of ordered.entries()) {
    const rank = numbers[index]
    if (rank !== null && rank !== undefined) ranks.set(row.code, String(rank))
  }
  return ranks
}
