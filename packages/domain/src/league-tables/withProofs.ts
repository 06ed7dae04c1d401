import type { Scorecard } from '@anjie/contracts/vocabulary/league-tables/scorecard'
import type { ItemValue } from '@anjie/contracts/vocabulary/scoring/itemValue'
import { isWithin } from '../scoring/periods.ts'

/** A scorecard whose counted figures lead to the rows that they were counted from, and whose vetoes to the measures behind them. */
export function withProofs(scorecard: Scorecard, values: readonly ItemValue[]): Scorecard {
  const counted = values.flatMap(({ item, period, counted: proof }) =>
    proof === undefined ? [] : [{ item, period, proof }],
  )
  const proven = withMeasures(scorecard, values)
  if (counted.length === 0) return proven
  return {
    ...proven,
    receipts: scorecard.receipts.map((receipt) => ({
      ...receipt,
      rawValues: receipt.rawValues.map((raw) => {
        const own = counted.filter(
          ({ item, period }) => item === raw.item && (period === raw.period || isWithin(period, raw.period)),
        )
        return own.length === 0 ? raw : { ...raw, counted: own.map(({ period, proof }) => ({ ...proof, period })) }
      }),
    })),
  }
}

function withMeasures(scorecard: Scorecard, values: readonly ItemValue[]): Scorecard {
  if (scorecard.vetoes === undefined) return scorecard
  return {
    ...scorecard,
    vetoes: scorecard.vetoes.map((veto) => {
      const measures = values.flatMap(({ item, vetoed = [] }) => (item === veto.item ? vetoed : []))
      return measures.length === 0 ? veto : { ...veto, measures }
    }),
  }
}
