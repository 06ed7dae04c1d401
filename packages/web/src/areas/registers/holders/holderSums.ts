import { Decimal, plainText } from '@anjie/kernel'
import type { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'

export type HolderLine = Answer<(typeof OPERATIONS)['listRegisterHolders']>['holders'][number]

/** The sum of a column over several holders; none where one of them has cells in it that its own sum does not hold. */
export function sumOver(lines: readonly HolderLine[], column: string): string {
  if (lines.some(({ totals }) => (totals.filled[column] ?? 0) > 0 && totals.sums[column] === undefined)) return ''
  const sums = lines.flatMap(({ totals }) => totals.sums[column] ?? [])
  return sums.length === 0 ? '' : plainText(sums.reduce((sum, each) => sum.plus(each), new Decimal(0)))
}
