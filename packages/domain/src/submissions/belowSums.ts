import type { BelowSumRecord } from '@anjie/contracts/vocabulary/submissions/submission'
import { Decimal, plainText } from '@anjie/kernel'
import type { BelowSum } from '../scoring/relations/index.ts'

/** 下级合计, as they go into the form when it is submitted. */
export const frozenSums = (below: ReadonlyMap<number, BelowSum>): BelowSumRecord[] =>
  [...below].map(([check, { cycleName, units, sum, open }]) => ({
    check,
    cycleName,
    units,
    sum: sum === null ? null : plainText(sum),
    open: [...open],
  }))

/** The same, out of the form. */
export const sumsOf = (records: readonly BelowSumRecord[] = []): ReadonlyMap<number, BelowSum> =>
  new Map(records.map(({ check, sum, ...rest }) => [check, { ...rest, sum: sum === null ? null : new Decimal(sum) }]))
