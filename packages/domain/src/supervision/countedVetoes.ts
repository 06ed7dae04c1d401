import type { CycleHead } from '@anjie/contracts/vocabulary/cycles/cycle'
import type { DecidedVeto } from '@anjie/contracts/vocabulary/supervision/tally'
import { isDivision } from '../honours/bars.ts'

/** The subject of an assessment that a measure was on. */
const subjectOf = ({ target }: DecidedVeto): string => (isDivision(target) ? target.slice(0, 6) : target)

/**
 * 否决 that count in a cycle: those of listings whose term ended in its data window, and those of earlier ones that were decided only after the
 * table before was worked out, because that one stands and is not changed any more. By subject.
 */
export function countedVetoes(
  decided: readonly DecidedVeto[],
  { dataFrom, dataTo }: Pick<CycleHead, 'dataFrom' | 'dataTo'>,
  tableBefore: string | undefined,
): ReadonlyMap<string, readonly DecidedVeto[]> {
  const counted = decided.filter(
    ({ missedOn, decidedAt }) =>
      missedOn <= dataTo && (missedOn >= dataFrom || (tableBefore !== undefined && decidedAt > tableBefore)),
  )
  return Map.groupBy(counted, subjectOf)
}
