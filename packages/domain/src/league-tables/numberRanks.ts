import type { RankNumbering } from '@anjie/contracts/vocabulary/scheme'
import type { Decimal } from '@anjie/kernel'
import { rankNumbers } from './numbering.ts'

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
  const numbers = rankNumbers(
    scored.map(({ score }) => score),
    numbering,
    'highest-first',
  )
  return new Map(scored.map(({ code }, index) => [code, String(numbers[index])]))
}
