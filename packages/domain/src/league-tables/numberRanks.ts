import type { RankNumbering } from '@anjie/contracts/vocabulary/scheme'
import { Decimal, plainText, unreachable } from '@anjie/kernel'

/** A row to be ranked, highest score first. A row without a score has no rank and does not shift the others. */
export interface RankedRow {
  readonly code: string
  readonly score: Decimal | null
  /** Decides between equal scores under `1234`, higher first; then the code. */
  readonly tieBreak?: Decimal
}

/**
 * Ranks by code, as text because halves occur: for 95, 90, 90, 80 `1224` gives 1 2 2 4, `1223` gives 1 2 2 3,
 * `1234` 1 2 3 4, `1334` 1 3 3 4 and `fractional` 1 2.5 2.5 4. The order of the input does not matter.
 */
export function numberRanks(rows: readonly RankedRow[], numbering: RankNumbering): ReadonlyMap<string, string> {
  const scored: { code: string; score: Decimal; tieBreak: Decimal | undefined }[] = []
  for (const { code, score, tieBreak } of rows) if (score !== null) scored.push({ code, score, tieBreak })
  scored.sort((a, b) => {
    const byScore = b.score.comparedTo(a.score)
    if (byScore !== 0) return byScore
    const byTieBreak = a.tieBreak !== undefined && b.tieBreak !== undefined ? b.tieBreak.comparedTo(a.tieBreak) : 0
    return byTieBreak !== 0 ? byTieBreak : a.code < b.code ? -1 : 1
  })
  const ranks = new Map<string, string>()
  let dense = 0
  for (let first = 0; first < scored.length; ) {
    const score = scored[first]?.score
    if (score === undefined) break
    let end = first + 1
    while (scored[end]?.score.eq(score)) end += 1
    dense += 1
    for (let at = first; at < end; at += 1) {
      const row = scored[at]
      if (row !== undefined) ranks.set(row.code, rankText(numbering, first, end, at, dense))
    }
    first = end
  }
  return ranks
}

/** Rank of the row at place `at` in a run of equal scores from `first` up to, not including, `end` (all from 0). */
function rankText(numbering: RankNumbering, first: number, end: number, at: number, dense: number): string {
  switch (numbering) {
    case '1224':
      return String(first + 1)
    case '1223':
      return String(dense)
    case '1234':
      return String(at + 1)
    case '1334':
      return String(end)
    case 'fractional':
      return plainText(new Decimal(first + 1 + end).div(2))
    default:
      return unreachable(numbering)
  }
}
