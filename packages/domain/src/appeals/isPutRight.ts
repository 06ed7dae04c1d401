import type { Receipt } from '@anjie/contracts/vocabulary/league-tables/scorecard'

/**
 * Whether a later receipt has other figures of the subject's own behind the challenged point. Points alone may move because others
 * were corrected, so they count only where a node has no figures of its own (a branch).
 */
export function isPutRight(challenged: Receipt, later: Receipt): boolean {
  return challenged.rawValues.length === 0
    ? challenged.points !== later.points
    : figuresOf(challenged) !== figuresOf(later)
}

const figuresOf = ({ rawValues }: Receipt): string =>
  rawValues
    .map(({ item, period, status, value }) => [item, period, status, value].join('\n'))
    .toSorted()
    .join('\n\n')
