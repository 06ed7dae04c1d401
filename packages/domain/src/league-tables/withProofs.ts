import type { Scorecard } from '@anjie/contracts/vocabulary/league-tables/scorecard'
import type { ItemValue } from '@anjie/contracts/vocabulary/scoring/itemValue'
import { isWithin } from '../scoring/periods.ts'

/** A scorecard whose counted figures lead to the rows that they were counted from. */
export function withProofs(scorecard: Scorecard, values: readonly ItemValue[]): Scorecard {
  const counted = values.flatMap(({ item, period, counted: proof }) =>
    proof === undefined ? [] : [{ item, period, proof }],
  )
  if (counted.length === 0) return scorecard
  return {
    ...scorecard,
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
